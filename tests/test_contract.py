"""The contract holds key by key, order included, and survives JSON."""

from __future__ import annotations

import json
from datetime import date

from kg.contract import to_contract
from kg.model import Article, Attribution, Claim, Entity, Extraction, Link, Mention, Role, Run, Sentence

TEXT = "Mayor Ana Ruiz said the bridge was open. The union denied that account."
DAY = date(2024, 5, 1)
FULL = Extraction(
    article=Article(TEXT, "a.txt", "k", "0" * 64, headline="Bridge Opens", published=DAY),
    run=Run("0.1.0", "m", "f" * 64),
    sentences=(Sentence(0, 0, 40), Sentence(1, 41, 71)),
    entities=(
        Entity("e1", "Ana Ruiz", "Person", (Mention(6, 14),), (Role("mayor", None, 0, 5),)),
        Entity("e2", "union", "Group", (Mention(41, 50, "nominal"),)),
        Entity("e3", "Ana Ruiz and union", "Group", (Mention(41, 50, "nominal"),), members=("e1", "e2")),
    ),
    claims=(Claim("c1", "the bridge was open", ((20, 39),), "negative", ("e1",)),),
    attributions=(
        Attribution("a1", ((0, 14),), ((15, 19),), ((20, 39),), "model/1", 0.913, claim="c1", speaker="e1", said_from=DAY, said_to=DAY),
        Attribution("a2", ((41, 50),), ((51, 57),), ((58, 70),), "rule/1", 0.5, speaker="e2", stance="denies", disputes="a1"),
    ),
    links=(Link("a2", "a1", "contradicts", "explicit", "explicit-dispute/1", 1.0, (1,)),),
    errors=("sentence 3 is too long",),
)

EXPECTED = {
    "doc": "a.txt",
    "text": TEXT,
    "headline": "Bridge Opens",
    "published": "2024-05-01",
    "sentences": [[0, 40], [41, 71]],
    "entities": [
        {"id": "e1", "name": "Ana Ruiz", "type": "Person", "mentions": [[6, 14]], "roles": [{"role": "mayor", "of": None}]},
        {"id": "e2", "name": "union", "type": "Group", "mentions": [[41, 50]], "roles": []},
        {"id": "e3", "name": "Ana Ruiz and union", "type": "Group", "mentions": [[41, 50]], "roles": [], "members": ["e1", "e2"]},
    ],
    "attributions": [
        {
            "id": "a1",
            "source": [[0, 14]],
            "cue": [[15, 19]],
            "content": [[20, 39]],
            "speaker": "e1",
            "on_behalf_of": None,
            "manner": "indirect",
            "stance": "asserts",
            "polarity": "negative",
            "certainty": "certain",
            "kind": "statement",
            "medium": None,
            "said_words": None,
            "said_from": "2024-05-01",
            "said_to": "2024-05-01",
            "addressee": None,
            "about": ["e1"],
            "disputes": None,
            "relays": None,
            "by": "model/1",
            "score": 0.913,
        },
        {
            "id": "a2",
            "source": [[41, 50]],
            "cue": [[51, 57]],
            "content": [[58, 70]],
            "speaker": "e2",
            "on_behalf_of": None,
            "manner": "indirect",
            "stance": "denies",
            "polarity": None,
            "certainty": "certain",
            "kind": "statement",
            "medium": None,
            "said_words": None,
            "said_from": None,
            "said_to": None,
            "addressee": None,
            "about": [],
            "disputes": "a1",
            "relays": None,
            "by": "rule/1",
            "score": 0.5,
        },
    ],
    "relations": [
        {"a": "a2", "b": "a1", "relation": "contradicts", "basis": "explicit", "rule": "explicit-dispute/1", "score": 1.0, "evidence": [1]},
    ],
    "errors": ["sentence 3 is too long"],
}


def test_every_key_in_order() -> None:
    assert json.dumps(to_contract(FULL)) == json.dumps(EXPECTED)


def test_an_article_with_nothing_in_it() -> None:
    got = to_contract(Extraction(Article("Rain.", "-", "k", ""), Run("0", "m", "")))
    assert list(got) == list(EXPECTED)
    assert [got[key] for key in ("headline", "published", "sentences", "relations", "errors")] == [None, None, [], [], []]
