#!/usr/bin/env python3
"""A student without gradients: solve each layer by ridge regression so that it follows the teacher.

Embeddings (in 4 bits a word's channel) and layer normalisations are the teacher's. Then, layer after layer, each product is solved so that
from the student's own input it gives what the teacher's product gives from the teacher's input; where a residual is added, so that the sums
agree. A student with fewer neurons between the two feed-forward products keeps those of the teacher that are missed most (`choose_neurons`).
"""
import argparse
import random
import time
from pathlib import Path

import torch
from embed import MAX_TOKENS, read_corpus
from embed import encode as encode_teacher
from student import WORDS, Student, encode, write_checkpoint
from tokenizers import BertWordPieceTokenizer
from torch.nn import functional as F
from transformers import BertModel, SqueezeBertConfig

import words

WATCHED = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "intermediate": "intermediate.dense",
    "attention_sum": "attention.output.LayerNorm",
    "output_sum": "output.LayerNorm",
}


def watch(layer, states):
    """Runs a teacher layer on a batch; returns its output, the results of its products, and its sums before a normalisation."""
    seen, hooks = {}, []
    for name, path in WATCHED.items():
        module = layer.get_submodule(path)
        hook = lambda _, inputs, output, name=name: seen.__setitem__(name, inputs[0] if name.endswith("sum") else output)
        hooks.append(module.register_forward_hook(hook))
    output = layer(states)
    for hook in hooks:
        hook.remove()
    return (output[0] if isinstance(output, tuple) else output), seen


def solve(inputs, targets, groups, ridge):
    """(weight (out, in / groups, 1), bias (out)) of the grouped layer that takes the inputs closest to the targets; lists of batches."""
    weights, biases = [], []
    for parts in zip(*(batch.flatten(0, -2).chunk(groups, -1) for batch in inputs)):
        g = len(weights)
        left = right = 0
        for part, target in zip(parts, targets):
            part = torch.cat([part, part.new_ones(len(part), 1)], 1)
            left = left + part.T @ part
            right = right + part.T @ target.flatten(0, -2).chunk(groups, -1)[g]
        left.diagonal().add_(ridge * left.diagonal().mean())
        solution = torch.linalg.solve(left.double(), right.double()).float()
        weights.append(solution[:-1].T.unsqueeze(-1))
        biases.append(solution[-1])
    return torch.cat(weights).contiguous(), torch.cat(biases)


def choose_neurons(values, weight, count, ridge, at_once=16):
    """Numbers of the `count` neurons to keep, ascending: those without which `weight` (out, neurons), solved again, errs most.

    values: batches of the neurons' values (..., neurons). Optimal brain surgeon (Hassibi and Stork 1993) with whole columns: removing neuron i
    costs |w_i|^2 / (H^-1)_ii, where H is the values' second moments; then weights and H^-1 of the rest are those of the smaller problem.
    """
    moments = sum(part.T @ part for part in (batch.flatten(0, -2).double() for batch in values))
    moments.diagonal().add_(ridge * moments.diagonal().mean())
    inverse, weight, kept = torch.linalg.inv(moments), weight.double(), torch.arange(weight.shape[1])
    while len(kept) > count:
        cost = weight.square().sum(0) / inverse.diagonal()
        gone = cost.topk(min(at_once, len(kept) - count), largest=False).indices
        stay = torch.ones(len(kept), dtype=torch.bool).index_fill_(0, gone, False)
        share = torch.linalg.solve(inverse[gone][:, gone], inverse[gone][:, stay])
        weight = weight[:, stay] - weight[:, gone] @ share
        inverse = inverse[stay][:, stay] - inverse[stay][:, gone] @ share
        kept = kept[stay]
    return kept


def grouped(x, weight, bias):
    groups = x.shape[-1] // weight.shape[1]
    return torch.cat([F.linear(p, w, b) for p, w, b in zip(x.chunk(groups, -1), weight.squeeze(-1).chunk(groups), bias.chunk(groups))], -1)


def attend(q, k, v, heads):
    q, k, v = (x.unflatten(-1, (heads, -1)).transpose(1, 2) for x in (q, k, v))
    scores = torch.softmax(q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5, -1)
    return (scores @ v).transpose(1, 2).flatten(2)


@torch.no_grad()
def initialise(bert, config, batches, ridge, word_bits=16, told=lambda text: None):
    """State dict of the student; batches are id tensors, each of one length. With 4 word bits the teacher's table is rounded, too."""
    teacher = [bert.embeddings(input_ids=ids) for ids in batches]
    state = {f"embeddings.{name}": value for name, value in bert.embeddings.state_dict().items() if name.endswith(("weight", "bias"))}
    if word_bits == 4:
        state[WORDS] = torch.from_numpy(words.restore(*words.quantise(state[WORDS].numpy())))
        bert.embeddings.word_embeddings.weight.copy_(state[WORDS])
    student = [bert.embeddings(input_ids=ids) for ids in batches]
    started = time.time()
    for i, layer in enumerate(bert.encoder.layer):
        name = f"encoder.layers.{i}."
        teacher, seen = zip(*(watch(layer, states) for states in teacher))

        def fit(key, inputs, targets, groups):
            weight, bias = solve(inputs, targets, groups, ridge)
            state[f"{name}{key}.weight"], state[f"{name}{key}.bias"] = weight, bias
            return [grouped(x, weight, bias) for x in inputs]

        def settle(key, products, residuals, norm):
            state[f"{name}{key}.layernorm.weight"], state[f"{name}{key}.layernorm.bias"] = norm.weight.clone(), norm.bias.clone()
            return [F.layer_norm(p + r, p.shape[-1:], norm.weight, norm.bias, norm.eps) for p, r in zip(products, residuals)]

        kinds = ("query", "key", "value")
        mixed = zip(*(fit(f"attention.{kind}", student, [s[kind] for s in seen], getattr(config, f"{kind[0]}_groups")) for kind in kinds))
        context = [attend(*parts, config.num_attention_heads) for parts in mixed]
        missing = [s["attention_sum"] - x for s, x in zip(seen, student)]
        product = fit("post_attention.conv1d", context, missing, config.post_attention_groups)
        middle = settle("post_attention", product, student, layer.attention.output.LayerNorm)
        neurons = [s["intermediate"] for s in seen]
        if config.intermediate_size < neurons[0].shape[-1]:
            kept = choose_neurons([F.gelu(x) for x in neurons], layer.output.dense.weight, config.intermediate_size, ridge)
            neurons = [x[..., kept] for x in neurons]
        inner = fit("intermediate.conv1d", middle, neurons, config.intermediate_groups)
        missing = [s["output_sum"] - x for s, x in zip(seen, middle)]
        product = fit("output.conv1d", [F.gelu(x) for x in inner], missing, config.output_groups)
        student = settle("output", product, middle, layer.output.LayerNorm)
        cosine = torch.cat([F.cosine_similarity(s[:, 0], t[:, 0]) for s, t in zip(student, teacher)]).mean()
        left = (time.time() - started) / (i + 1) * (len(bert.encoder.layer) - i - 1) / 60
        told(f"layer {i}: cosine to the teacher {cosine:.4f}, {left:.0f} min left")
    return state


def by_length(tokenizer, sentences):
    rows = {}
    for encoding in tokenizer.encode_batch(sentences):
        rows.setdefault(len(encoding.ids), []).append(encoding.ids)
    return [torch.tensor(ids) for ids in rows.values()]


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teacher", type=Path, help="folder written by teacher.py")
    parser.add_argument("corpus", type=Path, help="text file, a sentence a line (may be .xz)")
    parser.add_argument("out", type=Path, help="folder for the checkpoint")
    parser.add_argument("--sentences", type=int, default=4000, help="sentences to solve on (default: %(default)s)")
    parser.add_argument("--groups", type=int, default=1, help="of all products but post-attention (default: %(default)s)")
    parser.add_argument("--attention-groups", type=int, help="of query, key and value, if not --groups")
    parser.add_argument("--intermediate", type=int, default=512, help="neurons between the feed-forward products (default: %(default)s)")
    parser.add_argument("--word-bits", type=int, choices=(4, 16), default=4, help="of a channel of the word vectors (default: %(default)s)")
    parser.add_argument("--ridge", type=float, default=1e-3, help="relative to the mean square of the inputs (default: %(default)s)")
    parser.add_argument("--threads", type=int, help="CPU threads")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(arguments)

    if args.threads:
        torch.set_num_threads(args.threads)
    bert = BertModel.from_pretrained(args.teacher, add_pooling_layer=False).eval()
    tokenizer = BertWordPieceTokenizer(str(args.teacher / "vocab.txt"), lowercase=True)
    tokenizer.enable_truncation(MAX_TOKENS)
    sentences = random.Random(args.seed).sample(corpus := read_corpus(args.corpus), min(len(corpus), args.sentences + 500))
    held_out, sentences = sentences[:500], sentences[500:]
    same = ("vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size", "max_position_embeddings")
    groups = {f"{name}_groups": args.attention_groups or args.groups for name in ("q", "k", "v")}
    groups |= {f"{name}_groups": args.groups for name in ("intermediate", "output")}
    sizes = {name: getattr(bert.config, name) for name in same} | {"intermediate_size": min(args.intermediate, bert.config.intermediate_size)}
    config = SqueezeBertConfig(embedding_size=bert.config.hidden_size, post_attention_groups=1, architectures=["SqueezeBertModel"], **groups, **sizes)

    wanted = torch.from_numpy(encode_teacher(bert, tokenizer, held_out, 2048, "cpu")).float()
    state = initialise(bert, config, by_length(tokenizer, sentences), args.ridge, args.word_bits, lambda text: print(text, flush=True))
    write_checkpoint(args.out, config.to_dict(), state, args.teacher / "vocab.txt", {"step": 0, "sentences": 0})
    found = encode(Student(config.to_dict(), state, torch.float32), tokenizer, held_out)
    print(f"{args.out}: mean cosine to the teacher on {len(held_out)} unseen sentences {(found * wanted).sum(-1).mean():.4f}")


if __name__ == "__main__":
    main()
