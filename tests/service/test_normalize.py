"""Normalize: what is changed and why, and that twice is once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from crash_batch import desk
from office_files import docx, members, paragraph, run

from glossary.documents import read_document
from glossary.edit import apply
from glossary.errors import InputError
from glossary.model import ChangeSet, Document, Finding
from glossary.service import normalize as module
from glossary.service.context import Context, open_context
from glossary.service.normalize import normalize

SLIP = "평자오(彭昭)는 왔다. 평자오는 갔다.\r\n"


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return desk(tmp_path_factory.mktemp("normalize"))


def test_names_are_put_right_and_nothing_else(ctx: Context) -> None:
    found = normalize(ctx, "a.txt", SLIP.encode())
    assert found.data.decode() == SLIP.replace("평자오", "펑자오")
    assert [(one.edit.start, one.edit.old, one.edit.new) for one in found.changes] == [
        (0, "평자오", "펑자오"),
        (13, "평자오", "펑자오"),
    ]
    assert {one.reasons[0].rule for one in found.changes} == {"variant-spelling"}
    assert apply(found.doc.text, ChangeSet(tuple(one.edit for one in found.changes))).encode() == found.data


def test_twice_is_once(ctx: Context) -> None:
    once = normalize(ctx, "a.txt", SLIP.encode())
    twice = normalize(ctx, "a.txt", once.data)
    assert (twice.data, twice.changes) == (once.data, ())


@pytest.mark.parametrize(
    "data", ["펑자오(彭昭)가 왔다.".encode("utf-16"), b"\xef\xbb\xbfABC\r\n\r", "가나다".encode("cp949")]
)
def test_what_has_no_slip_comes_out_byte_for_byte(ctx: Context, data: bytes) -> None:
    assert normalize(open_context(ctx.db), "a.txt", data).data == data


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing of it is read"])
def test_what_is_read_only_is_not_read(ctx: Context, data: bytes) -> None:
    with pytest.raises(InputError, match="not-writable"):
        normalize(ctx, "a.pdf", data)


def test_word_files_keep_their_other_parts(ctx: Context) -> None:
    real = open_context(ctx.db)
    body = paragraph(run("평자", "<w:b/>"), run("오(彭昭)는 왔다."))
    found = normalize(real, "a.docx", docx(body))
    assert read_document("a.docx", found.data).text == "펑자오(彭昭)는 왔다."
    before, after = members(docx(body)), members(found.data)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert normalize(real, "a.docx", found.data).data == found.data


def test_inline_and_stored_ignores_are_heard(ctx: Context) -> None:
    text = "평자오(彭昭) <!-- glossary-ignore variant-spelling: 인용 -->\n".encode()
    assert normalize(ctx, "a.txt", text).data == text


def _rules(*pairs: tuple[str, str]) -> object:
    """A check that finds each left string and wants the right one."""

    def find(ctx: Context, reader: object, doc: Document) -> Iterator[Finding]:
        for old, new in pairs:
            if (at := doc.text.find(old)) >= 0:
                yield Finding("variant-spelling", "warning", at, at + len(old), old, "", (), (new,), fixable=True)

    return lambda *given: tuple(find(*given))


@pytest.mark.parametrize(
    ("pairs", "text", "expected", "changes"),
    [
        ([("가", "나나"), ("나나", "다")], "가는 크다", "다는 크다", [("가", "다", 2)]),
        ([("북", "남쪽"), ("남쪽은", "서쪽은")], "북은 크다", "서쪽은 크다", [("북은", "서쪽은", 3)]),
    ],
)
def test_rounds_are_told_as_changes_of_the_first_text(
    ctx: Context,
    monkeypatch: pytest.MonkeyPatch,
    pairs: Sequence[tuple[str, str]],
    text: str,
    expected: str,
    changes: object,
) -> None:
    monkeypatch.setattr(module, "findings", _rules(*pairs))
    found = normalize(ctx, "a.txt", text.encode())
    assert found.data.decode() == expected
    assert apply(text, ChangeSet(tuple(one.edit for one in found.changes))) == expected
    assert normalize(ctx, "a.txt", found.data).data == found.data


def test_rules_that_undo_each_other_end_at_one_text(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "findings", _rules(("갑", "을"), ("을", "병"), ("병", "갑")))
    ends = {normalize(ctx, "a.txt", text.encode()).data for text in ("갑", "을", "병")}
    assert len(ends) == 1


def test_fixes_without_end_are_told(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "findings", _rules(("가", "가가")))
    with pytest.raises(InputError, match="normalize-unsettled"):
        normalize(ctx, "a.txt", "가".encode())


def test_particles_follow_and_say_so(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "findings", _rules(("북경", "상하이")))
    found = normalize(ctx, "a.txt", "북경(北京)은 크다".encode())
    assert found.data.decode() == "상하이(北京)는 크다"
    assert [one.reasons[0].message for one in found.changes] == ["", "normalize-particle"]
    assert dict(found.changes[1].reasons[0].params)["name"] == "상하이"
