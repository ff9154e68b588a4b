"""The sample inventories are understood as their README says."""

from __future__ import annotations

import pytest
from inventory_samples import assert_every_row_accounted_for

from analyzer.inventory import read_inventory
from analyzer.paths import bundled

# File -> tasks, hours a week, tasks without a time, roles: what the person who wrote it counted by hand.
SAMPLES = {
    "cabinet-comptable.xlsx": (88, 460, 2, 7),
    "administration-des-ventes.csv": (61, 500, 3, 5),
    "agence-marketing.xlsx": (79, 207, 2, 7),
    "mairie.xlsx": (115, 665, 2, 9),
    "customer-support.csv": (62, 723, 1, 5),
    "hr-team.xlsx": (70, 329, 2, 5),
    "logistics-warehouse.tsv": (73, 1089, 2, 6),
    "it-services.xlsx": (77, 696, 2, 6),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_as_its_author_counted_it(name: str) -> None:
    inventory = read_inventory(bundled("sample_data") / name)
    tasks, hours, without_time, roles = SAMPLES[name]
    assert_every_row_accounted_for(inventory)
    assert len(inventory.frame) == tasks
    assert inventory.minutes_per_week / 60 == pytest.approx(hours, abs=0.6)
    assert inventory.tasks_without_time == without_time
    assert inventory.frame["role"].nunique() == roles
    french = name in ("cabinet-comptable.xlsx", "administration-des-ventes.csv", "agence-marketing.xlsx", "mairie.xlsx")
    assert inventory.language == ("fr" if french else "en")


def test_first_names_of_the_agency_are_people_not_roles() -> None:
    frame = read_inventory(bundled("sample_data") / "agence-marketing.xlsx").frame
    assert set(frame["person"].dropna()).isdisjoint(frame["role"].dropna())
    assert frame["person"].notna().all()


def test_the_sheets_of_the_town_hall_are_its_teams() -> None:
    inventory = read_inventory(bundled("sample_data") / "mairie.xlsx")
    assert inventory.frame["team"].nunique() == 6
    assert "Lisez-moi" not in inventory.format.sheets
