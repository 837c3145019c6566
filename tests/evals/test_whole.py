"""The whole table where there is no data and no peer: what is missing is told, the rest is measured."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from evals import __main__ as command
from evals import peers
from evals.tally import Count
from evals.whole import table


def test_what_is_missing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--all", "--data", str(tmp_path), "--limit", "1"]) == 0
    out = capsys.readouterr().out
    skipped = [line.split(":")[0] for line in out.splitlines() if ": skipped, " in line]
    assert skipped[:3] == ["PolNeAR dev", "world news, tuned on", "seed"]
    assert {"Names", "Coreference"} <= set(skipped)
    row = next(line for line in out.splitlines() if line.startswith("our own articles"))
    assert float(row.split()[3]) > 0
    assert "words per CPU second" in out


def test_a_row_for_each_set() -> None:
    shown = table("Attributions", ("attribution", "exact", "mixed"), {"one": {"attribution": Count(3, 4, 3, 6), "mixed": Count()}})
    assert shown.splitlines()[2].split() == ["one", "60.0", "(75.0/50.0)", "-", "-"]


@pytest.mark.skipif(importlib.util.find_spec("spacy") is not None, reason="spaCy is installed here")
def test_a_peer_that_is_not_installed_says_so() -> None:
    with pytest.raises(peers.Missing, match="spaCy is not installed"):
        peers.stages("It held.")
