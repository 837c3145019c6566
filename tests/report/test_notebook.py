from __future__ import annotations

import builtins
import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.errors import MissingExtra
from kg.report.frames import attributions
from kg.rows import Rows
from kg.store import Store
from tests.report.scenes import hostile
from tests.store.sample import sample

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def outputs(path: Path) -> list[Any]:
    """Of each cell: its source, and the kinds of what it gives. What it says follows the reading, which may get better any day."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return [(cell["source"], [sorted(one.get("data", [one["output_type"]])) for one in cell.get("outputs", [])]) for cell in cells]


def test_the_example_runs_and_shows_what_it_gives(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the example draws plots: pip install .[plots]")
    again = tmp_path / "again.ipynb"
    subprocess.run([sys.executable, EXAMPLES / "make.py", again], check=True, capture_output=True, timeout=120)
    held = outputs(EXAMPLES / "claims.ipynb")
    assert outputs(again) == held
    kinds = {kind for _, shown in held for one in shown for kind in one}
    assert kinds == {"text/plain", "text/html", "image/png"}


class Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert {name for name, _ in attrs} <= {"style", "dir", "title", "scope", "colspan"}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_fragments_are_whole_and_hold_no_script() -> None:
    for told in (sample(), hostile()):
        for thing in (told, told.article, *told.claims, *told.attributions, *told.links):
            assert Elements(thing._repr_html_()).seen <= {
                "div",
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "p",
                "b",
                "i",
                "sup",
                "span",
                "bdi",
            }


def test_an_article_with_what_is_said_in_it() -> None:
    html = sample()._repr_html_()
    assert "Harbour strike ends" in html
    assert 'title="2 Ida Lorne asserts"' in html
    assert "contradicts" in html


def test_rows_are_tables_and_contradictions_have_sides(store: Store) -> None:
    who = store.query("who-said", speaker="Tom Brack")._repr_html_()
    assert "<th scope" in who
    assert "http://localhost" not in who
    sides = store.query("contradictions")._repr_html_()
    assert "#3b76b5" in sides
    Elements(who), Elements(sides)
    assert Rows(("speaker",), [])._repr_html_() == "<p>(nothing)</p>"
    assert "… 10 more" in Rows(("speaker",), [(str(i),) for i in range(60)])._repr_html_()


def test_attributions_are_the_rows_that_a_store_gives(store: Store) -> None:
    own = [row for row in store.query("who-said") if row["doc"] == sample().article.doc]
    read = list(attributions(sample()))
    for column in ("speaker", "stance", "claim", "sentence", "begin", "score"):
        assert sorted(str(row[column]) for row in read) == sorted(str(row[column]) for row in own), column


def test_plots(store: Store) -> None:
    matplotlib = pytest.importorskip("matplotlib", reason="pip install .[plots]")
    matplotlib.use("agg")
    from matplotlib import pyplot

    from kg.report.plots import speakers, timeline

    axes = timeline(attributions(sample()))
    names = [label.get_text() for label in axes.get_yticklabels()]
    assert "Tom Brack" in names
    assert len(axes.collections) == len({(r["date"], r["speaker"]) for r in attributions(sample()) if r["date"] and r["speaker"]})
    drawn = speakers(store.query("network"))
    assert {text.get_text() for text in drawn.texts} == {str(r[end]) for r in store.query("network") for end in ("source", "target")}
    assert speakers(store.query("contradictions"), axes) is axes
    pyplot.close("all")


def test_plots_without_matplotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def no_matplotlib(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] == "matplotlib":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", no_matplotlib)
    from kg.report.plots import timeline

    with pytest.raises(MissingExtra, match=r"\.\[plots\]"):
        timeline(attributions(sample()))
