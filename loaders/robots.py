"""What a site's robots.txt allows."""

from __future__ import annotations

from typing import Final

AGENT: Final = "claim-kg"
"""The name by which rules for this program are found."""


class Rules:
    """The rules of one site, for this program."""

    def __init__(self, text: str) -> None:
        from protego import Protego

        self._rules = Protego.parse(text)

    def allow(self, url: str) -> bool:
        """Whether the page at `url` may be fetched."""
        return self._rules.can_fetch(url, AGENT)

    @property
    def delay(self) -> float:
        """The least time between two questions that the site asks for, in seconds."""
        return self._rules.crawl_delay(AGENT) or 0.0
