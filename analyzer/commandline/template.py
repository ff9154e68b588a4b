"""The command that writes a task list to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analyzer.commandline.options import Language, Quiet
from analyzer.commandline.terminal import say
from analyzer.errors import UsageError
from analyzer.i18n import mark


def template(
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help=mark("File to write; its name ends in .xlsx."))
    ],
    language: Language = "",
    quiet: Quiet = False,
) -> None:
    """Write the template of a task list; a file that is already there is kept."""
    from analyzer.commandline.words import written  # noqa: PLC0415 - imports pandas
    from analyzer.inventory import template as workbook_of  # noqa: PLC0415 - imports pandas

    if output.suffix.lower() != ".xlsx":
        raise UsageError("“{file}” is no XLSX file: give it a name that ends in .xlsx.", file=output.name)
    try:
        with output.open("xb") as handle:
            handle.write(workbook_of(language))
    except FileExistsError:
        raise UsageError("“{file}” is already there: choose another name.", file=str(output)) from None
    except OSError:
        raise UsageError("“{file}” cannot be written: choose another folder.", file=str(output)) from None
    if not quiet:
        say(written(output, language))
