"""How well claims and sentences are borne out, on articles that repeat and deny each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import kg
from kg.errors import QueryError, UsageError
from kg.loaders.text import from_text
from kg.model import Extraction, Stance
from kg.rdf.terms import DOC
from kg.store import Store
from kg.store.verdict import spelled_out
from tests.link.articles import Line
from tests.store.conftest import rows_of
from tests.store.sample import joint
from tests.store.test_linking import AGAIN, BESIDE, DENIED, ELSEWHERE, SAID, TOM, told

CRANE = "The old Averly crane fell into the harbor on Friday"


@pytest.fixture
def crane(empty: Store) -> Store:
    for name, line in (("one", SAID), ("two", AGAIN), ("three", DENIED), ("four", ELSEWHERE)):
        empty.load(told(name, line))
    empty.load(told("five", SAID, day=date(2024, 3, 20)))
    empty.link()
    return empty


def attribution(store: Store, speaker: str) -> str:
    return str(store.query("who-said", speaker=speaker)[0]["attribution"])


def test_sources_are_counted_once(crane: Store) -> None:
    found = crane.corroboration(attribution(crane, "Harbor Union"))
    relations = sorted((str(row["relation"]), str(row["speaker"])) for row in found.rows)
    assert ("same", "Tom Brack") in relations
    assert ("contradicts", "Averly Port") in relations
    assert relations.count(("same", "Harbor Union")) == 2
    assert (found.sources, found.independent, found.disputed) == (2, 2, 1)
    assert (found.first, found.last) == ("2024-03-08", "2024-03-20")
    assert found.line == "2 sources, independently corroborated 1×, disputed by 1, said from 2024-03-08 to 2024-03-20"


def test_a_claim_may_be_named_as_well(crane: Store) -> None:
    claim = str(crane.query("who-said", speaker="Mayor")[0]["claim_id"])
    assert crane.corroboration(claim).line == "1 source, no independent corroboration, disputed by nobody here, said 2024-03-08"
    with pytest.raises(QueryError, match="no claim or attribution"):
        crane.corroboration("clm_nothing")
    article = next(quad.subject for quad in crane.live if quad.predicate == DOC)
    with pytest.raises(QueryError, match="neither a claim nor an attribution"):
        crane.corroboration(article.value)


def test_a_sentence_is_asserted_and_disputed_and_never_true(crane: Store) -> None:
    found = crane.verify(CRANE)
    verdicts = {(str(row["verdict"]), str(row["speaker"])) for row in found.rows}
    assert verdicts == {("asserted by", "Harbor Union"), ("asserted by", "Tom Brack"), ("disputed by", "Averly Port")}
    assert found.line.startswith("asserted by ")
    assert "disputed by Averly Port" in found.line
    assert "independently corroborated 1×" in found.line
    assert all(row["sentence"] and row["doc"] for row in found.rows)


@pytest.mark.parametrize("sentence", ["The moon is made of cheese", "Schools are old", "\x00 ' OR 1=1 \""])
def test_nothing_is_found_where_there_is_nothing(crane: Store, sentence: str) -> None:
    found = crane.verify(sentence)
    assert len(found.rows) == 0
    assert found.line.startswith("unverified: nobody")


@pytest.mark.parametrize("sentence", ["", "  \n", "… ?!", '" \\ *'])
def test_a_sentence_needs_a_word(crane: Store, sentence: str) -> None:
    with pytest.raises(UsageError, match="no word in the sentence"):
        crane.verify(sentence)


def test_a_negated_sentence_is_asserted_by_who_denies(crane: Store) -> None:
    found = crane.verify("The old Averly crane did not fall into the harbor")
    verdicts = {(str(row["verdict"]), str(row["speaker"])) for row in found.rows}
    assert verdicts == {("disputed by", "Harbor Union"), ("disputed by", "Tom Brack"), ("asserted by", "Averly Port")}


BLAZE = "the old Averly crane killed {} workers in the harbor on Friday"


def test_who_says_otherwise_does_not_bear_it_out(empty: Store) -> None:
    for name, who, count in (("one", "Harbor Union", "three"), ("two", "Tom Brack", "some"), ("three", "Averly Port", "five")):
        empty.load(told(name, (who, "said", BLAZE.format(count))))
    empty.link()
    found = empty.corroboration(attribution(empty, "Harbor Union"))
    assert {(row["relation"], row["speaker"]) for row in found.rows} == {
        ("same", "Harbor Union"),
        ("same", "Tom Brack"),
        ("contradicts", "Averly Port"),
    }
    assert (found.sources, found.independent, found.disputed) == (2, 2, 1)
    asked = empty.verify(BLAZE.format("three"))
    assert {(row["verdict"], row["speaker"]) for row in asked.rows} >= {("asserted by", "Harbor Union"), ("disputed by", "Averly Port")}
    assert ("asserted by", "Averly Port") not in {(row["verdict"], row["speaker"]) for row in asked.rows}


HEARSAY = {
    "one": "Delta Mills, the contractor, said on Friday that the Selm bypass would not open before September 2025.",
    "two": "Bo Nilsen, site manager at Delta Mills, said on Friday that the Selm bypass would not open before September 2025.",
    "three": "Ann Ward said Nilsen had told her the Selm bypass would not open before September 2025.",
}


def test_a_firm_its_manager_and_who_heard_it_from_him_are_one(empty: Store) -> None:
    for doc, text in HEARSAY.items():
        empty.load(kg.extract(from_text(f"{text}\n\nThis is text {doc}.\n", doc=doc)))
    empty.link()
    found = empty.corroboration(attribution(empty, "Bo Nilsen"))
    assert {row["relays"] for row in found.rows if row["speaker"] == "Ann Ward"} == {"Nilsen"}
    assert (found.sources, found.independent) == (2, 1)


def sides(store: Store, claim: str) -> set[tuple[str, str | None]]:
    return {(str(row["relation"]), row["speaker"]) for row in store.query("corroboration", claim=claim)}  # type: ignore[misc]


def test_who_denies_a_claim_does_not_bear_it_out(crane: Store) -> None:
    crane.load(told("seven", ("Mayor", "denied", "that the old Averly crane fell into the harbor")))
    crane.link()
    for speaker in ("Averly Port", "Harbor Union"):
        found = crane.corroboration(attribution(crane, speaker))
        assert (found.sources, found.independent, found.disputed) == (2, 2, 2), speaker
    denial = str(crane.query("who-said", speaker="Averly Port")[0]["claim_id"])
    assert sides(crane, denial) == {
        ("supports", "Harbor Union"),
        ("supports", "Tom Brack"),
        ("disputes", "Averly Port"),
        ("disputes", "Mayor"),
    }


def test_a_claim_known_only_through_a_denial(empty: Store) -> None:
    empty.load(told("one", DENIED))
    found = empty.corroboration(attribution(empty, "Averly Port"))
    assert (found.sources, found.independent, found.disputed) == (0, 0, 1)
    assert found.line == "no source asserts it, disputed by 1"


def test_a_claim_that_is_negative_itself(empty: Store) -> None:
    negative = "the old Averly crane never fell into the harbor"
    empty.load(told("one", ("Averly Port", "said", negative)))
    empty.load(told("two", ("Mayor", "denied", f"that {negative}")))
    empty.load(told("three", SAID))
    empty.link()
    claims = {speaker: str(empty.query("who-said", speaker=speaker)[0]["claim_id"]) for speaker in ("Averly Port", "Mayor", "Harbor Union")}
    assert sides(empty, claims["Averly Port"]) == {("same", "Averly Port"), ("contradicts", "Harbor Union")}
    assert sides(empty, claims["Harbor Union"]) == {("same", "Harbor Union"), ("contradicts", "Averly Port")}
    assert sides(empty, claims["Mayor"]) == {("disputes", "Mayor")}
    for asked, asserts, disputes in ((negative, "Averly Port", "Mayor"), (CRANE, "Harbor Union", "Averly Port")):
        verdicts = {(str(row["verdict"]), row["speaker"]) for row in empty.verify(asked).rows}
        assert verdicts >= {("asserted by", asserts), ("disputed by", disputes)}, asked


def with_stance(made: Extraction, stance: Stance) -> Extraction:
    return replace(made, attributions=tuple(replace(a, stance=stance) for a in made.attributions))


@pytest.mark.parametrize(
    ("stance", "line"),
    [
        ("questions", "no source asserts it, disputed by nobody here, questioned by 1"),
        ("requests", "no source asserts it, disputed by nobody here, asked for by 1"),
        ("disputes", "no source asserts it, disputed by 1"),
        ("confirms", "1 source, no independent corroboration, disputed by nobody here, said 2024-03-08"),
    ],
)
def test_who_questions_a_claim_or_asks_for_it_does_not_make_it(empty: Store, stance: Stance, line: str) -> None:
    empty.load(with_stance(told("one", SAID), stance))
    assert empty.corroboration(attribution(empty, "Harbor Union")).line == line


def test_who_confirms_what_another_says_is_a_source_beside_it(empty: Store) -> None:
    empty.load(told("one", SAID))
    empty.load(with_stance(told("two", AGAIN), "confirms"))
    empty.link()
    for speaker in ("Harbor Union", "Tom Brack"):
        found = empty.corroboration(attribution(empty, speaker))
        assert (found.sources, found.independent, found.disputed) == (2, 2, 0)


def test_who_disputes_a_denial_bears_the_claim_out(empty: Store) -> None:
    made = told("one", DENIED, ("Harbor Union", "disputed", "that the old crane stands"))
    denial, dispute = made.attributions
    disputing = replace(dispute, stance="disputes", disputes=denial.id)
    for claim, relation in ((denial.claim, "supports"), (None, "supports")):
        empty.load(replace(made, attributions=(denial, replace(disputing, claim=claim))))
        found = str(empty.query("who-said", speaker="Averly Port")[0]["claim_id"])
        assert (relation, "Harbor Union") in sides(empty, found)
        assert empty.corroboration(found).sources == 1


SCHOOL = """Strike on School

May 2, 2024

The army denied that a missile had hit the Orlen school. Mayor Ana Tiel said that no missile had hit the Orlen school.

Teacher Pia Norden said that a missile had hit the Orlen school.
"""


def test_a_denial_and_a_negation_are_one_side(empty: Store) -> None:
    empty.load(kg.extract(from_text(SCHOOL, doc="one")))
    empty.link()
    claims = {speaker: str(empty.query("who-said", speaker=speaker)[0]["claim_id"]) for speaker in ("army", "Ana Tiel", "Pia Norden")}
    assert sides(empty, claims["army"]) == {("disputes", "army"), ("disputes", "Ana Tiel"), ("supports", "Pia Norden")}
    assert sides(empty, claims["Ana Tiel"]) == {("same", "Ana Tiel"), ("supports", "army"), ("contradicts", "Pia Norden")}
    for claim, counts in ((claims["army"], (1, 2)), (claims["Ana Tiel"], (2, 1)), (claims["Pia Norden"], (1, 2))):
        found = empty.corroboration(claim)
        assert (found.sources, found.disputed) == counts


RUMOURED = """Rumours at the Mine

May 6, 2024

OLDEN — Rumours that the Varn mine was sold to a bank swept the town. Varn Mining denied the rumours.
"""


def test_a_rumour_is_no_source_and_its_denial_shows(empty: Store) -> None:
    empty.load(kg.extract(from_text(RUMOURED, doc="one")))
    empty.load(kg.extract(from_text("It is rumoured that the Varn mine was sold to a bank.\n", doc="two")))
    empty.link()
    found = empty.verify("The Varn mine was sold to a bank")
    assert {(row["verdict"], row["speaker"]) for row in found.rows} == {("unattributed", None), ("disputed by", "Varn Mining")}
    assert found.line == "disputed by Varn Mining; unverified: no source asserts it; unattributed in 2 articles"
    assert (found.counts.sources, found.counts.independent, found.counts.disputed) == (0, 0, 1)
    [claim] = {str(row["claim_id"]) for row in found.rows if row["verdict"] == "disputed by"}
    assert empty.corroboration(claim).line.startswith("no source asserts it, disputed by 1, unattributed in ")


def test_a_pronoun_in_a_claim_stands_for_whom_it_is_about(empty: Store) -> None:
    empty.load(kg.extract(from_text("Karl Osten, a director, denied on Friday that he had sold the mine.\n", doc="one")))
    assert empty.verify("Karl Osten had sold the mine").line.startswith("disputed by Karl Osten")
    assert empty.verify("Petra Lund had sold the mine").line.startswith("unverified")


@pytest.mark.parametrize(
    ("words", "about", "whole"),
    [
        ("that he had sold the mine", ["Karl Osten"], "that Karl Osten had sold the mine"),
        ("that he had sold the Varn mine", ["Karl Osten", "Varn"], "that Karl Osten had sold the Varn mine"),
        ("that he had sold it", ["Karl Osten", "Varn mine"], "that he had sold it"),
        ("the hospital hid its deaths", ["Selm Bay Hospital"], "Selm Bay Hospital hid its deaths"),
        ("that Ms. Dunne lied", ["Carla Dunne"], "that Carla Dunne lied"),
        ("Carla Dunne lied to her", ["Carla Dunne"], "Carla Dunne lied to her"),
    ],
)
def test_names_are_spelled_out(words: str, about: list[str], whole: str) -> None:
    assert spelled_out(words, about) == whole


FERRY = "the ferry Aldwyn had struck a rock near Tamar harbor"
LINES = {
    "wire": ("Coast Guard", "said", FERRY),
    "copy": ("Coast Guard", "said", FERRY),
    "quoting": ("Tamar Gazette", "reported", FERRY),
    "house": ("Mira Dahl", "said", FERRY),
    "again": ("Mira Dahl", "said", FERRY),
    "rumour": ("Nobody", "said", FERRY),
    "denial": ("Ferry Line", "denied", f"that {FERRY}"),
}


def ferry(name: str, line: Line) -> Extraction:
    made = told(name, line)
    credited = {"wire": "Northern Wire", "copy": "Northern Wire"}.get(name)
    publisher = "Tamar Gazette" if name == "house" else None
    [said] = made.attributions
    said = replace(said, speaker=None, source=()) if name == "rumour" else said
    return replace(made, article=replace(made.article, agency=credited, publisher=publisher), attributions=(said,))


def test_verify_and_corroboration_count_alike(empty: Store) -> None:
    for name, line in LINES.items():
        empty.load(ferry(name, line))
    empty.link()
    asked = empty.verify("The ferry Aldwyn had struck a rock near Tamar harbor")
    assert {row["verdict"] for row in asked.rows} == {"asserted by", "disputed by", "unattributed"}
    assert (asked.counts.sources, asked.counts.independent, asked.counts.disputed, asked.counts.unattributed) == (3, 2, 1, 1)
    for row in asked.rows:
        assert empty.corroboration(str(row["claim_id"])).counts == asked.counts, row


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        ("Ferry Line spokesman Otto Falk", "Ferry Line spokesman Otto Falk", "Otto Falk"),
        ("Captain Otto Falk", "Falk", "Otto Falk"),
        ("Ferry Line spokesman Otto Falk", "A spokesman for Ferry Line", "Otto Falk"),
        ("Captain Otto Falk", "Captain Nora Winde", "Nora Winde, Otto Falk"),
    ],
)
def test_verify_names_as_many_as_it_counts(empty: Store, first: str, second: str, named: str) -> None:
    for doc, who in (("one", first), ("two", second)):
        empty.load(kg.extract(from_text(f"{who} denied on Friday that {FERRY}.\n\nThis is text {doc}.\n", doc=doc)))
    empty.link()
    asked = empty.verify("The ferry Aldwyn had struck a rock near Tamar harbor")
    [told, *_] = asked.line.split("; ")
    assert (", ".join(sorted(told.removeprefix("disputed by ").split(", "))), len(asked.rows)) == (named, 2)
    assert asked.counts.disputed == named.count(",") + 1
    assert empty.corroboration(str(asked.rows[0]["claim_id"])).disputed == asked.counts.disputed


def test_a_sentence_may_count(crane: Store) -> None:
    crane.load(told("six", ("Mayor", "said", "more than nine cranes stood in the Averly harbor")))
    assert crane.verify("More than nine cranes stood in the Averly harbor").line.startswith("asserted by Mayor")


def test_contradictions_since(crane: Store) -> None:
    assert len(crane.query("contradictions", since="2024-03-21")) == 0
    assert 0 < len(crane.query("contradictions", since="2024-03-10")) < len(crane.query("contradictions"))


def test_entities_and_who_repeats_whom(empty: Store) -> None:
    for name in ("one", "two"):
        empty.load(told(name, BESIDE, TOM))
    empty.load(told("three", SAID))
    empty.load(told("four", AGAIN))
    empty.link()
    rows = {str(row["name"]): row["articles"] for row in empty.query("entities")}
    assert rows.items() >= {"Tom Brack": 2, "Harbor Union": 2}.items()
    assert [row["name"] for row in empty.query("entities", entity="tom brack")] == ["Tom Brack"]
    network = [(row["source"], row["relation"], row["target"]) for row in empty.query("network")]
    assert ("Harbor Union", "same", "Tom Brack") in network or ("Tom Brack", "same", "Harbor Union") in network


def test_members_merge_across_articles_and_take_their_membership_along(empty: Store) -> None:
    first = joint()
    empty.load(first)
    empty.load(replace(first, article=replace(first.article, key="dam 2", doc="later.txt")))
    empty.link()
    merged = {str(row["name"]): str(row["entity"]) for row in empty.query("entities")}
    assert {"Ana Ruiz", "Tom Hale"} <= merged.keys()
    assert "Ana Ruiz and Tom Hale" not in merged
    groups = rows_of(empty, "SELECT DISTINCT ?name ?group { ?e a kg:Entity ; schema:name ?name ; kg:member/schema:memberOf ?group }")
    assert sorted(str(row["name"]) for row in groups) == ["Ana Ruiz", "Ana Ruiz", "Tom Hale", "Tom Hale"]
    claim = str(empty.query("who-said", speaker="Tom Hale")[0]["claim_id"])
    told = {str(row["members"]) for row in empty.query("corroboration", claim=claim) if row["speaker"] == "Ana Ruiz and Tom Hale"}
    assert told == {f"Ana Ruiz | {merged['Ana Ruiz']} | Tom Hale | {merged['Tom Hale']}"}
    found = empty.corroboration(claim)
    assert (found.sources, found.independent) == (1, 1)


def test_a_claim_that_nobody_could_verify_is_stored_so(empty: Store) -> None:
    text = "Army spokesman Tom Brack said on Friday that the old crane had fallen. The claim could not be independently verified.\n"
    empty.load(kg.extract(from_text(text, doc="one")))
    found = empty.corroboration(attribution(empty, "Tom Brack"))
    assert found.line.endswith("; told with “The claim could not be independently verified.”")
