"""The description of the interface is true: every route stands in it and the other way round, for the same roles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from api_desk import validate
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator, ValidationError
from web_fakes import FakeDesk

from glossary.webapp.access import needed
from glossary.webapp.app import create_app
from glossary.webapp.openapi import PREFIX, description

METHODS = {"GET", "POST", "PATCH", "PUT", "DELETE"}


@pytest.fixture
def app() -> Flask:
    return create_app(None, desk=FakeDesk())


def _routes(app: Flask) -> dict[tuple[str, str], str]:
    return {
        (method.lower(), re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)): rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in METHODS & (rule.methods or set())
    }


def _described() -> dict[tuple[str, str], dict[str, object]]:
    return {
        (method, path): operation
        for path, operations in description()["paths"].items()
        for method, operation in operations.items()
    }


def test_every_route_is_described_and_the_other_way_round(app: Flask) -> None:
    assert _routes(app).keys() == _described().keys()


def test_roles_and_bodies_are_those_described(app: Flask) -> None:
    described = _described()
    with app.app_context():
        for route, endpoint in _routes(app).items():
            assert described[route]["x-role"] == needed(endpoint), route
            body = described[route].get("requestBody")
            files = isinstance(body, dict) and "multipart/form-data" in body["content"]
            assert files == (getattr(app.view_functions[endpoint], "takes", None) == "file"), route


def test_the_manual_tells_of_every_route() -> None:
    told = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    for method, path in _described():
        assert re.search(rf"`{method.upper()} {re.escape(path.removeprefix(PREFIX))}[`?]", told), (method, path)


def test_operations_have_names_of_their_own() -> None:
    names = [operation["operationId"] for operation in _described().values()]
    assert len(names) == len(set(map(str, names)))


def test_all_schemas_are_schemas(client: FlaskClient) -> None:
    told = client.get(f"{PREFIX}/openapi.json").get_json()
    assert told == description()
    for name, schema in told["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert schema["description"], name
    references = set(re.findall(r"#/components/schemas/(\w+)", str(told)))
    assert references == told["components"]["schemas"].keys()


@pytest.mark.parametrize(
    ("path", "template"),
    [
        ("/lookup?q=허사이커지", "/lookup"),
        ("/lookup?q=黄河", "/lookup"),
        ("/lookup?q=없음", "/lookup"),
        ("/transliterate?zh=禾赛科技", "/transliterate"),
        ("/concepts/c1", "/concepts/{id}"),
        ("/documents", "/documents"),
        ("/documents/d1", "/documents/{id}"),
        ("/documents/d1/names", "/documents/{id}/names"),
    ],
)
def test_answers_are_as_described(client: FlaskClient, path: str, template: str) -> None:
    answer = client.get(PREFIX + path)
    validate("get", template, answer.status_code, answer.get_json())


def test_a_slip_in_an_answer_would_be_seen(client: FlaskClient) -> None:
    told = client.get(f"{PREFIX}/lookup?q=허사이커지").get_json()
    for wrong in ({**told, "more": 1}, {"query": ""}, {**told, "results": [{**told["results"][0], "mentions": "3"}]}):
        with pytest.raises(ValidationError):
            validate("get", "/lookup", 200, wrong)


@pytest.mark.parametrize("path", ["/concepts", "/scan", "/decisions", "/openapi.json", "/nothing", "/events/1/undo"])
@pytest.mark.parametrize("method", sorted(METHODS | {"OPTIONS", "TRACE"}))
def test_a_refused_method_names_those_allowed(client: FlaskClient, path: str, method: str) -> None:
    answer = client.open(PREFIX + path, method=method, json={} if method in ("POST", "PATCH") else None)
    if answer.status_code >= 400:
        assert set(answer.get_json()["error"]) == {"code", "message", "hint"}
    if answer.status_code == 405:
        assert answer.headers["Allow"]
        assert method not in answer.headers["Allow"].split(", ")
