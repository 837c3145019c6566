from __future__ import annotations

import builtins
import sys
from datetime import date

import pytest

from kg.errors import MissingExtra
from kg.rows import Rows

ROWS = Rows(
    ("speaker", "claim", "score", "date"),
    [("Ash", "it is", 0.5, date(2024, 1, 2)), (None, "it may be", 0.1, None), ("Ash", "it is", 1.0, None)],
)


def test_rows_are_dicts_in_order() -> None:
    assert len(ROWS) == 3
    assert ROWS[1] == {"speaker": None, "claim": "it may be", "score": 0.1, "date": None}
    assert list(ROWS) == [ROWS[0], ROWS[1], ROWS[2]]
    assert list(ROWS) == list(ROWS)


def test_repr_shows_what_there_is() -> None:
    assert repr(ROWS).startswith("<3 rows of speaker, claim, score, date>\n  {'speaker': 'Ash'")
    assert repr(Rows(("a",), [(i,) for i in range(7)])).endswith("{'a': 4}\n  … 2 more")
    assert repr(Rows(("a",), [])) == "<0 rows of a>"


def test_to_pandas() -> None:
    frame = ROWS.to_pandas()
    assert list(frame.columns) == list(ROWS.columns)
    assert frame["score"].tolist() == [0.5, 0.1, 1.0]
    assert Rows(("a", "b"), []).to_pandas().shape == (0, 2)


def test_days_and_intervals_are_text_in_pandas() -> None:
    rows = Rows(("date", "day"), [("2023-06-05/2023-06-11", date(2024, 1, 2)), (date(2023, 6, 5), date(2024, 1, 1)), (None, None)])
    frame = rows.to_pandas().sort_values("date")
    assert frame["date"].tolist()[:2] == ["2023-06-05", "2023-06-05/2023-06-11"]
    assert frame["day"].tolist()[:2] == [date(2024, 1, 1), date(2024, 1, 2)]
    assert frame["date"].isna().tolist() == [False, False, True]
    assert Rows(("a", "a"), [("x", date(2024, 1, 1))]).to_pandas().shape == (1, 2)


def test_to_pandas_without_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def fake(name: str, *rest: object) -> object:
        if name == "pandas":
            raise ImportError
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.delitem(sys.modules, "pandas", raising=False)
    monkeypatch.setattr(builtins, "__import__", fake)
    with pytest.raises(MissingExtra, match=r"\.\[pandas\]"):
        ROWS.to_pandas()


def test_to_networkx_joins_the_first_pair_it_knows() -> None:
    graph = ROWS.to_networkx()
    assert list(graph.edges(data="score")) == [("Ash", "it is", 0.5), ("Ash", "it is", 1.0)]
    both = Rows(("claim", "speaker", "other_speaker"), [("c", "Ash", "Bea")]).to_networkx()
    assert list(both.edges(data=True)) == [("Ash", "Bea", {"claim": "c"})]
    assert list(Rows(("x", "y"), [(1, 2)]).to_networkx().edges()) == [(1, 2)]


def test_to_networkx_joins_what_is_asked_for() -> None:
    assert list(ROWS.to_networkx("claim", "date").edges()) == [("it is", date(2024, 1, 2))]
    for pair in (("claim", "nothing"), ("claim", None)):
        with pytest.raises(ValueError, match="no columns 'claim'"):
            ROWS.to_networkx(*pair)
    with pytest.raises(ValueError, match="no columns None and None in a"):
        Rows(("a",), []).to_networkx()
