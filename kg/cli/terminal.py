"""What the commands know about the two ends they talk to: data on stdout, words on stderr."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from io import TextIOWrapper

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(slots=True)
class Flags:
    """What `--quiet` and `--debug` said; set once, by `main`."""

    quiet: bool = False
    debug: bool = False


FLAGS = Flags()


def clean(text: str) -> str:
    """`text` with what could steer a terminal (escape, other control and direction characters) written out, as in `\\x1b`."""
    return _UNSAFE.sub(_written_out, text.replace("\r\n", "\n"))


def _written_out(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def one_line(text: str) -> str:
    """`text` cleaned, on one line."""
    return " ".join(clean(text).split())


def say(message: str) -> None:
    """One line of words on stderr, unless `--quiet`."""
    if not FLAGS.quiet:
        complain(message)


def complain(message: str) -> None:
    """One line of words on stderr, `--quiet` or not."""
    print(one_line(message), file=sys.stderr, flush=True)  # noqa: T201


def on_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout.isatty()


def colours() -> bool:
    """Whether stdout takes colours: a terminal that is not dumb, and nobody set `NO_COLOR`."""
    return on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def use_utf8() -> None:
    """Make both ends take every character: what goes into files and pipes is UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdout, TextIOWrapper) and not on_terminal():
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
