#!/usr/bin/env python3
"""Time encoders side by side, one text at a time, without tokenizer; prints a Markdown table of milliseconds and of ratios to the first.

Encoders are NAME=SOURCE: a checkpoint folder (its int8 graph; fp32 with a name that ends in fp32), a bundle, or a LangChain4j embedding jar.
Runs of all encoders alternate, the least of --rounds means of --runs counts: other work on the machine can only add time.
"""
import argparse
import os
import time
import zipfile
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import onnxruntime

from calibrate import find_divisors
from checkpoint import read_checkpoint
from export import TEXTS, make_tokenizer
from graph import build_graph


def model_of(name, source):
    """The serialised graph."""
    if source.suffix == ".jar":
        with zipfile.ZipFile(source) as archive:
            return archive.read(next(entry for entry in archive.namelist() if entry.endswith(".onnx")))
    if (source / "bundle.json").exists():
        return (source / "model.onnx").read_bytes()
    checkpoint = read_checkpoint(source)
    exact = build_graph(checkpoint, int8=False)
    if name.endswith("fp32"):
        return exact.SerializeToString()
    tokenizer = make_tokenizer(checkpoint, 128)
    divisors = find_divisors(exact, (tokenizer.encode(text).ids for text in TEXTS))
    return build_graph(checkpoint, int8=True, divisors=divisors).SerializeToString()


def feed_of(session, ids):
    known = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    return {entry.name: known[entry.name] for entry in session.get_inputs()}


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoders", nargs="+", metavar="NAME=SOURCE")
    parser.add_argument("--tokens", type=int, nargs="+", default=[8, 16, 32, 64], help="lengths (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=1, help="intra-op threads (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--runs", type=int, default=15, help="runs of an encoder in each round")
    args = parser.parse_args(arguments)

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = args.threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    named = [encoder.split("=", 1) for encoder in args.encoders]
    sessions = {
        name: onnxruntime.InferenceSession(model_of(name, Path(source)), options, providers=["CPUExecutionProvider"]) for name, source in named
    }
    rng = np.random.default_rng(1)
    rows = {name: [] for name in sessions}
    for tokens in args.tokens:
        ids = rng.integers(1000, 5000, (1, tokens))
        least = dict.fromkeys(sessions, float("inf"))
        for _ in range(args.rounds):
            for name, session in sessions.items():
                feed = feed_of(session, ids)
                started = time.perf_counter()
                for _ in range(args.runs):
                    session.run(None, feed)
                least[name] = min(least[name], (time.perf_counter() - started) / args.runs * 1000)
        for name, value in least.items():
            rows[name].append(value)
    first = next(iter(rows.values()))
    print("| tokens | " + " | ".join(map(str, args.tokens)) + " |\n|---" + "|---" * len(args.tokens) + "|")
    for name, values in rows.items():
        print(f"| {name} | " + " | ".join(f"{value:.2f} ms ({value / base:.2f})" for value, base in zip(values, first)) + " |")


if __name__ == "__main__":
    main()
