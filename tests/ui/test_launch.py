"""The two scripts that Streamlit runs: the clone's and the installed wheel's."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving_app import APP
from streamlit.testing.v1 import AppTest

import analyzer.ui
from analyzer.commandline.serving import app_script

WHEEL = Path(analyzer.ui.__file__).parent / "launch" / "streamlit_app.py"


@pytest.mark.parametrize("script", [APP, WHEEL], ids=["clone", "wheel"])
def test_the_script_opens_the_app(script: Path) -> None:
    app = AppTest.from_file(script, default_timeout=60).run()
    assert not app.exception
    assert app.title[0].value == "Where could your team win back time?"


@pytest.mark.parametrize("script", [APP, WHEEL], ids=["clone", "wheel"])
def test_no_folder_of_pages_stands_beside_the_script(script: Path) -> None:
    assert not (script.parent / "pages").exists(), "Streamlit would make a menu of its own of it"


def test_a_clone_runs_its_own_script() -> None:
    assert app_script() == APP
