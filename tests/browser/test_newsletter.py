"""The main job on real input: the newsletter becomes a glossary, and a translator finds 허사이커지 in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from background import served
from selenium.webdriver import Chrome
from waiting import focused, one, texts, until

from glossary.service.build import build
from glossary.service.context import open_context
from glossary.webapp.app import create_app

CORPUS = Path(__file__).parents[2] / "corpus" / "issues"


@pytest.fixture(scope="module")
def newsletter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages over a glossary built from the corpus."""
    context = open_context(tmp_path_factory.mktemp("newsletter") / "glossary.db")
    build(context, [CORPUS])
    with served(create_app(context)) as address:
        yield address


@pytest.mark.parametrize(
    "query",
    [
        "허사이커지",
        "사이커",
        "허ㅅ",
        "ㅎㅅㅇㅋㅈ",
        "허샤이커지",
        "gjtkdlzjwl",
        "禾赛",
        "禾賽科技",
        "he sai",
        "hskj",
        "화새과기",
        "Hesai",
    ],
)
def test_the_name_is_found_in_every_way(browser: Chrome, newsletter: str, query: str) -> None:
    browser.get(newsletter)
    focused(browser).send_keys(query)
    until(browser, lambda: "허사이커지" in texts(browser, ".hit .form"))


def test_the_entry_shows_where_it_stands(browser: Chrome, newsletter: str) -> None:
    browser.get(f"{newsletter}/?q=허사이커지")
    one(browser, ".hit a.open").click()
    until(browser, lambda: texts(browser, "blockquote mark") == ["허사이커지", "禾赛科技"])
    assert texts(browser, ".head .script") == ["禾赛科技 Hesai"]
    one(browser, "figcaption a").click()
    until(browser, lambda: "허사이커지" in one(browser, "#L281").text)


def test_hanzi_that_are_not_there_are_read(browser: Chrome, newsletter: str) -> None:
    browser.get(newsletter)
    focused(browser).send_keys("漯河")
    until(browser, lambda: texts(browser, ".generated .form") == ["뤄허"])
    assert texts(browser, ".generated .note")


def test_every_example_of_the_front_page_leads_to_a_name(browser: Chrome, newsletter: str) -> None:
    browser.get(newsletter)
    links = browser.execute_script("return [...document.querySelectorAll('.examples a')].map((a) => a.href)")
    assert len(links) >= 4
    for link in links:
        browser.get(link)
        assert texts(browser, ".hit a.open")
