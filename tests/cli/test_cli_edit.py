"""The commands that write history and keep the file: what they print, and how they leave."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from glossary_fakes import ISSUE, FakeStages

from glossary.cli import main as cli

Shell = Callable[..., tuple[int, str, str]]


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GLOSSARY_DB", raising=False)
    monkeypatch.setenv("GLOSSARY_LANG", "en")
    monkeypatch.setattr("glossary.service.context.RealStages", lambda *_: FakeStages())
    (tmp_path / "260.txt").write_text(ISSUE, encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            cli.main(list(arguments))
        out, err = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return left.value.code, out, err

    assert run("build", "260.txt")[0] == 0
    return run


def _event(out: str) -> str:
    found = re.match(r"(\d+) c[0-9a-f]{11} version \d+ \(", out)
    assert found, out
    return found[1]


def test_an_edit_prints_its_event_and_history_tells_it(shell: Shell) -> None:
    status, out, err = shell("edit", "펑자오", "--prefer", "평자오", "--why", "own spelling", "--actor", "kim")
    assert (status, err) == (0, "")
    number = _event(out)
    status, out, _ = shell("history", "彭昭", "-f", "json")
    said = next(event for event in json.loads(out) if str(event["id"]) == number)
    assert (status, said["actor"], said["why"]) == (0, "kim", "own spelling")
    status, out, _ = shell("history", "평자오", "--limit", "2")
    assert "ko 평자오: deprecated ×1 -> preferred ×1" in out
    status, out, err = shell("edit", "펑자오", "--prefer", "평자오")
    assert (status, out) == (0, "")
    assert "nothing was changed" in err
    assert shell("undo", number)[0] == 0
    assert _event(shell("undo", "--revive", "彭昭", "--to", "2")[1])


def test_add_merge_split(shell: Shell) -> None:
    assert _event(shell("edit", "--zh", "李四", "--ko", "리쓰", "--type", "person")[1])
    assert _event(shell("edit", "彭昭", "--merge", "李四")[1])
    assert _event(shell("edit", "李四", "--note", "both")[1])
    joined = json.loads(shell("history", "彭昭", "-f", "json")[1])
    right = next(item["after"] for event in joined for item in event["differences"] if item["what"] == "right")
    assert _event(shell("edit", right, "--split")[1])
    assert shell("verify")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("edit", "없는이름", "--note", "x"), "concept-missing"),
        (("edit", "彭昭"), "edit-nothing"),
        (("edit",), "concept-nameless"),
        (("edit", "彭昭", "--merge", "香港", "--note", "x"), "edit-mixed"),
        (("edit", "彭昭", "--zh", "李四"), "edit-mixed"),
        (("edit", "彭昭", "--at", "260.txt:1"), "edit-mixed"),
        (("edit", "彭昭", "--note", "x", "--expect", "99"), "version-conflict"),
        (("edit", "--zh", "彭昭"), "concept-exists"),
        (("edit", "彭昭", "--note", "x", "--actor", "a\nb"), "actor-invalid"),
        (("undo", "999"), "event-missing"),
        (("undo",), "undo-nothing"),
        (("history", "없는이름"), "concept-missing"),
        (("restore", "none.db"), "db-missing"),
        (("backup", "none/copy.db"), "folder-missing"),
        (("verify", "--db", "none.db"), "db-missing"),
        (("edit", "彭昭", "--note", "x", "--db", "none.db"), "db-missing"),
    ],
)
@pytest.mark.parametrize("lang", ["ko", "en", "zh"])
def test_what_cannot_be_done_is_said_and_leaves_2(
    shell: Shell, arguments: tuple[str, ...], code: str, lang: str
) -> None:
    status, out, err = shell(*arguments, "--lang", lang)
    assert (status, out) == (2, "")
    assert err.startswith(f"glossary: [{code}] ")
    assert not Path("none.db").exists()


def test_backup_restore_verify(shell: Shell) -> None:
    assert shell("backup", "copy.db")[0] == 0
    assert shell("backup", "copy.db")[0] == 2
    shell("edit", "彭昭", "--note", "later")
    status, out, _ = shell("restore", "copy.db")
    assert (status, "glossary.db.before-restore" in out) == (0, True)
    assert shell("verify")[:2] == (0, "glossary.db: nothing is wrong. 4 events, 4 concepts, 1 document.\n")
    raw = sqlite3.connect("glossary.db")
    raw.executescript("UPDATE concepts SET type = 'work'")
    raw.close()
    status, out, err = shell("verify")
    assert (status, out, "[verify-replay]" in err) == (2, "", True)
    assert shell("verify", "--repair")[0] == 0
