"""A load that is cut off keeps whole articles and nothing of the one it was at."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.rdf import from_quads, to_quads
from kg.store import Store, open_store
from kg.store.find import graphs
from kg.store.graphs import articles, statements
from tests.store.sample import sample, variant

LOADING = """
import sys
from pathlib import Path
from kg.store import open_store
from tests.store.sample import variant
with open_store(Path(sys.argv[1])) as store:
    for number in range(100_000):
        store.load(variant(number % 40, number // 40))
        if number == 60:
            print("going", flush=True)
"""


def whole(store: Store) -> int:
    """The number of articles, each of which must be whole."""
    live = store._open()
    found = [one.value for one in articles(live)]
    for one in found:
        from_quads(quad for graph in graphs(live, store.base, one) for quad in statements(live, graph))
    return len(found)


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_a_signal_in_the_middle_of_a_load(tmp_path: Path, sign: signal.Signals) -> None:
    path = tmp_path / "kg.db"
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", LOADING, str(path)], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as loading:
        assert loading.stdout is not None
        assert loading.stdout.readline() == b"going\n"
        loading.send_signal(sign)
        _, errors = loading.communicate()
    assert sign == signal.SIGKILL or b"KeyboardInterrupt" in errors
    with open_store(path) as store:
        assert whole(store) == 40
        with store._writing() as writer:
            assert not set(articles(writer.live)) & set(articles(writer.history))
        assert store.load(sample()).status == "added"


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A folder on a disk of 24 MB."""
    with tempfile.TemporaryDirectory() as folder:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder], capture_output=True, check=False)
        if mounted.returncode:
            pytest.skip("mounting a small disk is not permitted here")
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="needs tmpfs")
def test_a_full_disk(small_disk: Path) -> None:
    path = small_disk / "kg.db"
    done = 0
    with pytest.raises(StoreError, match="the disk is full") as caught, open_store(path) as store:  # noqa: PT012
        while done < 5_000:
            store.load(variant(done))
            done += 1
    assert "\n" not in str(caught.value)
    assert done > 10
    with open_store(path, read_only=True) as store:
        assert whole(store) == done
        assert store.stats()["statements"] > done * (len(to_quads(sample())) - 10) / 2
