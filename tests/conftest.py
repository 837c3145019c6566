"""What holds for all tests."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("neo4j", "report")
"""Rooms whose tests share a server, or a browser: where tests run in several processes, all of a room run in one."""

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # in the background of a shell; commands that tests interrupt would ignore it, too
    signal.signal(signal.SIGINT, signal.default_int_handler)


def kept_together(test: str) -> str:
    """The name of all tests that run in the same process as the test of this name: its room, or that test alone."""
    room = test.partition("::")[0].split("/")[1]
    return room if room in TOGETHER else test


@pytest.hookimpl(optionalhook=True)  # it is there when pytest-xdist is
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Largest rooms first, then every other test in whichever process has time. (The marks of `--dist loadgroup` are lost in pytest 9.)"""
    from xdist.scheduler import LoadScopeScheduling

    class Rooms(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return kept_together(nodeid)

    return Rooms(config, log)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are no names: packed ones hold the time of packing, and every process must give a test the same name."""
    return argname if isinstance(val, bytes) else None
