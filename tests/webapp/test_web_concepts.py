"""Names changed over HTTP: who may, what a wrong form answers, and that nothing typed becomes markup."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from parsed import elements
from web_people import House, proof
from werkzeug.test import TestResponse

from glossary.link.group import concept_id
from glossary.model import Concept
from glossary.service.build import build
from glossary.service.changing import TermChange
from glossary.service.edit import add

NEW = {"ko": "뤄허", "zh": "漯河", "type": "place"}
XSS = "<script>alert(1)</script>"


def _concept(house: House, id: str) -> Concept:
    with house.context.reader() as reader:
        return reader.concept(id).concept


def _post(client: FlaskClient, path: str, data: dict[str, str]) -> TestResponse:
    """A form as its page would send it."""
    return client.post(path, data={**data, "csrf_token": proof(client, "/")})


@pytest.fixture
def known(own_house: House) -> str:
    return add(own_house.context, [TermChange("彭昭"), TermChange("펑자오")]).concept


@pytest.mark.parametrize(
    ("role", "review"), [("translator", "proposed"), ("editor", "approved"), ("admin", "approved")]
)
def test_what_a_translator_adds_is_proposed(own_house: House, role: str, review: str) -> None:
    answer = _post(own_house.browser(role), "/concepts", NEW)
    assert answer.status_code == 303
    concept = _concept(own_house, answer.headers["Location"].rpartition("/")[2])
    assert (concept.review, concept.type, concept.terms[0].text) == (review, "place", "뤄허")


@pytest.mark.parametrize("act", ["", "/approve", "/delete", "/merge", "/split", "/undo", "/revive"])
@pytest.mark.parametrize("role", ["viewer", "translator"])
def test_only_editors_change_what_is_there(own_house: House, known: str, role: str, act: str) -> None:
    answer = _post(own_house.browser(role), f"/concepts/{known}{act}", {"version": "1", "f:note": "x", "event": "1"})
    assert answer.status_code == 403
    assert _concept(own_house, known).version == 1


def test_a_viewer_sees_no_form(own_house: House, known: str) -> None:
    page = own_house.browser("viewer").get(f"/concepts/{known}").text
    assert not elements(page, "form", method="post", action=f"/concepts/{known}")
    assert "용어집에 추가" not in own_house.browser("viewer").get("/?q=漯河科技").text


@pytest.mark.parametrize(
    ("path", "data", "status", "said"),
    [
        ("", {"version": "1", "f:type": "ship"}, 400, "넣을 수 없는 값"),
        ("", {"version": "x"}, 400, "넣을 수 없는 값"),
        ("", {"version": "99", "f:note": "x"}, 409, "다른 사람이"),
        ("/merge", {"version": "1", "other": "없는이름"}, 404, "없는이름"),
        ("/merge", {"version": "1", "other": "펑자오"}, 409, "이미"),
        ("/split", {"version": "1"}, 400, ""),
        ("/revive", {"version": "77"}, 404, "77"),
        ("/undo", {"event": "999999"}, 404, ""),
    ],
)
def test_what_cannot_be_done_says_why(
    own_house: House, known: str, path: str, data: dict[str, str], status: int, said: str
) -> None:
    answer = _post(own_house.browser("editor"), f"/concepts/{known}{path}", data)
    assert answer.status_code == status
    assert said in answer.text
    assert _concept(own_house, known).version == 1


def test_what_was_typed_stays_after_an_error(own_house: House, known: str) -> None:
    data = {"version": "1", "f:type": "ship", "f:note": "오래 쓴 메모"}
    page = _post(own_house.browser("editor"), f"/concepts/{known}", data).text
    assert "오래 쓴 메모" in elements(page, "textarea", name="f:note")[0].text


@pytest.mark.parametrize("field", ["ko", "zh", "en", "note", "why"])
def test_what_is_typed_never_becomes_markup(own_house: House, field: str) -> None:
    editor = own_house.browser("editor")
    answer = _post(editor, "/concepts", {**NEW, field: f"{NEW.get(field, '')}{XSS}"})
    pages = [answer.text]
    if answer.status_code == 303:
        place = answer.headers["Location"]
        pages = [editor.get(place).text, editor.get(f"{place}/history").text]
    for page in pages:
        assert not re.search(r"<script>", page)


def test_two_forms_that_clash_show_all_sides(own_house: House, known: str) -> None:
    editor = own_house.browser("editor")
    _post(editor, f"/concepts/{known}", {"version": "1", "f:note": "하나", "f:type": "person"})
    page = _post(editor, f"/concepts/{known}", {"version": "1", "f:note": "둘"})
    assert page.status_code == 409
    values = [e.attrs["value"] for e in elements(page.text, "input", name="f:note")]
    assert values == ["하나", "둘"]
    assert elements(page.text, "input", name="version")[0].attrs["value"] == "2"


def test_a_scan_adds_a_name_for_a_translator_alone(own_house: House) -> None:
    form = {"text": "왕샤오밍(王小明) 대표", "add": "왕샤오밍\t王小明\t\tperson"}
    refused = _post(own_house.browser("viewer"), "/scan", form)
    assert refused.status_code == 403
    assert "왕샤오밍(王小明) 대표" in elements(refused.text, "textarea", name="text")[0].text
    added = _post(own_house.browser("translator"), "/scan", form)
    assert added.status_code == 200
    assert "제안했습니다" in added.text


def test_the_table_of_a_scan_is_csv_that_no_spreadsheet_computes(own_house: House) -> None:
    answer = _post(own_house.browser("viewer"), "/scan/names.csv", {"text": "왕샤오밍(王小明) 대표"})
    assert answer.mimetype == "text/csv"
    assert answer.text.startswith("\ufeff본문,한글 표기,한자")
    assert "왕샤오밍,왕샤오밍,王小明" in answer.text


def test_two_names_become_one_and_part_again(own_house: House, known: str) -> None:
    editor, ctx = own_house.browser("editor"), own_house.context
    other = add(ctx, [TermChange("彭詔"), TermChange("펑샤오")]).concept
    assert _post(editor, f"/concepts/{known}/merge", {"version": "1", "other": "펑샤오"}).status_code == 303
    assert _concept(own_house, other).id == known
    version = str(_concept(own_house, known).version)
    page = editor.get(f"/concepts/{known}").text
    assert {e.attrs["value"] for e in elements(page, "option")} >= {known, other}
    assert _post(editor, f"/concepts/{known}/split", {"version": version, "node": other}).status_code == 303
    assert _concept(own_house, other).id == other


def test_mentions_that_are_picked_become_another_name(own_house: House) -> None:
    editor, ctx = own_house.browser("editor"), own_house.context
    file = ctx.db.parent / "261.txt"
    file.write_text(
        "제 261 호 (2021. 12. 29)\n\n왕웨이(王伟) 시장이 왔다.\n\n왕웨이(王伟) 교수는 책을 썼다.\n", encoding="utf-8"
    )
    build(ctx, [file])
    wei = concept_id("王伟")
    boxes = elements(editor.get(f"/concepts/{wei}").text, "input", name="place")
    assert len(boxes) == 2
    version = str(_concept(own_house, wei).version)
    answer = _post(editor, f"/concepts/{wei}/split", {"version": version, "place": boxes[0].attrs["value"]})
    assert answer.status_code == 303
    assert _concept(own_house, wei).mentions == 1
    assert "나누었습니다." in editor.get(answer.headers["Location"]).text


def test_an_act_is_taken_back_from_the_page_that_tells_of_it(own_house: House, known: str) -> None:
    editor = own_house.browser("editor")
    answer = _post(editor, f"/concepts/{known}", {"version": "1", "f:note": "하나"})
    page = editor.get(answer.headers["Location"]).text
    event = elements(page, "input", name="event")[0].attrs["value"]
    assert _post(editor, f"/concepts/{known}/undo", {"event": event}).status_code == 303
    assert _concept(own_house, known).note == ""
    assert _post(editor, f"/concepts/{known}/revive", {"version": "2"}).status_code == 303
    assert _concept(own_house, known).note == "하나"
