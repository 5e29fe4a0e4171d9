"""Static files: named by their content, kept for a year, never outside their folder."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from glossary.webapp.assets import shelf


def test_an_address_with_the_content_in_it_is_kept(client: FlaskClient) -> None:
    answer = client.get(f"/static/{shelf().digest}/site.css")
    assert answer.status_code == 200
    assert answer.mimetype == "text/css"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["ETag"]


def test_an_address_of_another_state_is_not_kept(client: FlaskClient) -> None:
    answer = client.get("/static/000000000000/site.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", ["none.css", "..%2ftemplates%2fbase.html", "__init__.py"])
def test_nothing_else_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/static/{shelf().digest}/{name}").status_code == 404


def test_what_the_files_name_is_there() -> None:
    files = shelf().files
    for name, data in files.items():
        for other in re.findall(r"""(?:from|url\()\s*["']\.?/?([\w.]+)["']""", data.decode()):
            assert other in files, (name, other)


def test_the_first_page_is_light(client: FlaskClient) -> None:
    assert sum(map(len, shelf().files.values())) + len(client.get("/").data) <= 100_000
