"""Long work beside the page: it goes on whatever the reader clicks, and the page shows how far it is."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    Progress = Callable[[float], None]
    Work = Callable[[Progress], Any]

_PATIENCE = 0.8
"""Seconds a page waits before it shows progress: most work is done by then, and a flash of a bar would only disturb."""


class Job:
    """One piece of work that runs in a thread of its own."""

    def __init__(self, pool: ThreadPoolExecutor, work: Work) -> None:
        self.share = 0.0
        """How much is done, 0..1, as far as the work says."""
        self._future: Future[Any] = pool.submit(work, self._advance)

    def _advance(self, share: float) -> None:
        self.share = min(max(share, 0.0), 1.0)

    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self._future.done()

    def result(self, seconds: float | None = None) -> Any:
        """Return what the work returned, or raise what it raised.

        :param seconds: how long to wait for it; no limit if absent.
        :raises concurrent.futures.TimeoutError: if it has not ended by then.
        """
        return self._future.result(seconds)


class Jobs:
    """All running work of this process, by a key that says what it computes: two sessions never do the same twice."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="analyzer-job")
        self._running: dict[Hashable, Job] = {}
        self._lock = threading.Lock()

    def start(self, key: Hashable, work: Work) -> Job:
        """Return the job that computes ``key``, starting it if there is none."""
        with self._lock:
            job = self._running.get(key)
            if job is None:
                job = self._running[key] = Job(self._pool, work)
            return job

    def forget(self, key: Hashable) -> None:
        """Drop an ended job, so that the next call computes anew."""
        with self._lock:
            self._running.pop(key, None)


@st.cache_resource
def jobs() -> Jobs:
    """Return the jobs of this process."""
    return Jobs()


def wait_for(key: Hashable, work: Work, words: str) -> Any:
    """Return the result of ``work``; while it takes long, show how far it is and end this script run.

    :param key: what is computed.
    :param work: the work; it is called with ``progress(share)``, to call with 0..1 as it goes on. It runs in
        another thread: no Streamlit call in it.
    :param words: what is being done, for the reader.
    :raises Exception: what the work raised, once; the next call starts it anew.
    """
    job = jobs().start(key, work)
    try:
        result = job.result(_PATIENCE)
    except NotYet:
        if not job.done():
            _watch(job, words)
            st.stop()
        jobs().forget(key)  # the work itself ran out of time
        raise
    except BaseException:
        jobs().forget(key)
        raise
    jobs().forget(key)
    return result


@st.fragment(run_every=0.4)
def _watch(job: Job, words: str) -> None:
    if job.done():
        st.rerun()
    st.progress(job.share, text=words)
