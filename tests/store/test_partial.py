"""Stores of imports that lack something: every question is answered, or refused in one line."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from kg.checking import check
from kg.errors import KgError
from kg.store import Store, open_store
from tests.store.conftest import Exported

KG = "https://w3id.org/claim-kg#"
MISSING = ("claim", "cueBegin", "fromAttribution", "method", "readBy", "relation", "rule", "score", "fromMention", "member")


def ask(store: Store) -> None:
    """Do what reads articles and links whole."""
    assert isinstance(list(check(store)), list)
    assert isinstance(store.doubtful(1.0), list)
    store.link()
    for article in store.article_graphs():
        with suppress(KgError):
            store.reading(article)
    with suppress(KgError):
        store.retract("later-1", reason="made up")


@pytest.mark.parametrize("missing", MISSING)
def test_a_property_that_is_missing_everywhere(linked: Store, tmp_path: Path, exported: Exported, missing: str) -> None:
    whole = exported(linked).splitlines(keepends=True)
    with open_store(tmp_path / "new.db") as store:
        store.import_(BytesIO(b"".join(line for line in whole if f"#{missing}> ".encode() not in line)), "nquads")
        ask(store)


def test_words_that_pass_on_those_of_another_article(linked: Store, tmp_path: Path, exported: Exported) -> None:
    homes = {str(row["attribution"]): linked.article_graphs([str(row["doc"])])[0] for row in linked.query("who-said")}
    one, other = (next(att for att, home in homes.items() if home == graph) for graph in sorted(set(homes.values())))
    ties = f"<{one}> <{KG}relays> <{other}> <{homes[one]}> .\n<{other}> <{KG}relays> <{one}> <{homes[other]}> .\n"
    with open_store(tmp_path / "new.db") as store:
        store.import_(BytesIO(exported(linked) + ties.encode()), "nquads")
        assert any("leads out of it" in problem.problem for problem in check(store))
        ask(store)


def test_an_attribution_of_which_people_found_no_cue(store: Store) -> None:
    spoken = str(store.query("who-said", limit=1)[0]["attribution"])
    _, decision = store.about(spoken)
    store.decide([replace(decision, verdict="corrected", cue=())])
    store.link()
    assert list(check(store)) == []
