#!/usr/bin/env python3
"""Noise of kinds that training never shows: scanned text, stammering, words that changed places, digits for letters, a foreign keyboard.

evaluate.py spoils queries with it, to tell whether an encoder learnt to read or only learnt noise.py by heart. Nothing here may be used to train.
"""
import random
import sys
from pathlib import Path

SCANNED = [("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("li", "h"), ("l", "1"), ("o", "0"), ("e", "c"), ("w", "vv"), ("h", "b"), ("n", "ri")]
DIGITS = str.maketrans({"a": "4", "e": "3", "i": "1", "o": "0", "s": "5"})
FOREIGN = str.maketrans("yzqwa", "zyaqq")  # as typed blindly on a German or French keyboard


def scanned(words, rng):
    text = " ".join(words)
    for before, after in rng.sample([pair for pair in SCANNED if pair[0] in text] or SCANNED, 1):
        place = rng.choice([i for i in range(len(text)) if text.startswith(before, i)] or [0])
        text = text[:place] + after + text[place + len(before) :] if before in text else text
    return text.split()


def stammered(words, rng):
    """One to three words said twice."""
    start = rng.randrange(len(words))
    end = min(len(words), start + rng.randint(1, 3))
    return words[:end] + words[start:]


def moved(words, rng):
    if len(words) > 2:
        i = rng.randrange(len(words) - 1)
        words[i], words[i + 1] = words[i + 1], words[i]
    return words


def with_digits(words, rng):
    i = max(range(len(words)), key=lambda i: (len(words[i]), rng.random()))
    return words[:i] + [words[i].translate(DIGITS)] + words[i + 1 :]


def foreign(words, rng):
    i = rng.randrange(len(words))
    return [word.translate(FOREIGN) if j >= i else word for j, word in enumerate(words)]


def add_unseen_noise(text, rng):
    """The text, lower case, with two of the kinds."""
    words = text.lower().split()
    for kind in rng.sample((scanned, stammered, moved, with_digits, foreign), 2):
        words = kind(list(words), rng) if words else words
    return " ".join(words)


def main(arguments=None):
    before, after = map(Path, arguments or sys.argv[1:])
    rng = random.Random(1)
    lines = before.read_text(encoding="utf-8").splitlines()
    after.write_text("\n".join(add_unseen_noise(line, rng) for line in lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
