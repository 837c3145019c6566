"""`kg validate`: the store against the ontology's shapes."""

from __future__ import annotations

from dataclasses import asdict

from kg.cli import options as o
from kg.cli.rows import show
from kg.cli.stores import DEFAULT, readable
from kg.cli.terminal import say
from kg.plurals import many

VIOLATIONS = 4


def validate(store: o.StorePath = DEFAULT, form: o.Format = None, output: o.Output = "-") -> int:
    """Check the store against its shapes.

    Every violation is a row, and the exit code is 4 when there is one. Needs the extra "shacl".
    """
    with readable(store) as opened:
        found = opened.validate()
    if not found:
        say(f"{store}: no violations")
        return 0
    show([asdict(violation) for violation in found], ("focus", "path", "value", "message"), form, output=output)
    say(f"{store}: {many(len(found), 'violation')}")
    return VIOLATIONS
