"""Every error a user can meet.

KgError                     exit code 1: one line that says what is wrong, where, and what to do
├── UsageError              2: the words of the call are off
├── InputError              1: a document or an import cannot be read
├── StoreError              1: the store cannot be opened, read or written
│   ├── StoreLocked         1: another process writes to it
│   ├── StoreDamaged        1: its files are not what was written
│   └── StoreTooNew         1: made by a newer version
├── ServerError             1: a Neo4j server cannot be started, reached or written
├── QueryError              1: a query is refused or not understood
│   └── ParameterError      2: there is no named query, parameter or value like that
└── MissingExtra            1: an optional package is needed (of many documents, only the one that needs it fails)
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all; `str(error)` is the one line a user sees."""

    exit_code = 1

    def __str__(self) -> str:
        """One line, whatever the libraries said that it tells of."""
        return " ".join(super().__str__().split())


class UsageError(KgError):
    """The words of the call are off."""

    exit_code = 2


class InputError(KgError):
    """A document or an import cannot be read."""


class StoreError(KgError):
    """The store cannot be opened, read or written."""


class StoreLocked(StoreError):
    """Another process writes to the store."""


class StoreDamaged(StoreError):
    """The files of the store are not what was written; `file` is the one to blame, as `live/000025.sst`, where the database says which."""

    def __init__(self, message: str, file: str | None = None) -> None:
        super().__init__(message)
        self.file = file


class StoreTooNew(StoreError):
    """The store was made by a newer version."""


class ServerError(KgError):
    """A Neo4j server cannot be started, reached or written."""


class QueryError(KgError):
    """A query is refused or not understood."""


class ParameterError(QueryError, UsageError):
    """There is no named query, parameter of one, or value of that like the one given."""


class MissingExtra(KgError):
    """`what` needs the optional packages of `extra`."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f'{what} needs an optional package: in a checkout, pip install ".[{extra}]"')
        self._parts = (what, extra)

    def __reduce__(self) -> tuple[type[MissingExtra], tuple[str, str]]:
        return MissingExtra, self._parts
