"""A fixed order for the prefix lines of Turtle and TriG: the serialiser's own differs from one process to the next."""

from __future__ import annotations

from typing import BinaryIO, Final

_PREFIX: Final = b"@prefix "


class SortedPrologue:
    """A stream that passes bytes on to `out`, with the prefix lines that they start with sorted. `finish()` passes on the last of them."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._held: bytes | None = b""

    def write(self, data: bytes) -> int:
        """Take bytes; the number taken, always all of them."""
        if self._held is None:
            self._out.write(data)
            return len(data)
        self._held += data
        lines = self._held.splitlines(keepends=True)
        body = next((i for i, line in enumerate(lines) if not _PREFIX.startswith(line[: len(_PREFIX)])), None)
        if body is not None:
            self._out.write(b"".join([*sorted(lines[:body]), *lines[body:]]))
            self._held = None
        return len(data)

    def flush(self) -> None:
        """Flush what was passed on."""
        self._out.flush()

    def finish(self) -> None:
        """Pass on what is still held, when there were nothing but prefix lines."""
        if self._held:
            self._out.write(b"".join(sorted(self._held.splitlines(keepends=True))))
        self._held = None
