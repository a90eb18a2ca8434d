#!/usr/bin/env python3
"""Choose sentences from a corpus and write the teacher's vectors for them, in parts that training can read while later parts are made.

Questions and sentences with rare words are preferred: a frequent word is learnt from any sample, a rare one only from the few sentences
that hold it. A share of the chosen sentences gets a second view: one content word replaced by a rare word (so that the student must tell
words apart that the corpus seldom shows), or only its content words, as people type into a search box. A view is a text of its own, with its
own teacher vector.

Part n is part-n.txt (a sentence a line) and part-n.npy (fp16, sentences x hidden, unit length). Finished parts are skipped by a second run.
"""
import argparse
import lzma
import math
import os
import random
import re
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from tokenizers import BertWordPieceTokenizer
from transformers import BertModel

WORD = re.compile(r"[a-z]{3,}")
ASKING = re.compile(
    r"\s*(what|who|whom|whose|which|when|where|why|how|is|are|am|was|were|do|does|did|can|could|will|would|should|may|has|have|had)\b.*\?*$", re.I
)
MAX_WORDS = 28
MAX_TOKENS = 48
COMMON_WORDS = 300


def read_corpus(path):
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [line.strip() for line in lines if line.strip()]


def choose(sentences, count, rng):
    """Weighted sample without replacement, best first: question-like x rare words / sqrt(length). Also returns the word counts."""
    words = [set(WORD.findall(sentence.lower())) for sentence in sentences]
    frequency = Counter(word for found in words for word in found)
    keyed = []
    for sentence, found in zip(sentences, words):
        if not found or sentence.count(" ") >= MAX_WORDS:
            continue
        rare = sum(min(1.0, 100 / frequency[word]) for word in found)
        weight = (0.5 + rare) / math.sqrt(len(found)) * (2 if "?" in sentence or ASKING.match(sentence) else 1)
        keyed.append((math.log(1 - rng.random()) / weight, sentence))  # Efraimidis and Spirakis 2006
    keyed.sort(reverse=True)
    return [sentence for _, sentence in keyed[:count]], frequency


def rare_words(frequency, vocabulary):
    """Words that the corpus holds 2 to 200 times, and whole words of the vocabulary that it lacks."""
    rare = {word for word, times in frequency.items() if 2 <= times <= 200 and len(word) > 3}
    rare.update(word for word in vocabulary if re.fullmatch("[a-z]{4,}", word) and word not in frequency)
    return sorted(rare)


def second_view(sentence, common, rare, rng):
    """The sentence with one content word replaced by a rare one, or its content words alone; None if there is nothing to change."""
    words = sentence.split()
    content = [i for i, word in enumerate(words) if (found := WORD.search(word.lower())) and found.group() not in common]
    if not content:
        return None
    if rng.random() < 0.25:
        kept = [words[i].strip(".,;:!?\"'()") for i in content[: rng.randint(2, 5)]]
        return " ".join(kept) if len(kept) > 1 else None
    i = rng.choice(content)
    words[i] = re.sub("[A-Za-z]{3,}", rng.choice(rare), words[i], count=1)
    return " ".join(words)


def selection(args, vocabulary):
    """The sentences to embed, in order; written once, so that all runs and shards agree."""
    path = args.out / "selection.txt"
    if not path.exists():
        rng = random.Random(args.seed)
        chosen, frequency = choose(read_corpus(args.corpus), args.count, rng)
        common = {word for word, _ in frequency.most_common(COMMON_WORDS)}
        rare = rare_words(frequency, vocabulary)
        lines = []
        for sentence in chosen:
            lines.append(sentence)
            if rare and rng.random() < args.views and (view := second_view(sentence, common, rare, rng)):
                lines.append(view)
        part = path.with_suffix(f".{os.getpid()}.tmp")
        part.write_text("\n".join(lines) + "\n", encoding="utf-8")
        part.replace(path)
    return path.read_text(encoding="utf-8").splitlines()


def encode(bert, tokenizer, sentences, tokens_per_batch, device):
    """Unit [CLS] vectors, fp16. Batches hold sentences of one length, so that nothing is padded and no mask is needed."""
    by_length = {}
    for i, encoding in enumerate(tokenizer.encode_batch(sentences)):
        by_length.setdefault(len(encoding.ids), []).append((i, encoding.ids))
    vectors = np.empty((len(sentences), bert.config.hidden_size), np.float16)
    for length, rows in by_length.items():
        step = max(1, tokens_per_batch // length)
        for start in range(0, len(rows), step):
            places, ids = zip(*rows[start : start + step])
            with torch.inference_mode():
                states = bert(input_ids=torch.tensor(ids, device=device)).last_hidden_state[:, 0].float()
            vectors[list(places)] = torch.nn.functional.normalize(states, dim=-1).cpu().numpy()
    return vectors


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teacher", type=Path, help="folder written by teacher.py")
    parser.add_argument("corpus", type=Path, help="text file, a sentence a line (may be .xz)")
    parser.add_argument("out", type=Path, help="folder for the parts")
    parser.add_argument("--count", type=int, default=450_000, help="sentences to choose (default: %(default)s)")
    parser.add_argument("--views", type=float, default=0.25, help="share of them with a second view (default: %(default)s)")
    parser.add_argument("--part", type=int, default=20_000, help="sentences per part; 78,000 are 60 MB (default: %(default)s)")
    parser.add_argument("--shard", default="0/1", help="i/n: make only parts i, i+n, i+2n, ... to share the work (default: %(default)s)")
    parser.add_argument("--batch-tokens", type=int, default=2048, help="tokens per batch (default: %(default)s)")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="start no further part after this time")
    parser.add_argument("--dtype", choices=["bfloat16", "float32"], default="bfloat16", help="(default: %(default)s)")
    parser.add_argument("--threads", type=int, help="CPU threads")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(arguments)

    args.out.mkdir(parents=True, exist_ok=True)
    if args.threads:
        torch.set_num_threads(args.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = BertWordPieceTokenizer(str(args.teacher / "vocab.txt"), lowercase=True)
    tokenizer.enable_truncation(MAX_TOKENS)
    sentences = selection(args, tokenizer.get_vocab())
    bert = BertModel.from_pretrained(args.teacher, add_pooling_layer=False).to(device, getattr(torch, args.dtype)).eval()

    shard, shards = map(int, args.shard.split("/"))
    parts = range(shard, math.ceil(len(sentences) / args.part), shards)
    parts = [n for n in parts if not (args.out / f"part-{n:04}.npy").exists()]
    started = time.time()
    for done, n in enumerate(parts, 1):
        if time.time() - started > args.minutes * 60:
            break
        texts = sentences[n * args.part : (n + 1) * args.part]
        vectors = encode(bert, tokenizer, texts, args.batch_tokens, device)
        (args.out / f"part-{n:04}.txt").write_text("\n".join(texts) + "\n", encoding="utf-8")
        unfinished = args.out / f"part-{n:04}.tmp.npy"
        np.save(unfinished, vectors)
        unfinished.replace(args.out / f"part-{n:04}.npy")
        elapsed = time.time() - started
        left = elapsed / done * (len(parts) - done) / 60
        print(f"part {n}: {done * args.part / elapsed:.0f} sentences/s, {left:.0f} min left", flush=True)


if __name__ == "__main__":
    main()
