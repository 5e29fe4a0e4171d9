"""/normalize without a browser: the bytes of the command, each change with its reason, the way back, refusals."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office_files import docx, paragraph, run, zipped
from parsed import elements
from werkzeug.test import TestResponse

from glossary.service.build import build
from glossary.service.context import Context, open_context
from glossary.service.normalize_all import normalize_all
from glossary.service.normalize_undo import undo
from glossary.webapp.app import create_app

LINES = """비야디(比亚迪, BYD)는 선전(深圳)에 있다. 비야디은 전기차를 만든다.
펑자오(彭昭)는 말했다. 펑자오가 왔다. 평자오는 갔다. 비야디을 보았다.
"""
CLEAN = "고칠 것이 없는 글이다.\n"
FILES: Mapping[str, bytes] = {
    "260.txt": LINES.replace("\n", "\r\n").encode("cp949", "replace"),
    "issues/261.docx": docx("".join(paragraph(run(line)) for line in LINES.splitlines())),
    "issues/262.md": f"# 262호\n\n{LINES}".encode(),
    "263.txt": CLEAN.encode(),
}


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    folder: Path = tmp_path_factory.mktemp("normalize")
    (folder / "1.txt").write_text(LINES * 2, encoding="utf-8")
    made = open_context(folder / "glossary.db", actor="김편집")
    build(made, [folder / "1.txt"])
    return made


@pytest.fixture
def app(ctx: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return create_app(ctx)


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as found:
        yield found


def _post(client: FlaskClient, files: Mapping[str, bytes]) -> TestResponse:
    token = str(elements(client.get("/normalize").text, "input", name="csrf_token")[0].attrs["value"])
    sent = [(io.BytesIO(data), name) for name, data in files.items()]
    return client.post("/normalize", data={"csrf_token": token, "files": sent})


def _done(client: FlaskClient, files: Mapping[str, bytes]) -> str:
    answer = _post(client, files)
    assert answer.status_code == 303, answer.text
    where = answer.headers["Location"]
    client.application.extensions["glossary.jobs"].find("normalize", where.rpartition("/")[2], "").wait(60)
    return where


def _zip(client: FlaskClient, where: str) -> bytes:
    with client.get(f"{where}/zip") as answer:
        return answer.data


def _unpacked(client: FlaskClient, where: str, folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_zip(client, where))) as archive:
        archive.extractall(folder)
        return {
            name: archive.read(name) for name in archive.namelist() if not name.startswith((".", "glossary-report"))
        }


def test_the_bytes_of_the_command(client: FlaskClient, ctx: Context, tmp_path: Path) -> None:
    source = tmp_path / "source"
    for name, data in FILES.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(data)
    normalize_all(ctx, [source], tmp_path / "out")
    wanted = {name: (tmp_path / "out" / name).read_bytes() for name in FILES}
    assert wanted["issues/261.docx"] != FILES["issues/261.docx"]
    assert _unpacked(client, _done(client, FILES), tmp_path / "a") == wanted
    archive = {"alles.zip": zipped(FILES)}
    assert _unpacked(client, _done(client, archive), tmp_path / "b") == wanted


def test_every_change_with_its_reason(client: FlaskClient) -> None:
    where = _done(client, FILES)
    page = client.get(where).text
    report = json.loads(client.get(f"{where}/report").data)
    assert report["summary"]["changed"] == 3
    assert len(elements(page, "del")) == len(report["changes"]) >= 6
    assert all(one["reason"] in page for one in report["changes"])
    assert "263.txt" in page


def test_the_report_brings_the_originals_back(client: FlaskClient, tmp_path: Path) -> None:
    _unpacked(client, _done(client, FILES), tmp_path / "a")
    assert (tmp_path / "a" / "260.txt").read_bytes() != FILES["260.txt"]
    undo(tmp_path / "a" / "glossary-report.json")
    assert {name: (tmp_path / "a" / name).read_bytes() for name in FILES} == dict(FILES)


def test_what_cannot_be_read_is_told_and_the_rest_is_done(client: FlaskClient, tmp_path: Path) -> None:
    where = _done(client, {"그림.txt": b"\x89PNG\r\n\x1a\n" + bytes(99), "260.txt": FILES["260.txt"]})
    report = json.loads(client.get(f"{where}/report").data)
    assert (report["summary"]["changed"], report["summary"]["failed"]) == (1, 1)
    assert list(_unpacked(client, where, tmp_path / "a")) == ["260.txt"]
    assert elements(client.get(where).text, "span", **{"class": "chip error"})


def test_it_outlasts_a_restart(client: FlaskClient, app: Flask) -> None:
    where = _done(client, {"260.txt": FILES["260.txt"]})
    before = _zip(client, where)
    app.extensions.pop("glossary.jobs")
    assert _zip(client, where) == before
    assert where in client.get("/normalize").text


def test_korean_names_of_old_archives(client: FlaskClient, tmp_path: Path) -> None:
    data = bytearray(zipped({"abcd.txt": FILES["260.txt"]}))
    old, new = b"abcd.txt", "호수.txt".encode("cp949")
    assert len(old) == len(new)
    data = bytearray(bytes(data).replace(old, new))
    assert list(_unpacked(client, _done(client, {"a.zip": bytes(data)}), tmp_path / "a")) == ["호수.txt"]


def _bomb() -> bytes:
    return zipped({"a.txt": b"0" * 40_000_000})


def _packed(method: int) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", method) as archive:
        archive.writestr("a.txt", LINES)
    return into.getvalue()


def _broken_inside() -> bytes:
    data = bytearray(_packed(zipfile.ZIP_DEFLATED))
    data[36:44] = b"\xff" * 8
    return bytes(data)


@pytest.mark.parametrize(
    ("files", "status", "code"),
    [
        ({}, 400, "upload-missing"),
        ({"a.zip": _broken_inside()}, 400, "zip-refused"),
        ({"a.zip": _packed(zipfile.ZIP_BZIP2)}, 400, "zip-refused"),
        ({"a.zip": _packed(zipfile.ZIP_LZMA)}, 400, "zip-refused"),
        ({"a.zip": zipped({f"{number}.txt": b"" for number in range(4_001)})}, 400, "zip-refused"),
        ({"a.zip": b"PK\x03\x04 broken"}, 400, "zip-refused"),
        ({"a.zip": zipped({"../a.txt": b"x"})}, 400, "zip-refused"),
        ({"a.zip": zipped({"/etc/a.txt": b"x"})}, 400, "zip-refused"),
        ({"a.zip": _bomb()}, 400, "zip-refused"),
        ({"a.txt": b"x", "A.TXT": b"y"}, 409, "normalize-collision"),
        ({"a": b"x", "a/b.txt": b"y"}, 409, "normalize-collision"),
    ],
)
def test_what_is_refused_leaves_nothing(
    client: FlaskClient, tmp_path: Path, files: dict[str, bytes], status: int, code: str
) -> None:
    answer = _post(client, files)
    assert (answer.status_code, code in answer.text) == (status, True)
    assert not list(tmp_path.rglob("in"))


def test_a_long_korean_name_is_cut_to_what_a_file_system_takes(client: FlaskClient) -> None:
    where = _done(client, {f"{'한' * 140}.txt": LINES.encode()})
    with client.get(f"{where}/zip") as answer:
        names = zipfile.ZipFile(io.BytesIO(answer.data)).namelist()
    assert f"{'한' * 65}.txt" in names


def test_nobody_else_finds_it(client: FlaskClient) -> None:
    where = _done(client, {"260.txt": FILES["260.txt"]})
    client.application.extensions["glossary.jobs"].find("normalize", where.rpartition("/")[2], "").owner = "이역자"
    for path in (where, f"{where}/zip", f"{where}/report", f"{where}/state"):
        assert client.get(path).status_code == 404
