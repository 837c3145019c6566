"""What both stores have in common: the questions that can be put to either."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Final, Protocol, Self

from kg.rows import Rows

if TYPE_CHECKING:
    from kg.store.corroborating import Corroboration
    from kg.store.parameters import Given
    from kg.store.verifying import Verified


POSSIBLE: Final = 0.4
"""A contradiction less sure than this is only possible: it is shown when asked for."""


class Answers(Protocol):
    """The embedded store, or a Neo4j database that mirrors one; a context manager."""

    @property
    def place(self) -> str:
        """Where it is, for people."""

    def query(self, name: str, **params: Given) -> Rows:
        """Answer the named query `name`; a parameter that is left out or None does not restrict the answer.

        Where a name of somebody finds nothing, it is taken for the only person of that surname, with a warning by the logger `kg.meant`.
        Raises `QueryError` for an unknown query, parameter or name of somebody, or a bad value, saying what there is.
        """

    def exactly(self, name: str, **params: Given) -> Rows:
        """Answer as `query` does, but a name stands only for what is called just so, and one that is unknown finds nothing."""

    def corroboration(self, claim: str) -> Corroboration:
        """Who bears a claim out and who disputes it, and how many of the sources are independent.

        `claim` is the IRI of a claim or attribution, a name or its beginning. Raises `QueryError` when nothing or more than one fits.
        """

    def verify(self, sentence: str) -> Verified:
        """What is held for and against a sentence: who asserts it, who disputes it, how far it is corroborated; not whether it is true."""

    def knows(self, name: str) -> bool:
        """Whether anybody or anything is called `name`."""

    def suggest(self, name: str, count: int = 5) -> list[str]:
        """At most `count` names that have `name` in them, or are written much like it, the nearest first."""

    def surnamed(self, name: str) -> list[str]:
        """The full names of the people whose surname is `name`, one for each, sorted."""

    def holders(self, office: str) -> list[tuple[str, str]]:
        """The names of who holds an office ("mayor", "mayor of Port Averly"), and which, in the articles' words."""

    def bearers(self, name: str) -> int:
        """How many different ones are called `name`, as far as is known: what is one in several articles counts once."""

    def once_said(self, speaker: str) -> str | None:
        """What became of what somebody said of whom nothing counts any more, in one line; None where that is not known."""

    def stats(self) -> dict[str, int]:
        """Counts of what is there."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...
