"""What the tests of batches share."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch_desk import RIGHT, SLIP, write
from crash_batch import desk

from glossary.service.context import Context


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return desk(tmp_path_factory.mktemp("batch"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write(tmp_path / "in" / "b.txt", SLIP)
    write(tmp_path / "in" / "sub" / "a.txt", SLIP)
    write(tmp_path / "in" / "sub" / "right.txt", RIGHT)
    write(tmp_path / "in" / ".hidden", SLIP)
    return tmp_path
