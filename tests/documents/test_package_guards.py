"""Packages from strangers: bombs, climbing names, entities, damage; always a coded error, never a traceback."""

import io
import random
import struct
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import W, docx, hangul, hangul_table, hwpx, members, paragraph, run, table, text_box, zipped
from pdf_files import pdf

from glossary.documents import read_document, write
from glossary.documents.zipped import directory_size
from glossary.errors import GlossaryError
from glossary.model import ChangeSet, Edit
from glossary.policy import DocumentsPolicy

BODY = "word/document.xml"
GOOD = docx(paragraph(run("평자오(彭昭)는")) + table(("이름", "도시")), header=paragraph(run("머리말")))
HANGUL = hwpx(hangul("평", "자오") + hangul_table(("이름", "도시")))


def code(data: bytes, limits: DocumentsPolicy | None = None) -> str:
    with pytest.raises(GlossaryError) as caught:
        read_document("260.docx", data, limits)
    return caught.value.code


def with_part(name: str, data: bytes | str) -> bytes:
    return zipped({**members(GOOD), name: data})


def body(inner: str, before: str = "") -> bytes:
    return with_part(BODY, f"{before}<w:document {W}><w:body>{inner}</w:body></w:document>")


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (body(paragraph(run("&b;")), LAUGHS), "package-unsafe"),
        (body(paragraph(run("글")), OUTSIDE), "package-unsafe"),
        (body("<w:sdt>" * 300 + "</w:sdt>" * 300), "package-unsafe"),
        (with_part("../../evil.txt", "x"), "package-unsafe"),
        (with_part("/etc/evil", "x"), "package-unsafe"),
        (with_part("word\\..\\..\\evil", "x"), "package-unsafe"),
        (with_part("C:/evil", "x"), "package-unsafe"),
        (with_part(BODY, "<w:document"), "package-damaged"),
        (with_part(BODY, '<?xml version="1.0" encoding="euc-kr"?><x/>'), "package-damaged"),
        (with_part("word/media/bomb.bin", bytes(1 << 24)), "package-too-large"),
        (with_part("_rels/.rels", "<x/>"), "package-damaged"),
        (zipped({"word/document.xml": "x"}), "package-damaged"),
        (GOOD[:-30], "package-damaged"),
        (GOOD[: len(GOOD) // 2], "package-damaged"),
        (hwpx(), "package-damaged"),
        (docx(""), "empty-file"),
    ],
)
def test_refused(data: bytes, expected: str) -> None:
    assert code(data) == expected


@pytest.mark.parametrize(
    "limits",
    [
        DocumentsPolicy(max_members=3),
        DocumentsPolicy(max_unpacked=1000),
        DocumentsPolicy(max_part=100),
    ],
)
def test_limits_are_those_of_the_policy(limits: DocumentsPolicy) -> None:
    assert code(GOOD, limits) == "package-too-large"
    assert code(GOOD, DocumentsPolicy(max_bytes=10, max_file=10)) == "file-too-large"


def test_a_directory_is_measured_by_the_numbers_that_are_used() -> None:
    """A short number in the old record, the true one in the record of 64 bits before it."""
    end = GOOD.rfind(b"PK\x05\x06")
    size, start = struct.unpack_from("<II", GOOD, end + 12)
    many = len(members(GOOD))
    wide = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, many, many, size, start)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    old = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, 46, start, 0)
    data = GOOD[:end] + wide + locator + old
    assert directory_size(data) == directory_size(GOOD) == size
    assert len(zipfile.ZipFile(io.BytesIO(data)).infolist()) == many


def test_names_that_stand_twice_are_refused() -> None:
    buffer = io.BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(BODY, "<x/>")
    assert code(buffer.getvalue()) == "package-unsafe"


def test_parts_that_share_their_bytes_are_refused() -> None:
    """Many small entries that all point to one large part: a bomb without layers."""
    data = bytearray(GOOD)
    places = [at for at in range(len(data) - 4) if data[at : at + 4] == b"PK\x01\x02"]
    struct.pack_into("<I", data, places[1] + 42, struct.unpack_from("<I", data, places[2] + 42)[0])
    assert code(bytes(data)) in ("package-unsafe", "package-damaged")


def test_a_part_that_unpacks_to_more_than_it_says_is_refused() -> None:
    data = bytearray(GOOD)
    place = data.index(BODY.encode(), data.rindex(b"word/media/image1.png")) - 46
    struct.pack_into("<I", data, place + 24, 10)
    assert code(bytes(data)) == "package-damaged"


def test_a_locked_part_says_so() -> None:
    data = bytearray(GOOD)
    for at in range(len(data) - 4):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
    assert code(bytes(data)) == "file-encrypted"


def test_a_package_with_sizes_behind_the_data_is_rewritten() -> None:
    buffer = io.BytesIO()

    class Pipe(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            return buffer.write(data)  # type: ignore[arg-type]

    with zipfile.ZipFile(Pipe(), "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        for name, data in members(GOOD).items():
            archive.writestr(name, data)
    data = buffer.getvalue()
    doc = read_document("260.docx", data)
    out = write(data, doc, ChangeSet((Edit(0, 3, "평자오", "펑자오", ""),)))
    assert read_document("260.docx", out).text == doc.text.replace("평", "펑")
    assert members(out).keys() == members(data).keys()


BOXED = docx(paragraph(run("가"), text_box(paragraph(run("나")))) + paragraph(run("다")))
WHOLE = [GOOD, HANGUL, BOXED, pdf([(700, "펑자오(彭昭)는"), (680, "둘째 줄")])]
PARTS = [(GOOD, BODY), (GOOD, "word/_rels/document.xml.rels"), (GOOD, "word/styles.xml"), (BOXED, BODY)]
PARTS += [(HANGUL, name) for name in ("Contents/section0.xml", "Contents/header.xml", "Contents/content.hpf")]


def _mutated(data: bytes, seed: int) -> bytes:
    rng, out = random.Random(seed), bytearray(data)
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(out) or 1)
        match rng.randrange(4):
            case 0:
                out[place : place + 1] = bytes([rng.randrange(256)])
            case 1:
                del out[place : place + rng.randint(1, 40)]
            case 2:
                out[place:place] = out[rng.randrange(len(out) or 1) :][: rng.randint(1, 60)]
            case _:
                out[place : place + 4] = struct.pack("<I", rng.choice([0, 1, 0xFFFFFFFF, 0x7FFFFFFF, len(data)]))
    return bytes(out)


def _read_and_write(data: bytes) -> None:
    """Whatever the bytes are: a document that can be written, or an error with a code."""
    try:
        doc = read_document("260", data)
        edits = [Edit(block.start, block.start, "", "펑", "") for block in doc.blocks]
        write(data, doc, ChangeSet(tuple(edits)))
        write(data, doc, ChangeSet(tuple(edits)), track=True, author="편집부", date="2021-12-22T09:00:00Z")
    except GlossaryError:
        return


@settings(max_examples=250, deadline=None)
@given(which=st.integers(0, len(WHOLE) - 1), seed=st.integers(0, 1 << 30))
def test_damaged_files_end_in_a_document_or_a_coded_error(which: int, seed: int) -> None:
    _read_and_write(_mutated(WHOLE[which], seed))


@settings(max_examples=250, deadline=None)
@given(which=st.integers(0, len(PARTS) - 1), seed=st.integers(0, 1 << 30))
def test_damaged_parts_end_in_a_document_or_a_coded_error(which: int, seed: int) -> None:
    data, name = PARTS[which]
    inside = members(data)
    _read_and_write(zipped({**inside, name: _mutated(inside[name], seed)}))


def _element(tag: str, inner: list[str]) -> str:
    return f"<w:{tag}>{''.join(inner)}</w:{tag}>"


TAGS = st.sampled_from(("p", "r", "t", "tbl", "tr", "tc", "ins", "del", "rt", "ruby", "rPr", "pPr", "br", "sdt"))
NESTED = st.recursive(
    st.just("글"), lambda inner: st.builds(_element, TAGS, st.lists(inner, max_size=3)), max_leaves=25
)


@settings(max_examples=150, deadline=None)
@given(NESTED)
def test_any_nesting_of_known_elements_is_read(inner: str) -> None:
    _read_and_write(docx(inner))


def test_a_whole_part_of_padding_packs_small_and_is_still_counted() -> None:
    packed = zlib.compress(bytes(1 << 22))
    assert len(packed) * 200 < 1 << 22
    assert code(with_part("docProps/thumbnail.wmf", bytes(1 << 22))) == "package-too-large"
