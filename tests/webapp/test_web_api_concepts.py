"""Concepts over JSON on a real database: listed, written against a version, decided, taken back."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from api_desk import PENG, Caller, glossary
from web_people import House

from glossary.service.changing import TermChange
from glossary.service.context import Context
from glossary.service.edit import add

ONE = "/concepts/{id}"


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    return glossary(tmp_path)


@pytest.fixture
def caller(ctx: Context) -> Caller:
    return Caller(ctx)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_pages_of_concepts_meet_every_concept_once(caller: Caller) -> None:
    whole = [one["id"] for one in caller.ask("get", "/concepts").get_json()["concepts"]]
    met: list[str] = []
    after = ""
    while True:
        page = caller.ask("get", f"/concepts?limit=2&after={after}")
        found = page.get_json()
        met += [one["id"] for one in found["concepts"]]
        if not found["more"]:
            assert "Link" not in page.headers
            break
        assert 'rel="next"' in page.headers["Link"]
        after = found["next"]
    assert met == whole == sorted(set(whole))
    assert len(whole) == 4
    assert [one["id"] for one in caller.ask("get", "/concepts?offset=2").get_json()["concepts"]] == whole[2:]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("type=person", ["펑자오"]),
        ("type=person&review=approved", []),
        ("q=펑자오", ["펑자오"]),
        ("q=펑자오&type=place", []),
        ("q=ㅍㅈㅇ&limit=1", ["펑자오"]),
        ("status=superseded", []),
    ],
)
def test_filters(caller: Caller, asked: str, found: list[str]) -> None:
    answer = caller.ask("get", f"/concepts?{asked}").get_json()
    assert [one["ko"] for one in answer["concepts"]] == found


@pytest.mark.parametrize(
    "asked", ["type=ship", "status=x", "review=x", "limit=0", "limit=1001", "offset=-1", "format=x"]
)
def test_wrong_filters_are_told(caller: Caller, asked: str) -> None:
    answer = caller.ask("get", f"/concepts?{asked}")
    assert answer.status_code == 400
    assert asked.partition("=")[0] in answer.get_json()["error"]["message"]


@pytest.mark.parametrize(
    "path",
    [
        "/concepts",
        "/documents",
        "/questions",
        "/decisions",
        "/ignores",
        f"/concepts/{PENG}/history",
        "/documents/1/names",
    ],
)
def test_every_list_is_csv_too(caller: Caller, path: str) -> None:
    template = path.replace(PENG, "{id}").replace("/1/", "/{id}/")
    told = caller.ask("get", path, template).get_json()
    [things] = [value for value in told.values() if isinstance(value, list)]
    for answer in (
        caller.ask("get", f"{path}?format=csv", template),
        caller.ask("get", path, template, headers={"Accept": "text/csv"}),
    ):
        assert answer.mimetype == "text/csv"
        assert len(rows(answer.text)) == len(things)
    assert caller.ask("get", f"{path}?format=csv&bom=1", template).data.startswith(b"\xef\xbb\xbf")


def test_a_cell_is_no_formula(ctx: Context, caller: Caller) -> None:
    add(ctx, [TermChange("=HYPERLINK(1)", language="ko"), TermChange("长沙")])
    text = caller.ask("get", "/concepts?format=csv&q=长沙").text
    assert rows(text)[0]["ko"] == "'=HYPERLINK(1)"


def test_a_concept_is_added_once(caller: Caller) -> None:
    body = {"terms": ["창사", {"text": "长沙", "status": "preferred"}], "type": "place", "why": "새 이름"}
    made = caller.ask("post", "/concepts", json=body)
    assert made.status_code == 201
    told = made.get_json()
    assert made.headers["Location"].endswith(f"/api/v1/concepts/{told['id']}")
    assert made.headers["ETag"] == f'"{told["version"]}"'
    assert (told["ko"], told["zh_hans"], told["review"]) == ("창사", "长沙", "approved")
    again = caller.ask("post", "/concepts", json=body)
    assert (again.status_code, again.get_json()["error"]["code"]) == (409, "concept-exists")
    taken_back = caller.ask("post", f"/events/{told['event']}/undo", "/events/{id}/undo")
    assert taken_back.status_code == 200
    assert caller.ask("get", f"/concepts/{told['id']}", ONE).status_code == 404


def test_a_change_needs_the_version_that_it_was_made_against(caller: Caller) -> None:
    seen = caller.ask("get", f"/concepts/{PENG}", ONE)
    mine = {"terms": [{"text": "평자오", "status": "deprecated"}], "note": "회장"}
    assert caller.ask("patch", f"/concepts/{PENG}", ONE, json=mine).status_code == 428
    tag = {"If-Match": seen.headers["ETag"]}
    done = caller.ask("patch", f"/concepts/{PENG}", ONE, json=mine, headers=tag)
    assert done.status_code == 200
    assert done.get_json()["note"] == "회장"
    assert done.headers["ETag"] != seen.headers["ETag"]
    late = caller.ask("patch", f"/concepts/{PENG}", ONE, json={"type": "place"}, headers=tag)
    assert late.status_code == 409
    told = late.get_json()
    assert (told["base"]["note"], told["theirs"]["note"], told["mine"]) == ("", "회장", {"type": "place"})
    assert late.headers["ETag"] == done.headers["ETag"]
    found = caller.ask("get", "/concepts?status=deprecated").get_json()["concepts"]
    assert PENG in [one["id"] for one in found]
    gone = caller.ask("patch", f"/concepts/{PENG}", ONE, json={"deleted": True}, headers={"If-Match": "*"})
    assert gone.status_code == 200
    assert caller.ask("get", f"/concepts/{PENG}", ONE).status_code == 404


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ([], "."),
        ({"terms": "彭昭"}, ".terms"),
        ({"terms": [1]}, ".terms[0]"),
        ({"terms": [{"text": 1}]}, ".terms[0].text"),
        ({"terms": [{"text": "가", "status": "best"}]}, ".terms[0].status"),
        ({"terms": [{"text": "가", "forbidden": "yes"}]}, ".terms[0].forbidden"),
        ({"terms": [{"text": "가", "colour": "red"}]}, ".terms[0].colour"),
        ({"type": "ship"}, ".type"),
        ({"note": 1}, ".note"),
        ({"name": "펑자오"}, ".name"),
    ],
)
@pytest.mark.parametrize("method", ["post", "patch"])
def test_what_does_not_fit_is_told_with_its_place(caller: Caller, method: str, body: object, where: str) -> None:
    path, template = ("/concepts", "/concepts") if method == "post" else (f"/concepts/{PENG}", ONE)
    answer = caller.ask(method, path, template, json=body, headers={"If-Match": '"1"'})
    assert answer.status_code == 400
    assert f" {where} " in f" {answer.get_json()['error']['message'].replace(':', ' ')} ".replace("의", " ")


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        ({"data": "{", "content_type": "application/json"}, 400, "json-invalid"),
        ({"data": b"\xff", "content_type": "application/json"}, 400, "json-invalid"),
        ({"data": "[" * 100_000, "content_type": "application/json"}, 413, "too-large"),
        ({"data": "[" * 30_000, "content_type": "application/json"}, 400, "json-invalid"),
        ({"data": "a=1", "content_type": "application/x-www-form-urlencoded"}, 415, "media-unfit"),
        ({}, 415, "media-unfit"),
        ({"data": r'{"terms": ["\ud800"]}', "content_type": "application/json"}, 400, "shape-unfit"),
        ({"json": {"terms": []}}, 422, "concept-nameless"),
        ({"json": {"terms": ["\x00"]}}, 422, "form-unfit"),
    ],
)
def test_what_cannot_be_taken(caller: Caller, given: dict[str, object], status: int, code: str) -> None:
    answer = caller.ask("post", "/concepts", **given)
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (status, code)


@pytest.mark.parametrize("tag", ["x", '"-1"', '"²"', '"1", "2"'])
def test_no_version(caller: Caller, tag: str) -> None:
    answer = caller.ask(
        "patch", f"/concepts/{PENG}", ONE, json={}, headers={"If-Match": tag.encode().decode("latin-1")}
    )
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "version-unfit")


def test_decisions_are_made_and_taken_back(caller: Caller) -> None:
    left, right, *_ = (one["id"] for one in caller.ask("get", "/concepts").get_json()["concepts"])
    body = {"left": left, "right": right, "judgement": "same", "why": "한 이름"}
    assert caller.ask("post", "/decisions", json=body).status_code == 201
    assert caller.ask("post", "/decisions", json=body).status_code == 409
    assert len(caller.ask("get", "/concepts").get_json()["concepts"]) == 3
    [one] = caller.ask("get", "/decisions").get_json()["decisions"]
    assert (one["judgement"], one["why"]) == ("same", "한 이름")
    path, template = f"/decisions/{one['id']}/undo", "/decisions/{id}/undo"
    assert caller.ask("post", path, template, json={"why": "둘"}).status_code == 200
    assert caller.ask("post", path, template).status_code == 409
    assert len(caller.ask("get", "/concepts").get_json()["concepts"]) == 4
    assert caller.ask("get", "/decisions").get_json()["decisions"] == []
    assert len(caller.ask("get", "/decisions?undone=1").get_json()["decisions"]) == 1
    apart = caller.ask("post", "/decisions", json={**body, "judgement": "different"})
    assert apart.status_code == 201
    assert caller.ask("post", "/decisions", json={"judgement": "same", "question": "none"}).status_code == 404
    assert caller.ask("post", "/decisions", json={"question": "3e9"}).status_code == 400
    assert caller.ask("post", "/decisions/999/undo", template).status_code == 404


def test_ignores_are_kept_with_a_reason(caller: Caller) -> None:
    made = caller.ask("post", "/ignores", json={"rule": "homograph", "text": "산시", "reason": "인용"})
    assert made.status_code == 201
    assert caller.ask("post", "/ignores", json={"rule": "homograph", "reason": " "}).status_code == 422
    assert [one["reason"] for one in caller.ask("get", "/ignores").get_json()["ignores"]] == ["인용"]
    assert caller.ask("post", f"/ignores/{made.get_json()['id']}/undo", "/ignores/{id}/undo").status_code == 200
    assert caller.ask("get", "/ignores").get_json()["ignores"] == []
    assert caller.ask("post", "/ignores/99/undo", "/ignores/{id}/undo").status_code == 404


def test_documents_and_their_names(caller: Caller) -> None:
    [issue] = caller.ask("get", "/documents").get_json()["documents"]
    assert issue["issue"] == 260
    told = caller.ask("get", f"/documents/{issue['id']}", "/documents/{id}").get_json()
    names = caller.ask("get", f"/documents/{issue['id']}/names", "/documents/{id}/names").get_json()["names"]
    assert told["names"] == names
    assert names[0]["zh"] == "禾赛科技"
    assert caller.ask("get", "/documents/99", "/documents/{id}").status_code == 404


@pytest.mark.parametrize(
    ("lang", "accepted", "said"), [("en", "", "no such concept"), ("", "en-GB", "no such concept"), ("", "", "항목")]
)
def test_errors_speak_the_asker_s_language(caller: Caller, lang: str, accepted: str, said: str) -> None:
    headers = {"Accept-Language": accepted} if accepted else {}
    answer = caller.ask("get", f"/concepts/none{'?lang=' + lang if lang else ''}", ONE, headers=headers)
    assert answer.status_code == 404
    assert said in "".join(answer.get_json()["error"].values())


def test_a_translator_proposes_and_an_editor_approves(own_house: House) -> None:
    path, client = "/api/v1/concepts", own_house.app.test_client()
    viewer, translator, editor = (own_house.program(role) for role in ("viewer", "translator", "editor"))
    body = {"terms": ["창사", "长沙"], "review": "approved"}
    assert client.post(path, json=body, headers=viewer).status_code == 403
    made = client.post(path, json=body, headers=translator)
    assert (made.status_code, made.get_json()["review"]) == (201, "proposed")
    one, tag = made.headers["Location"], {"If-Match": made.headers["ETag"]}
    assert client.patch(one, json={"review": "approved"}, headers={**translator, **tag}).status_code == 403
    done = client.patch(one, json={"review": "approved"}, headers={**editor, **tag})
    assert (done.status_code, done.get_json()["review"]) == (200, "approved")
    events = client.get(f"{one}/history", headers=viewer).get_json()["events"]
    assert len({event["actor"] for event in events}) == 2
