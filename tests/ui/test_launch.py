"""The two scripts that Streamlit runs: the clone's and the installed wheel's."""

from __future__ import annotations

import subprocess
import sys
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


def test_the_first_page_waits_for_neither_scores_nor_charts_and_is_loaded_for_good() -> None:
    asked = f"""
import gc, sys
from analyzer.ui import server, warming
from streamlit.testing.v1 import AppTest

gc.disable()
server.load_first_page()
assert gc.isenabled() and gc.get_freeze_count() > 100_000
warming.warm_up = lambda: None
app = AppTest.from_file({str(APP)!r}, default_timeout=60).run()
assert app.title[0].value.startswith("Where") and not app.exception
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    late = {"analyzer.scoring", "analyzer.opportunity", "analyzer.report.charts", "onnxruntime", "scipy"}
    assert not late.intersection(done.stdout.split())
