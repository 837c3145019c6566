"""Which tests run in one process."""

from __future__ import annotations

import pytest

from tests.conftest import kept_together


@pytest.mark.parametrize(
    ("test", "together"),
    [
        ("tests/neo4j/test_sync.py::test_a", "neo4j"),
        ("tests/neo4j/test_local.py::test_b[store/c::d]", "neo4j"),
        ("tests/report/test_pages.py::test_a", "report"),
        ("tests/store/test_report.py::test_a[neo4j/]", "tests/store/test_report.py::test_a[neo4j/]"),
        ("tests/test_api.py::test_a", "tests/test_api.py::test_a"),
    ],
)
def test_a_room_with_a_server_or_a_browser_is_kept_together(test: str, together: str) -> None:
    assert kept_together(test) == together
