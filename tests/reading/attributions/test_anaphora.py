"""Contents that point at what was said elsewhere."""

from __future__ import annotations

import pytest

from kg.reading.attributions import anaphora


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("that account", True),
        ("the ministry’s claim", True),
        ("those claims", True),
        ("it", True),
        ("them", True),
        ("Not so", True),
        ("the claim as 'a fairy tale'", True),
        ("the idea nonsense", True),
        ("It a Forgery", True),
        ("her figure “irresponsible", True),
        ("that the claim was false", False),
        ("that it rained", False),
        ("it careful and convincing", False),
        ("the claim that all the boats had been sold", False),
        ("a report", False),
        ("the number of injured at four", False),
        ("the figures of the ministry", True),
        ("it made a profit", False),
        ("the claims made by the board", True),
        ("he never saw Hale's email account", False),
        ("the bank account", False),
        ("the town had fallen", False),
        ("", False),
    ],
)
def test_is_anaphoric(content: str, expected: bool) -> None:
    assert anaphora.is_anaphoric(content) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("that the allegations were false", "denies"),
        ("the reports were not true", "denies"),
        ("Not so", "denies"),
        ("the idea nonsense", "disputes"),
        ("that the document was a forgery", "disputes"),
        ("reports of a deal premature", None),
        ("There is no evidence for that", "disputes"),
        ("that the allegations were not false", None),
        ("that the claims were well founded", None),
        ("it rained", None),
        ("it was “premature” to back anybody", None),
        ("it was wrong to compare the two", None),
        ("This is the lie that the campaign is built on", None),
        ("that the “fake” leaflets were more plentiful than the real ones", None),
        ("that Hale had fake papers in his bag", None),
        ("that critics said was a propaganda coup for the port", None),
        ("that the organisation published misleading reports", None),
        ("voters of the mayor’s many statements and lies", None),
        ("that “beyond preposterous", "disputes"),
        ("It’s nonsense", "disputes"),
    ],
)
def test_refutation(content: str, expected: str | None) -> None:
    assert anaphora.refutation(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("it happened", True),
        ("that that was the case", True),
        ("doing so", True),
        ("having said that", True),
        ("any such meeting", True),
        ("that it happened at night", False),
        ("doing the work", False),
        ("that the case was lost", False),
    ],
)
def test_names_no_act(content: str, expected: bool) -> None:
    assert anaphora.names_no_act(content) is expected
