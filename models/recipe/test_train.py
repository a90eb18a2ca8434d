"""The whole chain on a made-up language, a random teacher and a tiny student: embed, train, continue, read with Hugging Face, score."""
import json
import random

import numpy as np
import pytest
import torch
from transformers import BertConfig, BertModel, SqueezeBertConfig, SqueezeBertModel

import embed
import evaluate
import initialise
import reference
import train
import words
from noise import KINDS, add_noise
from student import WORDS, Student, encode, read_checkpoint, write_checkpoint

torch.set_num_threads(1)  # tiny products; a second thread would only wait
NOUNS = "printer password parcel holiday invoice laptop refund contract battery warranty".split()
VERBS = "reset open send cancel find change return print move stop".split()
SHAPE = dict(hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64, max_position_embeddings=64)


def sentence(rng):
    seldom = "".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=4))
    return f"how can i {rng.choice(VERBS)} the {rng.choice(NOUNS)} of my {seldom} {rng.choice(NOUNS)}?"


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    """Folder with a teacher, a corpus, the teacher's vectors and an untrained student."""
    folder = tmp_path_factory.mktemp("train")
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz?", *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz")]
    vocabulary = pieces + ["how", "can", "the", "of", "my", *VERBS, *NOUNS]
    torch.manual_seed(1)
    teacher = BertModel(BertConfig(vocab_size=len(vocabulary), initializer_range=0.3, **SHAPE), add_pooling_layer=False)
    teacher.save_pretrained(folder / "teacher")
    (folder / "teacher/vocab.txt").write_text("\n".join(vocabulary) + "\n")
    config = SqueezeBertConfig(vocab_size=len(vocabulary), embedding_size=32, q_groups=2, k_groups=2, v_groups=2, **SHAPE)
    start = SqueezeBertModel(config)
    start.embeddings.load_state_dict({n.replace("embeddings.", "", 1): t for n, t in teacher.state_dict().items() if n.startswith("embeddings.")})
    state = {name: value for name, value in start.state_dict().items() if not name.startswith("pooler")}
    write_checkpoint(folder / "start", config.to_dict(), state, folder / "teacher/vocab.txt", {}, torch.float32)
    rng = random.Random(1)
    (folder / "corpus.txt").write_text("\n".join(sentence(rng) for _ in range(1000)) + "\n")
    sources = [str(folder / name) for name in ("teacher", "corpus.txt", "vectors")]
    embed.main([*sources, "--count", "800", "--part", "300", "--dtype", "float32"])
    return folder


def run(work, out, steps):
    sources = [str(work / name) for name in ("start", "vectors", out)]
    train.main([*sources, "--steps", str(steps), "--lr", "3e-3", "--batch-tokens", "1024", "--dtype", "float32", "--threads", "1"])
    return json.loads((work / out / "checkpoint/step.json").read_text())


def test_parts_hold_the_teachers_vectors_and_are_not_made_twice(work):
    paths = sorted((work / "vectors").glob("part-????.npy"))
    texts = [text for path in paths for text in path.with_suffix(".txt").read_text().splitlines()]
    vectors = np.concatenate([np.load(path) for path in paths])
    assert len(texts) == len(vectors) > 800  # with second views
    teacher = BertModel.from_pretrained(work / "teacher", add_pooling_layer=False).eval()
    ids = torch.tensor([embed.BertWordPieceTokenizer(str(work / "teacher/vocab.txt"), lowercase=True).encode(texts[-1]).ids])
    with torch.no_grad():
        expected = torch.nn.functional.normalize(teacher(input_ids=ids).last_hidden_state[0, 0], dim=0)
    np.testing.assert_allclose(vectors[-1], expected, atol=2e-3)
    paths[1].unlink()
    before = paths[0].stat().st_mtime_ns
    embed.main([str(work / name) for name in ("teacher", "corpus.txt", "vectors")] + ["--count", "800", "--part", "300", "--dtype", "float32"])
    assert paths[1].exists() and paths[0].stat().st_mtime_ns == before


def test_training_comes_closer_to_the_teacher_and_a_killed_run_continues(work):
    untrained = run(work, "none", 1)  # its only step has rate 0
    half = run(work, "run", 25)
    assert half["held_out_cosine"] > untrained["held_out_cosine"] + 0.05
    whole = run(work, "run", 50)  # the same folder: goes on at step 25
    assert (half["step"], whole["step"]) == (25, 50)
    assert whole["sentences"] > half["sentences"]


def test_least_squares_start_is_closer_than_random_weights_and_trains(work):
    sources = [str(work / name) for name in ("teacher", "corpus.txt", "solved")]
    initialise.main([*sources, "--sentences", "400", "--intermediate", "48"])
    before = run(work, "random", 1)["held_out_cosine"]
    train.main([str(work / "solved"), str(work / "vectors"), str(work / "from_solved"), "--steps", "1", "--dtype", "float32"])
    after = json.loads((work / "from_solved/checkpoint/step.json").read_text())["held_out_cosine"]
    assert after > before + 0.1


def test_the_neurons_that_are_kept_are_those_that_others_can_not_replace():
    torch.manual_seed(3)
    values = torch.randn(500, 6)
    values[:, 4] = values[:, 0] - values[:, 1]  # one of the three says nothing new
    values[:, 5] *= 1e-3
    kept = initialise.choose_neurons([values[:200], values[200:]], torch.randn(3, 6), 4, 1e-9, at_once=1)
    assert {2, 3} < set(kept.tolist()) and 5 not in kept


def test_word_vectors_of_4_bits_survive_the_checkpoint_exactly(work):
    config, state = read_checkpoint(work / "start")
    table = words.restore(*words.quantise(state[WORDS].numpy()))
    error = np.linalg.norm(table - state[WORDS].numpy()) / np.linalg.norm(state[WORDS])
    assert error < 0.12
    state[WORDS] = torch.from_numpy(table)
    write_checkpoint(work / "rounded", config, state, work / "start/vocab.txt", {})
    found = read_checkpoint(work / "rounded")[1][WORDS].numpy()
    np.testing.assert_array_equal(found, table)
    np.testing.assert_array_equal(words.restore(*words.quantise(found)), table)


def test_least_squares_find_the_weights_of_a_grouped_layer():
    torch.manual_seed(2)
    weight, bias, x = torch.randn(6, 4, 1), torch.randn(6), torch.randn(3, 50, 8)
    y = initialise.grouped(x, weight, bias)
    found = initialise.solve([x[:1], x[1:]], [y[:1], y[1:]], 2, 0)
    torch.testing.assert_close(found, (weight, bias), atol=1e-3, rtol=0)


def test_hugging_face_gives_the_same_vectors(work):
    run(work, "for_hf", 3)
    folder = work / "for_hf/checkpoint"
    config, state = read_checkpoint(folder)
    student = Student(config, state, torch.float32)
    texts = ["how can i reset the printer?", "xyzzy", "the invoice of my laptop of my parcel"]
    ours = encode(student, evaluate.tokenizer_of(folder / "vocab.txt"), texts)
    torch.testing.assert_close(ours, reference.vectors_of(folder, texts), atol=1e-5, rtol=0)


def test_padding_changes_no_vector(work):
    config, state = read_checkpoint(work / "start")
    student = Student(config, state, torch.float32)
    rows = [[2, 60, 61, 3], [2, 62, 3]]
    padded = student(*train.pad(rows, 8))
    for row, vector in zip(rows, padded):
        torch.testing.assert_close(student(torch.tensor([row]))[0], vector, atol=1e-5, rtol=0)


def test_two_runs_meet_at_the_mean_of_their_weights(tmp_path):
    a, b = torch.nn.Parameter(torch.tensor([1.0, 2.0])), torch.nn.Parameter(torch.tensor([3.0, 6.0]))
    assert train.mix(tmp_path, "a", a, 60) == 0
    assert train.mix(tmp_path, "b", b, 60) == 1
    assert b.tolist() == [2.0, 4.0]


def test_noise_keeps_text_readable_and_depends_on_the_seed_alone():
    text = "How can I reset the password of my printer, please?"
    noisy = [add_noise(text, random.Random(seed)) for seed in range(200)]
    assert noisy == [add_noise(text, random.Random(seed)) for seed in range(200)]
    assert sum(line != text.lower() for line in noisy) > 180
    assert all(20 < len(line) < 80 for line in noisy)
    for kind in KINDS:
        assert kind("a", random.Random(1)).strip()


def test_scores_of_an_encoder_that_knows_the_answers(tmp_path):
    """Every intent has its own words, so even word counts are right on all clean queries; the changed queries share none."""
    texts = {label: [f"{label} {i}" for i in range(6)] for label in NOUNS[:3]}
    pairs = [(text, label) for label, found in texts.items() for text in found]
    for folder in ("clinc150", "banking77", "stackfaq", "hwu64/train", "hwu64/train_10", "hwu64/test"):
        (tmp_path / folder).mkdir(parents=True)
    sets = {"train": pairs, "test": pairs, "oos_test": [("zebra", "oos")]}
    (tmp_path / "clinc150/data_full.json").write_text(json.dumps(sets))
    for name in ("train", "test"):
        (tmp_path / f"banking77/{name}.csv").write_text("text,category\n" + "".join(f"{t},{label}\n" for t, label in pairs))
    for name in ("train", "train_10", "test"):
        (tmp_path / f"hwu64/{name}/seq.in").write_text("".join(t + "\n" for t, _ in pairs))
        (tmp_path / f"hwu64/{name}/label").write_text("".join(label + "\n" for _, label in pairs))
    entries = [{"question": f"{label}?", "queries": found} for label, found in texts.items()]
    (tmp_path / "stackfaq/stackfaq.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries))

    def counts(lines):
        found = np.array([[noun in line for noun in NOUNS] + [0.01] for line in lines], np.float32)
        return found / np.linalg.norm(found, axis=1, keepdims=True)

    figures = evaluate.score(counts, tmp_path, [lambda lines: ["zebra"] * len(lines)])
    assert {name: clean for name, (clean, _) in figures.items()} == {name: 100.0 for name in figures}
    assert figures["StackFAQ P@1"][1] == pytest.approx(100 / 3)
    assert figures["CLINC150 out-of-scope AUROC"][1] == 50.0
    assert evaluate.bm25(tmp_path, [list])["StackFAQ P@1"] == [100.0, 100.0]
    assert "| StackFAQ P@1 | 100.0 / 33.3 |" in evaluate.table({"counts": figures})


def test_command_line_scores_a_checkpoint_beside_bm25(work, tmp_path, capsys):
    (tmp_path / "stackfaq").mkdir()
    entries = [{"question": f"the {noun}", "queries": [f"my {noun}", f"can the {noun} stop"]} for noun in NOUNS]
    (tmp_path / "stackfaq/stackfaq.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    script = tmp_path / "typo.py"
    script.write_text("import sys\nopen(sys.argv[2], 'w').write('zebra\\n' * len(open(sys.argv[1]).readlines()))\n")
    evaluate.main([str(tmp_path), "--faq-only", "--bm25", f"tiny={work / 'start'}", "--json", str(tmp_path / "scores.json")])
    scores = json.loads((tmp_path / "scores.json").read_text())
    clean, mistyped, noisy = scores["BM25"]["StackFAQ P@1"]
    assert (clean, mistyped) == (100, pytest.approx(10)) and mistyped < noisy < clean
    assert set(scores) == {"tiny", "BM25"}
    assert "| clean / typing errors / other noise | tiny | BM25 |" in capsys.readouterr().out
