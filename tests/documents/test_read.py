"""Files and streams to documents: what is read, and how what cannot be read is refused."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from glossary.documents import read_document, read_path, read_stream
from glossary.errors import GlossaryError
from glossary.policy import DocumentsPolicy

ISSUE = Path(__file__).parents[2] / "corpus" / "issues" / "260.txt"


def _zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "application/hwp+zip" if name == "mimetype" else "")
    return buffer.getvalue()


def test_the_newsletter() -> None:
    doc = read_path(ISSUE)
    data = ISSUE.read_bytes()
    assert (doc.name, doc.title, doc.issue, doc.date) == ("260.txt", "주간 중국 창업", 260, "2021-12-22")
    assert (doc.text, doc.digest) == (data.decode(), hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", "".encode("utf-16")])
def test_nothing_in_it(data: bytes) -> None:
    with pytest.raises(GlossaryError) as caught:
        read_document("260.txt", data)
    assert (caught.value.code, caught.value.params) == ("empty-file", {"path": "260.txt"})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_zip("xl/workbook.xml"), "xlsx"),
        (_zip("ppt/presentation.xml"), "pptx"),
        (_zip("260.txt"), "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "ole"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image"),
        (b"SQLite format 3\0" + bytes(84), "sqlite"),
        (b"\x1f\x8b\x08", "archive"),
        (b"{\\rtf1", "rtf"),
        (bytes(100), "binary"),
    ],
)
def test_files_of_no_text(data: bytes, kind: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read_document("260", data)
    assert (caught.value.code, caught.value.params["kind"]) == ("not-text", kind)


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    cases = [(tmp_path / "missing.txt", "file-missing"), (tmp_path, "is-directory"), (Path("a\0b"), "file-unreadable")]
    for path, code in cases:
        with pytest.raises(GlossaryError) as caught:
            read_path(path)
        assert caught.value.code == code


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(GlossaryError) as caught:
        read_path(tmp_path / "260.txt")
    assert (caught.value.code, caught.value.params["detail"]) == ("file-unreadable", "Permission denied")


def test_the_size_limit_reads_no_more_than_it_must(tmp_path: Path) -> None:
    path = tmp_path / "260.txt"
    path.write_text("베이징 " * 100, encoding="utf-8")
    limits = DocumentsPolicy(max_bytes=100, max_file=100)
    stream = io.BytesIO(path.read_bytes())
    for read in (lambda: read_path(path, limits), lambda: read_stream(stream, limits=limits)):
        with pytest.raises(GlossaryError) as caught:
            read()
        assert (caught.value.code, caught.value.params["limit"]) == ("file-too-large", 100)


def test_standard_input() -> None:
    doc = read_stream(io.BytesIO("홍콩(香港)".encode("cp949")))
    assert (doc.name, doc.text, doc.encoding) == ("-", "홍콩(香港)", "cp949")
