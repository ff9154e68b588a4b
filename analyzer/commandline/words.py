"""What the commands say of their results, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.i18n import translate, translate_plural
from analyzer.numbers import format_count, format_duration, labelled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from analyzer.inventory import Inventory

MOST_PROBLEMS = 40
"""Problems written out for one file; the rest is counted, and ``check --json`` has them all."""


def understood(inventory: Inventory, language: str) -> list[str]:
    """Return how a file was read: its size, its form, its columns, then a line for each problem."""
    lines = [read_sentence(inventory, language), *(f"  {line}" for line in _form(inventory, language))]
    problems = [*inventory.problems, *(question.as_problem() for question in inventory.questions)]
    for problem in problems[:MOST_PROBLEMS]:
        place = _place(problem.sheet, problem.row, language)
        lines.append(f"  {place}{problem.message(language)}")
    rest = len(problems) - MOST_PROBLEMS
    if rest > 0:
        lines.append("  " + _more(rest, language))
    return lines


def read_sentence(inventory: Inventory, language: str) -> str:
    """Return the size of one file in one sentence."""
    count = len(inventory.frame)
    tasks = translate_plural("{number} task", "{number} tasks", count, language, number=format_count(count, language))
    rows = translate_plural(
        "{number} row", "{number} rows", inventory.rows, language, number=format_count(inventory.rows, language)
    )
    return translate(
        "{file}: {tasks} in {rows}, {duration} a week; tasks without a time: {missing}.",
        language,
        file=inventory.file,
        tasks=tasks,
        rows=rows,
        duration=format_duration(inventory.minutes_per_week, language),
        missing=format_count(inventory.tasks_without_time, language),
    )


def written(output: Path, language: str) -> str:
    """Return where the result is."""
    return translate("Written to “{file}”.", language, file=str(output))


def names_left_out(count: int, language: str) -> str:
    """Return that names of people were left out of a result."""
    return translate_plural(
        "The name of {count} person was left out: add --names to keep it.",
        "The names of {count} people were left out: add --names to keep them.",
        count,
        language,
    )


def roles_not_listed(roles: Sequence[str], language: str) -> str:
    """Return that a file tells of roles that do no task of the list: a slip of the pen must not pass in silence."""
    return translate_plural(
        "No task is done by “{name}”: what --roles says of it counts for nothing; write it as the list does.",
        "No task is done by {number} roles that --roles names, such as “{name}”: what it says of them counts for "
        "nothing; write them as the list does.",
        len(roles),
        language,
        number=format_count(len(roles), language),
        name=roles[0],
    )


def figures(metrics: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return measured figures as an aligned table, one group under the other."""
    width = max((len(name) for group in metrics.values() for name in group), default=0)
    lines: list[str] = []
    for title, group in metrics.items():
        lines += [
            *([""] if lines else []),
            title,
            *(f"  {name:<{width}}  {value:>10g}" for name, value in group.items()),
        ]
    return lines


def _form(inventory: Inventory, language: str) -> list[str]:
    form = inventory.format
    facts = [
        (translate("Encoding", language), form.encoding),
        (translate("Separator", language), {"\t": "tab"}.get(form.delimiter or "", form.delimiter)),
        (translate("Sheets", language), ", ".join(form.sheets)),
        (translate("Header in row", language), form.header_row),
    ]
    between = "\u202f; " if language == "fr" else "; "
    lines = [between.join(labelled(name, value, language) for name, value in facts if value)]
    lines.append(", ".join(f"{header} → {field}" for header, field in inventory.columns.items()))
    return [line for line in lines if line]


def _place(sheet: str | None, row: int | None, language: str) -> str:
    parts = [sheet] if sheet else []
    if row is not None:
        parts.append(translate("row {row}", language, row=row))
    return labelled(", ".join(parts), "", language) if parts else ""


def _more(rest: int, language: str) -> str:
    return translate_plural(
        "{number} more problem: --json lists all.",
        "{number} more problems: --json lists all.",
        rest,
        language,
        number=format_count(rest, language),
    )


def people(names: list[object]) -> int:
    """Return how many different people are named."""
    return len({str(name) for name in names})
