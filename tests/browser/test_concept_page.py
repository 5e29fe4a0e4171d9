"""A name on its page, in a real browser: added, edited, brought back, and edited by two at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from newsroom import newsroom
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select
from waiting import all_of, one, texts, until

from glossary.link.group import concept_id

PENG, HESAI = concept_id("彭昭"), concept_id("禾赛科技")


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with newsroom(tmp_path_factory.mktemp("desk")) as (address, _):
        yield address


def _open(browser: Chrome, desk: str, concept: str) -> None:
    browser.get(f"{desk}/concepts/{concept}")
    one(browser, ".edit > summary").click()
    until(browser, lambda: one(browser, "#f-note").is_displayed())


def _save(browser: Chrome) -> None:
    one(browser, "button.primary", within=".edit").click()


def _said(browser: Chrome) -> str:
    return one(browser, ".flash strong, .notice strong").text


def test_an_editor_prefers_another_form_and_takes_it_back(browser: Chrome, desk: str) -> None:
    _open(browser, desk, HESAI)
    Select(one(browser, "[name='f:ko 허싸이커지']")).select_by_value("preferred")
    _save(browser)
    until(browser, lambda: texts(browser, "h1 .form") == ["허싸이커지"])
    one(browser, ".flash button").click()
    until(browser, lambda: texts(browser, "h1 .form") == ["허사이커지"])


def test_a_form_is_added_and_forbidden(browser: Chrome, desk: str) -> None:
    _open(browser, desk, PENG)
    all_of(browser, "[name=new]")[0].send_keys("펑샤오")
    Select(all_of(browser, "[name=new-as]")[0]).select_by_value("forbidden")
    _save(browser)
    until(browser, lambda: texts(browser, ".terms .forbidden") == ["사용 금지"])
    assert "펑샤오" in one(browser, ".terms").text


def test_a_new_name_is_added_with_the_reading_of_its_hanzi(browser: Chrome, desk: str) -> None:
    browser.get(f"{desk}/?q=漯河")
    one(browser, ".generated .note a").click()
    until(browser, lambda: one(browser, "#f-ko").get_property("value") == "뤄허")
    one(browser, ".new button.primary").click()
    until(browser, lambda: texts(browser, "h1 .form") == ["뤄허"])
    browser.get(f"{desk}/concepts/new?zh=漯河")
    one(browser, ".new button.primary").click()
    until(browser, lambda: "notice error" in one(browser, ".new .notice").get_attribute("class"))
    assert one(browser, "#f-zh").get_property("value") == "漯河"


def test_a_deleted_name_comes_back_from_its_history(browser: Chrome, desk: str) -> None:
    _open(browser, desk, PENG)
    one(browser, ".edit .danger").click()
    until(browser, lambda: "/history" in browser.current_url)
    browser.get(f"{desk}/concepts/{PENG}")
    assert "404" in one(browser, ".fault").text
    browser.get(f"{desk}/concepts/{PENG}/history")
    one(browser, ".history form button").click()
    until(browser, lambda: texts(browser, "h1 .form") == ["펑자오"])


def test_two_versions_are_compared(browser: Chrome, desk: str) -> None:
    _open(browser, desk, PENG)
    one(browser, "#f-note").send_keys("투자자")
    _save(browser)
    until(browser, lambda: _said(browser) == "저장했습니다.")
    one(browser, "section[aria-labelledby=history] a").click()
    until(browser, lambda: bool(all_of(browser, ".compare")))
    one(browser, ".compare button").click()
    until(browser, lambda: "투자자" in texts(browser, "[aria-labelledby=compared] ins"))


def test_two_editors_in_two_windows_settle_field_by_field(browser: Chrome, desk: str) -> None:
    first = browser.current_window_handle
    _open(browser, desk, PENG)
    browser.switch_to.new_window("window")
    second = browser.current_window_handle
    _open(browser, desk, PENG)
    one(browser, "#f-note").send_keys("둘째 창의 메모")
    Select(one(browser, "#f-type")).select_by_value("organization")
    _save(browser)
    until(browser, lambda: _said(browser) == "저장했습니다.")
    browser.switch_to.window(first)
    one(browser, "#f-note").send_keys("첫째 창의 메모")
    all_of(browser, "[name=new]")[0].send_keys("펑샤오")
    _save(browser)
    until(browser, lambda: texts(browser, "h1") == ["다른 사람이 먼저 고쳤습니다"])
    assert texts(browser, ".clash tr.both .chip") == ["둘 다 고침"]
    one(browser, "[name='f:note'][value='첫째 창의 메모']").click()
    one(browser, ".clash button.primary").click()
    until(browser, lambda: texts(browser, ".remark") == ["첫째 창의 메모"])
    assert "기관·기업" in texts(browser, ".head .chips li")
    assert "펑샤오" in one(browser, ".terms").text
    browser.switch_to.window(second)
    browser.close()
    browser.switch_to.window(first)


def test_without_scripts_the_forms_work(scriptless: Chrome, desk: str) -> None:
    _open(scriptless, desk, PENG)
    one(scriptless, "#f-note").send_keys("메모")
    _save(scriptless)
    until(scriptless, lambda: texts(scriptless, ".remark") == ["메모"])
    one(scriptless, ".flash button").click()
    until(scriptless, lambda: texts(scriptless, ".remark") == [])


def test_the_timeline_says_in_words_what_it_draws(browser: Chrome, desk: str) -> None:
    browser.get(f"{desk}/concepts/{HESAI}")
    drawn = one(browser, "svg.timeline")
    assert "3건" in drawn.get_attribute("aria-label")
    assert len(all_of(browser, "svg.timeline g")) == 3
    assert len(texts(browser, "[aria-labelledby=usage] .chips li")) == 3


def test_e_opens_the_form_and_escape_leaves_it_to_the_browser(browser: Chrome, desk: str) -> None:
    browser.get(f"{desk}/concepts/{PENG}")
    one(browser, "body").send_keys("e")
    until(browser, lambda: one(browser, ".edit").get_attribute("open") is not None)
    one(browser, "#f-note").send_keys("e", Keys.TAB)
    assert one(browser, ".edit").get_attribute("open") is not None
