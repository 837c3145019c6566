"""No value is ever pasted into Cypher: a query is a constant of ours, a file of ours, or the user's own words as they stand."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kg.neo4j

ROOM = Path(kg.neo4j.__file__).parent
FILES = sorted(ROOM.glob("*.py"))
CALLS = {"run", "read", "execute_query"}
SENDERS = {"tx", "session", "server", "self", "self._server", "self._driver"}


def queries(tree: ast.Module) -> list[ast.expr]:
    """The first arguments of all calls that send Cypher."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    sent = [c for c in calls if c.func.attr in CALLS and ast.unparse(c.func.value) in SENDERS]  # type: ignore[attr-defined]
    return [call.args[0] for call in sent if call.args]


def is_safe(query: ast.expr) -> bool:
    """A name (of a constant or of the user's text), a constant, `EXPLAIN` before a name, or a file's text."""
    if isinstance(query, ast.BinOp):
        return ast.unparse(query) == "_EXPLAIN + text"
    return (
        isinstance(query, ast.Name | ast.Constant)
        or (isinstance(query, ast.Attribute) and ast.unparse(query.value) == "s")
        or ast.unparse(query) == "twin(name)"
    )


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_no_query_is_put_together(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    for query in queries(tree):
        assert is_safe(query), ast.unparse(query)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and "LiteralString" in ast.unparse(node):
            pasted = [
                part
                for part in ast.walk(node)
                if isinstance(part, ast.JoinedStr | ast.BinOp) or (isinstance(part, ast.Attribute) and part.attr in ("format", "join"))
            ]
            assert not pasted, ast.unparse(node)


def test_the_check_sees_what_it_should() -> None:
    assert not is_safe(ast.parse('f"MATCH (n {{x: {y}}})"', mode="eval").body)
    assert not is_safe(ast.parse('"MATCH (n {x: " + y + "})"', mode="eval").body)
    assert not is_safe(ast.parse('"MATCH {}".format(y)', mode="eval").body)
    assert len([query for path in FILES for query in queries(ast.parse(path.read_text("utf-8")))]) > 15
