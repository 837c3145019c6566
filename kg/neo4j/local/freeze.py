"""Make `jars.tsv` anew, for a new version of Neo4j: resolves it once, and lists what it takes with sizes and checksums.

usage: python -m kg.neo4j.local.freeze [VERSION]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from kg.neo4j.local.jars import VERSION, Jar

ROOTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server")


def main(version: str) -> None:
    """Resolve `version` and write the list."""
    from jgo.maven import MavenContext

    with tempfile.TemporaryDirectory() as scratch:
        context = MavenContext(repo_cache=Path(scratch), timeout=60)
        wanted = [context.create_dependency(f"{root}:{version}") for root in ROOTS]
        roots, others = context.resolver.resolve(wanted)
        jars = {_jar(one) for one in (*roots, *others) if one.scope not in ("test", "provided")}
    lines = sorted("\t".join((j.group, j.artifact, j.version, j.classifier, str(j.size), j.sha256)) for j in jars)
    Path(__file__).with_name("jars.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _jar(dependency: Any) -> Jar:  # noqa: ANN401
    import hashlib

    data = Path(dependency.artifact.resolve()).read_bytes()
    names = (dependency.groupId, dependency.artifactId, dependency.version, dependency.classifier or "")
    return Jar(*names, len(data), hashlib.sha256(data).hexdigest())


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else VERSION)
