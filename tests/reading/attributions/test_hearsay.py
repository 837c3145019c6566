"""Said by nobody in particular."""

from __future__ import annotations

import pytest

from kg.reading.attributions.drafts import Draft
from kg.reading.attributions.hearsay import is_hearsay


@pytest.mark.parametrize(
    ("text", "cue", "fires"),
    [
        ("Fighters posted images said to be of soldiers.", "said", True),
        ("The minister is believed to have left.", "is believed", True),
        ("The minister is believed to have left.", "is believed to have", True),
        ("The firm is expected to be sold.", "is expected to", True),
        ("The minister said to be calm was hard.", "minister", False),
        ("The minister said he was calm.", "said", False),
        ("The minister claimed to have left.", "claimed", False),
        ("The minister expected to win.", "expected", False),
        ("The minister accused of theft.", "accused", True),
        ("The minister accused him of theft.", "accused", False),
        ("It is rumoured that he left.", "is rumoured", True),
        ("It was widely believed that he left.", "was widely believed", True),
        ("It said that he left.", "said", False),
        ("It claimed that he left.", "claimed", False),
        ("The minister is accused of theft.", "is accused of", True),
    ],
)
def test_hearsay(text: str, cue: str, *, fires: bool) -> None:
    at = text.index(cue)
    draft = Draft(((0, text.index(" ")),), ((at, at + len(cue)),), ((len(text) - 5, len(text)),), 1.0, "test")
    assert is_hearsay(text, draft) == fires
