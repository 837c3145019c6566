"""Every parameter of every named query, set and unset, on the two sample articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.rows import Value
from kg.store import Store, open_store
from tests.store.sample import TEXT, joint, sample

ALL_CLAIMS = [
    "The strike at Port Averly is over",
    "Every crane, … is moving again",
    "that account",
    "No crane is moving",
    "a group of … still shut",
    "the gates were still shut",
    "to return to the table",
    "that the army might be called in",
    "The gates of Port Averly are shut",
    "The port … to be quiet",
]


def column(store: Store, query: str, name: str, **params: str | float | date | None) -> list[Value]:
    return [row[name] for row in store.exactly(query, **params)]


@pytest.mark.parametrize(
    ("params", "places"),
    [
        ({}, range(10)),
        ({"speaker": "Tom Brack"}, [3, 4, 8]),
        ({"speaker": "mr.  tom BRACK"}, [3, 4, 8]),
        ({"speaker": "Dockers' Union"}, [2, 3, 8]),
        ({"speaker": "the Averly Harbour Company"}, [0, 1]),
        ({"speaker": "Nobody"}, []),
        ({"about": "Port Averly"}, [0, 8]),
        ({"about": "Port Averly", "speaker": "Tom Brack"}, [8]),
        ({"since": "2024-03-06"}, range(1, 10)),
        ({"until": "2024-03-05"}, [0]),
        ({"since": "2024-03-06", "until": "2024-03-08"}, range(1, 9)),
        ({"manner": "direct"}, [1, 3]),
        ({"medium": "radio"}, [3]),
        ({"medium": "RADIO averly"}, [3]),
        ({"stance": "denies"}, [3]),
        ({"stance": "Disputes"}, [2]),
        ({"min_score": 0.9}, [0, 1, 2, 8]),
        ({"limit": 2}, [0, 1]),
        ({"speaker": None, "since": None}, range(10)),
    ],
)
def test_who_said(read_only: Store, params: dict[str, str], places: list[int]) -> None:
    assert column(read_only, "who-said", "claim", **params) == [ALL_CLAIMS[i] for i in places]


def test_who_said_tells_own_words_from_those_of_others(read_only: Store) -> None:
    rows = read_only.query("who-said", speaker="Dockers’ Union")
    assert [(row["speaker"], row["voice"], row["on_behalf_of"]) for row in rows] == [
        ("Dockers’ Union", "own", None),
        ("Tom Brack", "on behalf", "Dockers’ Union"),
        ("Tom Brack", "on behalf", "Dockers’ Union"),
    ]


@pytest.mark.parametrize(
    ("speaker", "rows"),
    [
        ("Ana Ruiz", [("the dam was safe", "joint"), ("the dam was old", "own"), ("nobody had to leave", "on behalf")]),
        ("Tom Hale", [("the dam was safe", "joint"), ("nobody had to leave", "on behalf")]),
        ("Ana Ruiz and Tom Hale", [("the dam was safe", "own"), ("nobody had to leave", "on behalf")]),
        ("The mill", [("that the dam was safe", "own")]),
    ],
)
def test_who_said_finds_what_several_said_as_one(empty: Store, speaker: str, rows: list[tuple[str, str]]) -> None:
    empty.load(joint())
    assert [(row["claim"], row["voice"]) for row in empty.query("who-said", speaker=speaker)] == rows
    assert [row["claim"] for row in empty.query("timeline", speaker=speaker)] == [claim for claim, _ in rows]


@pytest.mark.parametrize(("name", "found"), [("Ana Ruiz", 1), ("Tom Hale", 1), ("Ana Ruiz and Tom Hale", 1), ("Jo Vo", 0)])
def test_who_is_one_of_several_is_on_their_side(empty: Store, name: str, found: int) -> None:
    empty.load(joint())
    assert len(empty.exactly("contradictions", speaker=name)) == found
    assert len(empty.exactly("disputes", a=name)) == len(empty.exactly("disputes", b=name)) == 2 * found
    assert len(empty.exactly("disputes", a=name, b="mill")) == len(empty.exactly("disputes", a="mill", b=name)) == 2 * found


def test_corroboration_names_each_of_several(empty: Store) -> None:
    empty.load(joint())
    first = empty.query("who-said", speaker="Tom Hale")[0]
    told = {row["speaker"]: row["members"] for row in empty.query("corroboration", claim=str(first["claim_id"]))}
    assert told == {"Ana Ruiz and Tom Hale": "Ana Ruiz | Tom Hale", "The mill": None}


def test_a_row_of_who_said_holds_everything(read_only: Store) -> None:
    [row] = read_only.query("who-said", stance="denies")
    attribution, claim = str(row.pop("attribution")), str(row.pop("claim_id"))
    assert (attribution.rpartition("/")[2][:4], claim.rpartition("/")[2][:4]) == ("att_", "clm_")
    assert row == {
        "date": date(2024, 3, 6),
        "speaker": "Tom Brack",
        "voice": None,
        "on_behalf_of": "Dockers’ Union",
        "stance": "denies",
        "claim": "No crane is moving",
        "source": "Tom Brack, its chairman",
        "cue": "said",
        "manner": "direct",
        "certainty": "certain",
        "kind": "statement",
        "medium": "Radio Averly",
        "said": None,
        "addressee": None,
        "sentence": "“No crane is moving,” said Tom Brack, its chairman, on Radio Averly.",
        "headline": sample().article.headline,
        "url": "https://news.example/harbour",
        "doc": "news/harbour.txt",
        "begin": TEXT.index("No crane"),
        "end": TEXT.index("No crane") + len("No crane is moving"),
        "score": 0.812,
    }


@pytest.mark.parametrize("piece", ["att", "clm", "plain", "iri"])
def test_provenance_of_relayed_words(read_only: Store, piece: str) -> None:
    row = read_only.query("who-said", speaker="a group of young dockers")[0]
    name = str(row["claim_id" if piece == "clm" else "attribution"]).rpartition("/")[2]
    asked = {"att": name[:10], "clm": name, "plain": name.partition("_")[2][:8], "iri": f"<{row['attribution']}>"}[piece]
    chain = read_only.query("provenance", id=asked)
    assert [(r["step"], r["speaker"], r["claim"]) for r in chain] == [
        (0, "Tom Brack", "a group of … still shut"),
        (1, "a group of young dockers", "the gates were still shut"),
    ]


def test_provenance_leads_to_characters_article_and_run(read_only: Store) -> None:
    said = read_only.query("who-said", speaker="Ida Lorne")[0]
    [row] = read_only.query("provenance", id=str(said["attribution"]))
    told = sample()
    assert row["pieces"] == " ".join(f"{begin}-{end}" for begin, end in told.claims[1].content)
    for part in ("source", "cue", "sentence"):
        assert TEXT[int(str(row[f"{part}_begin"])) : int(str(row[f"{part}_end"]))] == row[part]
    assert row["sentence"] == "“Every crane,” its spokeswoman, Mrs. Ida Lorne, told reporters, “is moving again.”"
    assert (row["begin"], row["end"]) == (told.claims[1].content[0][0], told.claims[1].content[1][1])
    assert (row["doc"], row["key"], row["url"]) == (told.article.doc, told.article.key, told.article.url)
    assert (row["publisher"], row["published"], row["sha256"]) == (told.article.publisher, told.article.published, told.article.sha256)
    assert (row["extractor"], row["model"], row["model_sha256"]) == (told.run.extractor, told.run.model, told.run.model_sha256)
    assert (row["parameters"], row["method"], row["score"]) == ("threshold=0.5", "hand/1", 1.0)


@pytest.mark.parametrize(
    ("params", "pairs"),
    [
        ({}, [("Tom Brack", "explicit"), ("Dockers’ Union", "explicit"), ("a group of young dockers", "antonym")]),
        ({"topic": "gates"}, [("a group of young dockers", "antonym")]),
        ({"topic": "a group of young dockers"}, []),
        ({"topic": "CRANE is"}, [("Tom Brack", "explicit")]),
        ({"speaker": "Tom Brack"}, [("Tom Brack", "explicit")]),
        ({"speaker": "Dockers' Union"}, [("Tom Brack", "explicit"), ("Dockers’ Union", "explicit")]),
        ({"speaker": "Ida Lorne", "basis": "antonym"}, [("a group of young dockers", "antonym")]),
        ({"basis": "explicit"}, [("Tom Brack", "explicit"), ("Dockers’ Union", "explicit")]),
        ({"min_score": 0.6}, [("Tom Brack", "explicit"), ("Dockers’ Union", "explicit")]),
        ({"limit": 1}, [("Tom Brack", "explicit")]),
    ],
)
def test_contradictions(read_only: Store, params: dict[str, str], pairs: list[tuple[str, str]]) -> None:
    assert [(row["speaker"], row["basis"]) for row in read_only.query("contradictions", **params)] == pairs


def test_a_contradiction_shows_both_sides_and_the_evidence(read_only: Store) -> None:
    linked, disputed, _ = read_only.query("contradictions")
    assert (linked["claim"], linked["other_claim"]) == ("No crane is moving", "Every crane, … is moving again")
    assert (linked["other_speaker"], linked["other_on_behalf_of"]) == ("Ida Lorne", "Averly Harbour Company")
    assert linked["evidence"] == (
        "“Every crane,” its spokeswoman, Mrs. Ida Lorne, told reporters, “is moving again.” … "
        "“No crane is moving,” said Tom Brack, its chairman, on Radio Averly."
    )
    assert (linked["rule"], linked["score"]) == ("explicit-dispute/1", 1.0)
    assert (disputed["claim"], disputed["rule"], disputed["link"]) == ("that account", "hand/1", None)
    assert disputed["evidence"] == "The Dockers’ Union disputed that account."


def test_a_dispute_whose_claim_is_the_disputed_one_shows_its_own_words(tmp_path: Path) -> None:
    told = sample()
    dispute = next(a for a in told.attributions if a.disputes and a.claim is None)
    antecedent = next(a for a in told.attributions if a.id == dispute.disputes)
    shared = replace(dispute, claim=antecedent.claim)
    with open_store(tmp_path / "kg.db") as store:
        store.load(replace(told, attributions=tuple(shared if a is dispute else a for a in told.attributions)))
        row = next(r for r in store.query("contradictions") if r["link"] is None)
    assert row["claim"] == "that account" != row["other_claim"]


@pytest.mark.parametrize(
    ("params", "places"),
    [
        ({}, [0, 4, 8]),
        ({"entity": "port averly"}, [0, 8]),
        ({"entity": "port averly", "since": "2024-03-06"}, [8]),
        ({"entity": "port averly", "until": "2024-03-06"}, [0]),
        ({"min_score": 0.8}, [0, 8]),
        ({"limit": 1}, [0]),
    ],
)
def test_about(read_only: Store, params: dict[str, str], places: list[int]) -> None:
    assert column(read_only, "about", "claim", **params) == [ALL_CLAIMS[i] for i in places]


@pytest.mark.parametrize(
    ("params", "places"),
    [
        ({}, [7, 9]),
        ({"about": "Port Averly"}, []),
        ({"since": "2024-03-07"}, [9]),
        ({"until": "2024-03-07"}, [7]),
        ({"min_score": 0.35}, [7]),
        ({"limit": 1}, [7]),
    ],
)
def test_unattributed(read_only: Store, params: dict[str, str], places: list[int]) -> None:
    assert column(read_only, "unattributed", "claim", **params) == [ALL_CLAIMS[i] for i in places]


@pytest.mark.parametrize(
    ("params", "counts"),
    [
        (
            {},
            [
                ("Tom Brack", 3, 0, 2),
                ("Dockers’ Union", 1, 2, 2),
                ("Averly Harbour Company", 1, 1, 1),
                ("Ida Lorne", 1, 0, 1),
                ("Jon Vale", 1, 0, 1),
                ("a group of young dockers", 1, 0, 1),
            ],
        ),
        ({"about": "Port Averly"}, [("Averly Harbour Company", 1, 0, 1), ("Tom Brack", 1, 0, 1), ("Dockers’ Union", 0, 1, 1)]),
        ({"min_score": 0.9, "limit": 2}, [("Averly Harbour Company", 1, 1, 1), ("Dockers’ Union", 1, 1, 2)]),
        ({"limit": 1}, [("Tom Brack", 3, 0, 2)]),
    ],
)
def test_speakers(read_only: Store, params: dict[str, str], counts: list[tuple[str, int, int, int]]) -> None:
    rows = read_only.query("speakers", **params)
    assert [(row["speaker"], row["claims"], row["on_behalf"], row["articles"]) for row in rows] == counts


def test_speakers_are_counted_together_in_whatever_capitals(empty: Store) -> None:
    one = sample()
    loud = tuple(replace(e, name=e.name.upper()) for e in one.entities)
    empty.load(one)
    before = [(row["speaker"], row["type"], row["claims"]) for row in empty.query("speakers")]
    empty.load(replace(one, article=replace(one.article, key="loud"), entities=loud))
    after = [(row["speaker"], row["type"], row["claims"]) for row in empty.query("speakers")]
    assert after == [(name, kind, 2 * int(str(claims))) for name, kind, claims in before]


def test_speakers_have_a_kind_and_days(read_only: Store) -> None:
    first = read_only.query("speakers")[0]
    assert (first["type"], first["first"], first["last"]) == ("person", date(2024, 3, 6), date(2024, 3, 8))
    assert set(column(read_only, "speakers", "type")) == {"person", "organization", "group"}


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, ["dispute", "dispute", "explicit", "antonym"]),
        ({"a": "Tom Brack"}, ["dispute", "explicit"]),
        ({"b": "Tom Brack"}, ["dispute", "explicit"]),
        ({"a": "Dockers’ Union", "b": "Averly Harbour Company"}, ["dispute", "dispute", "explicit"]),
        ({"a": "Averly Harbour Company", "b": "Dockers’ Union"}, ["dispute", "dispute", "explicit"]),
        ({"a": "Tom Brack", "b": "Dockers’ Union"}, []),
        ({"min_score": 0.9}, ["dispute", "explicit"]),
        ({"limit": 1}, ["dispute"]),
    ],
)
def test_disputes(read_only: Store, params: dict[str, str], found: list[str]) -> None:
    assert column(read_only, "disputes", "by", **params) == found


@pytest.mark.parametrize(
    ("params", "places"),
    [
        ({}, range(10)),
        ({"speaker": "Dockers’ Union"}, [2, 3, 8]),
        ({"about": "Port Averly"}, [0, 8]),
        ({"since": "2024-03-08"}, [8, 9]),
        ({"until": "2024-03-05"}, [0]),
        ({"min_score": 0.95}, [0, 1]),
        ({"limit": 3}, range(3)),
    ],
)
def test_timeline(read_only: Store, params: dict[str, str], places: list[int]) -> None:
    assert column(read_only, "timeline", "claim", **params) == [ALL_CLAIMS[i] for i in places]


@pytest.mark.parametrize("query", ["about", "timeline", "unattributed", "who-said"])
@pytest.mark.parametrize("params", [{}, {"since": "2024-03-06"}, {"min_score": 0.8}])
def test_a_limit_gives_the_first_rows(read_only: Store, query: str, params: dict[str, str]) -> None:
    every = list(read_only.query(query, **params))
    for limit in range(1, len(every) + 2):
        assert list(read_only.query(query, **params, limit=limit)) == every[:limit]
