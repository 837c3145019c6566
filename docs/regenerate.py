"""Keeps the documents true.

Runs every `$ ` line of the console blocks in README.md and puts its real output there (an `att_…` in such a line becomes the last one
shown before it), and writes docs/commands.md from the commands' own help.

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

DOCS = Path(__file__).resolve().parent
README = DOCS.parent / "README.md"
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"\batt_[a-z2-7]{16}\b")
_seen: list[str] = []


def main() -> None:
    """Rewrite both documents."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for sample in files("kg").joinpath("samples").iterdir():
            if sample.name.endswith(".txt"):
                (folder / sample.name).write_bytes(sample.read_bytes())
        text = README.read_text(encoding="utf-8")
        README.write_text(_BLOCK.sub(lambda block: _rerun(block.group(), folder), text), encoding="utf-8")
    (DOCS / "commands.md").write_text(commands(), encoding="utf-8")


def _rerun(block: str, folder: Path) -> str:
    shown = []
    for line in (line for line in block.splitlines() if line.startswith("$ ")):
        command = _NAME.sub(lambda old: _seen[-1] if _seen else old.group(), line)
        output = _output(command[2:], folder)
        _seen.extend(_NAME.findall(output)[-1:])
        shown.append(f"{command}\n{output}")
    return "\n".join(shown)


def _output(line: str, folder: Path) -> str:
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "110", "NO_COLOR": "1"}
    environment.pop("KG_STORE", None)
    run = subprocess.run(line, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"$ {line}\n{run.stderr}exit code {run.returncode}")
    return re.sub(r" +$", "", (run.stderr + run.stdout).replace(str(folder), "."), flags=re.MULTILINE)


def commands() -> str:
    """The reference of all commands, as Markdown."""
    from typer.main import get_command

    from kg.cli.app import build

    group = get_command(build())
    names = list(getattr(group, "commands", {}))
    parts = [_help([]), *(f"## kg {name}\n\n{_help([name])}" for name in names)]
    return "# Commands\n\nWritten by `docs/regenerate.py` from the commands' own help.\n\n" + "\n".join(parts)


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
