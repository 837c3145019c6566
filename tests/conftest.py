"""What holds for all tests."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

TOGETHER = ("neo4j", "report")
"""Rooms whose tests share a server, or a browser: where tests run in several processes, all of these run in one."""

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # in the background of a shell; commands that tests interrupt would ignore it, too
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist looks for the marks
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep together what must not run twice at once."""
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            room = item.path.relative_to(Path(__file__).parent).parts[0]
            if room in TOGETHER:
                item.add_marker(pytest.mark.xdist_group(room))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are no names: packed ones hold the time of packing, and every process must give a test the same name."""
    return argname if isinstance(val, bytes) else None
