"""/documents without a browser: new issues read in, one read again, forgotten and brought back, two compared."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask.testing import FlaskClient
from glossary_fakes import context
from parsed import elements
from web_people import House
from werkzeug.test import TestResponse

from glossary.service.build import build
from glossary.service.context import Context
from glossary.service.documents import documents
from glossary.service.keep import verify
from glossary.service.undo import undo
from glossary.webapp.app import create_app

FIRST = "주간 중국 창업\n제 259 호 (2021. 12. 15)\n\n펑자오(彭昭)가 왔다. 장시(江西)와 홍콩(香港)이다. 펑자오가 갔다.\n"
SECOND = "주간 중국 창업\n제 260 호 (2021. 12. 22)\n\n평자오(彭昭)가 왔다.\n장시(江西)와 허사이커지(禾赛科技)다.\n"


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    made = context(tmp_path / "glossary.db")
    for number, text in ((259, FIRST), (260, SECOND)):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    build(made, [tmp_path / "259.txt", tmp_path / "260.txt"])
    return made


@pytest.fixture
def client(ctx: Context) -> FlaskClient:
    return create_app(ctx).test_client(use_cookies=False)


def _send(client: FlaskClient, name: str, text: str, **fields: str) -> TestResponse:
    data = {"file": (io.BytesIO(text.encode()), name), **fields}
    return client.post("/documents", data=data, content_type="multipart/form-data")


def _id(ctx: Context, issue: int) -> str:
    return next(one.id for one in documents(ctx) if one.issue == issue)


def test_names_stand_in_both_languages_with_their_lines(client: FlaskClient, ctx: Context) -> None:
    page = client.get(f"/documents/{_id(ctx, 259)}").text
    assert [name.text for name in elements(page, "th", scope="row")] == ["펑자오", "장시", "홍콩"]
    assert [cell.text for cell in elements(page, "td")][:3] == ["彭昭", "사람", "2"]
    text = client.get(f"/documents/{_id(ctx, 260)}/text").text
    assert [mark.text for mark in elements(text, "mark")] == ["평자오", "장시", "허사이커지"]
    assert elements(text, "li", id="L5")[0].text == "장시(江西)와 허사이커지(禾赛科技)다."


def test_a_new_issue_is_read_in(client: FlaskClient, ctx: Context) -> None:
    answer = _send(client, "호/261.txt", SECOND.replace("260 호", "261 호").replace("장시(江西)", "뤼청(绿城)"))
    assert answer.status_code == 303
    assert "뤼청" in client.get(answer.location).text
    assert (ctx.db.parent / "uploads" / "261.txt").is_file()
    assert [one.issue for one in documents(ctx)] == [261, 260, 259]


def test_a_long_korean_name_is_cut_to_what_a_file_system_takes(client: FlaskClient, ctx: Context) -> None:
    assert _send(client, f"{'한' * 110}.txt", SECOND.replace("260 호", "261 호")).status_code == 303
    assert [path.name for path in ctx.db.parent.glob("uploads/*")] == [f"{'한' * 65}.txt"]


def test_a_corrected_issue_takes_the_place_of_the_first(client: FlaskClient, ctx: Context) -> None:
    new = SECOND.replace("260 호", "261 호")
    assert _send(client, "261.txt", new).status_code == 303
    refused = _send(client, "261.txt", new.replace("평자오", "펑자오"))
    assert refused.status_code == 409
    assert "같은 이름으로 올린 다른 내용" in refused.text
    assert _send(client, "261.txt", new.replace("평자오", "펑자오"), replace="1").status_code == 303
    assert [one.issue for one in documents(ctx)] == [261, 260, 259]


@pytest.mark.parametrize(("name", "text", "status"), [
    ("", "글", 400), ("261.txt", "", 400), ("..", "글", 400), ("a?b.txt", "펑자오(彭昭)", 400),
])  # fmt: skip
def test_what_cannot_be_read_changes_nothing(
    client: FlaskClient, ctx: Context, name: str, text: str, status: int
) -> None:
    before = documents(ctx)
    assert _send(client, name, text).status_code == status
    assert documents(ctx) == before
    assert not list(ctx.db.parent.glob("uploads/*"))


@pytest.mark.parametrize("there", [True, False], ids=["file", "text"])
def test_one_is_read_again_from_its_file_or_from_what_was_kept(client: FlaskClient, ctx: Context, there: bool) -> None:
    file = ctx.db.parent / "260.txt"
    if there:
        file.write_text(SECOND.replace("평자오", "펑자오"), encoding="utf-8")
    else:
        file.unlink()
    answer = client.post(f"/documents/{_id(ctx, 260)}/again")
    assert answer.status_code == 303
    assert ("평자오" in client.get(answer.location).text) is not there
    assert verify(ctx) == []


def test_a_forgotten_document_comes_back(client: FlaskClient, ctx: Context) -> None:
    before = [(one.name, one.mentions, one.concepts) for one in documents(ctx)]
    assert (
        client.post(f"/documents/{_id(ctx, 260)}/forget", data={"why": "잘못 읽음"}).location == "/documents/forgotten"
    )
    assert [one.issue for one in documents(ctx)] == [259]
    assert "잘못 읽음" in client.get("/review/done").text
    page = client.get("/documents/forgotten").text
    (ctx.db.parent / "260.txt").unlink()
    name = str(elements(page, "input", name="name")[0].attrs["value"])
    assert client.post("/documents/forgotten", data={"name": name}).status_code == 303
    assert [(one.name, one.mentions, one.concepts) for one in documents(ctx)] == before
    assert "뺀 문서가 없습니다" in client.get("/documents/forgotten").text
    assert client.post("/documents/forgotten", data={"name": name}).status_code == 404
    assert verify(ctx) == []


def test_forgetting_can_be_undone_by_its_event(client: FlaskClient, ctx: Context) -> None:
    client.post(f"/documents/{_id(ctx, 260)}/forget")
    with ctx.reader() as reader:
        event = next(one.id for one in reader.events() if one.entity == "document")
    undo(ctx, event)
    assert [one.issue for one in documents(ctx)] == [260, 259]


def test_two_issues_side_by_side(client: FlaskClient, ctx: Context) -> None:
    ends = {"left": _id(ctx, 259), "right": _id(ctx, 260)}
    page = client.get("/documents/compare", query_string=ends).text
    assert [name.text for name in elements(page, "th", scope="row")] == ["펑자오", "홍콩", "허사이커지", "장시"]
    assert "평자오" in elements(page, "tbody")[0].text
    rows = list(
        csv.DictReader(client.get("/documents/compare.csv", query_string=ends).text.removeprefix("\ufeff").splitlines())
    )
    assert {row["ko"]: row["where"] for row in rows} == {
        "펑자오": "otherwise", "홍콩": "only-left", "허사이커지": "only-right", "장시": "both",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/documents/compare", "/documents/compare?left=1", "/documents/99/text"])
def test_half_a_question(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == (404 if "99" in path else 200)
    assert client.get("/documents/compare?left=98&right=99").status_code == 404
    assert client.get("/documents/compare.csv").status_code == 404


def test_editors_alone_change_documents(shared_house: House) -> None:
    page = shared_house.browser("translator").get("/documents").text
    assert not elements(page, "input", name="file")
    assert shared_house.browser("translator").get("/documents/forgotten").status_code == 403
    assert elements(shared_house.browser("editor").get("/documents").text, "input", name="file")


def test_what_cannot_be_built_leaves_the_file_that_was_there(
    client: FlaskClient, ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = SECOND.replace("260 호", "261 호")
    _send(client, "261.txt", new)
    failed = SimpleNamespace(problems=[SimpleNamespace(code="file-empty", params={"path": "x"})])
    monkeypatch.setattr("glossary.service.upload.build", lambda ctx, paths: failed)
    assert _send(client, "261.txt", new.replace("평자오", "펑자오"), replace="1").status_code == 400
    assert _send(client, "262.txt", new).status_code == 400
    assert [path.read_text(encoding="utf-8") for path in ctx.db.parent.glob("uploads/*")] == [new]
