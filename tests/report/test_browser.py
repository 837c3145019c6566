"""The report as people use it, in a real Chromium."""

from __future__ import annotations

import csv
import io
import math
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from kg.store import Store
from tests.report.conftest import Opened, downloaded, serious


def hash_of(page: object) -> str:
    return str(page.url).partition("#")[2]  # type: ignore[attr-defined]


def brightwell(kessary: Store) -> str:
    """The firm's name as it was read: of "the Brightwell Coatings plant" another processor may read one word."""
    return next(str(row["speaker"]) for row in kessary.query("who-said", speaker="Brightwell"))


def test_a_click_on_a_mark_shows_all_that_is_known_and_escape_leads_back(visit: Opened, kessary_page: Path) -> None:
    page = visit(kessary_page)
    mark = page.locator(".text a.m", has_text="that all of its tanks were intact")
    mark.scroll_into_view_if_needed()
    top = mark.bounding_box()
    mark.click()
    panel = page.locator("#panel")
    for words in (
        "Brightwell",
        "organization",
        "“the company”",
        "“said”",
        "indirect, asserts, certain",
        "2023-06-16",
        "score 0.9",
        "SHA-256",
        "model news",
    ):
        assert words in panel.inner_text(), words
    assert hash_of(page).startswith("att_")
    after = mark.bounding_box()
    assert top
    assert after
    assert abs(after["y"] - top["y"]) < 60
    assert page.evaluate("document.activeElement.id") == "panel-title"
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert page.evaluate("document.activeElement.textContent").startswith("that all of its tanks")


def test_the_keyboard_does_the_same(visit: Opened, kessary_page: Path) -> None:
    page = visit(kessary_page)
    page.locator(".text a.m").first.focus()
    page.keyboard.press("Enter")
    assert "Residents" in page.locator("#panel-title").inner_text()
    page.locator("#panel-next").press("Enter")
    assert "Oda Fenn" in page.locator("#panel-title").inner_text()
    page.go_back()
    assert "Residents" in page.locator("#panel-title").inner_text()


def test_on_a_phone_the_mark_stays_in_sight(visit: Opened, kessary_page: Path) -> None:
    page = visit(kessary_page, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    mark = page.locator(".text a.m").nth(5)
    mark.scroll_into_view_if_needed()
    mark.click()
    box, sheet = mark.bounding_box(), page.locator("#panel").bounding_box()
    assert box
    assert sheet
    assert 0 <= box["y"] < sheet["y"]


def test_speakers_can_be_picked_out_in_the_text(visit: Opened, kessary_page: Path) -> None:
    page = visit(kessary_page)
    page.locator(".chip", has_text="Oda Fenn").click()
    assert set(page.locator(".text .kept").evaluate_all("all => all.map(one => one.title).filter(Boolean)")) == {"Oda Fenn asserts"}
    page.locator(".chip", has_text="Oda Fenn").click()
    assert page.locator(".text.only").count() == 0


def test_search_and_filters_of_the_table(visit: Opened, kessary_page: Path, kessary: Store) -> None:
    page = visit(kessary_page)
    rows = page.locator("table.claims tbody tr:visible")
    everything = rows.count()
    page.fill("#claim-filters [name=words]", "TOLUENE samples")
    assert 0 < rows.count() < everything
    assert all("toluene" in text for text in rows.all_inner_texts())
    assert f"{rows.count()} of {everything}" in page.locator("#claim-count").inner_text()
    page.fill("#claim-filters [name=words]", "")
    page.select_option("#claim-filters [name=stance]", "denies")
    assert rows.count() == 1
    page.select_option("#claim-filters [name=stance]", "")
    maker = brightwell(kessary)
    page.select_option("#claim-filters [name=who]", maker)
    assert {text.split("\t")[1] for text in rows.all_inner_texts()} == {maker}
    page.check("#claim-filters [name=tied]")
    assert 0 < rows.count() < everything


def test_sorting_the_table(visit: Opened, kessary_page: Path) -> None:
    page = visit(kessary_page)
    page.locator("th.num .sort").click()
    scores = [float(text) for text in page.locator("table.claims td.num").all_inner_texts()]
    assert scores == sorted(scores)
    assert page.locator("th.num").get_attribute("aria-sort") == "ascending"
    page.locator("th.num .sort").press("Enter")
    assert page.locator("table.claims td.num").first.inner_text() == f"{max(scores):.2f}"


IN_SIGHT = """one => {
  const box = one.getClientRects()[0], at = document.elementFromPoint(box.left + 3, box.top + box.height / 2);
  return one === at || one.contains(at) || at.contains(one) && !at.contains(document.getElementById('panel'));
}"""


def names_in(path: Path, kind: str) -> list[str]:
    return re.findall(rf'id="({kind}_\w+)"', path.read_text("utf-8"))


@pytest.mark.parametrize("width", [390, 1280, 2560])
@pytest.mark.parametrize(("name", "number"), [("kessary_page", 9), ("some_page", 400)])
def test_a_cited_attribution_is_marked_in_sight_with_all_that_is_known(
    visit: Opened, request: pytest.FixtureRequest, name: str, number: int, width: int
) -> None:
    path: Path = request.getfixturevalue(name)
    wanted = names_in(path, "att")[number]
    page = visit(path, f"#{wanted}", width=width)
    page.wait_for_load_state()
    page.wait_for_timeout(150)
    marks = page.locator(f'.text .m.current[href="#{wanted}"]')
    assert marks.count() == 1
    assert marks.evaluate(IN_SIGHT)
    assert wanted in page.locator("#panel").inner_text()
    assert page.locator(".card details[open]").count() == 0
    assert page.locator("tr.current").get_attribute("data-id") == wanted
    assert set(page.locator(".text .m.current").evaluate_all("all => all.map(one => one.dataset.to || one.hash.slice(1))")) == {wanted}


def test_a_cited_claim_dispute_or_article_is_in_sight(visit: Opened, kessary_page: Path) -> None:
    page = visit(kessary_page)
    for kind in ("clm", "lnk", "dis", "art", "att"):
        wanted = names_in(kessary_page, kind)[0]
        page.evaluate("name => { location.hash = name }", wanted)
        page.wait_for_timeout(150)
        if kind in ("att", "clm"):
            assert page.locator(".text a.m.current").evaluate(IN_SIGHT), kind
        else:
            assert page.locator("#panel").is_hidden(), kind
            assert 0 <= page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", wanted) < 500, kind


def test_a_whole_iri_leads_there_and_an_unknown_name_is_told_of(visit: Opened, kessary_page: Path, kessary: Store) -> None:
    wanted = names_in(kessary_page, "att")[9]
    page = visit(kessary_page, f"#{kessary.base}{wanted}")
    page.wait_for_timeout(150)
    assert page.locator(".text a.m.current").evaluate(IN_SIGHT)
    assert page.locator("#lost").is_hidden()
    page.evaluate("name => { location.hash = name }", "att_aaaaaaaaaaaaaaaa")
    page.wait_for_timeout(150)
    assert "Nothing on this page is called att_aaaaaaaaaaaaaaaa" in page.locator("#lost").inner_text()
    page.evaluate("name => { location.hash = name }", wanted)
    page.wait_for_timeout(150)
    assert page.locator("#lost").is_hidden()


def test_from_the_table_to_the_words_and_from_an_account(visit: Opened, kessary_page: Path) -> None:
    page = visit(kessary_page)
    page.locator("table.claims td a").nth(4).click()
    page.wait_for_timeout(150)
    assert page.locator(".text a.m.current").evaluate(IN_SIGHT)
    page.keyboard.press("Escape")
    page.locator(".side a").first.click()
    page.wait_for_timeout(150)
    assert page.locator(".text a.m.current").evaluate(IN_SIGHT)
    assert page.locator(".side.current").count() > 0


@pytest.mark.parametrize("width", [390, 1280])
def test_a_cited_attribution_without_javascript_has_its_sentence_with_it(visit: Opened, kessary_page: Path, width: int) -> None:
    wanted = names_in(kessary_page, "att")[9]
    page = visit(kessary_page, f"#{wanted}", width=width, java_script_enabled=False)
    card = page.locator(f"#{wanted}")
    assert card.is_visible()
    top = (card.bounding_box() or {"y": -1})["y"]
    assert 0 <= top < 450
    assert card.locator(".sentence .m.content").first.is_visible()
    assert "score 0.9" in card.inner_text()


def test_the_parts_are_where_the_menu_says(visit: Opened, some_page: Path) -> None:
    page = visit(some_page)
    for part in ("claims", "graph", "accounts", "timeline", "articles"):
        page.locator(f'.sections a[href="#{part}"]').click()
        page.wait_for_timeout(100)
        assert -5 <= page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", part) < 500, part


def test_dark_and_light(visit: Opened, kessary_page: Path) -> None:
    page = visit(kessary_page, color_scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (dark, light) == ("rgb(21, 23, 26)", "rgb(251, 250, 247)")
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light


def test_print_shows_everything_on_white(visit: Opened, kessary_page: Path) -> None:
    from pypdf import PdfReader

    page = visit(kessary_page, color_scheme="dark")
    text = " ".join(part.extract_text() for part in PdfReader(io.BytesIO(page.pdf())).pages)
    words = re.sub(r"\s+", "", text)
    for wanted in ("Accounts side by side", "SHA-256", "indirect, asserts, certain", "that all of its tanks were intact"):
        assert wanted.replace(" ", "") in words, wanted
    assert "DownloadCSV" not in words
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_serious_for_axe(visit: Opened, kessary_page: Path, width: int) -> None:
    page = visit(kessary_page, width=width)
    page.locator(".text a.m").first.click()
    page.locator("#canvas").scroll_into_view_if_needed()
    page.wait_for_selector("#canvas[data-nodes]")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert not serious(page), scheme


@pytest.mark.parametrize("name", ["hostile_page", "two_page"])
def test_nothing_serious_in_other_pages(visit: Opened, request: pytest.FixtureRequest, name: str) -> None:
    page = visit(request.getfixturevalue(name), color_scheme="dark")
    page.locator(".text a.m").first.click()
    assert not serious(page)


def test_the_graph_is_drawn_and_filtered(visit: Opened, kessary_page: Path) -> None:
    page = visit(kessary_page)
    page.locator("#canvas").scroll_into_view_if_needed()
    page.wait_for_selector("#canvas[data-nodes]")

    def count() -> int:
        return int(page.locator("#canvas").get_attribute("data-nodes") or 0)

    tied = count()
    page.select_option("#graph-filters [name=show]", "all")
    everything = count()
    assert everything > tied > 0
    page.select_option("#graph-filters [name=show]", "speakers")
    assert 0 < count() < everything
    page.select_option("#graph-filters [name=show]", "all")
    page.select_option("#graph-filters [name=who]", "Oda Fenn")
    assert 0 < count() < everything


GRAPH = "document.getElementById('canvas')._cyreg.cy"
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}


@pytest.mark.parametrize("device", [PHONE, {"width": 1280}, {"width": 2560, "height": 1440}], ids=["phone", "desk", "wide"])
def test_nothing_in_the_graph_lies_on_another_or_out_of_its_frame(visit: Opened, kessary_page: Path, device: dict[str, Any]) -> None:
    page = visit(kessary_page, **device)
    page.locator("#canvas").scroll_into_view_if_needed()
    page.wait_for_selector("#canvas[data-nodes]")
    frame = page.locator("#canvas").bounding_box()
    assert frame
    for show in ("tied", "all", "speakers"):
        page.select_option("#graph-filters [name=show]", show)
        boxes = page.evaluate(f"{GRAPH}.nodes().map(one => one.renderedBoundingBox()).map(b => [b.x1, b.y1, b.x2, b.y2])")
        assert len(boxes) > 2
        assert all(x1 >= 0 and y1 >= 0 and x2 <= frame["width"] and y2 <= frame["height"] for x1, y1, x2, y2 in boxes), show
        assert not [(a, b) for a, b in combinations(boxes, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]], show


def test_the_graph_is_made_larger_without_a_wheel(visit: Opened, kessary_page: Path) -> None:
    page = visit(kessary_page, **PHONE)
    page.locator("#canvas").scroll_into_view_if_needed()
    page.wait_for_selector("#canvas[data-nodes]")
    assert "wheel" not in page.locator("#graph").inner_text()
    whole = page.evaluate(f"{GRAPH}.zoom()")
    page.locator("#graph [data-zoom]").first.click()
    assert page.evaluate(f"{GRAPH}.zoom()") > whole
    page.locator("#graph [data-zoom='']").click()
    assert page.evaluate(f"{GRAPH}.zoom()") == pytest.approx(whole)


def luminance(colour: list[int]) -> float:
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a: list[int], b: list[int]) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


COLOURS = """() => {
  const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const node = document.body.appendChild(document.createElement("span"));
  const real = (value) => {
    probe.fillStyle = value;
    probe.fillRect(0, 0, 1, 1);
    return [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const back = (one) => real(getComputedStyle(one).backgroundColor);
  const of = (name) => { node.className = name; return [real(getComputedStyle(node).color), back(node)] };
  return { page: of("")[0], paper: back(document.body), canvas: back(document.getElementById("canvas")),
    tones: Array.from({ length: 11 }, (_, tone) => [...of(`swatch t${tone}`), of(`who t${tone}`)[0]]) };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_of_speakers_can_be_seen_and_told_apart(visit: Opened, kessary_page: Path, scheme: str) -> None:
    found = visit(kessary_page, color_scheme=scheme).evaluate(COLOURS)
    for edge, tint, name in found["tones"]:
        assert contrast(edge, found["canvas"]) >= 3
        assert contrast(name, tint) >= 4.5
        assert contrast(name, found["paper"]) >= 4.5
        assert contrast(found["page"], tint) >= 7
    edges = [edge for edge, _, _ in found["tones"]]
    assert min(math.dist(a, b) for a, b in combinations(edges, 2)) > 20


def test_a_speaker_has_one_colour_in_all_articles_and_in_the_graph(visit: Opened, some_page: Path) -> None:
    page = visit(some_page)
    tones: dict[str, set[str]] = {}
    for who, names in page.locator(".chip").evaluate_all("all => all.map(one => [one.dataset.who, one.className])"):
        tones.setdefault(who, set()).add(str(names).split(" t")[1])
    assert len(tones) > 40
    assert all(len(one) == 1 for one in tones.values())
    nodes = page.evaluate("JSON.parse(document.getElementById('graph-data').textContent).nodes.filter(one => one.kind === 'speaker')")
    assert {node["label"]: {str(node["tone"])} for node in nodes} == tones
    page.locator("#canvas").scroll_into_view_if_needed()
    page.wait_for_selector("#canvas[data-nodes]")
    drawn = page.evaluate(f"{GRAPH}.nodes('[kind = \"speaker\"]').map(one => [one.data('tone'), one.style('background-color')])")
    edges = page.evaluate(COLOURS)["tones"]
    assert drawn
    assert all(re.findall(r"\d+", colour) == [str(part) for part in edges[tone][0]] for tone, colour in drawn)


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_cut_or_told_twice_on_a_phone(visit: Opened, kessary_page: Path, width: int) -> None:
    page = visit(kessary_page, f"#{names_in(kessary_page, 'att')[3]}", width=width, height=844, has_touch=True, is_mobile=True)
    page.wait_for_timeout(150)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for link in page.locator(".sections a").all():
        box = link.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    assert page.locator(".facts:visible, #panel:visible").count() == 1
    assert page.locator(".odds td").evaluate_all("all => all.every(one => one.offsetWidth <= innerWidth)")


def test_downloads_hold_the_rows_that_are_shown(visit: Opened, kessary_page: Path, kessary: Store) -> None:
    page = visit(kessary_page)
    maker = brightwell(kessary)
    page.select_option("#claim-filters [name=who]", maker)
    rows = list(csv.DictReader(io.StringIO(downloaded(page, "#csv"), newline="")))
    said = [row for row in kessary.query("who-said", speaker=maker) if row["voice"] == "own"]
    assert [{k: str(v or "") for k, v in row.items() if k != "voice"} for row in said] == sorted(
        rows, key=lambda r: (r["date"], int(r["begin"]))
    )
    triples = set(pyoxigraph.parse(downloaded(page, "#turtle").encode(), pyoxigraph.RdfFormat.TURTLE))
    out = io.BytesIO()
    kessary.export(out, "ntriples")
    held = {quad.triple for quad in pyoxigraph.parse(out.getvalue(), pyoxigraph.RdfFormat.N_TRIPLES)}
    assert {quad.triple for quad in triples} < held
    assert sum(str(quad.object).endswith("#Attribution>") for quad in triples) == len(said)


def test_without_javascript_it_can_be_read(visit: Opened, kessary_page: Path) -> None:
    page = visit(kessary_page, java_script_enabled=False)
    assert page.locator("#panel").is_hidden()
    assert page.locator("#canvas").is_hidden()
    assert page.locator("table.claims tbody tr").first.is_visible()
    link = page.locator(".text a.m").first
    name = (link.get_attribute("href") or "")[1:]
    assert page.locator(f"#{name}").is_hidden()
    link.click()
    assert page.locator(f"#{name}").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hostile_words_are_words(visit: Opened, hostile_page: Path, scheme: str) -> None:
    page = visit(hostile_page, color_scheme=scheme, width=390)
    page.locator("#canvas").scroll_into_view_if_needed()
    page.wait_for_selector("#canvas[data-nodes]")
    for mark in page.locator(".text a.m").all():
        mark.evaluate("one => one.click()")
    assert page.title() == "</title><script>document.title='taken'</script>"
    assert "<script>document.title='taken'</script> N0" in page.locator("#articles").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.locator("main script, main img, main b.x, [onerror], [onload], [onclick]").count() == 0
    assert page.locator('a[href^="javascript"]').count() == 0
    for button, ending in (("#csv", "csv"), ("#turtle", "ttl")):
        text = downloaded(page, button)
        assert "</script><script>document.title='taken'</script> said 1" in text
        if ending == "ttl":
            list(pyoxigraph.parse(text.encode(), pyoxigraph.RdfFormat.TURTLE))
        else:
            assert not any(cell.startswith("=") for row in csv.reader(io.StringIO(text)) for cell in row)


@pytest.mark.parametrize(("name", "bytes_"), [("kessary_page", 1_000_000), ("large_page", 15_000_000)])
def test_sizes(visit: Opened, request: pytest.FixtureRequest, name: str, bytes_: int) -> None:
    path: Path = request.getfixturevalue(name)
    assert path.stat().st_size <= bytes_
    page = visit(path)
    page.locator(".text a.m").first.click()
    assert page.locator("#panel").is_visible()


def test_a_report_of_200_articles_is_used_like_a_small_one(visit: Opened, large_page: Path) -> None:
    page = visit(large_page, width=390)
    wanted = names_in(large_page, "att")[1900]
    page.evaluate("name => { location.hash = name }", wanted)
    page.wait_for_timeout(150)
    assert page.locator(f'.text .m.current[href="#{wanted}"]').evaluate(IN_SIGHT)
    page.keyboard.press("Escape")
    page.fill("#claim-filters [name=words]", "BRIDGE 17 dry")
    assert 0 < page.locator("table.claims tbody tr:visible").count() < 200
    page.locator("#canvas").scroll_into_view_if_needed()
    page.wait_for_selector("#canvas[data-nodes]")
    everybody = int(page.locator("#canvas").get_attribute("data-nodes") or 0)
    page.select_option("#graph-filters [name=show]", "tied")
    page.select_option("#graph-filters [name=who]", "The council of Calder")
    assert everybody >= 100
    assert page.evaluate("document.documentElement.scrollWidth") == 390
