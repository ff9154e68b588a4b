"""What must come before what."""

import pandas as pd

from analyzer.opportunity.dependencies import Dependency, dependencies


def cases(*rows):
    return pd.DataFrame(rows, columns=["use_case_key", "solution", "teams"])


def test_others_of_a_kind_follow_its_first():
    listed = cases(("a", "rules", ("Sales",)), ("b", "drafting", ()), ("c", "rules", ("Finance",)))
    assert dependencies(listed) == [Dependency("a", "c", "first_of_kind")]


def test_a_report_waits_for_the_first_capture_of_its_team():
    listed = cases(
        ("report", "reporting", ("Finance",)),
        ("scan", "capture", ("Finance",)),
        ("scan more", "capture", ("Finance", "Sales")),
        ("report of sales", "reporting", ("Sales", "Finance")),
        ("report of nobody", "predictive", ()),
    )
    assert dependencies(listed) == [
        Dependency("scan", "report", "data_first"),
        Dependency("scan", "scan more", "first_of_kind"),
        Dependency("report", "report of sales", "first_of_kind"),
        Dependency("scan more", "report of sales", "data_first"),
        Dependency("scan", "report of sales", "data_first"),
    ]
