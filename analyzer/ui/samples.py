"""The example inventories: what each is called on screen, and its file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer.i18n import mark, translate
from analyzer.paths import bundled

_TRADES = {
    "cabinet-comptable": ("fr", mark("Accounting firm")),
    "administration-des-ventes": ("fr", mark("Sales administration")),
    "agence-marketing": ("fr", mark("Marketing agency")),
    "mairie": ("fr", mark("Town hall")),
    "customer-support": ("en", mark("Customer support")),
    "hr-team": ("en", mark("Human resources")),
    "it-services": ("en", mark("IT services")),
    "logistics-warehouse": ("en", mark("Logistics")),
}
"""Language and trade by file name without ending."""


@dataclass(frozen=True)
class Sample:
    """One example: its code (the file's name without ending), its own language, its trade, and its file."""

    code: str
    language: str
    trade: str
    path: Path

    def title(self, language: str) -> str:
        """Return the trade in the reader's language."""
        return translate(self.trade, language)


@cache
def samples() -> tuple[Sample, ...]:
    """Return the examples whose files are there; a file without a trade of its own is left out."""
    files = {path.stem: path for path in bundled("sample_data").glob("*") if path.suffix != ".md"}
    return tuple(Sample(code, *_TRADES[code], files[code]) for code in _TRADES if code in files)
