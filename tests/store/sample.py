"""A hand-made extraction of a short invented article that uses every part of the model; `other()` is a second article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

from kg.model import Article, Attribution, Claim, Entity, Extraction, Link, Mention, Role, Run, Sentence, Span, Spans

TEXT = """Harbour strike ends, says port — but dockers disagree

The strike at Port Averly is over, the Averly Harbour Company said on Tuesday. “Every crane,” its spokeswoman, \
Mrs. Ida Lorne, told reporters, “is moving again.”

The Dockers’ Union disputed that account. “No crane is moving,” said Tom Brack, its chairman, on Radio Averly. \
He said a group of young dockers had told him that the gates were still shut.

Mayor Jon Vale asked both sides to return to the table. There were rumours that the army might be called in.

Photo: A. Penn
"""

DENIAL = 3
"""Which attribution of `joint` denies what two say as one."""


def span(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """Where `words` stand for the nth time (from 0); fails when they do not."""
    begin = -1
    for _ in range(nth + 1):
        begin = text.index(words, begin + 1)
    return begin, begin + len(words)


def spans(*words: str) -> Spans:
    return tuple(span(w) for w in words)


def mention(words: str, nth: int = 0, kind: str = "name") -> Mention:
    return Mention(*span(words, nth), kind)  # type: ignore[arg-type]


def _sentences() -> tuple[Sentence, ...]:
    first_words = ("The strike at", "“Every crane,”", "The Dockers’ Union", "“No crane", "He said", "Mayor Jon", "There were")
    last_words = ("said on Tuesday.", "moving again.”", "that account.", "on Radio Averly.", "still shut.", "the table.", "called in.")
    return tuple(Sentence(i, span(a)[0], span(b)[1]) for i, (a, b) in enumerate(zip(first_words, last_words, strict=True)))


def _entities() -> tuple[Entity, ...]:
    return (
        Entity("e1", "Port Averly", "Place", (mention("Port Averly"),)),
        Entity("e2", "Averly Harbour Company", "Organization", (mention("the Averly Harbour Company"), mention("its", 0, "pronoun"))),
        Entity("e3", "Ida Lorne", "Person", (mention("Mrs. Ida Lorne"),), (Role("spokeswoman", "e2", *span("spokeswoman")),)),
        Entity("e4", "Dockers’ Union", "Organization", (mention("The Dockers’ Union"), mention("its", 1, "pronoun"))),
        Entity(
            "e5", "Tom Brack", "Person", (mention("Tom Brack"), mention("He", 0, "pronoun")), (Role("chairman", "e4", *span("chairman")),)
        ),
        Entity("e6", "a group of young dockers", "Group", (mention("a group of young dockers", 0, "nominal"),)),
        Entity("e7", "Jon Vale", "Person", (mention("Mayor Jon Vale"),), (Role("Mayor", None, *span("Mayor")),)),
    )


def _claims() -> tuple[Claim, ...]:
    return (
        Claim("c1", "The strike at Port Averly is over", spans("The strike at Port Averly is over"), about=("e1",)),
        Claim("c2", "Every crane, … is moving again", spans("Every crane,", "is moving again")),
        Claim("c4", "No crane is moving", spans("No crane is moving"), "negative", unverified="Nobody could verify it."),
        Claim(
            "c5", "a group of … still shut", spans("a group of young dockers had told him that the gates were still shut"), about=("e6",)
        ),
        Claim("c6", "the gates were still shut", spans("the gates were still shut")),
        Claim("c7", "to return to the table", spans("to return to the table")),
        Claim("c8", "that the army might be called in", spans("that the army might be called in")),
    )


def _attributions() -> tuple[Attribution, ...]:
    tuesday = date(2024, 3, 5)
    by = "hand/1"
    return (
        Attribution(
            "a1",
            spans("the Averly Harbour Company"),
            spans("said"),
            spans("The strike at Port Averly is over"),
            by,
            0.95,
            "c1",
            "e2",
            said_words="on Tuesday",
            said_from=tuesday,
            said_to=tuesday,
        ),
        Attribution(
            "a2",
            spans("its spokeswoman, Mrs. Ida Lorne"),
            spans("told reporters"),
            spans("Every crane,", "is moving again"),
            by,
            1.0,
            "c2",
            "e3",
            "e2",
            manner="direct",
        ),
        Attribution(
            "a3",
            spans("The Dockers’ Union"),
            spans("disputed"),
            spans("that account"),
            by,
            0.9,
            None,
            "e4",
            stance="disputes",
            disputes="a2",
        ),
        Attribution(
            "a4",
            spans("Tom Brack, its chairman"),
            (span("said", 1),),
            spans("No crane is moving"),
            by,
            0.812,
            "c4",
            "e5",
            "e4",
            manner="direct",
            medium="Radio Averly",
            stance="denies",
            disputes="a2",
        ),
        Attribution(
            "a5",
            spans("He"),
            (span("said", 2),),
            spans("a group of young dockers had told him that the gates were still shut"),
            by,
            0.7,
            "c5",
            "e5",
            relays="a6",
        ),
        Attribution(
            "a6",
            spans("a group of young dockers"),
            spans("had told him"),
            spans("the gates were still shut"),
            by,
            0.66,
            "c6",
            "e6",
            addressee="e5",
        ),
        Attribution(
            "a7",
            spans("Mayor Jon Vale"),
            spans("asked"),
            spans("to return to the table"),
            by,
            0.5,
            "c7",
            "e7",
            stance="requests",
            kind="request",
        ),
        Attribution("a8", (), spans("rumours"), spans("that the army might be called in"), by, 0.4, "c8", certainty="possible"),
    )


def _article() -> Article:
    return Article(
        text=TEXT,
        doc="news/harbour.txt",
        key="https://news.example/harbour",
        sha256=sha256(TEXT.encode()).hexdigest(),
        headline="Harbour strike ends, says port — but dockers disagree",
        headlines=spans("Harbour strike ends, says port — but dockers disagree"),
        published=date(2024, 3, 6),
        url="https://news.example/harbour",
        publisher="The Averly Gazette",
        language="en",
        skipped=spans("Photo: A. Penn"),
        updated=date(2024, 3, 8),
        agency="Averly Wire",
    )


def sample() -> Extraction:
    links = (
        Link("a4", "a2", "contradicts", "explicit", "explicit-dispute/1", 1.0, (1, 3)),
        Link("a6", "a2", "contradicts", "antonym", "antonym/2", 0.512, (1, 4)),
    )
    run = Run("reading/1", "tiny", "ab" * 32, (("threshold", "0.5"),))
    return Extraction(_article(), run, _sentences(), _entities(), _claims(), _attributions(), links, ("one sentence was too long to read",))


def other() -> Extraction:
    """A short second article by the same run: an attribution of the same union, and a source of its own."""
    text = "Tom Brack of the Dockers’ Union said on Friday: The gates of Port Averly are shut.\nThe port is said to be quiet."
    article = Article(text, "news/later.txt", "later-1", sha256(text.encode()).hexdigest(), published=date(2024, 3, 10))
    at = [
        span(w, 0, text) for w in ("Tom Brack", "the Dockers’ Union", "Port Averly", "said", "The gates of Port Averly are shut", "is said")
    ]
    rumour = span("The port is said to be quiet", 0, text)
    return Extraction(
        article,
        sample().run,
        (Sentence(0, 0, text.index("\n")), Sentence(1, *span("The port is said to be quiet.", 0, text))),
        (
            Entity("e1", "Tom Brack", "Person", (Mention(*at[0]),)),
            Entity("e2", "Dockers’ Union", "Organization", (Mention(*at[1]),)),
            Entity("e3", "Port Averly", "Place", (Mention(*at[2]),)),
        ),
        (Claim("c1", "The gates of Port Averly are shut", (at[4],), about=("e3",)), Claim("c2", "The port … to be quiet", (rumour,))),
        (
            Attribution(
                "a1", (at[0],), (at[3],), (at[4],), "hand/1", 0.9, "c1", "e1", "e2", said_words="on Friday", said_from=date(2024, 3, 8)
            ),
            Attribution("a2", (), (at[5],), (rumour,), "hand/1", 0.3, "c2", certainty="possible"),
        ),
    )


def joint() -> Extraction:
    """An article in which two speak as one, one of them alone, and one for both of them."""
    text = """Ana Ruiz and Tom Hale said the dam was safe. Ruiz said the dam was old. A spokesman for the two said nobody had to leave.
The mill denied that the dam was safe.
"""
    article = Article(text, "news/dam.txt", "dam", sha256(text.encode()).hexdigest(), published=date(2024, 4, 2))
    both, spokesman = span("Ana Ruiz and Tom Hale", 0, text), span("A spokesman for the two", 0, text)
    said = [span("said", nth, text) for nth in range(3)]
    contents = ("the dam was safe", "the dam was old", "nobody had to leave", "that the dam was safe")
    at = [span(words, 0, text) for words in contents]
    cues = (*said, span("denied", 0, text))
    sources = (both, span("Ruiz", 1, text), spokesman, span("The mill", 0, text))
    parties = (("e1", None), ("e2", None), (None, "e1"), ("e4", None))
    begins = [0, *(one[0] for one in sources[1:])]
    return Extraction(
        article,
        sample().run,
        tuple(Sentence(i, b, text.index(".", b) + 1) for i, b in enumerate(begins)),
        (
            Entity(
                "e1",
                "Ana Ruiz and Tom Hale",
                "Group",
                (Mention(*both, "nominal"), Mention(*span("the two", 0, text), "nominal")),
                members=("e2", "e3"),
            ),
            Entity("e2", "Ana Ruiz", "Person", (Mention(*span("Ana Ruiz", 0, text)), Mention(*span("Ruiz", 1, text)))),
            Entity("e3", "Tom Hale", "Person", (Mention(*span("Tom Hale", 0, text)),)),
            Entity("e4", "The mill", "Organization", (Mention(*span("The mill", 0, text)),)),
        ),
        tuple(Claim(f"c{i}", words, (place,)) for i, (words, place) in enumerate(zip(contents, at, strict=True))),
        tuple(
            Attribution(
                f"a{i}",
                (sources[i],),
                (cues[i],),
                (at[i],),
                "hand/1",
                0.9,
                f"c{i}",
                speaker=parties[i][0],
                on_behalf_of=parties[i][1],
                stance="denies" if i == DENIAL else "asserts",
                disputes="a0" if i == DENIAL else None,
            )
            for i in range(len(at))
        ),
        (Link("a3", "a0", "contradicts", "negation", "negation/1", 0.8, (0, 3)),),
    )


def changed() -> Extraction:
    """The sample with a corrected text under the same document key."""
    told = sample()
    return replace(told, article=replace(told.article, text=TEXT.replace("A. Penn", "B. Penn")))


def variant(number: int, version: int = 0) -> Extraction:
    """One of any number of articles like the sample, and of any number of versions of it."""
    told = sample()
    article = replace(told.article, key=f"key {number}", doc=f"{number}.txt", url=f"https://news.example/{number}", headline=f"v{version}")
    people = tuple(replace(e, name=f"{e.name} {number}" if e.type == "Person" else e.name) for e in told.entities)
    return replace(told, article=article, entities=people)
