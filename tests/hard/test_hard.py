"""The hard tests with small numbers; `python -m tests.hard` does them with large ones. Corpus runs are killed in tests/corpus."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.hard import beside, decided, fuzz, hostile, killed, order, places, processes, secrets
from tests.hard.outcome import Outcome

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are killed otherwise there")
CASES: dict[str, Callable[[Path, Random], Outcome]] = {
    "load": lambda d, r: killed.loads(d, 2, r),
    "bulk load": lambda d, r: killed.bulk_loads(d, 1, r),
    "link": lambda d, r: killed.links(d, 2, r),
    "upkeep": lambda d, r: killed.upkeep(d, 6, r),
    "reviews": lambda d, r: decided.reviews(d, 2, r),
    "two writers": lambda d, r: beside.two_writers(d, 1, r),
    "readers": lambda d, r: beside.many_readers(d, 2.5, r, "compact"),
    "read-only": lambda d, _: places.read_only(d),
    "order": lambda d, r: order.orders(d, 3, r),
    "SPARQL": lambda d, r: hostile.sparql_doors(d, 300, r),
    "secrets": lambda d, _: secrets.told_nowhere(d, all_of_it=False),
    "extractor": lambda _, r: fuzz.extractor(2.0, r),
}


@pytest.mark.parametrize("words", [[*processes.KG, "nothing"], processes.telling("kg.store.compacting:nothing", "stats")])
def test_what_never_ran_is_not_passed_over_as_what_ended_before_it_was_killed(words: list[str], tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="nothing"):
        processes.kill(words, tmp_path, tmp_path / "out", 60.0, Random(3))


@pytest.mark.parametrize("name", CASES)
def test_bounded(name: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(killed, "MANY", 6)
    folder = tmp_path_factory.mktemp("hard")
    for path in (folder, folder.parent):
        path.chmod(0o755)
    CASES[name](folder, Random(17)).check()


def test_fuzzing() -> None:
    for outcome in fuzz.loaders(4.0, Random(17)):
        outcome.check()


def test_fuzzing_imports(tmp_path: Path) -> None:
    for outcome in fuzz.imports(tmp_path, 2.0, Random(17)):
        outcome.check()
