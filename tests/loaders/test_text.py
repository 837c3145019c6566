from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.loaders.base import Given, Loader
from kg.loaders.registry import by_name, installed
from kg.loaders.text import LOADER, from_text
from kg.loaders.urls import canonical


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("HTTPS://Example.ORG:443/A?b=1&utm_source=x&c=#top", "https://example.org/A?b=1&c="),
        ("http://example.org", "http://example.org/"),
        ("http://example.org:8080/a%20b?q=x+y", "http://example.org:8080/a%20b?q=x+y"),
        ("https://[::1]/a", "https://[::1]/a"),
        ("https://example.org/é", "https://example.org/é"),
    ],
)
def test_addresses(url: str, same: str) -> None:
    assert canonical(url) == same
    assert canonical(same) == same


@pytest.mark.parametrize(
    "url", ["example.org/a", "ftp://example.org/", "https://", "https://a b/", "https://e.org/<x>", "http://e.org:99999/", "http://[::1/"]
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(UsageError, match="not a web address"):
        from_text("The bridge reopened.", url=url)


def test_the_key_is_the_address_then_the_id_then_the_text() -> None:
    text = "The bridge reopened."
    assert from_text(text, url="https://Example.org/a#b", id="7").key == "https://example.org/a"
    assert from_text(text, id="7").key == "7"
    assert from_text(text).key == from_text(text, doc="other").key


def test_what_is_given_is_kept() -> None:
    article = from_text("The bridge reopened.", doc="d", publisher="Coast Press")
    assert (article.doc, article.publisher, article.url, article.language) == ("d", "Coast Press", None, None)


def test_spans_lie_in_the_text_and_do_not_overlap() -> None:
    text = "NewsBridge Reopens After Flood\nBridge Reopens After Flood\n\nIt did. Photo: Coast Press\n\nRead more\n\nSource link"
    article = from_text(text)
    spans = sorted([*article.skipped, *article.headlines])
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert [text[b:e] for b, e in article.skipped] == ["NewsBridge Reopens After Flood", "Photo: Coast Press", "Read more", "Source link"]


def test_the_loader_is_found_by_its_entry_point() -> None:
    loader, package = installed()["text"]
    assert loader == by_name("text") == LOADER
    assert package == "claim-kg"
    assert [article.text for article in loader.read(io.BytesIO(b"It reopened."), Given())] == ["It reopened."]


def test_an_unknown_loader() -> None:
    with pytest.raises(UsageError, match=r"no loader 'frob'; installed are: .*text"):
        by_name("frob")


def test_a_broken_loader_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.metadata import EntryPoint

    points = [EntryPoint("bad", "no_such_module:x", "kg.loaders"), EntryPoint("odd", "kg.loaders.text:from_text", "kg.loaders")]
    monkeypatch.setattr("kg.loaders.registry.entry_points", lambda group: points)
    with pytest.raises(InputError, match=r"loader 'bad' .* cannot be imported"):
        by_name("bad")
    with pytest.raises(InputError, match=r"loader 'odd' .* is not a kg\.loaders\.Loader"):
        by_name("odd")
    assert isinstance(LOADER, Loader)


def test_an_archive_of_zip_is_no_text(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "letters.zip", "w") as archive:
        archive.writestr("a.txt", "The mayor said the bridge was safe.")
    with pytest.raises(InputError, match=r"letters.zip: a ZIP archive, .*unpack it first"), (tmp_path / "letters.zip").open("rb") as stream:
        list(LOADER.read(stream, Given(doc="letters.zip")))
