from __future__ import annotations

import pytest

from kg.loaders.agency import credited, known
from kg.loaders.lines import lines_of
from kg.loaders.text import from_text

BODY = "\n\nThe bridge over the Lark reopened on Monday.\n\nTraffic was light, officials said."


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("HARBOR CITY (AP) — The bridge reopened.", "Associated Press"),
        ("HARBOR CITY, Sept 6 (Reuters) - The bridge reopened.", "Reuters"),
        ("Harbor City, May 2 (EFE).- The bridge reopened.", None),
        ("HARBOR CITY, Lark — May 2, 2024 (AFP) – The bridge reopened.", "AFP"),
        ("By The Associated Press", "Associated Press"),
        ("By Ann Bee, Associated Press", "Associated Press"),
        ("By Ann Bee and Tom Hale | Reuters", "Reuters"),
        ("By ANN BEE / Deutsche Presse-Agentur", "dpa"),
        ("Source: Xinhua", "Xinhua"),
        ("Agence France-Presse", "AFP"),
        ("© 2024 The Associated Press. All rights reserved.", "Associated Press"),
        ("Copyright 2024 Reuters", "Reuters"),
        ("HARBOR CITY (Lark Gazette) — The bridge reopened.", None),
        ("By Ann Bee", None),
        ("By Reuters Smith", None),
        ("Reuters said on Monday that the bridge reopened.", None),
        ("The mayor told Reuters (the agency) — and nobody else — so.", None),
        ("Photo: AP", None),
        ("© 2024 Lark Gazette", None),
        ("Source: the mayor’s office", None),
    ],
)
def test_who_is_credited(line: str, agency: str | None) -> None:
    for text in (line + BODY, "Bridge Reopens After Flood\n" + line + BODY):
        assert credited(lines_of(text)) == agency
        assert from_text(text).agency == agency


@pytest.mark.parametrize("line", ["© 2024 The Associated Press. All rights reserved.", "(Reuters)"])
def test_at_the_end(line: str) -> None:
    assert credited(lines_of("Bridge Reopens" + BODY + "\n\n" + line)) is not None


def test_in_the_middle_it_does_not_count() -> None:
    assert credited(lines_of("\n".join(["Words of the article."] * 12 + ["Reuters"] + ["More words of it."] * 12))) is None


def test_names() -> None:
    assert known("AP") == known("The Associated Press") == "Associated Press"
    assert known("Ann Bee") is None
    assert known("") is None
