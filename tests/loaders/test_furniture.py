"""Which lines are page furniture, and which look like it and are not."""

from __future__ import annotations

import pytest

from kg.loaders import boilerplate
from kg.loaders.lines import lines_of
from kg.loaders.text import from_text

FIRES = [
    "Photo: Northern Press Agency",
    "(Photo: Ana Ruiz/Coast Press)",
    "Image: J. Meyer/Northern Press",
    "Image courtesy of the Harbor Museum",
    "Credit…via Northern Press",
    "Credit...Lena Ford for The Harbor Times",
    "Credit: Lena Ford",
    "File photo by Lena Ford",
    "Lena Ford via Northern Images.",
    "Lena Ford / Coast Press",
    "© Lena Ford/Coast Press",
    "Copyright © 2024 Harbor Media Ltd. All rights reserved.",
    "All rights reserved.",
    "This material may not be published, broadcast, rewritten or redistributed.",
    "Source link",
    "Source: Coast Press",
    "The post Bridge Reopens After Flood appeared first on Lark Gazette.",
    "The post “It Is Safe” first appeared on The Lark Gazette.",
    "https://example.org/2024/05/01/bridge",
    "(Reporting by Lena Ford; Editing by Tom Hale)",
    "Image caption: Council leader Lena Ford says the bridge is unsafe",
    "Image caption, The bridge in May",
    'Sign up to our newsletter: "The best local news," says our editor.',
    "Subscribe to the free daily newsletter – news that matters, told well.",
    "Share this article",
    "Share on Facebook",
    "ShareTweetEmailPrint",
    "Share Tweet Email",
    "Print",
    "Scroll up Drag View",
    "Scroll down to continue reading",
    "Back to top",
    "Click here to subscribe",
    "We use cookies to improve your experience.",
    "By continuing to use this site you agree to our use of cookies.",
    "Accept all cookies",
    "Cookie settings",
    "Sign up for our newsletter",
    "Subscribe to our free weekly newsletter and never miss a story.",
    "Subscribe now for full access",
    "Get the day’s top stories in your inbox every morning.",
    "Follow Lena Ford on Twitter @lenaford.",
    "Follow us on Facebook and Instagram",
    "Advertisement",
    "Updated 2 hours ago",
    "- ADVERTISEMENT -",
    "Story continues below advertisement",
    "Continue reading the main story",
    "Read more",
    "Read More »",
    "Related Articles",
    "You may also like",
    "Also read: Bridge to close for repairs, says mayor",
    "Leave a comment",
    "12 comments",
    "Tags: bridges, floods, harbor",
    "Home > World > Harbor",
    "5 min read",
    "March 4, 2024 · 4 min read",
    "Updated: May 1, 2024 5:36 pm",
    "May 1, 2024",
    "[PHOTO]http://example.org/a.jpg[/PHOTO]",
    ".image-wrap {",
    "***",
    "____",
    "News Sport Weather Obituaries Jobs",
    "Reviews  Video  Podcasts  Deals",
    "Terms | Privacy | Contact",
    "Log in | Subscribe",
    "Home / News / Local",
    "PUBLISHED: May 1, 2024 at 6:02 a.m. | UPDATED: May 2, 2024 at 9:47 a.m.",
    "Last updated 16:48",
    "Listen to this article",
    "Enter your email",
    "Email (required)",
    "By signing up, you agree to our Terms of Use and Privacy Policy",
    "Comments (43)",
    "If you buy something through our links, we may earn a commission. Learn more.",
    "FOR IMMEDIATE RELEASE",
    "Media Contact:",
    "press@selm.example",
    "(555) 010-0199",
    "Lena Ford can be reached at lford@selm.example or 555-010-0142.",
    "Contributing to this report were Lena Ford in Selm and Tom Hale in Norrby.",
    "Lena Ford in Selm contributed to this report.",
    "The Lark is part of Selm Media. © 2024 Selm Media",
]

MUST_NOT_FIRE = [
    "The post office appeared first on the list of buildings to be closed.",
    "The Post first appeared on Monday.",
    "Photo by photo, the archivists rebuilt the city.",
    "Photographs of the scene showed a collapsed roof.",
    "Credit goes to the firefighters, the mayor said.",
    "Credit: the word divides economists, who cannot agree what it means.",
    "Image is everything, she said.",
    "Image captions were wrong, she said.",
    "Sign up to the newsletter of the union, he told the crowd.",
    "Picture this: a town without a bridge.",
    "Share prices fell on Monday.",
    "“Share this with your neighbors,” the mayor urged.",
    "Share the load, the union told its members.",
    "Print is not dead.",
    "Follow the money, prosecutors said, and it leads to the harbor.",
    "Follow the rules on Facebook or leave, the company told users.",
    "Scroll through the archive and you will find the treaty.",
    "Source close to the talks said a deal was near.",
    "Sources: police, hospital officials and two witnesses who were there.",
    "Subscribe to that theory and nothing adds up.",
    "Subscribers to the newspaper fell by half.",
    "The newsletter said the group would fight on.",
    "She said the newsletter would close.",
    "Sign up for the army, he told the crowd.",
    "We use cookies to win votes, the baker said.",
    "By continuing to fight, the rebels showed they had not accepted the terms, she said.",
    "Advertising is dying, analysts say.",
    "The advertisement claimed that the drug was safe.",
    "Related charges were dropped, the prosecutor said.",
    "Related: the two suspects are cousins.",
    "More than 200 people were killed.",
    "More on that tomorrow, he said.",
    "Read the statement again, she said.",
    "Read more books, the minister told pupils.",
    "Copyright law is unclear, the court said.",
    "The treaty says all rights reserved to the tribes stay with them.",
    "KABUL, Afghanistan — Officials said on Monday that talks had failed.",
    "HARBOR CITY (Coast Press) — The bridge reopened.",
    "On May 1, 2024, the bridge reopened.",
    "Reporting by the agency was wrong, the ministry said.",
    "By Monday the water had gone.",
    "By Friday Harbor City had no power",
    "Comment was not immediately available.",
    "The ministry declined to comment.",
    "It took the mayor 4 min to read the list.",
    "“No comment.”",
    "“Advertisement”",
    "He did not comment",
    "Click on the “Vote” button, officials advised.",
    "Tags: they are sewn into every shirt.",
    "Officials in Paris/London talks were upbeat.",
    "The price rose 5% via higher taxes.",
    "Never.",
    "It’s over",
    "News about the weather is in the sport section",
    "Health and education are what the terms of the deal are about.",
    "Two hours ago the bridge fell.",
    "Updated two hours ago, the list names forty.",
    "Published in 1961, the book sold 300 copies.",
    "Updated figures were not available at 16:48, police said.",
    "Ruiz contributed to this report, the judge said, by leaving out what she knew.",
    "The mayor can be reached at the town hall.",
    "Home / away: what the league table says about “form”",
    "Sales rose to 2,500 on Monday",
    "22.31",
    "1,200",
]


@pytest.mark.parametrize("line", FIRES)
def test_furniture_is_skipped(line: str) -> None:
    text = f"The bridge reopened on Monday.\n\n{line}\n\nTraffic was light."
    [(begin, end)] = boilerplate.find(lines_of(text))
    assert text[begin:end] == line


@pytest.mark.parametrize("line", MUST_NOT_FIRE)
def test_prose_is_kept(line: str) -> None:
    assert boilerplate.find(lines_of(f"The bridge reopened on Monday.\n\n{line}\n\nTraffic was light.")) == []


@pytest.mark.parametrize("line", MUST_NOT_FIRE)
def test_prose_is_kept_as_first_and_only_line(line: str) -> None:
    assert boilerplate.find(lines_of(line)) == []


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("Traffic was light on Monday. Photo: Coast Press", "Photo: Coast Press"),
        ("Cars cross the bridge on Monday. (Photo: Lena Ford/Coast Press)", "(Photo: Lena Ford/Coast Press)"),
        ("Traffic was light on Monday.Scroll up Drag View", "Scroll up Drag View"),
        ("“It is open,” she said.” Share Tweet", "Share Tweet"),
    ],
)
def test_only_the_glued_end_of_a_line_is_skipped(line: str, lost: str) -> None:
    [(begin, end)] = boilerplate.find(lines_of(f"The bridge reopened.\n\n{line}"))
    assert f"The bridge reopened.\n\n{line}"[begin:end] == lost


def test_a_hard_wrapped_line_that_happens_to_look_like_furniture_is_kept() -> None:
    assert (
        boilerplate.find(lines_of("The minister asked all of the readers who had seen it to\nShare this article\nwith their friends."))
        == []
    )


def test_a_byline_counts_only_at_the_top() -> None:
    assert boilerplate.find(lines_of("By Lena Ford\n\nThe bridge reopened.")) == [(0, 12)]
    assert boilerplate.find(lines_of("The bridge reopened.\n\n" * 8 + "By Lena Ford")) == []


def test_links_below_their_label_are_skipped_up_to_what_is_prose() -> None:
    text = (
        "The bridge reopened.\n\nTop Stories\nMayor vetoes plan\nSuspect says he is innocent\n\nTraffic was light\n\n"
        "Most read\n1 Mayor vetoes plan\nThe mayor said it was open.\nNobody was hurt"
    )
    skipped = [text[b:e] for b, e in boilerplate.find(lines_of(text))]
    assert skipped == ["Top Stories", "Mayor vetoes plan", "Suspect says he is innocent", "Most read", "1 Mayor vetoes plan"]


LABELS = ["Related articles", "Related", "Read more", "Read more:", "Most read", "More stories", "You may also like"]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_titles_below_their_label_are_skipped_with_blank_lines_between_or_without(label: str, gap: str) -> None:
    titles = [label, "Minister says she will visit the lake", "Will the lake be open by June?", "Council says no"]
    text = f"The bridge reopened.\n\n{gap.join(titles)}\n\nTraffic was light.\n\nNobody was hurt"
    assert [text[b:e] for b, e in boilerplate.find(lines_of(text))] == titles


@pytest.mark.parametrize(
    "text",
    [
        "Read more\n\nThe mayor said on Friday that the bridge\nwould be open.",
        "Read more\n\nThe mayor said it was open.\n\nThe board said no",
        "Read more\n\nThe mayor said it was open. Is it?\n\nThe board said no",
    ],
)
def test_prose_below_a_label_is_kept(text: str) -> None:
    whole = f"The bridge reopened.\n\n{text}"
    assert [whole[b:e] for b, e in boilerplate.find(lines_of(whole))] == ["Read more"]


def test_the_headline_below_a_label_at_the_top_is_kept() -> None:
    text = "Related\n\nBridge reopens after flood\n\nThe bridge reopened."
    assert [text[b:e] for b, e in boilerplate.find(lines_of(text))] == ["Related"]


@pytest.mark.parametrize(
    "line",
    ["By Lena Ford | lford@selm.example | Lark Gazette", "Lena Ford — Senior Editor", "Lena Ford Arts correspondent", "Staff Writer"],
)
def test_a_byline_may_have_a_post_and_an_address(line: str) -> None:
    assert boilerplate.find(lines_of(f"{line}\n\nThe bridge reopened.")) == [(0, len(line))]


@pytest.mark.parametrize("line", ["By Monday Selm had no power", "The committee fired its senior editor.", "Lena Ford won as a writer"])
def test_prose_at_the_top_is_no_byline(line: str) -> None:
    assert boilerplate.find(lines_of(f"{line}\n\nThe bridge reopened.")) == []


def test_what_is_told_of_the_author_at_the_end_is_skipped() -> None:
    body = "The bridge reopened.\n\n" * 8
    text = f"By Lena Ford\n\n{body}Lena Ford covers courts for the Gazette.\n\nTom Hale covers nothing."
    assert [text[b:e] for b, e in boilerplate.find(lines_of(text))] == ["By Lena Ford", "Lena Ford covers courts for the Gazette."]


def test_furniture_goes_on_below_a_long_line_of_it() -> None:
    byline, times = "By Lena Ford | lford@selm.example | The Lark Gazette", "PUBLISHED: May 1, 2024 at 6:02 a.m."
    text = f"{byline}\n{times}\n\nThe bridge reopened."
    assert [text[b:e] for b, e in boilerplate.find(lines_of(text))] == [byline, times]


@pytest.mark.parametrize(
    ("top", "skipped"),
    [
        ("Bridge reopens, mayor says\nThe Harbor Post\n\n", ["The Harbor Post"]),
        ("The Harbor Post\nJune 20, 2025\n\n", ["The Harbor Post", "June 20, 2025"]),
        ("Bridge reopens, mayor says\nHarbor Courier, 12 June 2025\n\n", ["Harbor Courier, 12 June 2025"]),
        ("Bridge reopens, mayor says\nBy Lena Ford in Selm\nHarbor Mail\n\n", ["By Lena Ford in Selm", "Harbor Mail"]),
        ("Bridge reopens, mayor says\nThe old bridge\n\n", []),
        ("The bridge is open.\n\nThe Last Post\n\n", []),
        ("The Harbor Explosion, September 6, 1921\n\n", []),
    ],
)
def test_the_name_of_the_paper_is_not_read(top: str, skipped: list[str]) -> None:
    article = from_text(f"{top}The bridge over the Lark reopened on Monday.\n", doc="x")
    assert [article.text[b:e] for b, e in article.skipped] == skipped
