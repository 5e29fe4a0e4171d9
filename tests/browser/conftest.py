"""A browser for the journeys: without one they are skipped at a desk, and fail where CI=true promises one."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator

import pytest
from background import served
from chrome import chrome, missing, show
from selenium.webdriver import Chrome
from web_fakes import FakeDesk

from glossary.webapp.app import create_app


@pytest.fixture(scope="session", autouse=True)
def _browser_at_hand() -> None:
    lacking = missing()
    if lacking and os.environ.get("CI") == "true":
        pytest.fail(lacking)
    if lacking:
        pytest.skip(lacking)


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the pages over a few names of issue 260."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with served(create_app(None, desk=FakeDesk())) as address:
        yield address


@pytest.fixture(scope="session")
def _chrome() -> Iterator[Chrome]:
    with chrome() as driver:
        yield driver


@pytest.fixture
def browser(_chrome: Chrome, site: str) -> Chrome:
    """A window of 1280 by 900 in light colours, without cookies."""
    _chrome.get(f"{site}/healthz")
    _chrome.delete_all_cookies()
    show(_chrome)
    return _chrome


@pytest.fixture(scope="session")
def _scriptless() -> Iterator[Chrome]:
    with chrome(javascript=False) as driver:
        yield driver


@pytest.fixture
def scriptless(_scriptless: Chrome) -> Chrome:
    """A browser that runs no script of a page, without cookies: what one test chose is not the next one's language."""
    _scriptless.execute_cdp_cmd("Network.clearBrowserCookies", {})
    show(_scriptless)
    return _scriptless
