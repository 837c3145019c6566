from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.report import Scope, write_report
from kg.report.topics import OTHER, topics
from kg.report.whole import Whole
from kg.store import Store
from tests.report.conftest import Opened, serious


@pytest.fixture(scope="module")
def index(some: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "all.html"
    (path.parent / "all_files").mkdir()
    (path.parent / "all_files" / "old.html").write_text('<!doctype html><meta name="generator" content="claim-kg 0.0.1">')
    (path.parent / "all_files" / "mine.html").write_text("<!doctype html>")
    done = write_report(some, Scope(), path, most=60, part=60)
    assert done.articles == 40
    assert done.attributions == 480
    assert not (path.parent / "all_files" / "old.html").exists()
    assert (path.parent / "all_files" / "mine.html").exists()
    (path.parent / "all_files" / "mine.html").unlink()
    assert done.pages == len(list((path.parent / "all_files").iterdir())) + 1
    return path


def test_every_article_has_one_topic_and_no_page_is_too_long(some: Store) -> None:
    found = topics(Whole(some), 60)
    held = [article for topic in found for article in topic.articles]
    assert len(held) == len(set(held)) == 40
    assert all(len(topic.articles) <= 60 // 12 for topic in found)
    assert {topic.name for topic in found} >= {"The council of Averly", "The council of Eastry"}
    assert OTHER not in {topic.name for topic in found[:-1]}


def test_a_name_leads_from_the_index_to_its_page(visit: Opened, index: Path) -> None:
    page_path = next(iter(sorted((index.parent / "all_files").iterdir())))
    name = re.search(r'id="(att_\w+)"', page_path.read_text("utf-8"))
    assert name
    page = visit(index, f"#{name[1]}")
    page.wait_for_url(f"**/{page_path.name}#{name[1]}")
    assert page.locator("#panel").is_visible()
    page.locator(".back a").click()
    page.wait_for_url("**/all.html")


@pytest.mark.parametrize("kind", ["clm", "lnk", "art"])
def test_names_of_all_kinds_lead_to_their_page(visit: Opened, index: Path, kind: str) -> None:
    for path in sorted((index.parent / "all_files").iterdir(), reverse=True):
        if name := re.search(rf'id="({kind}_\w+)"', path.read_text("utf-8")):
            page = visit(index, f"#{name[1]}")
            page.wait_for_url(f"**/all_files/*#{name[1]}")
            assert page.locator(f"#{name[1]}").count() == 1
            return
    pytest.fail(f"no {kind}")


def test_a_name_that_no_page_holds_is_told(visit: Opened, index: Path) -> None:
    page = visit(index, "#att_aaaaaaaaaaaaaaaa")
    assert page.locator("#lost").inner_text().startswith("No page holds att_aaaaaaaaaaaaaaaa: ")


def test_pages_are_small_and_the_index_tells_of_the_surest_disputes(some: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.report.pages.DISPUTES", 5)
    write_report(some, Scope(), tmp_path / "all.html", most=60)
    text = (tmp_path / "all.html").read_text("utf-8")
    assert "The 5 surest of 10" in text
    assert text.count(">side by side</a>") == 5
    assert max(path.stat().st_size for path in (tmp_path / "all_files").iterdir()) < 4_000_000


def test_search_in_the_index(visit: Opened, index: Path) -> None:
    page = visit(index, width=390)
    everything = page.locator(".topics > li:visible").count()
    page.fill("#find [name=words]", "BRIDGE 17 calder")
    assert 0 < page.locator(".topics > li:visible").count() < everything
    assert all("17" in text and "Calder" in text for text in page.locator(".topics li li:visible").all_inner_texts())
    page.locator(".topics li li a:visible", has_text="Bridge 17 of Calder in doubt").click()
    page.wait_for_url("**/all_files/*#art_*")


def test_nothing_serious_in_the_index(visit: Opened, index: Path) -> None:
    assert not serious(visit(index))
