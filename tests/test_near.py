"""Which names a surname or an office may mean, and which not."""

from __future__ import annotations

import pytest

from kg.near import holders, is_surname, nearest, office_key, surnamed


@pytest.mark.parametrize(
    ("key", "other", "is_one"),
    [
        ("hale", "tom hale", True),
        ("hale", "tom hale jr.", True),
        ("hale", "tom hale, sr", True),
        ("hale", "tom hale iii", True),
        ("van berg", "ida van berg", True),
        ("berg", "ida van berg", True),
        ("hale", "hale", False),
        ("tom", "tom hale", False),
        ("hale", "tom whale", False),
        ("hale", "tom hale-poe", False),
        ("jr.", "tom hale jr.", False),
        ("", "tom hale", False),
    ],
)
def test_surnames(key: str, other: str, *, is_one: bool) -> None:
    assert is_surname(key, other) is is_one


def test_one_name_for_each_person() -> None:
    found = [
        ("tom hale", "Tom Hale", "e1"),
        ("tom hale", "Tom Hale", "e1"),
        ("thomas hale", "Thomas Hale", "e1"),
        ("mark hale", "Mark Hale", None),
        ("mark hale", "MARK HALE", None),
        ("hale", "Hale", None),
    ]
    assert [name.casefold() for name in surnamed("hale", found)] == ["mark hale", "tom hale"]
    assert surnamed("", found) == surnamed("poe", found) == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("mayor", [("Ana Ruiz", "mayor of Selm"), ("Ida Moor", "Mayor"), ("Tom Hale", "deputy mayor")]),
        ("The Mayor", [("Ana Ruiz", "mayor of Selm"), ("Ida Moor", "Mayor"), ("Tom Hale", "deputy mayor")]),
        ("mayor of selm", [("Ana Ruiz", "mayor of Selm")]),
        ("deputy mayor", [("Tom Hale", "deputy mayor")]),
        ("may", []),
        ("mayor of Oland", []),
        ("", []),
    ],
)
def test_offices(asked: str, found: list[tuple[str, str]]) -> None:
    held = [
        ("Tom Hale", "deputy mayor", None),
        ("Ana Ruiz", "mayor", "Selm"),
        ("Ida Moor", "Mayor", None),
        ("Jon Vale", "mayoral aide", None),
    ]
    assert holders(office_key(asked), held) == found


def test_names_that_have_all_of_it_are_near() -> None:
    found = [("carol whitcombe", "Carol Whitcombe"), ("caro", "Caro"), ("carola moor", "Carola Moor")]
    assert nearest("carol", found) == ["Carol Whitcombe", "Caro", "Carola Moor"]


def test_names_whose_surname_is_written_much_like_it_are_near() -> None:
    found = [("anton brel", "Anton Brel"), ("orwell", "Orwell"), ("tom brell jr.", "Tom Brell Jr."), ("brelling road", "Brelling Road")]
    assert nearest("12", [("ida lorne 1", "Ida Lorne 1")]) == []
    assert nearest("brell", found) == ["Tom Brell Jr.", "Anton Brel", "Orwell"]
