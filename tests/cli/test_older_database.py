"""A database of an older version: what reads says what to do, what writes brings it up to date and keeps a copy."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from glossary_fakes import ISSUE, FakeStages

from glossary.cli import main as cli
from glossary.store import schema


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GLOSSARY_DB", raising=False)
    monkeypatch.setenv("GLOSSARY_LANG", "en")
    monkeypatch.setenv("GLOSSARY_USER", "kim")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8"))
    monkeypatch.setattr("glossary.service.context.RealStages", FakeStages)
    (tmp_path / "260.txt").write_text(ISSUE, encoding="utf-8")
    (tmp_path / "names.csv").write_text("ko,zh-Hans\n펑자오,彭昭\n", encoding="utf-8")
    assert _run("build", "260.txt") == 0
    path = tmp_path / "glossary.db"
    with closing(sqlite3.connect(path)) as connection:  # the last migration makes the index anew and nothing else
        connection.execute(f"PRAGMA user_version = {schema.VERSION - 1}")
    return path


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main(list(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize("command", [("lookup", "彭昭"), ("verify",), ("review",), ("history", "彭昭")])
def test_what_reads_says_what_to_do(old: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]) -> None:
    assert _run(*command) == 2
    said = capsys.readouterr().err
    assert "[db-older]" in said
    assert "glossary verify --upgrade" in said


@pytest.mark.parametrize(
    "command",
    [
        ("verify", "--upgrade"), ("build", "260.txt"), ("edit", "彭昭", "--note", "회장"), ("import", "names.csv"),
        ("review", "-i"), ("ignore", "add", "--rule", "bracket", "--reason", "상호"),
    ],
    ids=lambda command: command[0],
)  # fmt: skip
def test_what_writes_brings_it_up_to_date(
    old: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    assert _run(*command) in (0, 1), capsys.readouterr().err
    aside = old.with_name("glossary.db.before-upgrade")
    assert str(aside.name) in capsys.readouterr().err
    with closing(sqlite3.connect(aside)) as kept, closing(sqlite3.connect(old)) as now:
        assert schema.version(kept) == schema.VERSION - 1
        assert schema.version(now) == schema.VERSION
    assert _run("verify") == 0


def test_undo_of_nothing_says_so(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("undo") == 2
    assert "[undo-nothing]" in capsys.readouterr().err
