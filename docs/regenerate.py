"""Keeps the documents true.

Runs every `$ ` line of the console blocks in README.md and docs/neo4j.md and puts its real output there (an `att_…` in such a line becomes
the last one shown before it), writes docs/commands.md from the commands' own help, and the tables of docs/neo4j.md from the ontology.
A local Neo4j is started, and stopped again.

usage: python docs/regenerate.py
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from schema import schema

DOCS = Path(__file__).resolve().parent
README = DOCS.parent / "README.md"
NEO4J = DOCS / "neo4j.md"
_SCHEMA = re.compile(r"(?<=-->\n).*?(?=<!-- end of schema)", re.DOTALL)
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"\batt_[a-z2-7]{16}\b")
_seen: list[str] = []


def main() -> None:
    """Rewrite all documents."""
    _run_blocks(README)
    NEO4J.write_text(_SCHEMA.sub(lambda _: f"\n{schema()}\n\n", NEO4J.read_text(encoding="utf-8")), encoding="utf-8")
    _run_blocks(NEO4J)
    (DOCS / "commands.md").write_text(commands(), encoding="utf-8")


def _run_blocks(document: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for sample in files("kg").joinpath("samples").iterdir():
            if sample.name.endswith(".txt"):
                (folder / sample.name).write_bytes(sample.read_bytes())
        try:
            text = document.read_text(encoding="utf-8")
            document.write_text(_BLOCK.sub(lambda block: _rerun(block.group(), folder), text), encoding="utf-8")
        finally:
            subprocess.run(
                [sys.executable, "-m", "kg", "neo4j", "stop", "-q"], cwd=folder, env=_environment(), check=False, stderr=subprocess.DEVNULL
            )


def _rerun(block: str, folder: Path) -> str:
    shown = []
    for line in (line for line in block.splitlines() if line.startswith("$ ")):
        command = _NAME.sub(lambda old: _seen[-1] if _seen else old.group(), line)
        output = _output(command[2:], folder)
        _seen.extend(_NAME.findall(output)[-1:])
        shown.append(f"{command}\n{output}")
    return "\n".join(shown)


def _output(line: str, folder: Path) -> str:
    run = subprocess.run(line, shell=True, cwd=folder, env=_environment(), capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"$ {line}\n{run.stderr}exit code {run.returncode}")
    return re.sub(r" +$", "", (run.stderr + run.stdout).replace(str(folder), "."), flags=re.MULTILINE)


def _environment() -> dict[str, str]:
    path = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "110", "NO_COLOR": "1"}
    return {name: value for name, value in os.environ.items() if not name.startswith(("KG_STORE", "NEO4J_"))} | path


def commands() -> str:
    """The reference of all commands, as Markdown."""
    from typer.main import get_command

    from kg.cli.app import build

    group = get_command(build())
    parts = [_help([]), *(f"## kg {' '.join(words)}\n\n{_help(words)}" for words in _names(group))]
    return "# Commands\n\nWritten by `docs/regenerate.py` from the commands' own help.\n\n" + "\n".join(parts)


def _names(group: object, *above: str) -> list[list[str]]:
    """The words of every command, those of groups after their group."""
    found = getattr(group, "commands", {})
    return [words for name, one in found.items() for words in ([*above, name], *_names(one, *above, name))]


def _help(words: list[str]) -> str:
    run = subprocess.run(
        [sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main())", *words, "--help"],
        env=os.environ | {"COLUMNS": "110"},
        capture_output=True,
        text=True,
        check=True,
    )
    return f"```text\n{run.stdout.rstrip()}\n```\n"


if __name__ == "__main__":
    main()
