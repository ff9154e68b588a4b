"""Dates on the pages are those of the reader, wherever the server stands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    from datetime import UTC, datetime

    import streamlit as st

    from analyzer.ui.formats import moment

    for language in ("en", "fr"):
        st.text(moment(datetime(2026, 3, 31, 23, 5, tzinfo=UTC), language))


@pytest.mark.parametrize(
    ("context", "shown"),
    [
        ({"timezone": "Europe/Paris", "locale": "fr-FR"}, ["1 Apr 2026, 01:05", "1 avr. 2026 à 01:05"]),
        ({"timezone": "America/Montreal", "locale": "fr-CA"}, ["31 Mar 2026, 19:05", "31 mars 2026 à 19:05"]),
        ({"timezone": "America/New_York", "locale": "en-US"}, ["Mar 31, 2026, 7:05 PM", "31 mars 2026 à 19:05"]),
    ],
)
def test_a_date_is_told_in_the_zone_of_the_browser(context: dict[str, str], shown: list[str]) -> None:
    app = AppTest.from_function(page, default_timeout=60)
    app.context = context
    assert [text.value.replace("\u202f", " ") for text in app.run().text] == shown


@pytest.mark.parametrize("zone", ["", "Mars/Olympus_Mons"])
def test_a_zone_that_nobody_knows_leaves_that_of_this_machine(zone: str) -> None:
    app = AppTest.from_function(page, default_timeout=60)
    app.context = {"timezone": zone, "locale": "en-GB"}
    here = datetime(2026, 3, 31, 23, 5, tzinfo=UTC).astimezone()
    assert app.run().text[0].value.endswith(f"{here:%Y, %H:%M}")
