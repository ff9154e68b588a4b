"""Every total on the hours page opens to the rows that make it, and adds up to the displayed digit, on each sample."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.batch import analyze
from analyzer.i18n import LANGUAGES
from analyzer.numbers import NO_BREAK
from analyzer.opportunity import Assumptions, HoursEstimate
from analyzer.opportunity.share import share_parts
from analyzer.ui.components.added import added, added_shares
from analyzer.ui.components.hour_groups import GROUPS, groups_table, rows_table
from analyzer.ui.components.what_moves import evidence_table

SAMPLES = sorted(path for path in (Path(__file__).parents[2] / "sample_data").iterdir() if path.suffix != ".md")


@pytest.fixture(scope="module")
def estimates() -> dict[Path, HoursEstimate]:
    few = Assumptions(draws=200)  # central figures do not depend on them
    return {sample: analyze(sample, assumptions=few).estimate for sample in SAMPLES}


def column(table: str, place: int) -> tuple[list[Decimal], Decimal, str]:
    """Return the figures of a column as they are read, that of the last row apart, and their unit."""
    body = table.split("<tbody>")[1]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", body)]
    cells = [unescape(row[place]) for row in rows]
    cells = [cell for cell in cells if re.match(r"[\d\u202f,.]", cell)]
    units = {cell.rpartition(NO_BREAK)[2] for cell in cells}
    assert len(units) == 1, "one unit in the whole column"
    *parts, total = (_read(cell.rpartition(NO_BREAK)[0] or cell) for cell in cells)
    return parts, total, units.pop()


def _read(number: str) -> Decimal:
    """Read "1,250.5" and "1 250,5"."""
    if "\u202f" in number or re.search(r",\d$", number):
        return Decimal(number.replace("\u202f", "").replace(",", "."))
    return Decimal(number.replace(",", ""))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_rows_and_studies_add_up_as_shown(
    estimates: dict[Path, HoursEstimate], sample: Path, language: str
) -> None:
    estimate = estimates[sample]
    tasks = estimate.frame.assign(**share_parts(estimate.terms))
    made = (tasks["study"] * tasks["place"] * tasks["weight"]).clip(0, tasks["cap"])
    assert made.to_numpy() == pytest.approx(tasks["share_freed_central"].to_numpy()), "the product that is shown"
    all_told = set()
    for by in GROUPS:
        totals = estimate.totals(by)  # type: ignore[arg-type]
        table = groups_table(estimate, totals, by, language)
        for place in (1, 4):
            parts, total, unit = column(table, place)
            assert sum(parts) == total, (by, place)
            all_told.add((place, total, unit))
        for key in totals[by]:
            rows = tasks[tasks[by].isna() if pd.isna(key) else tasks[by] == key]
            opened = rows_table(rows.sort_values("minutes_freed_central", ascending=False), str(key), language)
            for place in (1, 5):
                if rows["minutes_per_week"].notna().any():
                    parts, total, unit = column(opened, place)
                    assert sum(parts) == total, (by, key, place)
    parts, total, unit = column(evidence_table(estimate, language), 1)
    assert sum(parts) == total
    all_told.add((1, total, unit))
    assert len(all_told) == 2, "every grouping, and the studies, come to the same hours freed and the same hours taken"


def test_a_column_says_what_is_not_known_and_puts_small_rows_together() -> None:
    # 100.4 + 50.3 + 20.4 = 171.1 min = 2.852 h, shown 2.9 h. Cut to tenths: 1.6 + 0.8 + 0.3 = 2.7. The two tenths that
    # are missing go to those that lost most: 100.4 min = 1.673 h and 20.4 min = 0.34 h.
    assert added([100.4, 50.3, 20.4], "en") == ["1.7\u00a0h", "0.8\u00a0h", "0.4\u00a0h", "2.9\u00a0h"]
    assert added([30, float("nan"), 5, 4], "fr", 2) == ["30\u00a0min", "inconnu", "9\u00a0min", "39\u00a0min"]
    assert added([], "en") == ["0\u00a0min"]


@given(st.lists(st.floats(0, 1e5), min_size=1, max_size=6).filter(lambda parts: sum(parts) > 0))
def test_shares_of_a_whole_add_up_to_a_hundred(parts: list[float]) -> None:
    shown = [int(share.rstrip("%")) for share in added_shares(parts, "en")]
    assert sum(shown) == 100
    assert all(abs(one - 100 * part / sum(parts)) < 1 for one, part in zip(shown, parts, strict=True))


def test_three_shares_are_not_a_hundred_and_one() -> None:
    # Each rounded by itself would give 31 + 49 + 21 = 101: the one that is rounded up most gives way.
    assert added_shares([30.6, 48.7, 20.7], "fr") == ["30\u202f%", "49\u202f%", "21\u202f%"]
    assert added_shares([0.0, 0.0], "fr") == ["–", "–"]
