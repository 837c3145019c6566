"""Figures as text and as plain numbers."""

from __future__ import annotations

from collections.abc import Mapping

from evals.tally import Count, Score, total

BAD = ("tempting pairs wrongly linked", "boilerplate touched")
_SHORT = ("attribution", "exact", "speaker, of all", "stance", "disputes", "entities", "contradictions")


def numbers(score: Score) -> dict[str, dict[str, float]]:
    """Per figure: P, R and F1 in per cent to one decimal, or the number of bad ones."""
    return {key: _numbers(key, count) for key, count in score.items()}


def _numbers(key: str, count: Count) -> dict[str, float]:
    if key in BAD:
        return {"bad": count.bad}
    return {"p": round(count.p, 1), "r": round(count.r, 1), "f1": round(count.f1, 1)}


def whole(score: Score) -> str:
    """The table of all figures."""
    lines = [f"{'':32}{'P':>7}{'R':>7}{'F1':>7}   right/predicted, found/asked"]
    for key, count in score.items():
        if key in BAD:
            lines.append(f"{key:32}{count.bad:>21}   of {count.gold}")
        else:
            lines.append(f"{key:32}{count.p:7.1f}{count.r:7.1f}{count.f1:7.1f}   {count.right}/{count.pred}, {count.found}/{count.gold}")
    return "\n".join(lines)


def by_article(scores: Mapping[str, Score]) -> str:
    """A line per article with the F1 of the main figures."""
    width = max(map(len, scores), default=0) + 2
    keys = [key for key in _SHORT if key in total(scores)]
    lines = [" " * width + "".join(f"{key:>17}" for key in keys)]
    lines += [f"{doc:{width}}" + "".join(f"{_cell(score.get(key, Count())):>17}" for key in keys) for doc, score in scores.items()]
    return "\n".join(lines)


def _cell(count: Count) -> str:
    return f"{count.f1:.0f} ({count.found}/{count.gold})" if count.gold else f"- ({count.pred} extra)" if count.pred else "-"
