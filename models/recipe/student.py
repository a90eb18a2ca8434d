"""The student: SqueezeBERT written for fast training on a CPU, with Hugging Face's names and shapes on disk.

Against the Hugging Face module it computes the same vectors, but: query, key and value of a group are one product; groups are four small
products instead of convolutions; attention is written out (the backward pass of scaled_dot_product_attention is slow on a CPU); the last
layer is computed for [CLS] alone; all trained weights are views of one flat tensor, so that a 32-bit master copy and AdamW are one tensor each.
"""
import json
import math
import shutil
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch.nn import functional as F

WORDS = "embeddings.word_embeddings.weight"


def read_checkpoint(folder):
    """(config dict, fp32 state dict without prefix, pooler and heads) of a SqueezeBERT checkpoint folder."""
    folder = Path(folder)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    state = load_file(folder / "model.safetensors")
    state = {name.removeprefix("transformer."): value.float() for name, value in state.items()}
    state = {name: value for name, value in state.items() if name.startswith(("embeddings.", "encoder.")) and not name.endswith("position_ids")}
    return config, state


def write_checkpoint(folder, config, state, vocabulary, info, dtype=torch.float16):
    """Writes model.safetensors (16 bit; word vectors in 8 where that loses nothing), config.json, vocab.txt, step.json; the weights last."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    (folder / "step.json").write_text(json.dumps(info, indent=2) + "\n", encoding="utf-8")
    if Path(vocabulary).resolve() != (folder / "vocab.txt").resolve():
        shutil.copyfile(vocabulary, folder / "vocab.txt")
    tensors = {name: value.to(dtype).contiguous() for name, value in state.items()}
    words = state[WORDS].to(torch.float8_e4m3fn)
    if torch.equal(words.float(), state[WORDS].float()):
        tensors[WORDS] = words
    unfinished = folder / "model.tmp"
    save_file(tensors, unfinished, metadata={"format": "pt"})
    unfinished.replace(folder / "model.safetensors")


class GroupedLinear(torch.autograd.Function):
    """x (rows, in), weight (out, in / groups), bias (out) -> (rows, out). Products read and write slices in place, without a concatenation."""

    @staticmethod
    def forward(ctx, x, weight, bias, groups):
        ctx.save_for_backward(x, weight)
        ctx.groups = groups
        out = x.new_empty(x.shape[0], weight.shape[0])
        for part, w, o in zip(x.chunk(groups, 1), weight.chunk(groups), out.chunk(groups, 1)):
            torch.mm(part, w.t(), out=o)
        return out.add_(bias)  # addmm would first write the bias out for every row

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        grad_x, grad_weight = torch.empty_like(x), torch.empty_like(weight)
        chunks = (t.chunk(ctx.groups, d) for t, d in ((x, 1), (weight, 0), (grad, 1), (grad_x, 1), (grad_weight, 0)))
        for part, w, g, gx, gw in zip(*chunks):
            torch.mm(g, w, out=gx)
            torch.mm(g.t(), part, out=gw)
        return grad_x, grad_weight, grad.sum(0), None


class Student(torch.nn.Module):
    """Vectors of a batch: ids (batch, tokens), keep (batch, tokens) true at real tokens -> (batch, hidden), not normalised.

    Word embeddings are frozen (train_words=False): the teacher's are taken over, and their gradient would cost more than a layer.
    """

    def __init__(self, config, state, dtype, train_words=False):
        super().__init__()
        self.config, self.dtype = config, dtype
        names = [name for name in state if train_words or name != WORDS]
        self.shapes = {name: state[name].shape for name in names}
        flat = torch.cat([state[name].reshape(-1).float() for name in names])
        self.master = torch.nn.Parameter(flat)
        self.register_buffer("work", flat.to(dtype))
        self.work.requires_grad_(True)
        self.register_buffer("words", None if train_words else state[WORDS].to(dtype))

    def weights(self, flat):
        sizes = [math.prod(shape) for shape in self.shapes.values()]
        return {name: part.view(shape) for (name, shape), part in zip(self.shapes.items(), flat.split(sizes))}

    def state(self):
        """fp32 state dict with Hugging Face's names."""
        state = {name: value.clone() for name, value in self.weights(self.master.detach().float()).items()}
        if self.words is not None:
            state[WORDS] = self.words.float()
        return state

    def load_master(self):
        """Copies the master weights to the working copy that the forward pass reads."""
        with torch.no_grad():
            self.work.copy_(self.master)

    def take_gradient(self):
        """Moves the gradient of the working copy to the master weights."""
        self.master.grad = self.work.grad.float()
        self.work.grad = None

    def forward(self, ids, keep=None):
        w = self.weights(self.work)
        hidden, heads = self.config["hidden_size"], self.config["num_attention_heads"]
        words = self.words if self.words is not None else w[WORDS]
        x = F.embedding(ids, words) + w["embeddings.position_embeddings.weight"][: ids.shape[1]]
        x = x + w["embeddings.token_type_embeddings.weight"][0]
        x = F.layer_norm(x, (hidden,), w["embeddings.LayerNorm.weight"], w["embeddings.LayerNorm.bias"], self.config.get("layer_norm_eps", 1e-12))
        mask = None if keep is None else torch.zeros(keep.shape, dtype=x.dtype, device=x.device).masked_fill_(~keep, -1e4)[:, None, None, :]
        layers = self.config["num_hidden_layers"]
        for i in range(layers):
            x = self.layer(x, mask, w, f"encoder.layers.{i}.", heads, last=i == layers - 1)
        return x[:, 0]

    def layer(self, x, mask, w, name, heads, last):
        batch, tokens, hidden = x.shape
        q, k, v = self.query_key_value(x, w, name, heads)  # each (batch x heads, tokens, size)
        if last:
            x, q = x[:, :1], q[:, :1]
        scores = torch.bmm(q * q.shape[-1] ** -0.5, k.transpose(1, 2))
        if mask is not None:
            scores = (scores.view(batch, heads, -1, tokens) + mask).view(scores.shape)
        context = torch.bmm(torch.softmax(scores, -1), v)
        context = context.view(batch, heads, -1, hidden // heads).transpose(1, 2).reshape(-1, hidden)
        x = x.reshape(-1, hidden)
        x = self.norm(self.grouped(context, w, name + "post_attention.conv1d", "post_attention_groups") + x, w, name + "post_attention")
        inner = F.gelu(self.grouped(x, w, name + "intermediate.conv1d", "intermediate_groups"))
        x = self.norm(self.grouped(inner, w, name + "output.conv1d", "output_groups") + x, w, name + "output")
        return x.view(batch, -1, hidden)

    def query_key_value(self, x, w, name, heads):
        """One product per group: its rows are the group's query, key and value channels."""
        batch, tokens, hidden = x.shape
        groups = self.config["q_groups"]
        if heads % groups or any(self.config[g] != groups for g in ("k_groups", "v_groups")):
            sys.exit("query, key and value need the same number of groups, a divisor of the heads.")
        kinds = [name + "attention." + kind for kind in ("query", "key", "value")]
        weight = torch.stack([w[kind + ".weight"].view(groups, hidden // groups, -1) for kind in kinds], 1).flatten(0, 2)
        bias = torch.stack([w[kind + ".bias"].view(groups, -1) for kind in kinds], 1).flatten()
        mixed = GroupedLinear.apply(x.reshape(-1, hidden), weight, bias, groups)
        mixed = mixed.view(batch, tokens, groups, 3, heads // groups, hidden // heads).permute(3, 0, 2, 4, 1, 5)
        return mixed.reshape(3, batch * heads, tokens, hidden // heads).unbind(0)

    def grouped(self, x, w, name, groups):
        return GroupedLinear.apply(x, w[name + ".weight"].squeeze(-1), w[name + ".bias"], self.config[groups])

    def norm(self, x, w, name):
        return F.layer_norm(x, x.shape[-1:], w[name + ".layernorm.weight"], w[name + ".layernorm.bias"], 1e-12)


def pad(rows, length, device="cpu"):
    """(ids, keep) of token id lists, padded with 0 to a length; keep is None if nothing is padded."""
    ids = torch.zeros(len(rows), length, dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
    lengths = torch.tensor([len(row) for row in rows])
    keep = torch.arange(length) < lengths[:, None]
    return ids.to(device), None if bool(keep.all()) else keep.to(device)


@torch.inference_mode()
def encode(student, tokenizer, texts, tokens_per_batch=2048, device="cpu"):
    """Unit vectors (texts x hidden, fp32), batched by exact length."""
    by_length = {}
    for i, encoding in enumerate(tokenizer.encode_batch(list(texts))):
        by_length.setdefault(len(encoding.ids), []).append((i, encoding.ids))
    vectors = torch.empty(len(texts), student.config["hidden_size"])
    for length, rows in by_length.items():
        step = max(1, tokens_per_batch // length)
        for start in range(0, len(rows), step):
            places, ids = zip(*rows[start : start + step])
            vectors[list(places)] = F.normalize(student(pad(ids, length, device)[0]).float(), dim=-1).cpu()
    return vectors
