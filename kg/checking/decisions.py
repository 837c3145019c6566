"""What people decided: that it can be applied to its text, where that is here."""

from __future__ import annotations

from collections.abc import Iterator

from kg.checking.problem import Problem
from kg.errors import InputError
from kg.rdf import terms as t
from kg.review import text_sha256
from kg.review.fit import refuse_unfit
from kg.store import Store


def decisions(store: Store) -> Iterator[Problem]:
    """Decisions that correct something to what is not in the text: they came before it, from elsewhere."""
    known = store.decisions()
    wanted = {decision.place.text for decision in known.values()}
    texts = (str(quad.object.value) for quad in store.live.quads_for_pattern(None, t.IS_STRING, None, None)) if known else ()  # type: ignore[union-attr]
    here = {digest: text for text in texts if (digest := text_sha256(text)) in wanted}
    for iri, decision in known.items():
        try:
            refuse_unfit(decision, here[decision.place.text])
        except KeyError:
            continue
        except InputError as error:
            yield Problem("decisions", iri, f"cannot be applied: {error}", "kg review --undo takes it back")
