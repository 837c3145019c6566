from __future__ import annotations

import io
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.report import Scope, gather, page
from kg.store import Store, open_store
from tests.report.scenes import Line, article


def test_all_of_a_store(store: Store) -> None:
    found = gather(store, Scope())
    assert len(found.articles) == 2
    assert len(found.sayings) == store.stats()["attributions"]
    assert {a.basis for a in found.accounts} == {str(row["basis"]) for row in store.query("contradictions", min_score=0.4)}
    assert len(found.accounts) == len(store.query("contradictions", min_score=0.4))


def test_rows_are_those_of_the_query(store: Store) -> None:
    from kg.report.downloads import COLUMNS, row

    told = gather(store, Scope())
    made = {s.id: row(s, one, store.base) for one in told.articles for s in one.sayings}
    rows = list(store.query("who-said"))
    assert len(rows) == len(made)
    for expected in rows:
        found = made[str(expected["attribution"]).removeprefix(store.base)]
        assert {k: str(found[k] or "") for k in COLUMNS} == {k: str(expected[k] or "") for k in COLUMNS}


def test_one_article_with_the_other_side_of_its_disputes(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg.db") as store:
        for name in ("a.txt", "b.txt"):
            store.load(
                article(
                    name, [Line("Ann Lee", "that the bridge was safe"), Line("Bo Ray", "that the bridge was safe", "denies")], headline=name
                )
            )
        found = gather(store, Scope(articles=("a.txt",)))
        assert [one.told.article.doc for one in found.articles] == ["a.txt"]
        assert len(found.accounts) == 1
        with pytest.raises(InputError, match=r"a\.txt"):
            gather(store, Scope(articles=("a.tx",)))


def test_a_speaker_and_who_speaks_against(store: Store) -> None:
    found = gather(store, Scope(speaker="Tom Brack"))
    speakers = {s.speaker for s in found.sayings}
    sides = {side.saying.speaker for a in found.accounts for side in a.sides}
    assert "Tom Brack" in speakers
    assert speakers == {"Tom Brack"} | sides
    assert found.subject == "what Tom Brack said"
    assert not any(one.whole for one in found.articles)


def test_what_is_said_about_something(store: Store) -> None:
    found = gather(store, Scope(about="Port Averly"))
    wanted = {str(row["attribution"]) for row in store.query("who-said", about="Port Averly")}
    assert wanted <= {store.base + s.id for s in found.sayings}


def test_scores_decide(store: Store) -> None:
    assert {s.attribution.score for s in gather(store, Scope(min_score=0.8)).sayings} < {
        s.attribution.score for s in gather(store, Scope()).sayings
    }
    assert all(a.score >= 0.95 for a in gather(store, Scope(min_score=0.95)).accounts)


def test_a_store_without_texts(store: Store, tmp_path: Path) -> None:
    out = io.BytesIO()
    store.export(out, "nquads", text=False)
    with open_store(tmp_path / "bare.db") as bare:
        bare.import_(io.BytesIO(out.getvalue()), "nquads")
        html = page(gather(bare, Scope()))
        assert "is not in the store" in html
        assert "the gates were still shut" in html


def test_a_claim_has_the_colour_of_who_makes_it_not_of_who_denies_it(tmp_path: Path) -> None:
    from kg.report.network import elements

    with open_store(tmp_path / "kg.db") as store:
        lines = [Line("Bo Ray", "that the bridge was safe", "denies"), Line("Ann Lee", "that the bridge was safe")]
        store.load(article("a.txt", lines, headline="a"))
        found = gather(store, Scope())
        tones = {saying.who: saying.tone for saying in found.sayings}
        nodes = elements(found)["nodes"]
        assert {node["label"]: node["tone"] for node in nodes if node["kind"] == "speaker"} == tones
        assert sorted(node["tone"] for node in nodes if node["kind"] == "claim") == sorted((0, tones["Ann Lee"]))
