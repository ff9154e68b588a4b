"""What an administrator sets in the environment, and what is said of a value that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.errors import UsageError
from analyzer.settings import Settings, settings_from


def test_settings_are_read_from_the_environment() -> None:
    found = settings_from({"ANALYZER_HOME": "/data/lists", "ANALYZER_MAX_ROWS": "5000", "ANALYZER_ENGINE": "openvino"})
    assert found.home == Path("/data/lists")
    assert found.max_rows == 5000
    assert found.engine == "openvino"
    assert found.workspace_url() == f"sqlite:///{Path('/data/lists/workspace.sqlite3')}"


def test_what_is_absent_or_empty_leaves_the_default() -> None:
    assert settings_from({"ANALYZER_MAX_ROWS": " ", "ANALYZER_HOME": "", "PATH": "/bin"}) == Settings()


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("ANALYZER_MAX_ROWS", "many", "set it to a whole number, 1 or more."),
        ("ANALYZER_MAX_ROWS", "0", "set it to a whole number, 1 or more."),
        ("ANALYZER_MAX_FILE_MB", "5000", "set it to a whole number from 1 to 4096."),
        ("ANALYZER_MAX_READ_MEMORY_MB", "1.5", "set it to a whole number, 200 or more."),
        ("ANALYZER_ENGINE", "quick", "set it to openvino or onnxruntime, or leave it empty."),
    ],
)
def test_a_value_that_cannot_be_used_is_told_in_one_sentence(variable: str, value: str, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        settings_from({variable: value})
    assert str(raised.value) == f"The setting {variable} is “{value}”: {told}"
    assert raised.value.message("fr").startswith(f"Le réglage {variable} vaut «\u00a0{value}\u00a0»")


def test_an_out_of_range_value_is_refused_in_code_too() -> None:
    with pytest.raises(UsageError, match="ANALYZER_MAX_READ_SECONDS"):
        Settings(max_read_seconds=0)
