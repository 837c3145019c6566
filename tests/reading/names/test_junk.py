"""What stands beside a name and tells that it is none, or another."""

from __future__ import annotations

import pytest

from tests.reading.names.test_spans import read


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        ("Selm Steel (NYSE: SLM) rose.", {"Organization": "Selm Steel|SLM"}, [("Selm Steel", "Organization")]),
        ("He said: SLM rose.", {"Organization": "SLM"}, [("SLM", "Organization")]),
        ("The SelmSafe™ lock. With SelmSafe, it rose.", {"Place": "SelmSafe"}, []),
        ("The SelmSafe lock rose.", {"Place": "SelmSafe"}, [("SelmSafe", "Place")]),
        ("Leader of the Opposition Ana Ruiz left.", {"Person": "Leader of the Opposition Ana Ruiz"}, [("Ana Ruiz", "Person")]),
        ("Hairdresser Ana Ruiz left.", {"Person": "Hairdresser Ana Ruiz"}, [("Ana Ruiz", "Person")]),
        ("Baker Ruiz left.", {"Person": "Baker Ruiz"}, [("Baker Ruiz", "Person")]),
        ("We saw Baker Ana Ruiz.", {"Person": "Baker Ana Ruiz"}, [("Baker Ana Ruiz", "Person")]),
        ("“It fell,” she told Brandal.", {"Place": "Brandal"}, [("Brandal", "Organization")]),
        ("She told Brandal officials so.", {"Place": "Brandal"}, [("Brandal", "Place")]),
        ("She told Brandal’s mayor so.", {"Place": "Brandal"}, [("Brandal", "Place")]),
        ("Vale Poe analysts wrote.", {"Person": "Vale Poe"}, [("Vale Poe", "Organization")]),
        ("SELM, May 1 (Brandal) - It fell.", {"Place": "SELM|Brandal"}, [("SELM", "Place"), ("Brandal", "Organization")]),
        ("A memo seen by Brandal said so.", {"Place": "Brandal"}, [("Brandal", "Organization")]),
        ("The Selm Front’s men left. The Selm Front fled.", {"Place": "Selm Front"}, [("Selm Front", "Organization")] * 2),
        ("The regulator, Selmo, said so.", {"Person": "Selmo"}, [("Selmo", "Organization")]),
        ("The head of the regulator, Ruiz, left.", {"Person": "Ruiz"}, [("Ruiz", "Person")]),
        ("The regulator, Ruiz said, left.", {"Person": "Ruiz"}, [("Ruiz", "Person")]),
        ("SELM: Two days after it fell.", {"Organization": "SELM"}, [("SELM", "Place")]),
        ("SELM: Yes, it fell.\n\nPOE: No, it stands.", {"Organization": "SELM"}, [("SELM", "Organization")]),
        (
            "Poe’s Tom Hale and Vale Poe analysts wrote.",
            {"Person": "Poe|Vale Poe|Tom Hale"},
            [("Poe", "Person"), ("Tom Hale", "Person"), ("Vale Poe", "Organization")],
        ),
        (
            "Ms. Bank said so. Ifra Bank left.",
            {"Person": "Bank", "Organization": "Ifra Bank"},
            [("Bank", "Person"), ("Ifra Bank", "Person")],
        ),
        ("Selm Rovers 2\n\nSelm Rovers won.", {"Organization": "Selm Rovers 2|Selm Rovers"}, [("Selm Rovers", "Organization")] * 2),
        ("Selm Radio 2 rose.", {"Organization": "Selm Radio 2"}, [("Selm Radio 2", "Organization")]),
        ("Vale Poe wrote.", {"Person": "Vale Poe"}, [("Vale Poe", "Person")]),
        (
            "Vale Poe, in a note, and Vale Poe Ltd.",
            {"Person": "Vale Poe", "Organization": "Vale Poe Ltd"},
            [("Vale Poe", "Organization"), ("Vale Poe Ltd", "Organization")],
        ),
    ],
)
def test_names_beside_words_that_tell_what_they_are(text: str, kinds: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert read(text, **kinds) == expected
