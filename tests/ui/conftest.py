"""Each test has a workspace of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from analyzer.settings import settings
from analyzer.ui.work import work


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Point the app at an empty workspace, and forget what the test before kept in memory."""
    monkeypatch.setenv("ANALYZER_HOME", str(tmp_path))
    monkeypatch.delenv("ANALYZER_DATABASE_URL", raising=False)
    settings.cache_clear()
    yield tmp_path
    work().close()
    st.cache_resource.clear()
    st.cache_data.clear()
    settings.cache_clear()
