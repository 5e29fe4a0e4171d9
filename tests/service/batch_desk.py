"""A folder to be normalized, with a glossary that knows one slip."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from glossary_fakes import FakeStages

from glossary.model import Document
from glossary.service.context import Context
from glossary.service.normalize_all import Finished, normalize_all
from glossary.service.normalize_plan import FOLDER

DEADLY = b"deadly"
SLIP = "평자오(彭昭)는 왔다.\n".encode()
RIGHT = "펑자오(彭昭)는 왔다.\n".encode()
JOURNAL = Path(FOLDER, "journal.jsonl")


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def batch(ctx: Context, place: Path, **given: Any) -> Finished:
    return normalize_all(ctx, [place / "in"], place / "out", report=place / "r.json", lang="en", **given)


def interrupted(ctx: Context, place: Path, after: int = 1, **given: Any) -> None:
    """A batch that is stopped after so many files."""

    def stop(done: int, total: int, name: str) -> None:
        if done == after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batch(ctx, place, progress=stop, **given)


class DyingStages(FakeStages):
    """A file that takes its process with it, as one out of memory does."""

    def read(self, name: str, data: bytes) -> Document:
        if data == DEADLY:
            os._exit(3)
        return super().read(name, data)
