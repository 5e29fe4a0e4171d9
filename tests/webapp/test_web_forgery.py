"""No other site acts through a reader's browser, and programs need no ceremony."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask, Response, jsonify, render_template_string, request
from flask.testing import FlaskClient
from parsed import elements
from web_fakes import FakeDesk

from glossary.webapp.access import needs
from glossary.webapp.app import create_app
from glossary.webapp.limits import FORM, TEXT, WRITTEN, takes

FORM_PAGE = '{% import "_macros.html" as m with context %}<form method="post">{{ m.csrf() }}</form>'


@pytest.fixture
def app() -> Flask:
    app = create_app(None, desk=FakeDesk())

    @app.get("/form")
    def form() -> str:
        return render_template_string(FORM_PAGE)

    @app.post("/save")
    @needs("editor")
    def save() -> Response:
        return jsonify(len(request.form))

    @app.post("/paste")
    @takes("text")
    def paste() -> Response:
        return jsonify(len(request.form["text"]))

    @app.post("/upload")
    @takes("files")
    def upload() -> Response:
        return jsonify([len(file.read()) for file in request.files.getlist("file")])

    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def token(client: FlaskClient) -> str:
    found = elements(client.get("/form").text, "input", name="csrf_token")[0].attrs["value"]
    assert found
    return found


def test_a_program_without_cookies_writes(client: FlaskClient) -> None:
    assert client.post("/save").status_code == 200


FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:1"},
    {"Origin": "http://[broken"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example", "Authorization": "Bearer x"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_another_site_writes_nothing(client: FlaskClient, headers: dict[str, str]) -> None:
    proof = token(client)
    for answer in (
        client.post("/save", headers=headers),
        client.post("/save", data={"csrf_token": proof}, headers=headers),
    ):
        assert answer.status_code == 403
        assert "보낸 요청인지" in answer.text


def test_a_browser_brings_the_token_of_its_form_or_of_its_page(client: FlaskClient) -> None:
    proof = token(client)
    meta = elements(client.get("/").text, "meta", name="csrf-token")[0].attrs["content"]
    assert client.post("/save").status_code == 403
    assert client.post("/save", data={"csrf_token": "x" + proof}).status_code == 403
    assert client.post("/save", data={"csrf_token": proof}).status_code == 200
    assert client.post("/save", headers={"X-CSRFToken": str(meta), "Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_the_browsers_own_word_outlasts_a_cookie_that_another_answer_replaced(client: FlaskClient) -> None:
    client.get("/")
    client.delete_cookie(client.application.config["SESSION_COOKIE_NAME"])
    client.set_cookie("lang", "ko")
    assert client.post("/save").status_code == 403
    assert client.post("/save", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
    assert client.post("/save", headers={"Sec-Fetch-Site": "none"}).status_code == 403


def test_a_token_of_another_browser_is_none(app: Flask, client: FlaskClient) -> None:
    token(client)
    assert client.post("/save", data={"csrf_token": token(app.test_client())}).status_code == 403


def test_a_token_holds_where_the_cookie_is_of_another_glossary(app: Flask) -> None:
    other = create_app(None, desk=FakeDesk())
    assert app.config["SESSION_COOKIE_NAME"] != other.config["SESSION_COOKIE_NAME"]


@pytest.mark.parametrize(("size", "status"), [(FORM - 200, 200), (FORM + 1, 413)])
def test_a_form_is_small(client: FlaskClient, size: int, status: int) -> None:
    assert client.post("/save", data={"a": "x" * size}).status_code == status


def in_parts(name: str, text: str) -> dict[str, Any]:
    """The body of a form in parts; the client's own way leaves a file open."""
    head = f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
    return {"data": f"{head}{text}\r\n--b--\r\n".encode(), "content_type": "multipart/form-data; boundary=b"}


def urlencoded(name: str, text: str) -> dict[str, Any]:
    return {"data": {name: text}}


@pytest.mark.parametrize("body", [in_parts, urlencoded])
def test_a_long_hangul_paste_is_taken_and_a_longer_one_is_not(app: Flask, body: Callable[..., dict[str, Any]]) -> None:
    text = "한" * (TEXT // 3)
    answer = app.test_client().post("/paste", **body("text", text))
    assert (answer.status_code, answer.get_json()) == (200, len(text))
    for path in ("/paste", "/upload"):
        assert app.test_client().post(path, **body("text", "x" * (WRITTEN + 1))).status_code == 413


@pytest.mark.parametrize("head", ["form-data", 'form-data; filename="a.txt"'])
def test_a_part_without_a_name_is_refused(client: FlaskClient, head: str) -> None:
    body = f"--b\r\nContent-Disposition: {head}\r\n\r\nx\r\n--b--\r\n".encode()
    assert client.post("/save", data=body, content_type="multipart/form-data; boundary=b").status_code == 400
