"""Coreference figures, on clusters and on a small annotated text of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import conllu, coref
from evals.conllu import Clusters

ROWS = """\
# newdoc id = OWN_news_dam
# newpar
1	Ana	Ana	PROPN	NNP	_	3	nsubj	_	Entity=(1
2	Ruiz	Ruiz	PROPN	NNP	_	1	flat	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1)
2	saw	see	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	Entity=(2
4	dam	dam	NOUN	NN	_	2	obj	_	Entity=2)|SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

# newpar
1	Ruiz	Ruiz	PROPN	NNP	_	2	nsubj	_	Entity=(1)
2	praised	praise	VERB	VBD	_	0	root	_	_
3	it	it	PRON	PRP	_	2	obj	_	Entity=(2)|SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

"""


def test_text_and_clusters(tmp_path: Path) -> None:
    path = tmp_path / "own.conllu"
    path.write_text(ROWS, "utf-8")
    doc = next(iter(conllu.read(path)))
    assert (doc.genre, doc.text.split("\n\n")) == ("news", ["Ana Ruiz left. She saw the dam. ", "Ruiz praised it. "])
    assert all(doc.text[t.begin : t.end] == t.form for t in doc.tokens)
    named = doc.named()
    assert [[doc.tokens[i].form for i in sorted(c)] for c in named] == [["Ana", "She", "Ruiz"]]
    assert [doc.tokens[i].form for i, _ in doc.pronouns(named)] == ["She"]
    assert doc.tokens[doc.head_at((4, 8)) or 0].form == "Ana"


def test_a_text_is_read_and_scored(tmp_path: Path) -> None:
    path = tmp_path / "own.conllu"
    path.write_text(ROWS, "utf-8")
    score = coref.score(next(iter(conllu.read(path))))
    assert (score["coref, MUC"].f1, score["coref, pronouns"].f1) == (100.0, 100.0)


@pytest.mark.parametrize(
    ("found", "muc", "b3", "lea"),
    [
        ([{1, 2, 3}, {4, 5}], (100, 100), (100, 100), (100, 100)),
        ([{1, 2}, {4, 5}], (100, 66.7), (100, 66.7), (100, 60)),
        ([{1, 2, 3, 4, 5}], (75, 100), (52, 100), (40, 100)),
        ([], (0, 0), (0, 0), (0, 0)),
    ],
)
def test_metrics(found: list[set[int]], muc: tuple[float, float], b3: tuple[float, float], lea: tuple[float, float]) -> None:
    gold: Clusters = [frozenset({1, 2, 3}), frozenset({4, 5})]
    predicted = [frozenset(c) for c in found]
    for figure, wanted in ((coref._muc, muc), (coref._b3, b3), (coref._lea, lea)):
        count = figure(gold, predicted)
        assert (round(count.p, 1), round(count.r, 1)) == wanted
