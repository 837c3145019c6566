"""Neo4j itself: the jars that `jars.tsv` lists, fetched from Maven Central once and kept only when their SHA-256 is the listed one.

The list is frozen (made by `python -m kg.neo4j.local.freeze`), so nothing is resolved at run time.
"""

from __future__ import annotations

import csv
import hashlib
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from kg.errors import MissingExtra, ServerError

VERSION: Final = "5.26.30"
_AT_ONCE: Final = 6
_TIMEOUT: Final = 60
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Jar:
    """One file: its Maven coordinates, size in bytes and hex SHA-256."""

    group: str
    artifact: str
    version: str
    classifier: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """Its file name."""
        return f"{self.artifact}-{self.version}{'-' + self.classifier if self.classifier else ''}.jar"

    def is_at(self, path: Path) -> bool:
        """Whether the file at `path` is this jar, whole."""
        try:
            if path.stat().st_size != self.size:
                return False
            with path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest() == self.sha256
        except OSError:
            return False


def listed() -> list[Jar]:
    """Every jar that the server needs."""
    lines = files("kg.neo4j.local").joinpath("jars.tsv").read_text("utf-8").splitlines()
    return [
        Jar(group, artifact, version, kind, int(size), sha)
        for group, artifact, version, kind, size, sha in csv.reader(lines, delimiter="\t")
    ]


def cache() -> Path:
    """Where the jars are kept for all stores of this user: `KG_CACHE`, else the system's place for caches."""
    try:
        import platformdirs
    except ImportError:
        raise MissingExtra("kg neo4j", "neo4j") from None
    return Path(os.environ.get("KG_CACHE") or platformdirs.user_cache_path("claim-kg")) / f"neo4j-{VERSION}"


def ready(folder: Path, jars: list[Jar], step: Step | None = None) -> list[Path]:
    """The paths of all `jars` in `folder`; what is missing or damaged there is fetched. `step(bytes, of)` is called as they come.

    Raises `ServerError` when one cannot be had, or is not what it should be; what was fetched before is kept.
    """
    missing = [jar for jar in jars if not jar.is_at(folder / jar.name)]
    if missing:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ServerError(f"{folder}: cannot be written: {error.strerror}: name another place for Neo4j's files in KG_CACHE") from error
        scratch = folder / f"part-{os.getpid()}"
        try:
            _fetch_all(missing, scratch, folder, step)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return [folder / jar.name for jar in jars]


def _fetch_all(missing: list[Jar], scratch: Path, folder: Path, step: Step | None) -> None:
    context = _maven(scratch)
    done, whole = 0, sum(jar.size for jar in missing)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        work = {pool.submit(_fetch, context, jar, folder): jar for jar in missing}
        try:
            for finished in as_completed(work):
                finished.result()
                done += work[finished].size
                if step:
                    step(done, whole)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _maven(scratch: Path) -> Any:  # noqa: ANN401
    try:
        from jgo.maven import MavenContext
    except ImportError:
        raise MissingExtra("kg neo4j start", "neo4j") from None
    mirror = os.environ.get("KG_MAVEN_REPO")
    return MavenContext(repo_cache=scratch, remote_repos={"mirror": mirror.rstrip("/")} if mirror else None, timeout=_TIMEOUT)


def _fetch(context: Any, jar: Jar, folder: Path) -> None:  # noqa: ANN401
    artifact = context.project(jar.group, jar.artifact).at_version(jar.version).artifact(jar.classifier, "jar")
    try:
        got = Path(context.resolver.download(artifact))
    except (OSError, RuntimeError) as error:
        reason = "it cannot be reached" if "Max retries" in str(error) else " ".join(str(error).split())
        raise ServerError(
            f"cannot fetch {jar.name} from {'KG_MAVEN_REPO' if os.environ.get('KG_MAVEN_REPO') else 'Maven Central'}: {reason[:200]}: "
            "run it again with a network, or name a mirror in KG_MAVEN_REPO"
        ) from error
    if not jar.is_at(got):
        raise ServerError(
            f"{jar.name} came damaged or is not what it should be (its SHA-256 is not {jar.sha256[:12]}…): refused; run it again"
        )
    got.replace(folder / jar.name)
