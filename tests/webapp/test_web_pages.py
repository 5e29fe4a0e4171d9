"""The pages without a browser: what they hold, in which language, and that nothing in the data becomes markup."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from parsed import elements
from web_fakes import HESAI, FakeDesk

from glossary.webapp.app import create_app

PAGES = ["/", "/?q=허사이", "/?q=黄河", "/?q=없다", "/results?q=허", "/concepts/c1", "/documents", "/documents/d1"]


@pytest.mark.parametrize("lang", ["ko", "en", "zh"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_in_every_language(client: FlaskClient, path: str, lang: str) -> None:
    client.set_cookie("lang", lang)
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/concepts/none", "GET", 404),
        ("/documents/none", "GET", 404),
        ("/nothing", "GET", 404),
        ("/", "POST", 405),
        ("/?q=" + "가" * 201, "GET", 400),
    ],
)
def test_what_cannot_be_shown_gets_a_friendly_page(client: FlaskClient, path: str, method: str, status: int) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == status
    assert elements(answer.text, "h1")[0].text
    assert elements(answer.text, "a", href="/")


@pytest.mark.parametrize("path", ["/?endpoint=x", "/?lang=en&endpoint=x&_scheme=y", "/documents?endpoint=x&_method=y"])
def test_what_an_address_asks_makes_no_link(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code in (200, 303)


def test_a_failure_shows_a_page_without_its_reason() -> None:
    answer = create_app(None, desk=FakeDesk(failure=RuntimeError("비밀 본문"))).test_client().get("/documents")
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert "비밀" not in answer.text


def test_a_hit_shows_every_form_in_its_language(client: FlaskClient) -> None:
    page = client.get("/?q=허사이").text
    assert [e.text for e in elements(page, "span", **{"class": "form", "lang": "ko"})] == ["허사이커지"]
    assert "禾赛科技" in [e.text for e in elements(page, "span", lang="zh-Hans")]
    assert "禾賽科技" in [e.text for e in elements(page, "span", lang="zh-Hant")]
    assert [e.text for e in elements(page, "dd")] == ["hé sài kē jì", "허싸이커지", "화새과기", "Hesai", "허싸이커지"]
    assert [e.text for e in elements(page, "mark")] == ["허사이"]


def test_the_official_form_shows_only_where_it_differs(client: FlaskClient) -> None:
    assert "외래어 표기법" not in client.get("/?q=후룬").text
    assert "외래어 표기법" in client.get("/?q=허사이").text


def test_a_generated_reading_is_marked_and_has_no_link(client: FlaskClient) -> None:
    page = client.get("/?q=黄河").text
    assert "자동 생성한 읽기" in page
    assert not elements(page, "a", **{"class": "open"})


def test_copy_buttons_carry_the_three_forms(client: FlaskClient) -> None:
    copies = [e.attrs["data-copy"] for e in elements(client.get("/?q=허사이").text, "button", **{"class": "copy"})]
    assert copies == ["허사이커지", "허사이커지(禾赛科技, Hesai)", "禾赛科技"]


def test_the_entry_marks_name_and_hanzi_in_the_sentence(client: FlaskClient) -> None:
    page = client.get("/concepts/c1").text
    assert [(e.text, e.attrs.get("lang")) for e in elements(page, "mark")] == [
        ("허사이커지", None),
        ("禾赛科技", "zh-Hans"),
    ]
    assert elements(page, "a", href="/documents/d1/text#L281")


def test_the_entry_says_why(client: FlaskClient) -> None:
    assert (
        "허싸이커지보다 외래어 표기법에 가깝습니다."
        in elements(client.get("/concepts/c1").text, "ul", **{"class": "why"})[0].text
    )


def test_the_front_page_offers_examples_and_numbers(client: FlaskClient) -> None:
    page = client.get("/").text
    links = [str(e.attrs["href"]) for e in elements(page, "a") if "?q=" in str(e.attrs.get("href"))]
    assert len([link for link in links if "lang=" not in link]) == 3
    assert "4" in [e.text for e in elements(page, "dd")]


def test_an_empty_glossary_says_how_to_fill_it() -> None:
    page = create_app(None, desk=FakeDesk(hits=())).test_client().get("/").text
    assert "glossary build" in page


def test_a_document_lists_its_names_in_order(client: FlaskClient) -> None:
    page = client.get("/documents/d1").text
    assert [e.text for e in elements(page, "th", scope="row")] == ["허사이커지", "후룬"]
    assert [e.text for e in elements(page, "span", **{"class": "hanzi"})] == ["禾赛科技", "胡润"]


@pytest.mark.parametrize(("name", "value"), [("lang", "en"), ("theme", "dark")])
def test_a_switch_keeps_the_page_and_sets_a_cookie(client: FlaskClient, name: str, value: str) -> None:
    answer = client.get(f"/?q=허사이&{name}={value}")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/?q=%ED%97%88%EC%82%AC%EC%9D%B4"
    assert f"{name}={value}" in answer.headers["Set-Cookie"]
    root = elements(client.get("/").text, "html")[0].attrs
    assert (root["lang"], root["data-theme"]) == (("en", "auto") if name == "lang" else ("ko", "dark"))


@pytest.mark.parametrize(
    "path", ["//evil.example/?lang=en", "/?lang=en&_external=1&_scheme=https&_anchor=x", "/?lang=xx"]
)
def test_a_switch_leads_nowhere_else(client: FlaskClient, path: str) -> None:
    location = client.get(path).headers.get("Location", "/")
    assert location.startswith("/")
    assert not location.startswith("//")
    assert "evil" not in location.partition("?")[0]


HOSTILE = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>",
    "</title><script>1</script>", "</mark><b>x", "{{7*7}}{% raw %}", "javascript:alert(1)", "<!--", "]]>",
    "&lt;script&gt;", "\" autofocus onfocus=\"x",
    "{text}{0}{count}", "\u202e\u2066<b>", "<ko>가</ko>",
]  # fmt: skip


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_names_gain_no_element(payload: str) -> None:
    def shape(text: str, path: str) -> Counter[tuple[str, tuple[str, ...]]]:
        hit = replace(
            HESAI, ko=text, zh_hans=text + "1", zh_hant=text + "2", en=text + "3", pinyin=text + "4",
            official=text + "5", sino_korean=text + "6", variants=(text + "7",),
            matched=replace(HESAI.matched, text=text + "8"),
        )  # fmt: skip
        client = create_app(None, desk=FakeDesk(hits=(hit,))).test_client()
        answer = client.get(path, query_string={"q": text} if path == "/" else None)
        assert answer.status_code == 200
        return Counter((element.tag, tuple(sorted(element.attrs))) for element in elements(answer.text))

    for path in ("/", "/concepts/c1", "/documents/d1"):
        assert shape(payload, path) == shape("산시치창", path)


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_queries_are_only_text(client: FlaskClient, payload: str) -> None:
    page = client.get("/", query_string={"q": payload}).text
    plain = client.get("/", query_string={"q": "없다"}).text
    assert [e.tag for e in elements(page)] == [e.tag for e in elements(plain)]
    assert elements(page, "input", name="q")[0].attrs["value"] == payload


@pytest.mark.parametrize(("lang", "label"), [("ko", "용어 대조표"), ("en", "Table of names"), ("zh", "术语对照表")])
def test_a_document_leads_to_its_table_of_names(client: FlaskClient, lang: str, label: str) -> None:
    client.set_cookie("lang", lang)
    [link] = elements(client.get("/documents/d1").text, "a", href="/documents/d1/table")
    assert link.text.startswith(label)
    answer = client.get("/documents/d1/table")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert f'lang="{lang}"' in answer.text
    policy = answer.headers["Content-Security-Policy"]
    assert "style-src 'sha256-" in policy
    assert "script-src 'self'" in policy
    assert client.get("/documents/none/table").status_code == 404
