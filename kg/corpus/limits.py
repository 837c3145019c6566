"""A limit on the memory of a process."""

from __future__ import annotations


def limit_memory(size: int | None) -> None:
    """Let this process have at most `size` bytes of data, where systems can do that: what needs more gets a `MemoryError`."""
    if size is None:
        return
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (size, hard))
