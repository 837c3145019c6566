from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli import main

BRIDGE = """Bridge Reopens After Flood

May 2, 2024

HARBOR CITY — Mayor Ana Ruiz said on Wednesday that the Lark Bridge was safe.

“We have checked every bolt,” Ms. Ruiz said.

But the dockworkers’ union disputed that claim, saying that two pillars were cracked. “Nobody has asked us,” said Tom Hale, its spokesman.
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Kg = Callable[..., Ran]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kg:
    """Run one command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)

    def run(*words: str) -> Ran:
        capsys.readouterr()
        code = main(words)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(BRIDGE, encoding="utf-8")
    return path
