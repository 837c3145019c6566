"""Records of a file that could not be read: those that failed for one reason are told of in one line."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_RECORD: Final = re.compile(r"(?P<file>.*?)#(?P<at>\d+): (?:line (?P<line>\d+): )?(?P<why>[^;]*).*", re.DOTALL)
_HELD: Final = 200
"""Reasons of one file that are held back: a file may have as many as it has records."""


class Refused:
    """Holds lines such as `dump.jsonl#4711: line 3: no text` back until `tell`; then one goes to `say` for each file and reason."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._found: dict[object, tuple[str, int]] = {}

    def add(self, line: str) -> None:
        """Take note of a line; what comes after a semicolon is no part of the reason."""
        record = _RECORD.fullmatch(line)
        why = (record["file"], record["why"]) if record else line
        first, count = self._found.get(why, (line, 0))
        self._found[why] = first, count + 1
        if len(self._found) == _HELD:
            self.tell()

    def tell(self) -> None:
        """Say what was held back."""
        found, self._found = self._found, {}
        for line, count in found.values():
            self._say(by_line(line, count - 1))


def by_line(told: str, others: int = 0) -> str:
    """What is told of a record, as people look for it: by the line of its file, where that is known; and how many others are alike."""
    record = _RECORD.fullmatch(told)
    if record is None:
        return told
    place = f"{record['file']}: line {record['line']}" if record["line"] else f"{record['file']}#{record['at']}"
    more = f" and {others:,} more" if others else ""
    return f"{place}{more}: {told[record.start('why') :]}"
