"""Text into a grid: CSV and TSV of any usual dialect, pasted blocks, and lists with one task a line."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from analyzer.errors import InputFileError
from analyzer.i18n import mark
from analyzer.inventory.deadline import check_time
from analyzer.inventory.grids import Cell, Cleaner, Grid
from analyzer.inventory.headers import LONGEST_HEADER, TICKED, read_header
from analyzer.inventory.problems import Problem
from analyzer.inventory.prose import holds_sentences, is_running_text
from analyzer.inventory.refusals import refuse_many_columns, refuse_many_rows, running_text
from analyzer.inventory.roleheaders import names_role

DELIMITERS = (";", "\t", ",", "|")
"""Delimiters tried, the likelier first where two fit alike."""

ROWS_BETWEEN_CHECKS = 2_000
"""Rows after which it is looked at how long the reading has gone on."""

SAMPLE_RECORDS = 300
_HEADER_LINES = 10
"""Lines that are not blank among which the header of a table with cells of several lines is looked for."""

SAMPLE_CHARACTERS = 1 << 20
LONGEST_LINE = 1_000_000
csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
_LONGEST_HEADING = 6
"""Words of a line that heads bullets; judgement."""

_FEWEST_BULLETS = 3
"""Bullets from which on the lines around them may be a letter; judgement."""

_RULE = re.compile(r":?-{2,}:?|={3,}|_{3,}|\*{3,}")
_BULLET = re.compile(r"^(?:[-*•–—·▪◦‣o]\s+|[•▪◦‣]\s*|\(?\d{1,3}[.)]\s+|\[[ xX]?\]\s*|[☐☑✓✔]\s*)+")


def read_delimited(
    text: str, delimiter: str | None, max_rows: int, name: str
) -> tuple[Grid, str | None, list[Problem]]:
    """Return the grid of a text, the delimiter found (None for a list, one task a line) and what had to be assumed.

    Rows are counted as a spreadsheet counts them: a quoted cell with line breaks is one row.

    :param text: the whole file.
    :param delimiter: the user's choice, or None.
    :param max_rows: most rows that are read.
    :param name: file name for messages.
    :raises InputFileError: if a line is too long, there are too many rows or columns, or it is running text.
    """
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    if first := re.match(r'"?sep=(.)"?\n', text, re.IGNORECASE):
        # Excel's own way to name the delimiter; it shows no such row.
        delimiter, text = delimiter or first.group(1), text[first.end() :]
    _refuse_long_lines(text, name)
    if delimiter is None and not _names_columns(text) and is_running_text(text):
        raise running_text(name)
    delimiter = delimiter or find_delimiter(text)
    if delimiter is None:
        told = [Problem("lines_of_sentences")] if holds_sentences(text) else []
        return _read_list(text, max_rows, name), None, told
    problems = []
    if _quotes_swallow(text, delimiter):
        problems.append(Problem("quotes_ignored"))
    cleaner = Cleaner()
    lines = text.count("\n") + 1
    rows: list[list[Cell]] = []
    for record in _records(text, delimiter, quoted=not problems):
        refuse_many_columns(len(record), name)
        rows.append([] if _is_rule(record) else cleaner.row(list(record)))
        if len(rows) > max_rows + 1:
            break
        if len(rows) % ROWS_BETWEEN_CHECKS == 0:
            check_time(len(rows) / lines)
    refuse_many_rows(len(rows), max_rows, name)
    return Grid(rows, comma_separated=delimiter == ",", lines=cleaner.lines), delimiter, problems


def _is_rule(record: Sequence[str]) -> bool:
    """Say whether a row is a drawn line ("|---|:--:|", "====") and holds nothing."""
    if record and record[0][:1].isalnum():
        return False  # nearly always
    return any(record) and all(not cell.strip() or _RULE.fullmatch(cell.strip()) for cell in record)


def _records(text: str, delimiter: str, *, quoted: bool) -> Iterator[list[str]]:
    if quoted:
        return csv.reader(_lines(text), delimiter=delimiter)
    return csv.reader(_lines(text), delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text with their ends; io.StringIO would hold it once more, in four bytes a letter."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _names_columns(text: str) -> bool:
    """Say whether one of the first lines names columns: what stands below may be cells of several lines."""
    lines = list(islice((line for line in io.StringIO(text[:SAMPLE_CHARACTERS]) if line.strip()), _HEADER_LINES))
    records = [record for delimiter in DELIMITERS for record in csv.reader(lines, delimiter=delimiter)]
    return any(
        _known_headers(record) >= 2 and max(map(len, record)) <= LONGEST_HEADER // 2 and not _is_prose([record])
        for record in records
    )


def find_delimiter(text: str) -> str | None:
    """Return the delimiter of a text, or None if it has one column.

    Each candidate is tried by parsing: what counts is how many records agree on a number of columns above one, and
    that known headers come out. csv.Sniffer is asked only where none is convincing, because it takes a letter or a
    decimal comma for a delimiter and fails on one column.
    """
    lines = list(islice((line for line in io.StringIO(text[:SAMPLE_CHARACTERS]) if line.strip()), SAMPLE_RECORDS))
    scores = {delimiter: _agreement(lines, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: (round(scores[delimiter], 2), -DELIMITERS.index(delimiter)))
    if scores[best] >= 0.5:
        return best
    try:
        sniffed = csv.Sniffer().sniff("\n".join(lines[:50]), delimiters="".join(DELIMITERS)).delimiter
    except csv.Error:
        return None
    return sniffed if scores[sniffed] >= 0.4 else None


def _agreement(lines: list[str], delimiter: str) -> float:
    """Return 0..2: the share of records with the usual number of columns, plus 1 if two known headers come out."""
    if not lines or not any(delimiter in line for line in lines):
        return 0.0
    records = list(csv.reader(lines, delimiter=delimiter))
    widths = Counter(len(record) for record in records)
    width, count = max(
        ((width, count) for width, count in widths.items() if width > 1), key=lambda item: item[1], default=(1, 0)
    )
    named = max((_known_headers(record) for record in records[:20] if len(record) > 1), default=0)
    share = count / len(records)
    if delimiter == "," and named < 2 and (_is_prose(records) or _listed(lines)):
        return 0.0
    return share + (1.0 if named >= 2 and width > 1 else 0.0)


def _known_headers(record: list[str]) -> int:
    return sum(meaning is not None and meaning.field not in TICKED for meaning in map(read_header, record[:60]))


def _is_prose(records: list[list[str]]) -> bool:
    """Say whether the commas are those of sentences: a space follows nearly each of them."""
    after = [cell for record in records for cell in record[1:]]
    return bool(after) and sum(cell.startswith(" ") for cell in after) > 0.8 * len(after)


def _quotes_swallow(text: str, delimiter: str) -> bool:
    """Say whether a stray quotation mark swallows lines: cells of many lines, or a quote that is never closed."""
    if '"' not in text:
        return False
    try:
        for record in csv.reader(_lines(text), delimiter=delimiter, strict=False):
            if any(cell.count("\n") > 40 or len(cell) > 20_000 for cell in record):
                return True
    except csv.Error:
        return True
    last_quote_line = text.rstrip("\n").rsplit("\n", 1)[-1]
    return text.count('"') % 2 == 1 and last_quote_line.count('"') % 2 == 0


def _read_list(text: str, max_rows: int, name: str) -> Grid:
    """Return a grid of one column, bullets and numbers in front of the lines taken off."""
    lines = text.split("\n")
    if lines and not lines[-1].strip():
        lines.pop()
    refuse_many_rows(len(lines), max_rows, name)
    cleaner = Cleaner()
    headings = _headings(lines)
    rows = [[] if _is_rule([line]) else cleaner.row([_BULLET.sub("", line.strip().strip('"'))]) for line in lines]
    for index in headings:
        rows[index] = cleaner.row([f"{lines[index].strip()}:"])
    return Grid(rows, listed=_listed([f"{line.strip()}:" if i in headings else line for i, line in enumerate(lines)]))


def _headings(lines: list[str]) -> set[int]:
    """Return the places of lines that head bullets, though no colon says so: all that stand among bullets do.

    A blank line parts each from the bullets above it, or it names a role or a service: another line may be a task that
    lacks its bullet. The line above the first bullet then heads it as well.
    """
    texts = {index: line.strip() for index, line in enumerate(lines) if line.strip()}
    places = list(texts)
    bullets = {index for index in places if _BULLET.match(texts[index])}
    if len(bullets) < _FEWEST_BULLETS:
        return set()
    plain = [index for index in places if index not in bullets and min(bullets) < index < max(bullets)]
    if not plain or not all(_may_head(texts[index]) for index in plain):
        return set()
    follows = dict(pairwise(places))
    if not all(follows.get(index) in bullets for index in plain):
        return set()
    if not all(index - 1 not in texts or names_role(texts[index]) for index in plain):
        return set()
    first = max((index for index in places if index < min(bullets)), default=None)
    above = {first} if first is not None and _may_head(texts[first]) else set()
    return {index for index in (*plain, *above) if texts[index][-1] != ":" and texts[index][0] != "#"}


def _may_head(text: str) -> bool:
    """Say whether a line can head bullets: a few words, without a number and without the end of a sentence."""
    return len(text.split()) <= _LONGEST_HEADING and re.search(r"\d|[.,;!?]$", text) is None


def _listed(lines: list[str]) -> tuple[int, int] | None:
    """Return the places of the first and the last bullet of a list: above and below it a letter greets and closes.

    Where other lines than headings stand between the bullets, or there are fewer than three, all lines are the list.
    """
    texts = [line.strip() for line in lines]
    bullets = [index for index, text in enumerate(texts) if _BULLET.match(text)]
    if len(bullets) < _FEWEST_BULLETS:
        return None
    between = texts[bullets[0] : bullets[-1]]
    plain = [text for text in between if text and not _BULLET.match(text) and text[-1] != ":" and text[0] != "#"]
    return None if plain else (bullets[0], bullets[-1])


def _refuse_long_lines(text: str, name: str) -> None:
    if len(text) <= LONGEST_LINE:
        return
    for number, line in enumerate(_lines(text), 1):
        if len(line) > LONGEST_LINE:
            raise InputFileError(
                mark("Line {number} of “{file}” is {count} characters long: save it again with one task a line."),
                number=number, file=name, count=len(line),
            )  # fmt: skip
