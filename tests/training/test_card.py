"""The model card says what metrics.json says."""

import json
from pathlib import Path

from analyzer.settings import settings
from analyzer.training.card import card_table, write_metrics


def test_the_shipped_card_holds_the_shipped_figures() -> None:
    folder = settings().models
    metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    assert card_table(metrics) in (folder / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_only_the_table_is_replaced(tmp_path: Path) -> None:
    card = tmp_path / "MODEL_CARD.md"
    card.write_text("Before.\n<!-- figures -->\nold\n<!-- end of figures -->\nAfter.\n", encoding="utf-8")
    write_metrics({"group": {"first": 0.5, "second": 12.0}}, tmp_path)
    assert card.read_text(encoding="utf-8") == (
        "Before.\n<!-- figures -->\n| | figure | value |\n| --- | --- | --- |\n"
        "| group | first | 0.5 |\n|  | second | 12 |\n<!-- end of figures -->\nAfter.\n"
    )
    assert json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))["group"]["second"] == 12.0


def test_a_folder_without_a_card_gets_the_figures_alone(tmp_path: Path) -> None:
    write_metrics({"group": {"first": 0.5}}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["metrics.json"]
