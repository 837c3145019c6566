"""Where data goes: stdout, or the file that `-o` names, which appears whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from kg.cli.terminal import on_terminal
from kg.errors import KgError, UsageError


@contextmanager
def text_output(target: str) -> Iterator[TextIO]:
    """A UTF-8 text stream to `target` (`-`: stdout)."""
    if target == "-":
        yield sys.stdout
        sys.stdout.flush()
        return
    with _file(target) as path, path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
        yield stream


@contextmanager
def binary_output(target: str) -> Iterator[BinaryIO]:
    """A binary stream to `target` (`-`: stdout; control characters are escaped there when it is a terminal).

    A failure to write is the output's, whatever those who write make of it: a `BrokenPipeError`, or a `KgError` that names the output.
    """
    with _binary(target) as stream:
        watched = _Watched(stream)
        try:
            yield watched  # type: ignore[misc]
            watched.flush()
        except Exception:
            if isinstance(watched.failed, BrokenPipeError):
                raise watched.failed from None
            if watched.failed is not None:
                where = "standard output" if target == "-" else target
                raise KgError(f"cannot write to {where}: {watched.failed.strerror or watched.failed}") from watched.failed
            raise


@contextmanager
def _binary(target: str) -> Iterator[BinaryIO]:
    if target == "-":
        sys.stdout.flush()
        yield _ForTerminal(sys.stdout.buffer) if on_terminal() else sys.stdout.buffer  # type: ignore[misc]
        return
    with _file(target) as path, path.open("wb") as stream:
        yield stream


@contextmanager
def _file(target: str) -> Iterator[Path]:
    final = Path(target)
    if final.is_dir() or not final.parent.is_dir():
        raise UsageError(f"cannot write to {target}: {'it is a folder' if final.is_dir() else 'its folder does not exist'}")
    if final.exists() and not final.is_file():
        yield final
        return
    part = final.with_name(f".{final.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(final)
    except OSError as error:
        if error.filename not in (None, str(part)):
            raise
        raise KgError(f"cannot write to {target}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


class _Watched:
    """A binary stream that remembers in `failed` why it could not be written."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.failed: OSError | None = None

    def write(self, data: bytes) -> int:
        with self._watching():
            return self._stream.write(data)

    def flush(self) -> None:
        with self._watching():
            self._stream.flush()

    @contextmanager
    def _watching(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.failed = error
            raise


class _ForTerminal:
    """A binary stream that writes control characters as `\\u001B`, which Turtle, N-Quads and JSON all read back as the character."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, data: bytes) -> int:
        text = data.decode("utf-8", "surrogateescape")
        safe = "".join(c if c in "\n\t" or not (c < " " or "\x7f" <= c <= "\x9f") else f"\\u{ord(c):04X}" for c in text)
        self._stream.write(safe.encode("utf-8", "surrogateescape"))
        return len(data)

    def flush(self) -> None:
        self._stream.flush()
