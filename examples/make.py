"""Writes `claims.ipynb` anew and runs it, so that its outputs are those of this version.

usage: python examples/make.py [FILE]
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
CELLS = (
    (
        "markdown",
        """# Who said what, in a notebook

`kg.extract` reads an article: who said what, in which words, and who disputes it. A notebook shows what it gives as a marked text.""",
    ),
    (
        "code",
        """from importlib.resources import files

import kg

sample = files("kg") / "samples" / "kessary.txt"
told = kg.extract(next(kg.articles(sample)))
told""",
    ),
    ("markdown", "An attribution has places in the text and identifiers; the claim has the words."),
    ("code", "told.attributions[2]"),
    ("code", "told.claims[2]"),
    ("markdown", "As a DataFrame:"),
    (
        "code",
        """from kg.report.frames import attributions

said = attributions(told)
said.to_pandas()[["speaker", "stance", "certainty", "claim", "score"]]""",
    ),
    (
        "markdown",
        """## In a store

A store holds many articles and answers questions; every answer is rows, which a notebook shows as a table, contradictions side by side.""",
    ),
    (
        "code",
        """import tempfile
from pathlib import Path

folder = Path(tempfile.mkdtemp())
store = kg.open(folder / "kg.db")
store.load(told)
store.query("contradictions")""",
    ),
    ("code", 'store.query("who-said", speaker="Brightwell")'),
    ("code", 'store.corroboration(str(store.query("who-said", speaker="Residents")[0]["claim_id"])).line'),
    (
        "markdown",
        """## Plots

With `pip install ".[plots]"`: when who spoke, and who is at odds with whom.""",
    ),
    (
        "code",
        """%matplotlib inline
from kg.report.plots import speakers, timeline

timeline(said);""",
    ),
    ("code", 'speakers(store.query("network"));'),
    (
        "markdown",
        """## A page for others

The same as an HTML file that needs no network; `kg report` does it on the command line.""",
    ),
    (
        "code",
        """from kg.report import Scope, write_report

done = write_report(store, Scope(), folder / "report.html")
store.close()
done.pages, done.attributions""",
    ),
)


def notebook() -> nbformat.NotebookNode:
    """The notebook without outputs."""
    made = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}})
    new = {"markdown": nbformat.v4.new_markdown_cell, "code": nbformat.v4.new_code_cell}
    made.cells = [new[kind](text, id=f"cell-{number}") for number, (kind, text) in enumerate(CELLS)]
    return made


def run(made: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """`made` with the outputs of running it."""
    manager = AsyncKernelManager(kernel_name="python3", transport="ipc")
    NotebookClient(made, km=manager, timeout=120, record_timing=False).execute()
    return made


if __name__ == "__main__":
    nbformat.write(run(notebook()), sys.argv[1] if len(sys.argv) > 1 else HERE / "claims.ipynb")
