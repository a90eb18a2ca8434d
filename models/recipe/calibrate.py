"""Finds the few hidden neurons whose values are so large that they would spoil an int8 graph.

BERT-like networks have single neurons whose values are ten times those of all others, on every text. As the 8-bit
activations of a group share one scale, such a neuron takes the resolution from its neighbours. Dividing its values and
multiplying its outgoing weights by the same number changes nothing in fp32 and gives the others their resolution back.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper

from graph import GELU, INPUT

OUTLIER = 2.0  # the largest neuron of a group is tamed if it exceeds the second largest this many times


def find_divisors(model: onnx.ModelProto, texts: Iterable[list[int]]) -> dict[str, np.ndarray]:
    """Runs the fp32 graph on token ids; returns a divisor (neurons) per group that needs one, by the value's name."""
    names = [node.output[0] for node in model.graph.node if node.output[0].endswith(GELU)]
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    watched.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(watched.SerializeToString(), options, ["CPUExecutionProvider"])
    most: dict[str, np.ndarray] = {}
    for ids in texts:
        for name, values in zip(names, session.run(names, {INPUT: np.array([ids], dtype=np.int64)})):
            largest = np.abs(values).max(axis=(0, 1))
            most[name] = np.maximum(most.get(name, largest), largest)
    divisors = {}
    for name, largest in most.items():
        second = np.sort(largest)[-2:][0]
        if second > 0 and largest.max() > OUTLIER * second:
            divisors[name] = np.maximum(largest / second, 1).astype(np.float32)
    return divisors
