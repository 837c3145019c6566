from __future__ import annotations

from tests.cli.conftest import kg

__all__ = ["kg"]
