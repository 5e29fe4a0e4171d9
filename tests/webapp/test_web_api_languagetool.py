"""LanguageTool's interface: its answers, its places in units of UTF-16, its ways to refuse."""

from __future__ import annotations

import json
from typing import Any

import pytest
from api_desk import glossary
from flask.testing import FlaskClient

from glossary.service.changing import Change, TermChange
from glossary.service.context import Context
from glossary.service.edit import change
from glossary.service.stages import RealStages
from glossary.webapp.app import create_app

TEXT = "𠮷野는 갔다. 평자오(彭昭)가 왔다."  # the first letter takes two units


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    ctx = glossary(tmp_path_factory.mktemp("lt"))
    with ctx.reader() as reader:
        peng = next(concept for concept in reader.concepts() if concept.key == "彭昭")
    change(ctx, peng.id, Change((TermChange("펑자오", "preferred"), TermChange("평자오", "deprecated"))))
    return create_app(Context(ctx.db, ctx.policy, RealStages(ctx.policy.documents), ctx.clock)).test_client()


def ask(client: FlaskClient, **form: str) -> dict[str, Any]:
    answer = client.post("/v2/check", data={"language": "auto", **form})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.get_json()
    return told


def slip(told: dict[str, Any]) -> dict[str, Any]:
    [found] = [one for one in told["matches"] if one["rule"]["id"] == "VARIANT_SPELLING"]
    return dict(found)


def cut(text: str, match: dict[str, Any]) -> str:
    """What a client that counts units of UTF-16 sees at a match."""
    whole = text.encode("utf-16-le")
    start = 2 * match["offset"]
    return whole[start : start + 2 * match["length"]].decode("utf-16-le")


@pytest.mark.parametrize("language", ["auto", "ko", "ko-KR", "KO-kr"])
@pytest.mark.parametrize(
    "text", [TEXT, "\ufeff" + TEXT, TEXT.replace(". ", ".\r\n"), "<html><p>" + TEXT, "%PDF-1 " + TEXT]
)
def test_places_are_those_of_what_was_sent(client: FlaskClient, text: str, language: str) -> None:
    found = slip(ask(client, text=text, language=language))
    assert cut(text, found) == "평자오"
    assert found["replacements"] == [{"value": "펑자오"}]
    assert cut(found["context"]["text"], found["context"]) == "평자오"
    assert "평자오(彭昭)가 왔다" in found["sentence"]


def test_the_shape_is_languagetool_s(client: FlaskClient) -> None:
    told = ask(client, text=TEXT)
    assert list(told) == ["software", "warnings", "language", "matches"]
    assert {"name", "version", "apiVersion", "status"} <= told["software"].keys()
    assert told["language"]["detectedLanguage"]["code"] == "ko-KR"
    found = slip(told)
    assert {
        "message",
        "shortMessage",
        "replacements",
        "offset",
        "length",
        "context",
        "sentence",
        "type",
        "rule",
    } <= set(found)
    assert found["rule"]["category"] == {"id": "NAMES", "name": "Names"}
    assert {"id", "description", "issueType", "category"} <= found["rule"].keys()


def test_markup_is_counted_and_not_read(client: FlaskClient) -> None:
    parts = [
        {"text": "𠮷野는 갔다."},
        {"markup": "<br/>", "interpretAs": "\n"},
        {"markup": "<b>"},
        {"text": "평자오"},
        {"markup": "</b>"},
        {"text": "(彭昭)가 왔다."},
    ]
    found = slip(ask(client, data=json.dumps({"annotation": parts})))
    assert cut("".join(part.get("text") or part["markup"] for part in parts), found) == "평자오"


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ({"disabledRules": "VARIANT_SPELLING"}, False),
        ({"disabledRules": "HOMOGRAPH,variant-spelling"}, False),
        ({"enabledRules": "PARTICLE", "enabledOnly": "true"}, False),
        ({"enabledRules": "VARIANT_SPELLING", "enabledOnly": "true"}, True),
        ({"enabledRules": "PARTICLE"}, True),
        ({"level": "picky", "motherTongue": "de", "username": "kim"}, True),
    ],
)
def test_rules_are_chosen(client: FlaskClient, form: dict[str, str], found: bool) -> None:
    ids = {one["rule"]["id"] for one in ask(client, text=TEXT, **form)["matches"]}
    assert ("VARIANT_SPELLING" in ids) == found


@pytest.mark.parametrize("text", ["", " \n", "\ufeff", "아무 이름도 없다."])
def test_nothing_to_tell(client: FlaskClient, text: str) -> None:
    assert ask(client, text=text)["matches"] == []


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"text": "가"}, "Missing 'language' parameter"),
        ({"text": "가", "language": "xx-YY"}, "'xx-YY' is not a language code known"),
        ({"language": "auto"}, "Missing 'text' or 'data' parameter"),
        ({"language": "auto", "text": "가", "data": "{}"}, "not both"),
        ({"language": "auto", "data": "{"}, "JSON"),
        ({"language": "auto", "data": "{}"}, "data.annotation"),
        ({"language": "auto", "data": '{"annotation": [{"text": 1}]}'}, "data.annotation[0]"),
        ({"language": "auto", "data": '{"annotation": [{"text": "가", "markup": "나"}]}'}, "data.annotation[0]"),
    ],
)
def test_it_refuses_in_plain_words(client: FlaskClient, form: dict[str, str], said: str) -> None:
    answer = client.post("/v2/check?lang=en", data=form)
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert answer.text.startswith("Error: ")
    assert said in answer.text


def test_languages(client: FlaskClient) -> None:
    told = client.get("/v2/languages").get_json()
    assert {"name": "Korean", "code": "ko", "longCode": "ko-KR"} in told
    assert client.get("/v2/check").status_code == 405
    assert client.get("/v2/nothing").status_code == 404
