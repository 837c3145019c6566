"""Every command and option is explained where people look."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from kg.cli.app import build

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS: dict[str, Any] = getattr(get_command(build()), "commands")  # noqa: B009
FIXED = {"demo", "load", "extract", "who-said", "provenance", "contradictions", "query", "sparql", "export", "import", "stats"} | {
    "validate",
    "delete",
    "loaders",
    "link",
    "corroboration",
    "verify",
    "entities",
    "merge",
    "split",
    "graph",
    "report",
    "sync",
    "cypher",
    "neo4j",
    "corpus",
    "check",
    "optimize",
    "backup",
    "restore",
    "review",
    "reread",
    "diff",
    "retract",
    "log",
}
SERVER = {"start", "stop", "status", "logs", "path"}
GROUPS = {name: command for name, command in COMMANDS.items() if hasattr(command, "commands")}
ALL = COMMANDS | {f"{group} {name}": command for group, held in GROUPS.items() for name, command in held.commands.items()}


def test_no_command_is_missing() -> None:
    assert set(COMMANDS) == FIXED
    assert set(COMMANDS["neo4j"].commands) == SERVER
    assert set(COMMANDS["corpus"].commands) == {"run"}


@pytest.mark.parametrize("name", ALL)
def test_a_command_has_help(name: str) -> None:
    command = ALL[name]
    first = (command.help or "").split("\n")[0]
    assert 10 < len(first) <= 50
    assert first.endswith(".")
    for parameter in command.params:
        if parameter.name != "help":
            assert getattr(parameter, "help", ""), f"{name} {parameter.name} has no help"


@pytest.mark.parametrize("name", ALL)
def test_a_command_is_in_the_reference(name: str) -> None:
    reference = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = re.search(rf"^## kg {name}\n(.*?)(?=^## |\Z)", reference, re.MULTILINE | re.DOTALL)
    assert section, f"run docs/regenerate.py: it knows no kg {name}"
    for parameter in ALL[name].params:
        for option in parameter.opts:
            assert not option.startswith("--") or option in section[1], f"run docs/regenerate.py: it knows no kg {name} {option}"


def test_the_readme_calls_only_commands_that_are_there() -> None:
    called = re.findall(r"^\$ kg ([\w-]+)", README, re.MULTILINE)
    assert len(called) >= 8
    assert set(called) <= {name.split()[0] for name in COMMANDS}


def test_every_example_in_the_readme_has_its_output() -> None:
    for block in re.findall(r"^```console\n(.*?)^```$", README, re.MULTILINE | re.DOTALL):
        assert any(not line.startswith("$ ") for line in block.splitlines()), block
