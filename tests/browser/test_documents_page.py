"""/documents in a browser: a new issue read in, two compared, one forgotten and brought back; with plain forms too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from background import served
from chrome import show
from review_room import room
from selenium.webdriver import Chrome
from test_axe import RULES, axe  # noqa: F401
from waiting import all_of, one, texts, until

from glossary.service.context import Context
from glossary.webapp.app import create_app

PAGES = ("/documents", "/documents/1", "/documents/1/text", "/documents/compare?left=1&right=2", "/documents/forgotten")
NEW = "주간 중국 창업\n제 261 호 (2021. 12. 29)\n\n갑금과기(甲金科技)와 새이름(新名)이 만났다.\n"


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    return room(tmp_path)


@pytest.fixture
def desk(ctx: Context) -> Iterator[str]:
    with served(create_app(ctx)) as address:
        yield address


def test_two_issues_are_compared(browser: Chrome, desk: str) -> None:
    browser.get(f"{desk}/documents")
    until(browser, lambda: one(browser, "a[href='/documents/compare']")).click()
    one(browser, ".choose button").click()
    until(browser, lambda: "left=" in browser.current_url)
    assert texts(browser, ".parts a")[1:3] == ["제259호에만 있는 이름", "제260호에만 있는 이름"]
    assert texts(browser, ".parts li")[3].endswith("12")
    assert len(all_of(browser, "table.compare tbody tr")) == 24
    all_of(browser, "table.compare td a")[0].click()
    until(browser, lambda: "/text#L" in browser.current_url)
    assert one(browser, "li:target mark").text.startswith("갑")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "plain"])
def test_an_issue_is_read_in_forgotten_and_brought_back(
    browser: Chrome, scriptless: Chrome, desk: str, tmp_path: Path, javascript: bool
) -> None:
    driver = browser if javascript else scriptless
    file = tmp_path / "to send.txt"
    file.write_text(NEW, encoding="utf-8")
    driver.get(f"{desk}/documents")
    one(driver, "input[type=file]").send_keys(str(file))
    one(driver, ".upload button").click()
    until(driver, lambda: "읽어서 용어집에 넣었습니다." in one(driver, ".flash").text)
    assert texts(driver, "tbody th") == ["갑금과기", "새이름"]
    one(driver, "form[action$='/forget'] button").click()
    until(driver, lambda: driver.current_url.endswith("/documents/forgotten"))
    one(driver, ".kept button").click()
    until(driver, lambda: "되살렸습니다." in one(driver, ".flash").text)
    assert texts(driver, "tbody th") == ["갑금과기", "새이름"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Chrome, desk: str, axe: str, width: int, dark: bool) -> None:  # noqa: F811
    show(browser, width=width, dark=dark)
    for path in PAGES:
        browser.get(desk + path)
        browser.execute_script(axe)
        run = "axe.run({runOnly: arguments[0]}).then(arguments[1])"
        found = browser.execute_async_script(run, RULES)["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == [], path
        assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth"), path
