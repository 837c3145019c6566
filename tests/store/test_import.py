"""Imports: what is not a store's is refused with a line, and then nothing is stored."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.rdf import to_quads
from kg.store import Store, open_store
from tests.store.conftest import Exported
from tests.store.sample import changed, other, sample

PREFIXES = "@prefix kg: <https://w3id.org/claim-kg#> . @prefix schema: <https://schema.org/> . @prefix k: <http://localhost:8421/id/> .\n"
GRAPH = PREFIXES + "k:g_1 { k:art_1 a schema:NewsArticle ; kg:key 'k' ; kg:inGraph k:g_1 . %s }"


@pytest.mark.parametrize(
    ("added", "says"),
    [
        ("[] a kg:Run .", "a blank node in"),
        ("k:art_1 kg:readBy [] .", "a blank node in"),
        ("k:art_1 <http://other/p> 'x' .", "<http://other/p> is not in the ontology"),
        ("k:art_1 kg:sturm 'x' .", "kg#sturm> is not in the ontology|claim-kg#sturm> is not"),
        ("k:art_1 a kg:Dog .", "is no class of the ontology"),
        ("k:art_1 a schema:Article .", "schema.org/Article> is no class"),
        ("<http://other/art_2> kg:key 'x' .", "is not under this store's base"),
        ("k:art_1 kg:doc 5 .", "kg#doc> takes .*string"),
        ("k:art_1 kg:doc 'x'@en .", "takes .*string"),
        ("k:art_1 kg:doc k:x .", "takes .*string"),
        ("k:art_1 kg:readBy 'x' .", "takes an IRI"),
        ("k:art_1 schema:datePublished 'Monday'^^<http://www.w3.org/2001/XMLSchema#date> .", '"Monday".* is no .*date'),
        ("k:a kg:score 'much'^^<http://www.w3.org/2001/XMLSchema#double> .", "is no .*double"),
        ("k:art_1 kg:key 'second' .", "1 article with 2 document keys"),
        ("k:art_2 a schema:NewsArticle .", "2 articles with 1 document key"),
    ],
)
def test_refusals(store: Store, exported: Exported, added: str, says: str) -> None:
    before = exported(store)
    with pytest.raises(InputError, match=says) as caught:
        store.import_(BytesIO((GRAPH % added).encode()), "trig")
    assert "\n" not in str(caught.value)
    assert exported(store) == before


@pytest.mark.parametrize(
    ("data", "format", "says"),
    [
        (b"k:x a k:y .", "turtle", "broken TURTLE|broken Turtle"),
        (b"<a> <b> <c> .", "nquads", "broken"),
        (b"{", "jsonld", "broken"),
        (b'{"@context": "http://elsewhere/", "@graph": []}', "jsonld", "broken"),
        (b"\xff\xfe\x00", "trig", "broken"),
        (b"<http://localhost:8421/id/x> <https://w3id.org/claim-kg#doc> 'x' .", "turtle", "belongs to no article"),
        (GRAPH.replace("kg:inGraph k:g_1", "kg:inGraph k:g_2").encode() % b"", "trig", "nothing in it says kg:inGraph"),
    ],
)
def test_broken_files(store: Store, exported: Exported, data: bytes, format: str, says: str) -> None:  # noqa: A002
    before = exported(store)
    with pytest.raises(InputError, match=says) as caught:
        store.import_(BytesIO(data), format)
    assert "\n" not in str(caught.value)
    assert exported(store) == before


def test_a_fault_at_the_end_stores_nothing(empty: Store, read_only: Store, exported: Exported) -> None:
    good = exported(read_only)
    with pytest.raises(InputError):
        empty.import_(BytesIO(good + b"<http://localhost:8421/id/a> <http://other/p> <http://localhost:8421/id/b> .\n"), "nquads")
    assert exported(empty) == b""


def test_another_base(read_only: Store, tmp_path: Path, exported: Exported) -> None:
    with open_store(tmp_path / "new.db", base="http://other/") as store, pytest.raises(InputError, match="made with --base"):
        store.import_(BytesIO(exported(read_only)), "nquads")


def test_an_unknown_format(empty: Store) -> None:
    with pytest.raises(UsageError, match="there is turtle"):
        empty.import_(BytesIO(b""), "xml")


def test_scattered_statements_find_together(empty: Store, read_only: Store, exported: Exported) -> None:
    lines = exported(read_only).splitlines(keepends=True)
    mixed = b"".join(lines[1::2] + lines[::2])
    assert empty.import_(BytesIO(mixed), "nquads") == len(lines)
    assert exported(empty) == exported(read_only)


@pytest.mark.parametrize("twice", [lambda lines: lines + lines, lambda lines: [one for line in lines for one in (line, line)]])
def test_a_file_that_says_all_twice_is_read_as_one_that_says_it_once(
    empty: Store, read_only: Store, exported: Exported, twice: Callable[[list[bytes]], list[bytes]]
) -> None:
    lines = exported(read_only).splitlines(keepends=True)
    assert empty.import_(BytesIO(b"".join(twice(lines))), "nquads") == len(lines)
    assert exported(empty) == exported(read_only)


def test_an_import_replaces_another_version(empty: Store, store: Store, tmp_path: Path, exported: Exported) -> None:
    with open_store(tmp_path / "second.db") as second:
        second.load(changed())
        second.load(other())
        newer = exported(second, "trig")
        assert store.import_(BytesIO(newer), "trig") == len(to_quads(changed())) - 6
        assert exported(store) == exported(second)
        assert store.import_(BytesIO(newer), "trig") == 0


def test_lexical_forms_become_canonical(empty: Store, read_only: Store, exported: Exported) -> None:
    same = exported(read_only).replace(b'"0.95"^^', b'"9.5e-1"^^').replace(b'"0"^^', b'"+000"^^')
    assert same != exported(read_only)
    empty.import_(BytesIO(same), "nquads")
    assert exported(empty) == exported(read_only)
    assert empty.load(sample()).status == "unchanged"
