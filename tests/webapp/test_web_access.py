"""Signing in and out, sessions and tokens, as a browser and a program see them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime, timedelta
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from parsed import elements
from web_people import NAMES, PASSWORD, House, glossary, proof, sign_in

from glossary.model.people import Role
from glossary.service import people, signing
from glossary.webapp.app import create_app
from glossary.webapp.reach import Reach


def test_nobody_sees_a_page_before_signing_in(shared_house: House) -> None:
    client = shared_house.app.test_client()
    answer = client.get("/?q=허&limit=3")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in?next=/?q%3D%ED%97%88%26limit%3D3")
    assert "허사이커지" not in answer.text
    assert client.get("/").headers["Location"] == "/sign-in"


def test_a_script_and_a_program_are_told_instead(shared_house: House) -> None:
    client = shared_house.app.test_client()
    fragment = client.get("/results?q=허", headers={"Sec-Fetch-Mode": "cors"})
    api = client.get("/api/v1/lookup?q=허")
    assert (fragment.status_code, api.status_code) == (401, 401)
    assert api.get_json()["error"]["code"] == "sign-in-needed"
    assert api.headers["WWW-Authenticate"].startswith("Bearer")
    assert client.post("/api/v1/concepts", json={}).status_code == 401


def test_signing_in_leads_on_and_signing_out_back(own_house: House) -> None:
    client = own_house.app.test_client()
    data = {"csrf_token": proof(client), "name": " 이열람 ", "password": PASSWORD, "next": "/documents?x=1"}
    answer = client.post("/sign-in", data=data)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/documents?x=1")
    page = client.get("/").text
    assert "이열람" in page
    assert client.get("/sign-in?next=/documents").headers["Location"] == "/documents"
    assert client.post("/sign-out", data={"csrf_token": proof(client, "/")}).headers["Location"] == "/sign-in"
    assert client.get("/").status_code == 303


ELSEWHERE = [
    "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "javascript:alert(1)",
    "/\t/evil", "/%0d%0aSet-Cookie:x", "/\r\nSet-Cookie: x=1", "///evil.example", "http:/evil.example",
    "evil.example", " //evil", "/\u2028/evil", "http://[", "data:text/html,x", "/@evil.example/..//",
]  # fmt: skip


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_the_door_leads_nowhere_else(shared_house: House, wanted: str) -> None:
    client = shared_house.app.test_client()
    data = {"csrf_token": proof(client), "name": NAMES["viewer"], "password": PASSWORD, "next": wanted}
    location = client.post("/sign-in", data=data).headers["Location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))
    assert "\n" not in location
    assert client.get("/sign-in", query_string={"next": wanted}).headers["Location"] == location


def test_a_wrong_name_and_a_wrong_password_are_told_alike(shared_house: House) -> None:
    said = []
    for name in (NAMES["viewer"], "아무개"):
        client = shared_house.app.test_client()
        data = {"csrf_token": proof(client), "name": name, "password": "아닌 것 같은데"}
        answer = client.post("/sign-in", data=data)
        assert answer.status_code == 401
        assert "아닌 것 같은데" not in answer.text
        said.append(elements(answer.text, "div", role="alert")[0].text)
    assert said[0] == said[1]


def test_the_door_itself_wants_a_token(shared_house: House) -> None:
    client = shared_house.app.test_client()
    proof(client)
    data = {"name": NAMES["viewer"], "password": PASSWORD}
    assert client.post("/sign-in", data=data).status_code == 403
    assert shared_house.app.test_client().post("/sign-in", data=data, headers={"Origin": "null"}).status_code == 403


def cookie(client: FlaskClient, base: str = "http://localhost/") -> SimpleCookie:
    data = {"csrf_token": proof(client), "name": NAMES["viewer"], "password": PASSWORD}
    answer = client.post("/sign-in", data=data, base_url=base)
    return SimpleCookie(next(value for value in answer.headers.getlist("Set-Cookie") if value.startswith("glossary-")))


@pytest.mark.parametrize(("base", "secure"), [("http://localhost/", ""), ("https://localhost/", True)])
def test_the_cookie_is_for_http_alone_and_same_site(shared_house: House, base: str, secure: str | bool) -> None:
    client = shared_house.app.test_client()
    (kept,) = cookie(client, base).values()
    assert (kept["httponly"], kept["samesite"], kept["path"], kept["secure"]) == (True, "Lax", "/", secure)
    assert (kept["domain"], kept["max-age"]) == ("", "")


def test_a_session_is_new_at_every_sign_in(own_house: House) -> None:
    client = own_house.app.test_client()
    before = proof(client)
    first = cookie(client).output()
    assert client.post("/sign-out", data={"csrf_token": before}).status_code == 403  # the old token went with it
    client.post("/sign-out", data={"csrf_token": proof(client, "/")})
    assert cookie(client).output() != first


def test_a_cookie_kept_from_before_opens_nothing_after_signing_out(own_house: House) -> None:
    client = own_house.browser("viewer")
    name = own_house.app.config["SESSION_COOKIE_NAME"]
    kept = client.get_cookie(name)
    assert kept is not None
    client.post("/sign-out", data={"csrf_token": proof(client, "/")})
    client.set_cookie(name, kept.value)
    assert client.get("/").status_code == 303


def test_a_session_ends_with_role_password_and_person(own_house: House) -> None:
    for change in (
        lambda: people.set_role(own_house.context, NAMES["viewer"], "translator"),
        lambda: people.set_password(own_house.context, NAMES["viewer"], PASSWORD),
        lambda: people.remove_person(own_house.context, NAMES["viewer"]),
    ):
        client = own_house.browser("viewer")
        assert client.get("/documents").status_code == 200
        change()
        assert client.get("/documents").status_code == 303


@pytest.mark.parametrize(("wait", "uses", "status"), [(11, 3, 200), (13, 1, 303), (11, 31, 303)])
def test_a_session_ends_unused_and_in_any_case(own_house: House, wait: int, uses: int, status: int) -> None:
    time = datetime.fromisoformat("2026-11-22T21:00:00+00:00")
    app = create_app(dataclasses.replace(own_house.context, clock=lambda: time.isoformat()))
    client = app.test_client()
    assert sign_in(client, NAMES["viewer"]) == 303
    for _ in range(uses):
        time += timedelta(hours=wait)
        answer = client.get("/documents")
    assert answer.status_code == status


def test_wrong_passwords_are_waited_out_whoever_restarts(own_house: House) -> None:
    client = own_house.app.test_client()
    assert [sign_in(client, NAMES["viewer"], "아닌 것 같은데") for _ in range(7)] == [401] * 5 + [429] * 2
    again = create_app(own_house.context).test_client()
    assert sign_in(again, NAMES["viewer"]) == 429
    answer = again.post("/sign-in", data={"csrf_token": proof(again), "name": NAMES["viewer"], "password": PASSWORD})
    assert 0 < int(answer.headers["Retry-After"]) <= 15 * 60
    assert sign_in(again, NAMES["editor"]) == 303


def test_a_token_is_its_owner_and_no_token_is_nobody(own_house: House) -> None:
    client = own_house.app.test_client()
    assert client.get("/api/v1/lookup?q=허", headers=own_house.program("viewer")).status_code == 200
    assert client.get("/", headers=own_house.program("viewer")).status_code == 200
    for wrong in ("", "x", own_house.tokens["viewer"] + "x", "한글", "\xff", "a" * 5000):
        answer = client.get(
            "/api/v1/lookup?q=허", headers={"Authorization": f"Bearer {wrong}".encode().decode("latin-1")}
        )
        assert (answer.status_code, answer.get_json()["error"]["code"]) == (401, "token-unknown")
    people.set_role(own_house.context, NAMES["editor"], "viewer")
    refused = client.post("/api/v1/decisions", json={}, headers=own_house.program("editor"))
    assert (refused.status_code, refused.get_json()["error"]["code"]) == (403, "role-too-low")
    people.remove_person(own_house.context, NAMES["translator"])
    assert client.get("/", headers=own_house.program("translator")).status_code == 401


def test_a_client_of_languagetool_signs_in_as_it_is_used_to(own_house: House) -> None:
    client = own_house.app.test_client()
    asked = {"language": "ko", "text": "허사이커지", "username": "x"}
    assert client.post("/v2/check", data=asked).status_code == 401
    assert client.post("/v2/check", data={**asked, "apiKey": "x"}).status_code == 401
    assert client.post("/v2/check", data={**asked, "apiKey": own_house.tokens["viewer"]}).status_code == 200


def test_a_cookie_beside_a_wrong_token_opens_nothing(own_house: House) -> None:
    client = own_house.browser("admin")
    assert client.get("/documents", headers={"Authorization": "Bearer x"}).status_code == 401


@pytest.mark.parametrize(("role", "review"), [("translator", "proposed"), ("editor", "approved")])
def test_an_edit_carries_the_name_of_who_made_it(own_house: House, role: Role, review: str) -> None:
    client = own_house.app.test_client()
    body = {"terms": ["리판", "力帆"], "type": "organization"}
    answer = client.post("/api/v1/concepts", json=body, headers=own_house.program(role))
    assert answer.status_code == 201, answer.text
    assert answer.get_json()["review"] == review
    history = client.get(f"/api/v1/concepts/{answer.get_json()['id']}/history", headers=own_house.program("viewer"))
    assert NAMES[role] in history.text


def test_whoever_is_refused_is_told_in_the_own_language(shared_house: House) -> None:
    client = shared_house.browser("viewer")
    for lang, word in (("ko", "관리자"), ("en", "administrator"), ("zh", "管理员")):
        client.set_cookie("lang", lang)
        answer = client.get("/people")
        assert answer.status_code == 403
        assert word in elements(answer.text, "h1")[0].text


def test_accounts_close_the_doors_while_the_service_runs(tmp_path: Path) -> None:
    context = glossary(tmp_path)
    client = create_app(context).test_client()
    assert client.get("/documents").status_code == 200
    data = {"csrf_token": proof(client, "/people"), "name": "첫째", "password": PASSWORD, "role": "viewer"}
    assert client.post("/people", data=data).status_code == 409
    assert client.get("/api/v1/lookup?q=허").status_code == 200
    assert client.post("/people", data={**data, "role": "admin"}).status_code == 303
    assert client.get("/documents").status_code == 303
    assert client.get("/api/v1/lookup?q=허").status_code == 401
    assert sign_in(client, "첫째") == 303
    assert client.get("/documents").status_code == 200
    people.remove_person(context, "첫째")
    assert client.get("/documents").status_code == 200


@pytest.mark.parametrize("reach", [Reach("0.0.0.0", ("a.example",)), Reach(trusted=("a.example",)), Reach(proxy="::1")])
def test_a_service_that_others_reach_stays_shut_without_accounts(tmp_path: Path, reach: Reach) -> None:
    client = create_app(glossary(tmp_path), reach=reach).test_client()
    assert client.get("/documents").status_code == 303
    assert client.post("/people", data={}).status_code == 401
    assert client.get("/healthz").status_code == 200


def test_a_trusted_host_is_answered_and_no_other(tmp_path: Path) -> None:
    client = create_app(glossary(tmp_path), reach=Reach("192.0.2.7", ("A.example",))).test_client()
    for host, status in (
        ("a.example", 200),
        ("A.EXAMPLE:8000", 200),
        ("192.0.2.7", 200),
        ("b.example", 400),
        ("x.a.example", 400),
    ):
        assert client.get("/healthz", headers={"Host": host}).status_code == status
    assert client.get("/healthz", headers={"Host": "a.example", "X-Forwarded-Host": "b.example"}).status_code == 200


def _damaged(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"no database, but long enough to be looked at" * 99)


def _out_of_reach(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def refuse(self: Path, *arguments: Any, **options: Any) -> Any:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)


@pytest.mark.parametrize("harm", [_damaged, _out_of_reach])
def test_nobody_comes_in_where_the_people_cannot_be_read(
    own_house: House, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    harm(own_house.context.db.with_name("glossary.db.people"), monkeypatch)
    for path in ("/documents", "/api/v1/lookup?q=허"):
        answer = own_house.app.test_client().get(path, headers=own_house.program("admin"))
        assert answer.status_code == 503
        assert "허사이커지" not in answer.text


def test_nothing_secret_is_kept_readable(own_house: House) -> None:
    path = own_house.context.db.with_name("glossary.db.people")
    own_house.browser("viewer")
    assert path.stat().st_mode & 0o777 == 0o600
    stored = path.read_bytes()
    assert PASSWORD.encode() not in stored
    assert all(token.encode() not in stored for token in own_house.tokens.values())


def test_methods_cannot_be_smuggled(own_house: House) -> None:
    client = own_house.app.test_client()
    for headers in ({"X-HTTP-Method-Override": "POST"}, {"X-Method-Override": "POST"}, {"X-HTTP-Method": "DELETE"}):
        answer = client.get("/people/remove", headers={**headers, **own_house.program("admin")})
        assert answer.status_code == 405
    data = {"_method": "POST", "name": NAMES["viewer"]}
    assert client.get("/people/remove", query_string=data, headers=own_house.program("admin")).status_code == 405
    assert signing.tokens(own_house.context, NAMES["viewer"])
