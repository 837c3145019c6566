"""`kg review`: what is doubtful, one by one, and what people decide on it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.formats import Row
from kg.cli.output import text_output
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, importing, readable, writable
from kg.cli.terminal import on_terminal, say
from kg.errors import InputError, UsageError
from kg.plurals import many

if TYPE_CHECKING:
    from kg.review import Decision
    from kg.store import Store
    from kg.store.doubtful import Doubtful

_COLUMNS = ("score", "kind", "relation", "speaker", "claim", "other_speaker", "other_claim", "sentence", "doc", "rule", "name")
_NONE_LEFT = "all that was decided has what it is about"
_PARTIES = ("speaker", "on_behalf_of")
Names = Annotated[list[str] | None, typer.Option(metavar="NAME", help="An attribution (att_…) or link (lnk_…); may be repeated.")]
Words = Annotated[str | None, typer.Option(metavar="WORDS", help="With --correct: the right words, or their offsets (120-129).")]


def review(
    list_: Annotated[bool, typer.Option("--list", help="List what is doubtful instead of asking.")] = False,
    accept: Names = None,
    reject: Names = None,
    correct: Annotated[str | None, typer.Option(metavar="NAME", help="An attribution that is almost right.")] = None,
    source: Words = None,
    cue: Words = None,
    content: Words = None,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="With --correct: who said it, or nobody.")] = None,
    on_behalf_of: Annotated[str | None, typer.Option(metavar="NAME", help="With --correct: for whom it was said, or nobody.")] = None,
    undo: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Take a decision (dec_…) back; may be repeated.")] = None,
    decisions: Annotated[bool, typer.Option("--decisions", help="List what was decided, the latest last.")] = False,
    undone: Annotated[bool, typer.Option("--undone", help="List also what was taken back, or replaced by a later decision.")] = False,
    unattached: Annotated[bool, typer.Option("--unattached", help="List decisions that no reading has the words of any more.")] = False,
    export: Annotated[str | None, typer.Option(metavar="FILE", help="Write all decisions as JSON lines.")] = None,
    import_: Annotated[str | None, typer.Option("--import", metavar="FILE", help="Take decisions in from JSON lines.")] = None,
    below: Annotated[float, typer.Option(min=0, max=1.01, help="Doubtful is what scores less than this.")] = 0.6,
    kind: Annotated[str | None, typer.Option(help="Only attribution, or only link.")] = None,
    limit: o.Limit = None,
    because: o.Because = None,
    by: o.By = None,
    store: o.StorePath = DEFAULT,
    form: o.Format = None,
    wide: o.Wide = False,
    output: o.Output = "-",
) -> int:
    """Decide on what is doubtful.

    On a terminal, attributions and links that score low are shown one by one, the lowest first, to be accepted, rejected, corrected or
    skipped by a letter, behind which a reason may follow. Otherwise they are listed, and --accept, --reject and --correct decide. Decisions
    outrank rules and models, in both stores and for every later reading of the same text; they go with kg export, or alone with --export,
    into other stores.
    """
    if kind not in (None, "attribution", "link"):
        raise UsageError(f"unknown kind {kind!r}: there is attribution and link")
    new = {"source": source, "cue": cue, "content": content, "speaker": speaker, "on_behalf_of": on_behalf_of}
    if correct is None and any(value is not None for value in new.values()):
        raise UsageError("--source, --cue, --content, --speaker and --on-behalf-of say what is right of --correct NAME")
    if len(twice := [*(accept or []), *(reject or []), *([correct] if correct else [])]) != len(set(twice)):
        raise UsageError("the same name is decided on twice: say one of --accept, --reject and --correct of it")
    if export is not None:
        return _export(store, export)
    if import_ is not None:
        return _import(store, import_, by)
    if accept or reject or correct or undo:
        return _decide(store, by, because, accept or [], reject or [], (correct, new), undo or [])
    if decisions or unattached or undone:
        with readable(store) as opened:
            rows = opened.decided(unattached=unattached, undone=undone)
        show(rows, rows.columns, form, wide=wide, output=output, nothing=_NONE_LEFT if unattached else "nothing was decided")
        return 0
    if list_ or not (on_terminal() and sys.stdin.isatty()):
        with readable(store) as opened:
            rows_ = _rows(opened, opened.doubtful(below, kind)[:limit])
            show(rows_, _COLUMNS, form, wide=wide, output=output, nothing=f"nothing undecided scores below {below:g}")
        return 0
    from kg.cli.asking import ask

    with writable(store, create=False, by=by) as opened:
        return ask(opened, opened.doubtful(below, kind)[:limit], because)


def _decide(
    path: Path,
    by: str | None,
    reason: str | None,
    accept: list[str],
    reject: list[str],
    correct: tuple[str | None, dict[str, str | None]],
    undo: list[str],
) -> int:
    with writable(path, create=False, by=by) as store:
        wanted = [verdict(store, name, "accepted", reason) for name in accept]
        wanted += [verdict(store, name, "rejected", reason) for name in reject]
        if correct[0] is not None:
            wanted.append(corrected(store, correct[0], correct[1], reason))
        done = store.decide(wanted) if wanted else []
        for name in undo:
            store.undecide(name if ":" in name else store.base + name)
    said = [f"{many(len(done), 'decision')} noted"] if wanted else []
    say(f"{', '.join([*said, *([f'{len(undo)} taken back'] if undo else [])])} in {path}")
    return 0


def verdict(store: Store, name: str, how: str, reason: str | None) -> Decision:
    """The decision that what `name` names is `how`: accepted or rejected."""
    _, decision = store.about(name)
    if how == "accepted" and decision.verdict == "corrected":
        return replace(decision, reason=_why(decision, reason, store.by), by=store.by)
    fresh = replace(decision, source=None, cue=None, content=None, speaker=None, on_behalf_of=None) if how == "rejected" else decision
    return replace(fresh, verdict=how, reason=reason, by=store.by)  # type: ignore[arg-type]


def corrected(store: Store, name: str, new: dict[str, str | None], reason: str | None) -> Decision:
    """The decision that an attribution stands elsewhere, or has another speaker; raises `UsageError` when nothing of it is said."""
    found, decision = store.about(name)
    if found.kind != "attribution":
        raise UsageError(f"{name} is a link: it can be accepted or rejected, not corrected")
    if all(value is None for value in new.values()):
        raise UsageError("say what is right: --source, --cue, --content, --speaker or --on-behalf-of")
    if empty := [part for part in _PARTIES if new[part] is not None and not str(new[part]).strip()]:
        raise UsageError(f"--{empty[0].replace('_', '-')} names a party, or says nobody")
    spans = {part: store.spans(found.iri, words) for part, words in new.items() if part not in _PARTIES and words is not None}
    if "content" in spans and not spans["content"]:
        raise UsageError("an attribution without content is none: reject it")
    who = {part: store.speaker(found.iri, words) for part in _PARTIES if (words := new[part]) is not None}
    told = replace(decision, **spans, **who)  # type: ignore[arg-type]
    stays = any(value is None and getattr(decision, part) is not None for part, value in new.items())
    return replace(told, verdict="corrected", reason=_why(decision, reason, store.by) if stays else reason, by=store.by)


def _why(earlier: Decision, reason: str | None, by: str | None) -> str | None:
    """Why, of a correction of which something stays of an `earlier` one: its reasons too, with who gave them where that was another."""
    if not earlier.reason or reason in earlier.reason.split("; "):
        return earlier.reason or reason
    before = f"{earlier.reason} ({earlier.by})" if earlier.by and earlier.by != by else earlier.reason
    return f"{before}; {reason}" if reason else before


def _rows(store: Store, items: Iterable[Doubtful]) -> Iterable[Row]:
    for item in items:
        told = [next((row for row in store.query("provenance", id=end) if row["attribution"] == end), {}) for end in item.ends]
        row: dict[str, object] = {"score": item.score, "kind": item.kind, "relation": item.relation, "rule": item.rule}
        for prefix, one in zip(("", "other_"), told, strict=False):
            row |= {f"{prefix}speaker": one.get("speaker"), f"{prefix}claim": one.get("claim")}
        yield row | {"sentence": told[0].get("sentence"), "doc": told[0].get("doc"), "name": item.iri.removeprefix(store.base)}  # type: ignore[misc]


def _export(path: Path, target: str) -> int:
    from kg.review.lines import to_line

    with readable(path) as store:
        shown = {row["decision"]: {part: str(row[part]) for part in ("words", "right") if row[part]} for row in store.decided()}
        lines = [to_line(decision, shown.get(iri)) for iri, decision in store.decisions().items()]
    with text_output(target) as out:
        out.writelines(f"{line}\n" for line in lines)
    say(f"{many(len(lines), 'decision')} written to {'standard output' if target == '-' else target}")
    return 0


def _import(path: Path, source: str, by: str | None) -> int:
    from kg.review.lines import from_lines

    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{source}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    with importing(path, by=by) as store:
        try:
            wanted = list(from_lines(text.splitlines()))
            done = store.decide(wanted)
        except InputError as error:
            raise InputError(f"{source}: {error}: nothing was taken in") from None
        left = len(store.decided(unattached=True))
    new = f"{len(done)} of {many(len(wanted), 'decision')} {'is' if len(done) == 1 else 'are'} new in {path}"
    about = "has nothing in it that it is about" if left == 1 else "have nothing in it that they are about"
    say(f"{new}; {left} {about} (kg review --unattached)")
    return 0
