"""The folder of a store's server: its data, logs, settings, the password that only its owner can read, and what runs now."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from kg.errors import ServerError

USERNAME: Final = "neo4j"
_FOLDERS: Final = ("conf", "data", "logs", "run", "plugins", "import")
_SETTINGS: Final = """\
# Written anew by every `kg neo4j start`.
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=512m
db.tx_log.preallocate=false
db.tx_log.rotation.size=64m
db.tx_log.rotation.retention_policy=2 files
dbms.usage_report.enabled=false
client.allow_telemetry=false
dbms.security.auth_max_failed_attempts=0
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
"""
"""Loopback only, nothing sent home, and no LOAD CSV from files or the network."""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that was started: its process, when that began (seconds since the epoch), and its port."""

    pid: int
    began: float
    port: int

    @property
    def uri(self) -> str:
        """Where it can be asked."""
        return f"bolt://127.0.0.1:{self.port}"


@dataclass(frozen=True, slots=True)
class Home:
    """The server of the store in folder `store`; its files are in `neo4j` there."""

    store: Path

    @property
    def path(self) -> Path:
        """The folder of everything."""
        return self.store.absolute() / "neo4j"

    @property
    def password_file(self) -> Path:
        """Holds the password; made with the folder."""
        return self.path / "password"

    @property
    def console(self) -> Path:
        """What the server prints."""
        return self.path / "logs" / "console.log"

    @property
    def is_set_up(self) -> bool:
        """Whether the server has its password."""
        return (self.path / "data" / "dbms").is_dir() and any((self.path / "data" / "dbms").iterdir())

    @property
    def database(self) -> Path:
        """Where the server keeps the graph; not there before its first start."""
        return self.path / "data" / "databases" / "neo4j"

    @property
    def importing(self) -> Path:
        """A note that is there while the database is made from files."""
        return self.path / "importing"

    def drop_half_imported(self) -> None:
        """Take away a database that was only half made from files, so that it is empty again as before."""
        if self.importing.exists():
            shutil.rmtree(self.database, ignore_errors=True)
            shutil.rmtree(self.path / "data" / "transactions" / "neo4j", ignore_errors=True)
            for left_over in self.path.glob("bulk-*"):
                shutil.rmtree(left_over, ignore_errors=True)
            self.importing.unlink()

    def make(self) -> None:
        """Make the folders and the password, where they are not there."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name in _FOLDERS:
                (self.path / name).mkdir(exist_ok=True)
            if not self.password_file.exists():
                write_secret(self.password_file, secrets.token_hex(24))
        except OSError as error:
            raise ServerError(f"{self.path}: cannot be written: {error.strerror}: the server keeps its data there") from error

    def password(self) -> str:
        """The password of the user `neo4j`."""
        try:
            return self.password_file.read_text("utf-8").strip()
        except OSError as error:
            raise ServerError(f"{self.password_file}: cannot be read: {error.strerror}") from error

    def write_settings(self, port: int) -> None:
        """Write the server's settings."""
        (self.path / "conf" / "neo4j.conf").write_text(_SETTINGS.format(port=port), encoding="utf-8")

    def running(self) -> Running | None:
        """What was started last and not stopped; it may have ended by itself. Raises `ServerError` when that is not known."""
        note = self.path / "server.json"
        try:
            found: dict[str, Any] = json.loads(note.read_bytes())
            return Running(int(found["pid"]), float(found["began"]), int(found["port"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ServerError(
                f"{note}: cannot be read: it says what server runs: end that by its process id, and delete the file"
            ) from error

    def remember(self, running: Running | None) -> None:
        """Note what runs, or that nothing does."""
        if running is None:
            (self.path / "server.json").unlink(missing_ok=True)
            return
        draft = self.path / "server.json.new"
        draft.write_text(json.dumps(asdict(running)), encoding="utf-8")
        draft.replace(self.path / "server.json")


def write_secret(path: Path, text: str) -> None:
    """Write a file that only its owner can read, from its first moment on."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
        stream.write(text)
