"""The pages of the people and of one's own account, filled in as a reader does."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from parsed import elements
from web_people import NAMES, PASSWORD, House, proof, sign_in

from glossary.messages import explain
from glossary.service.people import accounts
from glossary.webapp import guards

OTHER = "죽는 날까지 하늘을"
PLACES = ("name", "id", "field", "least", "most", "allowed", "limit")


def post(client: FlaskClient, path: str, page: str = "/account", **data: str) -> tuple[int, str]:
    answer = client.post(path, data={"csrf_token": proof(client, page), **data})
    return answer.status_code, answer.headers.get("Location", "") or answer.text


def roles(house: House) -> dict[str, str]:
    return {account.name: account.role for account in accounts(house.context)}


def test_an_admin_says_who_comes_in(own_house: House) -> None:
    admin = own_house.browser("admin")
    assert post(admin, "/people", name="정새로", role="translator", password=OTHER) == (303, "/people?done=added")
    assert "추가했습니다" in admin.get("/people?done=added").text
    assert sign_in(own_house.app.test_client(), "정새로", OTHER) == 303
    assert post(admin, "/people/role", name="정새로", role="editor") == (303, "/people?done=role")
    assert post(admin, "/people/password", name="정새로", password=PASSWORD) == (303, "/people?done=password")
    assert sign_in(own_house.app.test_client(), "정새로", PASSWORD) == 303
    assert roles(own_house)["정새로"] == "editor"
    assert post(admin, "/people/remove", name="정새로") == (303, "/people?done=removed")
    assert "정새로" not in roles(own_house)


@pytest.mark.parametrize(
    ("path", "data", "status", "word"),
    [
        ("/people", {"name": "", "role": "viewer", "password": OTHER}, 400, "actor-invalid"),
        ("/people", {"name": "가\n나", "role": "viewer", "password": OTHER}, 400, "actor-invalid"),
        ("/people", {"name": "정새로", "role": "boss", "password": OTHER}, 400, "role-unknown"),
        ("/people", {"name": "정새로", "role": "viewer", "password": "짧다"}, 400, "password-short"),
        ("/people", {"name": "정새로", "role": "viewer", "password": "x" * 1025}, 400, "password-long"),
        ("/people", {"name": " 이열람", "role": "viewer", "password": OTHER}, 409, "person-taken"),
        ("/people/role", {"name": NAMES["admin"], "role": "viewer"}, 409, "last-admin"),
        ("/people/remove", {"name": NAMES["admin"]}, 409, "last-admin"),
        ("/people/remove", {"name": "아무개"}, 404, "person-missing"),
        ("/people/revoke", {"token": "x"}, 400, "field-unfit"),
        ("/people/revoke", {"token": "99"}, 404, "token-missing"),
    ],
)
def test_what_cannot_be_is_told_on_the_page(
    shared_house: House, path: str, data: dict[str, str], status: int, word: str
) -> None:
    answer, page = post(shared_house.browser("admin"), path, **data)
    assert answer == status
    said = explain(word, "ko", dict.fromkeys(PLACES, "{x}")).message
    assert all(part in elements(page, "div", role="alert")[0].text for part in said.split("{x}"))
    assert "x" * 1025 not in page


def test_ones_own_password_is_changed_by_who_knows_it(own_house: House) -> None:
    client, other = own_house.browser("viewer"), own_house.browser("viewer")
    assert post(client, "/account/password", old="아닌 것 같은데", password=OTHER)[0] == 403
    assert post(client, "/account/password", old=PASSWORD, password="짧다")[0] == 400
    assert post(client, "/account/password", old=PASSWORD, password=OTHER) == (303, "/account?done=password")
    assert client.get("/account").status_code == 200
    assert other.get("/account").status_code == 303
    assert sign_in(own_house.app.test_client(), NAMES["viewer"], OTHER) == 303


def test_a_token_is_shown_once_and_revoked(own_house: House) -> None:
    client = own_house.browser("viewer")
    status, page = post(client, "/account/tokens", name="워드")
    assert status == 200
    token = elements(page, "code")[0].text
    headers = {"Authorization": f"Bearer {token}"}
    assert token not in client.get("/account").text
    assert own_house.app.test_client().get("/api/v1/lookup?q=허", headers=headers).status_code == 200
    numbers = [element.attrs["value"] for element in elements(client.get("/account").text, "input", name="token")]
    assert post(own_house.browser("editor"), "/account/revoke", token=str(numbers[-1]))[0] == 404  # another's
    assert post(client, "/account/revoke", token=str(numbers[-1])) == (303, "/account?done=revoked")
    assert own_house.app.test_client().get("/api/v1/lookup?q=허", headers=headers).status_code == 401


def test_the_page_of_an_account_is_kept_nowhere(shared_house: House) -> None:
    client = shared_house.browser("viewer")
    answer = client.post("/account/tokens", data={"csrf_token": proof(client, "/account"), "name": "x"})
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_reader_sees_the_own_name_and_no_way_to_the_people(shared_house: House) -> None:
    page = shared_house.browser("viewer").get("/").text
    assert elements(page, "a", href="/account")[0].text == NAMES["viewer"]
    assert not elements(page, "a", href="/people")
    assert elements(shared_house.browser("admin").get("/").text, "a", href="/people")
    door = shared_house.app.test_client().get("/sign-in").text
    assert not elements(door, "a", href="/documents")


def test_a_failure_that_nobody_answered_is_one_line(caplog: pytest.LogCaptureFixture) -> None:
    app: Flask = guards.Application("x")
    try:
        raise ValueError("비밀 본문")
    except ValueError as error:
        with app.test_request_context("/비밀"):
            app.log_exception((type(error), error, error.__traceback__))
    assert "ValueError" in caplog.text
    assert "비밀" not in caplog.text
