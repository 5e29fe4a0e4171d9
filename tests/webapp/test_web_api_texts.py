"""Texts and files over JSON: what the command line says of the same input, corrected files, refused ones."""

from __future__ import annotations

import io
import json
from base64 import b64decode

import pytest
from api_desk import Caller, glossary

from glossary.cli.main import main
from glossary.service.changing import Change, TermChange
from glossary.service.context import Context
from glossary.service.edit import add, change
from glossary.service.stages import RealStages

TEXT = "평자오(彭昭)는 홍콩(香港)에서 말했다. 평자오는 허사이커지(禾赛科技)를 떠났다.\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """The names of an issue, one of them decided, read by the real stages from here on."""
    ctx = glossary(tmp_path_factory.mktemp("texts"))
    add(ctx, [TermChange("창사"), TermChange("长沙")], Change(type="place"))
    with ctx.reader() as reader:
        peng = next(concept for concept in reader.concepts() if concept.key == "彭昭")
    change(ctx, peng.id, Change((TermChange("펑자오", "preferred"), TermChange("평자오", "deprecated"))))
    return Context(ctx.db, ctx.policy, RealStages(ctx.policy.documents), ctx.clock)


@pytest.fixture(scope="module")
def caller(ctx: Context) -> Caller:
    return Caller(ctx)


def told_by_cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str, text: str) -> str:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    with pytest.raises(SystemExit):
        main([*arguments])
    return capsys.readouterr().out


@pytest.mark.parametrize("command", ["scan", "check"])
@pytest.mark.parametrize("text", [TEXT, "禾赛科技的彭昭在香港说。\n"])
def test_the_same_as_the_command_line(
    ctx: Context,
    caller: Caller,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    text: str,
) -> None:
    told = told_by_cli(capsys, monkeypatch, command, "-", "-f", "json", "--db", str(ctx.db), "--lang", "en", text=text)
    answer = caller.ask("post", f"/{command}?lang=en", json={"text": text})
    assert answer.get_json() == json.loads(told)


def test_levels_and_sources(caller: Caller) -> None:
    whole = caller.ask("post", "/check", json={"text": TEXT}).get_json()
    some = caller.ask("post", "/check", json={"text": TEXT, "min_level": "warning"}).get_json()
    assert {one["severity"] for one in some} <= {"warning", "error"}
    assert [one for one in whole if one["severity"] != "info"] == some
    assert "variant-spelling" in {one["rule"] for one in some}
    beside = caller.ask("post", "/check", json={"text": TEXT, "source": "禾赛科技的彭昭在长沙说。"}).get_json()
    assert "source-mismatch" in {one["rule"] for one in beside}
    form = {"file": (io.BytesIO(TEXT.encode()), "260.txt"), "source": (io.BytesIO("彭昭在长沙说。".encode()), "zh.txt")}
    sent = caller.ask("post", "/check", data=form).get_json()
    assert "source-mismatch" in {one["rule"] for one in sent}
    assert {one["file"] for one in sent} == {"260.txt"}


def test_a_file_as_a_form_and_as_a_body(caller: Caller) -> None:
    text = TEXT.replace("赛", "賽")
    sent = {"data": text.encode("cp949"), "content_type": "text/plain"}
    wanted = caller.ask("post", "/check?name=260.txt", **sent).get_json()
    form = {"file": (io.BytesIO(text.encode("cp949")), "issues/260.txt")}
    assert caller.ask("post", "/check", data=form).get_json() == wanted
    assert wanted
    typed = caller.ask("post", "/check", data={"text": text}, content_type="multipart/form-data").get_json()
    assert [one["rule"] for one in typed] == [one["rule"] for one in wanted]


def test_names_and_findings_as_tables_and_reports(caller: Caller) -> None:
    for path, column in (("/scan", "zh_hans"), ("/check", "rule")):
        answer = caller.ask("post", f"{path}?format=csv", path, json={"text": TEXT})
        assert answer.mimetype == "text/csv"
        assert column in answer.text.splitlines()[0].split(",")
    for form, mimetype in (("sarif", "application/sarif+json"), ("html", "text/html"), ("text", "text/plain")):
        assert caller.ask("post", f"/check?format={form}", "/check", json={"text": TEXT}).mimetype == mimetype


def test_normalized_text_and_why(caller: Caller) -> None:
    told = caller.ask("post", "/normalize", json={"text": TEXT}).get_json()
    assert told["text"] == TEXT.replace("평자오", "펑자오")
    assert (told["status"], told["data"]) == ("changed", None)
    assert [(one["old"], one["new"], one["rule"]) for one in told["changes"]] == [
        ("평자오", "펑자오", "variant-spelling")
    ] * 2
    again = caller.ask("post", "/normalize", json={"text": told["text"]}).get_json()
    assert (again["status"], again["changes"]) == ("unchanged", [])


def test_a_normalized_file_keeps_its_encoding(caller: Caller) -> None:
    sent = TEXT.replace("赛", "賽").encode("cp949", "replace")
    form = {"file": (io.BytesIO(sent), "호 260.txt")}
    told = caller.ask("post", "/normalize", data=form).get_json()
    assert told["text"] is None
    assert b64decode(told["data"]).decode("cp949") == sent.decode("cp949").replace("평자오", "펑자오")
    form = {"file": (io.BytesIO(sent), "호 260.txt")}
    answer = caller.ask("post", "/normalize?format=file", "/normalize", data=form)
    assert answer.data == b64decode(told["data"])
    assert "UTF-8''%ED%98%B8%20260.txt" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("path", ["/scan", "/check", "/normalize"])
@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        ({"json": {}}, 400, "shape-unfit"),
        ({"json": {"text": 1}}, 400, "shape-unfit"),
        ({"json": {"text": "가", "level": "info"}}, 400, "field-unknown"),
        ({"json": {"text": "가", "min_level": "loud"}}, 400, "shape-unfit"),
        ({"json": {"text": " \n"}}, 422, "empty-file"),
        ({"json": {"text": "가" * 700_000}}, 400, "text-too-long"),
        ({"data": {"other": "가"}, "content_type": "multipart/form-data"}, 400, "file-needed"),
        ({"data": {"text": "가", "min_level": "loud"}, "content_type": "multipart/form-data"}, 400, "choice-invalid"),
        ({"data": "text=가", "content_type": "application/x-www-form-urlencoded"}, 415, "media-unfit"),
        ({}, 415, "media-unfit"),
        ({"data": PNG, "content_type": "image/png"}, 415, "not-text"),
        ({"data": b"", "content_type": "text/plain"}, 422, "empty-file"),
        ({"data": b"PK\x03\x04word/", "content_type": "application/octet-stream"}, 422, None),
    ],
)
def test_what_cannot_be_taken_is_told(
    caller: Caller, path: str, given: dict[str, object], status: int, code: str | None
) -> None:
    answer = caller.ask("post", path, **given)
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (
        status,
        code or answer.get_json()["error"]["code"],
    )


def test_nothing_is_normalized_in_place_of_being_checked(caller: Caller) -> None:
    answer = caller.ask("post", "/normalize", json={"text": "가", "source": "一"})
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "field-unknown")
    answer = caller.ask("post", "/normalize", data=b"%PDF-1.7 ...", content_type="application/pdf")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (422, "not-writable")


def test_too_much(caller: Caller) -> None:
    answer = caller.ask("post", "/check", data=b"a" * 60_000_001, content_type="text/plain")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (413, "file-too-large")
