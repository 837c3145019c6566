"""The model: where it is looked for, and what it makes of odd texts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import UsageError
from kg.reading.network.reader import FILES, WEIGHTS, load

SAID = "The minister said on Monday that the bridge had been closed."


def test_a_model_by_name_and_by_folder_reads_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(WEIGHTS / "news", folder)
    ours, theirs = kg.extract(SAID, model="news"), kg.extract(SAID, model=str(folder))
    assert [a.content for a in ours.attributions] == [a.content for a in theirs.attributions]
    assert ours.run.model_sha256 == theirs.run.model_sha256
    assert theirs.run.model == "mine"


@pytest.mark.parametrize("name", ["nws", "/nowhere/at/all", "en_core_web_trf"])
def test_an_unknown_model_says_which_there_are(name: str) -> None:
    with pytest.raises(UsageError, match=r"models that ship: news.*reader\.onnx"):
        load(name)


def test_a_folder_that_lacks_a_file_says_which(tmp_path: Path) -> None:
    for name in FILES[:-1]:
        (tmp_path / name).touch()
    with pytest.raises(UsageError, match=f"lacks {FILES[-1]}"):
        load(str(tmp_path))


@pytest.mark.parametrize("broken", ["reader.onnx", "tokenizer.json", "labels.json"])
def test_a_damaged_model_is_one_clear_line(tmp_path: Path, broken: str) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(WEIGHTS / "news", folder)
    (folder / broken).write_bytes(b"no model")
    with pytest.raises(UsageError, match=broken) as caught:
        load(str(folder))
    assert "\n" not in str(caught.value)


def test_importing_loads_no_model() -> None:
    code = "import kg, kg.reading, sys; sys.exit('onnxruntime' in sys.modules or 'tokenizers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
