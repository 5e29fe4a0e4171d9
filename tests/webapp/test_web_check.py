"""/check without a browser: hand in, correct step by step, leave with a reason, take away; nothing becomes markup."""

from __future__ import annotations

import io
import json
import re
import shutil
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office_files import docx, paragraph, run
from parsed import elements
from werkzeug.test import TestResponse

from glossary.service.build import build
from glossary.service.check import check_bytes, fixes
from glossary.service.context import Context, open_context
from glossary.service.fix import fixed
from glossary.service.reports import FORMATS, report
from glossary.webapp.app import create_app

TEXT = """비야디(比亚迪, BYD)는 선전(深圳)에 있다. 비야디은 전기차를 만든다.
펑자오(彭昭)는 말했다. 펑자오가 왔다. 펑자오도 있다. 평자오는 갔다. 평자오와 펑자오가 있다.
리팅(李腾)이 북경에서 베이징(北京)으로 갔다.
"""
PART = {"Accept": "text/x-part"}


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    folder: Path = tmp_path_factory.mktemp("check")
    (folder / "1.txt").write_text(TEXT * 2, encoding="utf-8")
    made = open_context(folder / "glossary.db", actor="김편집")
    build(made, [folder / "1.txt"])
    return made


@pytest.fixture
def app(ctx: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return create_app(ctx)


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as found:
        yield found


def _token(client: FlaskClient) -> str:
    return str(elements(client.get("/check").text, "input", name="csrf_token")[0].attrs["value"])


def _begin(client: FlaskClient, **fields: Any) -> str:
    answer = client.post("/check", data={"csrf_token": _token(client), **fields})
    assert answer.status_code == 303, answer.text
    where = answer.headers["Location"]
    for _ in range(60):
        if 'id="now"' in client.get(where).text:
            break
        client.application.extensions["glossary.jobs"].find("check", where.rpartition("/")[2], "").wait(2)
    return where


def _do(client: FlaskClient, where: str, action: str, **fields: str) -> TestResponse:
    page = client.get(where).text
    version = str(elements(page, "input", name="version")[0].attrs["value"])
    what, _, rest = action.partition(" ")
    data = {"csrf_token": _token(client), "version": version, "do": rest, **fields}
    return client.post(f"{where}/{what}", data=data)


def _found(client: FlaskClient, where: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(client.get(f"{where}/report/json").data)
    return found


def _number(client: FlaskClient, where: str, text: str) -> int:
    return next(place for place, one in enumerate(_found(client, where)) if one["text"] == text)


def _text(client: FlaskClient, where: str) -> str:
    return elements(client.get(where).text, "textarea", id="typed")[0].text.removeprefix("\n")


def test_it_finds_what_the_check_finds(client: FlaskClient, ctx: Context) -> None:
    where = _begin(client, text=TEXT)
    checked = check_bytes(ctx, "text.txt", TEXT.encode())
    assert [one["fingerprint"] for one in _found(client, where)] == [one.fingerprint for one in checked.findings]
    page = client.get(f"{where}?level=info").text
    assert len([one for one in elements(page, "li") if "data-number" in one.attrs]) == len(checked.findings) > 4
    for form in FORMATS:
        assert client.get(f"{where}/report/{form}").text == report(form, [checked], "ko")


def test_every_finding_is_marked_in_the_text_and_linked_both_ways(client: FlaskClient) -> None:
    page = client.get(_begin(client, text=TEXT) + "?level=info").text
    numbers = [str(one.attrs["data-number"]) for one in elements(page, "li") if "data-number" in one.attrs]
    marked = {number for one in elements(page, "mark") for number in str(one.attrs.get("data-f", "")).split()}
    assert marked == set(numbers)
    assert all(elements(page, "span", id=f"m{number}") for number in numbers)
    run = elements(page, "div", **{"class": "run"})[0]
    assert run.text == TEXT


def test_accepting_repairs_the_particle_and_shows_it_before(client: FlaskClient) -> None:
    where = _begin(client, text=TEXT)
    number = _number(client, where, "리팅")
    page = client.get(where).text
    button = elements(page, "button", value=f"accept:{number}:0")[0]
    assert "리텅" in button.text
    assert _do(client, where, f"do accept:{number}:0").status_code == 303
    assert "리텅(李腾)이" in _text(client, where)
    assert client.get(f"{where}/file").data.decode() == _text(client, where)


def test_all_of_a_kind_and_back(client: FlaskClient) -> None:
    where = _begin(client, text=TEXT)
    _do(client, where, f"do all:{_number(client, where, '평자오')}:0")
    assert _text(client, where).count("평자오") == 0
    _do(client, where, "do undo")
    assert _text(client, where) == TEXT
    _do(client, where, f"do all:{_number(client, where, '평자오')}:0")
    _do(client, where, "do back:1")
    assert _text(client, where).count("평자오") == 1


def test_the_sure_ones_give_the_bytes_of_fix(client: FlaskClient, ctx: Context) -> None:
    data = TEXT.replace("\n", "\r\n").encode("cp949", "replace")
    where = _begin(client, file=(io.BytesIO(data), "호.txt"))
    _do(client, where, "do sure")
    checked = check_bytes(ctx, "호.txt", data)
    answer = client.get(f"{where}/file")
    assert answer.data == fixed(ctx, checked, data, fixes(checked)) != data
    assert "filename*=UTF-8''%ED%98%B8-checked.txt" in answer.headers["Content-Disposition"]


def test_typing_and_words_of_ones_own(client: FlaskClient) -> None:
    where = _begin(client, text=TEXT)
    answer = client.post(
        f"{where}/text", data={"csrf_token": _token(client), "text": TEXT.replace("왔다.", "왔어!")}, headers=PART
    )
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "왔어!" in _text(client, where)
    number = _number(client, where, "평자오")
    assert "이렇게 쓰기" in client.get(f"{where}/finding/{number}").text
    _do(client, where, "other", number=str(number), words="펑창")
    assert "펑창은 갔다" in _text(client, where)


def test_leaving_here_and_taking_up_again(client: FlaskClient) -> None:
    where = _begin(client, text=TEXT)
    before = len(_found(client, where))
    fingerprint = _found(client, where)[_number(client, where, "리팅")]["fingerprint"]
    _do(client, where, "leave", number=str(_number(client, where, "리팅")), scope="now")
    assert len(_found(client, where)) == before - 1
    client.post(f"{where}/again", data={"csrf_token": _token(client), "fingerprint": fingerprint})
    assert len(_found(client, where)) == before


@pytest.mark.parametrize("scope", ["place", "concept", "everywhere"])
def test_leaving_for_good_needs_a_reason_and_can_be_taken_back(client: FlaskClient, scope: str) -> None:
    where = _begin(client, text=TEXT)
    before = [one["fingerprint"] for one in _found(client, where)]
    number = str(_number(client, where, "리팅"))
    assert _do(client, where, "leave", number=number, scope=scope).status_code == 400
    assert _do(client, where, "leave", number=number, scope=scope, reason="본인이 그렇게 쓴다").status_code == 303
    assert len(_found(client, where)) == len(before) - 1
    page = client.get(where).text
    assert "본인이 그렇게 쓴다" in page
    assert len(_found(client, _begin(client, text=TEXT))) == len(before) - 1
    ignore = str(elements(page, "input", name="ignore")[0].attrs["value"])
    client.post(f"{where}/speak", data={"csrf_token": _token(client), "ignore": ignore})
    assert [one["fingerprint"] for one in _found(client, where)] == before


def test_a_word_file_comes_back_with_tracked_changes(client: FlaskClient) -> None:
    where = _begin(
        client, file=(io.BytesIO(docx("".join(paragraph(run(line)) for line in TEXT.splitlines()))), "260.docx")
    )
    page = client.get(where).text
    assert not elements(page, "textarea", id="typed")
    _do(client, where, "do sure")
    plain = client.get(f"{where}/file").data
    assert "비야디는 전기차를" in _body(plain)
    tracked = _body(client.get(f"{where}/file?track=1&author=김편집").data)
    assert 'w:author="김편집"' in tracked
    assert "<w:ins " in tracked
    assert client.post(f"{where}/text", data={"csrf_token": _token(client), "text": "x"}).status_code == 400


def _body(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_the_chinese_source_stands_beside_it(client: FlaskClient) -> None:
    where = _begin(client, text=TEXT, source="李腾与上海的王传福。")
    page = client.get(where).text
    assert elements(page, "div", id="source")[0].text == "李腾与上海的王传福。"
    assert "source-mismatch" in {one["rule"] for one in _found(client, where)}


def test_what_was_not_meant_for_this_text_changes_nothing(client: FlaskClient) -> None:
    where = _begin(client, text=TEXT)
    data = {"csrf_token": _token(client), "version": "99", "do": "sure"}
    assert client.post(f"{where}/do", data=data).status_code == 409
    for action in ("do accept:999:0", "do accept:0:99", "do all:x:0", "do nonsense", "do", "do accept:²:0"):
        assert _do(client, where, action).status_code == 400, action
    assert _text(client, where) == TEXT


def test_numbers_that_there_cannot_be(client: FlaskClient) -> None:
    where, long = _begin(client, text=TEXT), "9" * 5_000
    _do(client, where, "do sure")
    for action in (f"do back:{long}", "do back:²", f"do accept:{long}:0", f"do accept:0:{long}", f"do all:0:{long}"):
        assert _do(client, where, action).status_code == 400, action
    assert _do(client, where, "other", number=long, words="x").status_code == 400
    assert client.get(f"{where}/finding/{long}").status_code == 400


def test_a_second_step_before_the_first_is_checked_loses_nothing(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = _begin(client, text=TEXT)
    monkeypatch.setattr("glossary.webapp.proofs.PATIENCE", 0.0)
    job = client.application.extensions["glossary.jobs"].find("check", where.rpartition("/")[2], "")
    going = threading.Event()
    client.application.extensions["glossary.jobs"].start(job, lambda tell: (going.wait(30), job.value)[1])
    try:
        data = {"csrf_token": _token(client), "version": str(job.version), "do": "sure"}
        assert client.post(f"{where}/do", data=data).status_code == 409
    finally:
        going.set()


def test_a_fault_of_the_programs_own_ends_the_task_and_is_told(client: FlaskClient) -> None:
    where = _begin(client, text=TEXT)
    jobs = client.application.extensions["glossary.jobs"]
    job = jobs.find("check", where.rpartition("/")[2], "")
    jobs.start(job, lambda tell: dict[str, str]()["펑자오"])
    assert job.wait(30)
    assert not job.busy
    assert elements(client.get(where).text, "div", **{"class": "notice error"})


def test_the_folder_of_all_may_be_tidied_away(client: FlaskClient) -> None:
    where = _begin(client, text=TEXT)
    shutil.rmtree(client.application.extensions["glossary.jobs"].root)
    assert client.get(where).status_code == 404
    assert _found(client, _begin(client, text=TEXT))


def test_a_page_from_before_a_restart_is_not_taken_for_the_one_now(client: FlaskClient, app: Flask) -> None:
    where = _begin(client, text=TEXT)
    seen = elements(client.get(where).text, "input", name="version")[0].attrs["value"]
    _do(client, where, "do sure")
    app.extensions.pop("glossary.jobs")
    client.get(where)
    data = {"csrf_token": _token(client), "version": seen, "do": "accept:0:0"}
    assert client.post(f"{where}/do", data=data).status_code == 409


def test_it_outlasts_a_restart(client: FlaskClient, app: Flask) -> None:
    where = _begin(client, text=TEXT)
    _do(client, where, f"do all:{_number(client, where, '평자오')}:0")
    corrected = _text(client, where)
    app.extensions.pop("glossary.jobs")
    for _ in range(40):
        if 'id="now"' in client.get(where).text:
            break
    assert _text(client, where) == corrected
    _do(client, where, "do undo")
    assert _text(client, where) == TEXT


def test_nobody_else_finds_it(client: FlaskClient) -> None:
    assert client.get("/check/" + "a" * 22).status_code == 404
    assert client.get("/check/..%2f..%2fetc").status_code == 404
    where = _begin(client, text=TEXT)
    found = client.application.extensions["glossary.jobs"].find("check", where.rpartition("/")[2], "")
    found.owner = "이역자"
    assert client.get(where).status_code == 404
    assert where not in client.get("/check").text


def test_thrown_away(client: FlaskClient, tmp_path: Path) -> None:
    where = _begin(client, text=TEXT)
    assert list(tmp_path.rglob("input"))
    assert client.post(f"{where}/forget", data={"csrf_token": _token(client)}).status_code == 303
    assert client.get(where).status_code == 404
    assert not list(tmp_path.rglob("input"))


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 400),
        ({"text": "  \n"}, 400),
        ({"text": "가" * 800_000}, 413),
    ],
)
def test_what_cannot_be_taken(client: FlaskClient, fields: dict[str, str], status: int) -> None:
    assert client.post("/check", data={"csrf_token": _token(client), **fields}).status_code == status


def test_a_file_that_is_no_text_says_so_and_stays(client: FlaskClient) -> None:
    data = {"csrf_token": _token(client), "file": (io.BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(99)), "그림.png")}
    answer = client.post("/check", data=data)
    page = client.get(answer.headers["Location"])
    assert page.status_code == 200
    assert elements(page.text, "div", **{"class": "notice error"})


HOSTILE = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</textarea><script>1</script>", "</mark><b>x",
    "{{7*7}}{% raw %}", "<!--", "]]>", "\u202e\u2066<b>", "&lt;b&gt;",
]  # fmt: skip


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_texts_gain_no_element(client: FlaskClient, payload: str) -> None:
    text = f"펑자오(彭昭) {payload} 평자오는 펑자오와 펑자오가 있다.\n"
    where = _begin(client, text=text, source=text)
    page = client.get(f"{where}?level=info").text
    marked = page.partition('<div class="run">')[2].partition("</div>")[0]
    assert set(re.findall(r"<(\w+)", marked)) == {"mark", "a", "span"}
    assert elements(page, "div", **{"class": "run"})[0].text == text
    assert elements(page, "div", id="source")[0].text == text.strip()
    assert not elements(page, "img")
    assert [one.attrs.get("type") for one in elements(page, "script")] == ["module"] * len(elements(page, "script"))
