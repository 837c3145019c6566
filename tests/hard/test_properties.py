"""What must hold of every store, whatever is in it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Extraction
from kg.rdf import canonical, from_quads
from kg.store import Store, open_store
from kg.store.entities import canonical_graph
from kg.store.formats import FORMATS
from kg.store.graphs import statements
from tests.hard.order import LINES
from tests.rdf.strategies import extractions
from tests.store.conftest import rows_of
from tests.store.test_linking import told

SETTINGS = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "a.db", tmp_path / "b.db"


@SETTINGS
@given(extractions(), st.sampled_from(sorted(FORMATS)))
def test_model_rdf_store_export_import_and_back(places: tuple[Path, Path], extraction: Extraction, name: str) -> None:
    out = BytesIO()
    with open_store(places[0]) as store, open_store(places[1]) as other:
        for one in (store, other):
            one.live.clear()
        store.load(extraction)
        store.export(out, name)
        other.import_(BytesIO(out.getvalue()), name)
        again = BytesIO()
        other.export(again, name)
        assert again.getvalue() == out.getvalue()
        assert from_quads(other.live) == from_quads(store.live) == canonical(extraction)


@SETTINGS
@given(extractions())
def test_offsets_cut_out_the_words_for_any_unicode(places: tuple[Path, Path], extraction: Extraction) -> None:
    text = extraction.article.text
    with open_store(places[0]) as store:
        store.live.clear()
        store.load(extraction)
        for row in store.query("who-said"):
            for part in ("source", "cue"):
                spans = [getattr(a, part) for a in extraction.attributions]
                cut = {text[min(b for b, _ in s) : max(e for _, e in s)] for s in spans if s}
                assert row[part] is None or row[part] in cut
            assert text[int(str(row["begin"])) : int(str(row["end"]))]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32))
def test_merge_then_split_is_nothing(places: tuple[Path, Path], number: int) -> None:
    random = Random(number)
    with open_store(places[0]) as store:
        store.live.clear()
        for name in range(3):
            store.load(told(str(name), *random.sample(LINES, 3)))
        store.link()
        before = _entities(store)
        mentions = sorted(str(row["m"]) for row in rows_of(store, "SELECT ?m { ?a schema:mentions ?m }"))
        one, other = random.sample(mentions, 2)
        if any({one, other} <= members for members in before):
            return
        store.merge(one, other, anyway=True)
        assert any({one, other} <= members for members in _entities(store))
        store.split(one, other)
        assert _entities(store) == before


def _entities(store: Store) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for quad in statements(store.live, canonical_graph(store.base)):
        if quad.predicate.value.endswith("member") and "ent_" in str(quad.subject):
            found.setdefault(str(quad.subject), set()).add(quad.object.value)  # type: ignore[union-attr]
    return {frozenset(members) for members in found.values()}
