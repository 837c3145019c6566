"""Stores, pages, and the system's Chromium to look at them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kg
from kg.report import Scope, write_report
from kg.store import Store, open_store
from tests.report.scenes import hostile, many
from tests.store.sample import other, sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
Opened = Callable[..., "Page"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of two hand-made articles."""
    with open_store(tmp_path / "kg.db") as made:
        made.load(sample())
        made.load(other())
        yield made


@pytest.fixture(scope="session")
def kessary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the sample article that ships."""
    with open_store(tmp_path_factory.mktemp("kessary") / "kg.db") as made:
        with as_file(files("kg").joinpath("samples", "kessary.txt")) as sample_path:
            made.load(kg.extract(next(kg.articles(sample_path))))
        yield made


def page_of(made: Store, path: Path, **options: Any) -> Path:
    return write_report(made, Scope(), path, **options).path


@pytest.fixture(scope="session")
def kessary_page(kessary: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page_of(kessary, tmp_path_factory.mktemp("page") / "report.html")


@pytest.fixture
def two_page(store: Store, tmp_path: Path) -> Path:
    """A page of two articles that use every part of the model."""
    return page_of(store, tmp_path / "two.html")


@pytest.fixture(scope="session")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    with open_store(folder / "kg.db") as made:
        made.load(hostile())
        return page_of(made, folder / "report.html", full_text=True)


@pytest.fixture(scope="session")
def some(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of 40 articles."""
    with open_store(tmp_path_factory.mktemp("some") / "kg.db") as made:
        assert sum(1 for _ in made.load_all(many(40))) == 40
        yield made


@pytest.fixture(scope="session")
def some_page(some: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page_of(some, tmp_path_factory.mktemp("some-page") / "report.html")


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of 200 articles."""
    with open_store(tmp_path_factory.mktemp("large") / "kg.db") as made:
        assert sum(1 for _ in made.load_all(many(200))) == 200
        yield made


@pytest.fixture(scope="session")
def large_page(large: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page_of(large, tmp_path_factory.mktemp("large-page") / "report.html")


def chromium() -> str:
    """Where the system's Chromium is; skips the test when there is none."""
    found = os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(
            f"no Chromium: none of {', '.join(NAMES)} is on the path; install one (Debian: apt install chromium), or name it in CHROMIUM"
        )
    return found


def serious(page: Page) -> list[tuple[str, str]]:
    """What axe finds that keeps people from using the page: rule and the first place."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in ("serious", "critical")]


def downloaded(page: Page, button: str) -> str:
    """The file that a button gives."""
    with page.expect_download() as wanted:
        page.locator(button).click()
    return Path(wanted.value.path()).read_bytes().decode("utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Callable[..., BrowserContext]:
    """A context of the browser with these options: one for all tests that ask for the same."""
    held: dict[str, BrowserContext] = {}
    return lambda **options: held.get(repr(options)) or held.setdefault(repr(options), browser.new_context(**options))


@pytest.fixture
def visit(context: Callable[..., BrowserContext]) -> Iterator[Opened]:
    """Open a file in the browser; at the end nothing may have gone wrong in it, and nothing may have been asked of a network."""
    pages: list[Page] = []
    wrong: list[str] = []

    def visit(path: Path, at: str = "", *, width: int = 1280, height: int = 900, **options: Any) -> Page:
        page = context(viewport={"width": width, "height": height}, **options).new_page()
        pages.append(page)
        page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.on(
            "request", lambda request: wrong.append(request.url[:200]) if not request.url.startswith(("file:", "data:", "blob:")) else None
        )
        page.goto(path.as_uri() + at)
        return page

    yield visit
    for page in pages:
        page.evaluate("localStorage.clear()")
        page.close()
    assert not wrong
