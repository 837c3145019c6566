"""Writes the pictures of the README, `docs/pictures/*.png`: the report, and the commands in a terminal, of the sample article.

Needs a Chromium (`CHROMIUM`, else `chromium` on the path) and the packages of the group dev.

usage: python docs/pictures.py
"""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

PICTURES = Path(__file__).resolve().parent / "pictures"
MOST = 150_000
_COMMANDS = ("kg load kessary.txt -q --format table", "kg contradictions --limit 2", "kg provenance att_yxwr3ziprrlddczk")
_THEME = TerminalTheme(
    (24, 27, 31),
    (226, 226, 222),
    [(24, 27, 31), (255, 140, 130), (120, 200, 150), (235, 200, 120), (130, 170, 240), (200, 150, 230), (110, 205, 215), (226, 226, 222)],
)
_PAGE = """<!doctype html><meta charset="utf-8"><style>body{{margin:0;background:{background}}}
pre{{margin:0;padding:22px 26px;display:inline-block;color:{foreground};background:{background};
font:15px/1.45 "DejaVu Sans Mono",Menlo,monospace}}
{stylesheet}</style><pre>{code}</pre>"""


def main() -> None:
    """Draw all pictures; fails when one is too large for a repository."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "kessary.txt").write_bytes(files("kg").joinpath("samples", "kessary.txt").read_bytes())
        path = os.environ.get("CHROMIUM") or shutil.which("chromium") or sys.exit("no Chromium: name one in CHROMIUM")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        terminal(browser, folder)
        subprocess.run([sys.executable, "-m", "kg", "report", "--full-text", "-q"], cwd=folder, env=_environment(), check=True)
        report(browser, folder / "report.html")
        browser.close()
    for picture in PICTURES.glob("*.png"):
        Image.open(picture).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(picture, optimize=True)
        if picture.stat().st_size > MOST:
            sys.exit(f"{picture} has {picture.stat().st_size:,} bytes: at most {MOST:,}")


def terminal(browser: Browser, folder: Path) -> None:
    """The commands with what they print on a terminal."""
    console = Console(record=True, width=100, file=open(os.devnull, "w", encoding="utf-8"), force_terminal=True)  # noqa: SIM115, PTH123
    for command in _COMMANDS:
        console.print(f"[bold]$ {command}[/bold]", highlight=False)
        console.print(Text.from_ansi(_on_terminal(command.split()[1:], folder)), soft_wrap=True)
    html = console.export_html(theme=_THEME, code_format=_PAGE)
    page = browser.new_page(viewport={"width": 1000, "height": 600})
    page.set_content(html)
    page.locator("pre").screenshot(path=PICTURES / "terminal.png")


def report(browser: Browser, path: Path) -> None:
    """The page: two accounts side by side; an article with a mark that was clicked; the same on a phone, in the dark; the graph."""
    page = browser.new_page(viewport={"width": 1240, "height": 900})
    page.goto(path.as_uri())
    page.locator(".account").nth(1).screenshot(path=PICTURES / "accounts.png")
    page.locator(".text a.m", has_text="that all of its tanks were intact").click()
    page.locator("article").evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 40)")
    page.mouse.move(0, 0)
    page.screenshot(path=PICTURES / "article.png")
    page.locator("#panel-close").click()
    page.locator("#graph").scroll_into_view_if_needed()
    page.wait_for_selector("#canvas[data-nodes]")
    page.locator("#canvas").screenshot(path=PICTURES / "graph.png")
    phone = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme="dark").new_page()
    phone.goto(path.as_uri())
    phone.locator(".account").nth(1).evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 60)")
    phone.screenshot(path=PICTURES / "phone.png")


def _on_terminal(words: list[str], folder: Path) -> str:
    """What a command prints where it thinks that it is on a terminal."""
    leader, follower = pty.openpty()
    run = subprocess.Popen([sys.executable, "-m", "kg", *words], cwd=folder, env=_environment(), stdout=follower, stderr=subprocess.DEVNULL)
    os.close(follower)
    parts = []
    try:
        while part := os.read(leader, 65536):
            parts.append(part)
    except OSError:
        pass  # the other end was closed: all was read
    if run.wait():
        sys.exit(f"kg {' '.join(words)}: exit code {run.returncode}")
    os.close(leader)
    return b"".join(parts).decode("utf-8").replace("\r\n", "\n").rstrip("\n") + "\n"


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KG_STORE", "NEO4J_", "NO_COLOR"))}
    return kept | {"COLUMNS": "100", "TERM": "xterm-256color"}


if __name__ == "__main__":
    main()
