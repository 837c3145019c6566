"""Loading what corpus runs have read."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.documents import Tally
from kg.cli.formats import Row
from kg.cli.terminal import say
from kg.corpus import require
from kg.errors import UsageError
from kg.loaders.base import Given
from kg.model import Extraction
from kg.plurals import many

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.writing import Loaded


def load_runs(
    runs: Sequence[Path], given: Given, store: Callable[[], Store], read: Callable[[Extraction], Row], tell: Callable[[Row, Loaded], None]
) -> Tally:
    """Load the articles of finished corpus runs into the store that `store` opens.

    `tell` is told of each once it is stored, with what `read` kept of it when it was taken in.

    Raises, before anything is opened, `InputError` when one is not finished, `UsageError` when what is given can only be of one article.
    """
    require()
    from kg.corpus.run import check_finished, failures

    if given.title or given.url or given.id:
        raise UsageError("--title, --url and --id name one article, but a corpus run holds many")
    for run in runs:
        check_finished(run)
    tally = Tally()
    with tally.progress as progress:
        for run in runs:
            for row, loaded in _loaded(run, store(), read):
                tell(row, loaded)
                tally.done += 1
                progress.show(tally.done, tally.failed)
            failed = sum(1 for _ in failures(run))
            if failed:
                say(f"note: {run}: {many(failed, 'document')} could not be read in that run; its errors.parquet files say why")
    return tally


def _loaded(run: Path, store: Store, read: Callable[[Extraction], Row]) -> Iterator[tuple[Row, Loaded]]:
    from kg.corpus.run import extractions

    waiting = deque[Row]()

    def remembered() -> Iterator[Extraction]:
        for extraction in extractions(run):
            waiting.append(read(extraction))
            yield extraction

    for loaded in store.load_all(remembered()):
        yield waiting.popleft(), loaded
