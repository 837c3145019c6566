"""The command `kg`. Commands are thin: they read their words, call the room that does the work, and write rows."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from kg.cli.terminal import FLAGS, complain, use_utf8
from kg.errors import KgError

INTERRUPTED = 130
USAGE = 2
_GLOBAL = {"--quiet": "quiet", "-q": "quiet", "--debug": "debug"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (default: this process's) and give its exit code: 0 done, 1 failed, 2 usage, 3 some documents failed,
    4 violations found, 130 interrupted. An error is one line on stderr, with a traceback only under `--debug`."""
    use_utf8()
    words = _take_global(list(sys.argv[1:] if argv is None else argv))
    code = 0
    try:
        code = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _explain(error, words)
    return code


def _run(words: list[str]) -> int:
    from kg.cli.app import build

    try:
        code = build(words)(words or ["--help"], prog_name="kg", standalone_mode=False)
    except SystemExit as exit_:
        if isinstance(exit_.__context__, BrokenPipeError):
            raise exit_.__context__ from None
        code = exit_.code
    return code if isinstance(code, int) else 0


def _take_global(words: list[str]) -> list[str]:
    """Take `--quiet` and `--debug` out of `words`, wherever they stand before a `--`."""
    end = words.index("--") if "--" in words else len(words)
    FLAGS.quiet = FLAGS.debug = False
    for word in words[:end]:
        if word in _GLOBAL:
            setattr(FLAGS, _GLOBAL[word], True)
    return [word for word in words[:end] if word not in _GLOBAL] + words[end:]


def _explain(error: Exception, words: Sequence[str]) -> int:
    if FLAGS.debug:
        import traceback

        traceback.print_exc()
    if isinstance(error, KgError):
        complain(f"error: {error}")
        return error.exit_code
    return _explain_other(error, words)


def _explain_other(error: Exception, words: Sequence[str]) -> int:
    if type(error).__name__ == "Abort":
        return INTERRUPTED
    said = getattr(error, "format_message", None)
    if said is not None:
        return _explain_usage(error, str(said()), words)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        complain(f"error: {where}{error.strerror or error}")
        return 1
    complain(f"error: unexpected {type(error).__name__}: {error}; run again with --debug to see where, and please report it")
    return 1


def _explain_usage(error: Exception, message: str, words: Sequence[str]) -> int:
    context = getattr(error, "ctx", None)
    if not message:
        complain(context.get_help() if context else "error: no command; see kg --help")
        return USAGE
    command = context.command_path if context else _called(words)
    if command == "kg" and message.startswith("No such command") and _is_query(words[0]):
        message = f"No such command {words[0]!r}, but there is a query: kg query {words[0]}."
    complain(f"error: {message} See {command} --help")
    return USAGE


def _is_query(word: str) -> bool:
    from kg.store import named_queries

    return any(query.name == word for query in named_queries())


def _called(words: Sequence[str]) -> str:
    """The command that `words` call: the parser does not say it where an option lacks its value."""
    import typer

    from kg.cli.app import build

    path = ["kg"]
    group: object = typer.main.get_command(build(words))
    for word in words:
        if (group := getattr(group, "commands", {}).get(word)) is None:
            break
        path.append(word)
    return " ".join(path)
