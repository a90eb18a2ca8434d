"""Noise for denoising distillation: text as people type it in a hurry, or as a speech recogniser writes it.

Casing is not varied: the vocabulary is lower case, so the tokenizer removes it anyway.
"""
import re

ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
PLACES = {key: (column + 0.5 * row, row) for row, keys in enumerate(ROWS) for column, key in enumerate(keys)}
NEAR = {
    key: "".join(other for other, (c, r) in PLACES.items() if other != key and other.isalpha() and abs(c - column) <= 1 and abs(r - row) <= 1)
    for key, (column, row) in PLACES.items()
}
SOUNDS = [
    ("ie", "ei"), ("ei", "ie"), ("ance", "ence"), ("ence", "ance"), ("able", "ible"), ("ible", "able"), ("ph", "f"), ("ght", "te"), ("ough", "uff"),
    ("tion", "sion"), ("sion", "tion"), ("ery", "ary"), ("ary", "ery"), ("wh", "w"), ("kn", "n"), ("ck", "k"), ("cc", "c"), ("mm", "m"), ("ss", "s"),
    ("ll", "l"), ("tt", "t"), ("rr", "r"), ("pp", "p"), ("ea", "ee"), ("ee", "ea"), ("ou", "o"), ("ai", "a"), ("c", "k"), ("y", "i"), ("er", "or"),
]  # fmt: skip
HEARD = {
    "their": "there", "there": "their", "to": "too", "too": "to", "your": "you're", "for": "four", "by": "buy", "know": "no", "right": "write",
    "whole": "hole", "new": "knew", "would": "wood", "where": "wear", "weather": "whether", "want to": "wanna", "going to": "gonna", "one": "won",
    "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine", "10": "ten", "20": "twenty",
    "%": " percent", "$": " dollars ", "&": " and ", "@": " at ",
}  # fmt: skip
SHORT = {
    "you": "u", "are": "r", "please": "pls", "because": "cuz", "thanks": "thx", "people": "ppl", "your": "ur", "to": "2", "for": "4", "with": "w/",
    "message": "msg", "account": "acct", "information": "info", "password": "pw", "number": "nr", "tomorrow": "tmrw", "what": "wat", "and": "n",
    "before": "b4", "about": "abt", "without": "w/o", "minutes": "mins", "something": "smth", "right now": "rn", "do not know": "dunno", "okay": "k",
}  # fmt: skip
SMALL = set("a an the of to for in on at is are do does did i my me can could would please be it this that with and".split())
OPENERS = ["um ", "uh ", "so ", "ok ", "hi ", "hello ", "hey ", "well ", "like ", "please "]


def typos(text, rng):
    """One slip per 10 to 25 letters, at least one: a neighbouring key, a letter lost, swapped, doubled or added, a space lost or added."""
    letters = list(text)
    for _ in range(max(1, round(sum(map(str.isalpha, letters)) / rng.uniform(10, 25)))):
        places = [i for i, c in enumerate(letters) if c.isascii() and c.isalpha()]
        if not places:
            break
        i = rng.choice(places)
        near = NEAR.get(letters[i].lower()) or letters[i]
        kind = rng.choices(("neighbour", "lost", "swapped", "doubled", "added", "space"), (28, 26, 24, 10, 8, 4))[0]
        if kind == "neighbour":
            letters[i] = rng.choice(near)
        elif kind == "lost":
            del letters[i]
        elif kind == "swapped" and i + 1 < len(letters):
            letters[i], letters[i + 1] = letters[i + 1], letters[i]
        elif kind == "doubled":
            letters.insert(i, letters[i])
        elif kind == "added":
            letters.insert(i + rng.randint(0, 1), rng.choice(near))
        elif kind == "space":
            spaces = [j for j, c in enumerate(letters) if c == " "]
            if spaces and rng.random() < 0.6:
                del letters[rng.choice(spaces)]
            else:
                letters.insert(i, " ")
    return "".join(letters)


def misspelt(text, rng):
    """A word or two written as they sound."""
    for _ in range(rng.randint(1, 2)):
        fitting = [(a, b) for a, b in SOUNDS if a in text]
        if fitting:
            a, b = rng.choice(fitting)
            text = text.replace(a, b, 1)
    return text


def unpunctuated(text, rng):
    return " ".join(re.sub(r"[^\w\s]", "" if rng.random() < 0.7 else " ", text).split()) or text


def spoken(text, rng):
    """As a speech recogniser writes: numbers as words, words that sound alike, fillers, no punctuation."""
    for said, heard in HEARD.items():
        if said in text and rng.random() < 0.5:
            text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", heard, text) if said.isalnum() else text.replace(said, heard)
    text = unpunctuated(text, rng)
    return rng.choice(OPENERS) + text if rng.random() < 0.3 else text


def shortened(text, rng):
    """Chat shorthand, and words that break off."""
    for long, short in SHORT.items():
        if long in text and rng.random() < 0.6:
            text = re.sub(rf"(?<!\w){long}(?!\w)", short, text)
    words = text.split()
    long = [i for i, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    if long and rng.random() < 0.7:
        i = rng.choice(long)
        words[i] = words[i][: rng.randint(max(4, len(words[i]) - 4), len(words[i]) - 1)]
    return " ".join(words)


def dropped(text, rng):
    """Small words left out."""
    words = text.split()
    kept = [word for word in words if word.lower() not in SMALL or rng.random() < 0.5]
    return " ".join(kept) if len(kept) > 1 else text


KINDS = (typos, misspelt, unpunctuated, spoken, shortened, dropped)
WEIGHTS = (60, 8, 8, 8, 8, 8)


def add_noise(text, rng):
    """The text with one kind of noise, or in a third of the cases two; mostly typos. rng is a random.Random."""
    text = text.lower()
    for kind in rng.choices(KINDS, WEIGHTS, k=2 if rng.random() < 0.33 else 1):
        text = kind(text, rng)
    return text
