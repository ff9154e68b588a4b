"""What people type into rows and ideas, with personal data masked before it is stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from analyzer.inventory import mask_texts
from analyzer.ui import reading
from analyzer.ui.work import work
from analyzer.workspace import list_sources, load_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analyzer.ui.appraisal import Idea

_TEXTS = ("task", "role", "team")


def mask(project_id: str, corrections: Mapping[str, dict[str, Any]], language: str) -> bool:
    """Mask the texts of corrected rows in place, those of files aside whose personal data is kept as it is written.

    :param corrections: values by field by row id.
    :returns: whether anything was masked.
    """
    typed = [(row, name) for row, fields in corrections.items() for name in _TEXTS if isinstance(fields.get(name), str)]
    if not typed:
        return False
    rows = load_rows(work(), project_id, include_excluded=True)
    kept = {
        source.id for source in list_sources(work(), project_id) if reading.options_of(source).personal_data == "keep"
    }
    source_of = dict(zip(rows["row_id"], rows["source_id"], strict=True))
    typed = [(row, name) for row, name in typed if source_of.get(row) not in kept]
    before = [corrections[row][name] for row, name in typed]
    after = mask_texts(
        before, language, _with_labels(text for name in (*_TEXTS, "notes") for text in rows[name].dropna())
    )
    for (row, name), text in zip(typed, after, strict=True):
        corrections[row][name] = text
    return before != after


def masked_idea(idea: Idea, language: str) -> Idea:
    """Return an idea with personal data in its words masked: it may be handed over, and is kept for long."""
    words = [idea.task, idea.frequency, idea.role or "", idea.team or ""]
    task, frequency, role, team = mask_texts(words, language)
    return replace(idea, task=task, frequency=frequency, role=role or None, team=team or None)


def _with_labels(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if "[" in text]
