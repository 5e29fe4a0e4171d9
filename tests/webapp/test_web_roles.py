"""Every route, method and role, against the table that is written down in docs/routes.tsv."""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from flask import Flask
from web_people import House
from werkzeug.routing import Rule

from glossary.model.people import ROLES, Role
from glossary.webapp.app import create_app

TABLE = Path(__file__).parents[2] / "docs" / "routes.tsv"


class Row(NamedTuple):
    """Who may call a route, and whether it takes more than a form."""

    method: str
    route: str
    role: str  # all: before anybody has signed in
    takes: str
    what: str


def table() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file, delimiter="\t")]


ROWS = table()


def routes(app: Flask) -> Iterator[tuple[str, str, Rule]]:
    for rule in app.url_map.iter_rules():
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            yield method, rule.rule, rule


@pytest.fixture(scope="module")
def stubbed(shared_house: House) -> House:
    """The same doors with nothing behind them: who gets through changes nothing."""
    app = create_app(shared_house.context)
    for name, view in app.view_functions.items():
        app.view_functions[name] = _stub(view)
    return House(shared_house.context, app, shared_house.tokens)


def _stub(view: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(view)
    def through(**_: Any) -> str:
        return "through"

    return through


def test_every_route_stands_in_the_table_and_no_other(shared_house: House) -> None:
    real = {(method, route) for method, route, _ in routes(shared_house.app)}
    told = [(row.method, row.route) for row in ROWS]
    assert sorted(real - set(told)) == [], "routes without a row in docs/routes.tsv"
    assert sorted(set(told) - real) == [], "rows of docs/routes.tsv without a route"
    assert len(told) == len(set(told))


def test_the_table_says_what_it_may_say() -> None:
    assert {row.role for row in ROWS} <= {"all", *ROLES}
    assert {row.takes for row in ROWS} <= {"", "text", "file", "files"}
    assert [(row.route, row.method) for row in ROWS] == sorted((row.route, row.method) for row in ROWS)
    assert all(row.what for row in ROWS)


WHO: tuple[Role | None, ...] = (None, *ROLES)


@pytest.mark.parametrize("who", WHO, ids=str)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.route}")
def test_every_role_goes_where_the_table_says(stubbed: House, row: Row, who: Role | None) -> None:
    answer = call(stubbed.app, row, stubbed.program(who))
    let_in = row.role == "all" or (who is not None and ROLES.index(who) >= ROLES.index(known(row.role)))
    if let_in:
        assert (answer.status_code, answer.text) == (200, "through")
    elif who is None:
        assert answer.status_code in (303, 401)
        assert answer.status_code == 401 or (row.method, answer.headers["Location"][:8]) == ("GET", "/sign-in")
    else:
        assert answer.status_code == 403
        assert "role-too-low" in answer.text


def known(role: str) -> Role:
    return next(one for one in ROLES if one == role)


def call(app: Flask, row: Row, headers: dict[str, str]) -> Any:
    address = re.sub(r"<int:\w+>", "1", row.route)
    return app.test_client(use_cookies=False).open(re.sub(r"<[^>]+>", "x", address), method=row.method, headers=headers)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.route}")
def test_every_route_takes_as_much_as_the_table_says(shared_house: House, row: Row) -> None:
    rule = next(rule for method, route, rule in routes(shared_house.app) if (method, route) == (row.method, row.route))
    assert getattr(shared_house.app.view_functions[rule.endpoint], "takes", "") == row.takes


WRITING = [row for row in ROWS if row.method != "GET"]


@pytest.fixture(scope="module")
def signed_in(shared_house: House) -> dict[str, str]:
    """What the browser of an admin sends by itself."""
    name = shared_house.app.config["SESSION_COOKIE_NAME"]
    kept = shared_house.browser("admin").get_cookie(name)
    assert kept is not None
    return {"Cookie": f"{name}={kept.value}"}


FORGED: tuple[dict[str, str], ...] = ({}, {"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"})


@pytest.mark.parametrize("row", WRITING, ids=lambda row: f"{row.method} {row.route}")
def test_every_writing_route_refuses_what_another_site_may_have_sent(
    shared_house: House, signed_in: dict[str, str], row: Row
) -> None:
    changes_nothing = row.route.startswith("/v2/")
    for more in FORGED[1:] if changes_nothing else FORGED:
        answer = call(shared_house.app, row, {**signed_in, **more})
        assert (answer.status_code, changes_nothing or "forged" in answer.text) == (403, True)
