"""The errors a user can meet: each says in one sentence what happened, where, and what to do.

An error keeps its message as a template and its facts apart, so that the app and the command line can say it in
the user's language; ``str(error)`` is English.
"""

from __future__ import annotations

from analyzer.i18n import translate


class AnalyzerError(Exception):
    """Base of every error that is meant to be read by a user.

    :param template: English sentence with named ``{placeholders}``; it is the key of its translation.
    :param facts: values for the placeholders. One that is written otherwise in each language, as a share is, stands
        as a function of the language.
    """

    exit_code = 1
    """Exit status of the command line for this kind of error."""

    def __init__(self, template: str, **facts: object) -> None:
        super().__init__(template)
        self.template = template
        self.facts = facts

    def message(self, language: str = "en") -> str:
        """Return the sentence in ``language`` ("en" or "fr")."""
        said = {name: fact(language) if callable(fact) else fact for name, fact in self.facts.items()}
        return translate(self.template, language, **said)

    def __str__(self) -> str:
        return self.message("en")


class UsageError(AnalyzerError, ValueError):
    """An option, assumption or setting that cannot be used (exit 2)."""

    exit_code = 2


class InputFileError(AnalyzerError, ValueError):
    """A file that cannot be used as a task inventory (exit 3)."""

    exit_code = 3


class ModelError(AnalyzerError, RuntimeError):
    """A model file that is missing, altered, or of another version (exit 4)."""

    exit_code = 4


class WorkspaceError(AnalyzerError, RuntimeError):
    """A workspace database that cannot be opened, or an entry that is no longer there."""

    exit_code = 1
