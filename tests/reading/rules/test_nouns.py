"""Nouns that report."""

from __future__ import annotations

import pytest

from kg.reading.network.reader import Frame
from kg.reading.rules import nouns


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There were rumors that he had fled.", [("", "rumors", "that he had fled")]),
        ("There were reports on Sunday of losses, including two deaths, but.", [("", "reports", "of losses, including two deaths")]),
        ("A report that a dam had cracked was false.", [("", "report", "that a dam had cracked")]),
        ("Rumors of the army’s defeat swirled.", [("", "Rumors", "of the army’s defeat")]),
        ("He denied the board’s claim that it held.", [("the board’s", "claim", "that it held")]),
        ("He denied their claim that it held.", [("their", "claim", "that it held")]),
        ("Norrby called reports of a deal “premature.”", [("", "reports", "of a deal")]),
        ("He denied a report in the Selm Courier that it had closed.", [("", "report", "that it had closed")]),
        ("There was no suggestion that he had fled.", []),
        ("He has read the reports of the ministry.", []),
        ("He published a report of the works.", []),
        ("“The rumors that he had fled are false,” she said.", [("", "rumors", "that he had fled")]),
        ("“Any assertion that he feared for his life was fanciful,” she said.", [("", "assertion", "that he feared for his life")]),
        ("“Any assertion that he feared for his life was welcome,” she said.", []),
        ("He played down any idea that clerks would be replaced.", [("", "idea", "that clerks would be replaced")]),
        ("He had not heard any claim that it leaked.", []),
        ("He rejected the claim by Dr. Hale that the bank sold gold.", [("Dr. Hale", "claim", "that the bank sold gold")]),
        ("Her denials that she had gained could not be true.", [("Her", "denials", "that she had gained")]),
        ("He spoke of the mistaken belief that bread is bad.", [("", "belief", "that bread is bad")]),
        ("He spoke of their mistaken belief that bread is bad.", [("their", "belief", "that bread is bad")]),
        (
            "The claims that he stole cars, burnt two and lost his head are wrong.",
            [("", "claims", "that he stole cars, burnt two and lost his head")],
        ),
        ("The rumours that he sold it, the police said, are wrong.", [("", "rumours", "that he sold it")]),
        ("The claim that the man who was shot had drunk was false.", [("", "claim", "that the man who was shot had drunk")]),
        ("The claim that 7.8 million was paid is false.", [("", "claim", "that 7.8 million was paid")]),
        ("The notion that when it rains, the town floods, is old.", [("", "notion", "that when it rains, the town floods")]),
        ("He denied a claim that it was a “fraud” on the town.", [("", "claim", "that it was a “fraud” on the town")]),
        ("He denied the claim that it would “harm” many.", [("", "claim", "that it would “harm” many")]),
        ("He called the claim that it fell “nonsense.”", [("", "claim", "that it fell")]),
        ('"The claims that he fled," she said, "are bad."', [("", "claims", "that he fled")]),
        ("He denied the claim that they would have to have it.", [("", "claim", "that they would have to have it")]),
        ("The estimates by the bank show that rents rose.", []),
        (
            "He was held on allegations of theft, fraud of all kinds, and arson.",
            [("", "allegations", "of theft, fraud of all kinds, and arson")],
        ),
        ("He was held over suspicions he had sold arms.", [("", "suspicions", "he had sold arms")]),
        ("He was cleared of the accusations he faced.", []),
        ("Despite calls from the opposition for him to go, he stayed.", [("the opposition", "calls", "for him to go")]),
        ("He calls for help.", []),
        ("It is a practice that dictates the belief that follows.", []),
        ("The claims that she made in May were old.", []),
        ("It was a report that cost ten crowns.", []),
        ("It was a suggestion that Dr. Hale rejected.", []),
        ("The ministry claims that the dam is safe.", [("", "claims", "that the dam is safe")]),
        ("“The ministry claims that the dam is safe,” she said.", []),
        ("The ministry fears that the dam is old.", []),
        ("He said in a statement that the dam is old.", []),
        ("There were reports that rents rose.", [("", "reports", "that rents rose")]),
        ("There were reports that track rents.", []),
        ("The report that.", []),
    ],
)
def test_nouns(text: str, found: list[tuple[str, str, str]]) -> None:
    quoted = [(text.index("“"), text.rindex("”"))] if text.startswith("“") else []
    shown = [
        tuple(" ".join(text[b:e] for b, e in part) for part in (f.source, f.cue, f.content))
        for f in nouns.find(text, [(0, len(text))], [], quoted)
    ]
    assert shown == found


def test_a_noun_that_is_a_cue_already_is_left_alone() -> None:
    text = "There were rumors that he had fled."
    assert nouns.find(text, [(0, len(text))], [Frame((), ((11, 17),), ((18, 34),), 0.9)], []) == []
