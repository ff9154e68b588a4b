"""How fast the analyzer is on this machine: ``make bench``.

Measured as a user meets it: the first score of a new process, texts a second beside the stock recipe, a sample of 100
rows once the app is warm, the first page of the app after a second start, 10,000 rows and a million rows from the
command line, and the memory that each takes.
"""

from __future__ import annotations

import csv
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from bench_scoring import ROOT, cold_score, scoring_rates, task_texts, write_million


def write_inventory(path: Path, rows: int, different: int) -> None:
    """Write an inventory of ``rows`` lines with ``different`` texts, which come back in several roles."""
    texts = task_texts()[:different]
    frequencies = ("3x/semaine", "hebdo", "twice a day", "monthly", "quotidien", "12 par mois")
    durations = ("1h30", "45 min", "10 min", "0,5 h", "2 h")
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(["Task", "Role", "Team", "Frequency", "Duration"])
        for i in range(rows):
            team = f"Team {i // (different * 2) + 1}"
            writer.writerow([texts[i % different], f"Role {i % 23}", team, frequencies[i % 6], durations[i % 5]])


def timed_command(*command: str) -> tuple[float, float]:
    """Run a command; return its seconds and the most memory that any command so far took, in megabytes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def warm_analysis(path: Path) -> float:
    """Return the seconds from an uploaded file to its hours, models loaded: the second of two different files
    counts."""
    from analyzer.batch import analyze

    seconds = []
    for count in (90, 100):
        write_inventory(path, count, count)
        start = time.perf_counter()
        analyze([path])
        seconds.append(time.perf_counter() - start)
    return seconds[-1]


def first_page(home: Path) -> tuple[float, float]:
    """Start the app twice; return the second start's seconds until the page is there, and its memory in megabytes."""
    seconds = memory = 0.0
    for _ in range(2):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        start = time.perf_counter()
        command = [sys.executable, "-m", "analyzer.cli", "serve", "--port", str(port)]
        environment = {**os.environ, "ANALYZER_HOME": str(home)}
        with subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as server:
            try:
                _open_page(f"http://127.0.0.1:{port}", start + 60)
                seconds = time.perf_counter() - start
                memory = _resident(server.pid)
            finally:
                os.killpg(server.pid, signal.SIGTERM)
    return seconds, memory


def _open_page(url: str, until: float) -> None:
    """Wait until the page is drawn in Chromium, or, without a browser, until the server says that it is ready."""
    while True:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1) as answer:
                if answer.status == 200:
                    break
        except OSError:
            if time.perf_counter() > until:
                raise
            time.sleep(0.05)
    if not Path("/usr/bin/chromium").exists():
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(url)
        page.wait_for_selector('h1, [data-testid="stHeading"]', timeout=60_000)
        browser.close()


def _resident(parent: int) -> float:
    """Return the resident memory of a process and its children in megabytes."""
    total = 0.0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        if parent in (int(fields["Pid"]), int(fields["PPid"])) and "VmRSS" in fields:
            total += int(fields["VmRSS"].split()[0]) / 1024
    return total


def main() -> None:
    """Measure, and print one line a figure with the bound it is held against."""
    seconds, memory = cold_score()
    print(f"{'first score of a new process':45} {seconds:6.2f} s   (within 1.5 s)")
    print(f"{'the same, memory':45} {memory:6.0f} MB  (under 400 MB)")
    for line in scoring_rates():
        print(line, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tasks.csv"
        print(f"{'100 rows, app warm':45} {warm_analysis(path):6.2f} s   (within 3 s)")
        seconds, memory = first_page(Path(folder) / "home")
        print(f"{'first page after a second start':45} {seconds:6.2f} s   (within 5 s)")
        print(f"{'the app, on its first page':45} {memory:6.0f} MB  (under 1,500 MB)")
        write_inventory(path, 10_000, 2_500)
        command = [sys.executable, "-m", "analyzer.cli", "score", str(path), "-o", str(Path(folder) / "scores.csv")]
        seconds, memory = timed_command(*command)
        print(f"{'10,000 rows, 2,500 different, analyzer score':45} {seconds:6.2f} s   (within 60 s)")
        print(f"{'the same, memory':45} {memory:6.0f} MB  (under 1,500 MB)", flush=True)
        write_million(path)
        command[-1] = str(Path(folder) / "scores.parquet")
        seconds, memory = timed_command(*command)
        print(f"{'1,000,000 rows, 50,000 different, score':45} {seconds:6.0f} s   (within 600 s)")
        print(f"{'the same, memory':45} {memory:6.0f} MB")


if __name__ == "__main__":
    main()
