"""Platforms by name, which the name model often passes over: "on Twitter", "via Telegram"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.network import Name

PLATFORMS = "Twitter|X|Facebook|Instagram|Telegram|YouTube|TikTok|WhatsApp|WeChat|Weibo|LinkedIn|Truth Social|Reddit|Snapchat|Mastodon|Bluesky|Threads|Signal|VKontakte|Substack"
_ON = re.compile(rf"\b(?:on|via|through|over)\s+(?:(?:its|his|her|their|the)\s+(?:official\s+|own\s+)?)?(?P<name>{PLATFORMS})\b(?![-’'])")


def add(text: str, paragraphs: list[Span], names: list[Name]) -> list[Name]:
    """`names` with an Organization for each platform through which something is said, in text order."""
    found = [Name(*m.span("name"), "Organization", 1.0) for b, e in paragraphs for m in _ON.finditer(text, b, e)]
    kept = [n for n in names if not any(n.begin < f.end and n.end > f.begin for f in found)]
    return sorted([*kept, *found], key=lambda n: n.begin)
