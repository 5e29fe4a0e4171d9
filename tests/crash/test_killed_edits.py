"""Edits that were acknowledged outlive any kill, and nothing is ever half written; a crowd of editors loses nothing."""

from __future__ import annotations

from pathlib import Path

from crash import crowd, kill_often
from glossary_fakes import context

from glossary.service.keep import verify

ROUNDS = 13  # two kills each, of a build and of an editor at work on one file
EDITS = 1000


def test_killed_at_any_moment_no_edit_is_lost_and_nothing_torn(tmp_path: Path) -> None:
    outcome = kill_often(tmp_path / "glossary.db", tmp_path / "issues", ROUNDS, tell=lambda line: None)
    assert (outcome.lost, outcome.torn, outcome.errors) == ([], [], [])
    assert outcome.kills == 2 * ROUNDS


def test_a_crowd_of_editors_loses_no_update_and_meets_no_lock(tmp_path: Path) -> None:
    done = crowd(tmp_path / "glossary.db", tmp_path, EDITS)
    assert (done.errors, done.counted) == ([], EDITS)
    assert verify(context(tmp_path / "glossary.db")) == []
