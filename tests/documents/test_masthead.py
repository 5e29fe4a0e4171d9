"""Issue, date and title: from the masthead, else from the file's name."""

import unicodedata

import pytest

from glossary.documents.masthead import Masthead, masthead

BODY = "즈우(摯物)는 2021년 12월 9일 선전에서 행사를 열었다."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n\n주간 중국 창업\n\n제 260 호 (2021. 12. 22)\n\n발행처", Masthead("주간 중국 창업", 260, "2021-12-22")),
        ("주간 중국 창업 제260호 2021년 12월 22일\n본문", Masthead("주간 중국 창업", 260, "2021-12-22")),
        ("중국 창업 주간\n第260期 2021年12月22日\n", Masthead("중국 창업 주간", 260, "2021-12-22")),
        ("创业周刊\n第二百六十期\n2021年12月22日 星期三\n", Masthead("创业周刊", 260, "2021-12-22")),
        ("创业周刊 第二六〇期（2021-12-22）", Masthead("创业周刊", 260, "2021-12-22")),
        ("# Weekly China\nIssue 260\n2021/12/22", Masthead("Weekly China", 260, "2021-12-22")),
        ("제２６０호", Masthead("", 260, None)),
        ("주간 중국 창업\n(2021. 12. 22)\n\n" + BODY, Masthead("주간 중국 창업", None, "2021-12-22")),
        ("주간\n제 5 호 (2021. 13. 45)", Masthead("주간", 5, None)),
        (BODY, Masthead("", None, None)),
        ("헌법 제3호기 가동 소식을 전한다.\n" + BODY, Masthead("", None, None)),
        ("", Masthead("", None, None)),
    ],
)
def test_from_the_text(text: str, expected: Masthead) -> None:
    assert masthead(text) == expected
    assert masthead(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize(
    ("name", "issue", "date"),
    [
        ("260.txt", 260, None),
        ("issue-260.txt", 260, None),
        ("issue_260.txt", 260, None),
        ("2021-12-22-260.txt", 260, "2021-12-22"),
        ("20211222_260.txt", 260, "2021-12-22"),
        ("2021_12_22.txt", None, "2021-12-22"),
        ("주간중국창업 제260호.txt", 260, None),
        ("주간중국창업_260호(2021.12.22).txt", 260, "2021-12-22"),
        (unicodedata.normalize("NFD", "제260호.txt"), 260, None),
        ("第260期.txt", 260, None),
        ("2021-13-45.txt", None, None),
        ("notes.txt", None, None),
        ("-", None, None),
    ],
)
def test_from_the_file_name(name: str, issue: int | None, date: str | None) -> None:
    found = masthead(BODY, name)
    assert (found.issue, found.date) == (issue, date)


def test_the_masthead_goes_before_the_file_name() -> None:
    assert masthead("주간\n제 261 호 (2021. 12. 29)", "2021-12-22-260.txt") == Masthead("주간", 261, "2021-12-29")
