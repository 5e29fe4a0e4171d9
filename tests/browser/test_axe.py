"""Every page by axe: nothing that keeps anyone out, in light and dark, narrow and wide."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import pytest
from chrome import show
from selenium.webdriver import Chrome
from test_journeys import PATHS

AXE = Path(__file__).parents[2] / ".cache" / "axe" / "axe_playwright_python" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core as a script, fetched by scripts/test."""
    if not AXE.is_file():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("axe-core is not installed: run scripts/test")
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(browser: Chrome, site: str, axe: str, path: str, width: int, dark: bool) -> None:
    show(browser, width=width, dark=dark)
    browser.get(site + quote(path, safe="/?="))
    browser.execute_script(axe)
    run = "axe.run({runOnly: arguments[0]}).then(arguments[1])"
    found = browser.execute_async_script(run, RULES)["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
