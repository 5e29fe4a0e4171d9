"""The command as a process: closed pipes, full disks, signals, what a start loads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from glossary_fakes import ISSUE, context

from glossary.service.build import build

HEAVY = {"sqlite_utils", "flask", "waitress", "kiwipiepy", "jieba", "pypinyin", "opencc", "rapidfuzz", "numpy"}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("process")
    (folder / "260.txt").write_text(ISSUE, encoding="utf-8")
    build(context(folder / "glossary.db"), [folder])
    return folder / "glossary.db"


def run(*arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "GLOSSARY_LANG": "en"}
    command = [sys.executable, "-m", "glossary", *arguments]
    return subprocess.run(command, text=True, stderr=subprocess.PIPE, env=environ, check=False, **settings)  # type: ignore[call-overload,no-any-return]


def test_a_reader_that_leaves_early_is_no_error(db: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        done = run("--db", str(db), "lookup", "허사", stdout=closed)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [("lookup", "허사"), ("--help",)])
def test_a_full_disk_behind_standard_output_is_said(db: Path, arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "w") as full:
        done = run("--db", str(db), *arguments, stdout=full)
    assert done.returncode == 2
    assert done.stderr.startswith("glossary: [output-full]")
    assert done.stderr.count("\n") == 1


def test_an_interrupt_is_130() -> None:
    command = [sys.executable, "-m", "glossary", "extract", "-"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with process:
        assert process.stdin is not None
        while Path(f"/proc/{process.pid}/wchan").exists() and not _waits(process.pid):
            pass
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr is not None
        assert process.stderr.read() == b""


def _waits(pid: int) -> bool:
    """Whether the process sleeps in a read from the pipe: only then is it past its imports."""
    return "pipe" in Path(f"/proc/{pid}/wchan").read_text() or "read" in Path(f"/proc/{pid}/wchan").read_text()


@pytest.mark.parametrize("arguments", [("--help",), ("lookup", "허사이커지"), ("lookup", "禾賽科技", "-f", "json")])
def test_a_start_loads_nothing_heavy(db: Path, arguments: tuple[str, ...]) -> None:
    code = "import sys\nfrom glossary.cli.main import main\ntry: main(sys.argv[1:])\nfinally: print(*sys.modules)"
    command = [sys.executable, "-c", code, "--db", str(db), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not HEAVY & loaded
    if arguments == ("--help",):
        assert not {"sqlite3", "glossary.service", "glossary.store", "tomllib"} & loaded


@pytest.mark.parametrize("locale", ["C", "POSIX", "ko_KR.EUC-KR"])
def test_names_are_written_whatever_the_locale(db: Path, locale: str) -> None:
    command = [sys.executable, "-m", "glossary", "--db", str(db), "lookup", "hesai"]
    environ = {**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, env=environ, check=True)
    assert "허사이커지" in done.stdout.decode()
