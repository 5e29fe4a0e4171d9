"""A document under correction: what is accepted, typed, left and taken back, and what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.edit import apply
from glossary.errors import InputError
from glossary.model import ChangeSet
from glossary.service.context import Context, open_context
from glossary.service.proof import (
    Proof,
    accepting,
    accepting_all,
    accepting_sure,
    composed,
    corrected,
    kindred,
    opened,
    taken_back,
    typing,
)
from glossary.service.typed import typed

TEXT = """비야디(比亚迪, BYD)는 선전(深圳)에 있다. 비야디은 전기차를 만든다.
펑자오(彭昭)는 말했다. 펑자오가 왔다. 펑자오도 있다. 평자오는 갔다. 평자오와 펑자오가 있다.
"""


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """A glossary that has read one short issue."""
    from glossary.service.build import build

    folder: Path = tmp_path_factory.mktemp("proof")
    (folder / "1.txt").write_text(TEXT * 2, encoding="utf-8")
    made = open_context(folder / "glossary.db", actor="김편집")
    build(made, [folder / "1.txt"])
    return made


@pytest.fixture
def proof(ctx: Context) -> Proof:
    return opened(ctx, "2.txt", TEXT.encode())


def _next(ctx: Context, proof: Proof, *numbers: int) -> Proof:
    edits = accepting_all(proof, [proof.findings[n] for n in numbers], proof.findings[numbers[0]].suggestions[0])
    return opened(ctx, "2.txt", proof.data, edits=composed(proof, edits))


def _spelled(proof: Proof) -> list[int]:
    return [place for place, one in enumerate(proof.findings) if one.text == "평자오"]


def test_it_says_what_the_check_says(ctx: Context, proof: Proof) -> None:
    from glossary.service.check import check_bytes

    assert proof.findings == check_bytes(ctx, "2.txt", TEXT.encode()).findings
    assert "particle" in {one.rule for one in proof.findings}


def test_accepting_one_leaves_the_others(ctx: Context, proof: Proof) -> None:
    first, second = _spelled(proof)
    after = _next(ctx, proof, first)
    assert after.text == TEXT.replace("평자오", "펑자오", 1)
    assert len(_spelled(after)) == 1
    both = _next(ctx, after, *_spelled(after))
    assert both.text == TEXT.replace("평자오", "펑자오")
    assert corrected(ctx, both) == both.text.encode()
    assert second > first


def test_all_of_a_kind(proof: Proof) -> None:
    found = kindred(proof, proof.findings[_spelled(proof)[0]], "펑자오")
    assert [one.text for one in found] == ["평자오", "평자오"]


def test_the_particle_goes_with_the_name(proof: Proof) -> None:
    finding = proof.findings[_spelled(proof)[1]]
    assert [(edit.old, edit.new) for edit in accepting(TEXT, finding, "펑창")] == [("평자오", "펑창"), ("와", "과")]


def test_a_particle_is_taken_back_with_its_name(ctx: Context, proof: Proof) -> None:
    edits = accepting(TEXT, proof.findings[_spelled(proof)[1]], "펑창")
    after = opened(ctx, "2.txt", proof.data, edits=composed(proof, edits))
    assert "펑창과" in after.text
    assert taken_back(after, 0) == ()
    assert len(taken_back(after, 1)) == 1
    assert taken_back(after, 9) == after.edits


def test_the_sure_ones_are_those_of_fix(ctx: Context, proof: Proof) -> None:
    from glossary.service.check import check_bytes, fixes
    from glossary.service.fix import fixed

    checked = check_bytes(ctx, "2.txt", proof.data)
    after = opened(ctx, "2.txt", proof.data, edits=composed(proof, accepting_sure(ctx, proof)))
    assert corrected(ctx, after) == fixed(ctx, checked, proof.data, fixes(checked)) != proof.data


def test_typing_is_an_edit_like_any_other(ctx: Context, proof: Proof) -> None:
    one = opened(ctx, "2.txt", proof.data, edits=composed(proof, typing(proof, TEXT.replace("전기차", "버스"))))
    two = _next(ctx, one, *_spelled(one))
    assert two.text == TEXT.replace("전기차", "버스").replace("평자오", "펑자오")
    assert corrected(ctx, two).decode() == two.text
    assert "typed" in {edit.reason for edit in two.edits}


def test_what_is_left_stays_left(ctx: Context, proof: Proof) -> None:
    number = _spelled(proof)[0]
    print_ = proof.findings[number].fingerprint
    after = opened(ctx, "2.txt", proof.data, aside=[print_])
    assert print_ not in {one.fingerprint for one in after.findings}
    assert [one.finding.text for one in after.aside] == ["평자오"]


def test_a_page_is_not_typed_into(ctx: Context) -> None:
    page = opened(ctx, "2.html", f"<!doctype html><p>{TEXT}</p>".encode())
    with pytest.raises(InputError, match="not-typable"):
        typing(page, "다른 글")


def test_a_code_that_takes_no_edit_says_so(ctx: Context) -> None:
    page = opened(ctx, "2.md", f"`평자오는` {TEXT}".encode())
    at = page.text.index("평자오")
    from glossary.model import Edit

    with pytest.raises(InputError, match="edit-unwritable"):
        opened(ctx, "2.md", page.data, edits=[Edit(at, at + 3, "평자오", "펑자오", "variant-spelling")])


@given(st.text("가나\nab ", max_size=12), st.text("가나\r\nab ", max_size=12), st.booleans())
def test_typed_gives_the_new_text(before: str, after: str, windows: bool) -> None:
    before = before.replace("\n", "\r\n" if windows else "\n")

    def plain(text: str) -> str:
        return text.replace("\r\n", "\n").replace("\r", "\n")

    edits = typed(before, after)
    assert plain(apply(before, ChangeSet(edits))) == plain(after)
    assert len(edits) == (plain(before) != plain(after))
