"""How the command line speaks: in which language, on which stream, and with how much progress."""

from __future__ import annotations

import locale
import sys
from collections.abc import Mapping, Sequence
from contextvars import ContextVar

from analyzer.i18n import LANGUAGES, translate

SPOKEN: ContextVar[str] = ContextVar("SPOKEN", default=LANGUAGES[0])
"""Language of the command that runs."""

_OPTION = "--language"
_BAR = 24


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language to speak before the arguments are parsed, for help and for arguments that cannot be parsed.

    :param arguments: words of the command line; ``--language`` wins if it names a language that is offered.
    :param environment: ``LC_ALL``, ``LC_MESSAGES`` or ``LANG`` says the system's language, as everywhere else.
    """
    for position, word in enumerate(arguments):
        name, _, value = word.partition("=")
        asked = value or (arguments[position + 1] if position + 1 < len(arguments) else "")
        if name == _OPTION and asked in LANGUAGES:
            return asked
    return system_language(environment)


def system_language(environment: Mapping[str, str]) -> str:
    """Return the language of the system if it is offered, else English."""
    named = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    if not named and sys.platform == "win32":
        named = locale.getlocale()[0] or ""
    return "fr" if named.lower().startswith("fr") else "en"


def say(sentence: str) -> None:
    """Print words to stderr: stdout is for results."""
    print(sentence, file=sys.stderr, flush=True)


def put_out(content: bytes) -> None:
    """Write a result to stdout as it is, whatever encoding and line ends the terminal has."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


class ProgressLine:
    """One line on a terminal that says how far the work is; silent where stderr is no terminal.

    :param words: what is being done.
    """

    def __init__(self, words: str) -> None:
        self._words = words
        self._shown = -1

    def __call__(self, share: float) -> None:
        """Show the share done, 0..1."""
        percent = round(100 * min(max(share, 0.0), 1.0))
        if percent == self._shown or not sys.stderr.isatty():
            return
        self._shown = percent
        done = round(_BAR * percent / 100)
        print(f"\r{self._words} {'━' * done}{'─' * (_BAR - done)} {percent:3d} %", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Take the line away again."""
        if self._shown >= 0:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def spoken(template: str, **facts: object) -> str:
    """Return a text in the language of the command that runs."""
    return translate(template, SPOKEN.get(), **facts)
