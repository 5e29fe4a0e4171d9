"""The JSON interface: shapes of the contract, errors in one shape on every path."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from web_fakes import FakeDesk

from glossary.errors import InputError, NotFoundError, StorageError
from glossary.webapp.app import create_app

HIT_KEYS = [
    "id", "ko", "zh_hans", "zh_hant", "en", "pinyin", "type", "status", "review", "variants", "official",
    "sino_korean", "mentions", "generated", "matched", "score",
]  # fmt: skip
READING_KEYS = ["zh", "official", "pinyin", "sino_korean", "customary", "alternatives", "trace"]


def test_lookup_has_the_shape_of_the_contract(client: FlaskClient) -> None:
    answer = client.get("/api/v1/lookup?q=허사이커지").get_json()
    assert list(answer) == ["query", "results"]
    assert answer["query"] == "허사이커지"
    [hit] = answer["results"]
    assert list(hit) == HIT_KEYS
    assert (hit["ko"], hit["zh_hans"], hit["zh_hant"], hit["variants"]) == (
        "허사이커지", "禾赛科技", "禾賽科技", ["허싸이커지"],
    )  # fmt: skip
    assert hit["matched"] == {"text": "허사이커지", "field": "ko", "how": "exact"}


def test_a_generated_hit_has_no_id(client: FlaskClient) -> None:
    [hit] = client.get("/api/v1/lookup?q=黄河").get_json()["results"]
    assert (hit["id"], hit["generated"]) == (None, True)


def test_an_empty_query_has_no_results(client: FlaskClient) -> None:
    assert client.get("/api/v1/lookup").get_json() == {"query": "", "results": []}


def test_limit_bounds_the_results(client: FlaskClient) -> None:
    assert len(client.get("/api/v1/lookup?q=&limit=1").get_json()["results"]) == 0
    assert len(client.get("/api/v1/lookup?q=科技&limit=1").get_json()["results"]) == 1


def test_transliterate_has_the_shape_of_the_contract(client: FlaskClient) -> None:
    answer = client.get("/api/v1/transliterate?zh=禾赛科技&type=organization").get_json()
    assert list(answer) == READING_KEYS
    assert answer["pinyin"] == ["hé", "sài", "kē", "jì"]
    assert answer["trace"] == [{"feature": "phrase", "value": 1.0, "detail": "科技 kē jì"}]


def test_a_concept_carries_terms_reading_and_evidence(client: FlaskClient) -> None:
    answer = client.get("/api/v1/concepts/c1").get_json()
    assert (answer["id"], answer["ko"], answer["zh_hans"], answer["en"]) == ("c1", "허사이커지", "禾赛科技", "Hesai")
    assert list(answer["reading"]) == READING_KEYS
    [seen] = answer["occurrences"]
    assert seen["sentence"][seen["ko_start"] : seen["ko_end"]] == "허사이커지"
    assert seen["sentence"][seen["zh_start"] : seen["zh_end"]] == "禾赛科技"


def test_hangul_stands_as_it_is(client: FlaskClient) -> None:
    assert "허사이커지" in client.get("/api/v1/lookup?q=허사이").text


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/concepts/none", 404, "concept-missing"),
        ("/api/v1/nothing", 404, "not-found"),
        ("/api/v1/lookup?q=" + "가" * 201, 400, "query-too-long"),
        ("/api/v1/lookup?q=가&limit=0", 400, "limit-invalid"),
        ("/api/v1/lookup?q=가&limit=²", 400, "limit-invalid"),
        ("/api/v1/lookup?q=가&limit=99999999999999999999", 400, "limit-invalid"),
        ("/api/v1/transliterate", 400, "zh-missing"),
        ("/api/v1/transliterate?zh=한글 abc", 400, "zh-missing"),
        ("/api/v1/transliterate?zh=北&type=ship", 400, "type-invalid"),
        ("/api/v1/transliterate?zh=" + "北" * 201, 400, "query-too-long"),
    ],
)
@pytest.mark.parametrize("lang", ["ko", "en", "zh"])
def test_errors_have_one_shape(client: FlaskClient, path: str, status: int, code: str, lang: str) -> None:
    client.set_cookie("lang", lang)
    answer = client.get(path)
    assert answer.status_code == status
    error = answer.get_json()["error"]
    assert list(error) == ["code", "message", "hint"]
    assert error["code"] == code
    assert error["message"]
    assert error["hint"]
    assert "…" not in error["message"] + error["hint"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize("path", ["/api/v1/lookup", "/api/v1/transliterate", "/api/v1/concepts/c1"])
def test_other_methods_are_refused_with_those_allowed(client: FlaskClient, method: str, path: str) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == 405
    assert answer.get_json()["error"]["code"] == "method-not-allowed"
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize(
    ("failure", "status", "code"),
    [
        (RuntimeError("비밀 본문"), 500, "internal"),
        (StorageError("db-locked", path="glossary.db"), 503, "db-locked"),
        (NotFoundError("db-missing", path="glossary.db"), 404, "db-missing"),
        (InputError("query-too-long", length=201, limit=200), 400, "query-too-long"),
    ],
)
def test_failures_keep_the_shape_and_no_trace(failure: Exception, status: int, code: str) -> None:
    answer = create_app(None, desk=FakeDesk(failure=failure)).test_client().get("/api/v1/lookup?q=가")
    assert answer.status_code == status
    assert answer.get_json()["error"]["code"] == code
    assert "Traceback" not in answer.text
    assert "비밀" not in answer.text
