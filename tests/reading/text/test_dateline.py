"""Datelines, which are no part of what is said."""

from __future__ import annotations

import pytest

from kg.reading.text import dateline


@pytest.mark.parametrize(
    ("line", "content", "left"),
    [
        ("SELM — The dam is safe, he said.", "SELM — The dam is safe", "The dam is safe"),
        ("SELM (Selm Wire) — The dam is safe, he said.", "SELM (Selm Wire) — The dam is safe", "The dam is safe"),
        ("PORT SELM, Oland, May 2 — “It is safe,” he said.", "PORT SELM, Oland, May 2 — “It is safe", "“It is safe"),
        ("SELM - The dam is safe, he said.", "SELM - The dam is safe", "The dam is safe"),
        ("Port Selm, May 2, 2025 — The dam is safe, he said.", "Port Selm, May 2, 2025 — The dam is safe", "The dam is safe"),
        ("Selm (Selm Wire) - The dam is safe, he said.", "Selm (Selm Wire) - The dam is safe", "The dam is safe"),
        ("Selm, 2 May 2025 (Wire) - The dam is safe, he said.", "Selm, 2 May 2025 (Wire) - The dam is safe", "The dam is safe"),
        ("Selm – The dam is safe, he said.", "Selm – The dam is safe", "Selm – The dam is safe"),
        ("Vo (left) — Hale’s aide — left, he said.", "Vo (left) — Hale’s aide — left", "Vo (left) — Hale’s aide — left"),
        ("SELM — According to them, the dam is safe.", "SELM", None),
        ("SELM — According to them, the dam is safe.", "the dam is safe", "the dam is safe"),
        ("• Four are dead, he said.", "• Four are dead", "Four are dead"),
        ("* Road will open, he said.", "* Road will open", "Road will open"),
        ("17:05 Four are dead, he said.", "17:05 Four are dead", "Four are dead"),
        ("5.05pm - Four are dead, he said.", "5.05pm - Four are dead", "Four are dead"),
        ("2.50 Four are dead, he said.", "Four are dead", "Four are dead"),
        ("17:05 is the time, he said.", "17:05 is the time", "17:05 is the time"),
        ("He said 17:05 Four", "17:05 Four", "17:05 Four"),
        (
            "NASA — the agency, not the shop — is closed, he said.",
            "NASA — the agency, not the shop — is closed",
            "NASA — the agency, not the shop — is closed",
        ),
        ("NATO-led troops left, he said.", "NATO-led troops left", "NATO-led troops left"),
        ("The dam — SELM — is safe, he said.", "The dam — SELM — is safe", "The dam — SELM — is safe"),
        ("He said SELM — The dam was safe.", "SELM — The dam was safe", "SELM — The dam was safe"),
    ],
)
def test_a_content_begins_after_the_dateline(line: str, content: str, left: str | None) -> None:
    text = f"A headline\n\n{line}\n"
    begin = text.index(content)
    found = dateline.without(text, (begin, begin + len(content)))
    assert (found and text[slice(*found)]) == left
