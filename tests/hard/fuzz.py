# ruff: noqa: E501 - data
"""Fuzzing, bounded in time: damaged and invented inputs for every loader, every import and the extractor.

Each input gives something or one `KgError`; nothing else is raised, no one input takes long, and memory stays where it was.
"""

from __future__ import annotations

import csv
import io
import json
import resource
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import kg
from kg.errors import KgError
from kg.loaders.base import Given, Loader
from kg.loaders.registry import installed
from kg.model import Article
from kg.rdf import to_quads
from kg.store import Store, open_store
from kg.store.formats import FORMATS
from tests.hard.outcome import Outcome
from tests.loaders.made import SAID, answer, packed, page, pdf, record
from tests.store.sample import other, sample

ONCE, LONGEST, GROWTH = 60, 15.0, 700.0
"""Examples at a time; seconds that one may take; megabytes by which the process may grow."""
GOLD = Path(__file__).resolve().parents[1] / "gold"


def seeds() -> dict[str, list[bytes]]:
    """Good inputs by loader."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [{"text": words, "title": "Bridge", "date": "2024-05-02", "url": f"https://e.example/{n}"} for n, words in enumerate(SAID)]
    table, written = BytesIO(), io.StringIO()
    pq.write_table(pa.Table.from_pylist(rows), table)
    writer = csv.DictWriter(written, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    items = "".join(f"<item><link>https://e.example/{n}</link><description>{words}</description></item>" for n, words in enumerate(SAID))
    records = [record("response", f"https://e.example/{n}", answer(page().encode())) for n in range(2)]
    return {
        "text": ["\n\n".join(SAID).encode(), "\r\n".join(SAID).encode("utf-16"), SAID[1].encode("cp1252")],
        "html": [page().encode(), page(head='<meta charset="utf-8"><script type="application/ld+json">{"@type": "NewsArticle"}</script>').encode()],
        "feeds": [f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'.encode()],
        "pdf": [pdf([SAID])],
        "jsonl": ["\n".join(map(json.dumps, rows)).encode()],
        "csv": [written.getvalue().encode(), written.getvalue().replace(",", "\t").encode()],
        "parquet": [table.getvalue()],
        "warc": [b"".join(records), packed(records)],
    }  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, good: Sequence[bytes]) -> bytes:
    """A good input with some of it changed, doubled, moved or cut off; sometimes something invented."""
    data = draw(st.sampled_from(good))
    for _ in range(draw(st.integers(0, 6))):
        at, size = draw(st.integers(0, max(0, len(data) - 1))), draw(st.integers(0, 80))
        how = draw(st.sampled_from(("change", "cut", "double", "end", "insert", "text")))
        if how == "end":
            data = data[:at] if draw(st.booleans()) else data
        elif how == "double":
            data = data[: at + size] + data[at : at + size] * draw(st.integers(1, 20)) + data[at + size :]
        else:
            new = draw(st.binary(max_size=size)) if how != "text" else draw(st.text(max_size=size)).encode("utf-8", "surrogatepass")
            data = data[:at] + (b"" if how == "cut" else new) + data[at + (0 if how == "insert" else size) :]
    return draw(st.binary(max_size=400)) if not draw(st.integers(0, 19)) else data


def boxed(
    outcome: Outcome, strategy: st.SearchStrategy[bytes] | st.SearchStrategy[str], once: Callable[..., None], seconds: float, random: Random
) -> None:
    """Try inputs of `strategy` for so many seconds."""
    until, before = time.monotonic() + seconds, peak()

    def one(value: bytes | str) -> None:
        outcome.inputs += 1
        began = time.process_time()
        once(value)
        if (took := time.process_time() - began) > LONGEST:
            outcome.lost.append(f"{took:.0f} s for {value[:200]!a}")

    while True:
        try:
            run = settings(
                max_examples=ONCE, deadline=None, database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck)
            )
            seed(random.getrandbits(64))(run(given(strategy)(one)))()
        except Exception as error:
            outcome.lost.append(f"{type(error).__name__}: {error} {getattr(error, '__notes__', '')}"[:600])
        if time.monotonic() > until:
            break
    if peak() - before > GROWTH:
        outcome.lost.append(f"the process grew by {peak() - before:.0f} MB")


def peak() -> float:
    """The most megabytes that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def loaders(seconds: float, random: Random) -> list[Outcome]:
    """Every installed loader, each for its share of the time."""
    good, found = seeds(), installed()
    outcomes = [Outcome(f"fuzzing: loader {name}") for name in good]
    for outcome, (name, data) in zip(outcomes, good.items(), strict=True):
        loader, _ = found[name]
        boxed(outcome, damaged(data), lambda raw, loader=loader: _load(loader, raw), seconds / len(good), random)
    return outcomes


def _load(loader: Loader, data: bytes) -> None:
    told = Given(doc="x", max_bytes=loader.max_bytes, note=lambda _: None, refuse=lambda _: None)
    try:
        for article in loader.read(BytesIO(data), told):
            _sound(article)
    except KgError as error:
        _one_line(error)


def _one_line(error: KgError, problem: str = "") -> None:
    assert not problem, f"{problem}{error}"
    assert "\n" not in str(error), str(error)


def _sound(article: Article) -> None:
    size = len(article.text)
    assert all(0 <= begin < end <= size for begin, end in (*article.skipped, *article.headlines)), article
    article.text.encode("utf-8")


def imports(folder: Path, seconds: float, random: Random) -> list[Outcome]:
    """Damaged exports of every format: taken in as they are or refused, and then nothing is stored."""
    good: dict[str, bytes] = {}
    with open_store(folder / "good.db") as store:
        store.load(sample())
        store.load(other())
        for name in FORMATS:
            out = BytesIO()
            store.export(out, name)
            good[name] = out.getvalue()
    outcomes = []
    for name, data in good.items():
        outcome = Outcome(f"fuzzing: import of {name}")
        with open_store(folder / f"{name}.db") as store:
            boxed(outcome, damaged([data]), lambda raw, name=name, store=store: _import(store, raw, name), seconds / len(good), random)
        outcomes.append(outcome)
    return outcomes


def _import(store: Store, data: bytes, name: str) -> None:
    store.live.clear()
    try:
        store.import_(BytesIO(data), name)
    except KgError as error:
        _one_line(error, "something stayed of what was refused: " if len(store.live) else "")
    list(store.query("who-said"))
    store.export(BytesIO(), "nquads")


@st.composite
def texts(draw: st.DrawFn, good: Sequence[str]) -> str:
    """News with pieces cut out, doubled, moved, and any characters put in; sometimes only those."""
    text = draw(st.sampled_from(good))
    begin = draw(st.integers(0, len(text)))
    text = text[begin : begin + draw(st.integers(0, 700))]
    for _ in range(draw(st.integers(0, 8))):
        at, size = draw(st.integers(0, max(0, len(text)))), draw(st.integers(0, 30))
        new = draw(
            st.sampled_from(
                (
                    "",
                    "“",
                    "”",
                    '"',
                    "‘",
                    "\n\n",
                    " said ",
                    " denied that ",
                    "…",
                    "(",
                    "’s ",
                    "\u200b",
                    "\u202e",
                    "👩‍👩‍👧",
                    "e\u0301",
                    "\x00",
                )
            )
        )
        text = text[:at] + (new * draw(st.integers(1, 5)) if draw(st.booleans()) else draw(st.text(max_size=10))) + text[at + size :]
    return text if draw(st.integers(0, 9)) else draw(st.text(max_size=200))


def extractor(seconds: float, random: Random) -> Outcome:
    """Reading: every offset lies in the text and cuts out the words that it stands for, whatever Unicode that is."""
    outcome = Outcome("fuzzing: the extractor")
    good = [path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("*.txt"))]
    boxed(outcome, texts(good), _read, seconds, random)
    return outcome


def _read(text: str) -> None:
    try:
        read = kg.extract(text)
    except KgError as error:
        _one_line(error)
        return
    assert read.article.text == text
    spans = [span for a in read.attributions for role in (a.source, a.cue, a.content) for span in role]
    spans += [(m.begin, m.end) for e in read.entities for m in e.mentions] + [(s.begin, s.end) for s in read.sentences]
    assert all(0 <= begin < end <= len(text) and text[begin:end].strip() for begin, end in spans)
    for claim in read.claims:
        assert claim.text == " … ".join(" ".join(text[b:e].split()) for b, e in claim.content), claim
    to_quads(read)
