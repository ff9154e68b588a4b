"""Work beside the page: done once for all who wait for it, given to each of them, and not kept for those who left."""

from __future__ import annotations

import gc
import weakref
from threading import Event
from typing import TYPE_CHECKING

import pytest

from analyzer.ui import jobs as beside
from analyzer.ui.jobs import jobs, wait_for

if TYPE_CHECKING:
    from analyzer.ui.jobs import Progress


class Computed:
    """A result that can be watched."""


def test_outside_of_a_page_the_result_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_PATIENCE", 0.0)
    begun = Event()

    def work(progress: Progress) -> str:
        begun.wait()
        progress(1.0)
        return "done"

    other = jobs().start("other", lambda _progress: begun.set())
    assert wait_for("slow", work, "Working…") == "done"
    other.result()


def test_work_of_the_same_key_is_done_once_while_it_runs() -> None:
    go_on, calls = Event(), []

    def work(_progress: Progress) -> int:
        go_on.wait()
        calls.append("called")
        return len(calls)

    first, second = jobs().start("same", work), jobs().start("same", work)
    assert first is second and not first.done()
    go_on.set()
    assert wait_for("same", work, "Working…") == 1
    assert wait_for("same", work, "Working…") == 2, "what was fetched is computed anew"


def test_an_error_is_told_once_and_the_next_call_begins_anew() -> None:
    answers = iter([ValueError("no table"), "a table"])

    def work(_progress: Progress) -> str:
        answer = next(answers)
        if isinstance(answer, ValueError):
            raise answer
        return answer

    with pytest.raises(ValueError, match="no table"):
        wait_for("table", work, "Working…")
    assert wait_for("table", work, "Working…") == "a table"


def test_a_job_that_was_begun_since_is_not_forgotten_with_the_one_before() -> None:
    first = jobs().start("key", lambda _progress: 1)
    first.result()
    jobs().forget("key", first)
    second = jobs().start("key", lambda _progress: 2)
    jobs().forget("key", first)
    assert jobs().start("key", lambda _progress: 3) is second


def test_results_that_nobody_fetches_do_not_pile_up() -> None:
    kept = []
    for number in range(40):
        job = jobs().start(("prepared", number), lambda _progress: Computed())
        kept.append(weakref.ref(job.result()))
    del job
    gc.collect()
    assert 0 < sum(one() is not None for one in kept) <= 12
