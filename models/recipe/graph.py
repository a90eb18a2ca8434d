"""Builds the ONNX graph of a SqueezeBERT sentence encoder from a checkpoint.

One text at a time, no padding: `input_ids` int64 (1, tokens) -> `sentence_embedding` float32 (1, hidden), unit length.
So no attention mask is needed, and with one thread a text's vector depends on nothing but the text.

Layout (batch, tokens, channels), without the transposes of the original convolutions. Each group of channels is a
2-D product of its own, because ONNX Runtime packs only 2-D weights ahead, and because each group's activations then
get their own 8-bit scale. Add + LayerNormalization stay two nodes: the fused SkipLayerNormalization is slower on CPUs.
The bundle's card has the measurements behind this.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd, sqrt

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

import words
from checkpoint import Checkpoint, Layer, Linear, Norm

INPUT = "input_ids"
OUTPUT = "sentence_embedding"
OPSET = 20
IR_VERSION = 10
MICROSOFT = "com.microsoft"
GELU = ".gelu"  # ends the names of the hidden neurons' values


def build_graph(
    checkpoint: Checkpoint,
    *,
    int8: bool,
    pooling: str = "cls",
    max_tokens: int = 128,
    divisors: dict[str, np.ndarray] | None = None,
) -> onnx.ModelProto:
    """The whole encoder; `pooling` is "cls" or "mean"; position vectors are kept for `max_tokens` tokens.

    `divisors`, from `calibrate.find_divisors`, tame single neurons that would spoil an int8 graph.
    """
    return _Builder(checkpoint, int8, pooling, max_tokens, divisors or {}).model()


def quantise_weight(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Int8 per column for a product with uint8: returns (int8 values (in, out), float32 scale (out)).

    Processors without VNNI multiply bytes in pairs of neighbouring rows and saturate each pair's sum at 16 bits. The
    scale keeps the positive and the negative part of every pair within 128, so that 255 * 128 < 2^15 bounds the sum:
    all processors compute the same. This costs less than weights of 7 bits, since two large neighbours are rare.
    """
    rows = weight if len(weight) % 2 == 0 else np.vstack([weight, np.zeros_like(weight[:1])])
    pairs = rows.reshape(len(rows) // 2, 2, -1)
    most = np.maximum(np.maximum(pairs, 0).sum(axis=1), np.maximum(-pairs, 0).sum(axis=1)).max(axis=0)
    scale = _scale(most)  # at most 127 before rounding, so at most 128 after
    return np.rint(weight / scale).astype(np.int8), scale


def quantise_rows(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Int8 per row for a table that is only looked up: returns (int8 values, float32 scale (rows, 1))."""
    scale = _scale(np.abs(table).max(axis=1, keepdims=True))
    return np.rint(table / scale).astype(np.int8), scale


def _scale(most: np.ndarray) -> np.ndarray:
    return np.where(most == 0, 1, most / 127).astype(np.float32)


def regroup(linear: Linear, groups: int) -> Linear:
    """The same layer in fewer groups, which must divide its own: neighbouring groups become one, zeros between."""
    own, inputs, outputs = linear.weight.shape
    merged = own // groups
    weight = np.zeros((groups, merged * inputs, merged * outputs), dtype=np.float32)
    for g in range(own):
        i = g % merged
        weight[g // merged, i * inputs : (i + 1) * inputs, i * outputs : (i + 1) * outputs] = linear.weight[g]
    return Linear(weight, linear.bias)


class _Builder:
    def __init__(self, checkpoint: Checkpoint, int8: bool, pooling: str, max_tokens: int, divisors: dict):
        self.checkpoint = checkpoint
        self.config = checkpoint.config
        self.int8 = int8
        self.pooling = pooling
        self.max_tokens = max_tokens
        self.divisors = divisors
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def model(self) -> onnx.ModelProto:
        x = self.embeddings()
        for i, layer in enumerate(self.checkpoint.layers):
            last = i == len(self.checkpoint.layers) - 1
            x = self.layer(f"layer{i}", x, layer, only_cls=last and self.pooling == "cls")
        self.pool(x)
        graph = helper.make_graph(
            self.nodes,
            "squeezebert",
            [helper.make_tensor_value_info(INPUT, TensorProto.INT64, [1, "tokens"])],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, self.config.hidden])],
            list(self.constants.values()),
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="deskbert")
        onnx.checker.check_model(model)
        return model

    def embeddings(self) -> str:
        x = self.words()
        # a single text has token type 0 throughout, so its vector is part of the position's
        table = self.checkpoint.positions[: self.max_tokens] + self.checkpoint.token_types[0]
        tokens = self.node("Shape", [INPUT], "tokens", start=1, end=2)
        places = [self.constant("positions", table), self.ints(0), tokens, self.ints(0)]
        x = self.node("Add", [x, self.node("Slice", places, "places")], "embeddings.sum")
        return self.norm("embeddings.norm", x, self.checkpoint.embedding_norm, self.config.layer_norm_eps)

    def words(self) -> str:
        """The tokens' word vectors; in an int8 graph from 4 bits if the checkpoint's table loses nothing by it, else from 8."""
        table = self.checkpoint.words
        if not self.int8:
            return self.node("Gather", [self.constant("words", table), INPUT], "words.vectors")
        if table.shape[1] % (2 * words.BLOCK) == 0:
            codes, exponents = words.quantise(table)
            if np.array_equal(words.restore(codes, exponents), table):
                return self.words_of_4_bits(codes, exponents)
        values, scale = quantise_rows(table)
        rows = self.node("Gather", [self.constant("words", values), INPUT], "words.rows")
        rows = self.node("Cast", [rows], "words.float", to=TensorProto.FLOAT)
        scales = self.node("Gather", [self.constant("words.scale", scale), INPUT], "words.scales")
        return self.node("Mul", [rows, scales], "words.vectors")

    def words_of_4_bits(self, codes: np.ndarray, exponents: np.ndarray) -> str:
        """Two codes a byte: the low half of byte i is channel i, the high half channel i + hidden / 2."""
        hidden, least = codes.shape[1], int(exponents.min())
        low, high = np.split(codes, 2, axis=1)
        pairs = self.node("Gather", [self.constant("words", low | high << 4), INPUT], "words.pairs")
        low = self.node("BitwiseAnd", [pairs, self.constant("words.mask", np.array(15, np.uint8))], "words.low")
        high = self.node("BitShift", [pairs, self.constant("words.shift", np.array(4, np.uint8))], "words.high", direction="RIGHT")
        rows = self.node("Cast", [self.node("Concat", [low, high], "words.codes", axis=-1)], "words.float", to=TensorProto.FLOAT)
        rows = self.node("Sub", [rows, self.constant("words.zero", np.array(words.ZERO, np.float32))], "words.signed")
        blocks = self.constant("shape.blocks", np.array([1, -1, hidden // words.BLOCK, words.BLOCK], dtype=np.int64))
        rows = self.node("Reshape", [rows, blocks], "words.blocks")
        places = self.node("Gather", [self.constant("words.exponents", (exponents - least).astype(np.uint8)), INPUT], "words.places")
        places = self.node("Cast", [places], "words.places.int", to=TensorProto.INT32)
        powers = np.exp2(np.arange(least, int(exponents.max()) + 1, dtype=np.float32))
        scales = self.node("Gather", [self.constant("words.powers", powers), places], "words.scales")
        scales = self.node("Unsqueeze", [scales, self.ints(-1)], "words.scales.blocks")
        return self.node("Reshape", [self.node("Mul", [rows, scales], "words.scaled"), self.shape_x()], "words.vectors")

    def layer(self, name: str, x: str, layer: Layer, only_cls: bool) -> str:
        """One encoder layer; `only_cls`: only the first token's result is needed (keys and values still of all)."""
        context = self.attention(name, x, layer, only_cls)
        if only_cls:
            x = self.first(x, axis=1, output=f"{name}.cls")
        post = layer.linears["post_attention"]
        parts = self.split(f"{name}.context", context, len(post.weight))
        y = self.concat(f"{name}.post", self.products(f"{name}.post", parts, post))
        y = self.node("Add", [y, x], f"{name}.attention.sum")
        # the layers' own normalisations don't take the epsilon of the configuration
        y = self.norm(f"{name}.attention.norm", y, layer.attention_norm, 1e-12)
        z = self.node("Add", [self.feed_forward(name, y, layer), y], f"{name}.output.sum")
        return self.norm(f"{name}.output.norm", z, layer.output_norm, 1e-12)

    def attention(self, name: str, x: str, layer: Layer, only_cls: bool) -> str:
        """Softmax(q k / sqrt(size of a head)) v; each group's q, k and v come out of one product."""
        heads, hidden = self.config.heads, self.config.hidden
        groups = gcd(heads, *(len(layer.linears[part].weight) for part in "qkv"))
        qkv = [regroup(layer.linears[part], groups) for part in "qkv"]
        weight = np.concatenate([linear.weight for linear in qkv], axis=2)
        bias = np.concatenate([linear.bias.reshape(groups, -1) for linear in qkv], axis=1).reshape(-1)
        if self.int8 and groups == 1:
            return self.attention_in_one(name, x, Linear(weight, bias), only_cls)
        parts = self.split(f"{name}.x", x, groups)
        y = self.concat(f"{name}.qkv", self.products(f"{name}.qkv", parts, Linear(weight, bias)))
        size = hidden // heads
        shape = self.constant(f"shape.qkv.{groups}", np.array([-1, groups, 3, heads // groups, size], dtype=np.int64))
        y = self.node("Reshape", [y, shape], f"{name}.qkv.heads")  # tokens, groups, 3, heads of a group, size
        y = self.node("Transpose", [y], f"{name}.qkv.apart", perm=[2, 1, 3, 0, 4])
        q, k, v = self.split(f"{name}.qkv.apart", y, 3, axis=0)  # 1, groups, heads of a group, tokens, size
        if only_cls:
            q = self.first(q, axis=3, output=f"{name}.q.cls")
        p = self.node("FusedMatMul", [q, k], f"{name}.scores", domain=MICROSOFT, transB=1, alpha=1 / sqrt(size))
        p = self.node("Softmax", [p], f"{name}.shares", axis=-1)
        y = self.node("MatMul", [p, v], f"{name}.context.heads")
        y = self.node("Transpose", [y], f"{name}.context.tokens", perm=[0, 3, 1, 2, 4])
        return self.node("Reshape", [y, self.shape_x()], f"{name}.context")

    def attention_in_one(self, name: str, x: str, qkv: Linear, only_cls: bool) -> str:
        """Product and attention of an ungrouped int8 layer as one operator: saves a tenth of the time on short texts."""
        values, scale = quantise_weight(qkv.weight[0])
        x_scale, x_zero = f"{name}.x.scale", f"{name}.x.zero"
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], [f"{name}.x.int8", x_scale, x_zero]))
        weight, bias = self.constant(f"{name}.qkv.weight", values), self.constant(f"{name}.qkv.bias", qkv.bias)
        zeros = self.constant("qkv.zeros", np.zeros(len(scale), np.int8))
        inputs = [f"{name}.x.int8", weight, bias, x_scale, self.constant(f"{name}.qkv.scale", scale), "", x_zero, zeros]
        y = self.node("QAttention", inputs, f"{name}.context.all", domain=MICROSOFT, num_heads=self.config.heads)
        return self.first(y, axis=1, output=f"{name}.context") if only_cls else y

    def feed_forward(self, name: str, x: str, layer: Layer) -> str:
        """Both layers group by group, with no join between them."""
        inner, outer = layer.linears["intermediate"], layer.linears["output"]
        groups = gcd(len(inner.weight), len(outer.weight))
        parts = self.split(f"{name}.y", x, groups)
        parts = self.products(f"{name}.intermediate", parts, regroup(inner, groups))
        parts = [self.node("Gelu", [part], f"{part}{GELU}") for part in parts]
        outer = regroup(outer, groups)
        weight = outer.weight.copy()
        for g, part in enumerate(parts):
            if part in self.divisors:
                weight[g] *= self.divisors[part][:, None]
                factors = self.constant(f"{part}.factors", 1 / self.divisors[part])
                parts[g] = self.node("Mul", [part, factors], f"{part}.tamed")
        return self.concat(f"{name}.output", self.products(f"{name}.output", parts, Linear(weight, outer.bias)))

    def pool(self, x: str) -> None:
        if self.pooling == "cls":
            pooled = self.node("Squeeze", [x, self.ints(1)], "pooled")
        else:
            pooled = self.node("ReduceMean", [x, self.ints(1)], "pooled", keepdims=0)
        length = self.node("ReduceL2", [pooled, self.ints(1)], "pooled.length", keepdims=1)
        self.node("Div", [pooled, length], OUTPUT)

    def products(self, name: str, parts: list[str], linear: Linear) -> list[str]:
        """Each part times its group's weight, plus bias."""
        results = []
        for g, (part, weight, bias) in enumerate(zip(parts, linear.weight, np.split(linear.bias, len(parts)))):
            label = f"{name}.{g}"
            added = self.constant(f"{label}.bias", bias)
            if self.int8:
                values, scale = quantise_weight(weight)
                inputs = [part, self.constant(f"{label}.weight", values), self.constant(f"{label}.scale", scale)]
                results.append(self.node("DynamicQuantizeMatMul", [*inputs, "", added], label, domain=MICROSOFT))
            else:
                product = self.node("MatMul", [part, self.constant(f"{label}.weight", weight)], f"{label}.product")
                results.append(self.node("Add", [product, added], label))
        return results

    def split(self, name: str, x: str, parts: int, axis: int = -1) -> list[str]:
        if parts == 1:
            return [x]
        outputs = [f"{name}.part{i}" for i in range(parts)]
        self.nodes.append(helper.make_node("Split", [x], outputs, axis=axis, num_outputs=parts))
        return outputs

    def concat(self, name: str, parts: list[str]) -> str:
        return parts[0] if len(parts) == 1 else self.node("Concat", parts, name, axis=-1)

    def first(self, x: str, axis: int, output: str) -> str:
        return self.node("Slice", [x, self.ints(0), self.ints(1), self.ints(axis)], output)

    def norm(self, name: str, x: str, norm: Norm, epsilon: float) -> str:
        inputs = [x, self.constant(f"{name}.weight", norm.weight), self.constant(f"{name}.bias", norm.bias)]
        return self.node("LayerNormalization", inputs, name, epsilon=epsilon, axis=-1)

    def node(self, op: str, inputs: Sequence[str], output: str, **attributes) -> str:
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, **attributes))
        return output

    def constant(self, name: str, values: np.ndarray) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def shape_x(self) -> str:
        return self.constant("shape.x", np.array([1, -1, self.config.hidden], dtype=np.int64))

    def ints(self, value: int) -> str:
        return self.constant(f"int.{value}", np.array([value], dtype=np.int64))
