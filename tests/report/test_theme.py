"""The palette can be read: contrast of text and marks, and lanes that stay apart for colour-blind readers."""

from __future__ import annotations

import itertools
import subprocess
import sys

import numpy as np
import pytest

from analyzer.report.theme import LANE_MARKS, LANES, PALETTES, contrast, lane_colour, palette, readable_on, template

THEMES = tuple(PALETTES)
TEXT, MARKS = 4.5, 3.0

# Machado, Oliveira and Fernandes (2009), full severity, for linear RGB.
SEEN_BY = {
    "everyone else": np.eye(3),
    "protanopes": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopes": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopes": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}


def as_seen(colour: str, matrix: object) -> np.ndarray:
    """Return a colour in CIELAB as it is seen through a matrix on linear RGB."""
    channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(np.array(matrix) @ linear, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("theme", THEMES)
def test_text_stands_out_from_every_ground_it_is_written_on(theme: str) -> None:
    colours = palette(theme)
    for ground in (colours.background, colours.surface):
        assert contrast(colours.text, ground) >= TEXT
        assert contrast(colours.muted, ground) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out_from_the_ground(theme: str) -> None:
    colours = palette(theme)
    for mark in (*colours.lanes.values(), colours.own, colours.measured, colours.reported):
        assert contrast(mark, colours.background) >= MARKS


@pytest.mark.parametrize("theme", THEMES)
def test_text_on_a_coloured_area_can_be_read(theme: str) -> None:
    for colour in (*palette(theme).lanes.values(), *palette(theme).ramp):
        assert contrast(readable_on(colour), colour) >= 4


@pytest.mark.parametrize("viewer", SEEN_BY)
@pytest.mark.parametrize("theme", THEMES)
def test_lanes_stay_apart_for(viewer: str, theme: str) -> None:
    seen = {lane: as_seen(lane_colour(lane, theme), SEEN_BY[viewer]) for lane in LANES}
    for one, other in itertools.combinations(LANES, 2):
        assert np.linalg.norm(seen[one] - seen[other]) > 15, (one, other)


def test_lanes_differ_in_shape_too() -> None:
    assert len(set(LANE_MARKS.values())) == len(LANES) == len(LANE_MARKS)


@pytest.mark.parametrize("theme", THEMES)
def test_the_ramp_of_heat_maps_goes_one_way(theme: str) -> None:
    from_ground = [contrast(colour, palette(theme).ramp[0]) for colour in palette(theme).ramp]
    assert from_ground == sorted(from_ground)


def test_numbers_on_axes_have_the_marks_of_the_language() -> None:
    assert template("light", "fr").layout.separators == ",\u202f"
    assert template("light", "en").layout.separators == ".,"


def test_an_unknown_theme_is_named() -> None:
    with pytest.raises(ValueError, match="sepia"):
        palette("sepia")


def test_colours_alone_import_no_plotly() -> None:
    script = "import sys, analyzer.report.theme; print(sorted({'plotly', 'pandas', 'streamlit'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
