"""Writing: nothing but the edits moves, whatever the encoding; what cannot be written is refused before it is."""

import random
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import docx, hangul, hangul_table, hwpx, paragraph, run, table

from glossary.documents import read_document, sift, write
from glossary.documents.load import load
from glossary.documents.write_back import edited
from glossary.errors import GlossaryError
from glossary.model import ChangeSet, Document, Edit
from glossary.policy import load_policy

LIMITS = load_policy().documents
TEXT = "집행총재 평자오(彭昭)는\r\n상하이에서 말했다.\n\r\n리엔상(聯想)도"
NEW = ["펑자오", "", "<허&싸>", "賽", "은(는)"]
LETTERS = st.text(st.sampled_from("가나평자오彭昭 (&<>\"'.A1"), min_size=1, max_size=8)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949", "gb18030"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_texts_keep_encoding_mark_line_ends_and_normal_form(encoding: str, form: str) -> None:
    if form == "NFD" and encoding == "cp949":
        return
    text = unicodedata.normalize(form, TEXT)
    old, new = (unicodedata.normalize(form, word) for word in ("평자오", "펑자오"))
    data = text.encode(encoding)
    doc = read_document("260.txt", data)
    start = doc.text.index(old)
    out = write(data, doc, ChangeSet((Edit(start, start + len(old), old, new, ""),)))
    assert out == text.replace(old, new).encode(encoding)


def _edits(doc: Document, seed: int) -> ChangeSet:
    rng, edits, place = random.Random(seed), [], 0
    for block in doc.blocks:
        start = rng.randint(block.start, block.end)
        end = min(block.end, start + rng.randint(0, 4))
        if start >= place and not any(first < max(end, start + 1) and start < last for first, last in doc.kept):
            edits.append(Edit(start, end, doc.text[start:end], rng.choice(NEW), ""))
            place = end + 1
    return sift(_DATA[doc.name], doc, ChangeSet(tuple(edits)))


_DATA: dict[str, bytes] = {}
MADE: dict[str, Callable[[list[str]], bytes]] = {
    "a.txt": lambda words: " ".join(words).encode(),
    "b.txt": lambda words: "\r\n".join(words).encode("utf-16"),
    "c.docx": lambda words: docx(paragraph(*map(run, map(_xml, words))) * 2 + table(tuple(map(_xml, words)))),
    "d.hwpx": lambda words: hwpx(hangul(*map(_xml, words)) * 2 + hangul_table(tuple(map(_xml, words)))),
    "e.html": lambda words: f"<html><p>{'<b>'.join(map(_xml, words))}<p>{' '.join(map(_xml, words))}".encode(),
}


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@pytest.mark.parametrize("name", MADE)
@settings(max_examples=60, deadline=None)
@given(words=st.lists(LETTERS, min_size=1, max_size=5), seed=st.integers(0, 999))
def test_what_is_written_reads_as_edited(name: str, words: list[str], seed: int) -> None:
    data = _DATA[name] = MADE[name](["가", *words])
    doc = read_document(name, data)
    changes = _edits(doc, seed)
    out = write(data, doc, changes)
    again, wanted = load(name, out, LIMITS)[1].text, edited(doc.text, changes.edits)
    if name != "e.html":
        assert _filled(again) == _filled(wanted)
    assert again.split() == wanted.split()


def _filled(text: str) -> list[str]:
    """The lines that hold anything: an emptied paragraph is none, and neither is an emptied cell at a row's edge."""
    lines = ("\t".join(cell.strip(" ") for cell in line.split("\t")).strip("\t") for line in text.split("\n"))
    return [line for line in lines if line]


@pytest.mark.parametrize("name", ["c.docx", "d.hwpx"])
@settings(max_examples=60, deadline=None)
@given(words=st.lists(LETTERS, min_size=1, max_size=5), seed=st.integers(0, 999))
def test_tracked_changes_hold_both_texts(name: str, words: list[str], seed: int) -> None:
    data = _DATA[name] = MADE[name](["가", *words])
    doc = read_document(name, data)
    changes = _edits(doc, seed)
    out = write(data, doc, changes, track=True, author="편집부", date="2021-12-22T09:00:00Z")
    assert load(name, out, LIMITS)[1].text.split() == edited(doc.text, changes.edits).split()
    assert load(name, out, LIMITS, accepted=False)[1].text == doc.text


@pytest.mark.parametrize(
    ("edits", "code"),
    [
        ((Edit(0, 2, "다른", "말", ""),), "edit-unwritable"),
        ((Edit(0, 99, TEXT, "말", ""),), "edit-unwritable"),
        ((Edit(0, 4, "집행총재", "총재", ""), Edit(2, 4, "총재", "말", "")), "edit-unwritable"),
        ((Edit(0, 2, "집행", "\x00", ""),), "edit-unwritable"),
        ((Edit(0, 2, "집행", "\ud800", ""),), "edit-unwritable"),
        ((Edit(0, 2, "집행", "赛", ""),), "unencodable"),
    ],
)
def test_edits_that_cannot_be_meant_are_refused(edits: tuple[Edit, ...], code: str) -> None:
    data = TEXT.encode("cp949")
    doc = read_document("260.txt", data)
    with pytest.raises(GlossaryError) as caught:
        write(data, doc, ChangeSet(edits))
    assert caught.value.code == code


def test_another_file_than_was_checked_is_not_written() -> None:
    doc = read_document("260.txt", TEXT.encode())
    with pytest.raises(GlossaryError) as caught:
        write(TEXT.encode() + b" ", doc, ChangeSet((Edit(0, 2, "집행", "말", ""),)))
    assert caught.value.code == "document-changed"


def test_a_text_takes_no_tracked_changes() -> None:
    doc = read_document("260.txt", TEXT.encode())
    with pytest.raises(GlossaryError) as caught:
        write(TEXT.encode(), doc, ChangeSet(()), track=True, author="편집부", date="2021-12-22T09:00:00Z")
    assert caught.value.code == "not-trackable"
