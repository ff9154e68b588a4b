"""What ``score`` and ``hours`` share: check how they were called, run the pipeline, write the result and say so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.commandline.outputs import STDOUT, check_output, put
from analyzer.commandline.terminal import ProgressLine, say, spoken
from analyzer.commandline.words import names_left_out, people, read_sentence, roles_not_listed, written
from analyzer.errors import UsageError
from analyzer.inventory import ReadingOptions, inventory_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from analyzer.batch import Analysis
    from analyzer.opportunity import Assumptions, LocalFacts


def analysed(
    files: list[Path],
    output: Path,
    *,
    columns: list[str] | None,
    language: str,
    quiet: bool,
    sheets: list[str] | None = None,
    use_hidden: bool = True,
    split_cells: bool = False,
    any_list: bool = False,
    keep_personal_data: bool = False,
    assumptions: Assumptions | None = None,
    facts: LocalFacts | None = None,
    also: Mapping[Path, str] | None = None,
) -> Analysis:
    """Check how the command was called, then read and score the files as one inventory.

    :param files: files and folders as the user named them.
    :param output: where the result will go; checked before the work begins.
    :param columns: the user's ``HEADER=FIELD``.
    :param sheets: names of the sheets to read, all lists of tasks unless given.
    :param use_hidden: whether hidden rows and columns count.
    :param split_cells: whether a cell that lists several tasks is read as one task each.
    :param any_list: whether a file that is plainly no list of tasks is read all the same.
    :param keep_personal_data: whether personal data in the texts is left as it is written.
    :param also: other files that will be written, each with the ending that it must have.
    :raises UsageError: if the output or a column cannot be used.
    :raises InputFileError: for the first file that cannot be used.
    :raises ModelError: if the model cannot be used.
    """
    from analyzer.batch import analyze  # noqa: PLC0415 - imports the scorer, which "check" has no use for

    reading = reading_options(
        columns, assumptions, sheets=sheets, use_hidden=use_hidden, split_cells=split_cells, any_list=any_list,
        keep_personal_data=keep_personal_data,
    )  # fmt: skip
    inputs = inventory_files(files)
    check_output(output, files, inputs)
    for path, ending in also.items() if also else ():
        check_output(path, files, inputs, ending)
    progress = ProgressLine(spoken("Scoring the tasks"))
    try:
        return analyze(
            inputs,
            options=reading,
            assumptions=assumptions,
            facts=facts,
            language=language,
            progress=None if quiet else progress,
        )
    finally:
        progress.close()


def finish(analysis: Analysis, frame: pd.DataFrame, output: Path, *, names: bool, language: str, quiet: bool) -> None:
    """Write a result, without names of people unless asked, and say what was read and where the result is."""
    left_out = 0 if names else people(frame["person"].dropna().tolist())
    if left_out:
        frame = frame.assign(person=None)
    put(frame, output)
    if quiet:
        return
    say_read(analysis, language)
    if left_out:
        say(names_left_out(left_out, language))
    if output != STDOUT:
        say(written(output, language))


def say_read(analysis: Analysis, language: str) -> None:
    """Say what was read of each file, and which facts are about roles that no list holds."""
    for inventory in analysis.inventories:
        say(read_sentence(inventory, language))
    listed = set(analysis.scores["role"].dropna())
    if unknown := [role for role in analysis.facts.roles if role not in listed]:
        say(roles_not_listed(unknown, language))


def reading_options(
    columns: list[str] | None,
    assumptions: Assumptions | None = None,
    *,
    sheets: list[str] | None = None,
    use_hidden: bool = True,
    split_cells: bool = False,
    any_list: bool = False,
    keep_personal_data: bool = False,
) -> ReadingOptions:
    """Return the reading options: a "day" in a duration is the day that the hours are counted with."""
    options = ReadingOptions(
        pairs(columns, "Qui=role"),
        sheets=tuple(sheets) if sheets else None,
        use_hidden=use_hidden,
        split_cells=split_cells,
        any_list=any_list,
        personal_data="keep" if keep_personal_data else "mask",
    )
    return options if assumptions is None else replace(options, hours_per_day=assumptions.hours_per_day)


def pairs(words: Iterable[str] | None, example: str) -> dict[str, str]:
    """Split each ``NAME=VALUE`` at its last "=": a header may hold one.

    :raises UsageError: if there is none, or nothing before it.
    """
    result = {}
    for word in words or ():
        name, equals, value = word.rpartition("=")
        if not equals or not name.strip():
            raise UsageError(
                "“{words}” is not understood: write NAME=VALUE, for example {example}.", words=word, example=example
            )
        result[name.strip()] = value.strip()
    return result
