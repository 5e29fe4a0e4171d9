"""A desk of /check with one issue read, and the steps of a correction as requests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from parsed import elements
from werkzeug.test import TestResponse

from glossary.service.build import build
from glossary.service.context import Context, open_context
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


def token(client: FlaskClient) -> str:
    return str(elements(client.get("/check").text, "input", name="csrf_token")[0].attrs["value"])


def begin(client: FlaskClient, **fields: Any) -> str:
    answer = client.post("/check", data={"csrf_token": token(client), **fields})
    assert answer.status_code == 303, answer.text
    where = answer.headers["Location"]
    for _ in range(60):
        if 'id="now"' in client.get(where).text:
            break
        client.application.extensions["glossary.jobs"].find("check", where.rpartition("/")[2], "").wait(2)
    return where


def do(client: FlaskClient, where: str, action: str, **fields: str) -> TestResponse:
    page = client.get(where).text
    version = str(elements(page, "input", name="version")[0].attrs["value"])
    what, _, rest = action.partition(" ")
    data = {"csrf_token": token(client), "version": version, "do": rest, **fields}
    return client.post(f"{where}/{what}", data=data)


def findings(client: FlaskClient, where: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(client.get(f"{where}/report/json").data)
    return found


def number_of(client: FlaskClient, where: str, text: str) -> int:
    return next(place for place, one in enumerate(findings(client, where)) if one["text"] == text)


def text_of(client: FlaskClient, where: str) -> str:
    return elements(client.get(where).text, "textarea", id="typed")[0].text.removeprefix("\n")
