"""Frequencies as people write them, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.inventory import parse_frequency
from analyzer.inventory.frequencies import once_in_period, read_frequency
from analyzer.inventory.worktime import WorkTime

D, W, M, Q, S, Y = 5.0, 1.0, 12 / 52, 1 / 13, 2 / 52, 1 / 52
HOUR = 35.0

WRITTEN = {
    # adverbs and bare periods
    "quotidien": D, "Quotidienne": D, "quotidiennement": D, "journalier": D, "daily": D, "hebdo": W,
    "hebdomadaire": W, "Weekly": W,
    "mensuel": M, "mensuelle": M, "monthly": M, "trimestriel": Q, "quarterly": Q, "semestriel": S, "semi-annual": S,
    "annuel": Y,
    "annuellement": Y, "yearly": Y, "quot.": D, "mens.": M, "trim.": Q, "jour": D, "semaine": W, "mois": M, "an": Y,
    "month": M,
    # every
    "tous les jours": D, "every day": D, "tous les jours ouvrés": D, "every weekday": D, "chaque semaine": W,
    "each week": W,
    "toutes les semaines": W, "chaque mois": M, "tous les ans": Y, "every quarter": Q, "par jour": D, "/jour": D,
    "per month": M,
    "par semestre": S, "tlj": D,
    # counted
    "3x/semaine": 3, "3 x / sem": 3, "3X/SEM": 3, "3 fois par semaine": 3, "trois fois par semaine": 3, "3/sem": 3,
    "3 par semaine": 3,
    "x3 par semaine": 3, "3 fois semaine": 3, "2*/sem": 2, "once a week": 1, "twice a week": 2, "twice a day": 10,
    "twice daily": 10,
    "three times a day": 15, "3 times per month": 3 * M, "une fois par mois": M, "1 fois/an": Y,
    "2 fois par an": 2 * Y,
    "deux fois l'an": 2 * Y, "une fois l’an": Y, "5 per annum": 5 * Y, "x2/jour": 10, "2/j": 10, "12/an": 12 * Y,
    "1/mois": M, "4/m": 4 * M,
    "1 fois dans l’année": Y, "20 fois dans le mois": 20 * M, "1,5 fois par semaine": 1.5, "2x quotidien": 10,
    "hebdo x3": 3,
    "quotidien (3x)": 15, "une vingtaine de fois par mois": 20 * M,
    # things counted
    "40 dossiers par semaine": 40, "200 factures/mois": 200 * M, "~ 15 mails par jour": 75,
    "environ 1 200 appels par an": 1200 * Y,
    "60 tickets/day": 300, "per ticket (40/week)": 40, "ponctuel (2/an)": 2 * Y, "2 jours par mois": 2 * M,
    "5 days a week": 5,
    # ranges: the middle
    "2 à 3 fois par semaine": 2.5, "2-3x/week": 2.5, "1 à 2 x/jour": 7.5, "100-150/mois": 125 * M, "2-3": 2.5,
    # every so many
    "tous les 15 jours": 0.5, "tous les quinze jours": 0.5, "une fois toutes les deux semaines": 0.5,
    "every 2 weeks": 0.5,
    "once every two weeks": 0.5, "fortnightly": 0.5, "once a fortnight": 0.5, "tous les 8 jours": 1,
    "every other week": 0.5,
    "une semaine sur deux": 0.5, "1 sem/2": 0.5, "1x/2 sem": 0.5, "every other day": 2.5, "un jour sur deux": 2.5,
    "tous les 2 jours": 2.5,
    "every 3 days": 5 / 3, "1 lundi sur 2": 0.5, "every 3rd week": 1 / 3, "1 fois tous les 2 mois": M / 2,
    "every two months": M / 2,
    "tous les 6 mois": S, "every 6 months": S, "tous les 2 ans": Y / 2, "toutes les heures": HOUR, "hourly": HOUR,
    "toutes les 2 heures": HOUR / 2, "every 30 minutes": 2 * HOUR,
    # the calendar
    "lun-ven": 5, "du lundi au vendredi": 5, "mon-fri": 5, "lundi au samedi": 6, "5j/7": 5, "7j/7": 7,
    "6 jours sur 7": 6,
    "lundi et jeudi": 2, "lundi, mercredi, vendredi": 3, "Mon, Wed, Fri": 3, "le lundi": 1, "every Monday": 1,
    "tous les vendredis matin": 1,
    "matin et soir": 10, "chaque matin": 5, "every morning": 5, "1er lundi du mois": M, "le 5 du mois": M,
    "le 5 et le 20 du mois": 2 * M, "1er et 3e lundi du mois": 2 * M,
    "last Friday of month": M, "dernier vendredi": M, "dernier jour ouvré": M, "last working day of the month": M,
    "2nd Tuesday each month": M, "first Monday of the quarter": Q, "dernière semaine du trimestre": Q,
    "fin de mois": M, "month-end": M, "end of month": M, "mensuel (clôture)": M, "fin de trimestre": Q,
    "fin d'année": Y, "year end": Y,
    "annuel (décembre)": Y, "weekly (Friday)": 1,
    # two at once
    "2 fois par jour, 3 jours par semaine": 6, "4j/semaine": 4, "220 jours/an": 220 * Y, "100k/an": 100_000 * Y,
    "10aine par jour": 50, "le 15 de chaque mois": M, "un week-end sur deux": 0.5, "deux à trois fois par semaine": 2.5,
    "1x/semaine + 1x/mois": 1 + M,
    # no period: a week
    "3": 3, "5 fois": 5,
    # not done
    "jamais": 0, "never": 0,
}  # fmt: skip


@pytest.mark.parametrize(("text", "per_week"), WRITTEN.items())
def test_written_frequencies(text: str, per_week: float) -> None:
    assert parse_frequency(text) == pytest.approx(per_week)


AMBIGUOUS = {
    "bimensuel": 2 * M,
    "bimestriel": M / 2,
    "biweekly": 0.5,
    "bi-weekly": 0.5,
    "bihebdomadaire": 2,
    "bimonthly": M / 2,
    "biannuel": 2 * Y,
    "mensuel sauf août": M,
    "hebdo/mensuel": (1 + M) / 2,
    "mensuel et trimestriel": M + Q,
    "hebdomadère": 1,
    "weeklly": 1,
    "J": D,
    "mars et septembre": 2 * Y,
    "max 3 fois par semaine": 3,
    "5+ per day": 25,
    "tous les jours sauf mercredi": 4,
    "1/2 par mois": 1.5 * M,
}


@pytest.mark.parametrize(("text", "per_week"), AMBIGUOUS.items())
def test_what_could_be_meant_otherwise_is_read_one_way_and_said(text: str, per_week: float) -> None:
    reading = read_frequency(text, WorkTime())
    assert reading.middle == pytest.approx(per_week)
    assert reading.doubtful or text == "hebdomadère"


@pytest.mark.parametrize(
    "text",
    [
        "ponctuel", "ad hoc", "selon besoin", "si besoin", "à la demande", "as needed", "on demand", "occasionnel",
        "rarement", "souvent", "en continu", "permanent", "au fil de l'eau", "plusieurs fois par jour",
        "toute la journée",
        "several times a week", "a few times a month", "1 fois sur deux", "par dossier", "à chaque embauche", "24/7",
        "for each new hire", "à réception", "once in a while", "1 par client", "one-off", "une seule fois", "whenever",
    ],
)  # fmt: skip
def test_a_rate_without_a_number_leaves_the_time_unknown(text: str) -> None:
    assert parse_frequency(text) is None
    assert read_frequency(text, WorkTime()).status == "vague"


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("plusieurs fois par jour", 5), ("quelques fois par mois", 12 / 52), ("a few times a week", 1),
        ("several/day", 5), ("multiple times per quarter", 1 / 13), ("plusieurs fois dans l'année", 1 / 52),
        ("de temps en temps", None), ("plusieurs fois", None), ("3 fois par jour", None),
    ],
)  # fmt: skip
def test_a_period_without_a_number_is_known(text: str, once: float | None) -> None:
    assert once_in_period(text, WorkTime()) == (None if once is None else pytest.approx(once))


@pytest.mark.parametrize("text", ["blabla", "Sage", "semaine 1 et 3", "saisie des factures", "très " * 60])
def test_what_is_no_frequency_is_not_guessed(text: str) -> None:
    assert read_frequency(text, WorkTime()).status == "unreadable"


@pytest.mark.parametrize("text", ["2h par semaine", "30 min", "30 min par jour"])
def test_a_duration_is_told_apart(text: str) -> None:
    assert read_frequency(text, WorkTime()).status == "duration"


def test_one_letter_depends_on_the_language() -> None:
    assert parse_frequency("Q", language="fr") == D
    assert parse_frequency("Q", language="en") == pytest.approx(Q)
    assert parse_frequency("Q") is None


def test_a_longer_day_has_more_hours() -> None:
    assert parse_frequency("toutes les heures", WorkTime(8.0, 4.0)) == 40


PER_PERIOD = {
    "{n}x/jour": D, "{n} fois par jour": D, "{n} times a day": D, "{n}/semaine": W, "{n} x par semaine": W,
    "{n} times per week": W, "{n} fois par mois": M, "{n} per month": M, "{n}/trimestre": Q, "{n} fois par an": Y,
    "{n} times a year": Y,
}  # fmt: skip


@given(st.integers(1, 400), st.sampled_from(sorted(PER_PERIOD)))
def test_counts_per_period_are_exact(count: int, written: str) -> None:
    assert parse_frequency(written.format(n=count)) == pytest.approx(count * PER_PERIOD[written])


@given(st.integers(1, 400), st.sampled_from(sorted(PER_PERIOD)))
def test_more_times_are_more_often(count: int, written: str) -> None:
    fewer, more = parse_frequency(written.format(n=count)), parse_frequency(written.format(n=count + 1))
    assert fewer is not None and more is not None and fewer < more


@given(
    st.integers(2, 300),
    st.sampled_from(["tous les {n} jours", "every {n} days", "toutes les {n} semaines", "every {n} months"]),
)
def test_longer_intervals_are_never_more_often(count: int, written: str) -> None:
    sooner, later = parse_frequency(written.format(n=count)), parse_frequency(written.format(n=count + 1))
    if count == 14 and "jour" in written:
        return  # "tous les 15 jours" means two weeks, as 14 days do
    assert sooner is not None and later is not None and sooner >= later


@given(st.integers(1, 50), st.integers(1, 50))
def test_a_range_keeps_its_ends(one: int, other: int) -> None:
    low, high = sorted((one, other))
    reading = read_frequency(f"{low} à {high} fois par semaine", WorkTime())
    assert (reading.low, reading.high) == (low, high)
    assert reading.middle == pytest.approx((low + high) / 2)


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    rate = parse_frequency(text)
    assert rate is None or isinstance(rate, float)
