"""Every check in one command: lint, format, types, tests. Makes its own `.venv` and needs nothing but Python.

usage: python3 check.py [lint] [format] [types] [tests]      (nothing named: all of them, stopping at the first that fails)
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / "python")
CHECKS = {
    "lint": ["-m", "ruff", "check", "."],
    "format": ["-m", "ruff", "format", "--check", "."],
    "types": ["-m", "mypy"],
    "tests": ["-m", "pytest", "-q", "-n", "2"],
}


def run(*arguments: str) -> None:
    """Run the environment's Python; end this process when it fails."""
    # without what Python has compiled, every command that a test starts would compile kg anew
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    code = subprocess.run([PYTHON, *arguments], cwd=ROOT, env=kept, check=False).returncode  # noqa: S603
    if code:
        sys.exit(code)


def prepare() -> None:
    """Make the environment, or bring it up to date after a change of `pyproject.toml` or of what is locked."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + (ROOT / "requirements.lock").read_bytes()).hexdigest()
    stamp = VENV / "checked-with"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    if not Path(PYTHON).exists():
        venv.create(VENV, with_pip=True)
    run("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade", "pip>=25.1")
    run("-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", "requirements.lock")
    run("-m", "pip", "install", "--quiet", "--editable", ".[all,scale]", "--group", "dev")
    stamp.write_text(wanted)


def main(names: list[str]) -> None:
    """Run the checks called `names`, or all."""
    unknown = sorted(set(names) - set(CHECKS))
    if unknown:
        sys.exit(f"no check called {unknown[0]!r}; there are: {', '.join(CHECKS)}")
    prepare()
    for name in names or CHECKS:
        print(f"== {name}", flush=True)  # noqa: T201
        run(*CHECKS[name])


if __name__ == "__main__":
    main(sys.argv[1:])
