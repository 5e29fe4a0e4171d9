"""Looking up by keys alone, in Hangul mode too, and what the browser remembers of it."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys
from waiting import all_of, focused, one, texts, until

PERMISSIONS = ["clipboardReadWrite", "clipboardSanitizedWrite"]


def _press(browser: Chrome, code: str, key: str, **more: Any) -> None:
    """A key as the keyboard sends it: its place, and the letter that the input method makes of it."""
    for kind in ("rawKeyDown", "keyUp"):
        browser.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": kind, "code": code, "key": key, **more})


@pytest.fixture
def found(browser: Chrome, site: str) -> Chrome:
    """Two hits on the page, the first with the focus, and a clipboard that may be read."""
    browser.execute_cdp_cmd("Browser.grantPermissions", {"origin": site, "permissions": PERMISSIONS})
    browser.get(f"{site}/?q=허사이")
    browser.execute_script("localStorage.clear()")
    focused(browser).send_keys(Keys.ARROW_DOWN)
    return browser


@pytest.mark.parametrize(
    ("code", "key", "copied"),
    [
        ("Digit1", "1", "허사이커지"),
        ("Digit2", "2", "허사이커지(禾赛科技, Hesai)"),
        ("Digit3", "3", "禾赛科技"),
    ],
)
def test_a_digit_copies_the_hit(found: Chrome, code: str, key: str, copied: str) -> None:
    _press(found, code, key)
    until(found, lambda: one(found, "#said").text == f"복사했습니다: {copied}")
    assert found.execute_async_script("navigator.clipboard.readText().then(arguments[0])") == copied


@pytest.mark.parametrize("key", ["s", "ㄴ", "Process"])
def test_the_key_to_the_box_works_in_hangul_mode(found: Chrome, key: str) -> None:
    _press(found, "KeyS", key)
    assert focused(found).get_attribute("id") == "q"


def test_walking_by_keys(found: Chrome) -> None:
    _press(found, "KeyK", "ㅏ")
    assert focused(found).text == "허사이커지"
    focused(found).send_keys(Keys.ESCAPE)
    assert focused(found).get_attribute("id") == "q"
    focused(found).send_keys(Keys.ESCAPE)
    assert one(found, "#q").get_property("value") == ""


def test_keys_rest_while_somebody_types_or_composes(browser: Chrome, site: str) -> None:
    browser.get(site)
    _press(browser, "KeyS", "s", text="s")
    browser.execute_cdp_cmd("Input.imeSetComposition", {"text": "허사", "selectionStart": 2, "selectionEnd": 2})
    _press(browser, "Digit1", "Process", windowsVirtualKeyCode=229)
    assert focused(browser).get_attribute("id") == "q"
    assert one(browser, "#said").text == ""


def test_the_question_mark_lists_the_keys_which_can_be_switched_off(found: Chrome) -> None:
    _press(found, "Slash", "?", modifiers=8)
    until(found, lambda: one(found, "#keys").is_displayed())
    assert {"S", "J", "K", "1", "2", "3"} <= set(texts(found, "#keys kbd"))
    one(found, "#keys .tick input").click()
    focused(found).send_keys(Keys.ESCAPE)
    until(found, lambda: not one(found, "#keys").is_displayed())
    all_of(found, "a.open")[0].send_keys("")
    _press(found, "KeyS", "s")
    assert focused(found).get_attribute("id") != "q"
    found.refresh()
    one(found, "body").send_keys("1")
    assert one(found, "#said").text == ""
    found.execute_script("localStorage.clear()")


def test_recent_lookups_stay_in_the_browser_until_cleared(found: Chrome, site: str) -> None:
    _press(found, "Digit1", "1")
    until(found, lambda: one(found, "#said").text != "")
    found.get(site)
    assert texts(found, "#recent li") == ["허사이"]
    one(found, "#recent li a").click()
    until(found, lambda: texts(found, ".hit .form") == ["허사이커지"])
    found.get(site)
    one(found, "#recent button").click()
    assert not one(found, "#recent").is_displayed()
    found.refresh()
    assert not one(found, "#recent").is_displayed()


def test_a_name_that_nothing_answers_can_be_added(browser: Chrome, site: str) -> None:
    browser.get(f"{site}/?q=없다")
    assert one(browser, ".offer a").get_attribute("href").endswith("/concepts/new?ko=%EC%97%86%EB%8B%A4")


def test_the_settings_sheet_opens_and_closes_by_keys(browser: Chrome, site: str) -> None:
    browser.get(site)
    one(browser, ".settings summary").click()
    assert one(browser, "[hreflang=en]").is_displayed()
    one(browser, "[hreflang=en]").send_keys(Keys.ESCAPE)
    assert not one(browser, "[hreflang=en]").is_displayed()
