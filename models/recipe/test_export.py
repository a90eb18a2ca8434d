"""Exports tiny random checkpoints and compares the graphs with transformers' SqueezeBertModel."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from safetensors.torch import save_file
from transformers import SqueezeBertConfig, SqueezeBertModel

import export
import words
from calibrate import find_divisors
from checkpoint import CheckpointError, Linear, read_checkpoint
from graph import INPUT, build_graph, quantise_weight, regroup

torch.set_num_threads(1)

VOCAB = ["[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz?!,.'-"]
VOCAB += [f"##{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
TEXTS = ["a b?", "Printer jam, again!", "hello", "the parcel is late. where can it be", "x"]


def make_model(**changes) -> SqueezeBertModel:
    torch.manual_seed(7)
    config = SqueezeBertConfig(
        # like the public checkpoints, a few more rows than vocab.txt has lines
        **{"vocab_size": len(VOCAB) + 6, "hidden_size": 48, "embedding_size": 48, "num_attention_heads": 12}
        | {"num_hidden_layers": 3, "intermediate_size": 96, "max_position_embeddings": 64}
        | changes
    )
    model = SqueezeBertModel(config).eval()
    for name, weight in model.named_parameters():
        torch.nn.init.normal_(weight, 1.0 if name.lower().endswith("norm.weight") else 0.0, 0.2)
    return model


def save(folder: Path, model: SqueezeBertModel, tensors: dict | None = None) -> Path:
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(model.config.to_dict()))
    (folder / "vocab.txt").write_text("\n".join(VOCAB) + "\n")
    weights = tensors or model.state_dict()
    save_file({key: value.contiguous() for key, value in weights.items()}, folder / "model.safetensors")
    return folder


def expected(model: SqueezeBertModel, texts: list[str], folder: Path, pooling: str = "cls") -> np.ndarray:
    tokenizer = export.make_tokenizer(read_checkpoint(folder), 32)
    rows = []
    for text in texts:
        with torch.no_grad():
            states = model(torch.tensor([tokenizer.encode(text).ids])).last_hidden_state[0]
        row = states[0] if pooling == "cls" else states.mean(dim=0)
        rows.append((row / row.norm()).numpy())
    return np.stack(rows)


def encode(folder: Path, texts: list[str], *, int8: bool = False, pooling: str = "cls") -> np.ndarray:
    checkpoint = read_checkpoint(folder)
    graph = build_graph(checkpoint, int8=int8, pooling=pooling, max_tokens=32)
    return export.Encoder(graph, checkpoint, 32).encode(texts)


@pytest.mark.parametrize("pooling", ["cls", "mean"])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"post_attention_groups": 2},
        {"q_groups": 2, "k_groups": 4, "v_groups": 1, "intermediate_groups": 2, "output_groups": 4},
        {"q_groups": 8, "k_groups": 8, "v_groups": 8, "layer_norm_eps": 0.01},
    ],
    ids=["groups of the paper", "grouped post-attention", "unequal groups", "groups that cut through heads"],
)
def test_fp32_agrees_with_transformers(tmp_path, changes, pooling):
    model = make_model(**changes)
    folder = save(tmp_path / "checkpoint", model)
    np.testing.assert_allclose(
        encode(folder, TEXTS, pooling=pooling), expected(model, TEXTS, folder, pooling), atol=2e-6
    )


def test_reads_prefix_heads_and_missing_pooler(tmp_path):
    model = make_model()
    plain = {key: value for key, value in model.state_dict().items() if not key.startswith("pooler.")}
    headed = {f"transformer.{key}": value for key, value in model.state_dict().items()}
    headed["classifier.weight"] = torch.zeros(3, 48)
    headed["transformer.embeddings.position_ids"] = torch.arange(64)[None]
    want = encode(save(tmp_path / "whole", model), TEXTS)
    np.testing.assert_array_equal(encode(save(tmp_path / "plain", model, plain), TEXTS), want)
    np.testing.assert_array_equal(encode(save(tmp_path / "headed", model, headed), TEXTS), want)


def test_reads_half_precision_pytorch_file(tmp_path):
    model = make_model().half()
    folder = save(tmp_path / "checkpoint", model)
    (folder / "model.safetensors").unlink()
    torch.save(model.state_dict(), folder / "pytorch_model.bin")
    np.testing.assert_allclose(encode(folder, TEXTS), expected(model.float(), TEXTS, folder), atol=2e-6)


@pytest.mark.parametrize("groups", [1, 4])
@pytest.mark.parametrize("pooling", ["cls", "mean"])
def test_int8_is_close_and_one_text_at_a_time(tmp_path, groups, pooling):
    folder = save(tmp_path / "checkpoint", make_model(**{f"{part}_groups": groups for part in ("q", "k", "v", "intermediate", "output")}))
    exact, short = (encode(folder, TEXTS, int8=int8, pooling=pooling) for int8 in (False, True))
    assert (exact * short).sum(axis=1).min() > 0.99
    np.testing.assert_array_equal(encode(folder, TEXTS[::-1], int8=True, pooling=pooling)[::-1], short)


def test_word_vectors_that_fit_4_bits_lose_nothing_in_an_int8_graph(tmp_path):
    model = make_model(hidden_size=64, embedding_size=64, num_attention_heads=4)
    table = model.embeddings.word_embeddings.weight.data
    table.copy_(torch.from_numpy(words.restore(*words.quantise(table.numpy()))))
    checkpoint = read_checkpoint(save(tmp_path / "checkpoint", model))
    graph = build_graph(checkpoint, int8=True)
    stored = {tensor.name: tensor.dims for tensor in graph.graph.initializer}
    assert stored["words"][1] == table.shape[1] // 2
    graph.graph.output.append(onnx.helper.make_tensor_value_info("words.vectors", onnx.TensorProto.FLOAT, None))
    ids = np.array([[2, 7, 40, 3]])
    found = onnxruntime.InferenceSession(graph.SerializeToString()).run(["words.vectors"], {INPUT: ids})[0]
    np.testing.assert_array_equal(found[0], table[ids[0]])


def test_a_neuron_with_huge_values_is_tamed(tmp_path):
    model = make_model()
    with torch.no_grad():  # one neuron of the second group becomes large on every text
        inner = model.encoder.layers[1].intermediate.conv1d
        inner.bias[30] = 200
    folder = save(tmp_path / "checkpoint", model)
    checkpoint = read_checkpoint(folder)
    plain = build_graph(checkpoint, int8=False, max_tokens=32)
    tokens = [export.make_tokenizer(checkpoint, 32).encode(text).ids for text in TEXTS]
    divisors = find_divisors(plain, tokens)
    assert np.flatnonzero(divisors["layer1.intermediate.1.gelu"] > 1).tolist() == [30 - 24]
    exact = export.Encoder(plain, checkpoint, 32).encode(TEXTS)

    def vectors(int8: bool, divisors: dict) -> np.ndarray:
        graph = build_graph(checkpoint, int8=int8, max_tokens=32, divisors=divisors)
        return export.Encoder(graph, checkpoint, 32).encode(TEXTS)

    np.testing.assert_allclose(vectors(False, divisors), exact, atol=1e-5)
    tamed, spoilt = ((vectors(True, some) * exact).sum(axis=1).mean() for some in (divisors, {}))
    assert tamed > 0.99 and 1 - tamed < (1 - spoilt) / 2


def test_pairs_of_int8_weights_cannot_saturate_16_bits():
    weight = np.random.default_rng(3).normal(size=(95, 40)).astype(np.float32)
    weight[10:12, 5] = 9, 8.9  # two large neighbours
    weight[:, 7] = 0
    values, scale = quantise_weight(weight)
    assert np.abs(values * scale - weight).max() <= scale.max() / 2 + 1e-6
    pairs = np.vstack([values, np.zeros((1, 40), np.int8)]).astype(int).reshape(48, 2, 40)
    assert 255 * np.maximum(pairs, 0).sum(axis=1).max() < 2**15
    assert 255 * np.maximum(-pairs, 0).sum(axis=1).max() < 2**15


def test_regrouping_keeps_the_product():
    random = np.random.default_rng(4)
    linear = Linear(random.normal(size=(4, 3, 5)).astype(np.float32), np.zeros(20, np.float32))
    x = random.normal(size=(2, 12)).astype(np.float32)

    def product(weight: np.ndarray) -> np.ndarray:
        return np.concatenate([part @ w for part, w in zip(np.split(x, len(weight), axis=1), weight)], axis=1)

    for groups in (1, 2, 4):
        np.testing.assert_allclose(product(regroup(linear, groups).weight), product(linear.weight), atol=1e-6)


def test_writes_a_bundle_whose_hashes_match(tmp_path, capsys):
    model = make_model()
    folder = save(tmp_path / "checkpoint", model)
    rows = [
        {"text": text, "vector": [round(float(value), 6) for value in vector]}
        for text, vector in zip(TEXTS, expected(model, TEXTS, folder))
    ]
    (folder / "vectors.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    target = tmp_path / "bundle"
    assert export.main([str(folder), str(target), "--max-tokens", "32"]) == 0
    output = capsys.readouterr().out
    assert re.search(r"fp32: largest difference \S+ from the checkpoint's 5 vectors", output)
    assert re.search(r"int8: mean cosine 0\.99\d+", output)
    bundle = json.loads((target / "bundle.json").read_text())
    assert (bundle["name"], bundle["format"], bundle["inputs"]) == ("bundle", 1, ["input_ids"])
    assert bundle["architecture"]["vocabulary"] == len(VOCAB) and bundle["dimension"] == 48
    assert {entry["name"] for entry in bundle["files"]} == {"model.onnx", "vocab.txt", "MODEL_CARD.md"}
    for entry in bundle["files"]:
        content = (target / entry["name"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (entry["size"], entry["sha256"])
    first = (target / "model.onnx").read_bytes()
    assert export.main([str(folder), str(target), "--max-tokens", "32"]) == 0
    assert (target / "model.onnx").read_bytes() == first


def test_wrong_vectors_fail_and_write_nothing(tmp_path, capsys):
    folder = save(tmp_path / "checkpoint", make_model())
    (folder / "vectors.jsonl").write_text(json.dumps({"text": "hello", "vector": [0.5] * 48}) + "\n")
    assert export.main([str(folder), str(tmp_path / "bundle"), "--max-tokens", "32"]) == 1
    assert "vectors.jsonl" in capsys.readouterr().err
    assert not (tmp_path / "bundle").exists()


def test_an_onnx_file_is_sent_to_the_program(tmp_path, capsys):
    graph = tmp_path / "model.onnx"
    graph.write_bytes(b"x")
    for source in (graph, tmp_path):
        assert export.main([str(source), str(tmp_path / "bundle")]) == 1
        assert f"deskbert model add {graph}" in capsys.readouterr().err
    assert not (tmp_path / "bundle").exists()


def test_bad_checkpoints_are_named(tmp_path):
    model = make_model()
    folder = save(tmp_path / "checkpoint", model)
    (folder / "model.safetensors").write_bytes(b"nonsense")
    with pytest.raises(CheckpointError, match="model.safetensors can't be read"):
        read_checkpoint(folder)
    (folder / "model.safetensors").unlink()
    with pytest.raises(CheckpointError, match="neither model.safetensors nor pytorch_model.bin"):
        read_checkpoint(folder)
    broken = dict(model.state_dict())
    del broken["encoder.layers.1.attention.key.bias"]
    with pytest.raises(CheckpointError, match="has no 'encoder.layers.1.attention.key.bias'"):
        read_checkpoint(save(tmp_path / "broken", model, broken))
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"model_type": "bert"}))
    with pytest.raises(CheckpointError, match="only 'squeezebert'"):
        read_checkpoint(folder)
