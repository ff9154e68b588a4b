"""Model files are read only if they are what the manifest names."""

import json
import shutil
from pathlib import Path

import pytest

from analyzer.errors import ModelError
from analyzer.scoring import Scorer
from analyzer.scoring.manifest import FILES, read_manifest
from analyzer.settings import settings


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return Path(shutil.copytree(settings().models, tmp_path / "models"))


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_one_sentence(models: Path, name: str) -> None:
    (models / name).unlink()
    with pytest.raises(ModelError, match=f"{name}.* is missing"):
        Scorer(models)


@pytest.mark.parametrize("name", FILES)
def test_an_altered_file_is_refused(models: Path, name: str) -> None:
    path = models / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelError, match="is not the one its manifest names"):
        Scorer(models)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"files": 3}'])
def test_a_broken_manifest_is_one_sentence(models: Path, content: str) -> None:
    (models / "manifest.json").write_text(content)
    with pytest.raises(ModelError, match="cannot be read"):
        read_manifest(models)


def test_another_format_is_refused(models: Path) -> None:
    path = models / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(manifest | {"format": 99}))
    with pytest.raises(ModelError, match="format 99"):
        read_manifest(models)


def test_no_models_at_all(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="There is no model") as caught:
        Scorer(tmp_path)
    assert caught.value.exit_code == 4
    assert "Il n’y a pas de modèle" in caught.value.message("fr")
