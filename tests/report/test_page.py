"""The file itself."""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.report import Scope, gather, page
from kg.report.words import shown, web_address
from kg.store import Store
from tests.report.scenes import BAD


class Parsed(HTMLParser):
    """Elements, ids, links, and what scripts and styles hold."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.hrefs: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.meta: dict[str, str] = {}
        self.texts: list[tuple[str, dict[str, Any], str]] = []
        self._open: tuple[str, dict[str, Any]] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self.attributes |= set(held)
        if "id" in held:
            self.ids[held["id"]] += 1
        if "href" in held:
            self.hrefs.append(held["href"])
        if tag == "meta":
            self.meta[held.get("http-equiv", held.get("name", "charset"))] = held.get("content", "")
        if tag in ("script", "style"):
            self._open = (tag, held)
            self.texts.append((tag, held, ""))

    def handle_data(self, data: str) -> None:
        if self._open:
            tag, held, text = self.texts[-1]
            self.texts[-1] = (tag, held, text + data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._open = None


@pytest.fixture(params=["kessary_page", "hostile_page"])
def parsed(request: pytest.FixtureRequest) -> Parsed:
    return Parsed(request.getfixturevalue(request.param).read_text("utf-8"))


def test_the_policy_lets_in_what_is_there_and_nothing_else(parsed: Parsed) -> None:
    policy = parsed.meta["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    allowed = set(re.findall(r"'sha256-([^']+)'", policy))
    held = {base64.b64encode(sha256(text.encode()).digest()).decode() for _, attributes, text in parsed.texts if "type" not in attributes}
    assert held == allowed
    assert not {name for name in parsed.attributes if name.startswith("on") or name in ("style", "src", "srcset", "srcdoc")}
    assert not parsed.tags & Counter(["iframe", "object", "embed", "img", "base"])


def test_every_link_within_leads_somewhere_and_no_name_is_there_twice(parsed: Parsed) -> None:
    assert not [name for name, count in parsed.ids.items() if count > 1]
    inner = {href[1:] for href in parsed.hrefs if href.startswith("#")}
    assert inner <= set(parsed.ids)
    assert all(href.startswith(("#", "data:,")) for href in parsed.hrefs)


def test_embedded_data_cannot_end_its_element(hostile_page: Path) -> None:
    text = hostile_page.read_text("utf-8")
    for name in ("graph-data", "download-data"):
        found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', text, re.DOTALL)
        assert found
        assert not set("<>&\u2028\u2029") & set(found[1])
        assert BAD[1] in json.dumps(json.loads(found[1]), ensure_ascii=False).replace('\\"', '"')


def test_every_claim_can_be_cited(kessary: Store, kessary_page: Path) -> None:
    ids = Parsed(kessary_page.read_text("utf-8")).ids
    for row in kessary.query("who-said"):
        for column in ("attribution", "claim_id"):
            assert row[column] is None or str(row[column]).removeprefix(kessary.base) in ids


def test_the_same_store_gives_the_same_page(kessary: Store) -> None:
    assert page(gather(kessary, Scope())) == page(gather(kessary, Scope()))


def test_short_by_default(kessary: Store) -> None:
    told = gather(kessary, Scope())
    assert "The plant employs 310 people" not in page(told)
    assert "The plant employs 310 people" in page(told, full_text=True)
    assert "text left out" in page(told)


def test_the_licence_of_what_is_inlined_is_in_the_page(kessary_page: Path) -> None:
    assert "THE SOFTWARE IS PROVIDED “AS IS”" in kessary_page.read_text("utf-8")


def test_addresses() -> None:
    assert web_address("https://news.example/a?b=1") == "https://news.example/a?b=1"
    for bad in ("javascript:alert(1)", " javascript:x", "data:text/html,x", "file:///etc/passwd", "https://a b", "JAVASCRIPT:x", None, ""):
        assert web_address(bad) is None


def test_controls_are_seen() -> None:
    assert shown("a\x07b\u202ec\td\n") == "a\ufffdb\ufffdc\td\n"
