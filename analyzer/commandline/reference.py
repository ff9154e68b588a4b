"""The commands on the user's own copy of O*NET's task statements: add it, show what is there, remove it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.commandline.options import AsJson, Language, Quiet, Workspace
from analyzer.commandline.spoken_help import SpokenCommand, SpokenGroup
from analyzer.commandline.terminal import put_out, say
from analyzer.i18n import mark, translate

if TYPE_CHECKING:
    from analyzer.scoring.reference import Reference

_NOTHING = mark(
    "No statements have been added, so that the reference tasks of O*NET show their occupation only: add your copy of "
    "its file “Task Statements” with “analyzer reference add FILE”."
)

reference = typer.Typer(
    name="reference",
    cls=SpokenGroup,
    help=mark("Let the reference tasks of O*NET show their text, from your own copy of its statements."),
    epilog="analyzer reference add 'Task Statements.txt'\nanalyzer reference show\nanalyzer reference remove",
    no_args_is_help=True,
)


@reference.command(
    cls=SpokenCommand,
    help=mark("Read the file “Task Statements” that O*NET publishes, and keep the statements of the reference tasks."),
    epilog="analyzer reference add 'Task Statements.txt'\nanalyzer reference add 'Task Statements.xlsx' --language fr",
)
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=mark("The file as O*NET publishes it (text or Excel), or a CSV."))
    ],
    workspace: Workspace = None,
    language: Language = "",
    quiet: Quiet = False,
) -> None:
    """Keep the statements in the user's data folder, and say how many reference tasks now show theirs."""
    from analyzer.scoring.statement_file import read_statements  # noqa: PLC0415 - imports numpy
    from analyzer.scoring.statements import keep_statements  # noqa: PLC0415

    known = _reference().onet_codes
    statements = read_statements(file, known)
    keep_statements(statements, workspace)
    if not quiet:
        say(
            translate(
                "{shown} of {all} reference tasks now show their text.",
                language,
                shown=_count(len(statements.texts), language),
                all=_count(len(known), language),
            )
        )


@reference.command(
    cls=SpokenCommand,
    help=mark("Say how many reference tasks show their text, and from which file."),
    epilog="analyzer reference show\nanalyzer reference show --json",
)
def show(workspace: Workspace = None, as_json: AsJson = False, language: Language = "") -> None:
    """Say what is kept; with none, how to add it."""
    from babel.dates import format_date  # noqa: PLC0415 - only here are dates written

    from analyzer.scoring.statements import kept_statements  # noqa: PLC0415

    kept = kept_statements(workspace)
    known = _reference().onet_codes
    shown = len(known & kept.texts.keys()) if kept is not None else 0
    if as_json:
        facts = {
            "reference_tasks": len(known),
            "with_text": shown,
            "file": kept.source if kept is not None else None,
            "added": kept.added.isoformat() if kept is not None else None,
        }
        put_out((json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode())
    elif kept is None:
        say(translate(_NOTHING, language))
    else:
        say(
            translate(
                "{shown} of {all} reference tasks show their text, from “{file}”, added on {date}. Statements: O*NET "
                "database, U.S. Department of Labor (CC BY 4.0).",
                language,
                shown=_count(shown, language),
                all=_count(len(known), language),
                file=kept.source,
                date=format_date(kept.added, "long", locale=language),
            )
        )


@reference.command(
    cls=SpokenCommand,
    help=mark("Forget the statements; the reference tasks show their occupation only."),
    epilog="analyzer reference remove",
)
def remove(workspace: Workspace = None, language: Language = "", quiet: Quiet = False) -> None:
    """Remove what was kept, and say so."""
    from analyzer.scoring.statements import remove_statements  # noqa: PLC0415

    removed = remove_statements(workspace)
    if not quiet:
        done = mark("The statements were removed: the reference tasks of O*NET show their occupation only.")
        say(translate(done if removed else _NOTHING, language))


def _reference() -> Reference:
    """Return the reference tasks in use; the encoder is not needed for them."""
    from analyzer.scoring.manifest import read_manifest  # noqa: PLC0415 - imports numpy
    from analyzer.scoring.reference import Reference  # noqa: PLC0415
    from analyzer.settings import settings  # noqa: PLC0415

    return Reference(read_manifest(settings().models))


def _count(number: int, language: str) -> str:
    from analyzer.numbers import format_count  # noqa: PLC0415 - imports Babel

    return format_count(number, language)
