"""Every page by axe: nothing that keeps anyone out, in light and dark, narrow and wide."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from chrome import show
from newsroom import newsroom
from selenium.webdriver import Chrome
from test_journeys import PATHS
from waiting import all_of, one, until

from glossary.link.group import concept_id
from glossary.service.changing import Change
from glossary.service.edit import change

AXE = Path(__file__).parents[2] / ".cache" / "axe" / "axe_playwright_python" / "axe.min.js"
PENG = concept_id("彭昭")
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
    assert _violations(browser, axe) == []


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A glossary with something to edit and to read."""
    with newsroom(tmp_path_factory.mktemp("desk")) as (address, context):
        change(context, PENG, Change(note="투자자"))
        yield address


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("state", ["edit", "clash", "history", "scan", "keys", "settings"])
def test_axe_finds_nothing_in_what_opens(
    browser: Chrome, desk: str, axe: str, state: str, width: int, dark: bool
) -> None:
    show(browser, width=width, dark=dark)
    STATES[state](browser, desk)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert _violations(browser, axe) == []


def _violations(browser: Chrome, axe: str) -> list[tuple[str, list[str]]]:
    browser.execute_script(axe)
    run = "axe.run({runOnly: arguments[0]}).then(arguments[1])"
    found = browser.execute_async_script(run, RULES)["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def _edit(browser: Chrome, desk: str) -> None:
    browser.get(f"{desk}/concepts/{PENG}")
    one(browser, ".edit > summary").click()


def _clash(browser: Chrome, desk: str) -> None:
    """An editor who saw the first version writes on another's note."""
    _edit(browser, desk)
    browser.execute_script("document.querySelector('.edit [name=version]').value = 1")
    one(browser, "#f-note").send_keys("메모")
    one(browser, ".edit button.primary").click()
    until(browser, lambda: bool(all_of(browser, ".clash")))


def _history(browser: Chrome, desk: str) -> None:
    browser.get(f"{desk}/concepts/{PENG}/history?from=1&to=2")
    one(browser, ".history summary").click()


def _scan(browser: Chrome, desk: str) -> None:
    browser.get(f"{desk}/scan")
    one(browser, "#f-text").clear()
    one(browser, "#f-text").send_keys("허싸이커지 관계자는 산시에서 왕샤오밍(王小明) 회장을 만났다.")
    one(browser, ".scan button.primary").click()
    until(browser, lambda: bool(all_of(browser, ".marked-text mark")))


def _keys(browser: Chrome, desk: str) -> None:
    browser.get(desk)
    one(browser, "[data-keys]").click()


def _settings(browser: Chrome, desk: str) -> None:
    browser.get(desk)
    one(browser, ".settings summary").click()


STATES: dict[str, Callable[[Chrome, str], None]] = {
    "edit": _edit,
    "clash": _clash,
    "history": _history,
    "scan": _scan,
    "keys": _keys,
    "settings": _settings,
}
