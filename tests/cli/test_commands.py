"""The commands on one small article, from loading to deleting."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from kg.cli.context import is_bare
from tests.cli.conftest import BRIDGE, Kg


@pytest.fixture
def loaded(kg: Kg, bridge: Path) -> Kg:
    assert kg("load", str(bridge), "--publisher", "Coast Press", "--url", "https://example.org/bridge").code == 0
    return kg


def test_loading_twice_adds_nothing_and_a_change_replaces(kg: Kg, bridge: Path) -> None:
    first = kg("load", str(bridge), "--id", "bridge")
    assert (first.code, first.err) == (0, "1 article: 1 added in kg.db\n")
    assert json.loads(first.out)["status"] == "added"
    again = json.loads(kg("load", str(bridge), "--id", "bridge").out)
    assert (again["status"], again["quads"]) == ("unchanged", 0)
    bridge.write_text(BRIDGE.replace("safe", "sound"))
    assert json.loads(kg("load", str(bridge), "--id", "bridge").out)["status"] == "replaced"


def test_without_a_name_a_changed_text_is_an_article_of_its_own(kg: Kg, bridge: Path) -> None:
    def status(*words: str) -> str:
        return str(json.loads(kg("load", str(bridge), *words).out)["status"])

    assert [status(), status(), status("--publisher", "Coast Press")] == ["added", "unchanged", "replaced"]
    bridge.write_text(BRIDGE.replace("safe", "sound"))
    assert status() == "added"


def test_quiet_leaves_only_data(kg: Kg, bridge: Path) -> None:
    ran = kg("load", str(bridge), "--quiet")
    assert (ran.code, ran.err, len(ran.out.splitlines())) == (0, "", 1)


def test_the_store_is_named_by_option_or_environment(kg: Kg, bridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg("load", str(bridge), "--store", "one.db")
    monkeypatch.setenv("KG_STORE", "one.db")
    assert kg("stats").code == 0
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["one.db"]


def test_who_said_carries_what_a_researcher_needs(loaded: Kg) -> None:
    rows = [json.loads(line) for line in loaded("who-said", "ana ruiz").out.splitlines()]
    assert "We have checked every bolt" in [row["claim"] for row in rows]
    for row in rows:
        assert BRIDGE[row["begin"] : row["end"]] == row["claim"]
        assert row["claim"] in row["sentence"]
        assert (row["speaker"], row["url"], row["doc"]) == ("Ana Ruiz", "https://example.org/bridge", "bridge.txt")
    assert {row["date"] for row in rows} <= {"2024-05-01", "2024-05-02"}


def test_who_said_is_filtered(loaded: Kg) -> None:
    def count(*words: str) -> int:
        return len(loaded("who-said", "Ana Ruiz", *words).out.splitlines())

    everything = count()
    assert count("--manner", "direct") + count("--manner", "indirect") + count("--manner", "mixed") == everything
    assert count("--limit", "1") == 1
    assert count("--until", "2020-01-01") == 0
    assert count("--since", "2020-01-01") == everything
    assert count("--min-score", "1") < everything
    assert "said nothing that fits" in loaded("who-said", "Ana Ruiz", "--until", "2020-01-01").err


def test_csv_rows_carry_sentence_address_date_and_offsets(loaded: Kg) -> None:
    [row, *_] = csv.DictReader(io.StringIO(loaded("who-said", "Ana Ruiz", "--format", "csv").out))
    assert {"sentence", "url", "date", "begin", "end"} <= set(row)


def test_the_format_follows_the_file(loaded: Kg) -> None:
    loaded("who-said", "Ana Ruiz", "-o", "a.csv")
    loaded("who-said", "Ana Ruiz", "-o", "a.md")
    loaded("export", "-o", "a.nt")
    assert Path("a.csv").read_text().startswith("date,")
    assert Path("a.md").read_text().startswith("| date |")
    assert Path("a.nt").read_text().startswith("<http://")


def test_contradictions_and_their_provenance(loaded: Kg) -> None:
    [row, *_] = [json.loads(line) for line in loaded("contradictions").out.splitlines()]
    assert {row["claim"], row["other_claim"]} & {"that two pillars were cracked", "that the Lark Bridge was safe"}
    name = row["attribution"].rpartition("/")[2]
    for words in ([row["attribution"]], [name], [name[:9]]):
        [found] = [json.loads(line) for line in loaded("provenance", *words).out.splitlines()]
        assert found["attribution"] == row["attribution"]
    shown = loaded("provenance", name, "--format", "table").out
    assert f"[{row['claim'].removeprefix('that ')}" in shown or f"[{row['claim']}" in shown
    assert "Coast Press, 2024-05-02, https://example.org/bridge" in shown
    assert all(word in shown for word in ("{source}", "<cue>", "[content]", "bridge.txt, sha256", "model"))


def test_contradictions_are_counted_as_stats_counts_them(loaded: Kg) -> None:
    ran = loaded("contradictions", "--possible")
    linked = sum(json.loads(line)["link"] is not None for line in ran.out.splitlines())
    counts = {row["what"]: row["count"] for row in map(json.loads, loaded("stats").out.splitlines())}
    assert linked == counts["contradictions"]
    assert ran.err.startswith(f"{linked} contradiction")
    sure = sum(json.loads(line)["link"] is not None for line in loaded("contradictions").out.splitlines())
    assert linked - sure == counts["possible contradictions"]
    assert "below 0.4 is left out (--possible)" not in ran.err
    assert "below 0.4 is left out (--possible)" in loaded("contradictions").err
    assert "(--limit)" not in loaded("contradictions").err
    assert "no more than 1 are shown (--limit)" in loaded("contradictions", "--limit", "1").err


def test_options_of_a_named_query(loaded: Kg) -> None:
    for words in (["--limit", "1"], ["limit=1"], ["--min-score", "0", "--limit=1"]):
        ran = loaded("query", "timeline", *words)
        assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert "has no parameter 'limit'" in loaded("query", "provenance", "id=x", "--limit", "1").err


def test_named_queries(loaded: Kg) -> None:
    listed = {row["query"]: row for row in map(json.loads, loaded("query").out.splitlines())}
    assert {"who-said", "provenance", "contradictions", "about", "unattributed", "speakers", "disputes", "timeline"} <= set(listed)
    assert all(row["help"] for row in listed.values())
    same = loaded("query", "who-said", "speaker=Ana Ruiz", "min-score=0.1", "limit=2")
    assert same.out == loaded("who-said", "Ana Ruiz", "--min-score", "0.1", "--limit", "2").out


@pytest.mark.parametrize("form", ["trig", "nquads", "jsonld", "turtle", "ntriples"])
def test_exports_are_the_same_every_time_and_come_back(loaded: Kg, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = loaded("export", "--format", form)
    assert first.out == loaded("export", "--format", form).out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(first.out.encode())))
    assert loaded("import", "-", "--format", form, "--store", "other.db").code == 0
    assert loaded("export", "--format", form, "--store", "other.db").out == first.out


def test_an_export_without_texts(loaded: Kg) -> None:
    assert "HARBOR CITY — Mayor" in loaded("export").out
    assert "HARBOR CITY — Mayor" not in loaded("export", "--no-text").out
    assert loaded("export", "--article", "bridge.txt").code == 0


def test_sparql(loaded: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?a a kg:Attribution }"
    [row] = map(json.loads, loaded("sparql", count).out.splitlines())
    assert row["n"] > 2
    Path("count.rq").write_text(count)
    assert json.loads(loaded("sparql", "--file", "count.rq").out) == row
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(count.encode())))
    assert json.loads(loaded("sparql", "-").out) == row
    assert json.loads(loaded("sparql", "ASK { ?a a kg:Attribution }").out) == {"answer": True}
    graph = loaded("sparql", "CONSTRUCT { ?a a kg:Attribution } WHERE { ?a a kg:Attribution }", "--format", "ntriples").out
    assert len(graph.splitlines()) == row["n"]


def test_a_store_keeps_its_shapes(loaded: Kg) -> None:
    pytest.importorskip("pyshacl")
    ran = loaded("validate")
    assert (ran.code, ran.out) == (0, "")


def test_deleting(loaded: Kg) -> None:
    assert loaded("delete", "https://example.org/bridge").code == 0
    counted = {row["what"]: row["count"] for row in map(json.loads, loaded("stats").out.splitlines())}
    assert counted["articles"] == 0
    assert "did you mean" not in loaded("who-said", "Ana Ruiz").err


def test_loaders(kg: Kg) -> None:
    rows = [json.loads(line) for line in kg("loaders").out.splitlines()]
    assert {"name": "text", "files": "*.txt", "package": "claim-kg"} in [{k: row[k] for k in ("name", "files", "package")} for row in rows]


def test_the_demo_shows_all_it_promises(kg: Kg) -> None:
    ran = kg("demo", "--store", "demo.db")
    assert ran.code == 0
    for words in ("$ kg load", "$ kg who-said", "$ kg contradictions", "$ kg provenance", "{source}", "Next, for example"):
        assert words in ran.out


def test_the_demo_leaves_a_store_alone_that_holds_something(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    before = kg("stats").out
    ran = kg("demo", "--store", "kg.db")
    told = "error: kg.db: something is there already, which the demo would be mixed with: name a new folder, or leave --store out\n"
    assert (ran.code, ran.out, ran.err) == (1, "", told)
    assert kg("stats").out == before
    Path("new.db").mkdir()
    assert kg("demo", "--store", "new.db").code == 0


def test_the_only_parameter_that_a_query_needs_may_stand_alone(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    claim = json.loads(kg("query", "about", "entity=Lark Bridge").out.splitlines()[0])["claim_id"]
    for query, key, value in (("about", "entity", "Lark Bridge"), ("provenance", "id", claim), ("corroboration", "claim", claim)):
        ran = kg("query", query, value, "limit=1") if query == "about" else kg("query", query, value)
        assert (ran.code, ran.out) == (0, kg("query", query, f"{key}={value}").out.splitlines(keepends=True)[0])
    for words in (["about", "Lark", "Bridge"], ["timeline", "Lark Bridge"]):
        ran = kg("query", *words)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1), words


@pytest.mark.parametrize("words", [["about", "Lark Bridge"], ["timeline"]])
def test_a_query_that_is_no_command_is_told_of(kg: Kg, words: list[str]) -> None:
    ran = kg(*words)
    told = f"error: No such command {words[0]!r}, but there is a query: kg query {words[0]}. See kg --help\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)


def test_version_and_help(kg: Kg) -> None:
    from kg import __version__

    assert kg("--version").out == f"kg {__version__}\n"
    assert kg().out == kg("--help").out
    assert kg("-h").code == 0


@pytest.mark.parametrize(
    ("claim", "bare"),
    [
        ("that", True),
        ("otherwise", True),
        ("the claim", True),
        ("that’s not true", True),
        ("It's a lie, and she knows it", True),
        ("the bridge was safe", False),
        ("that the bridge was safe", False),
        ("that its plant had released solvents into the river", False),
    ],
)
def test_claims_that_say_little_by_themselves(claim: str, bare: bool) -> None:
    assert is_bare(claim) is bare


def test_in_a_table_a_claim_that_says_little_stands_with_its_sentence(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana Ruiz said the bridge was safe. Tom Hale denied that.", encoding="utf-8")
    kg("load", "a.txt")
    assert "that (in: Tom Hale denied that.)" in " ".join(kg("contradictions", "--format", "table").out.split())
    assert [json.loads(row)["claim"] for row in kg("contradictions").out.splitlines()] == ["that"]
