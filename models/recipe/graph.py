"""Builds the ONNX graph of a SqueezeBERT sentence encoder from a checkpoint.

One text at a time, no padding: `input_ids` int64 (1, tokens) -> `sentence_embedding` float32 (1, hidden), unit length.
So no attention mask is needed, and with one thread a text's vector depends on nothing but the text.

Layout (batch, tokens, channels), without the transposes of the original convolutions. Add + LayerNormalization stay
two nodes, because the fused SkipLayerNormalization is slower on CPUs. See README.md for the measurements behind this.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from checkpoint import Checkpoint, Layer, Linear, Norm

INPUT = "input_ids"
OUTPUT = "sentence_embedding"
OPSET = 20
IR_VERSION = 10
MICROSOFT = "com.microsoft"

# Weights use 7 bits: 2 * 255 * 63 fits 16 bits, so processors without VNNI, whose 8-bit products are added in pairs
# with 16-bit saturation, compute the same sums as those with it.
WEIGHT_LIMIT = 63
WORD_LIMIT = 127  # word vectors are looked up, never multiplied in 8 bits


def build_graph(checkpoint: Checkpoint, *, int8: bool, pooling: str = "cls", max_tokens: int = 128) -> onnx.ModelProto:
    """The whole encoder; `pooling` is "cls" or "mean"; position vectors are kept for `max_tokens` tokens."""
    return _Builder(checkpoint, int8, pooling, max_tokens).model()


def quantise_columns(weight: np.ndarray, limit: int) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 per column: returns (int8 values, float32 scale per column) with value * scale ~ weight."""
    scale = np.abs(weight).max(axis=0) / limit
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.clip(np.rint(weight / scale), -limit, limit).astype(np.int8), scale


class _Builder:
    def __init__(self, checkpoint: Checkpoint, int8: bool, pooling: str, max_tokens: int):
        self.checkpoint = checkpoint
        self.config = checkpoint.config
        self.int8 = int8
        self.pooling = pooling
        self.max_tokens = max_tokens
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
        words = self.checkpoint.words
        if self.int8:
            values, scale = quantise_columns(words.T, WORD_LIMIT)
            rows = self.node("Gather", [self.constant("words", np.ascontiguousarray(values.T)), INPUT], "words.rows")
            rows = self.node("Cast", [rows], "words.float", to=TensorProto.FLOAT)
            scales = self.node("Gather", [self.constant("words.scale", scale[:, None]), INPUT], "words.scales")
            x = self.node("Mul", [rows, scales], "words.vectors")
        else:
            x = self.node("Gather", [self.constant("words", words), INPUT], "words.vectors")
        # a single text has token type 0 throughout, so its vector is part of the position's
        table = self.checkpoint.positions[: self.max_tokens] + self.checkpoint.token_types[0]
        shape = self.node("Shape", [INPUT], "tokens", start=1, end=2)
        positions = self.node("Slice", [self.constant("positions", table), self.ints(0), shape, self.ints(0)], "places")
        x = self.node("Add", [x, positions], "embeddings.sum")
        return self.norm("embeddings.norm", x, self.checkpoint.embedding_norm, self.config.layer_norm_eps)

    def layer(self, name: str, x: str, layer: Layer, only_cls: bool) -> str:
        """One encoder layer; `only_cls`: the result is needed for the first token only, keys and values for all."""
        mine = self.node("Slice", [x, self.ints(0), self.ints(1), self.ints(1)], f"{name}.cls") if only_cls else x
        q = self.linear(f"{name}.q", mine, layer.linears["q"])
        k = self.linear(f"{name}.k", x, layer.linears["k"])
        v = self.linear(f"{name}.v", x, layer.linears["v"])
        context = self.node(
            "MultiHeadAttention", [q, k, v], f"{name}.context", domain=MICROSOFT, num_heads=self.config.heads
        )
        y = self.linear(f"{name}.post_attention", context, layer.linears["post_attention"])
        y = self.node("Add", [y, mine], f"{name}.attention.sum")
        # the layers' own normalisations don't take the epsilon of the configuration
        y = self.norm(f"{name}.attention.norm", y, layer.attention_norm, 1e-12)
        z = self.linear(f"{name}.intermediate", y, layer.linears["intermediate"])
        z = self.node("Gelu", [z], f"{name}.gelu")
        z = self.linear(f"{name}.output", z, layer.linears["output"])
        z = self.node("Add", [z, y], f"{name}.output.sum")
        return self.norm(f"{name}.output.norm", z, layer.output_norm, 1e-12)

    def pool(self, x: str) -> None:
        if self.pooling == "cls":
            pooled = self.node("Squeeze", [x, self.ints(1)], "pooled")
        else:
            pooled = self.node("ReduceMean", [x, self.ints(1)], "pooled", keepdims=0)
        length = self.node("ReduceL2", [pooled, self.ints(1)], "pooled.length", keepdims=1)
        self.node("Div", [pooled, length], OUTPUT)

    def linear(self, name: str, x: str, linear: Linear) -> str:
        """A grouped layer as one small product per group; only 2-D weights are packed ahead by ONNX Runtime."""
        groups = len(linear.weight)
        parts = [x]
        if groups > 1:
            parts = self.split(f"{name}.in", x, groups)
        biases = np.split(linear.bias, groups)
        results = []
        for g, (part, weight, bias) in enumerate(zip(parts, linear.weight, biases)):
            label = f"{name}.{g}"
            if self.int8:
                values, scale = quantise_columns(weight, WEIGHT_LIMIT)
                inputs = [part, self.constant(f"{label}.weight", values), self.constant(f"{label}.scale", scale), ""]
                inputs.append(self.constant(f"{label}.bias", bias))
                results.append(self.node("DynamicQuantizeMatMul", inputs, label, domain=MICROSOFT))
            else:
                product = self.node("MatMul", [part, self.constant(f"{label}.weight", weight)], f"{label}.product")
                results.append(self.node("Add", [product, self.constant(f"{label}.bias", bias)], label))
        return results[0] if groups == 1 else self.node("Concat", results, name, axis=-1)

    def split(self, name: str, x: str, parts: int) -> list[str]:
        outputs = [f"{name}{i}" for i in range(parts)]
        self.nodes.append(helper.make_node("Split", [x], outputs, axis=-1, num_outputs=parts))
        return outputs

    def norm(self, name: str, x: str, norm: Norm, epsilon: float) -> str:
        inputs = [x, self.constant(f"{name}.weight", norm.weight), self.constant(f"{name}.bias", norm.bias)]
        return self.node("LayerNormalization", inputs, name, epsilon=epsilon, axis=-1)

    def node(self, op: str, inputs: Sequence[str], output: str, **attributes) -> str:
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, **attributes))
        return output

    def constant(self, name: str, values: np.ndarray) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def ints(self, value: int) -> str:
        return self.constant(f"int.{value}", np.array([value], dtype=np.int64))
