"""What is known of one saying, as labels and values for its card."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span
from kg.report.material import Material, Saying, Told


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value; with `to`, the name of what it leads to."""

    label: str
    value: str
    to: str | None = None


def facts(saying: Saying, article: Told, types: dict[str, str]) -> list[Fact]:
    """Who, for whom, how, when, and where it comes from; `types` are those of entities, by IRI."""
    a = saying.attribution
    kind = types.get(a.speaker or "", "")
    lines = [
        ("Speaker", f"{saying.who}{f' ({kind.lower()})' if kind and saying.speaker else ''}"),
        ("In the text", f"“{saying.source}”" if saying.source and saying.source != saying.speaker else ""),
        ("Speak as one", ", ".join(name for name, _ in saying.members)),
        ("On behalf of", saying.on_behalf_of),
        ("To", saying.addressee),
        ("Cue", f"“{saying.cue}”" if saying.cue else ""),
        ("How", _how(saying)),
        ("Medium", a.medium),
        ("Time", _time(saying, article)),
        ("In these words", f"“{saying.words}”" if saying.words and saying.words != saying.claim else ""),
        ("Not verified", saying.unverified),
        ("About", ", ".join(saying.about)),
        ("Characters", f"{_offsets(a.content or a.cue or a.source)} of {article.told.article.doc}"),
        ("Read by", f"{a.by}, score {a.score:.2f}"),
    ]
    return [Fact(label, value) for label, value in lines if value]


def ties(material: Material) -> dict[str, list[Fact]]:
    """For each saying, by id: what it is joined to, and as what."""
    held = {saying.id: saying for saying in material.sayings}
    found: dict[str, list[Fact]] = {}
    for account in material.accounts:
        for side, other in (account.sides, account.sides[::-1]):
            found.setdefault(side.saying.id, []).append(Fact("Excluded by", _named(other.saying), account.id))
    labels = {"disputes": ("Disputes", "Disputed by"), "relays": ("Passes on", "Passed on by")}
    labels |= {"supports": ("Supports", "Supported by"), "same": ("Says the same as", "Says the same as")}
    for tie in material.relations:
        if tie.relation in labels:
            found.setdefault(tie.a, []).append(Fact(labels[tie.relation][0], _named(held[tie.b]), tie.b))
            found.setdefault(tie.b, []).append(Fact(labels[tie.relation][1], _named(held[tie.a]), tie.a))
    return found


def _named(saying: Saying) -> str:
    claim = saying.claim if len(saying.claim) < 90 else f"{saying.claim[:88].rstrip()}…"
    return f"{saying.who}: {claim}"


def _how(saying: Saying) -> str:
    """Manner, stance and certainty; kind and polarity where they are not the usual ones."""
    a = saying.attribution
    more = [one for one in (a.kind, saying.polarity) if one not in (None, "statement", "positive")]
    return ", ".join([a.manner, a.stance, a.certainty, *map(str, more)])


def _time(saying: Saying, article: Told) -> str | None:
    a = saying.attribution
    if a.said_words:
        return f"{saying.date}, “{a.said_words}”" if a.said_from or a.said_to else f"“{a.said_words}”"
    return f"{saying.date}, the day of publication" if saying.date and article.told.article.published and not a.said_from else saying.date


def _offsets(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{begin}–{end}" for begin, end in spans)
