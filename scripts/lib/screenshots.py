"""Pictures of every page in Korean, 1280 and 390 wide, light and dark; called by scripts/screenshots."""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flask import Flask, url_for
from selenium.webdriver import Chrome

from glossary.service.build import build
from glossary.service.context import Context, open_context
from glossary.service.documents import documents
from glossary.service.lookup import lookup
from glossary.service.packs import import_pack
from glossary.webapp.app import create_app
from glossary.webapp.menu import ENTRIES

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from background import served  # noqa: E402
from chrome import chrome, missing, show  # noqa: E402
from shown_pages import NAME, PAGES, Page  # noqa: E402
from waiting import all_of, until  # noqa: E402

OUT = ROOT / "screenshots"
IMAGES = ROOT / "docs" / "images"
WIDTHS = (1280, 390)
HEIGHT = 860
TALLEST = 6000
FEW = {"results": (1020, 500), "scanned": (1020, 600), "concept": (1020, 700)}  # in the README
SMALL = 0.62  # pixels of such a picture for one of the page


def main() -> None:
    """Take all pictures, of the database named or of one made from the corpus."""
    parser = argparse.ArgumentParser(prog="scripts/screenshots", description=__doc__)
    parser.add_argument("--db", type=Path, help="a database to show (default: one built from corpus/issues)")
    parser.add_argument("--whole", action="store_true", help="the whole page, not the first screen alone")
    parser.add_argument("--only", default="", help="names of pages, with commas between them")
    parser.add_argument("--readme", action="store_true", help="only the small pictures of the README")
    given = parser.parse_args()
    if missing():
        raise SystemExit(missing())
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    OUT.mkdir(exist_ok=True)
    with _context(given.db) as context:
        app = create_app(context)
        pages = {page.name: page for page in _pages(context, app)}
        with served(app) as address, chrome() as browser:
            if given.readme:
                for name, size in FEW.items():
                    _readme(browser, pages[name], size, address)
                return
            for name in given.only.split(",") if given.only else pages:
                _take(browser, pages[name], address, given.whole)


@contextmanager
def _context(chosen: Path | None) -> Iterator[Context]:
    if chosen is not None:
        yield open_context(chosen)
        return
    with tempfile.TemporaryDirectory() as folder:
        context = open_context(Path(folder) / "glossary.db")
        build(context, [ROOT / "corpus" / "issues"])
        for pack in ("china-places", "established-names"):
            import_pack(context, pack)
        yield context


def _pages(context: Context, app: Flask) -> Iterator[Page]:
    """What the menu leads to, then the further states of the pages."""
    with app.test_request_context():
        for endpoint, _ in ENTRIES:
            yield Page(endpoint.replace("pages.", "").replace(".page", ""), url_for(endpoint))
    hits, read = lookup(context, NAME, 1), documents(context)
    concept, document = hits[0].id if hits else None, read[0].id if read else None
    for page in PAGES:
        if (concept or "{concept}" not in page.path) and (document or "{document}" not in page.path):
            yield replace(page, path=page.path.format(concept=concept, document=document))


def _take(browser: Chrome, page: Page, address: str, whole: bool) -> None:
    for width in WIDTHS:
        for dark in (False, True):
            show(browser, width=width, height=HEIGHT, dark=dark)
            browser.get(address + page.path)
            if page.do:
                browser.execute_script(page.do)
            until(browser, lambda: bool(all_of(browser, page.ready)))
            if whole:
                tall = browser.execute_script("return document.documentElement.scrollHeight")
                show(browser, width=width, height=min(tall, TALLEST), dark=dark)
            file = OUT / f"{page.name}-{width}-{'dark' if dark else 'light'}.png"
            browser.save_screenshot(str(file))
            print(file.relative_to(ROOT))


def _readme(browser: Chrome, page: Page, size: tuple[int, int], address: str) -> None:
    """One of the few small pictures that the README shows."""
    IMAGES.mkdir(exist_ok=True)
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": SMALL, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get(address + page.path)
    if page.do:
        browser.execute_script(page.do)
    until(browser, lambda: bool(all_of(browser, page.ready)))
    file = IMAGES / f"{page.name}.png"
    browser.save_screenshot(str(file))
    print(file.relative_to(ROOT), file.stat().st_size)


if __name__ == "__main__":
    main()
