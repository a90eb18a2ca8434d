#!/usr/bin/env python3
"""Turns a SqueezeBERT checkpoint in Hugging Face format into a model bundle for DeskBERT.

A bundle is a folder with model.onnx, vocab.txt, bundle.json and MODEL_CARD.md. The graph is checked before anything is
written: in fp32 against the checkpoint's own vectors (vectors.jsonl, if it has one), in int8 against fp32.

Example:
  python export.py checkpoint/ ../deskbert-small --name deskbert-small --details deskbert-small.json
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before the import: the Python wheel reports usage otherwise

import numpy as np
import onnx
import onnxruntime
from tokenizers import BertWordPieceTokenizer

import card
from calibrate import find_divisors
from checkpoint import WEIGHT_FILES, Checkpoint, CheckpointError, read_checkpoint
from graph import INPUT, OUTPUT, build_graph

MOST_DIFFERENCE = 1e-4
LEAST_COSINE = 0.99

# Texts that calibrate the int8 graph, and check it where the checkpoint brings no others.
TEXTS = (
    "How do I reset my password?",
    "I can't connect to the office printer any more, what should I do?",
    "What is the deadline for travel expenses",
    "where can i see my payslip",
    "Thanks, that helped a lot!",
    "The parcel arrived damaged and one of the two cups is missing; can I get a refund?",
    "How many days of holiday are left at the end of the year if I started in May?",
    "I want to talk to a person.",
    "screen flickers",
    "Which side effects should I tell my doctor about?",
)


@dataclass(frozen=True)
class Scores:
    """What the checks found; None where there was nothing to compare with."""

    texts: int
    difference: float | None
    mean_cosine: float | None
    least_cosine: float | None


class CheckError(Exception):
    """The exported graph does not agree with the checkpoint."""


class Encoder:
    """Runs an exported graph on texts, one at a time and on one thread, as DeskBERT does."""

    def __init__(self, model: onnx.ModelProto, checkpoint: Checkpoint, max_tokens: int):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(model.SerializeToString(), options, ["CPUExecutionProvider"])
        self.tokenizer = make_tokenizer(checkpoint, max_tokens)

    def encode(self, texts: list[str]) -> np.ndarray:
        """Unit vectors (texts, hidden)."""
        rows = []
        for text in texts:
            ids = np.array([self.tokenizer.encode(text).ids], dtype=np.int64)
            rows.append(self.session.run([OUTPUT], {INPUT: ids})[0][0])
        return np.stack(rows)


def make_tokenizer(checkpoint: Checkpoint, max_tokens: int) -> BertWordPieceTokenizer:
    """The checkpoint's tokenizer; longer texts are cut, keeping [CLS] and [SEP]."""
    vocab = {token: i for i, token in enumerate(checkpoint.vocab)}
    tokenizer = BertWordPieceTokenizer(vocab, lowercase=checkpoint.lowercase)
    tokenizer.enable_truncation(max_tokens)
    return tokenizer


def export(
    folder: Path,
    target: Path,
    *,
    name: str,
    precision: str = "int8",
    pooling: str = "cls",
    max_tokens: int = 128,
    details: dict | None = None,
) -> Scores:
    """Writes the bundle `target` from the checkpoint `folder`; writes nothing if a check fails."""
    refuse_onnx(folder)
    checkpoint = read_checkpoint(folder)
    if max_tokens > checkpoint.config.positions:
        raise CheckpointError(
            f"The checkpoint has positions for {checkpoint.config.positions} tokens; "
            f"--max-tokens {max_tokens} is too many."
        )
    models = {"fp32": build_graph(checkpoint, int8=False, pooling=pooling, max_tokens=max_tokens)}
    if precision == "int8":
        tokenizer = make_tokenizer(checkpoint, max_tokens)
        divisors = find_divisors(models["fp32"], (tokenizer.encode(text).ids for text in TEXTS))
        models["int8"] = build_graph(
            checkpoint, int8=True, pooling=pooling, max_tokens=max_tokens, divisors=divisors
        )
    scores = check(checkpoint, models, folder / "vectors.jsonl", max_tokens)
    write_bundle(target, checkpoint, models[precision], scores, name, precision, pooling, max_tokens, details or {})
    return scores


def refuse_onnx(folder: Path) -> None:
    """Raises CheckpointError for what is a graph already and needs no export."""
    graphs = [folder] if folder.suffix == ".onnx" else sorted(folder.glob("*.onnx"))
    if graphs and not any((folder / name).exists() for name in WEIGHT_FILES):
        raise CheckpointError(
            f"{graphs[0]} is an ONNX file and needs no export: add it as it is, with deskbert model add {graphs[0]}."
        )


def check(checkpoint: Checkpoint, models: dict[str, onnx.ModelProto], vectors: Path, max_tokens: int) -> Scores:
    """Compares fp32 with the checkpoint's vectors and int8 with fp32; raises CheckError beyond the limits."""
    texts, expected = list(TEXTS), None
    if vectors.is_file():
        rows = [json.loads(line) for line in vectors.read_text(encoding="utf-8").splitlines() if line]
        texts = [row["text"] for row in rows]
        expected = np.array([row["vector"] for row in rows], dtype=np.float32)
    exact = Encoder(models["fp32"], checkpoint, max_tokens).encode(texts)
    if not np.isfinite(exact).all():
        raise CheckError("The fp32 graph gives vectors with NaN or infinite values; the weights are damaged.")
    difference = mean = least = None
    if expected is not None:
        difference = float(np.abs(exact - expected).max())
        if not difference <= MOST_DIFFERENCE:
            raise CheckError(
                f"The fp32 graph differs from {vectors} by {difference:.2g}, more than {MOST_DIFFERENCE:g}; "
                "do vectors and weights belong together, and is --pooling right?"
            )
    if "int8" in models:
        cosines = (Encoder(models["int8"], checkpoint, max_tokens).encode(texts) * exact).sum(axis=1)
        mean, least = float(cosines.mean()), float(cosines.min())
        if not mean >= LEAST_COSINE:
            raise CheckError(
                f"int8 agrees with fp32 only to a mean cosine of {mean:.4f}, below {LEAST_COSINE}; use --precision fp32."
            )
    return Scores(len(texts), difference, mean, least)


def write_bundle(
    target: Path,
    checkpoint: Checkpoint,
    model: onnx.ModelProto,
    scores: Scores,
    name: str,
    precision: str,
    pooling: str,
    max_tokens: int,
    details: dict,
) -> None:
    """Writes the four files; bundle.json last, so that a killed export leaves no bundle that looks whole."""
    config = checkpoint.config
    target.mkdir(parents=True, exist_ok=True)
    (target / "bundle.json").unlink(missing_ok=True)
    (target / "model.onnx").write_bytes(model.SerializeToString(deterministic=True))
    (target / "vocab.txt").write_bytes("".join(token + "\n" for token in checkpoint.vocab).encode("utf-8"))
    bundle = {
        "format": 1,
        "name": name,
        "description": details.get("description", f"SqueezeBERT sentence encoder, {precision}"),
        "architecture": {
            "type": "squeezebert",
            "layers": config.layers,
            "hidden": config.hidden,
            "heads": config.heads,
            "intermediate": config.intermediate,
            "groups": config.groups,
            "vocabulary": len(checkpoint.vocab),
        },
        "pooling": pooling,
        "normalized": True,
        "dimension": config.hidden,
        "max_tokens": max_tokens,
        "precision": precision,
        "languages": details.get("languages", ["en"]),
        "lowercase": checkpoint.lowercase,
        "prefix": details.get("prefix", ""),
        "inputs": [INPUT],
        "output": OUTPUT,
        "licence": details.get("licence", "unknown"),
        "files": [],
        "provenance": details.get("provenance", {}),
    }
    (target / "MODEL_CARD.md").write_bytes(card.text(bundle, scores, details.get("card", "")).encode("utf-8"))
    bundle["files"] = [_entry(target / file) for file in ("model.onnx", "vocab.txt", "MODEL_CARD.md")]
    text = json.dumps(bundle, indent=2, ensure_ascii=False) + "\n"
    (target / "bundle.json").write_bytes(text.encode("utf-8"))


def _entry(path: Path) -> dict:
    content = path.read_bytes()
    return {"name": path.name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, help="folder with config.json, vocab.txt and the weights")
    parser.add_argument("bundle", type=Path, help="folder to write; made if it does not exist")
    parser.add_argument("--name", help="name of the bundle (default: the folder's)")
    parser.add_argument("--precision", choices=("int8", "fp32"), default="int8")
    parser.add_argument("--pooling", choices=("cls", "mean"), default="cls", help="how tokens become one vector")
    parser.add_argument("--max-tokens", type=int, default=128, help="longest text, with [CLS] and [SEP] (default 128)")
    parser.add_argument("--details", type=Path, help="JSON file with description, licence, provenance and card")
    options = parser.parse_args(arguments)
    try:
        details = json.loads(options.details.read_text(encoding="utf-8")) if options.details else {}
        if isinstance(details.get("card"), dict):
            raise ValueError("'card' must name a Markdown file")
        if details.get("card"):
            details["card"] = (options.details.parent / details["card"]).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        print(f"{options.details} can't be used: {error}", file=sys.stderr)
        return 2
    try:
        scores = export(
            options.checkpoint,
            options.bundle,
            name=options.name or options.bundle.resolve().name,
            precision=options.precision,
            pooling=options.pooling,
            max_tokens=options.max_tokens,
            details=details,
        )
    except (CheckpointError, CheckError) as error:
        print(error, file=sys.stderr)
        return 1
    if scores.difference is None:
        print("fp32: no vectors.jsonl beside the checkpoint, not compared")
    else:
        print(f"fp32: largest difference {scores.difference:.1e} from the checkpoint's {scores.texts} vectors")
    if scores.mean_cosine is not None:
        print(f"int8: mean cosine {scores.mean_cosine:.4f} to fp32, least {scores.least_cosine:.4f} ({scores.texts} texts)")
    size = sum(file.stat().st_size for file in options.bundle.iterdir())
    print(f"Wrote {options.bundle} ({size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
