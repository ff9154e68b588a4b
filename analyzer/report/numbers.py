"""Numbers as readers see them, under the name by which pages and reports know them: :mod:`analyzer.numbers`."""

from analyzer.numbers import (
    MINUS,
    NO_BREAK,
    format_count,
    format_duration,
    format_number,
    format_range,
    format_share,
    labelled,
)

__all__ = [
    "MINUS",
    "NO_BREAK",
    "format_count",
    "format_duration",
    "format_number",
    "format_range",
    "format_share",
    "labelled",
]
