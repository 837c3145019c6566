from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Attribution, Extraction
from kg.report.articles import Sayings, when
from kg.report.marking import paragraphs
from kg.report.material import Saying
from tests.store.sample import TEXT, sample

BASE = "http://x.example/"


def sayings(told: Extraction) -> list[Saying]:
    return Sayings(told, "", f"{BASE}art_1", {}, {}).all()


def words(told: Extraction, *, full: bool) -> str:
    return "\n".join("".join(s.text for s in p.stretches) for p in paragraphs(told.article, told.sentences, sayings(told), full=full))


def test_short_context_is_the_sentences_that_hold_what_is_said() -> None:
    told = sample()
    only = replace(told, attributions=told.attributions[1:2])
    assert words(only, full=False) == "“Every crane,” its spokeswoman, Mrs. Ida Lorne, told reporters, “is moving again.”"
    assert "Photo" not in words(told, full=False)


def test_the_full_text_leaves_out_furniture_and_the_headline_only() -> None:
    told = sample()
    hidden = (*told.article.skipped, *told.article.headlines)
    kept = "".join(c for i, c in enumerate(TEXT) if not any(b <= i < e for b, e in hidden))
    assert words(told, full=True).split() == kept.split()


def test_every_saying_has_one_link_and_one_number() -> None:
    told = sample()
    for full in (False, True):
        stretches = [s for p in paragraphs(told.article, told.sentences, sayings(told), full=full) for s in p.stretches if s.saying]
        for place in ("link", "last"):
            held = [s.saying.number for s in stretches if getattr(s, place) and s.saying]
            assert len(held) == len(set(held))
            assert set(held) == {s.saying.number for s in stretches if s.saying}


def test_words_of_an_inner_saying_are_its_own() -> None:
    told = sample()
    inner = next(a for a in told.attributions if any(o.relays == a.id for o in told.attributions))
    held = {
        s.text
        for p in paragraphs(told.article, told.sentences, sayings(told), full=True)
        for s in p.stretches
        if s.saying and s.saying.attribution == inner
    }
    assert "the gates were still shut" in "".join(sorted(held))


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60), st.integers(0, 2)), max_size=6))
def test_no_word_is_lost_or_doubled_however_spans_lie(places: list[tuple[int, int, int]]) -> None:
    told = sample()
    made = []
    for n, (begin, length, role) in enumerate(places):
        spans: list[tuple[tuple[int, int], ...]] = [(), (), ()]
        spans[role] = ((begin, begin + length),)
        made.append(Attribution(f"a{n}", spans[0], spans[1], spans[2], by="t", score=1.0))
    changed = replace(told, attributions=tuple(made))
    plain = replace(told, attributions=())
    text = replace(plain.article, headlines=())
    assert words(replace(changed, article=text), full=True) == words(replace(plain, article=text), full=True)


def test_when_it_was_said() -> None:
    a = sample().attributions[0]
    day, later = date(2024, 5, 1), date(2024, 5, 3)
    cases = [
        (None, None, None, (None, None)),
        (None, None, day, (day, "2024-05-01")),
        (later, None, day, (later, "2024-05-03")),
        (day, later, None, (day, "2024-05-01/2024-05-03")),
        (None, later, day, (later, "2024-05-03")),
    ]
    for first, last, published, expected in cases:
        assert when(replace(a, said_from=first, said_to=last), published) == expected
