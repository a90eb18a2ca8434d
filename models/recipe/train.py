#!/usr/bin/env python3
"""Denoising distillation: teach a SqueezeBERT the teacher's sentence vectors, from clean and from noisy text.

Loss = 4 (1 - cosine to the teacher's vector of the clean text) + 0.5 KL(teacher || student) between the similarities of a text to the others
of its batch (softmax at temperature 0.05, itself left out). Batches are made of small groups of neighbours in the teacher's space, so that
those similarities are of texts that retrieval has to tell apart.

AdamW on fp32 master weights, forward and backward in bf16 (or fp32), warm-up, then linear decay to 0 over --minutes (or --steps).
On a busy CPU two runs of one thread each do more than one of two threads: give both the same --mix folder. They average their weights every
few minutes (local SGD) and neither waits for the other. The state is saved every few minutes; the same command continues a killed run. Vectors that embed.py adds meanwhile are picked up.
"""
import argparse
import json
import queue
import random
import threading
import time
from pathlib import Path

import numpy as np
import torch
from student import Student, encode, pad, read_checkpoint, write_checkpoint
from tokenizers import BertWordPieceTokenizer
from torch.nn import functional as F

from noise import add_noise

BUCKETS = (8, 12, 16, 24, 32, 48)
TEMPERATURE = 0.05
HELD_OUT = 1000  # first sentences of part 0: never trained on
NEIGHBOURS = 16


def read_part(path):
    """(texts, unit vectors) of a part; without the held-out ones in part 0."""
    texts = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    vectors = np.load(path)
    first = min(HELD_OUT, len(texts) // 4) if path.name == "part-0000.npy" else 0
    return texts[first:], vectors[first:]


def held_out(folder):
    path = folder / "part-0000.npy"
    texts = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    count = min(HELD_OUT, len(texts) // 4)
    return texts[:count], torch.from_numpy(np.load(path)[:count]).float()


def parts_forever(folder, visits, rng):
    """Paths of parts, those seen least often first; looks for new parts each time."""
    while True:
        paths = sorted(folder.glob("part-????.npy"))
        least = min(visits.get(path.name, 0) for path in paths)
        path = rng.choice([path for path in paths if visits.get(path.name, 0) == least])
        visits[path.name] = least + 1
        yield path


def neighbour_order(vectors, rng):
    """Row numbers in groups of about NEIGHBOURS similar rows, the groups shuffled: halves are split at the median of a random direction."""
    groups, done = [np.arange(len(vectors))], []
    while groups:
        group = groups.pop()
        if len(group) <= NEIGHBOURS:
            done.append(group)
            continue
        a, b = rng.sample(range(len(group)), 2)
        order = group[np.argsort(vectors[group] @ (vectors[group[a]] - vectors[group[b]]), kind="stable")]
        groups += [order[: len(order) // 2], order[len(order) // 2 :]]
    rng.shuffle(done)
    return np.concatenate(done)


def batches(folder, tokenizer, args, visits, rng):
    """Endless (ids, keep, teacher vectors). Rows that don't fill a batch wait for the next part."""
    waiting = {bucket: ([], []) for bucket in BUCKETS}
    for path in parts_forever(folder, visits, rng):
        texts, vectors = read_part(path)
        vectors = vectors.astype(np.float32)
        texts = [add_noise(text, rng) if rng.random() < args.noise else text for text in texts]
        encoded = [encoding.ids for encoding in tokenizer.encode_batch(texts)]
        for i in neighbour_order(vectors, rng):
            bucket = next(bucket for bucket in BUCKETS if len(encoded[i]) <= bucket)
            rows, targets = waiting[bucket]
            rows.append(encoded[i])
            targets.append(vectors[i])
            if len(rows) >= max(2, args.batch_tokens // bucket):
                yield *pad(rows, bucket), torch.from_numpy(np.stack(targets))
                waiting[bucket] = ([], [])


def ahead(generator, size=8):
    """The same items, made by a thread in advance."""
    made = queue.Queue(size)

    def fill():
        try:
            for item in generator:
                made.put(item)
        except Exception as error:  # shown by the consumer
            made.put(error)

    threading.Thread(target=fill, daemon=True).start()
    while True:
        item = made.get()
        if isinstance(item, Exception):
            raise item
        yield item


def loss_of(states, targets, kl_weight):
    vectors = F.normalize(states.float(), dim=-1)
    cosine = (vectors * targets).sum(-1).mean()
    itself = torch.eye(len(targets), dtype=torch.bool, device=targets.device)
    wanted = (targets @ targets.T / TEMPERATURE).masked_fill(itself, -1e4).log_softmax(-1)
    found = (vectors @ vectors.T / TEMPERATURE).masked_fill(itself, -1e4).log_softmax(-1)
    divergence = F.kl_div(found, wanted, log_target=True, reduction="batchmean")
    return 4 * (1 - cosine) + kl_weight * divergence, cosine.detach(), divergence.detach()


def rate(progress, warmup):
    """Share of the peak learning rate at a progress of 0..1."""
    return min(progress / warmup, (1 - progress) / (1 - warmup)) if warmup else 1 - progress


def mix(folder, name, master, newest):
    """Writes these weights for the other runs and takes the mean with theirs, unless they are older than `newest` seconds."""
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{name}.tmp"
    torch.save(master.detach().cpu(), unfinished)
    unfinished.replace(folder / f"{name}.weights")
    others = [path for path in folder.glob("*.weights") if path.stem != name and time.time() - path.stat().st_mtime < newest]
    for count, path in enumerate(others, 2):
        master.data.lerp_(torch.load(path, map_location=master.device), 1 / count)
    return len(others)


def save_state(path, student, optimiser, info):
    unfinished = path.with_suffix(".tmp")
    torch.save({"master": student.master.data, "optimiser": optimiser.state_dict(), "info": info}, unfinished)
    unfinished.replace(path)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("start", type=Path, help="checkpoint folder to start from: the seed, one of train.py, or any Hugging Face SqueezeBERT")
    parser.add_argument("vectors", type=Path, help="folder of embed.py's parts")
    parser.add_argument("out", type=Path, help="folder for the checkpoint and the state of the run")
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--minutes", type=float, help="training time, over which the learning rate falls to 0")
    length.add_argument("--steps", type=int, help="the same as a number of batches")
    parser.add_argument("--lr", type=float, default=5e-4, help="peak learning rate (default: %(default)s)")
    parser.add_argument("--warmup", type=float, default=0.03, help="share of the time (default: %(default)s)")
    parser.add_argument("--noise", type=float, default=0.4, help="share of noisy texts (default: %(default)s)")
    parser.add_argument("--kl", type=float, default=0.5, help="weight of the in-batch similarities (default: %(default)s)")
    parser.add_argument("--weight-decay", type=float, default=0.01, help="(default: %(default)s)")
    parser.add_argument("--batch-tokens", type=int, default=4096, help="(default: %(default)s)")
    parser.add_argument("--train-words", action="store_true", help="train the word embeddings too (slower)")
    parser.add_argument("--dtype", choices=["bfloat16", "float32"], default="bfloat16", help="of forward and backward (default: %(default)s)")
    parser.add_argument("--threads", type=int, help="CPU threads")
    parser.add_argument("--mix", type=Path, help="folder through which runs with different --seed average their weights as they go")
    parser.add_argument("--mix-minutes", type=float, default=2, help="time between averages (default: %(default)s)")
    parser.add_argument("--save-minutes", type=float, default=4, help="time between saved states (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(arguments)

    if args.threads:
        torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    config, state = read_checkpoint(args.start)
    vocabulary = args.start / "vocab.txt"
    tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    tokenizer.enable_truncation(BUCKETS[-1])
    student = Student(config, state, getattr(torch, args.dtype), args.train_words).to(device)
    optimiser = torch.optim.AdamW([student.master], lr=args.lr, betas=(0.9, 0.98), weight_decay=args.weight_decay, fused=True)
    info = {"step": 0, "sentences": 0, "minutes": 0.0, "visits": {}, "started_from": args.start.name}
    args.out.mkdir(parents=True, exist_ok=True)
    state_file = args.out / "state.pt"
    if state_file.exists():
        saved = torch.load(state_file, map_location=device)
        student.master.data.copy_(saved["master"])
        optimiser.load_state_dict(saved["optimiser"])
        info = saved["info"]
        print(f"continues at {info['minutes']:.1f} min", flush=True)
    student.load_master()
    rng = random.Random(f"{args.seed} {info['step']}")
    check_texts, check_vectors = held_out(args.vectors)
    check_noisy = [add_noise(text, random.Random(text)) for text in check_texts]

    def check():
        clean, noisy = ((encode(student, tokenizer, texts, device=device) * check_vectors).sum(-1).mean().item() for texts in (check_texts, check_noisy))
        info["held_out_cosine"], info["held_out_cosine_noisy"] = round(clean, 4), round(noisy, 4)
        return f"held-out cosine {clean:.4f}, with noise {noisy:.4f}"

    def save():
        save_state(state_file, student, optimiser, info)
        public = {name: value for name, value in info.items() if name != "visits"} | {"minutes": round(info["minutes"], 1)}
        write_checkpoint(args.out / "checkpoint", config, student.state(), vocabulary, public)

    print(f"{student.master.numel():,} trained weights; {check()}", flush=True)
    clock = saved_at = shown_at = mixed_at = time.time()
    shown_sentences = info["sentences"]
    mean = None
    for ids, keep, targets in ahead(batches(args.vectors, tokenizer, args, info["visits"], rng)):
        progress = info["step"] / args.steps if args.steps else info["minutes"] / args.minutes
        if progress >= 1:
            break
        optimiser.param_groups[0]["lr"] = args.lr * rate(progress, args.warmup)
        ids, keep, targets = ids.to(device), None if keep is None else keep.to(device), targets.to(device)
        loss, cosine, divergence = loss_of(student(ids, keep), targets, args.kl)
        loss.backward()
        student.take_gradient()
        torch.nn.utils.clip_grad_norm_([student.master], 1.0)
        optimiser.step()
        student.load_master()

        now = time.time()
        info["step"] += 1
        info["sentences"] += len(ids)
        info["minutes"] += (now - clock) / 60
        clock = now
        figures = torch.stack([loss.detach(), cosine, divergence])
        mean = figures if mean is None else 0.98 * mean + 0.02 * figures
        if now - shown_at > 30 and progress:
            speed = (info["sentences"] - shown_sentences) / (now - shown_at)
            print(
                f"{info['minutes']:.1f} min, {info['minutes'] / progress - info['minutes']:.1f} left: step {info['step']}, {info['sentences']} sentences "
                f"({speed:.0f}/s), loss {mean[0]:.4f}, cosine {mean[1]:.4f}, KL {mean[2]:.4f}",
                flush=True,
            )
            shown_at, shown_sentences = now, info["sentences"]
        if args.mix and now - mixed_at > args.mix_minutes * 60:
            mix(args.mix, str(args.seed), student.master, 3 * args.mix_minutes * 60)
            student.load_master()
            mixed_at = now
        if now - saved_at > args.save_minutes * 60:
            print(check(), flush=True)
            save()
            saved_at = time.time()
    if args.mix:
        mix(args.mix, str(args.seed), student.master, 3 * args.mix_minutes * 60)
        student.load_master()
    print("done: " + check(), flush=True)
    save()
    print(json.dumps({name: value for name, value in info.items() if name != "visits"}))


if __name__ == "__main__":
    main()
