"""What a dispute disputes: "disputed that account", "denied the allegation", "rejected the ministry’s claim"."""

from __future__ import annotations

import re

from kg.reading.drafts import Draft
from kg.reading.lexicon import any_of
from kg.reading.owners import owner
from kg.reading.scene import Scene

_ANAPHOR = re.compile(
    r"(?:(?:that|this|those|these|the|such|any such|all|all the|both|his|her|its|their)\s+|[\w’' .-]+?[’']s?\s+)"
    rf"(?:[\w-]+\s+){{0,2}}?(?:{any_of('accounts')})"
    r"(?:\s+(?:as|of|by|from|against|made|that|about)\b.{0,60})?|that|this|it|them|those|both",
    re.IGNORECASE | re.DOTALL,
)
REACH = 6  # sentences to look back


def is_anaphoric(content: str) -> bool:
    """Whether a content only points at what was said elsewhere, without saying it again."""
    found = _ANAPHOR.fullmatch(content.strip())
    return bool(found) and not re.search(r"\b(?:that|of)\s+(?:the\s+)?\w+\s+\w+\s+\w+\s+\w+", content)


def link(scene: Scene, drafts: list[Draft]) -> None:
    """Point each disputing draft with an anaphoric content at the attribution it disputes, and every anaphoric one at its antecedent."""
    for draft in drafts:
        if draft.anaphoric and draft.stance in {"denies", "disputes", "questions"}:
            draft.disputes = _target(scene, draft, drafts)


def _target(scene: Scene, draft: Draft, drafts: list[Draft]) -> Draft | None:
    at = draft.cue[0][0]
    here = scene.sentence_of(at)
    whose = (
        owner(scene, draft.content[0], draft.content[0])
        if re.search(r"[’']s?\s|\bby\b|\bfrom\b", scene.text[slice(*draft.content[0])])
        else None
    )
    candidates = [
        d
        for d in drafts
        if d is not draft
        and not d.anaphoric
        and d.inside is None
        and d.cue[0][0] < at
        and here - scene.sentence_of(d.cue[0][0]) <= REACH
        and (d.speaker is not draft.speaker or d.speaker is None)
    ]
    if whose:
        candidates = [d for d in candidates if whose in {d.speaker, d.on_behalf_of}] or candidates
    return max(candidates, key=lambda d: (scene.sentence_of(d.cue[0][0]), d.stance == "asserts", d.cue[0][0]), default=None)
