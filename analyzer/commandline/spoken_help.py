"""Help pages and usage errors of the command line in the reader's language.

Typer writes both in English, from texts fixed when the module is imported. Here the English texts of ``cli.py`` are the
keys of the catalogues, and they are translated when they are shown.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from analyzer.commandline.terminal import SPOKEN, language_of, say, spoken
from analyzer.errors import AnalyzerError, UsageError
from analyzer.i18n import mark, translate

_LibraryUsageError: Any = typer.BadParameter.__mro__[1]
"""What typer raises for words that it cannot parse; it exports the class only by way of its heirs."""

_SEE_HELP = mark("{problem}: see “{command} --help”.")


class SpokenCommand(TyperCommand):
    """A command whose help is written in the language of the reader; its epilog holds examples, one a line."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        _write_help(self, ctx, formatter)


class SpokenGroup(TyperGroup):
    """The command line as a whole: chooses the language, and turns every failure into one sentence and a status."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page with the list of commands."""
        _write_help(self, ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the first word names.

        :raises UsageError: if there is no such command.
        """
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise UsageError(
                "There is no command “{command}”: choose one of {commands}.",
                command=args[0],
                commands=", ".join(self.list_commands(ctx)),
            )
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line and leave with its exit status; typer's own reports of failures are not used."""
        del prog_name, standalone_mode
        words = list(sys.argv[1:] if args is None else args)
        before = SPOKEN.set(language_of(words, os.environ))
        try:
            status = super().main(words, "analyzer", complete_var, False, windows_expand_args, **extra)
        except AnalyzerError as error:
            say(error.message(SPOKEN.get()))
            status = error.exit_code
        except _LibraryUsageError as error:
            say(usage_sentence(error))
            status = 2
        except typer.Abort:
            status = 130
        finally:
            SPOKEN.reset(before)
        sys.exit(status if isinstance(status, int) else 0)


def usage_sentence(error: Any) -> str:
    """Return one sentence for words on the command line that typer could not parse."""
    kind = type(error).__name__
    command = error.ctx.command_path if error.ctx is not None else "analyzer"
    if kind == "NoArgsIsHelpError":
        return str(error.message)
    if kind == "NoSuchOption":
        problem = spoken("There is no option {option}", option=error.option_name)
    elif kind == "MissingParameter":
        problem = spoken("{option} is missing", option=_name(error.param))
    elif kind == "BadOptionUsage":
        problem = spoken("{option} needs a value", option=error.option_name)
    elif kind == "BadParameter" and error.param is not None:
        problem = spoken("{option} cannot have this value", option=_name(error.param))
    else:
        # What is left over stands in brackets in typer's own English sentence.
        found = re.search(r"\(([^()]+)\)$", error.message)
        problem = spoken("“{words}” is too much here", words=found[1] if found else error.message)
    return spoken(_SEE_HELP, problem=problem, command=command)


def _name(param: Any) -> str:
    """Return what a parameter is called on the command line: its longest option, or the name of the argument."""
    if getattr(param, "opts", None) and param.opts[0].startswith("-"):
        return str(max(param.opts, key=len))
    return str(param.metavar or param.name).removesuffix("...")


def _write_help(command: Any, ctx: Any, formatter: Any) -> None:
    language = SPOKEN.get()

    def heading(text: str) -> str:
        # The formatter adds the colon; French has a no-break space before it.
        return translate(text, language) + ("\u00a0" if language == "fr" else "")

    arguments = [p for p in command.params if not p.opts[0].startswith("-")]
    options = [p for p in command.get_params(ctx) if p.opts[0].startswith("-")]
    commands = {name: command.get_command(ctx, name) for name in getattr(command, "commands", {})}
    pieces = ["[OPTIONS]", *(p.metavar or p.name for p in arguments), *(["COMMAND"] if commands else [])]
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{heading(mark('Usage'))}: ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(translate(command.help or "", language))
    sections = [
        (mark("Arguments"), [(p.metavar or p.name, translate(p.help or "", language)) for p in arguments]),
        (mark("Options"), [_option_row(p, language) for p in options]),
        (mark("Commands"), [(name, translate(found.help or "", language)) for name, found in commands.items()]),
    ]
    for title, rows in sections:
        if rows:
            with formatter.section(heading(title)):
                formatter.write_dl(rows)
    if command.epilog:
        with formatter.section(heading(mark("Examples"))):
            for line in command.epilog.strip().splitlines():
                formatter.write(f"{'':>{formatter.current_indent}}{line.strip()}\n")


def _option_row(option: Any, language: str) -> tuple[str, str]:
    names = ", ".join(sorted([*option.opts, *option.secondary_opts], key=len))
    if option.metavar and not option.is_flag:
        names += f" {option.metavar}"
    if "--help" in option.opts:
        return names, translate("Show this help and stop.", language)
    return names, translate(option.help or "", language)
