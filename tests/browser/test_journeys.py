"""What a translator does with the pages, in a real browser."""

from __future__ import annotations

import pytest
from chrome import show
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys
from waiting import all_of, focused, one, texts, until

PATHS = (
    "/", "/?q=허사이", "/?q=黄河", "/?q=없다", "/concepts/c1", "/concepts/new", "/scan", "/documents", "/documents/d1",
    "/nothing",
)  # fmt: skip


def _found(browser: Chrome) -> list[str]:
    return texts(browser, ".hit .form")


@pytest.mark.parametrize("query", ["허사이커지", "ㅎㅅㅇㅋㅈ", "禾赛", "hskj", "gjtkdlzjwl"])
def test_typing_finds_the_name_in_every_way(browser: Chrome, site: str, query: str) -> None:
    browser.get(site)
    focused(browser).send_keys(query)
    until(browser, lambda: _found(browser) == ["허사이커지"])
    until(browser, lambda: one(browser, ".search > [role=status]").get_attribute("textContent") == "결과 1건")


def test_results_come_while_a_syllable_is_composed(browser: Chrome, site: str) -> None:
    browser.get(site)
    browser.execute_cdp_cmd("Input.imeSetComposition", {"text": "허사", "selectionStart": 2, "selectionEnd": 2})
    until(browser, lambda: _found(browser) == ["허사이커지"])
    assert one(browser, "#q").get_property("value") == "허사"


def test_a_late_answer_never_replaces_a_newer_one(browser: Chrome, site: str) -> None:
    browser.get(site)
    browser.execute_script(
        """const real = window.fetch; window.aborted = 0;
        window.fetch = (url, options) => new Promise((done, failed) => {
          options.signal.addEventListener("abort", () => { window.aborted++; failed(options.signal.reason); });
          setTimeout(() => real(url, options).then(done, failed), url.includes("%ED%97%88") ? 1500 : 0);
        });"""
    )
    box = one(browser, "#q")
    box.send_keys("허")
    until(browser, lambda: browser.execute_script("return performance.now() > 0"))
    browser.execute_async_script("setTimeout(arguments[0], 200)")
    box.send_keys(Keys.BACKSPACE, "후")
    until(browser, lambda: _found(browser) == ["후룬"])
    assert browser.execute_script("return window.aborted") == 1


def test_keyboard_alone_leads_to_the_entry_and_back(browser: Chrome, site: str) -> None:
    browser.get(site)
    assert focused(browser).get_attribute("id") == "q"
    focused(browser).send_keys("커지")
    until(browser, lambda: _found(browser) == ["허사이커지"])
    focused(browser).send_keys(Keys.ARROW_DOWN)
    assert focused(browser).text == "허사이커지"
    focused(browser).send_keys(Keys.ARROW_UP)
    assert focused(browser).get_attribute("id") == "q"
    focused(browser).send_keys(Keys.ENTER)
    assert focused(browser).text == "허사이커지"
    focused(browser).send_keys(Keys.ENTER)
    until(browser, lambda: browser.current_url.endswith("/concepts/c1"))
    browser.back()
    until(browser, lambda: _found(browser) == ["허사이커지"])
    assert one(browser, "#q").get_property("value") == "커지"


def test_the_first_tab_offers_to_skip_to_the_content(browser: Chrome, site: str) -> None:
    browser.get(f"{site}/concepts/c1")
    one(browser, "body").send_keys(Keys.TAB)
    assert focused(browser).get_attribute("class") == "skip"
    focused(browser).send_keys(Keys.ENTER)
    assert focused(browser).get_attribute("id") == "main"


def test_the_entry_shows_its_evidence_marked(browser: Chrome, site: str) -> None:
    browser.get(f"{site}/concepts/c1")
    assert texts(browser, "blockquote mark") == ["허사이커지", "禾赛科技"]
    colours = {mark.value_of_css_property("background-color") for mark in all_of(browser, "blockquote mark")}
    assert len(colours) == 2
    assert one(browser, "figcaption a").get_attribute("href").endswith("/documents/d1/text#L281")


def test_a_copy_button_copies(browser: Chrome, site: str) -> None:
    browser.execute_cdp_cmd(
        "Browser.grantPermissions", {"origin": site, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    )
    browser.get(f"{site}/concepts/c1")
    all_of(browser, "button.copy")[1].click()
    until(browser, lambda: one(browser, "#said").text == "복사했습니다: 허사이커지(禾赛科技, Hesai)")
    read = "navigator.clipboard.readText().then(arguments[0])"
    assert browser.execute_async_script(read) == "허사이커지(禾赛科技, Hesai)"


def test_dark_by_the_system_and_by_the_switch(browser: Chrome, site: str) -> None:
    def paper() -> str:
        return str(browser.execute_script("return getComputedStyle(document.body).backgroundColor"))

    browser.get(site)
    light = paper()
    show(browser, dark=True)
    dark = until(browser, lambda: paper() if paper() != light else "")
    one(browser, ".settings summary").click()
    one(browser, "[data-value=light]").click()
    until(browser, lambda: paper() == light)
    browser.refresh()
    assert paper() == light
    show(browser)
    one(browser, ".settings summary").click()
    one(browser, "[data-value=dark]").click()
    until(browser, lambda: paper() == dark)


def test_the_language_switch_keeps_the_query(browser: Chrome, site: str) -> None:
    browser.get(f"{site}/?q=허사이")
    one(browser, ".settings summary").click()
    one(browser, "[hreflang=en]").click()
    until(browser, lambda: texts(browser, ".count") == ["1 result"])
    assert _found(browser) == ["허사이커지"]


@pytest.mark.parametrize("width", [320, 390, 1280, 2560])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_sticks_out(browser: Chrome, site: str, path: str, width: int) -> None:
    show(browser, width=width)
    browser.get(site + path)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PATHS)
def test_the_page_is_quiet(browser: Chrome, site: str, path: str) -> None:
    browser.get_log("browser")
    browser.get(site + path)
    said = [entry["message"] for entry in browser.get_log("browser")]
    assert [text for text in said if "404 (NOT FOUND)" not in text] == []


def test_without_scripts_search_entry_and_switches_work(scriptless: Chrome, site: str) -> None:
    scriptless.get(site)
    one(scriptless, "#q").send_keys("ㅎㅅㅇㅋㅈ", Keys.ENTER)
    until(scriptless, lambda: _found(scriptless) == ["허사이커지"])
    assert not [button for button in all_of(scriptless, "button.copy") if button.is_displayed()]
    one(scriptless, ".hit a.open").click()
    until(scriptless, lambda: texts(scriptless, "blockquote mark") == ["허사이커지", "禾赛科技"])
    one(scriptless, ".settings summary").click()
    one(scriptless, "[data-value=dark]").click()
    until(scriptless, lambda: one(scriptless, "html").get_attribute("data-theme") == "dark")
    one(scriptless, ".settings summary").click()
    one(scriptless, "[hreflang=zh-Hans]").click()
    until(scriptless, lambda: one(scriptless, "html").get_attribute("lang") == "zh-Hans")
