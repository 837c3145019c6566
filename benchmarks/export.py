"""What an export costs, beside Oxigraph's own dump of the same store and rdflib's serializer: CPU seconds and the largest memory.

usage: python benchmarks/export.py STORE [FORMAT …]     (nquads, trig; rdflib only for stores of up to a million statements)
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SCRIPTS = {
    "kg export {format}": """
from kg.store import open_store
with open_store(Path(sys.argv[1]), read_only=True) as store, open("/dev/null", "wb") as out:
    started()
    count = store.export(out, sys.argv[2])
""",
    "Oxigraph's dump, {format}": """
import pyoxigraph
store = pyoxigraph.Store.read_only(str(Path(sys.argv[1]) / "live"))
started()
with open("/dev/null", "wb") as out:
    store.dump(out, pyoxigraph.RdfFormat.from_media_type({"nquads": "application/n-quads", "trig": "application/trig"}[sys.argv[2]]))
count = 0
""",
    "rdflib, {format}": """
from kg.store import open_store
with open_store(Path(sys.argv[1]), read_only=True) as store:
    data = store.dataset()
    started()
    data.serialize("/dev/null", format=sys.argv[2])
count = 0
""",
}
AROUND = """
import json, resource, sys, time
from pathlib import Path
began = 0.0
def started():
    global began
    began = time.process_time()
{script}
print(json.dumps([time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, count]))
"""
SMALL = 1_000_000


def main(words: list[str]) -> None:
    store, formats = Path(words[0]), words[1:] or ["nquads", "trig"]
    print("| what | statements | CPU s | statements per CPU s | largest memory MB |\n|---|---|---|---|---|")
    for format_ in formats:
        statements = 0
        for name, script in SCRIPTS.items():
            if name.startswith("rdflib") and statements > SMALL:
                continue
            command = [sys.executable, "-c", AROUND.replace("{script}", script), str(store), format_]
            ran = subprocess.run(command, check=True, capture_output=True, text=True)
            cpu, peak, count = json.loads(ran.stdout.splitlines()[-1])
            statements = count or statements
            print(f"| {name.format(format=format_)} | {statements:,} | {cpu:.1f} | {statements / cpu:,.0f} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
