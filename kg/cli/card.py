"""One attribution as a card for reading: the marked sentence, and where it comes from."""

from __future__ import annotations

from kg.cli.formats import Row
from kg.cli.marked import legend, mark
from kg.cli.table import shown
from kg.cli.terminal import one_line
from kg.model import Spans

_LABEL = 12


def card(row: Row, *, colour: bool) -> str:
    """A row of the provenance query as lines of text, marked with or without colours."""
    who = _joined(" for ", row["speaker"] or "no named speaker", row["on_behalf_of"])
    head = f"{who} {row['stance']}" + (f" (passed on, step {row['step']})" if row["step"] else "")
    lines = [one_line(head), "", *_sentence(row, colour), ""]
    lines += [f"{label:<{_LABEL}}{one_line(value)}" for label, value in _facts(row) if value]
    return "\n".join(lines)


def _sentence(row: Row, colour: bool) -> list[str]:
    text, begin = row["sentence"], row["sentence_begin"]
    if not isinstance(text, str) or not isinstance(begin, int):
        return [f"  (the article's text is not in this store) {one_line(str(row['claim'] or ''))}"]
    spans = {"source": _span(row, "source_"), "cue": _span(row, "cue_"), "content": _pieces(row) or _span(row, "")}
    return [*(f"  {line}" for line in mark(text, begin, spans, colour=colour).splitlines()), "", f"  {legend(colour)}"]


def _span(row: Row, prefix: str) -> Spans:
    begin, end = row[f"{prefix}begin"], row[f"{prefix}end"]
    return ((begin, end),) if isinstance(begin, int) and isinstance(end, int) else ()


def _pieces(row: Row) -> Spans:
    pieces = (piece.partition("-") for piece in str(row["pieces"] or "").split())
    return tuple((int(begin), int(end)) for begin, _, end in pieces)


def _facts(row: Row) -> list[tuple[str, str]]:
    model = f"model {row['model']} ({str(row['model_sha256'])[:12]})"
    return [
        ("claim", str(row["claim"] or "")),
        ("characters", _joined(", ", *(f"{b}–{e}" for b, e in _pieces(row) or _span(row, "")))),
        ("article", _joined(", ", row["headline"], row["publisher"], row["published"], row["url"])),
        ("document", f"{row['doc']}, sha256 {row['sha256']}"),
        ("read by", f"{row['method']}, score {shown(row['score'])}"),
        (
            "run",
            _joined(", ", f"claim-kg {row['extractor']}", model, row["parameters"]),
        ),
        ("names", _joined(" ", *(shown(row[key]) for key in ("attribution", "claim_id", "article", "run")))),
    ]


def _joined(by: str, *values: object) -> str:
    return by.join(str(value) for value in values if value not in (None, ""))
