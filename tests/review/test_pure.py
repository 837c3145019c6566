"""Decisions find what they are about by words, and equal readings have no differences: for any reading."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article, Attribution, Basis, Extraction, Link, Run
from kg.rdf import canonical
from kg.review import Decision, Place, Speaker, reviewed, text_sha256
from kg.review.attach import ALIKE, attach, words
from kg.review.decision import place_of
from kg.review.diff import diff
from kg.review.lines import from_lines, to_line
from tests.link.articles import article
from tests.rdf.strategies import extractions
from tests.store.test_reviewing import ALL

TEXT = "Ten words of content stand here in a row so . She said it ."
HASH = text_sha256(TEXT)
CUE = (TEXT.index("said"), TEXT.index("said") + 4)
CONTENT = (0, TEXT.index(" ."))


def attribution(content: tuple[int, int], cue: tuple[int, int] = CUE) -> Attribution:
    return Attribution("a1", (), (cue,), (content,), "rule/1", 0.5)


@given(st.integers(0, CONTENT[1] - 1), st.integers(1, CONTENT[1]))
def test_a_decision_is_attached_just_where_the_words_are_alike_enough(begin: int, end: int) -> None:
    if begin >= end:
        return
    decision = Decision("rejected", Place(HASH, (), (CUE,), (CONTENT,)))
    one, other = words(((begin, end),), TEXT), words((CONTENT,), TEXT)
    f1 = 2 * len(one & other) / (len(one) + len(other)) if one else 0.0
    assert (decision in attach([decision], [attribution((begin, end))], TEXT)) == (f1 >= ALIKE)
    elsewhere = attribution((begin, end), (CUE[1] + 1, CUE[1] + 3))
    assert attach([decision], [elsewhere], TEXT) == {}


@settings(max_examples=40, deadline=None)
@given(extractions(), st.randoms())
def test_decisions_come_in_any_order_and_once_or_twice(extraction: Extraction, chance: object) -> None:
    digest = text_sha256(extraction.article.text)
    decided = [Decision("rejected", place_of(a, digest)) for a in extraction.attributions]
    mixed = [*decided, *decided]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert reviewed(extraction, mixed).extraction == reviewed(extraction, decided).extraction
    assert reviewed(extraction, decided).extraction.attributions == ()
    assert reviewed(extraction, []).extraction is extraction


@settings(max_examples=40, deadline=None)
@given(extractions())
def test_equal_readings_have_no_differences(extraction: Extraction) -> None:
    assert diff(extraction, extraction) == []
    surer = tuple(replace(a, score=1.0, by="other/2") for a in extraction.attributions)
    assert diff(extraction, replace(extraction, attributions=surer)) == []
    assert diff(canonical(extraction), canonical(extraction)) == []
    assert {one.kind for one in diff(extraction, replace(extraction, attributions=()))} <= {"vanished"}


def test_decisions_as_lines() -> None:
    assert list(from_lines(map(to_line, ALL))) == list(ALL)
    with pytest.raises(InputError, match="line 2 is no decision"):
        list(from_lines([to_line(ALL[0]), "nothing"]))


AT = '"verdict": "accepted", "at": {"text_sha256": "a"'


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "it is no JSON: Expecting property name enclosed in double quotes (column 2)"),
        ("[1]", "it is [1], and no object"),
        ('"x"', "it is 'x', and no object"),
        ('{"at": {"text_sha256": "a"}}', "'verdict' is missing"),
        ('{"verdict": "accepted"}', "'at' is missing"),
        ('{"verdict": "accepted", "at": "x"}', "at is 'x', and no object"),
        ('{"verdict": "accepted", "at": {"content": [[1, 2]]}}', "'text_sha256' is missing in at"),
        (f'{{{AT}}}, "other": {{}}}}', "'text_sha256' is missing in other"),
        (f'{{{AT}, "content": [1]}}}}', "content is [1], and no list of spans"),
        (f'{{{AT}, "cue": [[true, 2]]}}}}', "cue is [[True, 2]], and no list of spans"),
        (f'{{{AT}, "cue": null}}}}', "cue is None, and no list of spans"),
        (f'{{{AT}}}, "right": {{"speaker": {{}}}}}}', "'name' is missing of a speaker"),
        (f'{{{AT}}}, "right": {{"speaker": []}}}}', "speaker is [], and no object"),
        (f'{{{AT}}}, "reason": 5}}', "reason is 5, and no text"),
        ("[" * 100_000, "it is nested too deep"),
    ],
)
def test_a_line_that_is_no_decision_is_told_in_words(line: str, says: str) -> None:
    with pytest.raises(InputError) as error:
        list(from_lines([line]))
    assert str(error.value).startswith(f"line 1 is no decision: {says}")
    assert "Error" not in str(error.value)


PAST = (0, len(TEXT) + 1)
UNFIT = (
    {"content": (PAST,)},
    {"content": ()},
    {"source": (PAST,)},
    {"cue": (PAST,)},
    {"speaker": Speaker("x", "Person", PAST)},
    {"on_behalf_of": Speaker("x", "Person", PAST)},
    {"on_behalf_of": Speaker("x", "Person", (5, 5))},
)


@pytest.mark.parametrize("right", UNFIT, ids=str)
def test_what_cannot_be_in_the_text_is_attached_to_nothing(right: dict[str, Any]) -> None:
    told = Extraction(Article(TEXT, "a", "a", ""), Run("1", "m", ""), attributions=(attribution(CONTENT),))
    decision = replace(Decision("corrected", Place(HASH, (), (CUE,), (CONTENT,))), **right)
    assert reviewed(told, [decision]).attached == {}
    assert reviewed(told, [decision]).extraction is told
    assert reviewed(told, [replace(decision, verdict="rejected")]).extraction.attributions == ()


@pytest.mark.parametrize(
    ("basis", "right", "left"),
    [
        ("reversal", "Averly Port", []),
        ("reversal", "Harbor Union", ["reversal"]),
        ("negation", "Harbor Union", []),
        ("negation", "Army", ["negation"]),
    ],
)
def test_who_turned_round_is_one_and_who_is_at_odds_is_two(basis: Basis, right: str, left: list[str]) -> None:
    second = "Harbor Union" if basis == "reversal" else "Averly Port"
    told = article(
        ("Harbor Union", "said", "the crane fell"),
        (second, "denied", "the crane fell"),
        (right, "said", "schools would open"),
        Army="Group",
    )
    told = replace(told, links=(Link("a0", "a1", "contradicts", basis, "hand/1", 0.7),))
    [entity] = [one for one in told.entities if one.name == right]
    where = (entity.mentions[0].begin, entity.mentions[0].end)
    place = place_of(told.attributions[1], text_sha256(told.article.text))
    decision = Decision("corrected", place, speaker=Speaker(right, entity.type, where))
    assert [link.basis for link in reviewed(told, [decision]).extraction.links] == left
