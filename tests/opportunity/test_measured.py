"""What pilots measured moves the estimate of their family, by a stated rule, and no further than it should."""

from dataclasses import replace
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_minutes import Minutes

from analyzer.opportunity import Assumptions, LocalFacts, estimate_hours
from analyzer.opportunity.measured import Belief, measured_families, prior_of, share_found, update

CENTRAL = Assumptions(draws=200)


def test_the_update_by_hand():
    # Prior 0.6 +- 0.1, one finding 0.3 +- 0.2: precisions 100 and 25.
    # (0.6 x 100 + 0.3 x 25) / 125 = 67.5 / 125 = 0.54; s = sqrt(1 / 125) = 0.0894.
    posterior = update(Belief(0.6, 0.1), [Belief(0.3, 0.2)])
    assert posterior.mean == pytest.approx(0.54)
    assert posterior.sd == pytest.approx(sqrt(1 / 125))


def test_one_measurement_of_a_family_by_hand():
    # Data entry: 40 / 60 / 80 %: t = 0.4 / 3.2897 = 0.12159, precision 67.64.
    # Found (10 - 5) / 10 = 0.5 at place 1, variance 0.1^2 + 0.25^2 / 1 = 0.0725, precision 13.793.
    # Posterior (0.6 x 67.64 + 0.5 x 13.793) / 81.43 = 0.5831; s / t = sqrt(67.64 / 81.43) = 0.9114:
    # the ends stand 0.2 x 0.9114 = 0.1823 from it.
    here = measured_families([Minutes()], CENTRAL)["data_entry"]
    assert here.central == pytest.approx(0.5831, abs=1e-4)
    assert here.low == pytest.approx(0.5831 - 0.1823, abs=1e-4)
    assert here.high == pytest.approx(0.5831 + 0.1823, abs=1e-4)
    assert (here.pilots, here.adoption, here.review) == (1, None, None)


def test_four_measurements_of_one_pilot_weigh_more_than_one_and_less_than_four_pilots():
    # One pilot of four: variance 0.01 + 0.0625 / 4 = 0.025625, precision 39.02:
    # (0.6 x 67.64 + 0.5 x 39.02) / 106.66 = 0.5634. Four pilots of one: 4 x 13.793 = 55.17:
    # (0.6 x 67.64 + 0.5 x 55.17) / 122.81 = 0.5551.
    same = measured_families([Minutes()] * 4, CENTRAL)["data_entry"]
    apart = measured_families([Minutes(use_case_key=str(case)) for case in range(4)], CENTRAL)["data_entry"]
    assert (same.pilots, same.central) == (1, pytest.approx(0.5634, abs=1e-4))
    assert (apart.pilots, apart.central) == (4, pytest.approx(0.5551, abs=1e-4))


def test_a_share_is_brought_to_its_family_by_the_place_of_the_task():
    # 25 % of the time of a task at place 0.5 stands for 50 % of a task at place 1, with less weight:
    # variance 0.01 + 0.0625 / 0.25 = 0.26, precision 3.846: (0.6 x 67.64 + 0.5 x 3.846) / 71.49 = 0.5946.
    low = Minutes(minutes_after=7.5, place=0.5)
    assert share_found(low, CENTRAL) == pytest.approx(0.5)
    assert measured_families([low], CENTRAL)["data_entry"].central == pytest.approx(0.5946, abs=1e-4)


@pytest.mark.parametrize(
    ("measurement", "share"),
    [
        # E-mail: the study timed finished work, so checking stays in.
        (Minutes(family="email", minutes_checking=1.0), 0.5),
        # Data entry: it did not, so (10 - 5 + 1) / 10 were freed before checking.
        (Minutes(minutes_checking=1.0), 0.6),
        # Nobody measured checking: 0.5 / (1 - 0.5 x 0.37) = 0.6135.
        (Minutes(checked=0.5), 0.6135),
        # A tool that makes work of 10 minutes last 40 counts as all of it lost, no more.
        (Minutes(minutes_after=40.0), -1.0),
    ],
)
def test_checking_is_counted_as_the_study_counted_it(measurement, share):
    assert share_found(measurement, CENTRAL) == pytest.approx(share, abs=1e-4)


def test_adoption_by_hand():
    # Prior 0.6, t = 0.15 / 1.6449 = 0.09119, precision 120.25; found 18 of 20 cases = 0.9, precision 13.793:
    # (0.6 x 120.25 + 0.9 x 13.793) / 134.05 = 0.6309.
    here = measured_families([Minutes(cases=20, cases_new_way=18)], CENTRAL)["data_entry"]
    assert here.adoption == pytest.approx(0.6309, abs=1e-4)


def test_checking_by_hand():
    # Prior 0.5 x 0.37 = 0.185, t = 0.5 x 0.12 / 1.6449 = 0.03648, precision 751.5;
    # found 2 / (10 - 5 + 2) = 0.2857, precision 13.793: (0.185 x 751.5 + 0.2857 x 13.793) / 765.3 = 0.1868.
    here = measured_families([Minutes(minutes_checking=2.0, checked=0.5)], CENTRAL)["data_entry"]
    assert here.review == pytest.approx(0.1868, abs=1e-4)


def test_checking_is_left_to_the_study_where_it_timed_finished_work():
    assert measured_families([Minutes(family="email", minutes_checking=2.0)], CENTRAL)["email"].review is None


def test_a_family_where_studies_found_nothing_moves_a_little():
    # Slides: -10 / 0 / 15 %: t = 0.25 / 3.2897 = 0.07600, precision 173.16; four pilots found 40 %, precision 55.17:
    # 0.4 x 55.17 / 228.33 = 0.0967.
    pilots = [Minutes(use_case_key=str(case), minutes_after=6.0, family="spreadsheets_slides") for case in range(4)]
    assert prior_of("spreadsheets_slides") == (-0.10, 0.0, 0.15)
    assert measured_families(pilots, CENTRAL)["spreadsheets_slides"].central == pytest.approx(0.0967, abs=1e-4)


def test_a_tool_that_slows_people_frees_nothing_and_never_less():
    pilots = [Minutes(use_case_key=str(case), minutes_after=20.0) for case in range(60)]
    here = measured_families(pilots, CENTRAL)["data_entry"]
    assert (here.low, here.central) == (0.0, 0.0)


def test_what_no_study_fits_or_stands_far_from_it_moves_nothing():
    assert measured_families([Minutes(family=None), Minutes(family="none"), Minutes(place=0.05)], CENTRAL) == {}


def test_the_next_estimate_of_the_family_moves_and_moves_back(make_scores, make_task):
    scores = make_scores(make_task(), make_task("Type orders into the system", solution="capture"))
    facts = LocalFacts(measured=measured_families([Minutes(minutes_after=9.0)] * 8, CENTRAL))
    before, after = estimate_hours(scores, CENTRAL), estimate_hours(scores, CENTRAL, facts)
    assert (after.frame["minutes_freed_central"] < before.frame["minutes_freed_central"]).all()
    assert set(after.frame["evidence_origin"]) == {"measured here"}
    again = estimate_hours(scores, CENTRAL, LocalFacts(measured=measured_families([], CENTRAL)))
    assert again.frame["minutes_freed_central"].equals(before.frame["minutes_freed_central"])


SHARES = st.floats(-1, 1)
SPREADS = st.floats(0.01, 1)
BELIEFS = st.builds(Belief, SHARES, SPREADS)


def test_a_prior_that_is_certain_stays_as_it_is():
    assert update(Belief(0.4, 1e-200), [Belief(0.9, 0.1)]) == Belief(0.4, 1e-200)


@given(BELIEFS, st.lists(BELIEFS, min_size=1, max_size=6))
def test_the_posterior_lies_between_the_prior_and_what_was_found(prior, found):
    weight = sum(1 / one.sd**2 for one in found)
    mean = sum(one.mean / one.sd**2 for one in found) / weight
    posterior = update(prior, found)
    assert min(prior.mean, mean) - 1e-9 <= posterior.mean <= max(prior.mean, mean) + 1e-9
    assert posterior.sd <= prior.sd


MEASURED = st.builds(
    Minutes,
    use_case_key=st.sampled_from(["a", "b"]),
    team=st.sampled_from(["Finance", None]),
    minutes_before=st.floats(1, 100),
    minutes_after=st.floats(0, 100),
    minutes_checking=st.none() | st.floats(0, 10),
    family=st.sampled_from(["data_entry", "email", "meetings"]),
    place=st.floats(0.1, 1.2),
    checked=st.floats(0, 1),
)


@given(st.lists(MEASURED, max_size=6), MEASURED)
def test_another_measurement_never_widens_the_range(held, new):
    family = new.family
    before = measured_families(held, CENTRAL).get(family)
    after = measured_families([*held, new], CENTRAL)[family]
    low, _, high = prior_of(family)
    widest = high - low if before is None else before.high - before.low
    # The range is cut at 0 and 1, so widths are compared where neither end is cut.
    if before is None or (before.low > 0 and before.high < 1):
        assert after.high - after.low <= widest + 1e-5
    assert 0 <= after.low <= after.central <= after.high <= 1


@given(st.lists(MEASURED, min_size=1, max_size=5), st.randoms())
def test_the_order_of_measurements_does_not_matter(held, random):
    shuffled = random.sample(held, len(held))
    for family, here in measured_families(held, CENTRAL).items():
        assert measured_families(shuffled, CENTRAL)[family].central == pytest.approx(here.central, abs=1e-5)


@given(MEASURED, st.floats(0, 5))
def test_more_minutes_saved_never_lower_the_share(measurement, saved):
    better = replace(measurement, minutes_after=max(0.0, measurement.minutes_after - saved))
    family = measurement.family
    worse = measured_families([measurement], CENTRAL)[family].central
    assert measured_families([better], CENTRAL)[family].central >= worse - 1e-9
