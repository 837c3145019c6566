"""An attribution in the making: what the stages between the model and the Extraction pass on."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Spans
from kg.reading.reference.figures import Figure


@dataclass
class Draft:
    """A frame with what is known of it so far. `anaphoric` contents ("that account") stand for a claim made elsewhere."""

    source: Spans
    cue: Spans
    content: Spans
    score: float
    by: str
    speaker: Figure | None = None
    on_behalf_of: Figure | None = None
    addressee: Figure | None = None
    anaphoric: bool = False
    stance: str = "asserts"
    inside: Draft | None = None  # the attribution within whose content this one's cue stands
    disputes: Draft | None = None

    @property
    def begin(self) -> int:
        """Where its first part begins."""
        return min(b for b, _ in (*self.source, *self.cue, *self.content))

    @property
    def end(self) -> int:
        """Where its last part ends."""
        return max(e for _, e in (*self.source, *self.cue, *self.content))

    def words(self, text: str) -> str:
        """The content's words, its pieces joined by an ellipsis between spaces."""
        return " … ".join(" ".join(text[b:e].split()) for b, e in self.content)


def words_of(text: str, spans: Spans) -> str:
    """The words of some spans, as they stand."""
    return " ".join(text[b:e] for b, e in spans)
