"""/review without a browser: answers, what was answered meanwhile, many at once, new names, what was done, roles."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from parsed import elements
from review_room import PAIRS, room
from web_people import House

from glossary.service.context import Context
from glossary.service.review import questions
from glossary.webapp.app import create_app

SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    return room(tmp_path)


@pytest.fixture
def client(ctx: Context) -> FlaskClient:
    return create_app(ctx).test_client(use_cookies=False)


def _numbers(page: str) -> list[str]:
    return re.findall(r'data-number="(\w+)"', page)


def _versions(page: str) -> dict[str, str]:
    found = re.findall(r'name="version" value="(\d+)"', page)
    return dict(zip(_numbers(page), found[::2], strict=True))


def _say(client: FlaskClient, number: str, said: str, **more: str) -> Any:
    return client.post(f"/review/questions/{number}", data={"judgement": said, **more}, headers=SCRIPT)


def test_the_queue_stands_by_how_much_text_it_touches(client: FlaskClient, ctx: Context) -> None:
    page = client.get("/review").text
    assert _numbers(page) == [asked.number for asked in questions(ctx)]
    assert len(_numbers(page)) == 12
    assert [mark.text for mark in elements(page, "mark")][:2] == ["갑금과기", "갑금과기"]
    assert "앞부분은 같고 뒤에 붙은 말이 다릅니다" in page
    assert "한 문서에 함께 나오면서 서로 달리 적혀 있습니다" in page


def test_a_script_gets_what_was_said_and_the_event_that_takes_it_back(client: FlaskClient, ctx: Context) -> None:
    first, second, *_ = _numbers(client.get("/review").text)
    done = _say(client, first, "same", why="한 회사").json
    assert done["said"] == "같은 이름으로 적었습니다."
    assert _numbers(client.get("/review").text)[0] == second
    assert "한 회사" in client.get("/review/done").text
    assert client.post("/review/undo", data={"event": done["event"]}, headers=SCRIPT).status_code == 200
    assert _numbers(client.get("/review").text)[0] == first
    assert "되돌림" in client.get("/review/done").text


@pytest.mark.parametrize("second", ["same", "different", "unsure"])
def test_what_was_answered_meanwhile_is_told_not_overwritten(client: FlaskClient, ctx: Context, second: str) -> None:
    first = _numbers(client.get("/review").text)[0]
    assert _say(client, first, "different").status_code == 200
    late = _say(client, first, second)
    assert late.status_code == 409
    assert late.json["error"]["code"] == "question-answered"
    assert "다름" in late.json["error"]["message"]
    with ctx.reader() as reader:
        assert [one.judgement for one in reader.decisions()] == ["different"]


def test_a_plain_form_comes_back_to_the_list_and_can_undo(ctx: Context) -> None:
    client = create_app(ctx).test_client()
    page = client.get("/review?type=organization").text
    token = str(elements(page, "input", name="csrf_token")[0].attrs["value"])
    first = _numbers(page)[0]
    fields = {"csrf_token": token, "judgement": "unsure", "type": "organization"}
    answer = client.post(f"/review/questions/{first}", data=fields)
    assert (answer.status_code, answer.location) == (303, "/review?type=organization")
    page = client.get(answer.location).text
    assert "모름으로 적었습니다" in page
    event = str(elements(page, "input", name="event")[0].attrs["value"])
    client.post("/review/undo", data={"csrf_token": token, "event": event})
    assert _numbers(client.get("/review").text)[0] == first
    answer = client.post("/review/questions/nothing", data=fields, follow_redirects=True)
    assert "그런 물음이 없습니다" in answer.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("type=organization", 12), ("type=person", 0), ("document=1", 6), ("document=2", 12), ("document=99", 0),
        ("type=organization&document=1", 6), ("page=2", 0), ("skip=10", 2), ("page=x&document=y", 12),
    ],
)  # fmt: skip
def test_what_is_picked(client: FlaskClient, asked: str, found: int) -> None:
    assert len(_numbers(client.get(f"/review/questions?{asked}").text)) == found


@pytest.mark.parametrize(("path", "fields", "status"), [
    ("/review/questions/%s", {"judgement": "perhaps"}, 400), ("/review/questions/%s", {}, 400),
    ("/review/undo", {"event": "x"}, 404), ("/review/undo", {"event": "99999999"}, 404), ("/review/sure", {}, 404),
])  # fmt: skip
def test_what_nobody_asks(client: FlaskClient, path: str, fields: dict[str, str], status: int) -> None:
    first = _numbers(client.get("/review").text)[0]
    assert client.post(path % first if "%" in path else path, data=fields, headers=SCRIPT).status_code == status


def test_sure_ones_are_shown_before_they_are_answered_as_one(client: FlaskClient, ctx: Context) -> None:
    page = client.get("/review/sure?score=0.95").text
    numbers = [str(box.attrs["value"]) for box in elements(page, "input", name="number")]
    assert numbers == _numbers(client.get("/review").text)[:2]
    done = client.post("/review/sure", data={"number": numbers}, headers=SCRIPT).json
    assert done["said"] == "2건을 같은 이름으로 적었습니다."
    assert len(questions(ctx)) == 10
    client.post("/review/undo", data={"event": done["event"]})
    assert len(questions(ctx)) == 12


def test_many_are_answered_all_or_none(client: FlaskClient, ctx: Context) -> None:
    numbers = _numbers(client.get("/review").text)[:3]
    _say(client, numbers[1], "different")
    assert client.post("/review/sure", data={"number": numbers}, headers=SCRIPT).status_code == 409
    assert len(questions(ctx)) == 11


def test_new_names_are_approved_corrected_rejected(client: FlaskClient, ctx: Context) -> None:
    page = client.get("/review/names").text
    assert len(_numbers(page)) == 20
    versions = _versions(page)
    first, second, third = _numbers(page)[:3]
    for id, fields in (
        (first, {"act": "approve"}),
        (second, {"act": "correct", "ko": "바른이름", "as_type": "person"}),
        (third, {"act": "reject"}),
    ):
        answer = client.post(f"/review/names/{id}", data={"version": versions[id], **fields}, headers=SCRIPT)
        assert answer.status_code == 200, answer.text
    with ctx.reader() as reader:
        entries = reader.entries([first, second, third])
    assert entries[first].concept.review == entries[second].concept.review == "approved"
    assert (entries[second].concept.terms[0].text, entries[second].concept.type) == ("바른이름", "person")
    assert third not in entries
    assert not {first, second, third} & set(_numbers(client.get("/review/names/more").text))
    late = client.post(f"/review/names/{first}", data={"version": versions[first], "act": "reject"}, headers=SCRIPT)
    assert (late.status_code, late.json["error"]["code"]) == (409, "version-conflict")


def test_a_rejected_name_comes_back(client: FlaskClient, ctx: Context) -> None:
    id, version = next(iter(_versions(client.get("/review/names").text).items()))
    event = client.post(f"/review/names/{id}", data={"version": version, "act": "reject"}, headers=SCRIPT).json["event"]
    done = client.post("/review/undo", data={"event": event}, headers=SCRIPT).json
    assert id in _numbers(client.get("/review/names").text)
    again = client.post(f"/review/names/{id}", data={"version": str(done["version"]), "act": "approve"}, headers=SCRIPT)
    assert again.status_code == 200


def test_who_may_decide(shared_house: House) -> None:
    assert shared_house.browser("viewer").get("/review").status_code == 403
    page = shared_house.browser("translator").get("/review/names").text
    assert "편집자 권한이 필요합니다" in page
    assert not elements(page, "button", name="act")
    assert elements(shared_house.browser("editor").get("/review/names").text, "button", name="act")


def test_scripts_in_names_stay_text(tmp_path: Path) -> None:
    ctx = room(tmp_path)
    client = create_app(ctx).test_client(use_cookies=False)
    number = questions(ctx)[0].number
    _say(client, number, "same", why="<script>alert(1)</script>")
    page = client.get("/review/done").text
    assert "&lt;script&gt;alert(1)" in page
    assert PAIRS[0][0] in page
