"""Where a result goes: checked before the work begins, so that minutes of scoring never end in a misspelt name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.commandline.terminal import put_out
from analyzer.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

STDOUT = Path("-")


def check_output(output: Path, asked: Iterable[Path], inputs: Iterable[Path], ending: str = "") -> None:
    """Check that a result can be written under a name.

    :param output: the name; "-" is stdout and always right.
    :param ending: the only one that it may have; any of a table's unless given.
    :param asked: files and folders as the user named them.
    :param inputs: the files that will be read.
    :raises UsageError: if the ending is unknown, the folder is not there, the name is a folder, or an input would be
        lost.
    """
    if output == STDOUT:
        return
    from analyzer.report.tables import check_ending  # noqa: PLC0415 - imports pandas

    if ending and output.suffix.lower() != ending:
        raise UsageError(
            "“{file}” does not say what kind of file to write: choose a name that ends in {endings}.",
            file=output.name,
            endings=ending,
        )
    if not ending:
        check_ending(output.suffix, output.name)
    if output.is_dir():
        raise UsageError("“{file}” is a folder: add the name of the file to write.", file=str(output))
    if not output.parent.is_dir():
        raise UsageError("The folder “{folder}” does not exist: create it first.", folder=str(output.parent))
    if output.exists() and any(path.exists() and path.samefile(output) for path in inputs):
        raise UsageError("“{file}” is one of the files to read: choose another name for the result.", file=str(output))
    folder = next((path for path in asked if path.is_dir() and output.resolve().is_relative_to(path.resolve())), None)
    if folder is not None:
        raise UsageError(
            "“{file}” would stand in “{folder}” and be read as a task list next time: choose another folder.",
            file=str(output),
            folder=str(folder),
        )


def put(frame: pd.DataFrame, output: Path) -> None:
    """Write a frame under a name, or to stdout as CSV.

    :raises UsageError: if it cannot be written.
    """
    from analyzer.report.tables import table_bytes, write_table  # noqa: PLC0415 - imports pandas

    if output == STDOUT:
        put_out(table_bytes(frame, ".csv"))
    else:
        write_table(frame, output)
