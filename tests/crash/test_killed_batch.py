"""A batch killed at any moment leaves every file old or whole, and once it has gone on nothing tells of the kills."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from crash_batch import kill_batches

KILLS = 25


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a fork of this process")
def test_batches_killed_at_any_moment(tmp_path: Path) -> None:
    done = kill_batches(tmp_path, KILLS)
    assert done.kills >= KILLS
    assert (done.partial, done.different, done.orphans) == ([], [], 0)
