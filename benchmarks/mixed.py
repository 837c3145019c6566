"""What a corpus run costs over one large file in several languages, of which only English is read (`--lang en`): CPU seconds, memory, disk.

usage: python benchmarks/mixed.py MB [ENGLISH] [--workers W] [--keep FOLDER]
(a file of so many MB of articles of 1,200 to 7,200 words in German, French and Spanish, and so many of 250 to 1,000 in English)
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import corpus

WORDS = {
    "de": "der die das und ist nicht mit für auf eine von dem den wird sich auch nach bei über aus werden haben Stadt Brücke sagte",
    "fr": "le la les des et est pas avec pour sur une dans que qui par plus ce cette sont aux être avoir ville pont maire",
    "es": "el la los las y es no con para sobre una en que por más este esta son del al ser haber ciudad puente alcalde",
}
_SENTENCE = 17
_COLUMNS = ("input MB", "articles", "in English", "CPU s", "wall clock s", "largest process MB", "bytes on disk")


def other(chance: random.Random) -> str:
    """An article of 1,200 to 7,200 words in another language."""
    words = WORDS[chance.choice(sorted(WORDS))].split()
    sentences = (" ".join(chance.choices(words, k=_SENTENCE)).capitalize() + "." for _ in range(chance.randint(1200, 7200) // _SENTENCE))
    return "\n\n".join(" ".join(some) for some in iter(lambda: list(islice(sentences, 4)), []))


def lines(size: int, english: list[str]) -> Iterator[str]:
    """Lines of a file of about `size` bytes, with the English ones spread over it."""
    chance, written, put = random.Random(3), 0, 0
    for number in count():
        if written >= size:
            return
        if put < len(english) and written >= put * size / len(english):
            line, put = english[put], put + 1
        else:
            line = json.dumps({"url": f"https://zeitung.example/{number}", "text": other(chance)}, ensure_ascii=False) + "\n"
        written += len(line.encode())
        yield line


def main() -> None:
    """Measure, and print a line of Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("mb", type=int)
    parser.add_argument("english", type=int, nargs="?", default=500)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.keep) as name:
        folder = Path(name)
        corpus.write(folder / "english.jsonl", given.english)
        english = (folder / "english.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        with (folder / "in.jsonl").open("w", encoding="utf-8") as out:
            out.writelines(lines(given.mb * 1_000_000, english))
        with (folder / "in.jsonl").open("rb") as file:
            articles = sum(1 for _ in file)
        ran = corpus.cost(
            [*corpus.KG, "corpus", "run", "in.jsonl", "--out", "out", "--workers", str(given.workers), "--lang", "en"], folder
        )
        put = corpus.size(folder / "out")
        print(f"| {' | '.join(_COLUMNS)} |\n{'|---' * len(_COLUMNS)}|")
        size = (folder / "in.jsonl").stat().st_size
        print(f"| {size / 1e6:,.0f} | {articles:,} | {given.english} | {ran.cpu:.0f} | {ran.wall:.0f} | {ran.peak / 1e6:.0f} | {put:,} |")


if __name__ == "__main__":
    main()
