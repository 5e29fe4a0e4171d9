"""PDF and .hwp: read with their places, never written; what cannot be read says why."""

import gzip
from pathlib import Path

import pytest
from office_files import zipped
from pdf_files import pdf

from glossary.documents import read_document, write
from glossary.errors import GlossaryError
from glossary.model import ChangeSet

HWP = gzip.decompress((Path(__file__).parent / "data" / "table.hwp.gz").read_bytes())
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LINES = [(700, "1. 소식"), (670, "집행총재 펑"), (658, "자오(彭昭)는 말했다."), (610, "다음 문단이다.")]


def test_a_pdf_has_pages_and_paragraphs_and_keeps_its_lines() -> None:
    doc = read_document("260.pdf", pdf(LINES, [(700, "둘째 쪽")]))
    assert doc.format == "pdf"
    assert [doc.text[block.start : block.end] for block in doc.blocks] == [
        "1. 소식",
        "집행총재 펑\n자오(彭昭)는 말했다.",
        "다음 문단이다.",
        "둘째 쪽",
    ]
    places = [block.location.page for block in doc.blocks if block.location]
    assert (places, doc.blocks[0].kind) == ([1, 1, 1, 2], "heading")


def test_hwp_has_rows_and_cells() -> None:
    doc = read_document("260.hwp", HWP)
    assert doc.text == "이름\t도시\n영문\n평자오(彭昭)\t선전\n즈우(摯物)는 선전에서 행사를 열었다."
    place = doc.location(doc.text.index("선전"))
    assert (doc.format, place and place.cell) == ("hwp", "1:B3")


@pytest.mark.parametrize("data", [HWP, pdf(LINES)])
def test_neither_is_written(data: bytes) -> None:
    doc = read_document("260", data)
    with pytest.raises(GlossaryError) as caught:
        write(data, doc, ChangeSet(()))
    assert caught.value.code == "not-writable"


def _locked_hwp() -> bytes:
    data = bytearray(HWP)
    data[data.index(b"HWP Document File") + 36] |= 2
    return bytes(data)


NOUGHT = "<" + "00" * 32 + ">"
LOCK = f"/Encrypt<</Filter/Standard/V 1/R 2/O{NOUGHT}/U{NOUGHT}/P -4>>/ID[<00><00>]"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf(LINES, extra=LOCK), "file-encrypted"),
        (pdf([]), "pdf-scanned"),
        (b"%PDF-1.7 broken", "package-damaged"),
        (HWP[:2000], "package-damaged"),
        (_locked_hwp(), "file-encrypted"),
        (b"HWP Document File V3.00 \x1a\1\2\3\4\5" + bytes(200), "package-damaged"),
        (OLE + "WordDocument".encode("utf-16-le"), "save-as-docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "file-encrypted"),
        (OLE + "Workbook".encode("utf-16-le"), "not-text"),
        (zipped({"260.txt": "펑자오"}), "not-text"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read_document("260", data)
    assert (caught.value.code, caught.value.params["path"]) == (code, "260")


def test_too_many_pages_are_refused() -> None:
    from glossary.policy import DocumentsPolicy

    with pytest.raises(GlossaryError) as caught:
        read_document("260.pdf", pdf(*[LINES] * 4), DocumentsPolicy(max_pages=3))
    assert caught.value.code == "package-too-large"
