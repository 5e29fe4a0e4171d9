"""/review in a browser: ten questions by keys and one undone, without a reload; with plain forms; two reviewers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from background import served
from chrome import show
from review_room import room
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from test_axe import RULES, axe  # noqa: F401
from waiting import all_of, one, texts, until

from glossary.service.context import Context
from glossary.service.review import answer, questions
from glossary.webapp.app import create_app

PAGES = ("/review", "/review/names", "/review/sure", "/review/done", "/review?type=person")


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    return room(tmp_path)


@pytest.fixture
def desk(ctx: Context) -> Iterator[str]:
    with served(create_app(ctx)) as address:
        yield address


def _settled(browser: Chrome) -> int:
    return len(all_of(browser, ".question.settled"))


def _decided(ctx: Context) -> list[str]:
    with ctx.reader() as reader:
        return [one.judgement for one in reader.decisions()]


def test_ten_are_decided_by_keys_and_one_undone(browser: Chrome, desk: str, ctx: Context) -> None:
    browser.get(f"{desk}/review")
    browser.execute_script("window.same = true")
    until(browser, lambda: one(browser, ".question.here"))
    for number, key in enumerate("sdusdusdus", start=1):
        browser.find_element(By.TAG_NAME, "body").send_keys(key)
        until(browser, lambda number=number: _settled(browser) == number)  # type: ignore[misc]
        until(browser, lambda: "settled" not in str(one(browser, ".question.here").get_attribute("class")))
    assert browser.execute_script("return window.same"), "the page was loaded anew"
    assert _decided(ctx) == ["same", "different", "unsure"] * 3 + ["same"]
    assert one(browser, ".count").text == "남은 물음 2건"
    browser.find_element(By.TAG_NAME, "body").send_keys("z")
    until(browser, lambda: _settled(browser) == 9)
    assert len(_decided(ctx)) == 9
    assert one(browser, ".count").text == "남은 물음 3건"
    assert len(questions(ctx)) == 3


def test_keys_are_where_they_lie_and_can_be_switched_off(browser: Chrome, desk: str, ctx: Context) -> None:
    browser.get(f"{desk}/review")
    press = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㄴ', code: 'KeyS', bubbles: true}))"
    until(browser, lambda: one(browser, ".question.here"))
    browser.execute_script(press)
    until(browser, lambda: _settled(browser) == 1)
    one(browser, ".question.here .why").send_keys("sdu")  # typing is no answer
    browser.execute_script("document.activeElement.blur(); localStorage.setItem('single-keys', 'off')")
    browser.execute_script(press)
    browser.execute_script("localStorage.removeItem('single-keys')")
    assert _settled(browser) == 1
    browser.find_element(By.TAG_NAME, "body").send_keys("?")
    until(browser, lambda: "같음" in one(browser, "#keys").text)
    assert len(_decided(ctx)) == 1


def test_another_reviewer_was_faster(browser: Chrome, desk: str, ctx: Context) -> None:
    browser.get(f"{desk}/review")
    until(browser, lambda: one(browser, ".question.here"))
    answer(ctx, questions(ctx)[0].number, "different")
    browser.find_element(By.TAG_NAME, "body").send_keys("s")
    until(browser, lambda: "이미 다름" in one(browser, ".outcome.wrong").text)
    assert _decided(ctx) == ["different"]


def test_new_names_by_keys(browser: Chrome, desk: str, ctx: Context) -> None:
    browser.get(f"{desk}/review/names")
    until(browser, lambda: one(browser, ".question.here"))
    body = browser.find_element(By.TAG_NAME, "body")
    body.send_keys("a")
    until(browser, lambda: texts(browser, ".outcome span") == ["승인했습니다."])
    browser.find_element(By.TAG_NAME, "body").send_keys("x")
    until(browser, lambda: _settled(browser) == 2)
    browser.find_element(By.TAG_NAME, "body").send_keys("e")
    field = until(browser, lambda: one(browser, ".question.here input[name=ko]"))
    until(browser, lambda: field.is_displayed())
    field.clear()
    field.send_keys("바른이름", Keys.ENTER)
    until(browser, lambda: _settled(browser) == 3)
    with ctx.reader() as reader:
        found = [reader.entries([said.concept]).get(said.concept) for said in reader.curations()]
    assert sorted(entry.concept.review for entry in found if entry) == ["approved", "approved"]
    assert any(entry.concept.terms[0].text == "바른이름" for entry in found if entry)


def test_plain_forms_do_without_a_script(scriptless: Chrome, desk: str, ctx: Context) -> None:
    scriptless.get(f"{desk}/review")
    for said, so_far in (("same", ["same"]), ("different", ["same", "different"])):
        one(scriptless, f".question button[value={said}]").click()
        until(scriptless, lambda: _decided(ctx) == so_far)  # noqa: B023
        until(scriptless, lambda: all_of(scriptless, ".flash button"))
    one(scriptless, ".flash button").click()
    until(scriptless, lambda: _decided(ctx) == ["same"])
    scriptless.get(f"{desk}/review/sure?score=0.9")
    all_of(scriptless, "input[name=number]")[0].click()
    one(scriptless, ".apply button").click()
    until(scriptless, lambda: len(_decided(ctx)) == 3)
    scriptless.get(f"{desk}/review/done")
    assert len(all_of(scriptless, "tbody form")) >= 2


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Chrome, desk: str, ctx: Context, axe: str, width: int, dark: bool) -> None:  # noqa: F811
    answer(ctx, questions(ctx)[0].number, "different", why="다른 회사")
    show(browser, width=width, dark=dark)
    for path in PAGES:
        browser.get(desk + path)
        browser.execute_script(axe)
        run = "axe.run({runOnly: arguments[0]}).then(arguments[1])"
        found = browser.execute_async_script(run, RULES)["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == [], path
        assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth"), path
