"""In which language a text is, and when that is not told."""

from __future__ import annotations

import pytest

from kg.reading.text.language import of

GERMAN = "Die Bürgermeisterin sagte, die Brücke sei sicher. Die Hafenarbeiter bestritten das am Montag."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (GERMAN, "de"),
        (GERMAN * 4, "de"),
        ("La maire a déclaré lundi que le pont était sûr et que personne ne devait partir.", "fr"),
        ("La alcaldesa dijo el lunes que el puente era seguro y que nadie tenía que marcharse.", "es"),
        ("Мэр заявила в понедельник, что мост безопасен и никому не нужно уезжать из дома.", "ru"),
        ("The mayor said on Monday that the bridge was safe. " * 5, "en"),
        ("Die Brücke ist sicher", None),
        ("The mayor said on Monday that the bridge was safe, and nobody had to leave.", None),
        ("Bridge Reopens After Flood; Mayor Denies Delay, Dockers Plan Strike", None),
        ("Ruiz tops Hale in Lark delegate race\nStorm batters coast, thousands lose power", None),
        ("1. Ana Ruiz/Tom Hale (SLM) 7hr 20min 43.9sec; 2. Ida Berg/Jon Vale (OLD) 7hr 21min", None),
        ("“Die Brücke ist sicher,” Mayor Ana Ruiz said on Monday, in German.", None),
        ("", None),
    ],
)
def test_of(text: str, found: str | None) -> None:
    assert of(text) == found
