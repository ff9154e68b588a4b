"""Level three, the workers behind the commands: names of results, sentences, progress, the start of the app."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from analyzer.commandline import serving
from analyzer.commandline.analysing import pairs, reading_options
from analyzer.commandline.outputs import STDOUT, check_output
from analyzer.commandline.terminal import ProgressLine
from analyzer.commandline.words import MOST_PROBLEMS, figures, understood
from analyzer.errors import UsageError
from analyzer.inventory import read_inventory
from analyzer.opportunity import Assumptions


def test_stdout_is_always_a_right_output() -> None:
    check_output(STDOUT, [Path()], [])


def test_a_folder_is_no_output(tmp_path: Path) -> None:
    folder = tmp_path / "results.csv"
    folder.mkdir()
    with pytest.raises(UsageError, match="is a folder"):
        check_output(folder, [], [])


def test_an_input_is_no_output_through_a_link_either(tmp_path: Path) -> None:
    source, link = tmp_path / "tasks.csv", tmp_path / "link.csv"
    source.touch()
    link.symlink_to(source)
    with pytest.raises(UsageError, match="one of the files to read"):
        check_output(link, [source], [source])


def test_pairs_are_split_at_the_last_sign() -> None:
    assert pairs(["Cost = h=minutes_per_occurrence", "Qui = role"], "x=y") == {
        "Cost = h": "minutes_per_occurrence",
        "Qui": "role",
    }
    assert pairs(None, "x=y") == {}


def test_the_day_of_the_file_is_the_day_of_the_hours() -> None:
    assert reading_options(None, Assumptions(hours_per_day=7.8)).hours_per_day == 7.8
    assert reading_options(["Qui=role"]).columns == {"Qui": "role"}


def test_many_problems_are_counted_not_poured_out(tmp_path: Path) -> None:
    path = tmp_path / "tasks.csv"
    rows = [f"Task number {n},ad hoc,1 h" for n in range(MOST_PROBLEMS + 10)]
    path.write_text("\n".join(["Task,Frequency,Duration", *rows]), encoding="utf-8")
    lines = understood(read_inventory(path, language="en"), "en")
    assert lines[-1] == "  10 more problems: --json lists all."
    assert len([line for line in lines if "gives no number" in line]) == MOST_PROBLEMS


def test_figures_are_one_aligned_table() -> None:
    assert figures({"held out": {"rank correlation": 0.71, "tasks": 1200.0}, "others": {"texts": 5.0}}) == [
        "held out",
        "  rank correlation        0.71",
        "  tasks                   1200",
        "",
        "others",
        "  texts                      5",
    ]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_that_goes_away_again(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    line = ProgressLine("Scoring the tasks")
    for share in (0.0, 0.5, 0.501, 1.0):
        line(share)
    line.close()
    shown = stream.getvalue()
    assert "\n" not in shown
    assert [part.split()[-2] for part in shown.split("\r")[1:4]] == ["0", "50", "100"]
    assert shown.endswith("\r\x1b[K")


def test_progress_is_silent_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    line = ProgressLine("Scoring the tasks")
    line(0.5)
    line.close()
    assert stream.getvalue() == ""


def test_the_app_is_local_and_sends_nothing() -> None:
    command = serving.streamlit_command(8600, "127.0.0.1", open_browser=False)
    assert command[:4] == [sys.executable, "-m", "analyzer.ui.server", "run"]
    assert Path(command[4]).exists()
    assert {"--server.port=8600", "--server.address=127.0.0.1", "--browser.gatherUsageStats=false"} <= set(command)


def test_a_port_in_use_is_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"Port {port} is in use"):
            serving.free_port(port, "127.0.0.1")


def test_without_a_port_the_next_free_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(serving, "FIRST_PORT", taken.getsockname()[1])
        assert serving.free_port(None, "127.0.0.1") > serving.FIRST_PORT


@pytest.mark.parametrize("address", ["203.0.113.7", "no such host"])
def test_an_address_of_another_machine_is_one_sentence(address: str) -> None:
    with pytest.raises(UsageError, match="is no address of this machine"):
        serving.free_port(None, address)


def test_the_workspace_is_a_folder_wherever_the_app_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert serving.environment(Path("mine"), {"A": "1"}) == {"A": "1", "ANALYZER_HOME": str(tmp_path / "mine")}
    assert serving.environment(None, {"A": "1"}) == {"A": "1"}
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="is a file"):
        serving.environment(tmp_path / "file", {})


def test_a_browser_is_opened_only_before_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert serving.wants_browser("127.0.0.1", {"DISPLAY": ":0"})
    assert not serving.wants_browser("127.0.0.1", {"DISPLAY": ":0", "CI": "true"})
    assert not serving.wants_browser("0.0.0.0", {"DISPLAY": ":0"})
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not serving.wants_browser("127.0.0.1", {"DISPLAY": ":0"})


def test_the_app_starts_and_answers(tmp_path: Path) -> None:
    port = serving.free_port(None, "127.0.0.1")
    command = [sys.executable, "-m", "analyzer.cli", "serve", "--port", str(port), "--workspace", str(tmp_path)]
    environment = {**os.environ, "LANG": "fr_FR.UTF-8", "LC_ALL": ""}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment, **quiet) as app:
        try:
            for _ in range(600):
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health") as answer:
                        assert answer.read() == b"ok"
                        break
                except OSError:
                    assert app.poll() is None, app.stderr and app.stderr.read()
                    time.sleep(0.1)
            else:
                pytest.fail("the app did not answer")
        finally:
            app.terminate()
        assert app.stderr is not None
        assert app.stderr.readline() == f"L’application est à l’adresse http://localhost:{port} (Ctrl+C l’arrête).\n"
