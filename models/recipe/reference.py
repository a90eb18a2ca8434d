#!/usr/bin/env python3
"""Write the vectors that Hugging Face's SqueezeBertModel gives for a checkpoint (fp32, unit length) to its vectors.jsonl.

export.py compares its graph with them, so a mistake in our own forward pass cannot hide.
"""
import argparse
import json
from pathlib import Path

import torch
from tokenizers import BertWordPieceTokenizer
from transformers import SqueezeBertModel

TEXTS = """\
How do I reset my password?
where do i change the passwrod
Can I carry unused holidays over into next year?
holiday carry over
The printer on the second floor prints blank pages.
My parcel has been at the depot for a week, what now?
How long does a refund take?
refund
I was charged twice for one order.
What do I do if I fall ill on a business trip?
Which plug adapter do I need in Switzerland?
Is the battery covered by the warranty?
The app crashes as soon as I open the camera.
error 0x80070005 when i install the update
Who approves travel expenses above 500 euros?
Do you ship to Norway?
I'd like to talk to a human, please.
thanks, that solved it
hello
What is your name?
How many grams of protein are in a boiled egg?
Should ibuprofen be taken with food?
What are the side effects of metformin?
My knee hurts when I climb stairs.
set an alarm for half past six
play something quiet
Will it rain in Lisbon tomorrow afternoon?
Turn the heating in the bedroom down by two degrees.
How can I export a table from the database to a spreadsheet?
What is the difference between a process and a thread?
git says that my branch has diverged, how do I get back to the state of the server
Can two people share one licence?
Where can I see my payslips from last year, and who can I ask if a number on them looks wrong?
The contract ends on 31 March 2027; when must I give notice at the latest?
Wie lange dauert die Lieferung?
naïve café, coöperate, Ångström
$5 & 10 % off!!!
A
""".splitlines()


def vectors_of(folder, texts):
    """Unit [CLS] vectors (texts, hidden)."""
    model = SqueezeBertModel.from_pretrained(folder, dtype=torch.float32).eval()
    tokenizer = BertWordPieceTokenizer(str(Path(folder) / "vocab.txt"), lowercase=True)
    with torch.inference_mode():
        states = [model(input_ids=torch.tensor([tokenizer.encode(text).ids])).last_hidden_state[0, 0] for text in texts]
    return torch.nn.functional.normalize(torch.stack(states), dim=-1)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, help="checkpoint folder")
    parser.add_argument("--texts", type=Path, help="a text a line (default: a few dozen of our own)")
    args = parser.parse_args(arguments)

    texts = args.texts.read_text(encoding="utf-8").splitlines() if args.texts else TEXTS
    rows = zip(texts, vectors_of(args.checkpoint, texts).tolist())
    lines = [json.dumps({"text": text, "vector": [round(x, 6) for x in vector]}, ensure_ascii=False) for text, vector in rows]
    (args.checkpoint / "vectors.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(texts)} vectors")


if __name__ == "__main__":
    main()
