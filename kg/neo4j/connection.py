"""A connection to a Neo4j server: where it is, who asks, and its errors as the one line a user reads."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, LiteralString, Self, TypeVar

from kg import __version__
from kg.errors import KgError, QueryError, ServerError

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Session

Answer = TypeVar("Answer")
OLDEST: Final = (5, 26)
REJECTED: Final = "wrong user name or password"
_ADDRESS: Final = re.compile(r"(?:neo4j|bolt)(?:\+s|\+ssc)?://(?:[^/\s:?#@\[\]]+|\[[0-9a-fA-F:.]+\])(?::(\d{1,5}))?/?", re.IGNORECASE)
_LARGEST_PORT: Final = 65535


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is and how to log in. The password is never shown."""

    uri: str
    username: str
    password: str
    database: str | None = None

    def __repr__(self) -> str:
        return f"Address({self.place!r})"

    @property
    def place(self) -> str:
        """The address as it may be shown: without what may stand before an @."""
        return re.sub(r"//[^/]*@", "//", self.uri) + (f"/{self.database}" if self.database else "")


def is_uri(words: str) -> bool:
    """Whether `words` are the address of a Neo4j server, and no folder."""
    found = _ADDRESS.fullmatch(words)
    return found is not None and int(found[1] or 0) <= _LARGEST_PORT


class Connection:
    """A server that can be asked; a context manager. Opening it raises `ServerError` when it cannot be reached or is too old."""

    def __init__(self, address: Address) -> None:
        import neo4j

        logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # what it retries and gives up is told here, in a line
        self.place = address.place
        self._database = address.database
        with self._readable_errors():
            self._driver = neo4j.GraphDatabase.driver(
                address.uri,
                auth=(address.username, address.password),
                user_agent=f"claim-kg/{__version__}",
                connection_timeout=10,
                max_transaction_retry_time=30,
                notifications_min_severity="OFF",
            )
        try:
            self._check()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the server; closing twice does nothing."""
        self._driver.close()

    def read(self, query: LiteralString, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a query that only reads."""
        return self.reading(lambda tx: tx.run(query, dict(parameters or {})).data())

    def reading(self, work: Callable[[ManagedTransaction], Answer]) -> Answer:
        """What `work` gives in a transaction that the server lets only read; it may be called again when the server was busy."""
        with self._readable_errors(), self._driver.session(database=self._database, default_access_mode="READ") as session:
            return session.execute_read(work)

    def writing(self, work: Callable[[ManagedTransaction], Answer]) -> Answer:
        """What `work` gives in a transaction, all of which is done or, when this raises, nothing; it may be called again."""
        with self._readable_errors(), self._driver.session(database=self._database) as session:
            return session.execute_write(work)

    @contextmanager
    def session(self, *, write: bool) -> Iterator[Session]:
        """A session for what is run once, as it stands."""
        mode = "WRITE" if write else "READ"
        with self._readable_errors(), self._driver.session(database=self._database, default_access_mode=mode) as session:
            yield session

    def _check(self) -> None:
        with self._readable_errors():
            self._driver.verify_connectivity()
        [found] = self.read("CALL dbms.components() YIELD versions RETURN versions[0] AS version")
        version = tuple(int(number) for number in re.findall(r"\d+", found["version"])[:2])
        if version < OLDEST:
            raise ServerError(f"{self.place}: Neo4j {found['version']} is too old: {'.'.join(map(str, OLDEST))} or newer is needed")

    @contextmanager
    def _readable_errors(self) -> Iterator[None]:
        from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError

        try:
            yield
        except Neo4jError as error:
            raise _server_error(self.place, error.code or "", " ".join((error.message or "").split())) from error
        except (ConfigurationError, ValueError) as error:
            raise ServerError(f"{self.place}: this is no address of a Neo4j server: {error}") from error
        except (DriverError, OSError) as error:
            reason = re.sub(r"\s*\(resolved to .*", "", str(error).split("\n", 1)[0]).rstrip(".: ")
            hint = (
                "is it running? `kg neo4j start` starts a local one"
                if _LOCAL.search(self.place)
                else "is the address right, with +s for TLS?"
            )
            raise ServerError(f"{self.place}: cannot be reached: {reason}: {hint}") from error


def _server_error(place: str, code: str, message: str) -> KgError:
    if code.endswith(".ParameterMissing"):
        return QueryError(f"{message}: give each after the query, as NAME=VALUE")
    for sign, words in _KNOWN:
        if sign in code or sign in message:
            return ServerError(f"{place}: {words}")
    return (QueryError if ".Statement." in code else ServerError)(f"{place}: {message or code}")


_LOCAL: Final = re.compile(r"//(?:127\.|localhost|\[::1)")
_FULL: Final = "it cannot write, as when its disk is full: make room, start it anew and run this again; what was written before is kept"
_KNOWN: Final = (
    ("Security.Unauthorized", f"{REJECTED}: set NEO4J_USERNAME and NEO4J_PASSWORD"),
    ("Security.AuthenticationRateLimit", "too many wrong passwords: wait a few seconds, and set NEO4J_PASSWORD"),
    ("Security.CredentialsExpired", "the password has expired and must be changed first"),
    ("Security.Forbidden", "this user may not do that: it takes one that may write and make indexes"),
    ("Database.DatabaseNotFound", "there is no such database: set NEO4J_DATABASE to one that is there"),
    ("No space left", _FULL),
    ("Could not append transaction", _FULL),
    ("critical error, and needs to be restarted", _FULL),
    ("Schema.ConstraintValidationFailed", "another process writes the same there: run it again when that has ended"),
    ("Statement.AccessMode", "this may change the database: add --write if that is meant"),
)
