"""Three files normalized in a real browser: chosen, done, each change shown, downloaded, taken back."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from background import served
from chrome import chrome, show
from office_files import docx, paragraph, run
from selenium.webdriver import Chrome
from selenium.webdriver.support.ui import WebDriverWait
from test_axe import RULES, axe  # noqa: F401
from waiting import all_of, one, texts, until

from glossary.service.build import build
from glossary.service.context import Context, open_context
from glossary.service.normalize_all import normalize_all
from glossary.service.normalize_undo import undo
from glossary.webapp.app import create_app

LINES = """비야디(比亚迪, BYD)는 선전(深圳)에 있다. 비야디은 전기차를 만든다.
펑자오(彭昭)는 말했다. 펑자오가 왔다. 평자오는 갔다. 비야디을 보았다.
"""


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """A glossary that has read one short issue."""
    folder = tmp_path_factory.mktemp("normalize")
    (folder / "1.txt").write_text(LINES * 2, encoding="utf-8")
    made = open_context(folder / "glossary.db", actor="김편집")
    build(made, [folder / "1.txt"])
    return made


@pytest.fixture(scope="module")
def desk(ctx: Context) -> Iterator[str]:
    """The address of the pages over it."""
    with served(create_app(ctx)) as address:
        yield address


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three documents in three formats."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "260.txt").write_bytes(LINES.encode("utf-8"))
    (folder / "261.md").write_bytes(f"# 261호\n\n{LINES}".encode())
    (folder / "262.docx").write_bytes(docx("".join(paragraph(run(line)) for line in LINES.splitlines())))
    return sorted(folder.iterdir())


def _give(browser: Chrome, desk: str, files: list[Path]) -> None:
    browser.get(f"{desk}/normalize")
    one(browser, "#files").send_keys("\n".join(map(str, files)))
    one(browser, ".hand-in button.primary").click()
    WebDriverWait(browser, 120, 0.1).until(lambda _: all_of(browser, ".take"))


def test_three_files_are_normalized_and_downloaded(ctx: Context, desk: str, files: list[Path], tmp_path: Path) -> None:
    with chrome() as browser:
        browser.execute_cdp_cmd(
            "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path / "down")}
        )
        _give(browser, desk, files)
        assert texts(browser, ".file summary b") == ["260.txt", "261.md", "262.docx"]
        assert "비야디는" not in texts(browser, "del")
        assert texts(browser, ".file ins")[:1] == ["는"]
        one(browser, ".take .primary").click()
        archive = until(browser, lambda: next((tmp_path / "down").glob("*.zip"), None))
        with zipfile.ZipFile(archive) as made:
            made.extractall(tmp_path / "back")
    normalize_all(ctx, [tmp_path / "in"], tmp_path / "out")
    for file in files:
        assert (tmp_path / "back" / file.name).read_bytes() == (tmp_path / "out" / file.name).read_bytes()
        assert (tmp_path / "back" / file.name).read_bytes() != file.read_bytes()
    undo(tmp_path / "back" / "glossary-report.json")
    assert all((tmp_path / "back" / file.name).read_bytes() == file.read_bytes() for file in files)


def test_without_scripts(scriptless: Chrome, desk: str, files: list[Path]) -> None:
    _give(scriptless, desk, files)
    assert len(all_of(scriptless, ".file ins")) >= 6


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_nothing_sticks_out(
    browser: Chrome,
    desk: str,
    files: list[Path],
    axe: str,  # noqa: F811
    width: int,
    dark: bool,
) -> None:
    show(browser, width=width, dark=dark)
    browser.get(f"{desk}/normalize")
    for step in ("handed in", "done"):
        if step == "done":
            _give(browser, desk, files)
        browser.execute_script(axe)
        run_ = "axe.run({runOnly: arguments[0]}).then(arguments[1])"
        found = browser.execute_async_script(run_, RULES)["violations"]
        assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found] == [], step
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
