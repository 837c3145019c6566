"""No rows: a name that is unknown is an error with near names, a name that is known is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg, Ran


@pytest.fixture
def loaded(kg: Kg, bridge: Path) -> Kg:
    assert kg("load", str(bridge)).code == 0
    return kg


def one_error(ran: Ran, *says: str) -> None:
    assert (ran.code, ran.out, ran.err.count("\n"), ran.err[:7]) == (1, "", 1, "error: "), ran
    assert all(word in ran.err for word in says), ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["query", "timeline", "speaker=Ana Ruis"],
        ["query", "timeline", "about=Ana Ruis", "speaker=Ana Ruiz"],
        ["query", "about", "entity=Ana Ruis"],
        ["query", "disputes", "a=Ana Ruiz", "b=Ana Ruis"],
        ["query", "unattributed", "about=Ana Ruis"],
        ["query", "speakers", "about=Ana Ruis"],
        ["contradictions", "--topic", "Ana Ruis"],
        ["contradictions", "--speaker", "Ana Ruis"],
        ["who-said", "Ana Ruiz", "--about", "Ana Ruis"],
    ],
)
def test_a_name_that_the_store_does_not_know(loaded: Kg, words: list[str]) -> None:
    one_error(loaded(*words), "'Ana Ruis'", "in kg.db; did you mean 'Ana Ruiz'")
    strange = [word.replace("Ana Ruis", "Qqqqq") for word in words]
    one_error(loaded(*strange), "'Qqqqq'", "in kg.db; ")


def test_only_those_who_speak_are_suggested_as_speakers(loaded: Kg) -> None:
    one_error(loaded("who-said", "Lark Bridg"), "kg query speakers lists who speaks")
    one_error(loaded("query", "disputes", "a=Lark Bridg"), "kg query speakers lists who speaks")
    one_error(loaded("query", "disputes", "a=Tom Hale", "b=Ana Ruis"), "did you mean 'Ana Ruiz'?")
    one_error(loaded("query", "about", "entity=Lark Bridg"), "did you mean 'Lark Bridge'")


def test_a_speaker_of_whom_nothing_counts_any_more(loaded: Kg) -> None:
    loaded("retract", "bridge.txt", "--reason", "made up", "--by", "Ada")
    one_error(loaded("who-said", "Ana Ruiz"), "what 'Ana Ruiz' said was retracted on ", " by Ada: made up (see kg log")
    one_error(loaded("report", "--article", "bridge.txt"), "'bridge.txt' was retracted on ", " by Ada: made up (see kg log")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["contradictions", "--since", "2099-01-01"], "there is nothing that fits; leave out an option to see more"),
        (["entities"], "there is nothing that fits"),
        (
            ["query", "timeline", "since=2099-01-01", "speaker=Ana Ruiz"],
            "Ana Ruiz said nothing that fits; what has no date is in no timeline",
        ),
        (["query", "unattributed", "since=2099-01-01"], "there is nothing that fits"),
        (["graph", "--min-score", "1"], "nobody disputes, supports or quotes anybody here"),
        (["review", "--list", "--below", "0"], "nothing undecided scores below 0"),
        (["review", "--decisions"], "nothing was decided"),
        (["review", "--unattached"], "all that was decided has what it is about"),
        (["log", "--act", "merged"], "nothing like that was done"),
        (["sparql", "SELECT ?s { ?s a schema:Place ; a schema:Claim }"], "no rows"),
        (["reread"], "nothing to read anew: everything was read by this version and model"),
        (["verify", "The moon is closed."], "unverified: nobody in this store says so, and nobody says otherwise"),
    ],
)
def test_a_table_without_rows_is_told_of_beside_it(loaded: Kg, words: list[str], says: str) -> None:
    ran = loaded(*words, "--format", "table")
    assert (ran.code, ran.out, ran.err.count("\n")) == (0, "", 1)
    assert ran.err.startswith(says)
    assert loaded(*words, "--format", "jsonl").out == ""
    assert loaded(*words, "--format", "table", "--quiet").out == ""


def test_a_name_that_is_known_but_of_which_nothing_is_said(loaded: Kg) -> None:
    for words in (["query", "about", "entity=Tom Hale", "min-score=1"], ["query", "disputes", "a=Tom Hale", "b=Tom Hale"]):
        ran = loaded(*words)
        assert (ran.code, ran.out, ran.err) == (0, "", "there is nothing that fits; leave out an option to see more\n")


def test_provenance_of_what_is_no_claim(loaded: Kg) -> None:
    things = "SELECT ?one { { ?one a kg:Link } UNION { ?one a kg:Run } UNION { ?one a schema:NewsArticle } }"
    iris = [json.loads(line)["one"] for line in loaded("sparql", things).out.splitlines()]
    assert {iri.rpartition("/")[2][:4] for iri in iris} == {"lnk_", "run_", "art_"}
    for iri in iris:
        for name in (iri, iri.rpartition("/")[2]):
            one_error(loaded("provenance", name), name, "neither a claim nor an attribution")


TOWNS = """Harbour Plan Splits Towns

March 2, 2026

SELM — The mayor, Carol Whitcombe, said on Monday that the harbour would be closed for a month.

Ida Berg, the mayor of Oland, denied that the harbour would be closed. Jon Berg, a fisherman, said the fish had gone.

Nora Pell was silent. The union Dock Watch said 40 ships had been turned away.
"""


@pytest.fixture
def towns(kg: Kg, tmp_path: Path) -> Kg:
    (tmp_path / "towns.txt").write_text(TOWNS, encoding="utf-8")
    assert kg("load", "towns.txt").code == 0
    return kg


@pytest.mark.parametrize(
    ("words", "full"),
    [
        (["who-said", "Whitcombe"], ["who-said", "Carol Whitcombe"]),
        (["who-said", "mrs. whitcombe"], ["who-said", "Carol Whitcombe"]),
        (["query", "timeline", "speaker=Whitcombe"], ["query", "timeline", "speaker=Carol Whitcombe"]),
        (["query", "about", "entity=Pell"], ["query", "about", "entity=Nora Pell"]),
        (["contradictions", "--speaker", "Whitcombe"], ["contradictions", "--speaker", "Carol Whitcombe"]),
    ],
)
def test_the_surname_of_one_person_is_that_person(towns: Kg, words: list[str], full: list[str]) -> None:
    ran, told = towns(*words), towns(*full)
    assert (ran.code, ran.out) == (0, told.out)
    assert ran.err.startswith("note: ")
    assert " is taken for 'Carol Whitcombe', " in ran.err or " is taken for 'Nora Pell', " in ran.err


def test_the_surname_of_several_lists_them_with_the_command_for_each(towns: Kg) -> None:
    one_error(towns("who-said", "Berg"), "'Berg' is the surname of 2: kg who-said 'Ida Berg', kg who-said 'Jon Berg'")
    one_error(towns("who-said", "Dock Watch", "--about", "Berg"), "2: kg who-said 'Dock Watch' --about 'Ida Berg', ")
    one_error(
        towns("contradictions", "--speaker", "Berg"), "kg contradictions --speaker 'Ida Berg', kg contradictions --speaker 'Jon Berg'"
    )
    one_error(towns("query", "disputes", "a=Berg", "b=Dock Watch"), "kg query disputes a='Ida Berg' b='Dock Watch', kg query")
    one_error(towns("report", "--speaker", "Berg"), "kg report --speaker 'Ida Berg', kg report --speaker 'Jon Berg'")


def test_a_role_lists_who_has_it(towns: Kg) -> None:
    one_error(towns("who-said", "mayor"), "no speaker 'mayor' in kg.db; 'mayor' is the role of 2: ")
    one_error(towns("who-said", "Mayor"), "kg who-said 'Carol Whitcombe' (mayor)", "kg who-said 'Ida Berg' (mayor of Oland)")
    one_error(towns("who-said", "mayor of Oland"), "is the role of one: kg who-said 'Ida Berg' (mayor of Oland)")
    one_error(towns("query", "about", "entity=fisherman"), "is the role of one: kg query about entity='Jon Berg' (fisherman)")


def test_a_report_on_the_only_one_of_a_surname(towns: Kg) -> None:
    ran = towns("report", "--speaker", "Whitcombe")
    assert (ran.code, "is taken for 'Carol Whitcombe'" in ran.err) == (0, True)
    page = Path("report.html").read_text("utf-8")
    assert towns("report", "--speaker", "Carol Whitcombe", "-o", "full.html").code == 0
    assert Path("full.html").read_text("utf-8") == page


def test_who_does_not_speak_is_no_candidate(towns: Kg) -> None:
    for name in ("Pell", "Nora Pell"):
        one_error(towns("who-said", name), f"no speaker '{name}' in kg.db; what is said of who is called so: kg query about entity=")
    one_error(towns("who-said", "Watch"), "did you mean 'Dock Watch'?")
    one_error(towns("who-said", "Carol"), "did you mean 'Carol Whitcombe'?")


def test_what_has_no_date_is_told_of_beside_a_timeline(towns: Kg) -> None:
    assert towns("query", "timeline", "--format", "table").err == ""
    Path("undated.txt").write_text(TOWNS.replace("March 2, 2026", "").replace("a month", "a year"), encoding="utf-8")
    Path("other.txt").write_text("“It rained,” Mayor Ana Ruiz said.", encoding="utf-8")
    ran = towns("load", "undated.txt", "other.txt")
    told = "note: 2 of them have no day of publication, without which kg query timeline leaves out most of what is said (--date)\n"
    assert ran.err == "2 articles: 2 added in kg.db\n" + told
    assert "no day of publication" not in towns("load", "undated.txt").err
    says = "note: {} of what was said has no date and is not shown: kg load --date gives an article its day\n"
    assert towns("query", "timeline", "--format", "table").err == says.format(5)
    assert towns("query", "timeline", "speaker=Dock Watch", "--format", "table", "--limit", "1").err == says.format(1)
    assert towns("query", "timeline").err == ""


def test_different_ones_of_a_name_are_told_of_beside_a_table(towns: Kg) -> None:
    assert towns("who-said", "Dock Watch", "--format", "table").err == ""
    Path("later.txt").write_text("March 5, 2026\n\nThe Dock Watch said on Monday that 20 more ships had gone.\n", encoding="utf-8")
    towns("load", "later.txt")
    told = "note: 2 are called 'Dock Watch', in different articles, and nothing says that they are one (kg link, kg merge); "
    for words in (["who-said", "Dock Watch"], ["query", "timeline", "speaker=dock watch"]):
        assert told.lower() in towns(*words, "--format", "table").err.lower()
    assert towns("who-said", "Dock Watch").err == ""
    assert towns("who-said", "Dock Watch", "--format", "table", "--limit", "1").err == ""
    iris = [json.loads(row)["one"] for row in towns("sparql", "SELECT ?one { ?one kg:nameKey 'dock watch' }").out.splitlines()]
    assert towns("merge", *iris).code == 0
    assert towns("who-said", "Dock Watch", "--format", "table").err == ""


def test_whom_a_surname_leaves_out_is_told_of_beside_a_table(towns: Kg) -> None:
    Path("more.txt").write_text(TOWNS + "\n“They will be back,” Ida Berg said. “I know them,” Berg said.\n", encoding="utf-8")
    towns("load", "more.txt", "--replaces", "towns.txt")
    ran = towns("who-said", "Berg", "--format", "table")
    told = "note: 'Berg' finds only whom an article calls just that; there is more of one: kg who-said 'Jon Berg'\n"
    assert (ran.code, ran.err) == (0, told)
    assert towns("who-said", "Berg", "--format", "table", "--limit", "1").err == told
    assert towns("who-said", "Berg").err == towns("who-said", "Ida Berg", "--format", "table").err == ""
