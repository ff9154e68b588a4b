"""The table of figures in the model card, kept in step with ``metrics.json``."""

from __future__ import annotations

import json
from pathlib import Path

_BEGIN, _END = "<!-- figures -->", "<!-- end of figures -->"


def card_table(metrics: dict[str, dict[str, float]]) -> str:
    """Return the figures as a Markdown table, a row each, groups named once."""
    lines = ["| | figure | value |", "| --- | --- | --- |"]
    for group, figures in metrics.items():
        for place, (name, value) in enumerate(figures.items()):
            lines.append(f"| {group if place == 0 else ''} | {name} | {value:g} |")
    return "\n".join(lines)


def write_metrics(metrics: dict[str, dict[str, float]], models: Path) -> None:
    """Write the figures to ``metrics.json`` beside the models, and into the model card if it has a place for them."""
    (models / "metrics.json").write_text(json.dumps(metrics, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    card = models / "MODEL_CARD.md"
    if not card.exists():
        return
    text = card.read_text(encoding="utf-8")
    before, begin, rest = text.partition(_BEGIN)
    _old, end, after = rest.partition(_END)
    if begin and end:
        card.write_text(f"{before}{_BEGIN}\n{card_table(metrics)}\n{_END}{after}", encoding="utf-8")
