"""The short way of a look-up: the same answers as the long one, also from other processes; nothing else goes it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from api_desk import glossary
from flask import Flask
from flask.testing import FlaskClient
from glossary_fakes import context

from glossary.service.context import Context, open_context
from glossary.webapp.app import create_app
from glossary.webapp.finders import Finders, told

PATH = "/api/v1/lookup"


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return glossary(tmp_path_factory.mktemp("quick"))


@pytest.fixture
def app(ctx: Context) -> Flask:
    return create_app(ctx)


def _long_way(app: Flask, client: FlaskClient, path: str, **headers: str) -> tuple[bytes, dict[str, str]]:
    quick = app.wsgi_app
    found = app.extensions.pop("glossary.quick")
    try:
        app.wsgi_app = found._next
        answer = client.get(path, headers=headers)
    finally:
        app.wsgi_app = quick
        app.extensions["glossary.quick"] = found
    return answer.data, dict(answer.headers)


@pytest.mark.parametrize(
    "query", ["펑자오", "ㅍㅈㅇ", "彭昭", "香港", "hskj", "江西省", "%00펑자오", "+펑자오+", "a%26b", "%F0%A0%AE%B7"]
)
def test_both_ways_answer_the_same(app: Flask, query: str) -> None:
    client = app.test_client()
    path = f"{PATH}?q={query}&limit=3"
    answer = client.get(path)
    data, headers = _long_way(app, client, path)
    assert answer.data == data
    told = {name: value for name, value in answer.headers.items() if name != "Date"}
    assert told == {name: value for name, value in headers.items() if name != "Date"}


def _watched(app: Flask) -> list[str]:
    """The paths that go the long way from now on."""
    seen: list[str] = []
    quick = app.extensions["glossary.quick"]
    after = quick._next

    def note(environ: dict[str, Any], start: Any) -> Any:
        seen.append(environ["PATH_INFO"])
        return after(environ, start)

    quick._next = note
    return seen


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        (f"{PATH}?q=가&lang=en", {}, 200),
        (f"{PATH}?q=가&q=나", {}, 200),
        (f"{PATH}?q=가&format=csv", {}, 200),
        (f"{PATH}?q=가", {"Accept": "text/csv"}, 200),
        (f"{PATH}?q=가", {"Authorization": "Bearer x"}, 200),
        (f"{PATH}?q=가", {"Host": "evil.example"}, 400),
        (f"{PATH}?q=가", {"If-None-Match": '"x"'}, 200),
        (f"{PATH}?q=", {}, 200),
        (PATH, {}, 200),
        (f"{PATH}?q=%FF", {}, 200),
        (f"{PATH}?q={'가' * 201}", {}, 400),
        (f"{PATH}?q=가&limit=0", {}, 400),
        (f"{PATH}?q=가&limit=101", {}, 400),
        (f"{PATH}?q=가&limit=²", {}, 400),
        ("/api/v1/documents?q=가", {}, 200),
    ],
)
def test_what_is_not_plain_goes_the_long_way(app: Flask, path: str, headers: dict[str, str], status: int) -> None:
    seen = _watched(app)
    answer = app.test_client().get(path, headers=headers)
    assert (answer.status_code, seen) == (status, [path.partition("?")[0]])


def test_a_plain_one_goes_the_short_way(app: Flask) -> None:
    seen = _watched(app)
    assert app.test_client().get(f"{PATH}?q=펑자오", headers={"Accept": "*/*"}).status_code == 200
    assert seen == []


def test_nobody_goes_the_short_way_where_there_are_accounts(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = _watched(app)
    monkeypatch.setattr(app.extensions["glossary.doors"], "locked", lambda: True)
    assert app.test_client().get(f"{PATH}?q=가").status_code == 401
    assert seen == [PATH]


def test_what_fails_is_told_by_the_application(tmp_path: Path) -> None:
    app = create_app(context(tmp_path / "none.db"))
    answer = app.test_client().get(f"{PATH}?q=가")
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (404, "db-missing")


def test_other_processes_answer_the_same(ctx: Context) -> None:
    real = open_context(ctx.db)
    queries = ["펑자오", "香港", "없는이름", "hesai"] * 5
    wanted = [told(real, query, 5) for query in queries]
    finders = Finders(real, most=2)
    found: list[bytes] = [b""] * len(queries)

    def ask(at: int) -> None:
        found[at] = finders.answer(queries[at], 5)

    try:
        threads = [threading.Thread(target=ask, args=(at,)) for at in range(len(queries))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == wanted
        for pipe in finders._pipes[:1]:
            pipe.close()  # as if the process had died
        assert [finders.answer(query, 5) for query in queries[:4]] == wanted[:4]
    finally:
        finders.close()
    assert finders.answer(queries[0], 5) == wanted[0]


def test_one_reader_needs_no_other_process(ctx: Context) -> None:
    finders = Finders(open_context(ctx.db), most=2)
    for _ in range(20):
        finders.answer("펑자오", 5)
    assert finders._pipes == []
