"""What loading costs: CPU milliseconds per article and the largest memory, for so many articles and for ten times as many.

usage: python benchmarks/loaders.py [--articles N] [KIND …]     (kinds: html pdf feed jsonl csv parquet warc; articles of 500 words;
Linux)
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

WORDS = (
    *(
        "the",
        "a",
        "mayor",
        "council",
        "bridge",
        "said",
        "on",
        "that",
        "was",
        "of",
        "to",
        "in",
        "and",
        "for",
        "with",
        "would",
        "had",
        "been",
    ),
    *("it", "her", "their", "report", "county", "officials", "residents", "asked", "after", "before", "week", "month", "year", "flood"),
    *("repair", "cost", "safe", "engineers", "union", "letter", "court", "judge", "company", "river", "plant", "water"),
)
LOAD = """
import json, sys, time
from pathlib import Path
from kg.loaders.base import Given, Source
from kg.loaders.choice import Choice
from kg.loaders.opening import Opener
from kg.loaders.sources import sources
from kg.loaders.web import Web
opener = Opener(Choice(), Web())
began, count, characters = time.process_time(), 0, 0
for source in sources(sys.argv[1], opener.choice.suffixes):
    for article in opener.articles(source, Given()):
        count += 1
        characters += len(article.text)
status = Path("/proc/self/status").read_text()
print(json.dumps([count, characters, time.process_time() - began, int(status.split("VmHWM:")[1].split()[0]) / 1000]))
"""


def texts(count: int) -> Iterator[list[str]]:
    """Paragraphs of so many articles, always the same ones."""
    chance = random.Random(3)
    for _ in range(count):
        yield [" ".join(chance.choices(WORDS, k=50)).capitalize() + "." for _ in range(10)]


def page(paragraphs: list[str], number: int) -> str:
    """A page of HTML around them, with the furniture that pages have."""
    links = "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(40))
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    script = "<script>var a = [" + "1," * 5000 + "0];</script>"
    meta = f'<link rel="canonical" href="https://news.example/{number}"><meta property="article:published_time" content="2024-05-02">'
    head = f"<!DOCTYPE html><html><head><title>Bridge {number}</title>{meta}{script}</head>"
    return f"{head}<body><nav><ul>{links}</ul></nav><article><h1>Bridge {number}</h1>{body}</article></body></html>"


def html(folder: Path, count: int) -> Path:
    """A folder of pages."""
    (folder / "html").mkdir()
    for number, paragraphs in enumerate(texts(count)):
        (folder / "html" / f"{number}.html").write_text(page(paragraphs, number))
    return folder / "html"


def feed(folder: Path, count: int) -> Path:
    """A folder of feeds of fifty entries."""
    (folder / "feed").mkdir()
    items = []
    for number, paragraphs in enumerate(texts(count)):
        body = "".join(f"&lt;p&gt;{words}&lt;/p&gt;" for words in paragraphs)
        items.append(f"<item><link>https://news.example/{number}</link><description>{body}</description></item>")
    for at in range(0, count, 50):
        (folder / "feed" / f"{at}.rss").write_text(f'<rss version="2.0"><channel>{"".join(items[at : at + 50])}</channel></rss>')
    return folder / "feed"


def pdf(folder: Path, count: int) -> Path:
    """A folder of PDF files."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from tests.loaders.made import pdf as made

    (folder / "pdf").mkdir()
    for number, paragraphs in enumerate(texts(count)):
        lines = [line for words in paragraphs for line in (words[:90], words[90:180], words[180:])]
        (folder / "pdf" / f"{number}.pdf").write_bytes(made([lines]))
    return folder / "pdf"


def jsonl(folder: Path, count: int) -> Path:
    """A file of JSON Lines."""
    with (folder / "a.jsonl").open("w") as out:
        for number, paragraphs in enumerate(texts(count)):
            out.write(json.dumps({"url": f"https://news.example/{number}", "text": "\n".join(paragraphs)}) + "\n")
    return folder / "a.jsonl"


def table(folder: Path, count: int) -> Path:
    """A table divided by commas."""
    with (folder / "a.csv").open("w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["url", "text"])
        rows.writerows([f"https://news.example/{number}", "\n".join(paragraphs)] for number, paragraphs in enumerate(texts(count)))
    return folder / "a.csv"


def parquet(folder: Path, count: int) -> Path:
    """A Parquet file with groups of a thousand rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([("url", pa.string()), ("text", pa.string())])
    with pq.ParquetWriter(folder / "a.parquet", schema) as out:
        waiting: list[dict[str, str]] = []
        for number, paragraphs in enumerate(texts(count), 1):
            waiting.append({"url": f"https://news.example/{number}", "text": "\n".join(paragraphs)})
            if number % 1000 == 0 or number == count:
                out.write_table(pa.Table.from_pylist(waiting, schema))
                waiting.clear()
    return folder / "a.parquet"


def warc(folder: Path, count: int) -> Path:
    """A packed web archive."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from tests.loaders.made import answer, record

    with (folder / "a.warc.gz").open("wb") as out:
        for number, paragraphs in enumerate(texts(count)):
            out.write(gzip.compress(record("response", f"https://news.example/{number}", answer(page(paragraphs, number).encode()))))
    return folder / "a.warc.gz"


KINDS: dict[str, Callable[[Path, int], Path]] = {
    "html": html, "pdf": pdf, "feed": feed, "jsonl": jsonl, "csv": table, "parquet": parquet, "warc": warc,
}  # fmt: skip


def main() -> None:
    """Measure, and print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", default=list(KINDS))
    parser.add_argument("--articles", type=int, default=200)
    arguments = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {time.strftime('%Y-%m-%d %H:%M')}\n")
    print("| kind | articles | input MB | CPU ms per article | characters per article | largest memory MB |\n|---|---|---|---|---|---|")
    for kind in arguments.kinds:
        for count in (arguments.articles, 10 * arguments.articles):
            with tempfile.TemporaryDirectory() as name:
                path = KINDS[kind](Path(name), count)
                size = sum(one.stat().st_size for one in (path.rglob("*") if path.is_dir() else [path]))
                ran = subprocess.run([sys.executable, "-c", LOAD, str(path)], check=True, capture_output=True, text=True)
                found, characters, cpu, peak = json.loads(ran.stdout)
                assert found == count, (kind, found, count)
                print(
                    f"| {kind} | {count:,} | {size / 1e6:.1f} | {1000 * cpu / count:.2f} | {characters / count:.0f} | {peak:.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
