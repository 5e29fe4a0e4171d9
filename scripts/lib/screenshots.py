"""Pictures of every page in Korean, 1280 and 390 wide, light and dark; called by scripts/screenshots."""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from selenium.webdriver import Chrome

from glossary.service.build import build
from glossary.service.context import Context, open_context
from glossary.service.documents import documents
from glossary.service.lookup import lookup
from glossary.webapp.app import create_app

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from background import served  # noqa: E402
from chrome import chrome, missing, show  # noqa: E402

OUT = ROOT / "screenshots"
NAME = "허사이커지"
HEIGHT = 860


def main() -> None:
    """Take all pictures, of the database named or of one made from the corpus."""
    parser = argparse.ArgumentParser(prog="scripts/screenshots", description=__doc__)
    parser.add_argument("--db", type=Path, help="a database to show (default: one built from corpus/issues)")
    chosen = parser.parse_args().db
    if missing():
        raise SystemExit(missing())
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    OUT.mkdir(exist_ok=True)
    with _context(chosen) as context, served(create_app(context)) as address, chrome() as browser:
        for name, path in _pages(context).items():
            _take(browser, name, address + path)


@contextmanager
def _context(chosen: Path | None) -> Iterator[Context]:
    if chosen is not None:
        yield open_context(chosen)
        return
    with tempfile.TemporaryDirectory() as folder:
        context = open_context(Path(folder) / "glossary.db")
        build(context, [ROOT / "corpus" / "issues"])
        yield context


def _pages(context: Context) -> dict[str, str]:
    pages = {
        "front": "/",
        "results": f"/?q={quote(NAME[:2])}",
        "initials": f"/?q={quote('ㅅㅈㅅㅂ')}",
        "generated": f"/?q={quote('漯河')}",
        "nothing": "/?q=zzzz",
        "documents": "/documents",
        "missing": "/nothing",
    }
    hits = lookup(context, NAME, 1)
    if hits and hits[0].id:
        pages["concept"] = f"/concepts/{hits[0].id}"
    read = documents(context)
    if read:
        pages["document"] = f"/documents/{read[0].id}"
    return pages


def _take(browser: Chrome, name: str, address: str) -> None:
    for width in (1280, 390):
        for dark in (False, True):
            show(browser, width=width, height=HEIGHT, dark=dark)
            browser.get(address)
            file = OUT / f"{name}-{width}-{'dark' if dark else 'light'}.png"
            browser.save_screenshot(str(file))
            print(file.relative_to(ROOT))


if __name__ == "__main__":
    main()
