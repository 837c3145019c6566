"""Verdicts on a claim that is told in the same breath."""

from __future__ import annotations

import pytest

from kg.reading.attributions import verdicts


@pytest.mark.parametrize(
    ("content", "told", "rejected"),
    [
        ("the claim that it fell is untrue and baseless", "that it fell", True),
        ("any claim that it fell was fanciful", "that it fell", True),
        ("her claim that it fell could not be true", "that it fell", True),
        ("the claim that it fell holds little merit", "that it fell", True),
        ("there are errors, such as the mistaken claim that it fell", "that it fell", True),
        ("the claim that it fell was not false", "that it fell", False),
        ("the claim that it fell was made in May", "that it fell", False),
        ("the claim that it fell was wrong to make", "that it fell", False),
        ("in a letter of May the police repeated the claim that it fell is wrong", "that it fell", False),
    ],
)
def test_rejects(content: str, told: str, rejected: bool) -> None:
    at, cue = content.index(told), content.index("claim")
    assert verdicts.rejects(content, ((0, len(content)),), (cue, cue + 5), ((at, at + len(told)),)) is rejected
