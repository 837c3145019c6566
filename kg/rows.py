"""What queries answer: rows of named columns, and graphs of statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.errors import MissingExtra

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

Value: TypeAlias = str | int | float | date | None
_DETAILS = """
    manner certainty kind medium said addressee source cue sentence evidence headline url doc begin end pieces rule method sha256 key
    claim_id link run other_date other_attribution software concerns entry
"""


def main_columns(columns: Sequence[str]) -> list[str]:
    """Those of the columns of an answer that people want to see first."""
    details = _DETAILS.split()
    return [column for column in columns if column not in details and column.removeprefix("other_") not in details]


class Rows:
    """The answer to a query: an iterable of dicts, each with a value for every one of `columns` (None where there is none)."""

    def __init__(self, columns: Sequence[str], values: Sequence[tuple[Value, ...]]) -> None:
        self.columns = tuple(columns)
        self._values = values

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: int) -> dict[str, Value]:
        return dict(zip(self.columns, self._values[index], strict=True))

    def __repr__(self) -> str:
        shown = "\n".join(f"  {row}" for row in list(self)[:5])
        more = f"\n  … {len(self) - 5} more" if len(self) > 5 else ""
        return f"<{len(self)} rows of {', '.join(self.columns)}>" + (f"\n{shown}{more}" if shown else "")

    def _repr_html_(self) -> str:
        """For notebooks: a table of the main columns; of contradictions, both sides."""
        from kg.report.notebook import rows_html

        return rows_html(self)

    def to_pandas(self) -> pd.DataFrame:
        """A DataFrame with these columns; raises `MissingExtra` when pandas is not installed.

        A column of days that holds intervals (`2023-06-05/2023-06-11`) too is all text there, so that it can be sorted and saved.
        """
        try:
            import pandas as pd
        except ImportError:
            raise MissingExtra("to_pandas()", "pandas") from None
        frame = pd.DataFrame(list(self._values), columns=list(self.columns))
        for i, name in enumerate(self.columns):
            if {date, str} <= {type(row[i]) for row in self._values}:
                frame[name] = [str(row[i]) if isinstance(row[i], date) else row[i] for row in self._values]
        return frame

    def to_networkx(self, source: str | None = None, target: str | None = None) -> nx.MultiDiGraph[Any]:
        """One edge a row, from its `source` column to its `target` column, the other columns as the edge's data.

        By default the first pair of columns that the answer has is taken: two speakers, two claims, speaker and claim, … Rows in which
        either is None give no edge. Raises `ValueError` when there is no such pair.
        """
        import networkx as nx

        begin, end = self._ends(source, target)
        graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
        for row in self:
            if row[begin] is not None and row[end] is not None:
                graph.add_edge(row[begin], row[end], **{c: v for c, v in row.items() if c not in (begin, end)})
        return graph

    def _ends(self, source: str | None, target: str | None) -> tuple[str, str]:
        asked = (source, target)
        for pair in (asked, ("speaker", "other_speaker"), ("speaker", "claim"), ("subject", "object"), self.columns[:2]):
            if len(pair) == 2 and pair[0] in self.columns and pair[1] in self.columns and asked in ((None, None), pair):
                return str(pair[0]), str(pair[1])
        raise ValueError(f"no columns {source!r} and {target!r} in {', '.join(self.columns)}")
