"""`glossary normalize`: what it says, where, and with which exit status."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch_desk import JOURNAL, RIGHT, SLIP, write
from crash_batch import desk, tree

PATIENCE = 60


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return desk(tmp_path_factory.mktemp("normalize-cli")).db


def glossary(db: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "glossary", "--db", str(db), "--lang", "en", "normalize", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_from_a_folder_to_an_undo(db: Path, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.md", SLIP)
    write(tmp_path / "in" / "a.pdf", b"%PDF-1.7")
    done = glossary(db, tmp_path, "in", "--out", "out", "--report", "r.json")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "Files changed 1 (1 changes), unchanged 0, skipped 1, failed 0.",
        "Report: r.json (to take it back: glossary normalize --undo r.json)",
    ]
    assert done.stderr.startswith("glossary: [not-writable] a.pdf")
    assert tree(tmp_path / "out", hidden=True) == {"a.md": RIGHT}
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["summary"]["changes"] == 1
    taken = glossary(db, tmp_path, "--undo", "r.json")
    assert (taken.returncode, taken.stdout) == (0, "Taken back: 1 copy removed, 0 earlier files restored.\n")
    assert not (tmp_path / "out").exists()


def test_a_bad_file_is_2_and_the_others_are_there(db: Path, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.bin", b"\xff\xfe\x00")
    write(tmp_path / "in" / "b.txt", SLIP)
    done = glossary(db, tmp_path, "in", "missing.txt", "--out", "out")
    assert done.returncode == 2
    assert [line.split()[1] for line in done.stderr.splitlines()] == ["[file-missing]", "[undecodable]"]
    assert (tmp_path / "out" / "b.txt").read_bytes() == RIGHT


def test_a_diff_without_an_output_writes_nothing(db: Path, tmp_path: Path) -> None:
    write(tmp_path / "in" / "b.txt", SLIP)
    before = tree(tmp_path, hidden=True)
    done = glossary(db, tmp_path, "in", "--diff")
    assert done.returncode == 0
    assert done.stdout.splitlines()[:2] == ["--- a/b.txt", "+++ b/b.txt"]
    assert f"+{RIGHT.decode()}" in done.stdout
    assert tree(tmp_path, hidden=True) == before
    assert glossary(db, tmp_path, "in", "--diff", "--out", "out").stdout == done.stdout
    assert (tmp_path / "out" / "b.txt").read_bytes() == RIGHT


@pytest.mark.parametrize(
    "arguments",
    [(), ("in",), ("in", "--report", "r.json"), ("in", "--undo", "r.json"), ("in", "--out", "o", "--jobs", "0")],
)
def test_what_cannot_go_together(db: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "in").mkdir()
    done = glossary(db, tmp_path, *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("glossary: [usage")
    assert tree(tmp_path, hidden=True) == {}


def test_without_a_glossary_nothing_is_made(tmp_path: Path) -> None:
    write(tmp_path / "in" / "b.txt", SLIP)
    done = glossary(tmp_path / "none.db", tmp_path, "in", "--out", "out")
    assert (done.returncode, "[db-missing]" in done.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_is_130_and_can_go_on(db: Path, tmp_path: Path, jobs: str) -> None:
    for number in range(80):
        write(tmp_path / "in" / f"{number:03}.txt", SLIP * 5)
    arguments = ("in", "--out", "out", "--jobs", jobs)
    command = [sys.executable, "-m", "glossary", "--db", str(db), "--lang", "en", "normalize", *arguments]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, encoding="utf-8") as process:
        until = time.monotonic() + PATIENCE
        while not (tmp_path / "out" / "000.txt").exists() and time.monotonic() < until:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        said = process.stderr.read()
        assert process.wait(PATIENCE) == 130
    assert said == "\nInterrupted: the same command with --resume goes on in out.\n"
    journal = tmp_path / "out" / JOURNAL
    assert journal.exists()
    assert "[normalize-unfinished]" in glossary(db, tmp_path, *arguments).stderr
    assert glossary(db, tmp_path, *arguments, "--resume").returncode == 0
    assert not journal.exists()
    assert set(tree(tmp_path / "out").values()) == {RIGHT * 5}
