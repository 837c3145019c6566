from __future__ import annotations

import pytest

from kg.cli.marked import legend, mark

SENTENCE = "Ana Ruiz said the bridge was open."


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ({}, SENTENCE),
        (
            {"source": ((100, 108),), "cue": ((109, 113),), "content": ((114, 133),)},
            "{Ana Ruiz} <said> [the bridge was open].",
        ),
        ({"content": ((100, 108), (114, 134))}, "[Ana Ruiz] said [the bridge was open.]"),
        ({"content": ((100, 134),), "source": ((100, 108),)}, "[{Ana Ruiz} said the bridge was open.]"),
        ({"content": ((0, 108),), "cue": ((129, 999),)}, "[Ana Ruiz] said the bridge was <open.>"),
        ({"content": ((0, 100), (134, 200))}, SENTENCE),
        ({"source": ((100, 108),), "cue": ((108, 113),)}, "{Ana Ruiz}< said> the bridge was open."),
    ],
)
def test_marks_without_colour(spans: dict[str, tuple[tuple[int, int], ...]], shown: str) -> None:
    assert mark(SENTENCE, 100, spans) == shown


def test_marks_with_colour_are_the_same_signs() -> None:
    coloured = mark(SENTENCE, 0, {"source": ((0, 8),), "cue": ((9, 13),)}, colour=True)
    assert coloured == "{\x1b[36mAna Ruiz\x1b[0m} <\x1b[33msaid\x1b[0m> the bridge was open."
    assert legend(colour=False) == "{source}  <cue>  [content]"


def test_escapes_of_the_text_are_written_out() -> None:
    assert mark("a\x1b[31mb\u202ec", 0, {"cue": ((1, 6),)}) == "a<\\x1b[31m>b\\u202ec"
