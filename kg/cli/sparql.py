"""`kg sparql`: SPARQL in one's own words."""

from __future__ import annotations


def sparql(text: str = "") -> int:
    """x"""
    return 0
