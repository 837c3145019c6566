"""Which loader reads which document."""

from __future__ import annotations

from kg.errors import InputError
from kg.loaders.base import Loader
from kg.loaders.registry import by_name, installed

_PACKED = ".gz"


class Choice:
    """Chooses among the installed loaders: the one asked for, else by the file's name, its first bytes or its media type, else plain text.

    Raises `UsageError` for the name of a loader that is not there.
    """

    def __init__(self, asked: str | None = None) -> None:
        self._asked = by_name(asked) if asked else None
        known = [self._asked] if self._asked else [loader for loader, _ in installed().values()]
        self.loaders = known
        self._suffixes = sorted(((suffix, one) for one in known for suffix in one.suffixes), key=lambda pair: -len(pair[0]))
        self._default = self._asked or by_name("text")

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of the files that are read in folders."""
        named = [one for one in self.loaders if one.in_folders or one is self._asked]
        return tuple(sorted(suffix + packed for one in named for suffix in one.suffixes for packed in ("", _PACKED)))

    def by_suffix(self, name: str) -> Loader | None:
        """The loader for a file of that name: the one asked for, or the one whose suffix it has, perhaps with `.gz` after it."""
        lower = name.lower()
        endings = (lower, lower.removesuffix(_PACKED))
        return self._asked or next((one for suffix, one in self._suffixes if any(end.endswith(suffix) for end in endings)), None)

    def by_head(self, head: bytes) -> Loader:
        """The loader that knows a document by its first bytes, else the one for plain text."""
        return next((one for one in self.loaders if one.recognise and one.recognise(head)), self._default)

    def by_media_type(self, media_type: str, head: bytes, url: str) -> Loader:
        """The loader for what the web declares so; its first bytes decide between those of one type, and where the type says nothing.

        Raises `InputError` for a type that none reads.
        """
        known = self._asked or self.by_head(head)
        if known is not self._default or self._asked:
            return known
        found = next((one for one in self.loaders if media_type in one.media_types), None)
        if found is None and media_type not in ("", "application/octet-stream"):
            raise InputError(f"{url}: {media_type[:60]} is no kind of document that can be read; see `kg loaders`")
        return found or self._default
