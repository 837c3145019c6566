"""Extractions made by hand for the tests of linking rules."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Article, Attribution, Claim, Entity, EntityType, Extraction, Mention, Run, Sentence
from kg.reading.properties import stance

Line = tuple[str, str, str]  # speaker, cue, content


def article(
    *lines: Line,
    disputes: dict[int, int] | None = None,
    relays: dict[int, int] | None = None,
    **entities: EntityType,
) -> Extraction:
    """One sentence "SPEAKER CUE CONTENT." a line; entities are the speakers (organizations) and `entities`.

    Those are given as name="Place", with underscores for spaces.

    `disputes` and `relays` are from line to line, counted from 0. A line whose speaker is "" goes on in the sentence before; one without
    a cue is a sentence of the writer's.
    """
    text = ""
    sentences: list[Sentence] = []
    attributions: list[Attribution] = []
    claims: list[Claim] = []
    kinds: dict[str, EntityType] = {
        **dict.fromkeys(filter(None, (s for s, *_ in lines)), "Organization"),
        **{n.replace("_", " "): k for n, k in entities.items()},
    }
    ids = {name: f"e{i}" for i, name in enumerate(kinds, 1)}
    speaker = ""
    for i, (who, cue, content) in enumerate(lines):
        begin = len(text)
        if not cue:
            text += f"{content} "
            sentences.append(Sentence(len(sentences), begin, len(text)))
            continue
        speaker = who or speaker
        text += f"{who} {cue} {content}. " if who else f"{cue} {content}. "
        at = begin + text[begin:].index(cue)
        said = text.index(content, at + len(cue))
        span = (said, said + len(content))
        if who:
            sentences.append(Sentence(len(sentences), begin, len(text)))
        else:
            sentences[-1] = Sentence(len(sentences) - 1, sentences[-1].begin, len(text))
        about = tuple(ids[n] for n in kinds if n in content)
        claims.append(Claim(f"c{i}", content, (span,), stance.polarity(content), about))
        attributions.append(
            Attribution(
                id=f"a{i}",
                source=((begin, begin + len(who)),) if who else (),
                cue=((at, at + len(cue)),),
                content=(span,),
                by="test",
                score=0.9,
                claim=f"c{i}",
                speaker=ids[speaker],
                stance=stance.stance(cue, content),
                kind=stance.kind(cue, content),
                disputes=f"a{(disputes or {})[i]}" if i in (disputes or {}) else None,
                relays=f"a{(relays or {})[i]}" if i in (relays or {}) else None,
            )
        )
    made = tuple(Entity(ids[n], n, kind, (Mention(max(0, text.find(n)), max(0, text.find(n)) + len(n)),)) for n, kind in kinds.items())
    return Extraction(Article(text, "-", "test", "0"), Run("0", "test", "0"), tuple(sentences), made, tuple(claims), tuple(attributions))


def mentioned(made: Extraction, name: str) -> Extraction:
    """The same, with every place where an entity is named."""
    places = tuple(Mention(m.start(), m.end()) for m in re.finditer(name, made.article.text))
    return replace(made, entities=tuple(replace(e, mentions=places) if e.name == name else e for e in made.entities))
