"""What several say as one stands under each of them, marked as joint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.model import Entity, Mention
from kg.report import Scope, gather, page
from kg.report.cards import facts
from kg.report.legend import legend
from kg.report.material import Material
from kg.report.network import elements
from kg.report.timeline import timeline
from kg.store import open_store
from tests.report.conftest import Opened, page_of
from tests.report.scenes import Line, article

BOTH = "Ana Ruiz and Tom Hale"
LINES = [Line(BOTH, "that the bridge was safe", kind="Group"), Line("Ana Ruiz", "that it was old"), Line("Bo Ray", "that it was new")]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[tuple[Material, Path]]:
    """Ruiz and Hale say one thing together, and Ruiz another; Hale says nothing alone."""
    made = article("a.txt", LINES, headline="Bridge")
    both, ruiz, ray = made.entities
    begin = both.mentions[0].begin + len("Ana Ruiz and ")
    hale = Entity("e9", "Tom Hale", "Person", (Mention(begin, begin + len("Tom Hale")),))
    ruiz = replace(ruiz, mentions=(Mention(both.mentions[0].begin, both.mentions[0].begin + len("Ana Ruiz")), *ruiz.mentions))
    with open_store(tmp_path / "kg.db") as store:
        store.load(replace(made, entities=(replace(both, members=(ruiz.id, hale.id)), ruiz, ray, hale)))
        yield gather(store, Scope()), page_of(store, tmp_path / "report.html")


def test_it_stands_under_each_of_them(told: tuple[Material, Path]) -> None:
    material, _ = told
    [one] = material.articles
    assert [(v.name, v.own, v.joint) for v in legend(one.sayings)] == [
        (BOTH, 1, 0),
        ("Ana Ruiz", 1, 1),
        ("Tom Hale", 0, 1),
        ("Bo Ray", 1, 0),
    ]
    assert all(v.tone for v in legend(one.sayings))
    assert len({v.tone for v in legend(one.sayings)}) == 4
    assert ("Speak as one", "Ana Ruiz, Tom Hale") in [(f.label, f.value) for f in facts(one.sayings[0], one, {})]
    assert "Speak as one" not in [f.label for f in facts(one.sayings[1], one, {})]


def test_it_is_joined_to_each_of_them_in_the_graph(told: tuple[Material, Path]) -> None:
    material, _ = told
    drawn = elements(material)
    joint = material.articles[0].sayings[0]
    assert {edge["s"] for edge in drawn["edges"] if edge["to"] == joint.id} == {f"p:{BOTH}", "p:Ana Ruiz", "p:Tom Hale"}
    assert {edge["s"] for edge in drawn["edges"]} <= {node["id"] for node in drawn["nodes"]}


def test_each_of_them_has_a_point_for_it(told: tuple[Material, Path]) -> None:
    material, _ = told
    days = timeline(replace(saying, day=saying.day or date(2024, 1, 1)) for saying in material.sayings)
    assert {dot.who: (dot.count, dot.joint) for dot in days.dots} == {
        BOTH: (1, 0),
        "Ana Ruiz": (2, 1),
        "Tom Hale": (1, 1),
        "Bo Ray": (1, 0),
    }


def test_the_page_finds_it_by_each_of_them(told: tuple[Material, Path]) -> None:
    html = page(told[0])
    assert html.count(f'data-who="{BOTH}&#10;Ana Ruiz&#10;Tom Hale"') == 2
    assert '<option value="Tom Hale">' in html
    assert f"<bdi>{BOTH}</bdi> 1</button>" in html
    assert "<bdi>Ana Ruiz</bdi> 1 and 1 joint</button>" in html
    assert "<bdi>Tom Hale</bdi> 1 joint</button>" in html
    assert html.count('<span class="for">joint</span>') == 1


def test_a_browser_shows_it_for_each_of_them(told: tuple[Material, Path], visit: Opened) -> None:
    opened = visit(told[1])
    opened.select_option("#claim-filters [name=who]", "Tom Hale")
    assert opened.locator("table.claims tbody tr:visible").count() == 1
    opened.select_option("#claim-filters [name=who]", "Ana Ruiz")
    assert opened.locator("table.claims tbody tr:visible").count() == 2
    opened.locator('.chip[data-who="Tom Hale"]').click()
    assert opened.locator(".text .m.content.kept").all_inner_texts() == ["that the bridge was safe"]
