from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import __main__ as command


def test_one_article_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--limit", "1", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert set(printed) == {"all", "articles", "seconds", "words per second"}
    assert printed["all"] == next(iter(printed["articles"].values()))
    assert printed["all"]["attribution"]["f1"] > 0


def test_misses_are_shown_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--limit", "1", "--show", "misses"]) == 0
    assert capsys.readouterr().out.startswith("== council-ashgrove\n")


def test_a_folder_without_gold_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--gold", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_baseline_is_for_all_of_our_gold(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--limit", "1", "--update-baseline"])
    assert "tests/gold/news only" in capsys.readouterr().err
