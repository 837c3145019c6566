"""Decisions of people in the store: they are shown, outlast everything, and leave no trace when they are taken back."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.checking import check
from kg.errors import InputError
from kg.model import Attribution, Extraction, Mention, Run
from kg.rdf.decided import decision_node, decision_quads
from kg.rdf.linked import FarLink, pair_graph, pair_quads
from kg.review import Decision, Place, Speaker, text_sha256
from kg.review.decision import place_of
from kg.review.lines import from_lines, to_line
from kg.store import Store, open_store
from tests.link.articles import Line
from tests.rdf.strategies import extractions
from tests.store.conftest import Exported, rows_of
from tests.store.sample import changed, other, sample, span, spans
from tests.store.test_linking import told

TEXT = text_sha256(sample().article.text)


def at(name: str, extraction: Extraction | None = None) -> Place:
    told = extraction or sample()
    [found] = [a for a in told.attributions if a.id == name]
    return place_of(found, text_sha256(told.article.text))


def history(store: Store) -> set[pyoxigraph.Quad]:
    with store._writing() as writer:
        return set(writer.history)


def claims(store: Store) -> set[str]:
    return {str(row["claim"]) for row in store.query("who-said")}


REJECT = Decision("rejected", at("a4"), reason="he was not there")
ACCEPT = Decision("accepted", at("a7"))
CORRECT = Decision(
    "corrected", at("a1"), content=spans("strike at Port Averly is over"), speaker=Speaker("Ida Lorne", "Person", span("Mrs. Ida Lorne"))
)
UNLINK = Decision("rejected", at("a6"), at("a2"), "contradicts")
FAR = Decision("rejected", at("a1", other()), at("a6"), "same")
ALL = (REJECT, ACCEPT, CORRECT, UNLINK, FAR)


def test_for_whom_it_was_said_is_corrected_and_listed(store: Store) -> None:
    before = {str(row["attribution"]): row["on_behalf_of"] for row in store.query("who-said")}
    [spoken, *_] = [one for one, whom in before.items() if whom]
    _, decision = store.about(spoken)
    nobody = replace(decision, verdict="corrected", on_behalf_of=Speaker())
    [iri] = store.decide([nobody])
    assert {str(row["attribution"]): row["on_behalf_of"] for row in store.query("who-said")} == before | {spoken: None}
    [row] = store.decided()
    assert row["right"] == "on behalf of: nobody"
    assert store.decisions() == {iri: nobody}
    assert list(from_lines([to_line(nobody, {"words": "x"})])) == [nobody]
    assert list(check(store)) == []
    store.decide([replace(nobody, on_behalf_of=store.speaker(spoken, "Jon Vale"))])
    assert [row["right"] for row in store.decided()] == ["on behalf of: Jon Vale"]
    store.undecide(next(iter(store.decisions())))
    assert {str(row["attribution"]): row["on_behalf_of"] for row in store.query("who-said")} == before


def test_a_decision_that_says_nothing_of_it_is_called_as_it_was() -> None:
    assert decision_node("k:", REJECT).value == "k:dec_6xqcjzwwymro7ymh"
    assert decision_node("k:", replace(REJECT, on_behalf_of=Speaker())) != decision_node("k:", REJECT)


def test_the_words_that_were_corrected_are_listed(store: Store) -> None:
    store.decide([CORRECT])
    [row] = store.decided()
    assert row["right"] == "content: strike at Port Averly is over; speaker: Ida Lorne"


PAST = (0, len(sample().article.text) + 1)


@pytest.mark.parametrize(
    "right",
    [{"content": (PAST,)}, {"content": ()}, {"source": (PAST,)}, {"cue": (PAST,)}, {"speaker": Speaker("x", "Person", PAST)}],
    ids=str,
)
@pytest.mark.parametrize("retracted", [False, True])
def test_a_correction_to_what_is_not_in_the_text_is_refused(
    store: Store, exported: Exported, right: dict[str, Any], retracted: bool
) -> None:
    if retracted:
        store.retract("news/harbour.txt", reason="x")
    before = exported(store)
    with pytest.raises(InputError, match=r"not within a text of|without content"):
        store.decide([ACCEPT, replace(CORRECT, **right)])
    assert exported(store) == before
    assert not (store.path / "settling.json").exists()


def test_no_decision_of_several_is_kept_when_one_is_no_text(store: Store) -> None:
    with pytest.raises(InputError):
        store.decide([ACCEPT, replace(REJECT, reason="\ud800")])
    assert store.decisions() == {}


def test_a_decision_that_cannot_be_applied_stops_nothing(store: Store) -> None:
    store.close()
    live = pyoxigraph.Store(str(store.path / "live"))
    bad = replace(CORRECT, speaker=Speaker("x", "Person", PAST))
    live.extend(decision_quads(store.base, bad))
    live.flush()
    del live
    (store.path / "settling.json").write_text(f'["{TEXT}"]', "utf-8")
    with open_store(store.path) as again:
        assert [row["state"] for row in again.decided(unattached=True)] == ["unattached"]
        [problem] = [one for one in check(again) if one.part == "decisions"]
        assert (problem.thing, "not within a text of" in problem.problem) == (decision_node(again.base, bad).value, True)
        again.decide([REJECT])
        again.retract("later-1", reason="x")
        again.restore("later-1")
        assert again.load(replace(sample(), run=Run("reading/2", "tiny", "cd" * 32))).status == "replaced"
        [told] = [str(row["attribution"]) for row in again.query("who-said") if row["claim"] == "The strike at Port Averly is over"]
        _, fresh = again.about(told)
        assert fresh == Decision("accepted", bad.place)
        again.undecide(decision_node(again.base, bad).value)
        assert list(again.decisions().values()) == [REJECT]


def test_what_was_rejected_is_gone_from_answers_and_counts(store: Store) -> None:
    before = store.stats()
    assert len(store.query("contradictions")) == 3
    [iri] = store.decide([REJECT])
    after = store.stats()
    assert (before["attributions"] - after["attributions"], before["links"] - after["links"]) == (1, 1)
    assert "No crane is moving" not in claims(store)
    assert store.search("crane moving") == [
        row["claim_id"] for row in store.query("who-said") if str(row["claim"]).startswith("Every crane")
    ]
    assert not any("No crane" in str(row) for row in store.query("contradictions"))
    assert store.decisions() == {iri: REJECT}
    assert store.validate() == []


def test_what_was_accepted_is_sure(store: Store) -> None:
    store.decide([ACCEPT])
    [row] = store.query("who-said", speaker="Jon Vale")
    assert row["score"] == 1.0
    [method] = rows_of(store, f"SELECT ?m {{ <{row['attribution']}> kg:method ?m }}")
    assert method["m"] == "hand/1+review/1"


def test_what_was_corrected_has_other_words_and_another_speaker(store: Store) -> None:
    store.decide([CORRECT])
    rows = list(store.query("who-said", speaker="Ida Lorne"))
    assert "strike at Port Averly is over" in [row["claim"] for row in rows]
    assert store.validate() == []


def test_a_speaker_that_no_reading_found_is_taken_from_the_decision(store: Store) -> None:
    store.decide([Decision("corrected", at("a8"), speaker=Speaker("army", "Organization", span("army")))])
    assert [row["claim"] for row in store.query("who-said", speaker="army")] == ["that the army might be called in"]
    assert store.validate() == []


@pytest.mark.parametrize("part", ["speaker", "on_behalf_of"])
def test_words_that_were_read_as_another_entity_are_who_a_person_says_they_are(store: Store, part: str) -> None:
    told = sample()
    wrong = (*told.entities[1].mentions, Mention(*span("both sides"), "nominal"))
    entities = tuple(replace(e, mentions=wrong) if e.id == "e2" else e for e in told.entities)
    store.load(replace(told, entities=entities, run=Run("reading/2", "tiny", "cd" * 32)))
    [spoken] = [str(row["attribution"]) for row in store.query("who-said", speaker="Ida Lorne")]
    _, decision = store.about(spoken)
    meant = store.speaker(spoken, "{}-{}".format(*span("both sides")))
    store.decide([replace(decision, verdict="corrected", **{part: meant})])  # type: ignore[arg-type]
    [row] = [row for row in store.query("provenance", id=spoken) if row["attribution"] == spoken]
    assert row[part] == "both sides"
    assert meant.type == "Organization"
    assert store.validate() == []
    assert list(check(store)) == []


def test_pronouns_and_names_are_whom_they_were_read_as(store: Store) -> None:
    [spoken] = [str(row["attribution"]) for row in store.query("who-said", speaker="Ida Lorne")]
    _, decision = store.about(spoken)
    for words, name in (("He", "Tom Brack"), ("The Dockers’ Union", "Dockers’ Union")):
        meant = store.speaker(spoken, "{}-{}".format(*span(words)))
        store.decide([replace(decision, verdict="corrected", speaker=meant)])
        [row] = [row for row in store.query("provenance", id=spoken) if row["attribution"] == spoken]
        assert row["speaker"] == name


def test_nobody_contradicts_himself_once_the_speaker_is_corrected(store: Store, exported: Exported) -> None:
    before = exported(store)
    rows = [(str(row["attribution"]), str(row["other_speaker"])) for row in store.query("contradictions")]
    assert len(rows) == 3
    for one, opposite in rows:
        _, decision = store.about(one)
        [iri] = store.decide([replace(decision, verdict="corrected", speaker=store.speaker(one, opposite))])
        left = store.query("contradictions")
        assert len(left) < 3
        assert not [row for row in left if row["speaker"] == row["other_speaker"]]
        assert store.validate() == []
        store.undecide(iri)
    assert exported(store) == before


def test_a_contradiction_of_oneself_that_was_accepted_stays(store: Store) -> None:
    [row] = [row for row in store.query("contradictions") if row["basis"] != "explicit"]
    _, link = store.about(str(row["link"]))
    one = str(row["attribution"])
    _, decision = store.about(one)
    store.decide([link, replace(decision, verdict="corrected", speaker=store.speaker(one, str(row["other_speaker"])))])
    assert [left["speaker"] for left in store.query("contradictions") if left["basis"] == row["basis"]] == [row["other_speaker"]]


def test_a_link_that_was_rejected_is_gone_and_its_claims_stay(store: Store) -> None:
    store.decide([UNLINK])
    assert [row["basis"] for row in store.query("contradictions")] == ["explicit", "explicit"]
    assert "the gates were still shut" in claims(store)


def test_of_two_decisions_about_the_same_the_later_counts(store: Store) -> None:
    store.decide([REJECT])
    [iri] = store.decide([replace(REJECT, verdict="accepted")])
    assert list(store.decisions()) == [iri]
    assert "No crane is moving" in claims(store)
    assert store.decide([replace(REJECT, verdict="accepted")]) == []


@pytest.mark.parametrize("decided", [*ALL, *itertools.combinations(ALL, 2), ALL], ids=str)
def test_a_decision_that_is_taken_back_leaves_no_trace(linked: Store, exported: Exported, decided: Decision | tuple[Decision, ...]) -> None:
    wanted = decided if isinstance(decided, tuple) else (decided,)
    linked.link()
    before, kept = exported(linked), history(linked)
    for iri in linked.decide(wanted):
        linked.undecide(iri)
    assert exported(linked) == before
    assert {quad for quad in history(linked) if "g_" not in str(quad.subject)} - kept == {
        q for q in history(linked) if "/dec_" in str(q.subject)
    }


def test_the_order_of_decisions_and_of_loading_leaves_no_trace(tmp_path: Path, exported: Exported) -> None:
    results = set()
    steps: list[Callable[[Store], object]] = [partial(Store.decide, decisions=[one]) for one in ALL[:4]]
    steps += [partial(Store.load, extraction=one) for one in (sample(), other())]
    for number, order in enumerate(itertools.islice(itertools.permutations(steps), 0, 720, 47)):
        with open_store(tmp_path / str(number)) as store:
            for step in order:
                step(store)
            results.add(exported(store))
    assert len(results) == 1


def test_decisions_outlast_another_reading(store: Store) -> None:
    store.decide([REJECT, CORRECT])
    again = replace(sample(), run=Run("reading/2", "tiny", "cd" * 32))
    assert store.load(again).status == "replaced"
    assert "No crane is moving" not in claims(store)
    assert "strike at Port Averly is over" in claims(store)
    assert store.load(sample()).status == "replaced"
    assert "No crane is moving" not in claims(store)


def test_decisions_find_what_another_reading_has_a_little_otherwise(store: Store) -> None:
    store.decide([REJECT])
    told = sample()
    wider = tuple(replace(a, content=(span("“No crane is moving,”"),)) if a.id == "a4" else a for a in told.attributions)
    claim = tuple(
        replace(c, content=(span("“No crane is moving,”"),), text="“No crane is moving,”") if c.id == "c4" else c for c in told.claims
    )
    store.load(replace(told, attributions=wider, claims=claim, run=Run("reading/2", "tiny", "cd" * 32)))
    assert not any("No crane" in claim for claim in claims(store))


def test_a_link_between_articles_that_was_rejected_stays_so(linked: Store) -> None:
    same = "SELECT ?l { ?l kg:relation kg:Same }"
    found = rows_of(linked, same)
    row = rows_of(linked, "SELECT ?l ?a ?b ?g { ?l kg:relation kg:Same ; kg:fromAttribution ?a ; kg:toAttribution ?b ; kg:inGraph ?g }")[0]
    ends = {}
    for key in ("a", "b"):
        [said] = [r for r in linked.query("who-said") if r["attribution"] == row[key]]
        told = sample() if said["doc"] == sample().article.doc else other()
        [a] = [
            a for a in told.attributions if a.content[0][0] == said["begin"] and a.cue[0] == span(str(said["cue"]), 0, told.article.text)
        ] or [a for a in told.attributions if a.content[0][0] == said["begin"]]
        ends[key] = place_of(a, text_sha256(told.article.text))
    linked.decide([Decision("rejected", ends["a"], ends["b"], "same")])
    assert len(rows_of(linked, same)) == len(found) - 1
    (linked.path / "links.sqlite").unlink()
    linked.link()
    assert row["l"] not in [one["l"] for one in rows_of(linked, same)]


def test_no_contradiction_between_articles_is_left_of_one_speaker_with_himself(store: Store, exported: Exported) -> None:
    said = {str(row["claim"]): (str(row["attribution"]), str(row["claim_id"]), ()) for row in store.query("who-said")}
    ends = said["The strike at Port Averly is over"], said["The gates of Port Averly are shut"]
    homes = [str(row["g"]) for row in rows_of(store, "SELECT ?g { ?a a schema:NewsArticle ; kg:inGraph ?g }")]
    graph = pair_graph(store.base, homes[0], homes[1])
    store._open().extend(pair_quads(store.base, graph, [FarLink(*ends, "contradicts", "negation", "hand/1", 0.9)]))
    before, ask = exported(store), f"SELECT ?l {{ ?l a kg:Link ; kg:inGraph <{graph.value}> }}"
    store.decide([replace(CORRECT, content=None, speaker=Speaker("Jon Vale", "Person", span("Mayor Jon Vale")))])
    assert len(rows_of(store, ask)) == 1
    [iri] = store.decide([replace(CORRECT, content=None, speaker=Speaker("Tom Brack", "Person", span("Tom Brack")))])
    assert len(rows_of(store, ask)) == 0
    assert list(check(store)) == []
    store.undecide(iri)
    assert exported(store) == before
    for end, _, _ in ends:  # nor of what does not count
        store.retract(end, reason="x")
        assert len(rows_of(store, ask)) == 0
        store.restore(end)
        assert len(rows_of(store, ask)) == 1


FELL: Line = ("Harbor Union", "said", "the old Averly crane fell into the harbor")
DENIED = "that the old Averly crane fell into the harbor"


def turning(speaker: str, right: str) -> tuple[Extraction, Decision]:
    """An article of some days later in which `speaker` denies what the union said, and the decision that `right` does."""
    made = told("two", (speaker, "denied", DENIED), (right, "said", "schools would open on Monday"), day=date(2024, 3, 11))
    [entity] = [one for one in made.entities if one.name == right]
    where = (entity.mentions[0].begin, entity.mentions[0].end)
    return made, Decision("corrected", at("a0", made), speaker=Speaker(right, "Organization", where))


def bases(store: Store) -> list[str]:
    found = rows_of(store, "SELECT ?b { ?l a kg:Link ; kg:relation kg:Contradicts ; kg:basis ?b }")
    return [str(row["b"]).rpartition("#")[2].lower() for row in found]


@pytest.mark.parametrize(("speaker", "right"), [("Averly Port", "Harbor Union"), ("Harbor Union", "Averly Port")])
def test_who_turns_round_is_one_side_at_once_when_a_correction_is_made_or_taken_back(
    empty: Store, exported: Exported, speaker: str, right: str
) -> None:
    made, decision = turning(speaker, right)
    was, then = ("negation", "reversal") if speaker == "Averly Port" else ("reversal", "negation")
    empty.load(told("one", FELL))
    empty.load(made)
    empty.link()
    before = exported(empty)
    assert bases(empty) == [was]
    [iri] = empty.decide([decision])
    assert bases(empty) == [then]
    after = exported(empty)
    assert empty.link().statements == 0
    assert exported(empty) == after
    empty.undecide(iri)
    assert exported(empty) == before
    assert empty.link().statements == 0
    assert exported(empty) == before
    empty.decide([decision])
    assert exported(empty) == after
    assert list(check(empty)) == []


def test_who_turned_round_only_as_corrected_does_not_without_the_correction(empty: Store) -> None:
    made, decision = turning("Averly Port", "Harbor Union")
    empty.load(told("one", FELL))
    empty.load(made)
    [iri] = empty.decide([decision])
    empty.link()
    assert bases(empty) == ["reversal"]
    empty.undecide(iri)
    assert bases(empty) == ["negation"]
    assert empty.link().statements == 0
    assert list(check(empty)) == []


def test_a_corrected_claim_is_linked_anew(store: Store) -> None:
    store.link()
    store.decide([CORRECT])
    assert store.link().articles >= 1
    assert store.validate() == []


def test_import_of_decisions_before_and_after_what_they_are_about(store: Store, tmp_path: Path, exported: Exported) -> None:
    store.decide(ALL[:4])
    whole = exported(store)
    with open_store(tmp_path / "second.db") as second:
        second.load(sample())
        second.load(other())
        second.import_(BytesIO(whole), "nquads")
        assert exported(second) == whole


def test_a_reviewed_store_is_exported_and_imported_whole(linked: Store, tmp_path: Path, exported: Exported) -> None:
    linked.decide(ALL)
    linked.retract("later-1", reason="x")
    whole = exported(linked)
    with open_store(tmp_path / "second.db") as second:
        second.import_(BytesIO(whole), "nquads")
        assert exported(second) == whole
        assert second.load(other()).status == "retracted"
        assert second.load(sample()).status == "unchanged"


def test_retract_and_restore_is_nothing(linked: Store, exported: Exported) -> None:
    linked.link()
    before, kept = exported(linked), history(linked)
    for what in ("news/harbour.txt", "later-1", str(next(iter(linked.query("who-said")))["claim_id"])):
        linked.retract(what, reason="it was withdrawn")
        assert exported(linked) != before
        linked.restore(what)
        assert exported(linked) == before
        assert {quad for quad in history(linked) if "/dec_" not in str(quad.subject)} == kept


def test_retracting_both_ends_of_a_link(linked: Store, exported: Exported) -> None:
    before = exported(linked)
    for order in itertools.permutations(("news/harbour.txt", "later-1")):
        for what in ("news/harbour.txt", "later-1"):
            linked.retract(what, reason="x")
        assert linked.stats()["articles"] == 0
        for what in order:
            linked.restore(what)
        assert exported(linked) == before


def test_a_retracted_article_stays_out_and_its_new_version_does_not(store: Store) -> None:
    store.retract("news/harbour.txt", reason="made up")
    assert store.load(sample()).status == "retracted"
    assert store.load(replace(sample(), run=Run("reading/2", "tiny", "cd" * 32))).status == "retracted"
    assert store.stats()["articles"] == 1
    assert store.load(changed()).status == "added"
    assert store.load(sample()).status == "retracted"


def test_a_retraction_comes_before_its_article(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg.db") as store:
        store.decide([Decision("retracted", Place(TEXT), key=sample().article.key, reason="made up")])
        assert store.load(sample()).status == "retracted"
        store.restore(sample().article.key)
        assert store.stats()["articles"] == 1


def test_a_retraction_from_elsewhere_takes_out_what_is_there(store: Store, exported: Exported) -> None:
    before = exported(store)
    store.decide([Decision("retracted", Place(TEXT), key=sample().article.key, reason="made up")])
    assert store.stats()["articles"] == 1
    store.restore("news/harbour.txt")
    assert exported(store) == before


def test_a_reviewed_article_is_retracted_and_restored(store: Store, exported: Exported) -> None:
    store.decide([REJECT, UNLINK])
    before, kept = exported(store), history(store)
    store.retract("news/harbour.txt", reason="x")
    store.restore("news/harbour.txt")
    assert exported(store) == before
    assert {quad for quad in history(store) if not any(kind in str(quad.subject) for kind in ("/dec_", "/run_"))} == kept
    for iri in store.decisions():
        store.undecide(iri)
    assert len(store.query("contradictions")) == 3
    assert {quad for quad in history(store) if "/dec_" not in str(quad.subject)} == set()


def test_delete_takes_decisions_that_hang_on_it_alone(store: Store, exported: Exported) -> None:
    store.decide([REJECT, Decision("accepted", at("a1", other()))])
    store.delete("news/harbour.txt")
    assert [d.place.text for d in store.decisions().values()] == [text_sha256(other().article.text)]
    assert not any("harbour" in str(quad) for quad in history(store))
    store.delete("later-1")
    assert exported(store) == b""
    assert history(store) == set()


def test_merges_by_hand_outlast_a_replaced_article(store: Store) -> None:
    mentions = [str(row["m"]) for row in rows_of(store, 'SELECT ?m { ?m schema:name "Port Averly" } ORDER BY ?m')]
    store.merge(*mentions)
    assert rows_of(store, "SELECT ?e { ?e a kg:Entity }")
    store.load(changed())
    assert not len(rows_of(store, "SELECT ?m { ?m a kg:Merge }"))
    assert not len(rows_of(store, "SELECT ?e { ?e a kg:Entity }"))
    store.load(sample())
    store.link()
    assert len(rows_of(store, "SELECT ?e { ?e a kg:Entity ; kg:member ?m }")) >= 2


def decision(a: Attribution, text: str, verdict: str) -> Decision:
    return Decision(verdict, place_of(a, text_sha256(text)))  # type: ignore[arg-type]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(extractions(), st.lists(st.sampled_from(["accepted", "rejected", "retracted"]), min_size=5, max_size=5))
def test_any_decisions_on_anything_leave_no_trace(
    tmp_path_factory: pytest.TempPathFactory, exported: Exported, extraction: Extraction, verdicts: list[str]
) -> None:
    with open_store(tmp_path_factory.mktemp("any") / "kg.db") as store:
        store.load(extraction)
        before = exported(store)
        decided = [decision(a, extraction.article.text, v) for a, v in zip(extraction.attributions, verdicts, strict=False) if a.content]
        for iri in store.decide(decided):
            store.undecide(iri)
        assert exported(store) == before
        assert not {quad for quad in history(store) if "/dec_" not in str(quad.subject)}
