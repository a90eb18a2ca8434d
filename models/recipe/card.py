"""Writes MODEL_CARD.md: the figures that the export knows, then the model's own text."""

from __future__ import annotations

from typing import Any


def text(bundle: dict[str, Any], scores: Any, own: str) -> str:
    """The card of `bundle` (the content of bundle.json); `own` is Markdown about training, scores and licences."""
    shape = bundle["architecture"]
    groups = ", ".join(f"{name} {count}" for name, count in shape["groups"].items())
    lines = [
        f"# {bundle['name']}",
        "",
        bundle["description"],
        "",
        "| | |",
        "|---|---|",
        f"| architecture | SqueezeBERT, {shape['layers']} layers, hidden {shape['hidden']}, {shape['heads']} heads, "
        f"intermediate {shape['intermediate']} |",
        f"| groups | {groups} |",
        f"| vocabulary | {shape['vocabulary']} WordPieces, {'lower case' if bundle['lowercase'] else 'cased'} |",
        f"| longest text | {bundle['max_tokens']} tokens, longer ones are cut |",
        f"| vector | {bundle['dimension']} numbers, unit length, {_pooling(bundle['pooling'])} |",
        f"| precision | {bundle['precision']} |",
        f"| languages | {', '.join(bundle['languages'])} |",
        f"| licence | {bundle['licence']} |",
        "",
        "## Agreement with the checkpoint",
        "",
    ]
    if scores.difference is None:
        lines.append("- fp32: the checkpoint brings no vectors to compare with.")
    else:
        lines.append(
            f"- fp32: the largest difference from `SqueezeBertModel` is {scores.difference:.1e} in any number of "
            f"{scores.texts} vectors."
        )
    if scores.mean_cosine is not None:
        lines.append(
            f"- int8: mean cosine to fp32 {scores.mean_cosine:.4f}, least {scores.least_cosine:.4f}, "
            f"on {scores.texts} texts."
        )
    if own:
        lines += ["", own.strip()]
    return "\n".join(lines) + "\n"


def _pooling(pooling: str) -> str:
    return "last state of [CLS]" if pooling == "cls" else "mean of the last states of all tokens"
