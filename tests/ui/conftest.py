"""Each test has a workspace of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner

from analyzer.settings import Settings, settings
from analyzer.ui.jobs import jobs
from analyzer.ui.work import work
from analyzer.workspace import open_workspace


@pytest.fixture(scope="session")
def new_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that nobody has used: its tables are made once, and their making is tested in tests/workspace."""
    folder = tmp_path_factory.mktemp("new_workspace")
    open_workspace(Settings(home=folder).workspace_url()).close()
    return folder


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """Let Streamlit's tester, which looks for components in every installed package for each app, look only once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, new_workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Point the app at an empty workspace, and forget what the test before kept in memory."""
    shutil.copytree(new_workspace, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("ANALYZER_HOME", str(tmp_path))
    monkeypatch.delenv("ANALYZER_DATABASE_URL", raising=False)
    settings.cache_clear()
    yield tmp_path
    # What still runs beside the pages would read the settings, and write to the workspace, of the next test.
    jobs()._pool.shutdown(cancel_futures=True)
    work().close()
    st.cache_resource.clear()
    st.cache_data.clear()
    settings.cache_clear()
