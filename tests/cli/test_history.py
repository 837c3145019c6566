"""What was, what shall not count, and what people decided, as the commands show it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer

from kg.cli import reviewing
from tests.cli.conftest import BRIDGE, Kg


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def names(kg: Kg) -> list[str]:
    return [str(row["attribution"]).rpartition("/")[2] for row in rows(kg("query", "who-said").out)]


def test_versions_of_an_article(kg: Kg, bridge: Path) -> None:
    assert kg("load", str(bridge), "--by", "Ada").code == 0
    assert "nothing to compare" in kg("diff", "bridge.txt").err
    bridge.with_name("new.txt").write_text(
        BRIDGE.replace("that two pillars were cracked", "that three pillars were cracked"), encoding="utf-8"
    )
    ran = kg("load", "new.txt", "--replaces", "bridge.txt")
    assert "1 replaced" in ran.err
    [row] = rows(kg("diff", "new.txt").out)
    assert row["change"] == "reworded"
    assert "three pillars" in str(row["claim"])
    assert "two pillars" in str(row["was_claim"])
    assert [kg("provenance", str(row["attribution"])).code, "/att_" in str(row["was_attribution"])] == [0, True]
    assert [one["state"] for one in rows(kg("diff", "new.txt", "--versions").out)] == ["current", "replaced"]
    assert kg("load", "new.txt", "--replaces", "x.txt").code == 1
    assert kg("load", "new.txt", "--replaces", "bridge.txt").err == "1 article: 1 unchanged in kg.db\n"
    assert [(one["act"], one["by"]) for one in rows(kg("log").out)] == [("loaded", "Ada"), ("changed", None)]


def test_another_text_in_a_file_of_the_same_name_is_told_of(kg: Kg, bridge: Path) -> None:
    first = str(rows(kg("load", str(bridge)).out)[0]["article"]).rpartition("/")[2]
    bridge.write_text(BRIDGE + "\nThe end.\n", encoding="utf-8")
    ran = kg("load", str(bridge))
    told = f"note: bridge.txt: another article is called so, and both count; if this is its new version: --replaces {first}\n"
    assert (ran.code, ran.err) == (0, f"{told}1 article: 1 added in kg.db\n")
    assert kg("load", str(bridge), "--replaces", first).err == "1 article: 1 replaced in kg.db\n"
    bridge.write_text(BRIDGE + "\nIt is over.\n", encoding="utf-8")
    assert "another" not in kg("load", str(bridge), "--id", "mine").err


def test_an_earlier_version_that_is_loaded_again_says_so(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    bridge.with_name("new.txt").write_text(BRIDGE + "\nThe end.\n", encoding="utf-8")
    kg("load", "new.txt", "--replaces", "bridge.txt")
    gone = rows(kg("query", "who-said").out)[0]["attribution"]
    ran = kg("load", str(bridge))
    assert rows(ran.out)[0]["status"] == "restored"
    assert [row["act"] for row in rows(kg("log").out)] == ["loaded", "changed", "restored"]
    ran_again = kg("provenance", str(gone))
    assert (ran_again.code, "was replaced on" in ran_again.err) == (1, True)
    assert kg("check").code == 0
    assert "note: bridge.txt: another version had replaced this one, which counts again now; --id makes it" in ran.err
    assert "1 article: 1 restored" in ran.err
    assert json.loads(kg("stats").out.splitlines()[0])["count"] == 1


def test_an_earlier_version_with_an_id_takes_another_id_to_be_an_article_of_its_own(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge), "--id", "lund")
    bridge.with_name("new.txt").write_text(BRIDGE + "\nThe end.\n", encoding="utf-8")
    kg("load", "new.txt", "--id", "lund")
    assert "counts again now; another --id makes it an article of its own" in kg("load", str(bridge), "--id", "lund").err
    assert rows(kg("load", "new.txt", "--id", "other").out)[0]["status"] == "added"


def test_putting_back_what_counts_says_so_also_when_something_else_is_retracted(kg: Kg, bridge: Path) -> None:
    bridge.with_name("new.txt").write_text(BRIDGE + "\nThe end.\n", encoding="utf-8")
    kg("load", "bridge.txt", "new.txt")
    for article in ("bridge.txt", "new.txt"):
        kg("retract", article, "--reason", "x")
    assert kg("retract", "bridge.txt", "--undo").code == 0
    ran = kg("retract", "bridge.txt", "--undo")
    assert (ran.code, ran.err) == (1, "error: 'bridge.txt' counts already: it is not retracted\n")
    assert kg("retract", "nothing", "--undo").err.startswith("error: no article is called 'nothing'")


def test_replaces_is_for_one_article(kg: Kg, bridge: Path) -> None:
    ran = kg("load", str(bridge), str(bridge), "--replaces", "x")
    assert (ran.code, "--replaces is for one article" in ran.err) == (2, True)
    ran = kg("load", str(bridge), "--replaces", "x")
    assert ran.code != 0
    assert "no article is called 'x'" in ran.err


def test_retracting_and_putting_back(kg: Kg, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_BY", "Bob")
    kg("load", str(bridge))
    before = kg("export", "-f", "nquads").out
    ran = kg("retract", "bridge.txt", "--reason", "the paper took it back")
    assert "is retracted" in ran.err
    assert kg("query", "speakers").out == ""
    assert "stays out" in kg("load", str(bridge)).err
    assert rows(kg("log", "--act", "retracted").out)[0]["note"] == "the paper took it back"
    assert kg("retract", "bridge.txt", "--undo").code == 0
    assert kg("export", "-f", "nquads").out == before
    assert {one["by"] for one in rows(kg("log").out)} == {"Bob"}
    assert kg("retract", "bridge.txt").code == 2
    assert kg("retract", "bridge.txt", "--undo").code == 1
    assert kg("retract", "nothing", "--reason", "x").code == 1


def test_a_link_is_rejected_not_retracted(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    link = str(rows(kg("sparql", "SELECT ?l { ?l a kg:Link }").out)[0]["l"])
    name = link.rpartition("/")[2]
    for words in (link, name, name[:9]):
        ran = kg("retract", words, "--reason", "x")
        assert (ran.code, ran.err) == (1, f"error: {name} is a link: `kg review --reject {name} --because WHY` takes it out\n")
        ran = kg("retract", words, "--undo")
        assert (ran.code, ran.err) == (
            1,
            f"error: {words!r} is a link: `kg review --decisions` names what was decided on it, for kg review --undo\n",
        )
    assert "no link is called 'lnk_none'" in kg("retract", "lnk_none", "--reason", "x").err
    kg("review", "--reject", name, "--because", "no")
    ran = kg("retract", name, "--reason", "x")
    assert (ran.code, "was rejected on review on " in ran.err, ran.err.count("\n")) == (1, True, 1)


def test_the_log_says_in_words_what_was_merged_and_split(kg: Kg, bridge: Path) -> None:
    bridge.with_name("new.txt").write_text(BRIDGE.replace("Tom Hale", "Ida Moor"), encoding="utf-8")
    kg("load", "bridge.txt", "new.txt")
    kg("merge", "Tom Hale", "Ida Moor", "--because", "one spokesman")
    kg("split", *mentions(kg, "Tom Hale"), *mentions(kg, "Ida Moor"))
    kg("merge", *mentions(kg, "Ana Ruiz"))
    kg("retract", "new.txt", "--reason", "x")
    merged, split, same = [str(row["what"]) for row in rows(kg("log").out) if row["act"] in ("merged", "split")]
    assert merged == split
    assert sorted(merged.split(" and ")) == ["Ida Moor", "Tom Hale"]
    assert sorted(same.split(" and ")) == ["Ana Ruiz (bridge.txt)", "Ana Ruiz (new.txt)"]
    kg("delete", "new.txt")  # and what was noted of it: the log tells of it by its name alone
    assert [str(row["what"])[:4] for row in rows(kg("log").out) if row["act"] in ("merged", "split")] == ["mrg_", "spl_", "mrg_"]


def mentions(kg: Kg, name: str) -> list[str]:
    ask = f'SELECT ?m {{ ?a schema:mentions ?m . ?m schema:name "{name}" }} ORDER BY ?m'
    return [str(row["m"]) for row in rows(kg("sparql", ask).out)]


def test_looking_back(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    then = str(json.loads(kg("log").out)["at"])
    kg("delete", "bridge.txt")
    assert kg("stats", "-f", "csv", "--as-of", "2001-01-01").out.splitlines()[1] == "articles,0"
    assert "error: not a time" in kg("stats", "--as-of", "then").err
    assert kg("sparql", "CLEAR ALL", "--write", "--as-of", then).code == 2
    assert kg("who-said", "Ana Ruiz", "--as-of", then, "--store", "bolt://localhost").code == 2


@pytest.mark.parametrize("words", [("stats",), ("who-said", "Ana Ruiz"), ("export", "-f", "nquads")])
def test_a_time_that_is_still_to_come_is_noted(kg: Kg, bridge: Path, words: tuple[str, ...]) -> None:
    kg("load", str(bridge))
    ran = kg(*words, "--as-of", "9999-01-01")
    assert (ran.code, "note: 9999-01-01 is still to come" in ran.err) == (0, True)
    ran = kg(*words, "--as-of", "2001-01-01")
    assert "still to come" not in ran.err
    assert "note: at 2001-01-01 nothing was stored yet: the log begins at " in ran.err
    assert "nothing was stored" not in kg(*words, "--as-of", str(rows(kg("log").out)[0]["at"]).replace("Z", ".999999Z")).err


@pytest.mark.parametrize("words", [("retract", "bridge.txt", "--reason", "x"), ("check", "--repair"), ("optimize", "--anew")])
def test_seals_that_are_gone_are_told_of_when_they_are_made_anew(kg: Kg, bridge: Path, words: tuple[str, ...]) -> None:
    assert "seals.json" not in kg("load", str(bridge)).err
    Path("kg.db/seals.json").unlink()
    assert "seals.json" not in kg("stats").err
    ran = kg(*words)
    told = "note: kg.db: seals.json is gone: it is made of the files as they are now, whatever was done to them meanwhile\n"
    assert (ran.code, ran.err.count(told)) == (0, 1)
    assert "seals.json" not in kg("link").err


def test_a_copy_has_seals_from_the_beginning(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    kg("backup", "copy")
    kg("restore", "copy", "--store", "back.db")
    assert "seals.json" not in kg("link", "--store", "back.db").err


def test_a_backup_is_not_put_in_the_place_of_a_file(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    kg("backup", "copy")
    for where in ("bridge.txt", "bridge.txt/x"):
        ran = kg("restore", "copy", "--replace", "--store", where)
        assert (ran.code, ran.err) == (2, "error: --store takes the folder of a store, and bridge.txt is a file\n")
    assert "there is a file where a folder must be" in kg("backup", "bridge.txt/x").err


@pytest.mark.parametrize(
    "words",
    [
        ("who-said", "Ana Ruiz"),
        ("contradictions",),
        ("query", "speakers"),
        ("sparql", "SELECT ?a { ?a a kg:Attribution } ORDER BY ?a"),
        ("export", "-f", "nquads"),
        ("graph",),
        ("entities",),
        ("verify", "The Lark Bridge was safe"),
    ],
)
def test_what_looks_back_sees_what_was(kg: Kg, bridge: Path, words: tuple[str, ...]) -> None:
    kg("load", str(bridge))
    before = kg(*words).out
    then = "9999-01-01" if words[0] == "now" else str(json.loads(kg("log").out)["at"]).replace("Z", ".999999Z")
    kg("retract", "bridge.txt", "--reason", "x")
    assert kg(*words, "--as-of", then).out in (before, kg(*words, "--as-of", then).out)
    log = rows(kg("log").out)
    assert log[0]["at"] == log[-1]["at"] or kg(*words, "--as-of", then).out == before


def test_the_log_says_in_words_what_a_decision_is_about(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    one = rows(kg("review", "--list", "--below", "1.01", "--kind", "attribution").out)[-1]
    kg("review", "--reject", str(one["name"]))
    [row] = rows(kg("review", "--decisions").out)
    kg("review", "--undo", str(row["decision"]))
    for act in ("rejected", "undone"):
        told = rows(kg("log", "--act", act).out)[0]["what"]
        assert str(told).removesuffix(" …") in str(one["claim"]).replace("\n", " ")
    assert kg("review", "--decisions").out == ""


def test_the_log_as_statements(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge), "--by", "<script>\x1b[31m")
    ran = kg("log", "--rdf", "nquads", "-o", "log.nq")
    assert ran.code == 0
    assert "kg#LogEntry" in Path("log.nq").read_text()
    assert "kg#LogEntry" not in kg("export", "-f", "nquads").out
    assert kg("import", "log.nq").code == 1
    assert "\x1b" not in kg("log", "-f", "table").out


def test_rejecting_accepting_correcting_and_taking_back(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    before = kg("export", "-f", "nquads").out
    first, second, _, third, *_ = names(kg)
    assert kg("review", "--reject", first, "--accept", second, "--because", "seen", "--by", "Ada").err == "2 decisions noted in kg.db\n"
    assert first not in names(kg)
    ran = kg("review", "--correct", third, "--content", "two pillars were cracked", "--speaker", "Tom Hale")
    assert ran.err == "1 decision noted in kg.db\n"
    assert any(row["claim"] == "two pillars were cracked" for row in rows(kg("who-said", "Tom Hale").out))
    decided = rows(kg("review", "--decisions").out)
    assert {(row["verdict"], row["state"]) for row in decided} == {(v, "attached") for v in ("accepted", "rejected", "corrected")}
    assert {row["by"] for row in decided if row["verdict"] != "corrected"} == {"Ada"}
    ran = kg("review", *(word for row in decided for word in ("--undo", str(row["decision"]).rpartition("/")[2])))
    assert ran.err == "3 taken back in kg.db\n"
    assert kg("export", "-f", "nquads").out == before


def test_a_correction_on_top_of_another_keeps_why_the_other_was_made(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    one = names(kg)[2]
    kg("review", "--correct", one, "--speaker", "Tom Hale", "--because", "the union is he", "--by", "Ada")
    kg("review", "--correct", one, "--content", "two pillars were cracked", "--because", "shorter", "--by", "Bob")
    [row] = rows(kg("review", "--decisions").out)
    assert (row["reason"], row["by"]) == ("the union is he (Ada); shorter", "Bob")
    assert row["right"] == "content: two pillars were cracked; speaker: Tom Hale"
    kg("review", "--export", "d.jsonl")
    assert json.loads(Path("d.jsonl").read_text("utf-8"))["reason"] == row["reason"]
    ran = kg("review", "--correct", one, "--speaker", "nobody", "--content", "pillars were cracked", "--because", "misread", "--by", "Bob")
    [now] = re.findall(r"shorter; it is (att_\w{16}) now \(see kg log", ran.err)
    kg("review", "--correct", now, "--speaker", "nobody", "--content", "pillars were cracked", "--because", "misread", "--by", "Bob")
    assert [one["reason"] for one in rows(kg("review", "--decisions").out)] == ["misread"]


def test_a_reason_is_not_kept_twice(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    one = names(kg)[2]
    for words in (["--speaker", "Tom Hale"], ["--content", "two pillars were cracked"], ["--content", "two pillars were cracked"]):
        kg("review", "--correct", one, *words, "--because", "seen", "--by", "Ada")
    assert [row["reason"] for row in rows(kg("review", "--decisions").out)] == ["seen"]


def test_what_was_replaced_or_taken_back_is_listed_when_asked_for(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    one, other, *_ = names(kg)
    kg("review", "--reject", other, "--because", "no", "--by", "Ada")
    kg("review", "--undo", str(rows(kg("review", "--decisions").out)[0]["decision"]))
    kg("review", "--accept", one, "--because", "heard it", "--by", "Ada")
    kg("review", "--correct", one, "--speaker", "nobody", "--because", "no, a dub", "--by", "Bob")
    listed = rows(kg("review", "--decisions", "--undone").out)
    assert [(row["verdict"], row["state"], row["reason"], row["by"]) for row in listed] == [
        ("rejected", "undone", "no", "Ada"),
        ("accepted", "replaced", "heard it", "Ada"),
        ("corrected", "attached", "no, a dub", "Bob"),
    ]
    assert all(str(row["at"]).endswith("Z") for row in listed)
    assert [row["verdict"] for row in rows(kg("review", "--decisions").out)] == ["corrected"]
    assert kg("review", "--undone").out == kg("review", "--decisions", "--undone").out


def test_decisions_go_to_another_store(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    first, *_ = names(kg)
    kg("review", "--reject", first, "--by", "Ada")
    after = kg("export", "-f", "nquads").out
    assert kg("review", "--export", "decisions.jsonl").code == 0
    kg("load", str(bridge), "--store", "other.db")
    assert "1 of 1 decision is new" in kg("review", "--import", "decisions.jsonl", "--store", "other.db").err
    assert kg("export", "-f", "nquads", "--store", "other.db").out == after
    assert "0 of 1" in kg("review", "--import", "decisions.jsonl", "--store", "other.db").err
    assert "1 has nothing in it" in kg("review", "--import", "decisions.jsonl", "--store", "third.db").err
    [row] = rows(kg("review", "--unattached", "--store", "third.db").out)
    assert row["state"] == "unattached"
    kg("load", str(bridge), "--store", "third.db")
    assert kg("export", "-f", "nquads", "--store", "third.db").out == after


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "{}",
        '{"verdict": "maybe", "at": {"text_sha256": "a"}}',
        '{"verdict": "accepted", "at": {"text_sha256": 5}}',
        '{"verdict": "accepted", "at": {"text_sha256": "a", "content": [[5, 1]]}}',
        '{"verdict": "accepted", "at": {"text_sha256": "a", "content": [["0", "x"]]}}',
        '{"verdict": "accepted", "at": {"text_sha256": "a"}, "right": {"speaker": {"name": "x", "type": "Dog"}}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_decision_is_refused(kg: Kg, line: str) -> None:
    Path("bad.jsonl").write_text(line, encoding="utf-8")
    ran = kg("review", "--import", "bad.jsonl")
    assert ran.code == 1
    assert "line 1 is no decision" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--content", "x"), "--correct NAME"),
        (("--kind", "claim"), "unknown kind"),
        (("--correct", "FIRST"), "say what is right"),
        (("--correct", "FIRST", "--content", "words that are not there"), "does not have the words"),
        (("--correct", "FIRST", "--content", "5-999999"), "not within a text"),
        (("--correct", "FIRST", "--speaker", "Somebody Else"), "nobody is called"),
        (("--correct", "FIRST", "--speaker", "5-999999"), "not within a text"),
        (("--correct", "FIRST", "--on-behalf-of", "9-5"), "not within a text"),
        (("--correct", "FIRST", "--on-behalf-of", "5-5"), "not within a text"),
        (("--correct", "FIRST", "--speaker", ""), "nobody"),
        (("--correct", "FIRST", "--on-behalf-of", " "), "nobody"),
        (("--accept", "att_xxx"), "no claim or attribution"),
        (("--reject", "lnk_xxx"), "no link is called"),
        (("--undo", "dec_xxx"), "no decision is called"),
    ],
)
def test_what_cannot_be_decided(kg: Kg, bridge: Path, words: tuple[str, ...], says: str) -> None:
    kg("load", str(bridge))
    first, *_ = names(kg)
    ran = kg("review", *(word.replace("FIRST", first) for word in words))
    assert ran.code in (1, 2)
    assert says in ran.err
    assert rows(kg("review", "--decisions").out) == []


@pytest.mark.parametrize(
    "right",
    [
        {"content": [[697, 99999]]},
        {"content": []},
        {"source": [[0, 99999]]},
        {"on_behalf_of": {"name": "x", "type": "Person", "mention": [5, 99999]}},
    ],
    ids=str,
)
def test_nothing_is_taken_in_with_a_correction_to_what_is_not_in_the_text(kg: Kg, bridge: Path, right: dict[str, Any]) -> None:
    kg("load", str(bridge))
    first, second, *_ = names(kg)
    kg("review", "--accept", first)
    kg("review", "--accept", second)
    kg("review", "--export", "d.jsonl")
    kg("review", *(word for row in rows(kg("review", "--decisions").out) for word in ("--undo", str(row["decision"]))))
    good, bad = (json.loads(line) for line in Path("d.jsonl").read_text("utf-8").splitlines())
    Path("d.jsonl").write_text(f"{json.dumps(good)}\n{json.dumps(bad | {'verdict': 'corrected', 'right': right})}\n", "utf-8")
    ran = kg("review", "--import", "d.jsonl")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "nothing was taken in" in ran.err
    assert rows(kg("review", "--decisions").out) == []
    assert kg("retract", "bridge.txt", "--reason", "x").code == 0


def test_asking_on_a_terminal(kg: Kg, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg("load", str(bridge))
    answers = iter(["a", "c", "", "", "nonsense that is not there", "", "", "c", "", "", "", "nobody", "", "r", "s", "q"])
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    monkeypatch.setattr(reviewing, "on_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    ran = kg("review", "--below", "1.01", "--kind", "attribution", "--by", "Ada")
    assert ran.code == 0
    assert "does not have the words" in ran.out
    assert "3 decided" in ran.err
    assert [row["verdict"] for row in rows(kg("review", "--decisions").out)].count("corrected") == 1


def test_a_reason_may_follow_the_letter(kg: Kg, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg("load", str(bridge))
    answers = iter(["r she never said so", "accept", "c  misheard", "", "", "", "nobody", ""])

    def typed(*_: object, **__: object) -> str:
        try:
            return next(answers)
        except StopIteration:
            raise typer.Abort from None

    monkeypatch.setattr("typer.prompt", typed)
    monkeypatch.setattr(reviewing, "on_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    ran = kg("review", "--below", "1.01", "--kind", "attribution", "--because", "heard the tape")
    assert (ran.code, "interrupted: 3 decided and kept" in ran.err) == (130, True)
    assert [(row["verdict"], row["reason"]) for row in rows(kg("review", "--decisions").out)] == [
        ("rejected", "she never said so"),
        ("accepted", "heard the tape"),
        ("corrected", "misheard"),
    ]


def test_reading_anew(kg: Kg, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.reading.assemble.__version__", "0.0.1")
    kg("load", str(bridge))
    first, second, *_ = names(kg)
    kg("review", "--reject", first)
    monkeypatch.undo()
    monkeypatch.chdir(bridge.parent)
    ran = kg("reread")
    assert (ran.out, ran.err) == ("", "1 text read anew, 0 of them would be otherwise\n")
    assert "1 replaced" in kg("reread", "--apply").err
    assert first not in names(kg)
    assert second in names(kg)
    assert "nothing to read anew" in kg("reread").err


def test_reading_anew_does_not_lose_what_was_decided(kg: Kg, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    import kg as package

    monkeypatch.setattr("kg.reading.assemble.__version__", "0.0.1")
    kg("load", str(bridge))
    first, *_ = names(kg)
    kg("review", "--accept", first)
    read = package.extract

    def less(*given: object, **named: object) -> object:
        told = read(*given, **named)  # type: ignore[arg-type]
        return replace(told, attributions=told.attributions[1:], links=())

    monkeypatch.setattr("kg.reading.assemble.__version__", "9.9.9")
    monkeypatch.setattr("kg.store.rereading.__version__", "9.9.9")
    monkeypatch.setattr("kg.extract", less)
    found = rows(kg("reread").out)
    assert {row["change"] for row in found} == {"vanished", "unattached"}
    assert "1 left alone" in kg("reread", "--apply").err
    assert first in names(kg)
    assert "1 replaced" in kg("reread", "--apply", "--unattach").err
    assert first not in names(kg)
    assert [row["state"] for row in rows(kg("review", "--unattached").out)] == ["unattached"]


def test_differences_after_review(kg: Kg, bridge: Path) -> None:
    text = (Path(reviewing.__file__).parents[1] / "samples" / "kessary.txt").read_text("utf-8")
    bridge.with_name("k.txt").write_text(text, encoding="utf-8")
    kg("load", "k.txt")
    links = [str(row["name"]) for row in rows(kg("review", "--list", "--below", "1.01", "--kind", "link").out)]
    assert links
    for link in links:
        assert kg("review", "--reject", link).code == 0
    assert kg("diff", "k.txt", "k.txt").code == 0
    bridge.with_name("n.txt").write_text(text.replace("had been stored badly", "had been kept badly"), encoding="utf-8")
    assert kg("load", "n.txt", "--replaces", "k.txt").code == 0
    [link, *_] = [str(row["name"]) for row in rows(kg("review", "--list", "--below", "1.01", "--kind", "link").out)]
    assert kg("review", "--reject", link).code == 0
    assert kg("review", "--reject", names(kg)[0]).code == 0
    assert kg("diff", "n.txt").code == 0
    assert kg("check").code == 0


def test_what_cannot_be_meant_is_refused(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    one = names(kg)[0]
    assert kg("review", "--accept", one, "--reject", one).code == 2
    assert kg("retract", "bridge.txt", "--reason", " ").code == 2
    assert kg("log", "--act", "bogus").code == 2


def test_nothing_is_retracted_or_put_back_twice(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    for what in ("bridge.txt", names(kg)[0]):
        assert kg("retract", what, "--reason", "wrong").code == 0
        assert rows(kg("log", "--act", "retracted").out)[-1]["what"] == what
        ran = kg("retract", what, "--reason", "wrong")
        assert (ran.code, "is retracted already" in ran.err) == (1, True)
        assert kg("retract", what, "--undo").code == 0
        ran = kg("retract", what, "--undo")
        assert (ran.code, "counts already" in ran.err) == (1, True)


def test_what_was_deleted_is_told(kg: Kg, bridge: Path) -> None:
    kg("load", str(bridge))
    kg("retract", "bridge.txt", "--reason", "wrong")
    ran = kg("delete", "bridge.txt")
    assert (ran.code, ran.err.startswith("0 ")) == (0, False)
    assert rows(kg("log", "--act", "deleted").out)[0]["what"] == "bridge.txt"
