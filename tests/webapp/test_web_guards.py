"""What every answer carries and every request must pass."""

from __future__ import annotations

import logging
import time

import pytest
from flask import request
from flask.testing import FlaskClient
from web_fakes import FakeDesk

from glossary.webapp.app import create_app

PATHS = ["/", "/?q=허", "/concepts/c1", "/documents", "/nothing", "/api/v1/lookup?q=허", "/api/v1/x", "/healthz"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_guarded(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Cache-Control" in headers


@pytest.mark.parametrize("path", ["/", "/concepts/c1", "/documents/d1"])
def test_pages_have_nothing_that_the_policy_would_refuse(client: FlaskClient, path: str) -> None:
    page = client.get(path).text
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick" not in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_this_machine_is_trusted(client: FlaskClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "a@b", ""])
@pytest.mark.parametrize("path", ["/", "/api/v1/lookup?q=허", "/nothing"])
def test_other_hosts_are_refused(client: FlaskClient, host: str, path: str) -> None:
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code == 400
    assert "허사이커지" not in answer.text


def test_a_page_is_not_sent_twice(client: FlaskClient) -> None:
    first = client.get("/concepts/c1")
    time.sleep(1.1)  # the token of its forms is another one by now
    again = client.get("/concepts/c1", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_body_beyond_the_limit_is_refused() -> None:
    app = create_app(None, desk=FakeDesk())
    app.add_url_rule("/api/v1/probe", "probe", lambda: str(len(request.get_data())), methods=["POST"])
    answer = app.test_client().post("/api/v1/probe", data=b"x" * 65 * 1024)
    assert answer.status_code == 413
    assert answer.get_json()["error"]["code"] == "too-large"


def test_a_failure_is_logged_without_text(caplog: pytest.LogCaptureFixture) -> None:
    client = create_app(None, desk=FakeDesk(failure=RuntimeError("비밀 본문"))).test_client()
    with caplog.at_level(logging.DEBUG):
        assert client.get("/?q=비밀스러운이름").status_code == 500
    assert "RuntimeError" in caplog.text
    assert "비밀" not in caplog.text
    assert "%EB%B9%84" not in caplog.text


@pytest.mark.parametrize(
    "path", ["/%00", "/concepts/%ff", "/?q=%ff%fe", "/?q=%00", "/concepts/..%2f..%2fetc", "/static/x/..%2fbase.html"]
)
def test_odd_addresses_are_answered(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code in (200, 400, 404)
