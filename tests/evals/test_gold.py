"""The gold itself: compiled from what was authored, and sound."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from evals.author import compiled, dumps
from evals.gold import Gold, load
from evals.tokens import words
from kg.errors import InputError

FOLDER = Path(__file__).parent.parent / "gold"
GOLDS = list(load(FOLDER))
IDS = [gold.doc for gold in GOLDS]
TEXT = "Ann Lee said it rained. Bo denied that."
AUTHORED: dict[str, Any] = {
    "attributions": [
        {"id": "a1", "source": "Ann Lee", "cue": "said", "content": "it rained", "speaker": "Ann Lee"},
        {"id": "a2", "source": "Bo", "cue": "denied", "content": "that", "speaker": "Bo", "stance": "denies", "disputes": "a1"},
    ],
    "entities": [{"name": "Ann Lee", "type": "Person"}, {"name": "Bo", "type": "Person"}],
}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("**/authored/*.toml")), ids=lambda path: path.stem)
def test_compiled_gold_is_up_to_date(path: Path) -> None:
    folder = path.parent.parent
    text = (folder / f"{path.stem}.txt").read_text(encoding="utf-8")
    kept = (folder / f"{path.stem}.json").read_text(encoding="utf-8")
    assert dumps(compiled(text, tomllib.loads(path.read_text(encoding="utf-8")))) == kept, "run: python -m evals.author"


def test_gold_without_labels_has_none() -> None:
    labelled, bare = (compiled(TEXT, AUTHORED | {"labels": labels})["attributions"][0] for labels in (True, False))
    assert (labelled["stance"], bare["stance"]) == ("asserts", None)
    assert bare["speaker"] == "Ann Lee"


def test_there_are_enough_articles_of_the_right_size() -> None:
    assert len(GOLDS) >= 12
    assert all(130 <= words(gold.text) <= 360 for gold in GOLDS)


@pytest.mark.parametrize("gold", GOLDS, ids=IDS)
def test_every_span_has_words_and_lists_are_closed(gold: Gold) -> None:
    manners, stances = {"direct", "indirect", "mixed"}, {"asserts", "denies", "disputes", "confirms", "supports", "questions", "requests"}
    for entry in gold.attributions:
        assert entry.cue
        assert all(gold.text[begin:end].strip() for begin, end in (*entry.source, *entry.cue, *entry.content))
        assert (entry.manner in manners, entry.stance in stances) == (True, True), entry.id
    assert {entity.type for entity in gold.entities} <= {"Person", "Organization", "Place", "Group"}


@pytest.mark.parametrize("gold", GOLDS, ids=IDS)
def test_no_pair_is_in_two_lists(gold: Gold) -> None:
    asked, also, never = ({frozenset(pair) for pair in pairs} for pairs in (gold.contradictions, gold.also, gold.not_contradictions))
    assert not asked & also
    assert not never & (asked | also)
    disputes = {frozenset((entry.id, entry.disputes)) for entry in gold.attributions if entry.disputes}
    assert not never & disputes


def test_compiling_finds_offsets() -> None:
    first, second = compiled(TEXT, AUTHORED)["attributions"]
    assert (first["source"], first["cue"], first["content"]) == (((0, 7),), ((8, 12),), ((13, 22),))
    assert (second["disputes"], second["manner"]) == ("a1", "indirect")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"speaker": "Cy"}, "no entity is named 'Cy'"),
        ({"disputes": "a9"}, "no attribution is called a9"),
        ({"content": "it snowed"}, "a1: 'it snowed' is in the text 0 times"),
        ({"speakr": "Bo"}, "no such key: speakr"),
    ],
)
def test_compiling_names_what_does_not_fit(change: dict[str, str], message: str) -> None:
    first, second = AUTHORED["attributions"]
    with pytest.raises(InputError, match=message):
        compiled(TEXT, AUTHORED | {"attributions": [first | change, second]})


def test_no_gold_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold articles here"):
        list(load(tmp_path))


def test_the_packaged_sample_is_the_gold_article() -> None:
    sample = FOLDER.parents[1] / "kg" / "samples" / "kessary.txt"
    assert sample.read_bytes() == (FOLDER / "kessary.txt").read_bytes()
