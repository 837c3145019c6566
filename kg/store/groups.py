"""Things that belong together, by pairs of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

Thing = TypeVar("Thing", bound=Any)


class Groups(Generic[Thing]):
    """Disjoint groups; what was never joined is a group of its own."""

    def __init__(self, pairs: Iterable[tuple[Thing, Thing]] = ()) -> None:
        self._above: dict[Thing, Thing] = {}
        for a, b in pairs:
            self.join(a, b)

    def top(self, one: Thing) -> Thing:
        """The one that stands for the group of `one`: the least."""
        above = self._above
        while (up := above.get(one, one)) != one:
            above[one] = above.get(up, up)
            one = up
        return one

    def join(self, a: Thing, b: Thing) -> bool:
        """Put two groups together; whether they were two."""
        one, other = self.top(a), self.top(b)
        if one == other:
            return False
        self._above[max(one, other)] = min(one, other)
        return True

    def all(self) -> list[list[Thing]]:
        """Every group of more than one, sorted."""
        found: dict[Thing, list[Thing]] = defaultdict(list)
        for one in self._above.keys() | set(self._above.values()):
            found[self.top(one)].append(one)
        return [sorted(group) for _, group in sorted(found.items())]
