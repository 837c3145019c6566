# ruff: noqa: E501 - data
"""Content that wants to be run: it is shown as text or refused with a line, in every loader, every command and every format."""

from __future__ import annotations

import contextlib
import csv
import gzip
import io
import json
import os
import re
import socket
import tarfile
import threading
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from kg.cli import main
from kg.cli.formats import RowFormat
from kg.errors import KgError
from kg.store import open_store
from tests.hard.order import exported
from tests.hard.outcome import Outcome
from tests.hard.processes import KG, start
from tests.store.sample import other, sample

STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ROWS = tuple(RowFormat)
GRAPHS = ("turtle", "trig", "ntriples", "nquads", "jsonld")


class Canary:
    """Something that would notice: a port that nobody may connect to, and a file that nobody may make."""

    def __init__(self, folder: Path) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}/x"
        self.file = folder / "canary"
        self.met = 0

    def listen(self) -> None:
        while True:
            try:
                self._server.accept()[0].close()
            except OSError:
                return
            self.met += 1

    def close(self) -> None:
        self._server.close()

    def told(self, outcome: Outcome, what: str) -> None:
        """Note what was run."""
        outcome.run += [f"{what}: something was fetched"] * bool(self.met) + [f"{what}: something was run"] * self.file.exists()


@contextmanager
def canary(folder: Path) -> Iterator[Canary]:
    made = Canary(folder)
    threading.Thread(target=made.listen, daemon=True).start()
    try:
        yield made
    finally:
        made.close()


def payloads(bird: Canary) -> list[str]:
    """Words that are code somewhere."""
    run = f"touch {bird.file}"
    return [
        "'}) DETACH DELETE n //", "`}) MATCH (n) DETACH DELETE n //", f"LOAD CSV FROM '{bird.url}' AS l RETURN l",
        "\" . } ; DROP ALL ; INSERT DATA { <a:a> <a:b> \"", f"SERVICE <{bird.url}> {{ ?s ?p ?o }}", f"LOAD <{bird.url}>",
        "\"\"\" . <x> <y> <z> .", "\\u0022 . <x:x> <y:y> <z:z> .", "http://e.example/a b>c<d", "<script>alert(1)</script>",
        f"<img src={bird.url}>", f"<!ENTITY x SYSTEM \"{bird.url}\">", "[bold red]x[/bold red][link=file:///etc/passwd]y[/link]",
        "\x1b]0;title\x07\x1b[2J\x1b[31mred", "\x9b31m\x9d0;t\x9c", "\u202egnp.exe", f"=cmd|'/C {run}'!A0", f'=HYPERLINK("{bird.url}")',
        "+1+1", "@SUM(1)", "-2+3", "\t=1+1", "=IMPORTXML(1)", f"$({run})", f"`{run}`", f"; {run} ;", f"{{{{ {run} }}}}", "${jndi:ldap://x}",
        "%s%n%x", "../../../../etc/passwd", "--purge", "-rf", "NUL", "\x00", "\x00\x01\x02", "a\r\nSet-Cookie: x", "\ufeff", "\uffff",
        f"__import__('os').system('{run}')", f"!!python/object/apply:os.system ['{run}']", "{'$ne': 1}", "' OR 1=1 --", "x' UNION SELECT 1 --",
    ]  # fmt: skip


def article(bad: str) -> str:
    return f"Mayor Ana {bad} Ruiz said on Wednesday that the {bad} bridge was “{bad}”.\n\nThe union of {bad} dockers denied that, saying: “{bad}”."


def shown(folder: Path) -> Outcome:
    """Each payload as text, headline, publisher, identifier and name, through the loaders, and out again in every format."""
    outcome = Outcome("hostile content: loaded and shown")
    with canary(folder) as bird:
        bad = payloads(bird)
        _records(folder, bad)
        for source in ("a.jsonl", "a.csv", "a.rss", "texts", "a.html"):
            code = _quietly(["load", str(folder / source), "--store", str(folder / "kg.db")])
            outcome.inputs += len(bad)
            outcome.lost += [f"{source}: exit code {code}"] if code not in (0, 3) else []
            bird.told(outcome, source)
        with open_store(folder / "kg.db") as store:
            names = [str(row["speaker"]) for row in store.query("speakers") if row["speaker"]]
            store.link()
        _ask(folder, names, bird, outcome)
    return outcome


def _quietly(words: list[str]) -> int:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main([*words, "-q"])


def _records(folder: Path, bad: Sequence[str]) -> None:
    rows = [
        {"text": article(one), "title": one, "publisher": one, "id": f"{n}{one}", "url": f"https://e.example/{n}"}
        for n, one in enumerate(bad)
    ]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    with (folder / "a.csv").open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows([{k: v.replace("\x00", "") for k, v in row.items()} for row in rows])
    items = "".join(
        f"<item><title><![CDATA[{one}]]></title><link>{one}</link><description><![CDATA[{article(one)}]]></description></item>"
        for one in bad
    )
    (folder / "a.rss").write_text(f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>', encoding="utf-8")
    body = "".join(f"<p>{article(one)}</p>" for one in bad if "\x00" not in one)
    (folder / "a.html").write_text(f"<html><title>{bad[0]}</title><body><article>{body}</article></body></html>", encoding="utf-8")
    (folder / "texts").mkdir()
    for number, one in enumerate(bad):
        (folder / "texts" / f"{number}.txt").write_text(article(one), encoding="utf-8")


def _ask(folder: Path, names: Sequence[str], bird: Canary, outcome: Outcome) -> None:
    store = str(folder / "kg.db")
    asked = [["who-said"], ["contradictions"], ["query", "speakers"], ["entities"], ["query", "timeline"]]
    asked += [["who-said", name] for name in names[:15]] + [["who-said", one] for one in payloads(bird)[:6]]
    for words in asked:
        for form in ROWS if len(words) == 1 else (RowFormat.csv, RowFormat.table):
            out = folder / f"out.{form.value}"
            out.unlink(missing_ok=True)
            _quietly([*words, "--store", store, "-f", form.value, "-o", str(out)])
            outcome.inputs += 1
            outcome.run += _steering(out, form)
            bird.told(outcome, " ".join(words))
    for words in (["--all"], ["--all", "--full-text"]):
        page = folder / "page.html"
        _quietly(["report", *words, "--store", store, "-o", str(page)])
        outcome.inputs += 1
        outcome.run += _marked(page)
        bird.told(outcome, "report")
    for graph in GRAPHS:
        _quietly(["export", "--store", store, "-f", graph, "-o", str(folder / "all")])
        _quietly(["import", str(folder / "all"), "-f", graph, "--store", str(folder / f"{graph}.db")])
        outcome.inputs += 1
        with open_store(folder / "kg.db") as one, open_store(folder / f"{graph}.db") as two:
            outcome.lost += [] if set(one.live) == set(two.live) else [f"{graph} does not carry it"]
    bird.told(outcome, "export and import")


def _steering(out: Path, form: RowFormat) -> list[str]:
    """What of an output would steer a terminal, or be run by a spreadsheet."""
    if not out.exists():
        return []
    with out.open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    found = [f"{form.value}: {match.group()!a} in the output" for match in list(STEERS.finditer(text.replace("\r\n", "\n")))[:1]]
    if form is RowFormat.csv:
        cells = (cell for row in list(csv.reader(io.StringIO(text)))[1:] for cell in row)
        found += [f"a formula: {cell!a}" for cell in cells if re.match(r"\s*[=+@|%]|\s*-(?!\d*\.?\d*$)", cell)][:1]
    return found


def _marked(page: Path) -> list[str]:
    """What of a page would be markup that came from the content."""
    if not page.exists():
        return ["there is no report"]
    text = page.read_text(encoding="utf-8")
    signs = ("<script>alert", "<img src=http", "<!ENTITY", 'href="javascript:')
    return [f"report: {sign!a} in the page" for sign in signs if sign in text]


def archives(folder: Path) -> Outcome:
    """Bombs and archives with ways out: refused with a line, or read as the text that they hold, in bounded time and memory."""
    outcome = Outcome("hostile files: archives, bombs, links")
    secret = folder / "secret"
    secret.write_text("The secret is that the mayor said that the key lay under the mat.")
    place = folder / "in"
    place.mkdir()
    _archives(place, secret)
    out = folder / "out.jsonl"
    for path in sorted(place.iterdir()):
        code, said, megabytes = _measured(path, out)
        outcome.inputs += 1
        lines = [line for line in said.splitlines() if not line.startswith("note: ")]
        if code not in (0, 1, 3) or "unexpected" in said or (code == 1 and not lines):
            outcome.lost.append(f"{path.name}: {code}: {said[-300:]}")
        outcome.run += [f"{path.name}: the secret was read"] if b"under the mat" in out.read_bytes() else []
        outcome.lost += [f"{path.name}: took {megabytes:.0f} MB"] if megabytes > 1500 else []
    outcome.run += [f"{path} was made"] if (path := folder / "evil.txt").exists() else []
    return outcome


def _measured(path: Path, out: Path) -> tuple[int, str, float]:
    process = start([*KG, "extract", str(path)], path.parent.parent, out)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, out.with_suffix(".err").read_text(errors="replace"), usage.ru_maxrss / 1000


def _archives(place: Path, secret: Path) -> None:
    with zipfile.ZipFile(place / "out.zip", "w") as packed:
        packed.writestr("../evil.txt", "The mayor said that it was safe.")
    with tarfile.open(place / "out.tar.gz", "w:gz") as tar:
        link = tarfile.TarInfo("a.txt")
        link.type, link.linkname = tarfile.SYMTYPE, str(secret)
        tar.addfile(link)
        up = tarfile.TarInfo("../evil.txt")
        up.size = 3
        tar.addfile(up, io.BytesIO(b"The"))
    with zipfile.ZipFile(place / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", b"a" * 50_000_000)
    for name in ("bomb.txt.gz", "bomb.jsonl.gz", "bomb.warc.gz", "bomb.csv.gz", "bomb.html.gz"):
        (place / name).write_bytes(gzip.compress(b"a" * 150_000_000, 9))
    (place / "twice.txt.gz").write_bytes(gzip.compress(gzip.compress(b"a" * 100_000_000)))
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    outer = f'<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY % y SYSTEM "{secret.as_uri()}"> %y;'
    for name, body in (("laughs", laughs), ("outer", outer)):
        reference = "&l11;" if name == "laughs" else "&x;"
        feed = f'<rss version="2.0"><channel><item><title>{reference}</title><description>The mayor said {reference} was safe.</description></item></channel></rss>'
        (place / f"{name}.rss").write_text(f'<?xml version="1.0"?><!DOCTYPE rss [{body}]>{feed}')
        page = f"<article><p>The mayor said that {reference} was safe. The union denied that it had known.</p></article>"
        (place / f"{name}.html").write_text(f'<?xml version="1.0"?><!DOCTYPE html [{body}]><html><body>{page}</body></html>')
    xinclude = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    (place / "include.rss").write_text(
        f'<rss version="2.0"><channel><item><description>The mayor said {xinclude} so.</description></item></channel></rss>'
    )
    (place / "deep.html").write_text("<div>" * 200_000 + "The mayor said that it was safe." + "</div>" * 200_000)
    (place / "deep.jsonl").write_text("[" * 200_000 + "]" * 200_000 + "\n" + '{"a":' * 100_000 + "1" + "}" * 100_000)
    (place / "wide.csv").write_text(",".join(["a"] * 200_000) + "\n" + ",".join(["b"] * 200_000))
    (place / "links").mkdir()
    (place / "links" / "a.txt").symlink_to(secret)
    (place / "links" / "loop").symlink_to(place / "links")
    (place / "links" / "self.txt").symlink_to(place / "links" / "self.txt")
    (place / "nul.txt").write_bytes(b"The mayor said\0 that it was safe.")
    (place / "surrogate.txt").write_bytes("The mayor said that \ud800 it was safe.".encode("utf-8", "surrogatepass"))
    (place / "surrogate.jsonl").write_text(
        '{"text": "The mayor said that \\ud800 it was safe.", "title": "\\udfff", "url": "https://e.example/\\ud800"}'
    )


SPARQL = (
    "INSERT DATA {{ GRAPH k:g {{ k:x kg:doc 'x' }} }}", "DELETE WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}", "DROP ALL", "CLEAR ALL",
    "LOAD <{url}>", "LOAD SILENT <{url}> INTO GRAPH k:g", "CREATE GRAPH k:g", "COPY DEFAULT TO k:g", "ADD k:a TO k:b", "MOVE k:a TO k:b",
    "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}", "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}", "ASK {{ SERVICE ?s {{ ?a ?b ?c }} }}",
    "SELECT * {{ {{ SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }} }}", "CONSTRUCT {{ ?s ?p ?o }} {{ ?s ?p ?o . SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * FROM <{url}> {{ ?s ?p ?o }}", "DESCRIBE <{url}>", "SELECT * {{ ?s ?p ?o }} ; DROP ALL", "ASK {{}} ; INSERT DATA {{ k:x kg:doc 'x' }}",
    "PREFIX x: <{url}> INSERT DATA {{ GRAPH k:g {{ k:x kg:doc 'x' }} }}", "BASE <{url}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
    "WITH k:g DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}", "SELECT * {{ FILTER EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
)  # fmt: skip


def sparql_doors(folder: Path, tries: int, random: Random) -> Outcome:
    """Updates, SERVICE and LOAD, disguised: nothing passes a door that only reads, and nothing is fetched."""
    outcome = Outcome("read-only doors: SPARQL")
    with canary(folder) as bird, open_store(folder / "kg.db") as store:
        store.load(sample())
        store.load(other())
        before = exported(store)
        for _ in range(tries):
            text = disguised(random.choice(SPARQL).format(url=bird.url), random)
            outcome.inputs += 1
            try:
                list(store.sparql(text))
            except KgError as error:
                outcome.lost += [f"{text!a}: more than a line: {error}"] if "\n" in str(error) else []
            bird.told(outcome, text)
        outcome.run += [] if exported(store) == before else ["the store was changed"]
    return outcome


def disguised(text: str, random: Random) -> str:
    """The same to a parser of SPARQL, or nearly: other letters' case, comments, escapes, and sometimes a few characters changed."""
    words = re.split(r"(\s+)", text)
    changed = "".join(_disguise(word, random) for word in words)
    if random.random() < 0.3:
        at = random.randrange(len(changed))
        changed = (
            changed[:at] + random.choice(["", " ", "\n", "#", "'", '"', "<", ">", "{", "}", "\\", "\u00a0", "\ufeff"]) + changed[at + 1 :]
        )
    return changed


def _disguise(word: str, random: Random) -> str:
    how = random.random()
    if word.isspace():
        return random.choice([word, "\n", "\t", "#x\n", " # SELECT * { }\n", "\r\n"])
    if how < 0.3:
        return "".join(random.choice([c.lower(), c.upper()]) for c in word) if ":" not in word else word
    if how < 0.4:
        at = random.randrange(len(word))
        return word[:at] + f"\\u{ord(word[at]):04x}" + word[at + 1 :]
    return word
