"""What a dispute disputes."""

from __future__ import annotations

import pytest

from kg.reading.attributions import anaphora, disputes
from kg.reading.attributions.drafts import Draft
from kg.reading.properties import stance
from kg.reading.reference import refer
from tests.reading.scenes import scene

Said = tuple[str, str, str]


def target(text: str, *said: Said) -> int | None:
    """Index of what the last of `said` (source, cue, content) disputes."""
    made = scene(text, Person="Ana Ruiz|Tom Hale", Organization="Water Board|Morton Steel|Karsian army|government of Karsia|army of Orland")
    at = 0
    drafts: list[Draft] = []
    for source, cue, content in said:
        begin = text.index(source, at)
        end = text.index(cue, begin)
        said_at = text.index(content, at)
        d = Draft(((begin, begin + len(source)),), ((end, end + len(cue)),), ((said_at, said_at + len(content)),), 0.9, "test")
        d.stance = stance.stance(cue, content)
        d.stance = anaphora.refutation(content) or d.stance
        d.anaphoric = anaphora.is_anaphoric(content)
        d.inside = next((o for o in drafts if o.content[0][0] <= end < o.content[0][1]), None)
        d.speaker = refer.speaker(made, d.source[0], d.cue[0]).figure
        drafts.append(d)
        at = begin
    disputes.link(made, drafts)
    return next((i for i, d in enumerate(drafts) if d is drafts[-1].disputes), None)


RUIZ = ("Ana Ruiz", "said", "the dam had burst")
BOARD = ("The Water Board", "said", "40 people had left")


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Ana Ruiz said the dam had burst. Tom Hale disputed that account.", [RUIZ, ("Tom Hale", "disputed", "that account")], 0),
        ("Ana Ruiz said the dam had burst. Tom Hale denied it.", [RUIZ, ("Tom Hale", "denied", "it")], 0),
        ("Ana Ruiz said the dam had burst. Tom Hale denied that the dam burst.", [RUIZ, ("Tom Hale", "denied", "that the dam burst")], 0),
        (
            "Ana Ruiz said the dam had not burst. Tom Hale denied that the dam burst.",
            [("Ana Ruiz", "said", "the dam had not burst"), ("Tom Hale", "denied", "that the dam burst")],
            None,
        ),
        (
            "Ana Ruiz denied that the dam burst. Tom Hale denied that the dam had burst.",
            [("Ana Ruiz", "denied", "that the dam burst"), ("Tom Hale", "denied", "that the dam had burst")],
            None,
        ),
        ("Ana Ruiz said the dam had burst. Tom Hale said the claim was false.", [RUIZ, ("Tom Hale", "said", "the claim was false")], 0),
        ("Ana Ruiz said the dam had burst. Tom Hale called the idea nonsense.", [RUIZ, ("Tom Hale", "called", "the idea nonsense")], 0),
        (
            "Ana Ruiz said the dam had burst. The Water Board said 40 people had left. Tom Hale disputed Ana Ruiz's account.",
            [RUIZ, BOARD, ("Tom Hale", "disputed", "Ana Ruiz's account")],
            0,
        ),
        (
            "The Water Board said 40 people had left. Ana Ruiz said the dam had burst. Tom Hale disputed that figure.",
            [BOARD, RUIZ, ("Tom Hale", "disputed", "that figure")],
            0,
        ),
        ("Ana Ruiz said the dam had burst. She denied it.", [RUIZ, ("She", "denied", "it")], None),
        (
            "Ana Ruiz said the dam had burst. Tom Hale denied that he had sold shares.",
            [RUIZ, ("Tom Hale", "denied", "that he had sold shares")],
            None,
        ),
        (
            "Ana Ruiz said the dam had burst. Tom Hale said that account was right.",
            [RUIZ, ("Tom Hale", "said", "that account was right")],
            None,
        ),
        ("Tom Hale denied it.", [("Tom Hale", "denied", "it")], None),
        ("Ana Ruiz said the dam had burst. Tom Hale rejected the allegations.", [RUIZ, ("Tom Hale", "rejected", "the allegations")], None),
        (
            "Ana Ruiz said Tom Hale had lied. The Water Board said 40 people had left. Tom Hale rejected the allegations.",
            [("Ana Ruiz", "said", "Tom Hale had lied"), BOARD, ("Tom Hale", "rejected", "the allegations")],
            0,
        ),
        (
            "Ana Ruiz accused him of selling shares. Tom Hale rejected the charge.",
            [("Ana Ruiz", "accused", "him of selling shares"), ("Tom Hale", "rejected", "the charge")],
            0,
        ),
        (
            "Ana Ruiz accused Tom Hale of selling shares. "
            + "The Water Board said 40 people had left. " * 9
            + "Tom Hale denied the allegations.",
            [("Ana Ruiz", "accused", "Tom Hale of selling shares"), *[BOARD] * 9, ("Tom Hale", "denied", "the allegations")],
            0,
        ),
        (
            "Ana Ruiz accused Morton Steel of theft. "
            + "The Water Board said 40 people had left. " * 9
            + "Tom Hale denied the allegations.",
            [("Ana Ruiz", "accused", "Morton Steel of theft"), *[BOARD] * 9, ("Tom Hale", "denied", "the allegations")],
            None,
        ),
        (
            "The document says the dam had burst. Ana Ruiz said it rained. Tom Hale said that the document was a forgery.",
            [
                ("The document", "says", "the dam had burst"),
                ("Ana Ruiz", "said", "it rained"),
                ("Tom Hale", "said", "that the document was a forgery"),
            ],
            0,
        ),
        ("Ana Ruiz said the dam had burst. Tom Hale disputed both critiques.", [RUIZ, ("Tom Hale", "disputed", "both critiques")], None),
        (
            "Ana Ruiz said the dam had burst, a charge that Tom Hale rejected as invention.",
            [RUIZ, ("Tom Hale", "rejected", "as invention")],
            0,
        ),
        ("Ana Ruiz said the dam had burst. Tom Hale fired back at Ana Ruiz.", [RUIZ, ("Tom Hale", "fired back at", "Ana Ruiz")], 0),
        (
            "Ana Ruiz said the dam had burst. The Water Board said 40 people had left. Tom Hale does not agree with Ana Ruiz.",
            [RUIZ, BOARD, ("Tom Hale", "does not agree with", "Ana Ruiz")],
            0,
        ),
        ("Ana Ruiz said the dam had burst. Tom Hale rejected both objections.", [RUIZ, ("Tom Hale", "rejected", "both objections")], 0),
        (
            "Ana Ruiz said the dam had burst - a point that Tom Hale disputed.",
            [RUIZ, ("Tom Hale", "disputed", "a point that")],
            0,
        ),
        ("Ana Ruiz said the dam had burst. Tom Hale refused to disavow it.", [RUIZ, ("Tom Hale", "refused to disavow", "it")], None),
        ("Ana Ruiz said the dam had burst. Tom Hale said no.", [RUIZ, ("Tom Hale", "said", "no")], None),
        ("Ana Ruiz said the dam had burst. Tom Hale does not defend it.", [RUIZ, ("Tom Hale", "does not defend", "it")], None),
        ("Ana Ruiz said the dam had burst. Tom Hale denied them entry.", [RUIZ, ("Tom Hale", "denied", "them entry")], None),
        (
            "Ana Ruiz said the dam had burst. Tom Hale dismissed her petition.",
            [RUIZ, ("Tom Hale", "dismissed", "her petition")],
            None,
        ),
        (
            "Ana Ruiz vowed to mend the dam. Tom Hale rejected that idea.",
            [("Ana Ruiz", "vowed", "to mend the dam"), ("Tom Hale", "rejected", "that idea")],
            None,
        ),
        (
            "Ana Ruiz said the dam had burst. Tom Hale rejected the idea of selling water.",
            [RUIZ, ("Tom Hale", "rejected", "the idea of selling water")],
            None,
        ),
        ("Ana Ruiz said the dam had burst. She disputed the quotation.", [RUIZ, ("She", "disputed", "the quotation")], 0),
        (
            "Ana Ruiz said there were reports of a leak. Tom Hale called reports of a leak “premature”.",
            [("Ana Ruiz", "said", "there were reports of a leak"), ("Tom Hale", "called", "reports of a leak “premature")],
            0,
        ),
        (
            "Ana Ruiz spoke of allegations that the dam leaked, which Tom Hale has denied.",
            [("Ana Ruiz", "allegations", "that the dam leaked"), ("Tom Hale", "has denied", "which")],
            0,
        ),
        (
            "Ana Ruiz said the dam had burst. It had a wall, which Tom Hale rejected.",
            [RUIZ, ("Tom Hale", "rejected", "which")],
            None,
        ),
        (
            "Ana Ruiz said the dam had burst, a claim Tom Hale denied.",
            [RUIZ, ("Tom Hale", "denied", "a claim")],
            0,
        ),
        (
            "Critics like Ana Ruiz said the dam had cost too much. Tom Hale rejects those claims.",
            [("Ana Ruiz", "said", "the dam had cost too much"), ("Tom Hale", "rejects", "those claims")],
            0,
        ),
        (
            "Ana Ruiz said the dam had burst. It rained. It rained. Tom Hale rejects those claims.",
            [RUIZ, ("Tom Hale", "rejects", "those claims")],
            None,
        ),
        (
            "Ana Ruiz suggested the dam leaked. Tom Hale rejected the suggestion.",
            [("Ana Ruiz", "suggested", "the dam leaked"), ("Tom Hale", "rejected", "the suggestion")],
            0,
        ),
        ("Ana Ruiz said the dam had burst. By Tom Hale it was rejected.", [RUIZ, ("Tom Hale", "was rejected", "it")], None),
        (
            "Ana Ruiz said the dam had burst. Tom Hale has denied it happened.",
            [RUIZ, ("Tom Hale", "has denied", "it happened")],
            0,
        ),
        (
            "Ana Ruiz said the dam had burst. Tom Hale rejected the Water Board's claims.",
            [RUIZ, ("Tom Hale", "rejected", "the Water Board's claims")],
            None,
        ),
        (
            "Ana Ruiz shot a man, claiming he was armed. Tom Hale disputed the claims.",
            [("Ana Ruiz", "claiming", "he was armed"), ("Tom Hale", "disputed", "the claims")],
            0,
        ),
        (
            "The government of Karsia accused Morton Steel of firing shells. The Karsian army denied having fired shells.",
            [
                ("The government of Karsia", "accused", "Morton Steel of firing shells"),
                ("The Karsian army", "denied", "having fired shells"),
            ],
            None,
        ),
        (
            "The government of Karsia said the army fired shells. The army of Orland denied having fired shells.",
            [
                ("The government of Karsia", "said", "the army fired shells"),
                ("The army of Orland", "denied", "having fired shells"),
            ],
            0,
        ),
        (
            "Ana Ruiz said the dam had burst. Morton Steel conceded that it had erred. Tom Hale said it was a lie.",
            [RUIZ, ("Morton Steel", "conceded", "that it had erred"), ("Tom Hale", "said", "it was a lie")],
            0,
        ),
        (
            "Ana Ruiz said the dam had burst. Morton Steel said that it had rained. Tom Hale said it was a lie.",
            [RUIZ, ("Morton Steel", "said", "that it had rained"), ("Tom Hale", "said", "it was a lie")],
            1,
        ),
    ],
)
def test_target(text: str, said: list[Said], expected: int | None) -> None:
    assert target(text, *said) == expected


def test_a_headline_disputes_what_is_told_further_on() -> None:
    made = scene("Witnesses dispute police account\n\nPolice said the man had run.")
    first = Draft(((0, 9),), ((10, 17),), ((18, 32),), 0.9, "test", stance="disputes")
    second = Draft(((34, 40),), ((41, 45),), ((46, 61),), 0.9, "test")
    for d in (first, second):
        d.speaker = refer.speaker(made, d.source[0], d.cue[0]).figure
    disputes.link(made, [first, second])
    assert first.disputes is second


def test_too_far_back_is_not_disputed() -> None:
    text = "Ana Ruiz said the dam had burst. " + "It rained. " * 8 + "Tom Hale disputed that account."
    assert target(text, RUIZ, ("Tom Hale", "disputed", "that account")) is None


def test_a_denial_in_own_words_does_not_dispute_a_denial_of_the_same() -> None:
    text = "Ana Ruiz denied that the dam had burst. Tom Hale denied that the dam had burst."
    assert target(text, ("Ana Ruiz", "denied", "that the dam had burst"), ("Tom Hale", "denied", "that the dam had burst")) is None


def test_what_goes_on_after_the_content_is_disputed() -> None:
    made = scene("The Water Board rebutted Ana Ruiz's accusation that the wall was weak.", Person="Ana Ruiz", Organization="Water Board")
    first = Draft(((0, 15),), ((16, 24),), ((25, 35),), 0.9, "test", stance="disputes")
    second = Draft(((25, 35),), ((36, 46),), ((47, 69),), 0.9, "test")
    for d in (first, second):
        d.speaker = refer.speaker(made, d.source[0], d.cue[0]).figure
    disputes.link(made, [first, second])
    assert first.disputes is second


def test_a_report_within_is_disputed_though_its_cue_is_far_from_the_head() -> None:
    text = "Tom Hale dismissed an earlier and longer report from Ana Ruiz saying the dam had burst."
    made = scene(text, Person="Ana Ruiz|Tom Hale")
    first = Draft(((0, 8),), ((9, 18),), ((19, 86),), 0.9, "test", stance="disputes")
    second = Draft(((53, 61),), ((62, 68),), ((69, 86),), 0.9, "test", inside=first)
    for d in (first, second):
        d.speaker = refer.speaker(made, d.source[0], d.cue[0]).figure
    disputes.link(made, [first, second])
    assert first.disputes is second


@pytest.mark.parametrize(
    ("content", "stance", "who", "disputed"),
    [
        ("any claim that it fell was fanciful", "asserts", "Ana Ruiz", True),
        ("there are errors, such as the mistaken belief that it fell", "asserts", "Ana Ruiz", True),
        ("the belief that it fell was old", "asserts", "Ana Ruiz", False),
        ("the call that it fell was fanciful", "asserts", "Ana Ruiz", False),
        ("a claim that it fell", "denies", "I", True),
        ("in a letter of May about the mill, where a claim that it fell", "denies", "I", False),
    ],
)
def test_a_claim_told_by_a_noun_that_is_rejected_at_once(content: str, stance: str, who: str, disputed: bool) -> None:
    text = f"{who} said {content}."
    noun = next(n for n in ("claim", "belief", "call") if n in text)
    at, told, begin = text.index(noun), text.index("that it fell"), len(who) + 6
    outer = Draft(((0, len(who)),), ((len(who) + 1, len(who) + 5),), ((begin, len(text) - 1),), 0.9, "test", stance=stance)
    inner = Draft((), ((at, at + len(noun)),), ((told, told + 12),), 0.6, "test", inside=outer)
    made = scene(text, Person="Ana Ruiz")
    outer.speaker = refer.speaker(made, outer.source[0], outer.cue[0]).figure
    disputes.link(made, [outer, inner])
    assert (outer.disputes is inner) is disputed
    assert (outer.stance == "asserts") is (stance == "asserts" and not disputed)


POE = ("Tom Hale", "disputes", "that")
STEEL = ("Morton Steel", "had said", "it had burst")


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "Ana Ruiz said the dam had burst. Morton Steel had said it had burst. Tom Hale disputes that.",
            [RUIZ, STEEL, POE],
            1,
        ),
        ("Ana Ruiz said the dam had burst; Morton Steel had said it had burst. Tom Hale disputes that.", [RUIZ, STEEL, POE], 1),
        (
            "Ana Ruiz said the dam had burst, and Morton Steel had said it had burst. Tom Hale disputes that.",
            [("Ana Ruiz", "said", "the dam had burst, and Morton Steel had said it had burst"), STEEL, POE],
            1,
        ),
        (
            "Ana Ruiz said the dam had burst; Morton Steel had said it had burst. Tom Hale disputes that.",
            [("Ana Ruiz", "said", "the dam had burst; Morton Steel had said it had burst"), STEEL, POE],
            1,
        ),
        (
            "Ana Ruiz said she had heard that Morton Steel had said it had burst. Tom Hale disputes that.",
            [("Ana Ruiz", "said", "she had heard that Morton Steel had said it had burst"), STEEL, POE],
            0,
        ),
        (
            "Ana Ruiz said the dam had burst; Tom Hale had said it had burst. Tom Hale disputes that.",
            [RUIZ, ("Tom Hale", "had said", "it had burst"), POE],
            0,
        ),
        ("Ana Ruiz said the dam had burst. It rained. Tom Hale disputes that.", [RUIZ, POE], 0),
        (
            "Ana Ruiz said the dam had burst. Morton Steel had called it careful. Tom Hale disputes that.",
            [RUIZ, ("Morton Steel", "had called", "it careful"), POE],
            0,
        ),
    ],
)
def test_that_is_what_was_said_last(text: str, said: list[Said], expected: int | None) -> None:
    assert target(text, *said) == expected
