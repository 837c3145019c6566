"""What `kg check` finds, and what it mends."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from pyoxigraph import NamedNode

from kg.checking import check, mend
from kg.cli import main
from kg.errors import StoreError
from kg.model import Extraction
from kg.store import Store, open_store
from kg.store.folder import replaced
from tests.rdf.strategies import extractions
from tests.store.conftest import damage, rows_of
from tests.store.sample import changed, other, sample


def test_a_sound_store(linked: Store) -> None:
    linked.search("crane")
    assert [one for one in check(linked) if "port" not in one.thing] == []
    linked.load(changed())
    linked.live.flush()
    with open_store(linked.path, read_only=True) as beside:
        assert list(check(beside)) == []


@settings(max_examples=25, deadline=None)
@given(extractions())
def test_whatever_is_loaded_is_sound(tmp_path_factory: pytest.TempPathFactory, extraction: Extraction) -> None:
    with open_store(tmp_path_factory.mktemp("any") / "kg.db") as one:
        one.load(extraction)
        assert [problem for problem in check(one) if "cut out other words" not in problem.problem] == []


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "one.db") as opened:
        opened.load(sample())
        yield opened


def changing(what: str, to: str, where: str) -> str:
    """The update that gives some things another value of a property."""
    old, new = f"GRAPH ?g {{ ?s {what} ?o }}", f"GRAPH ?g {{ ?s {what} {to} }}"
    return f"DELETE {{ {old} }} INSERT {{ {new} }} WHERE {{ GRAPH ?g {{ ?s {what} ?o . {where} }} }}"


WRONG = {
    "a claim's words": (
        changing("schema:text", "'The moon is made of cheese'", "FILTER(STRSTARTS(?o, 'No crane'))"),
        "articles",
        "the offsets of a claim cut out other words than 'The moon is made of cheese'",
    ),
    "the text": (
        changing("nif:isString", "?n", "BIND(REPLACE(?o, 'A. Penn', 'B. Penn') AS ?n)"),
        "articles",
        "its text, headline or other data are not those that its name was made of",
    ),
    "an offset": (
        changing("kg:cueEnd", "?n", "?s kg:stance kg:Requests . BIND(?o + 1 AS ?n)"),
        "articles",
        "1 thing in it not at the offsets that names are made of, as <http://localhost:8421/id/att_",
    ),
    "an offset outside": (changing("kg:cueEnd", "100000", "?s kg:stance kg:Requests"), "articles", "not in a text of "),
    "a run": ("DELETE WHERE { GRAPH ?g { ?r a kg:Run ; ?p ?o } }", "articles", "readBy leads to "),
    "a key": ("DELETE WHERE { GRAPH ?g { ?a kg:key ?k } }", "live", "1 article with 0 document keys"),
    "no graph": ("INSERT DATA { k:x schema:name 'x' }", "live", "there are statements in no graph"),
    "a foreign graph": ("INSERT DATA { GRAPH <http://x.example/g> { k:x schema:name 'x' } }", "live", "nothing in it says kg:inGraph"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found_and_not_guessed_at(one: Store, name: str) -> None:
    change, part, says = WRONG[name]
    damage(one, change)
    found = list(check(one))
    assert any(problem.part == part and says in problem.problem for problem in found), found
    assert all(problem.remedy and not problem.repair for problem in found if "without statements" not in problem.problem)


def test_two_articles_with_one_key(store: Store) -> None:
    damage(store, changing("kg:key", "'https://news.example/harbour'", ""))
    assert any("has the document key of" in problem.problem for problem in check(store))


def test_links_that_lead_nowhere_are_taken_out_and_notes_of_people_stay(linked: Store) -> None:
    [row] = rows_of(linked, "SELECT ?g { ?a kg:doc 'news/later.txt' ; kg:inGraph ?g }")
    linked.live.remove_graph(NamedNode(str(row["g"])))
    found = list(check(linked))
    assert {problem.part for problem in found} == {"links", "log"}
    assert mend(found)
    noted = list(check(linked))
    assert all("take back what was noted" in problem.remedy for problem in noted if problem.part != "log")
    linked.load(other())
    assert list(check(linked)) == []


def test_indexes(one: Store) -> None:
    one.search("crane")
    one.link()
    assert list(check(one)) == []
    for name in ("names.sqlite", "links.sqlite"):
        whole = (one.path / name).read_bytes()
        for wrong in (b"no database" * 1000, whole[: len(whole) // 2], whole[:4096] + b"\xff" * 4096 + whole[8192:]):
            (one.path / name).write_bytes(wrong)
            [found] = check(one)
            assert (found.part, found.thing) == ("indexes", name)
            assert mend([found]) == 1
            assert list(check(one)) == []
            one.search("crane")
            one.link()


def test_an_index_that_says_something_else(one: Store) -> None:
    one.search("crane")
    with sqlite3.connect(one.path / "names.sqlite") as db:
        db.execute("UPDATE claims SET text = 'The moon is made of cheese' WHERE rowid = 1")
    db.close()
    [found] = check(one)
    assert found.problem == "1 name, claim or office is not what the store holds"
    mend([found])
    assert list(check(one)) == []


def test_what_killed_commands_left(one: Store) -> None:
    (one.path / "update-x").mkdir()
    (one.path / "backup-x").mkdir()
    (one.path / "compact-x").mkdir()
    (one.path / "edited.json.new").write_text("{")
    (one.path / "moving.json").write_text("[]")
    replaced(one.path).mkdir()
    one.close()
    with open_store(one.path, read_only=True) as beside:
        assert len(list(check(beside))) == 6
    assert main(["check", "--store", str(one.path)]) == 4
    assert main(["check", "--store", str(one.path), "--repair"]) == 0
    assert main(["check", "--store", str(one.path)]) == 0


def test_a_damaged_database_is_told_of(one: Store, capsys: pytest.CaptureFixture[str]) -> None:
    one.live.optimize()
    one.close()
    for table in (one.path / "live").glob("*.sst"):
        data = bytearray(table.read_bytes())
        data[10 : len(data) // 2] = bytes(len(data) // 2 - 10)
        table.write_bytes(data)
    code = main(["check", "--store", str(one.path), "--format", "jsonl"])
    out, err = capsys.readouterr()
    assert code == 4
    assert "kg restore" in out + err


def test_the_command(one: Store, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["check", "--store", str(one.path), "--format", "jsonl"]
    one.live.flush()
    assert main(words) == 0
    assert capsys.readouterr().err.endswith("no problems\n")
    damage(one, WRONG["a claim's words"][0])
    one.close()
    assert main(words) == 4
    out, err = capsys.readouterr()
    [row] = map(json.loads, out.splitlines())
    assert row["part"] == "articles"
    assert err.endswith("1 problem\n")
    assert main([*words, "--repair"]) == 4
    assert main(["check", "--store", str(one.path.with_name("none.db"))]) == 1


def test_a_log_that_was_changed_and_one_that_says_something_else(store: Store) -> None:
    store.load(changed())
    log = store.path / "log.nt"
    whole = log.read_text()
    log.write_text(whole.replace("loaded", "lauded", 1))
    assert any(problem.part == "log" and "entry 1" in problem.problem for problem in check(store))
    log.write_text(whole)
    assert list(check(store)) == []
    [row] = rows_of(store, "SELECT ?g { ?a kg:doc 'news/later.txt' ; kg:inGraph ?g }")
    store.live.remove_graph(NamedNode(str(row["g"])))
    assert any(problem.part == "log" and "is gone" in problem.problem for problem in check(store))


def test_what_was_retracted_reviewed_and_brought_back_is_sound(linked: Store) -> None:
    linked.load(changed())
    linked.retract("later-1", reason="it was withdrawn")
    assert list(check(linked)) == []
    linked.load(other())
    linked.restore("later-1")
    linked.link()
    assert list(check(linked)) == []
    linked.delete("later-1")
    assert list(check(linked)) == []


@pytest.mark.parametrize(("name", "text"), [("moving.json", '{"x'), ("edited.json", "[]")])
def test_a_broken_file_beside_the_databases_is_named(linked: Store, name: str, text: str) -> None:
    (linked.path / name).write_text(text)
    linked.live.flush()
    with open_store(linked.path, read_only=True) as beside:
        assert name in [one.thing for one in check(beside) if "damaged" in one.problem]


@pytest.mark.parametrize("text", ["garbage", "{}", "7", "[[7]]"])
def test_a_broken_note_of_what_is_being_settled_goes_when_the_store_is_written(one: Store, text: str) -> None:
    note = one.path / "settling.json"
    one.close()
    note.write_text(text)
    with open_store(one.path, read_only=True) as beside:
        found = [problem.remedy for problem in check(beside)]
    assert found == ([] if text == "[[7]]" else ["--repair removes it, and so does the next command that writes"])
    assert main(["check", "--store", str(one.path), "--repair"]) == 0
    assert not note.exists()


def test_a_log_that_is_gone_or_shorter_is_noticed(linked: Store) -> None:
    log = linked.path / "log.nt"
    linked.load(changed())
    for kept in (log.read_bytes().partition(b"\n\n")[0] + b"\n\n", b""):
        log.write_bytes(kept)
        assert any("was shortened" in one.problem for one in check(linked))
    log.unlink()
    assert any("was shortened" in one.problem for one in check(linked))


def _flipped(file: Path, at: int) -> None:
    found = bytearray(file.read_bytes())
    found[at] ^= 0xFF
    file.write_bytes(bytes(found))


def _cut(log: Path) -> None:
    """Take the last entry out of a log."""
    whole = log.read_bytes()
    log.write_bytes(whole[: whole.rstrip().rindex(b"\n\n") + 2])


def _found(path: Path) -> list[tuple[str, str]]:
    with open_store(path, read_only=True) as again:
        return [(p.part, p.problem) for p in check(again) if p.part != "articles"]


def test_a_byte_changed_in_any_table_file_is_noticed(one: Store) -> None:
    path = one.path
    one.close()
    tables = sorted((path / "live").glob("*.sst"))
    assert tables
    for file in tables:
        whole = file.read_bytes()
        for at in (0, len(whole) // 2, len(whole) - 60):
            _flipped(file, at)
            try:
                with open_store(path, read_only=True) as again:
                    assert any(p.part in {"files", "database"} for p in check(again)), (file.name, at)
            except StoreError:
                pass  # the database itself does not open it
            file.write_bytes(whole)
    assert _found(path) == []


def test_a_log_cut_at_its_end_is_noticed(one: Store) -> None:
    path = one.path
    one.load(other())
    one.close()
    _cut(path / "log.nt")
    assert any(part == "files" and "bytes are missing at its end" in says for part, says in _found(path))


def test_files_written_after_the_last_close_are_no_fault(one: Store) -> None:
    path = one.path
    one.close()
    before = (path / "seals.json").read_bytes()
    with open_store(path) as again:
        again.load(other())
    (path / "seals.json").write_bytes(before)  # as a command leaves it that is killed
    assert _found(path) == []


def test_damage_does_not_become_right_by_writing_on(one: Store) -> None:
    path = one.path
    one.close()
    file = max((path / "live").glob("*.sst"), key=lambda f: f.stat().st_size)
    seals = json.loads((path / "seals.json").read_text())
    seals["live"]["files"][file.name][1] = "0" * 64
    (path / "seals.json").write_text(json.dumps(seals))
    with open_store(path) as again:
        again.load(other())
    assert not file.exists() or any(part == "files" for part, _ in _found(path))


NO_SEALS = [
    "{",
    "[]",
    '{"live": 3}',
    '{"live": {"id": "x"}}',
    '{"live": {"id": "x", "files": {"1.sst": 3}}}',
    '{"log": "x"}',
    '{"log": {}}',
]


@pytest.mark.parametrize("text", NO_SEALS)
def test_seals_that_cannot_be_read_are_a_row_and_stop_nothing(one: Store, text: str) -> None:
    path = one.path
    one.close()
    (path / "seals.json").write_text(text)
    found = _found(path)
    assert found == [] or found == [("files", "damaged: it cannot be read")]
    with open_store(path) as again:
        again.load(other())
        mend(list(check(again)))
        assert list(check(again)) == []
    assert _found(path) == []


def test_a_cut_log_stays_noticed_when_the_store_is_written_on(one: Store) -> None:
    path = one.path
    one.load(other())
    one.close()
    _cut(path / "log.nt")
    for _ in range(2):
        with open_store(path) as again:
            again.load(changed())
        assert any(part == "files" for part, _ in _found(path))


def test_an_addition_to_an_entry_of_the_log_is_noticed(one: Store) -> None:
    path = one.path
    one.close()
    log = path / "log.nt"
    first, _, rest = log.read_bytes().partition(b"\n\n")
    subject = first.split()[0]
    log.write_bytes(first + b"\n" + subject + b' <http://www.w3.org/2000/01/rdf-schema#comment> "forged" .\n\n' + rest)
    assert any("was changed" in says for part, says in _found(path) if part == "log")


def test_a_damaged_store_is_not_backed_up(one: Store, tmp_path: Path) -> None:
    path = one.path
    one.close()
    seals = json.loads((path / "seals.json").read_text())
    for told in seals["live"]["files"].values():  # the database may put one away when it is opened
        told[1] = "0" * 64
    (path / "seals.json").write_text(json.dumps(seals))
    with open_store(path) as again, pytest.raises(StoreError, match="is not copied"):
        again.backup(tmp_path / "copy")


def test_a_database_without_its_first_file_is_not_an_empty_one(one: Store) -> None:
    path = one.path
    one.close()
    (path / "live" / "CURRENT").unlink()
    for read_only in (True, False):
        with pytest.raises(StoreError, match="live/CURRENT is missing"):
            open_store(path, read_only=read_only)
    assert not (path / "live" / "CURRENT").exists()


@pytest.mark.parametrize("text", NO_SEALS)
def test_a_store_is_written_whatever_its_seals_are(one: Store, text: str) -> None:
    path = one.path
    one.close()
    (path / "seals.json").write_text(text)
    with open_store(path) as again:
        again.load(other())
    assert (path / "seals.json").read_text() == text
    assert _found(path) == [("files", "damaged: it cannot be read")]
    with open_store(path) as again, pytest.raises(StoreError, match="damaged"):
        again.backup(path.with_name("copy"))


def test_seals_that_are_gone_are_noticed(one: Store) -> None:
    path = one.path
    assert list(check(one)) == []  # there are none before it is closed
    one.close()
    (path / "seals.json").unlink()
    with open_store(path, read_only=True) as store:
        [problem] = check(store)
    assert (problem.part, problem.thing, "gone" in problem.problem) == ("files", "seals.json", True)
    with open_store(path) as store:
        assert mend(list(check(store))) == 1
        assert list(check(store)) == []
    with open_store(path, read_only=True) as store:
        assert list(check(store)) == []
