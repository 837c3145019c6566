"""Several cues of one source in a sentence."""

from __future__ import annotations

import pytest

from kg.model import Spans
from kg.reading.attributions import coordinate
from kg.reading.attributions.drafts import Draft

TEXT = "Ana Ruiz denied it, saying that it rained, and vowed to stay."
SENTENCE = [(0, len(TEXT))]


def at(*phrases: str) -> Spans:
    return tuple((TEXT.index(p), TEXT.index(p) + len(p)) for p in phrases)


def draft(source: Spans, cue: str, *content: str) -> Draft:
    return Draft(source, at(cue), at(*content), 0.9, "test")


def test_a_cue_after_and_has_the_source_before_it() -> None:
    drafts = [draft(at("Ana Ruiz"), "denied", "it"), draft((), "vowed", "to stay")]
    coordinate.share(TEXT, drafts, SENTENCE)
    assert drafts[1].source == at("Ana Ruiz")


def test_a_content_ends_where_the_next_cue_begins() -> None:
    drafts = [draft(at("Ana Ruiz"), "saying", "that it rained, and vowed to stay"), draft(at("Ana Ruiz"), "vowed", "to stay")]
    coordinate.share(TEXT, drafts, SENTENCE)
    assert drafts[0].content == at("that it rained")


def test_a_piece_that_is_the_next_cues_content_is_left_to_it() -> None:
    drafts = [draft(at("Ana Ruiz"), "denied", "it", "that it rained"), draft(at("Ana Ruiz"), "saying", "that it rained")]
    coordinate.share(TEXT, drafts, SENTENCE)
    assert drafts[0].content == at("it")


def test_pieces_of_another_source_are_left_alone() -> None:
    drafts = [draft(at("Ana Ruiz"), "denied", "it", "that it rained"), draft(at("rained"), "saying", "that it rained")]
    coordinate.share(TEXT, drafts, SENTENCE)
    assert drafts[0].content == at("it", "that it rained")


def test_of_two_readings_of_one_content_the_surer_stands() -> None:
    one, other = draft((), "denied", "it"), draft((), "saying", "it")
    other.score = 0.5
    assert coordinate.distinct([one, other]) == [one]


def test_a_verb_after_and_has_the_subject_its_sentence_opens_with() -> None:
    text = "Mr. Hale has kept silent and promised to stay."
    one = Draft((), ((29, 37),), ((38, 45),), 0.9, "test")
    coordinate.share(text, [one], [(0, len(text))])
    assert [text[b:e] for b, e in one.source] == ["Mr. Hale"]


def test_a_participle_after_a_comma_has_the_main_verbs_source() -> None:
    text = "Investors filed a complaint against Mr. Hale, accusing him of theft."
    one = Draft(((0, 9),), ((10, 27),), ((28, 44),), 0.9, "test")
    other = Draft(((36, 44),), ((46, 54),), ((55, 67),), 0.9, "test")
    coordinate.share(text, [one, other], [(0, len(text))])
    assert other.source == one.source


def test_a_participle_right_after_a_content_has_its_source() -> None:
    text = "The director, Hale, told the Courier it was over. Ruiz disputed that finding, saying it was early."
    at = text.index
    one = Draft(
        ((at("Ruiz"), at(" disputed")),), ((at("disputed"), at(" that finding")),), ((at("that finding"), at(", saying")),), 0.9, "test"
    )
    other = Draft(((0, 12),), ((at("saying"), at(" it was early")),), ((at("it was early"), len(text) - 1),), 0.9, "test")
    coordinate.share(text, [one, other], [(0, at(" Ruiz")), (at("Ruiz"), len(text))])
    assert other.source == one.source


@pytest.mark.parametrize(
    ("text", "cue", "content", "who"),
    [
        ("Calling it a lie, Hale left the hall.", "Calling", "it a lie", "Hale"),
        ("Saying that it was over, he left.", "Saying", "that it was over", "he"),
        ("Calling it a lie, the crowd left.", "Calling", "it a lie", None),
        ("The man calling it a lie, Hale left.", "calling", "it a lie", None),
    ],
)
def test_a_participle_that_opens_a_sentence_has_the_subject_of_the_main_clause(text: str, cue: str, content: str, who: str | None) -> None:
    said, what = ((text.index(part), text.index(part) + len(part)) for part in (cue, content))
    one = Draft((), (said,), (what,), 0.9, "test")
    coordinate.share(text, [one], [(0, len(text))])
    assert (text[slice(*one.source[0])] if one.source else None) == who


def test_a_participle_after_while_has_the_source_before_it() -> None:
    text = "Hale said so, while voicing his concern over it."
    drafts = [Draft(((0, 4),), ((5, 9),), ((10, 12),), 0.9, "test"), Draft((), ((20, 27),), ((28, 47),), 0.9, "test")]
    coordinate.share(text, drafts, [(0, len(text))])
    assert drafts[1].source == ((0, 4),)
