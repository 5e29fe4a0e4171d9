"""From a glossary that is open to whoever sits here to one with people: the first admin, signing in, being refused."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from background import served
from chrome import show
from selenium.webdriver import Chrome
from waiting import one, texts, until
from web_people import NAMES, PASSWORD, glossary, house, quick_passwords

from glossary.service.people import set_role
from glossary.webapp.app import create_app

SHOTS = os.environ.get("GLOSSARY_SHOTS", "")  # a folder to look at what was seen


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick_passwords():
        yield


def shot(browser: Chrome, name: str) -> None:
    """The page as it is, wide and narrow, light and dark, where somebody wants to look at it."""
    for width, dark in ((1280, False), (1280, True), (390, False), (390, True)) if SHOTS else ():
        show(browser, width=width, dark=dark)
        browser.save_screenshot(str(Path(SHOTS) / f"people-{name}-{width}{'-dark' if dark else ''}.png"))
    show(browser)


def fill(browser: Chrome, **values: str) -> None:
    for id, value in values.items():
        box = one(browser, f"#{id.replace('_', '-')}")
        box.clear()
        box.send_keys(value)


def press(browser: Chrome, selector: str) -> None:
    """Press a button and wait for the page that it leads to."""
    page = one(browser, "html")
    one(browser, selector).click()
    until(browser, lambda: one(browser, "html") != page)


def path(browser: Chrome) -> str:
    return urlsplit(browser.current_url).path


def sign_in(browser: Chrome, name: str, password: str = PASSWORD) -> None:
    fill(browser, f_name=name, f_password=password)
    press(browser, "form[action='/sign-in'] button")


def test_the_first_admin_closes_the_doors(browser: Chrome, tmp_path: Path) -> None:
    with served(create_app(glossary(tmp_path))) as site:
        browser.get(f"{site}/people")
        shot(browser, "single")
        fill(browser, new_name="최관리", new_password=PASSWORD)
        press(browser, "form[action='/people'] button")
        assert path(browser) == "/sign-in"
        shot(browser, "door")
        sign_in(browser, "최관리", "아닌 것 같은데")
        assert "비밀번호가 맞지 않습니다" in one(browser, "[role=alert]").text
        shot(browser, "wrong")
        sign_in(browser, "최관리")
        assert path(browser) == "/people"
        assert "최관리" in one(browser, ".people").text
        one(browser, ".changes summary").click()
        shot(browser, "people")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_reader_signs_in_is_refused_and_signs_out(
    browser: Chrome, scriptless: Chrome, tmp_path: Path, scripts: bool
) -> None:
    driver = browser if scripts else scriptless
    place = house(tmp_path)
    with served(place.app) as site:
        driver.get(f"{site}/documents")
        sign_in(driver, NAMES["viewer"])
        assert path(driver) == "/documents"
        driver.get(f"{site}/people")
        assert "권한" in one(driver, "h1").text
        driver.get(f"{site}/account")
        fill(driver, token_name="워드 추가 기능")
        press(driver, "form[action='/account/tokens'] button")
        assert one(driver, "code.secret").text.startswith("glossary_")
        shot(driver, "account")
        press(driver, "form[action='/sign-out'] button")
        driver.get(f"{site}/account")
        assert path(driver) == "/sign-in"


def test_a_page_left_open_asks_to_sign_in_when_the_role_has_changed(browser: Chrome, tmp_path: Path) -> None:
    place = house(tmp_path)
    with served(place.app) as site:
        browser.get(f"{site}/account")
        sign_in(browser, NAMES["editor"])
        set_role(place.context, NAMES["editor"], "viewer")
        fill(browser, token_name="워드")
        press(browser, "form[action='/account/tokens'] button")
        assert "로그인" in one(browser, "h1").text
        browser.back()
        assert one(browser, "#token-name").get_attribute("value") == "워드"  # nothing typed is lost
        browser.get(f"{site}/account")
        sign_in(browser, NAMES["editor"])
        assert "열람자" in " ".join(texts(browser, "main p"))


PAGES: dict[str, Callable[[Chrome], object]] = {
    "/sign-in": lambda browser: None,
    "/people": lambda browser: one(browser, ".changes summary").click(),
    "/account": lambda browser: None,
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_about_people(browser: Chrome, tmp_path: Path, width: int, dark: bool) -> None:
    from test_axe import AXE, RULES

    if not AXE.is_file():
        pytest.skip("axe-core is not installed: run scripts/test")
    place = house(tmp_path)
    with served(place.app) as site:
        for page, act in PAGES.items():
            show(browser, width=width, dark=dark)
            browser.get(site + page)
            if page == "/people":
                sign_in(browser, NAMES["admin"])
            act(browser)
            assert browser.execute_script("return document.documentElement.scrollWidth") <= width
            browser.execute_script(AXE.read_text(encoding="utf-8"))
            script = "const done = arguments[1]; axe.run({runOnly: arguments[0]}).then(found => done(found.violations))"
            found = browser.execute_async_script(script, RULES)
            assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
