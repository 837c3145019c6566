"""What one hard test came to: a row of the table."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """How often something was killed, how many inputs were tried, what was lost of what had been acknowledged or found wrong afterwards,
    and what of the input was run rather than shown. `lost` and `run` are lists of what happened, and must stay empty."""

    what: str
    kills: int = 0
    inputs: int = 0
    seconds: float = 0.0
    note: str = ""
    lost: list[str] = field(default_factory=list)
    run: list[str] = field(default_factory=list)

    def check(self) -> None:
        """Fail when anything was lost or run."""
        assert not self.lost, self.lost[:5]
        assert not self.run, self.run[:5]
        assert self.kills or self.inputs
