"""A build killed at any moment leaves documents whole or absent, and running it again completes it."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from glossary_fakes import ISSUE, context

from glossary.service.build import build

DOCUMENTS = 30
KILLS = 6
RUN = """
import sys
from pathlib import Path
from glossary_fakes import context
from glossary.service.build import build
print("ready", flush=True)
build(context(Path(sys.argv[1])), [Path(sys.argv[2])])
"""


def _has_tables(db: Path) -> bool:
    with closing(sqlite3.connect(db)) as connection:
        return bool(connection.execute("PRAGMA user_version").fetchone()[0])


def _consistent(db: Path) -> int:
    """Check every count against the mentions; hand back the number of documents."""
    connection = sqlite3.connect(db)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        stored = dict(connection.execute("SELECT key, mentions FROM concepts"))
        counted = dict(connection.execute("SELECT key, count(*) FROM mentions WHERE kind != 'gloss' GROUP BY key"))
        assert stored == counted
        each = connection.execute(
            "SELECT count(m.id) FROM documents d LEFT JOIN mentions m ON m.document_id = d.id GROUP BY d.id"
        )
        assert {row[0] for row in each} <= {8}
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    finally:
        connection.close()


def test_killed_at_any_moment(tmp_path: Path) -> None:
    folder = tmp_path / "issues"
    folder.mkdir()
    for number in range(DOCUMENTS):
        (folder / f"{number:03}.txt").write_text(f"{number}\n{ISSUE}", encoding="utf-8")
    db = tmp_path / "glossary.db"
    path = ["-c", f"import sys; sys.path[:0] = {sys.path!r}\n{RUN}", str(db), str(folder)]
    wait = random.Random(260)
    for _ in range(KILLS):
        process = subprocess.Popen([sys.executable, *path], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(wait.uniform(0.0, 0.6))
        process.kill()
        process.wait()
        process.stdout.close()
        if _has_tables(db):
            _consistent(db)
    summary = build(context(db), [folder])
    assert len(summary.added) + len(summary.unchanged) == DOCUMENTS
    assert _consistent(db) == DOCUMENTS
