"""The installed loaders: entry points of the group `kg.loaders`, ours and other packages'."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points

from kg.errors import InputError, UsageError
from kg.loaders.base import Loader

GROUP = "kg.loaders"


def installed() -> dict[str, tuple[Loader, str]]:
    """Every loader by name, with the name of the package that brings it. Raises `InputError` naming one that cannot be imported."""
    return {
        point.name: (_loader(point), point.dist.name if point.dist else "?")
        for point in sorted(entry_points(group=GROUP), key=lambda p: p.name)
    }


def by_name(name: str) -> Loader:
    """The loader called `name`. Raises `UsageError` naming what there is."""
    points = {point.name: point for point in entry_points(group=GROUP)}
    if name not in points:
        raise UsageError(f"no loader {name!r}; installed are: {', '.join(sorted(points))}")
    return _loader(points[name])


def _loader(point: EntryPoint) -> Loader:
    try:
        loaded = point.load()
    except Exception as error:
        raise InputError(f"loader {point.name!r} ({point.value}) cannot be imported: {error}") from error
    if not isinstance(loaded, Loader):
        raise InputError(f"loader {point.name!r} ({point.value}) is not a kg.loaders.Loader")
    return loaded
