from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Entity, Mention
from kg.rdf import name_key
from kg.rdf.namekey import name_keys


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Mrs. Ida  Lorne", "ida lorne"),
        ("Mrs Ida Lorne", "ida lorne"),
        ("Mr. O’Hara", "o'hara"),
        ("the Dockers’ Union", "dockers' union"),
        ("The  Hague", "hague"),
        ("Prime Minister Ana Ruiz", "ana ruiz"),
        ("Gen. Sir John Ash", "john ash"),
        ("Tom “Tata” Brack", 'tom "tata" brack'),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Theodor", "theodor"),
        ("Mariam", "mariam"),
        ("Judge", "judge"),
        ("President", "president"),
        (" \n ", ""),
    ],
)
def test_name_key(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


def test_keys_of_an_entity() -> None:
    text = "Mr. Tom Brack spoke. He left. The chairman, Brack, was glad."
    mentions = (Mention(0, 13), Mention(21, 23, "pronoun"), Mention(30, 42, "nominal"), Mention(44, 49))
    assert name_keys(Entity("e", "Tom Brack", "Person", mentions), text) == ["brack", "tom brack"]
    assert name_keys(Entity("e", "He", "Person", mentions[1:2]), text) == []
    assert name_keys(Entity("e", "the chairman", "Person", mentions[2:3]), text) == ["chairman"]


def test_keys_of_a_name_with_a_nickname_in_it() -> None:
    text = "Tom “The Dam” Brack, “Tata” Brack and Dam” Brack spoke."
    mentions = (Mention(0, 19), Mention(21, 33), Mention(38, 48))
    keys = ['"tata" brack', "brack", "dam", "dam brack", "tata", 'tom "the dam" brack', "tom brack"]
    assert name_keys(Entity("e", "Tom “The Dam” Brack", "Person", mentions), text) == keys
