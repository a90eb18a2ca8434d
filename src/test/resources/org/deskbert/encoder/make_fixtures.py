"""Makes the files beside it, which the encoder's tests read.

    python make_fixtures.py CHECKPOINT

CHECKPOINT is the folder of the checkpoint that models/deskbert-small was exported from. Needs the
packages of models/recipe/requirements.txt, transformers and tokenizers.

wordpiece.jsonl  texts and their ids by the reference tokenizer
tiny*.onnx       graphs of a few numbers that stand for a model
foreign*.onnx    graphs of a few numbers that stand for a model of others, good and bad ones
"""

import json
import pathlib
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HERE = pathlib.Path(__file__).parent

SENTENCES = """
How do I reset my password?
i forgot my pasword again
My laptop won't connect to the Wi-Fi in meeting room 4.12.
Where can I see how many vacation days I've got left?
Can I return an item that was on sale?
The invoice no. 2024/0815-B is wrong!!!
Who do I call when the badge reader doesn't open the door?
VPN error 809 after the update to version 11.2.3
the printer on the 3rd floor prints everything in pink
Is there a fee for express shipping to Norway?
I'd like to speak to a person, please.
thx, that helped :-)
What's the difference between a refund and a store credit?
Outlook keeps asking for my credentials every 5 minutes.
How long does it take until the money's back in my account?
Please send the form to payroll@example.com before 5 p.m.
Open https://intranet.example/help?topic=vpn#setup and log in.
My parcel hasn't arrived, tracking says "delivered".
C:\\Users\\Public\\Documents\\report_final_v2.docx is locked
Press Ctrl+Alt+Del, then choose "Change a password".
I need a second monitor (27", height-adjustable).
parental leave: who pays, and for how many weeks?
Do you ship to P.O. boxes?
What happens to unused days on 31 December?
THE SCREEN IS BLACK AND THE FAN IS LOUD
excel says #REF! in every cell
two-factor authentication doesn't send me the text message
Can you change the delivery address of order #77-1032-9?
Why was I charged twice for one subscription?
howdoiresetmypassword
Teams meeting has no sound, the headset works elsewhere
How do I book a desk for Tuesday?
What is the per diem for a trip to Zurich?
My contract ends in June; does my insurance end with it?
Where's my payslip for last month
I spilled coffee on the keyboard...
Which USB-C docking stations are supported?
set up an out-of-office reply
Is the 10% voucher valid with other offers?
Software installation: do I need admin rights?
The touchpad's gone crazy since this morning
Can I work from abroad for two weeks?
gift card balance?
unsubscribe me from the newsletter
Do I have to hand in a doctor's note on the first day?
How do I scan to e-mail?
Can't hear the other side on the desk phone
Is it safe to open the attachment "scan_0042.zip"?
What size should I order if I'm between M and L?
I want to complain about the courier
my manager left, who approves my request now?
How often must I change my password, and may I reuse an old one?
Disk is full: 0 bytes free of 475.3 GB
Bitlocker asks for a recovery key at boot
tax class changed after the wedding
Does the warranty cover water damage?
uninstall the toolbar that came with the update
Can I bring my dog to the office?
Where do I find the terms & conditions?
Could you cancel order 5519, I ordered it by mistake
""".strip().splitlines()

ODD = [
    "", " ", "\t\n\r", "?", "...", "a", "I", "-", "don't", "'", "''", '"', "[CLS", "x]", "##ing",
    "# # #", "a.b.c", "e.g., i.e.", "1,000.50", "$5", "5$", "100%", "50/50", "a+b=c", "x^2", "~user",
    "foo_bar", "foo-bar", "foo—bar", "a…b", "«quoted»", "“smart” ‘quotes’", "¿qué?", "¡hola!",
    "naïve café", "Ångström", "Straße", "ẞ", "İstanbul", "ISTANBUL", "ığdır", "ΑΓΟΡΑΣ", "ἀγορά",
    "Привет, мир", "Ёлка", "Київ", "שלום", "ש\u05b8\u05c1לו\u05b9ם", "مرحبا", "م\u064eر\u0652ح\u064eب\u064bا", "नमस\u094dते", "हिन\u094dदी में", "বাংলা",
    "ไทย", "ภาษาไทย", "한국어", "서울 시", "日本語", "ひらがな", "カタカナ", "ｶﾀｶﾅ", "ガ", "が", "中文字符",
    "北京abc上海", "a北b", "㐀", "𠀀𠀁", "𪜀", "丽", "豈", "〇", "々", "、。「」", "！？", "Ａｂｃ１２３",
    "😀", "👍🏽", "👩\u200d👩\u200d👧", "🇳🇴", "❤️", "☃", "→", "≤≥", "½", "²", "№", "™", "©", "€20", "£20", "¥20",
    "₿", "°C", "µm", "Ω", "ℵ", "∑∫", "①②", "Ⅳ", "ﬁ", "ﬀ", "Ĳ", "ǆ", "ŉ", "ß", "æ", "ø", "đ", "ħ", "ł",
    "é", "é", "ạ\u0304", "Z\u0351\u036b\u0313\u036a\u0302\u036b\u033d͏\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA\u0334\u0335\u031c\u0330\u0354\u036b\u0357\u0362", "\u0301", "\u0301a", "a b", "a b", "a\u3000b", "a\u200bb", "a\u200db", "a\u00adb",
    "e\u0301", "a\u00a0b", "a\u2003b", "a\u3000b", "a\u200bb", "a\u200db", "a\u00adb", "a\u2028b",
    "\ufeffbom", "a b", "a b", "ab", "a\x00b", "a\x07b", "a\x0bb", "a\x0cb", "a\x1fb", "a\x7fb",
    "�", "a�b", "", "\ufffe", "\U0010ffff", "\u0378", "\U0001d400", "𝒜𝓑", "𞤀", "𐐀", "Ａ", "＃", "﹟", "․", "‥",
    "‐", "‑", "‒", "–", "―", "−", "⁄", "×", "÷", "±", "¬", "|", "¦", "§", "¶", "·", "¨", "´", "`", "^",
    "¸", "¯", "ª", "º", "᙭", "\u1734", "𑜞", "𑇉", "ᢅ", "ℌ", "Å", "K", "ſ", "ⅷ", "㎏", "㈱", "﷽", "ﷺ",
    "x" * 99, "x" * 100, "x" * 101, "é" * 100, "é" * 101, "😀" * 100, "😀" * 101, "a" * 50 + "." + "b" * 60,
    "antidisestablishmentarianism", "Donaudampfschifffahrtsgesellschaft", "pneumonoultramicroscopic",
    "unaffable", "tokenization", "embeddings", "hello world " * 3, "MiXeD CaSe", "ALLCAPS", "e-Mail",
    "O'Neill's", "rock'n'roll", "AT&T", "C++", "C#", ".NET", "node.js", "v1.2.3-rc.4+build", "10:30",
    "10.30 Uhr", "2026-11-24", "24/11/2026", "+47 22 33 44 55", "(555) 123-4567", "0x1F", "1e-5",
    "<b>bold</b>", "&nbsp;", "{json: 1}", "a;b;c", "a|b", "tab\tseparated", "line\nbreak", "  spaces  ",
    "trailing. ", "double  space", "?!?!", "---", "***", "a*b*c", "@home", "#tag", "~", "\\", "/",
    "http://a.b/c?d=e&f=g#h", "me@example.org", "C:\\temp", "/usr/bin", "100km/h", "20°C", "5'11\"",
]  # fmt: skip


def wordpiece(vocabulary):
    from tokenizers import BertWordPieceTokenizer

    tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    with open(HERE / "wordpiece.jsonl", "w", encoding="ascii") as out:
        for text in SENTENCES + ODD:
            ids = tokenizer.encode(text).ids
            out.write(json.dumps({"text": text, "ids": ids}) + "\n")


def tiny(name, inputs, unit):
    """Mean of the embeddings of 16 tokens, dimension 4, divided by its length if `unit`."""
    table = np.random.default_rng(7).normal(size=(16, 4)).astype(np.float32)
    steps = [helper.make_node("Gather", ["table", inputs[0]], ["e"])]
    last = "e"
    for extra in inputs[1:]:
        # Every input shows in the vector, so a test sees whether it was fed.
        steps.append(helper.make_node("Cast", [extra], [extra + "_f"], to=TensorProto.FLOAT))
        steps.append(helper.make_node("Unsqueeze", [extra + "_f", "two"], [extra + "_u"]))
        steps.append(helper.make_node("Add", [last, extra + "_u"], [extra + "_s"]))
        last = extra + "_s"
    mean = "mean" if unit else "sentence_embedding"
    steps.append(helper.make_node("ReduceMean", [last, "one"], [mean], keepdims=0))
    if unit:
        steps.append(
            helper.make_node("LpNormalization", ["mean"], ["sentence_embedding"], axis=1, p=2)
        )
    graph = helper.make_graph(
        steps,
        name,
        [helper.make_tensor_value_info(i, TensorProto.INT64, ["batch", "tokens"]) for i in inputs],
        [helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["batch", 4])],
        [
            numpy_helper.from_array(table, "table"),
            numpy_helper.from_array(np.array([1]), "one"),
            numpy_helper.from_array(np.array([2]), "two"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    onnx.checker.check_model(model)
    onnx.save(model, HERE / f"{name}.onnx")


# The words of the sentences that an import tries out; ForeignModel.java has the same list.
WORDS = """
[PAD] [UNK] [CLS] [SEP] password parcel how do i reset my ? forgot and need a new one . when will
arrive ##s long does it take until the
""".split()


def foreign(name, kind=""):
    """States of the tokens: embedding plus the mean of all embeddings of the text; dimension 8."""
    table = (np.random.default_rng(11).normal(size=(len(WORDS), 8)) * 0.3).astype(np.float32)
    table[WORDS.index("password"), 0] += 3
    table[WORDS.index("parcel"), 1] += 3
    node, number = helper.make_node, numpy_helper.from_array
    constants = [number(table, "table"), number(np.array([1]), "one"), number(np.array([2]), "two")]
    inputs = ["input_ids"] if kind == "sentence" else ["input_ids", "attention_mask", "token_type_ids"]
    steps, words, last = [], "table", "words"
    if kind == "rows":  # thousands of word vectors of zeros, made while it runs
        constants.append(number(np.array([3000, 8]), "size"))
        steps += [node("ConstantOfShape", ["size"], ["zeros"])]
        steps += [node("Concat", ["table", "zeros"], ["rows"], axis=0)]
        words = "rows"
    steps.append(node("Gather", [words, "input_ids"], ["words"]))
    if len(inputs) > 1:  # so that a wrong mask or type shows
        steps += [node("Cast", ["attention_mask"], ["m"], to=TensorProto.FLOAT), node("Unsqueeze", ["m", "two"], ["mask"])]
        steps += [node("Cast", ["token_type_ids"], ["t"], to=TensorProto.FLOAT), node("Unsqueeze", ["t", "two"], ["type"])]
        steps += [node("Mul", ["words", "mask"], ["masked"]), node("Add", ["masked", "type"], ["typed"])]
        last = "typed"
    if kind == "short":  # positions for 16 tokens
        constants += [number(np.zeros((16, 8), np.float32), "positions"), number(np.array(0), "from"), number(np.array(1), "step")]
        steps += [node("Shape", ["input_ids"], ["shape"]), node("Gather", ["shape", "step"], ["tokens"])]
        steps += [node("Range", ["from", "tokens", "step"], ["at"]), node("Gather", ["positions", "at"], ["p"])]
        steps += [node("Add", [last, "p"], ["placed"])]
        last = "placed"
    if kind in ("noise", "nan"):
        operator = "RandomNormalLike" if kind == "noise" else "Log"
        steps += [node("Neg", [last], ["n"]), node("Mul", ["n", "n"], ["q"]), node("Neg", ["q"], ["below"])]
        steps += [node(operator, ["below"], ["odd"]), node("Add", [last, "odd"], ["spoilt"])]
        last = "spoilt"
    output = {"sentence": "sentence_embedding", "logits": "logits"}.get(kind, "last_hidden_state")
    shape = ["batch", 8] if kind == "sentence" else ["batch", "tokens", 8]
    steps.append(node("ReduceMean", [last, "one"], [output if kind == "sentence" else "mean"], keepdims=kind != "sentence"))
    if kind != "sentence":
        steps.append(node("Add", [last, "mean"], [output]))
    size = [1, 16] if kind == "fixed" else ["batch", "tokens"]
    type_ = TensorProto.INT32 if kind == "int32" else TensorProto.INT64
    graph = helper.make_graph(
        steps,
        name,
        [helper.make_tensor_value_info(i, type_, size) for i in inputs],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape)],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    onnx.checker.check_model(model)
    onnx.save(model, HERE / f"{name}.onnx")


def all_foreign():
    foreign("foreign")
    for kind in ("sentence", "rows", "short", "noise", "nan", "logits", "fixed", "int32"):
        foreign(f"foreign-{kind}", kind)


if __name__ == "__main__":
    all_foreign()
    folder = pathlib.Path(sys.argv[1])
    tiny("tiny", ["input_ids"], unit=True)
    tiny("tiny-masked", ["input_ids", "attention_mask", "token_type_ids"], unit=False)
    tiny("tiny-other", ["pixels"], unit=True)
    wordpiece(folder / "vocab.txt")
