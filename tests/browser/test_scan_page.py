"""A pasted text in a real browser: its names marked and listed, new ones added, nothing typed lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from newsroom import newsroom
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys
from waiting import all_of, one, texts, until

KOREAN = "허싸이커지 관계자는 산시에서 왕샤오밍(王小明) 회장을 만났다. 펑자오도 왔다."
CHINESE = "禾赛科技的彭昭在北京会见了王小明。"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with newsroom(tmp_path_factory.mktemp("desk")) as (address, _):
        yield address


def _scan(browser: Chrome, desk: str, text: str) -> None:
    browser.get(f"{desk}/scan")
    box = one(browser, "#f-text")
    box.clear()
    box.send_keys(text)
    one(browser, ".scan button.primary").click()
    until(browser, lambda: bool(all_of(browser, ".marked-text mark")))


def _row(browser: Chrome, name: str) -> str:
    return next(row.text for row in all_of(browser, ".scan tbody tr") if row.text.startswith(name))


def test_a_korean_text_shows_known_new_and_undecided_names(browser: Chrome, desk: str) -> None:
    _scan(browser, desk, KOREAN)
    assert one(browser, ".marked-text").text == KOREAN
    assert "禾赛科技" in _row(browser, "허싸이커지")
    assert "허사이커지" in _row(browser, "허싸이커지")  # the preferred form
    assert "새 이름" in _row(browser, "왕샤오밍")
    assert "陕西" in _row(browser, "산시")
    assert "山西" in _row(browser, "산시")
    assert texts(browser, "mark.several") == ["뜻이 여럿", "산시"]


def test_a_chinese_text_shows_korean_forms(browser: Chrome, desk: str) -> None:
    _scan(browser, desk, CHINESE)
    assert one(browser, ".marked-text").get_attribute("lang") == "zh-Hans"
    assert "허사이커지" in _row(browser, "禾赛科技")
    assert "베이징" in _row(browser, "北京")


def test_a_new_name_is_added_by_one_click_and_the_text_stays(browser: Chrome, desk: str) -> None:
    text = "리샤오룽(李小龙) 대표는 허사이커지에 투자했다."
    _scan(browser, desk, text)
    assert "새 이름" in _row(browser, "리샤오룽")
    one(browser, "button[name=add]").click()
    until(browser, lambda: "용어집에 추가했습니다." in texts(browser, ".notice strong"))
    assert "등록됨" in _row(browser, "리샤오룽")
    assert one(browser, "#f-text").get_property("value").strip() == text


def test_the_table_is_copied_for_a_spreadsheet(browser: Chrome, desk: str) -> None:
    _scan(browser, desk, KOREAN)
    lines = one(browser, ".toolbar [data-copy]").get_attribute("data-copy").splitlines()
    assert lines[0].split("\t")[:3] == ["본문", "한글 표기", "한자"]
    assert lines[1].split("\t")[:4] == ["허싸이커지", "허사이커지", "禾赛科技", ""]


def test_what_is_typed_outlives_a_wrong_click(browser: Chrome, desk: str) -> None:
    browser.get(f"{desk}/scan")
    one(browser, "#f-text").clear()
    one(browser, "#f-text").send_keys("아직 보내지 않은 글")
    browser.get(f"{desk}/")
    browser.get(f"{desk}/scan")
    assert one(browser, "#f-text").get_property("value") == "아직 보내지 않은 글"
    one(browser, "#f-text").send_keys(Keys.CONTROL, Keys.ENTER)
    until(browser, lambda: texts(browser, ".empty h2") == ["찾은 이름이 없습니다"])


def test_without_scripts_a_text_is_read_and_a_name_added(scriptless: Chrome, desk: str) -> None:
    _scan(scriptless, desk, "장웨이궈(张卫国) 대표가 왔다.")
    one(scriptless, "button[name=add]").click()
    until(scriptless, lambda: "등록됨" in _row(scriptless, "장웨이궈"))
