"""`glossary import` and `glossary export` as a person calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.cli.main import main


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Run the command line in an empty folder and hand back its status and what it wrote."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GLOSSARY_DB", raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([*arguments, "--lang", "en"])
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return call


def test_a_list_comes_in_and_goes_out(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.csv").write_text("국문,중문,유형\n펑자오,彭昭,인물\n", encoding="utf-8")
    assert run("import", "a.csv", "--dry-run")[:2] == (
        0,
        "Dry run, nothing written: 1 created, 0 changed, 0 unchanged, 0 removed, 0 refused\n",
    )
    assert not (tmp_path / "glossary.db").exists()
    status, out, _ = run("import", "a.csv", "--actor", "kim", "--why", "first list")
    assert (status, out) == (0, "1 created, 0 changed, 0 unchanged, 0 removed, 0 refused\n")
    assert run("export", "g.csv")[0] == 0
    assert (tmp_path / "g.csv").read_bytes().startswith(b"\xef\xbb\xbfko,")
    status, out, _ = run("export", "-", "-f", "jsonl")
    assert status == 0
    assert '"text": "펑자오"' in out


def test_refused_lines_are_told_and_nothing_is_written(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.csv").write_text("ko,zh\n펑자오,彭昭\n彭昭,펑자오\n", encoding="utf-8")
    status, out, err = run("import", "a.csv")
    assert status == 2
    assert out.startswith("Nothing was written.")
    assert "[import-script] a.csv, line 3" in err
    assert run("import", "a.csv", "--keep-going")[0] == 2
    assert "펑자오" in run("export", "-", "-f", "csv")[1]


def test_a_note_with_odd_line_ends_comes_back(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.jsonl").write_text('{"note": "가\u2028나", "terms": [{"text": "펑자오", "language": "ko"}]}\r\n')
    assert run("import", "a.jsonl")[0] == 0
    assert run("export", "b.jsonl")[0] == 0
    assert run("import", "b.jsonl")[:2] == (0, "0 created, 0 changed, 1 unchanged, 0 removed, 0 refused\n")


def test_a_row_whose_id_is_another_concept_s_is_refused(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.csv").write_text("ko,zh\n펑자오,彭昭\n", encoding="utf-8")
    assert run("import", "a.csv")[0] == 0
    (tmp_path / "b.jsonl").write_text(
        '{"id": "c9cf91fc0a51", "key": "王五", "terms": [{"text": "왕우", "language": "ko"}]}\n', encoding="utf-8"
    )
    status, _, err = run("import", "b.jsonl")
    assert (status, "[import-key]" in err) == (2, True)


BAD = [
    (("import", "missing.csv"), "file-unreadable"),
    (("import", "names.docx"), "exchange-format"),
    (("import", "no-pack", "--remove"), "pack-missing"),
    (("edit", "--ko", "\udcff"), "form-unfit"),
    (("edit", "--ko", "펑자오", "--why", "\udcff"), "text-unfit"),
    (("history", "\udcff"), "db-missing"),
    (("export", "g.xyz"), "exchange-format"),
    (("export", "t.html", "--format", "table"), "table-document"),
    (("export", "t.html", "--document", "999"), "db-missing"),
]


@pytest.mark.parametrize(("arguments", "code"), BAD)
def test_what_cannot_be_done_says_why(run, arguments: tuple[str, ...], code: str) -> None:  # type: ignore[no-untyped-def]
    status, _, err = run(*arguments)
    assert status == 2
    assert f"[{code}]" in err
