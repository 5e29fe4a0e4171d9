"""/check where it is pressed: steps out of turn, restarts, folders that go, files that are none, hostile texts."""
# ruff: noqa: F811 -- fixtures of proof_room are asked for by name

from __future__ import annotations

import io
import re
import shutil
import threading
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from parsed import elements
from proof_room import PART, TEXT, app, begin, client, ctx, do, findings, number_of, text_of, token  # noqa: F401


def test_what_was_not_meant_for_this_text_changes_nothing(client: FlaskClient) -> None:
    where = begin(client, text=TEXT)
    data = {"csrf_token": token(client), "version": "99", "do": "sure"}
    assert client.post(f"{where}/do", data=data).status_code == 409
    for action in ("do accept:999:0", "do accept:0:99", "do all:x:0", "do nonsense", "do", "do accept:²:0"):
        assert do(client, where, action).status_code == 400, action
    assert text_of(client, where) == TEXT


def test_numbers_that_there_cannot_be(client: FlaskClient) -> None:
    where, long = begin(client, text=TEXT), "9" * 5_000
    do(client, where, "do sure")
    for action in (f"do back:{long}", "do back:²", f"do accept:{long}:0", f"do accept:0:{long}", f"do all:0:{long}"):
        assert do(client, where, action).status_code == 400, action
    assert do(client, where, "other", number=long, words="x").status_code == 400
    assert client.get(f"{where}/finding/{long}").status_code == 400


def test_a_second_step_before_the_first_is_checked_loses_nothing(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = begin(client, text=TEXT)
    monkeypatch.setattr("glossary.webapp.proofs.PATIENCE", 0.0)
    job = client.application.extensions["glossary.jobs"].find("check", where.rpartition("/")[2], "")
    going = threading.Event()
    client.application.extensions["glossary.jobs"].start(job, lambda tell: (going.wait(30), job.value)[1])
    try:
        data = {"csrf_token": token(client), "version": str(job.version), "do": "sure"}
        assert client.post(f"{where}/do", data=data).status_code == 409
    finally:
        going.set()


def test_a_fault_of_the_programs_own_ends_the_task_and_is_told(client: FlaskClient) -> None:
    where = begin(client, text=TEXT)
    jobs = client.application.extensions["glossary.jobs"]
    job = jobs.find("check", where.rpartition("/")[2], "")
    jobs.start(job, lambda tell: dict[str, str]()["펑자오"])
    assert job.wait(30)
    assert not job.busy
    assert elements(client.get(where).text, "div", **{"class": "notice error"})


def test_the_folder_of_all_may_be_tidied_away(client: FlaskClient) -> None:
    where = begin(client, text=TEXT)
    shutil.rmtree(client.application.extensions["glossary.jobs"].root)
    assert client.get(where).status_code == 404
    assert findings(client, begin(client, text=TEXT))


def test_a_page_from_before_a_restart_is_not_taken_for_the_one_now(client: FlaskClient, app: Flask) -> None:
    where = begin(client, text=TEXT)
    seen = elements(client.get(where).text, "input", name="version")[0].attrs["value"]
    do(client, where, "do sure")
    app.extensions.pop("glossary.jobs")
    client.get(where)
    data = {"csrf_token": token(client), "version": seen, "do": "accept:0:0"}
    assert client.post(f"{where}/do", data=data).status_code == 409


def test_it_outlasts_a_restart(client: FlaskClient, app: Flask) -> None:
    where = begin(client, text=TEXT)
    do(client, where, f"do all:{number_of(client, where, '평자오')}:0")
    corrected = text_of(client, where)
    app.extensions.pop("glossary.jobs")
    for _ in range(40):
        if 'id="now"' in client.get(where).text:
            break
    assert text_of(client, where) == corrected
    do(client, where, "do undo")
    assert text_of(client, where) == TEXT


def test_nobody_else_finds_it(client: FlaskClient) -> None:
    assert client.get("/check/" + "a" * 22).status_code == 404
    assert client.get("/check/..%2f..%2fetc").status_code == 404
    where = begin(client, text=TEXT)
    found = client.application.extensions["glossary.jobs"].find("check", where.rpartition("/")[2], "")
    found.owner = "이역자"
    assert client.get(where).status_code == 404
    assert where not in client.get("/check").text


def test_thrown_away(client: FlaskClient, tmp_path: Path) -> None:
    where = begin(client, text=TEXT)
    assert list(tmp_path.rglob("input"))
    assert client.post(f"{where}/forget", data={"csrf_token": token(client)}).status_code == 303
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
    assert client.post("/check", data={"csrf_token": token(client), **fields}).status_code == status


def test_a_file_that_is_no_text_says_so_and_stays(client: FlaskClient) -> None:
    data = {"csrf_token": token(client), "file": (io.BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(99)), "그림.png")}
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
    where = begin(client, text=text, source=text)
    page = client.get(f"{where}?level=info").text
    marked = page.partition('<div class="run">')[2].partition("</div>")[0]
    assert set(re.findall(r"<(\w+)", marked)) == {"mark", "a", "span"}
    assert elements(page, "div", **{"class": "run"})[0].text == text
    assert elements(page, "div", id="source")[0].text == text.strip()
    assert not elements(page, "img")
    assert [one.attrs.get("type") for one in elements(page, "script")] == ["module"] * len(elements(page, "script"))
