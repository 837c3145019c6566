"""Names are hashes of what makes a thing that thing, and stay what they are from one release to the next."""

from __future__ import annotations

import json
import re
from base64 import b32encode
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article, Run
from kg.rdf import names, to_quads
from kg.rdf.names import digest
from tests.store.sample import sample

ARTICLE = sample().article
RUN = sample().run


def test_names_are_pinned() -> None:
    """If this fails, every store in the world holds other names than this version mints: raise the store's format."""
    minted = names(replace(ARTICLE, updated=None, agency=None), RUN, "http://x/")
    assert minted.article.value == "http://x/art_xjg2nhjqs5upqm3d"
    assert minted.graph.value == "http://x/g_3qiefvi6sn7ipobw"
    assert names(ARTICLE, RUN, "http://x/").article.value == "http://x/art_i5ufzzb7y6agwwpk"
    assert minted.run.value == "http://x/run_lpnx6tpiadztbzvh"


def test_names_are_flat_under_the_base() -> None:
    for quad in to_quads(sample(), "https://a.example/kg#"):
        assert re.fullmatch(r"https://a\.example/kg#[a-z]+_[a-z2-7]{16}", quad.subject.value)  # type: ignore[union-attr]
        assert quad.graph_name.value.startswith("https://a.example/kg#g_")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "changed",
    [
        replace(ARTICLE, text=ARTICLE.text + "."),
        replace(ARTICLE, key="other"),
        replace(ARTICLE, headline=None),
        replace(ARTICLE, published=date(2024, 3, 7)),
        replace(ARTICLE, updated=date(2024, 3, 9)),
        replace(ARTICLE, agency=None),
        replace(ARTICLE, publisher="Another"),
        replace(ARTICLE, skipped=()),
    ],
)
def test_another_version_has_other_names(changed: Article) -> None:
    assert names(changed, RUN, "http://x/").article != names(ARTICLE, RUN, "http://x/").article


@pytest.mark.parametrize("changed", [replace(ARTICLE, doc="elsewhere.txt"), replace(ARTICLE, sha256="0" * 64)])
def test_where_it_lies_makes_no_other_version(changed: Article) -> None:
    assert names(changed, RUN, "http://x/") == names(ARTICLE, RUN, "http://x/")


def test_another_run_has_another_graph_and_the_same_article() -> None:
    again = names(ARTICLE, Run("reading/2", "tiny", "ab" * 32), "http://x/")
    assert again.article == names(ARTICLE, RUN, "http://x/").article
    assert again.graph != names(ARTICLE, RUN, "http://x/").graph


def test_parameters_count_in_any_order() -> None:
    one, other = (Run("r", "m", "", parameters) for parameters in ((("a", "1"), ("b", "2")), (("b", "2"), ("a", "1"))))
    assert names(ARTICLE, one, "http://x/") == names(ARTICLE, other, "http://x/")


@given(st.lists(st.text() | st.integers() | st.none() | st.lists(st.text())))
def test_a_digest_is_80_bits_in_base_32(parts: list[object]) -> None:
    told = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    assert digest(*parts) == b32encode(sha256(told).digest()[:10]).decode().lower()
