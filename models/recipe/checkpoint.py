"""Reads a SqueezeBERT checkpoint in Hugging Face format into plain arrays.

Takes what the public checkpoints and our own training produce: `model.safetensors` or `pytorch_model.bin`, any float
type, keys with or without the prefix `transformer.`, with or without a pooler; heads for masked words or classes are
left out. Nothing is guessed: a missing key or a wrong shape ends with one sentence that names the file and the key.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file

WEIGHT_FILES = ("model.safetensors", "pytorch_model.bin")
WORDS = "embeddings.word_embeddings.weight"

# The position-wise layers of one encoder layer: key in the checkpoint -> name in `Config.groups`.
LINEARS = {
    "attention.query": "q",
    "attention.key": "k",
    "attention.value": "v",
    "post_attention.conv1d": "post_attention",
    "intermediate.conv1d": "intermediate",
    "output.conv1d": "output",
}


class CheckpointError(Exception):
    """The checkpoint can't be used; the message says which file, what is wrong and what to do."""


@dataclass(frozen=True)
class Config:
    """The figures of `config.json` that shape the network."""

    layers: int
    hidden: int
    heads: int
    intermediate: int
    groups: dict[str, int]
    vocabulary: int
    positions: int
    token_types: int
    layer_norm_eps: float


@dataclass(frozen=True)
class Linear:
    """A grouped position-wise layer: `weight` is (groups, in / groups, out / groups), `bias` is (out)."""

    weight: np.ndarray
    bias: np.ndarray


@dataclass(frozen=True)
class Norm:
    """A layer normalisation over the hidden channels: `weight` and `bias` are (hidden)."""

    weight: np.ndarray
    bias: np.ndarray


@dataclass(frozen=True)
class Layer:
    """One encoder layer; the keys of `linears` are those of `Config.groups`."""

    linears: dict[str, Linear]
    attention_norm: Norm
    output_norm: Norm


@dataclass(frozen=True)
class Checkpoint:
    """All weights in 32 bit; `words` has exactly as many rows as `vocab` has lines."""

    config: Config
    vocab: list[str]
    lowercase: bool
    words: np.ndarray
    positions: np.ndarray
    token_types: np.ndarray
    embedding_norm: Norm
    layers: list[Layer]


def read_checkpoint(folder: Path) -> Checkpoint:
    """Reads `config.json`, `vocab.txt` and the weights from `folder`."""
    config = read_config(folder)
    vocab = _vocab(folder / "vocab.txt")
    path, tensors = _tensors(folder)

    def take(key: str, *shape: int) -> np.ndarray:
        tensor = tensors.get(key)
        if tensor is None:
            raise CheckpointError(f"{path} has no '{key}'; is it a SqueezeBERT checkpoint?")
        if tuple(tensor.shape) != shape:
            raise CheckpointError(
                f"{path}: '{key}' has shape {tuple(tensor.shape)}, but config.json asks for {shape}; "
                "take weights and config.json from the same checkpoint."
            )
        return tensor.to(torch.float32).numpy()

    def norm(key: str) -> Norm:
        return Norm(take(f"{key}.weight", config.hidden), take(f"{key}.bias", config.hidden))

    def linear(key: str, inputs: int, outputs: int, groups: int) -> Linear:
        weight = take(f"{key}.weight", outputs, inputs // groups, 1)
        weight = weight.reshape(groups, outputs // groups, inputs // groups).transpose(0, 2, 1)
        return Linear(np.ascontiguousarray(weight), take(f"{key}.bias", outputs))

    layers = []
    for i in range(config.layers):
        base = f"encoder.layers.{i}."
        linears = {}
        for key, name in LINEARS.items():
            inputs = config.intermediate if name == "output" else config.hidden
            outputs = config.intermediate if name == "intermediate" else config.hidden
            linears[name] = linear(base + key, inputs, outputs, config.groups[name])
        layers.append(Layer(linears, norm(base + "post_attention.layernorm"), norm(base + "output.layernorm")))

    words = take(WORDS, config.vocabulary, config.hidden)
    if len(words) < len(vocab):
        raise CheckpointError(
            f"{path} has {len(words)} word vectors, but vocab.txt has {len(vocab)} lines; "
            "take both from the same checkpoint."
        )
    return Checkpoint(
        config=config,
        vocab=vocab,
        lowercase=_lowercase(folder),
        words=words[: len(vocab)],
        positions=take("embeddings.position_embeddings.weight", config.positions, config.hidden),
        token_types=take("embeddings.token_type_embeddings.weight", config.token_types, config.hidden),
        embedding_norm=norm("embeddings.LayerNorm"),
        layers=layers,
    )


def read_config(folder: Path) -> Config:
    """Reads and checks `config.json`."""
    path = folder / "config.json"
    raw = _json(path)
    if raw.get("model_type", "squeezebert") != "squeezebert":
        raise CheckpointError(f"{path} describes a '{raw['model_type']}'; only 'squeezebert' can be exported.")
    if raw.get("hidden_act", "gelu") != "gelu":
        raise CheckpointError(f"{path}: hidden_act '{raw['hidden_act']}' is not supported; only 'gelu' is.")
    try:
        config = Config(
            layers=int(raw["num_hidden_layers"]),
            hidden=int(raw["hidden_size"]),
            heads=int(raw["num_attention_heads"]),
            intermediate=int(raw["intermediate_size"]),
            groups={name: int(raw.get(f"{name}_groups", 1 if name == "post_attention" else 4)) for name in LINEARS.values()},
            vocabulary=int(raw.get("vocab_size", 30522)),
            positions=int(raw.get("max_position_embeddings", 512)),
            token_types=int(raw.get("type_vocab_size", 2)),
            layer_norm_eps=float(raw.get("layer_norm_eps", 1e-12)),
        )
    except KeyError as missing:
        raise CheckpointError(f"{path} has no {missing}; copy the config.json of the checkpoint.") from None
    if config.hidden % config.heads:
        raise CheckpointError(f"{path}: hidden_size {config.hidden} can't be shared out to {config.heads} heads.")
    for name, groups in config.groups.items():
        if config.hidden % groups or config.intermediate % groups:
            raise CheckpointError(f"{path}: {name}_groups {groups} does not divide the hidden or intermediate size.")
    return config


def _tensors(folder: Path) -> tuple[Path, dict[str, torch.Tensor]]:
    path = next((folder / name for name in WEIGHT_FILES if (folder / name).is_file()), None)
    if path is None:
        raise CheckpointError(f"{folder} has neither {' nor '.join(WEIGHT_FILES)}; name a checkpoint folder.")
    try:
        if path.suffix == ".safetensors":
            tensors = load_file(path)
        else:
            tensors = torch.load(path, map_location="cpu", weights_only=True)
    except (SafetensorError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise CheckpointError(f"{path} can't be read ({error}); download it again.") from None
    except Exception as error:  # torch.load raises pickle errors of several unrelated classes
        raise CheckpointError(f"{path} is no PyTorch weight file ({type(error).__name__}).") from None
    prefix = next((key[: -len(WORDS)] for key in tensors if key.endswith(WORDS)), None)
    if prefix is None:
        raise CheckpointError(f"{path} has no '{WORDS}'; is it a SqueezeBERT checkpoint?")
    return path, {key[len(prefix) :]: value for key, value in tensors.items() if key.startswith(prefix)}


def _vocab(path: Path) -> list[str]:
    try:
        # not splitlines(), which also breaks at rare characters that can be tokens
        vocab = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CheckpointError(f"{path} can't be read ({error}); a SqueezeBERT checkpoint needs its vocab.txt.") from None
    missing = [token for token in ("[PAD]", "[UNK]", "[CLS]", "[SEP]") if token not in vocab]
    if missing:
        raise CheckpointError(f"{path} lacks {', '.join(missing)}; it is no WordPiece vocabulary.")
    return vocab


def _lowercase(folder: Path) -> bool:
    path = folder / "tokenizer_config.json"
    return bool(_json(path).get("do_lower_case", True)) if path.is_file() else True


def _json(path: Path) -> dict:
    if not path.is_file():
        raise CheckpointError(f"{path} is missing; name the folder of a Hugging Face checkpoint.")
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CheckpointError(f"{path} can't be read ({error}); copy it again from the checkpoint.") from None
    if not isinstance(value, dict):
        raise CheckpointError(f"{path} is no JSON object.")
    return value
