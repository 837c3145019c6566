"""`kg loaders`: what kinds of input can be read."""

from __future__ import annotations

from kg.cli import options as o
from kg.cli.rows import show

_COLUMNS = ("name", "files", "what", "package")


def loaders(form: o.Format = None) -> int:
    """List the kinds of input that can be read."""
    from kg.loaders.registry import installed

    rows = [
        {"name": name, "files": " ".join(f"*{suffix}" for suffix in loader.suffixes), "what": loader.summary, "package": package}
        for name, (loader, package) in installed().items()
    ]
    show(rows, _COLUMNS, form)
    return 0
