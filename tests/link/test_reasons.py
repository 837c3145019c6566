"""Why or how something was not done."""

from __future__ import annotations

import pytest

from kg.link.reasons import only_how


@pytest.mark.parametrize(
    ("no", "other", "expected"),
    [
        ("Hale did not resign for health reasons", "Hale resigned", True),
        ("Hale did not resign for health reasons", "Hale resigned for health reasons", False),
        ("Hale did not resign because of the strike", "Hale resigned on Monday", True),
        ("Hale did not resign out of fear", "Hale resigned", True),
        ("Hale did not run out of money", "Hale ran out of money", False),
        ("because of the strike, Hale did not resign", "Hale resigned", False),
        ("Hale did not stand over in the barn", "Hale stood in the barn", False),
        ("Hale did not resign", "Hale resigned over the strike", False),
        ("Hale did not resign on Monday", "Hale resigned", False),
    ],
)
def test_only_how(no: str, other: str, expected: bool) -> None:
    assert only_how(no, other) is expected
