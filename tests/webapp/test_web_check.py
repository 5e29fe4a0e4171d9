"""/check without a browser: hand in, correct step by step, leave with a reason, take away; nothing becomes markup."""
# ruff: noqa: F811 -- fixtures of proof_room are asked for by name

from __future__ import annotations

import io
import zipfile

import pytest
from flask.testing import FlaskClient
from office_files import docx, paragraph, run
from parsed import elements
from proof_room import PART, TEXT, app, begin, client, ctx, do, findings, number_of, text_of, token  # noqa: F401

from glossary.service.check import check_bytes, fixes
from glossary.service.context import Context
from glossary.service.fix import fixed
from glossary.service.reports import FORMATS, report


def test_it_finds_what_the_check_finds(client: FlaskClient, ctx: Context) -> None:
    where = begin(client, text=TEXT)
    checked = check_bytes(ctx, "text.txt", TEXT.encode())
    assert [one["fingerprint"] for one in findings(client, where)] == [one.fingerprint for one in checked.findings]
    page = client.get(f"{where}?level=info").text
    assert len([one for one in elements(page, "li") if "data-number" in one.attrs]) == len(checked.findings) > 4
    for form in FORMATS:
        assert client.get(f"{where}/report/{form}").text == report(form, [checked], "ko")


def test_every_finding_is_marked_in_the_text_and_linked_both_ways(client: FlaskClient) -> None:
    page = client.get(begin(client, text=TEXT) + "?level=info").text
    numbers = [str(one.attrs["data-number"]) for one in elements(page, "li") if "data-number" in one.attrs]
    marked = {number for one in elements(page, "mark") for number in str(one.attrs.get("data-f", "")).split()}
    assert marked == set(numbers)
    assert all(elements(page, "span", id=f"m{number}") for number in numbers)
    run = elements(page, "div", **{"class": "run"})[0]
    assert run.text == TEXT


def test_accepting_repairs_the_particle_and_shows_it_before(client: FlaskClient) -> None:
    where = begin(client, text=TEXT)
    number = number_of(client, where, "리팅")
    page = client.get(where).text
    button = elements(page, "button", value=f"accept:{number}:0")[0]
    assert "리텅" in button.text
    assert do(client, where, f"do accept:{number}:0").status_code == 303
    assert "리텅(李腾)이" in text_of(client, where)
    assert client.get(f"{where}/file").data.decode() == text_of(client, where)


def test_all_of_a_kind_and_back(client: FlaskClient) -> None:
    where = begin(client, text=TEXT)
    do(client, where, f"do all:{number_of(client, where, '평자오')}:0")
    assert text_of(client, where).count("평자오") == 0
    do(client, where, "do undo")
    assert text_of(client, where) == TEXT
    do(client, where, f"do all:{number_of(client, where, '평자오')}:0")
    do(client, where, "do back:1")
    assert text_of(client, where).count("평자오") == 1


def test_the_sure_ones_give_the_bytes_of_fix(client: FlaskClient, ctx: Context) -> None:
    data = TEXT.replace("\n", "\r\n").encode("cp949", "replace")
    where = begin(client, file=(io.BytesIO(data), "호.txt"))
    do(client, where, "do sure")
    checked = check_bytes(ctx, "호.txt", data)
    answer = client.get(f"{where}/file")
    assert answer.data == fixed(ctx, checked, data, fixes(checked)) != data
    assert "filename*=UTF-8''%ED%98%B8-checked.txt" in answer.headers["Content-Disposition"]


def test_typing_and_words_of_ones_own(client: FlaskClient) -> None:
    where = begin(client, text=TEXT)
    answer = client.post(
        f"{where}/text", data={"csrf_token": token(client), "text": TEXT.replace("왔다.", "왔어!")}, headers=PART
    )
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "왔어!" in text_of(client, where)
    number = number_of(client, where, "평자오")
    assert "이렇게 쓰기" in client.get(f"{where}/finding/{number}").text
    do(client, where, "other", number=str(number), words="펑창")
    assert "펑창은 갔다" in text_of(client, where)


def test_leaving_here_and_taking_up_again(client: FlaskClient) -> None:
    where = begin(client, text=TEXT)
    before = len(findings(client, where))
    fingerprint = findings(client, where)[number_of(client, where, "리팅")]["fingerprint"]
    do(client, where, "leave", number=str(number_of(client, where, "리팅")), scope="now")
    assert len(findings(client, where)) == before - 1
    client.post(f"{where}/again", data={"csrf_token": token(client), "fingerprint": fingerprint})
    assert len(findings(client, where)) == before


@pytest.mark.parametrize("scope", ["place", "concept", "everywhere"])
def test_leaving_for_good_needs_a_reason_and_can_be_taken_back(client: FlaskClient, scope: str) -> None:
    where = begin(client, text=TEXT)
    before = [one["fingerprint"] for one in findings(client, where)]
    number = str(number_of(client, where, "리팅"))
    assert do(client, where, "leave", number=number, scope=scope).status_code == 400
    assert do(client, where, "leave", number=number, scope=scope, reason="본인이 그렇게 쓴다").status_code == 303
    assert len(findings(client, where)) == len(before) - 1
    page = client.get(where).text
    assert "본인이 그렇게 쓴다" in page
    assert len(findings(client, begin(client, text=TEXT))) == len(before) - 1
    ignore = str(elements(page, "input", name="ignore")[0].attrs["value"])
    client.post(f"{where}/speak", data={"csrf_token": token(client), "ignore": ignore})
    assert [one["fingerprint"] for one in findings(client, where)] == before


def test_a_word_file_comes_back_with_tracked_changes(client: FlaskClient) -> None:
    where = begin(
        client, file=(io.BytesIO(docx("".join(paragraph(run(line)) for line in TEXT.splitlines()))), "260.docx")
    )
    page = client.get(where).text
    assert not elements(page, "textarea", id="typed")
    do(client, where, "do sure")
    plain = client.get(f"{where}/file").data
    assert "비야디는 전기차를" in _body(plain)
    tracked = _body(client.get(f"{where}/file?track=1&author=김편집").data)
    assert 'w:author="김편집"' in tracked
    assert "<w:ins " in tracked
    assert client.post(f"{where}/text", data={"csrf_token": token(client), "text": "x"}).status_code == 400


def _body(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_the_chinese_source_stands_beside_it(client: FlaskClient) -> None:
    where = begin(client, text=TEXT, source="李腾与上海的王传福。")
    page = client.get(where).text
    assert elements(page, "div", id="source")[0].text == "李腾与上海的王传福。"
    assert "source-mismatch" in {one["rule"] for one in findings(client, where)}
