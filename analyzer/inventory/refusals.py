"""The sentences by which files are refused, where several readers need the same one."""

from __future__ import annotations

from collections.abc import Iterable

from analyzer.errors import InputFileError
from analyzer.i18n import mark, translate

MOST_COLUMNS = 2_000
"""Columns that a sheet or text file may have; judgement: no table of tasks has a tenth of them."""


class OtherListError(InputFileError):
    """A list that is plainly none of tasks; it is read with ``any_list`` of the reading options.

    :ivar headers: names of all its columns, by which a file is known that was read all the same before.
    """

    headers: tuple[str, ...] = ()

    def in_app(self, language: str) -> str:
        """Return the sentence for where a button stands in the place of the option."""
        return OtherListError(self.template, **{**self.facts, "how": ""}).message(language)


def refuse_other_list(name: str, kind: str, headers: Iterable[str]) -> OtherListError:
    """Return the error for a file that is plainly another list.

    :param kind: what it looks like, in English, as the catalogues have it.
    :param headers: names of its columns.
    """
    sentence = mark(
        "“{file}” looks like {kind}, not like a list of tasks: choose the list of what your team does, or have it "
        "read all the same{how}."
    )
    error = OtherListError(sentence, file=name, kind=lambda language: translate(kind, language), how=" (--any-list)")
    error.headers = tuple(dict.fromkeys(headers))
    return error


def broken(name: str, kind: str = "workbook") -> InputFileError:
    """Return the error for a file that is damaged or cut off.

    :param kind: "parquet" for a file that no spreadsheet program opens.
    """
    if kind == "parquet":
        return InputFileError(mark("“{file}” is a damaged Parquet file: write it again."), file=name)
    sentence = mark("“{file}” is damaged or incomplete: open it in your spreadsheet program and save it again.")
    return InputFileError(sentence, file=name)


def protected(name: str) -> InputFileError:
    """Return the error for a workbook with a password."""
    return InputFileError(mark("“{file}” is protected by a password: save it without one and try again."), file=name)


def too_large(name: str) -> InputFileError:
    """Return the error for a file whose content or extent is out of bounds."""
    sentence = mark("“{file}” holds far more cells or data than a task list: copy the table into a new workbook.")
    return InputFileError(sentence, file=name)


def no_records(name: str) -> InputFileError:
    """Return the error for JSON that holds no list of tasks."""
    return InputFileError(mark("“{file}” is JSON, but not a list of tasks: give one object a task."), file=name)


def too_many_rows(limit: int, name: str) -> InputFileError:
    """Return the error for a file with more rows than are read."""
    sentence = mark("“{file}” has more than {limit} rows: split it into several files.")
    return InputFileError(sentence, file=name, limit=limit)


def refuse_many_rows(count: int, max_rows: int, name: str) -> None:
    """Raise :class:`InputFileError` if a file has more than ``max_rows`` rows."""
    if count - 1 > max_rows:  # one line may be the header
        raise too_many_rows(max_rows, name)


def refuse_many_columns(count: int, name: str) -> None:
    """Raise :class:`InputFileError` if a table has more than :data:`MOST_COLUMNS` columns."""
    if count > MOST_COLUMNS:
        sentence = mark("“{file}” has {count} columns: keep the table of tasks only (at most {limit} columns).")
        raise InputFileError(sentence, file=name, count=count, limit=MOST_COLUMNS)


def without_tasks(name: str, headers: str, kind: str | None) -> InputFileError:
    """Return the error for a table none of whose columns can hold tasks.

    :param headers: those that were found, as a sentence lists them.
    :param kind: what other list it looks like, in English, as the catalogues have it.
    """
    if kind is None:
        sentence = mark("“{file}” has no column of tasks (found: {headers}): give one the header “Task”.")
        return InputFileError(sentence, file=name, headers=headers)
    sentence = mark(
        "“{file}” looks like {kind}, and has no column of tasks (found: {headers}): choose the list of what your team "
        "does."
    )
    return InputFileError(sentence, file=name, headers=headers, kind=lambda language: translate(kind, language))


def running_text(name: str) -> InputFileError:
    """Return the error for a letter, a read-me or an article."""
    sentence = mark(
        "“{file}” reads as running text, not as a list: write one task a line, or a table with one task a row."
    )
    return InputFileError(sentence, file=name)
