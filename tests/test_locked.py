"""Everything that the package and its checks need is locked, with hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
NEEDED = [
    *PROJECT["project"]["dependencies"],
    *(one for some in PROJECT["project"]["optional-dependencies"].values() for one in some if not one.startswith("claim-kg")),
    *PROJECT["dependency-groups"]["dev"],
]


@pytest.mark.parametrize("needed", sorted(set(NEEDED)))
def test_a_dependency_is_locked(needed: str) -> None:
    name = re.split(r"[<>=~!;\\[ ]", needed)[0].lower()
    assert re.search(rf"^{re.escape(name)}==", LOCK, re.MULTILINE), f"{name} is not locked: see CONTRIBUTING.md"


def test_every_locked_package_has_its_hashes() -> None:
    for entry in re.split(r"\n(?=\S)", LOCK.strip()):
        assert re.match(r"[\w.-]+==[\w.]+", entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]
