"""Patterns that must match a whole line."""

from __future__ import annotations

import re


def whole(*alternatives: str) -> re.Pattern[str]:
    """One pattern, blind to case, for lines that are wholly one of `alternatives`."""
    return re.compile(f"^(?:{'|'.join(alternatives)})$", re.IGNORECASE)
