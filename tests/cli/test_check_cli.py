"""`glossary check` and `glossary ignore` as a script sees them: exit status, streams, files, with the real stages."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from glossary.cli import main as cli
from glossary.service.context import open_context

ISSUE = (
    "펑자오(彭昭) 대표는 강연했다.\n펑자오(彭昭) 대표가 왔다. 화샤모터스(华夏汽车)도 왔다.\n펑자오(彭昭)는 답했다.\n"
)
SLIP = "어제 펑자오(彭昭) 대표가 왔다. 평자오(彭昭)는 강연했다.\n"
FIXED = "어제 펑자오(彭昭) 대표가 왔다. 펑자오(彭昭)는 강연했다.\n"
CLEAN = "어제 회의가 열렸다.\n"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(scope="module")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from glossary.service.build import build

    folder = tmp_path_factory.mktemp("check")
    (folder / "1.txt").write_text(ISSUE, encoding="utf-8")
    build(open_context(folder / "glossary.db"), [folder / "1.txt"])
    return folder / "glossary.db"


@pytest.fixture
def shell(
    glossary: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GLOSSARY_LANG", "en")
    (tmp_path / "glossary.db").write_bytes(glossary.read_bytes())
    monkeypatch.setenv("GLOSSARY_DB", str(tmp_path / "glossary.db"))
    for name, text in (("slip.txt", SLIP), ("clean.txt", CLEAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Shell(capsysbinary, monkeypatch)


class Shell:
    """Runs the command in this process: exit status, output, errors."""

    def __init__(self, capsys: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            cli.main(list(arguments))
        out, err = self._capsys.readouterr()
        assert isinstance(left.value.code, int)
        return left.value.code, out.decode(), err.decode()


def test_exit_status(shell: Shell) -> None:
    assert shell("check", "clean.txt") == (0, "", "")
    status, out, _ = shell("check", "slip.txt", "--min-level", "warning")
    assert (status, out.count("\n")) == (1, 1)
    assert out.startswith("slip.txt:1:20: warning variant-spelling: ‘평자오’ → ‘펑자오’")
    assert shell("check", "slip.txt", "--min-level", "error")[:2] == (0, "")
    status, out, err = shell("check", "nothing.txt")
    assert (status, out) == (2, "")
    assert "nothing.txt" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--fix",), ("--fix", "--in-place", "-o", "x.txt"), ("--in-place",), ("--track-changes",),
        ("--fix", "--in-place", "--track-changes"), ("--fix", "-o", "x.txt", "clean.txt"),
    ],
)  # fmt: skip
def test_what_cannot_go_together_is_refused(shell: Shell, arguments: tuple[str, ...]) -> None:
    assert shell("check", "slip.txt", *arguments)[0] == 2
    assert Path("slip.txt").read_text(encoding="utf-8") == SLIP


def test_standard_input_is_named_by_its_sign(shell: Shell) -> None:
    status, out, _ = shell("check", "-", "-f", "json", stdin=SLIP.encode())
    found = json.loads(out)
    assert (status, {item["file"] for item in found}) == (1, {"-"})
    assert [item["text"] for item in found if item["severity"] == "warning"] == ["평자오"]


def test_diff_shows_and_writes_nothing(shell: Shell) -> None:
    status, out, _ = shell("check", "slip.txt", "--diff")
    assert (status, f"-{SLIP}" in out, f"+{FIXED}" in out) == (1, True, True)
    assert Path("slip.txt").read_text(encoding="utf-8") == SLIP


def test_fix_writes_elsewhere_or_in_place(shell: Shell) -> None:
    assert shell("check", "slip.txt", "--fix", "-o", "new.txt")[0] == 1
    assert Path("new.txt").read_text(encoding="utf-8") == FIXED
    assert Path("slip.txt").read_text(encoding="utf-8") == SLIP
    assert shell("check", "slip.txt", "--fix", "--in-place")[0] == 1
    assert Path("slip.txt").read_text(encoding="utf-8") == FIXED
    assert shell("check", "slip.txt", "--fix", "--in-place", "--min-level", "warning")[0] == 0


def test_fix_of_standard_input_goes_to_standard_output(shell: Shell) -> None:
    status, out, err = shell("check", "-", "--fix", "-o", "-", stdin=SLIP.encode())
    assert (status, out) == (1, FIXED)
    assert err.strip()


def test_baseline_keeps_quiet_about_what_it_has(shell: Shell) -> None:
    Path("before.json").write_text(shell("check", "slip.txt", "-f", "json")[1], encoding="utf-8")
    assert shell("check", "slip.txt", "--baseline", "before.json") == (0, "", "")
    Path("slip.txt").write_text(f"{CLEAN}{SLIP}평자오(彭昭)도 웃었다.\n", encoding="utf-8")
    status, out, _ = shell("check", "slip.txt", "--baseline", "before.json", "--min-level", "warning")
    assert (status, [line.split(":")[1] for line in out.splitlines()]) == (1, ["3"])
    Path("broken.json").write_text("[1]", encoding="utf-8")
    assert shell("check", "slip.txt", "--baseline", "broken.json")[0] == 2


def test_source_tells_what_the_korean_text_lacks(shell: Shell) -> None:
    Path("zh.txt").write_text("据报道，彭昭在深圳会见了王传福。\n", encoding="utf-8")
    Path("ko.txt").write_text("펑자오(彭昭)는 강연했다.\n", encoding="utf-8")
    status, out, _ = shell("check", "ko.txt", "--source", "zh.txt", "-f", "json")
    found = [item for item in json.loads(out) if item["rule"] == "source-mismatch"]
    assert status == 1
    assert any("王传福" in item["message"] for item in found)
    assert not any("彭昭" in item["message"] for item in found)


def test_ignores_are_listed_and_taken_back(shell: Shell) -> None:
    assert shell("ignore", "add", "--rule", "variant-spelling", "--text", "평자오", "--reason", "as quoted")[0] == 0
    assert shell("check", "slip.txt", "--min-level", "warning")[:2] == (0, "")
    status, out, _ = shell("ignore")
    assert (status, "as quoted" in out, "평자오" in out) == (0, True, True)
    assert shell("ignore", "undo", "1", "--why", "no quotation")[0] == 0
    assert shell("check", "slip.txt", "--min-level", "warning")[0] == 1
    assert "as quoted" not in shell("ignore", "list")[1]
    assert "as quoted" in shell("ignore", "list", "--all")[1]
    assert shell("ignore", "undo", "9")[0] == 2
    assert shell("ignore", "add", "--reason", "everything")[0] == 2


def test_word_takes_changes_that_an_author_signs(shell: Shell) -> None:
    Path("slip.docx").write_bytes(_docx(SLIP.strip()))
    assert shell("check", "slip.docx", "--min-level", "warning")[0] == 1
    done = shell("check", "slip.docx", "--fix", "-o", "new.docx", "--track-changes", "--author", "편집부")
    assert done[0] == 1
    body = zipfile.ZipFile("new.docx").read("word/document.xml").decode()
    assert ("w:ins " in body, "w:del " in body, "편집부" in body) == (True, True, True)
    assert shell("check", "new.docx", "--min-level", "warning")[:2] == (0, "")


def _docx(text: str) -> bytes:
    """The smallest Word file with one paragraph."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, body in parts.items():
            file.writestr(name, head + body)
    return out.getvalue()
