"""What an editor does with /check in a real browser: issue 260 from paste to corrected file, scripts or not."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from background import served
from chrome import chrome, show
from office_files import docx, paragraph, run
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait
from test_axe import RULES, axe  # noqa: F401
from waiting import all_of, focused, one, texts, until

from glossary.service.build import build
from glossary.service.check import check_bytes, fixes
from glossary.service.context import Context, open_context
from glossary.service.fix import fixed
from glossary.webapp.app import create_app

ISSUE = Path(__file__).parents[2] / "corpus" / "issues" / "260.txt"


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """A glossary that has read issue 260."""
    made = open_context(tmp_path_factory.mktemp("check") / "glossary.db", actor="김편집")
    build(made, [ISSUE])
    return made


@pytest.fixture(scope="module")
def desk(ctx: Context) -> Iterator[str]:
    """The address of the pages over it."""
    with served(create_app(ctx)) as address:
        yield address


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module")
def _own_chrome(downloads: Path) -> Iterator[Chrome]:
    with chrome() as driver:
        where = {"behavior": "allow", "downloadPath": str(downloads)}
        driver.execute_cdp_cmd("Browser.setDownloadBehavior", where)
        yield driver


@pytest.fixture
def editor(_own_chrome: Chrome, desk: str) -> Chrome:
    """A window at /check, with nothing left from before."""
    _own_chrome.get(f"{desk}/check")
    _own_chrome.execute_script("localStorage.clear()")
    show(_own_chrome)
    _own_chrome.get(f"{desk}/check")
    return _own_chrome


def _patiently(browser: Chrome, selector: str) -> None:
    """Wait for a first check on a busy machine: the tokenizer alone takes seconds to load."""
    WebDriverWait(browser, 120, 0.1).until(lambda _: all_of(browser, selector))


def _paste(browser: Chrome, text: str) -> None:
    put = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))"
    browser.execute_script(put, one(browser, "#f-text"), text)
    one(browser, ".hand-in button.primary").click()
    _patiently(browser, "#now")


def _give(browser: Chrome, path: Path) -> None:
    one(browser, "#file").send_keys(str(path))
    one(browser, ".hand-in button.primary").click()
    _patiently(browser, "#now")


def _text(browser: Chrome) -> str:
    return str(one(browser, ".run").get_property("textContent"))


def _press(browser: Chrome, key: str) -> None:
    one(browser, "body").send_keys(key)


def _downloaded(browser: Chrome, folder: Path, name: str) -> bytes:
    return until(browser, lambda: (folder / name).read_bytes() if (folder / name).is_file() else b"")


def _here(browser: Chrome) -> str:
    return one(browser, "#list .here b").text


def test_issue_260_is_walked_corrected_and_downloaded(
    editor: Chrome, ctx: Context, downloads: Path, tmp_path: Path
) -> None:
    issue = tmp_path / "260.txt"
    issue.write_bytes(ISSUE.read_bytes())
    _give(editor, issue)
    shown = len(all_of(editor, "#list > li"))
    checked = check_bytes(ctx, "260.txt", issue.read_bytes())
    assert shown == sum(finding.severity != "info" for finding in checked.findings) >= 25
    _press(editor, "j")
    first = _here(editor)
    _press(editor, "j")
    _press(editor, "k")
    assert _here(editor) == first
    assert texts(editor, "mark.here")[0] in first
    one(editor, "button[value=sure]").click()
    until(editor, lambda: len(all_of(editor, "#list > li")) < shown)
    one(editor, "#hand-out summary").click()
    one(editor, "#hand-out .button.primary").click()
    data = _downloaded(editor, downloads, "260-checked.txt")
    assert data == fixed(ctx, checked, issue.read_bytes(), fixes(checked))
    assert data.decode().replace("\r\n", "\n").strip() == _text(editor).replace("\r\n", "\n").strip()


def test_accept_by_key_in_hangul_mode_undo_and_all_of_a_kind(editor: Chrome) -> None:
    _paste(editor, ISSUE.read_text(encoding="utf-8"))
    before = _text(editor)
    press = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㅓ', code: 'KeyJ', bubbles: true}))"
    editor.execute_script(press)
    text = _here(editor)
    editor.execute_script(press.replace("ㅓ", "ㅁ").replace("KeyJ", "KeyA"))
    until(editor, lambda: _text(editor) != before)
    assert focused(editor).tag_name == "a"
    assert until(editor, lambda: one(editor, "#spoken").get_attribute("textContent"))
    _press(editor, "z")
    until(editor, lambda: _text(editor) == before)
    assert _here(editor) == text
    kind = next(button for button in all_of(editor, "button[value^='all:']"))
    old = kind.find_element("css selector", ".aside").get_attribute("textContent").split(" → ")[0].strip()
    count = _text(editor).count(old)
    kind.click()
    until(editor, lambda: _text(editor).count(old) < count - 1)


def test_a_word_file_with_tracked_changes(editor: Chrome, downloads: Path, tmp_path: Path) -> None:
    lines = ISSUE.read_text(encoding="utf-8").replace("&", "+").replace("<", "(").replace(">", ")").splitlines()
    (tmp_path / "260.docx").write_bytes(docx("".join(paragraph(run(line)) for line in lines)))
    _give(editor, tmp_path / "260.docx")
    assert not all_of(editor, "#typed")
    _press(editor, "j")
    _press(editor, "a")
    until(editor, lambda: all_of(editor, "mark.done"))
    one(editor, "#hand-out summary").click()
    one(editor, "[name=author]").send_keys("이편집")
    one(editor, "#hand-out .button.primary").click()
    _downloaded(editor, downloads, "260-checked.docx")
    with zipfile.ZipFile(downloads / "260-checked.docx") as made:
        xml = made.read("word/document.xml").decode()
    assert 'w:author="이편집"' in xml
    assert "<w:del " in xml


def test_left_with_a_reason_and_taken_back(editor: Chrome) -> None:
    _paste(editor, ISSUE.read_text(encoding="utf-8"))
    shown = len(all_of(editor, "#list > li"))
    _press(editor, "j")
    _press(editor, "x")
    until(editor, lambda: one(editor, "#answer").get_property("open"))
    one(editor, "#answer [value=place]").click()
    assert one(editor, "#answer [name=reason]").get_property("required")
    one(editor, "#answer [name=reason]").send_keys("인용문 그대로", Keys.ENTER)
    until(editor, lambda: len(all_of(editor, "#list > li")) == shown - 1)
    one(editor, "#silenced summary").click()
    assert "인용문 그대로" in one(editor, "#silenced").text
    one(editor, "#silenced button").click()
    until(editor, lambda: len(all_of(editor, "#list > li")) == shown)


def test_typing_is_checked_again_and_survives_a_reload(editor: Chrome) -> None:
    _paste(editor, "펑자오(彭昭)는 말했다. 펑자오가 왔다. 펑자오도 있다.\n")
    assert not all_of(editor, "#list > li")
    _press(editor, "e")
    field = one(editor, "#typed")
    assert focused(editor) == field
    field.send_keys(Keys.CONTROL, Keys.END)
    field.send_keys("평자오는 갔다.")
    until(editor, lambda: "평자오" in texts(editor, "#list > li b"))
    assert focused(editor) == field
    editor.refresh()
    until(editor, lambda: "평자오는 갔다." in _text(editor))
    all_of(editor, "button[value^='accept:']")[0].click()
    until(editor, lambda: "평자오" not in _text(editor))


def test_what_was_pasted_survives_a_reload_before_it_is_sent(editor: Chrome, desk: str) -> None:
    one(editor, "#f-text").send_keys("비야디(比亚迪)는 선전에 있다.")
    editor.refresh()
    assert one(editor, "#f-text").get_property("value") == "비야디(比亚迪)는 선전에 있다."
    one(editor, ".hand-in button.primary").click()
    until(editor, lambda: "/check/" in editor.current_url and one(editor, "#now"))
    editor.get(f"{desk}/check")
    assert one(editor, "#f-text").get_property("value") == ""


def test_without_scripts(scriptless: Chrome, desk: str) -> None:
    scriptless.get(f"{desk}/check")
    one(scriptless, "#f-text").send_keys("펑자오(彭昭)는 말했다. 펑자오가 왔다. 펑자오도 있다. 평자오는 갔다.")
    one(scriptless, ".hand-in button.primary").click()
    until(scriptless, lambda: texts(scriptless, "#list > li b")[:1] == ["평자오"])
    one(scriptless, "#list [data-answer]").click()
    one(scriptless, "[name=words]").clear()
    one(scriptless, "[name=words]").send_keys("펑창", Keys.ENTER)
    until(scriptless, lambda: "펑창은 갔다." in _text(scriptless))
    one(scriptless, "button[value=undo]").click()
    until(scriptless, lambda: "평자오는 갔다." in _text(scriptless))
    one(scriptless, "#list [data-answer]").click()
    one(scriptless, "[value=everywhere]").click()
    one(scriptless, "[name=reason]").send_keys("시험")
    all_of(scriptless, ".answer form")[-1].find_element("css selector", "button").click()
    until(scriptless, lambda: all_of(scriptless, "#silenced"))
    one(scriptless, "#silenced summary").click()
    one(scriptless, "#silenced button").click()
    until(scriptless, lambda: all_of(scriptless, "button[value^='accept:']"))
    all_of(scriptless, "button[value^='accept:']")[0].click()
    until(scriptless, lambda: "평자오" not in _text(scriptless))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_nothing_sticks_out(
    editor: Chrome,
    desk: str,
    axe: str,  # noqa: F811
    width: int,
    dark: bool,
) -> None:
    def violations() -> list[object]:
        editor.execute_script(axe)
        run_ = "axe.run({runOnly: arguments[0]}).then(arguments[1])"
        found = editor.execute_async_script(run_, RULES)["violations"]
        return [(rule["id"], [node["html"][:200] for node in rule["nodes"]][:3]) for rule in found]

    show(editor, width=width, dark=dark)
    editor.get(f"{desk}/check")
    assert violations() == []
    _paste(editor, ISSUE.read_text(encoding="utf-8")[:6000])
    one(editor, "button[value=sure]").click()
    until(editor, lambda: all_of(editor, "#changes"))
    _press(editor, "j")
    for summary in all_of(editor, "#hand-out summary, #changes summary"):
        editor.execute_script("arguments[0].click()", summary)
    assert violations() == []
    _press(editor, "x")
    until(editor, lambda: one(editor, "#answer").get_property("open"))
    assert violations() == []
    assert editor.execute_script("return document.documentElement.scrollWidth") <= width
