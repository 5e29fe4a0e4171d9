"""Undo and resume: what a batch did can be taken back, and what was interrupted goes on as if it had not been."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from batch_desk import JOURNAL, RIGHT, SLIP, batch, interrupted, write
from crash_batch import desk, tree

from glossary.errors import ConflictError, InputError, NotFoundError
from glossary.model import Ignore
from glossary.service.context import Context
from glossary.service.ignores import add_ignore
from glossary.service.normalize_all import normalize_all
from glossary.service.normalize_plan import FOLDER
from glossary.service.normalize_report import summary
from glossary.service.normalize_undo import undo


def test_an_undo_brings_back_what_was_there(shared: Context, place: Path) -> None:
    write(place / "out" / "b.txt", b"before")
    write(place / "out" / "own.txt", b"own")
    (place / "out" / "b.txt").chmod(0o600)
    before = tree(place / "out", hidden=True)
    batch(shared, place)
    taken = undo(place / "r.json")
    assert (taken.removed, taken.restored) == (2, 1)
    assert tree(place / "out", hidden=True) == before
    assert (place / "out" / "b.txt").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in (place / "out").iterdir()) == ["b.txt", "own.txt"]
    assert undo(place / "r.json") == type(taken)(0, 0)


def test_an_undo_takes_away_the_folder_that_was_made(shared: Context, place: Path) -> None:
    batch(shared, place)
    undo(place / "r.json")
    assert not (place / "out").exists()


def test_an_undo_spares_what_somebody_has_changed(shared: Context, place: Path) -> None:
    batch(shared, place)
    write(place / "out" / "sub" / "a.txt", b"worked on")
    before = tree(place, hidden=True)
    with pytest.raises(ConflictError, match="undo-changed") as raised:
        undo(place / "r.json")
    assert raised.value.params["path"] == "sub/a.txt"
    assert tree(place, hidden=True) == before


def test_an_undo_needs_what_was_kept(shared: Context, place: Path) -> None:
    write(place / "out" / "b.txt", b"before")
    batch(shared, place)
    for kept in (place / "out" / FOLDER / "1").iterdir():
        kept.write_bytes(b"other")
    with pytest.raises(ConflictError, match="undo-lost"):
        undo(place / "r.json")


def test_batches_are_undone_one_after_the_other(shared: Context, place: Path) -> None:
    first = normalize_all(shared, [place / "in"], place / "out")
    assert first.report is not None
    write(place / "in" / "b.txt", SLIP * 2)
    second = normalize_all(shared, [place / "in"], place / "out")
    assert second.report is not None
    assert second.report.parent.name == "2"
    with pytest.raises(ConflictError, match="undo-changed"):
        undo(first.report)
    undo(second.report)
    assert (place / "out" / "b.txt").read_bytes() == RIGHT
    undo(first.report)
    assert not (place / "out").exists()


def test_a_second_run_over_the_same_writes_nothing(shared: Context, place: Path) -> None:
    normalize_all(shared, [place / "in"], place / "out")
    before = tree(place / "out", hidden=True)
    assert normalize_all(shared, [place / "in"], place / "out").report is None
    assert tree(place / "out", hidden=True) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value.update(form="other"),
        lambda value: value.pop("files"),
        lambda value: value.update(run="../.."),
        lambda value: value["files"][0].update(before="../../x"),
    ],
)
def test_a_report_that_no_batch_wrote(shared: Context, place: Path, change: Callable[[Any], object]) -> None:
    batch(shared, place)
    value = json.loads((place / "r.json").read_text(encoding="utf-8"))
    change(value)
    (place / "r.json").write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(InputError, match="report-invalid"):
        undo(place / "r.json")


@pytest.mark.parametrize("name", ["../in/b.txt", "/etc/hostname"])
def test_a_report_leads_nowhere_else(shared: Context, place: Path, name: str) -> None:
    batch(shared, place)
    value = json.loads((place / "r.json").read_text(encoding="utf-8"))
    value["files"][0]["file"] = name
    (place / "r.json").write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(ConflictError, match="normalize-symlink"):
        undo(place / "r.json")


def test_no_report_no_undo(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="file-missing"):
        undo(tmp_path / "none.json")


def test_an_interrupted_batch_goes_on(shared: Context, place: Path, tmp_path: Path) -> None:
    batch(shared, place)
    whole = tree(place, hidden=True)
    undo(place / "r.json")
    (place / "r.json").unlink()
    interrupted(shared, place)
    assert set(tree(place / "out")) == {"b.txt"}
    with pytest.raises(ConflictError, match="normalize-unfinished"):
        batch(shared, place)
    batch(shared, place, resume=True)
    assert tree(place, hidden=True) == whole


def test_a_line_that_was_cut_short_does_not_count(shared: Context, place: Path) -> None:
    interrupted(shared, place, after=2)
    journal = place / "out" / JOURNAL
    journal.write_bytes(journal.read_bytes()[:-7])
    done = batch(shared, place, resume=True)
    assert len(done.batch.records) == 3
    assert not journal.exists()


def test_a_journal_undoes_too(shared: Context, place: Path) -> None:
    write(place / "out" / "b.txt", b"before")
    interrupted(shared, place, after=2)
    undo(place / "out" / JOURNAL)
    assert tree(place / "out", hidden=True) == {"b.txt": b"before"}


def test_going_on_under_other_settings_is_refused(shared: Context, place: Path) -> None:
    interrupted(shared, place)
    other = replace(shared, policy=replace(shared.policy, digest="other"))
    silent = replace(shared, policy=replace(shared.policy, ignores=(Ignore(-1, "x", "", "", "", "", "r", "", ""),)))
    for ctx, what in ((other, "policy"), (silent, "ignores")):
        with pytest.raises(ConflictError, match="normalize-other") as raised:
            batch(ctx, place, resume=True)
        assert raised.value.params["what"] == what
    write(place / "in" / "new.txt", SLIP)
    with pytest.raises(ConflictError, match="normalize-other"):
        batch(shared, place, resume=True)


def test_going_on_with_another_glossary_is_refused(place: Path) -> None:
    ctx = desk(place / "desk")
    interrupted(ctx, place)
    add_ignore(ctx, "particle", reason="test")
    with pytest.raises(ConflictError, match="normalize-other") as raised:
        batch(ctx, place, resume=True)
    assert raised.value.params["what"] == "events"


def test_what_changed_meanwhile_is_told(shared: Context, place: Path) -> None:
    interrupted(shared, place)
    write(place / "out" / "b.txt", b"worked on")
    with pytest.raises(ConflictError, match="normalize-changed"):
        batch(shared, place, resume=True)
    write(place / "out" / "b.txt", RIGHT)
    write(place / "in" / "b.txt", b"another text")
    with pytest.raises(ConflictError, match="normalize-other"):
        batch(shared, place, resume=True)


@pytest.mark.parametrize("named", [True, False])
def test_going_on_with_what_is_done_changes_nothing(shared: Context, place: Path, named: bool) -> None:
    write(place / "out" / "b.txt", b"before")
    report = place / "r.json" if named else None
    first = normalize_all(shared, [place / "in"], place / "out", report=report)
    done = tree(place, hidden=True)
    again = normalize_all(shared, [place / "in"], place / "out", report=report, resume=True)
    assert tree(place, hidden=True) == done
    assert again.report == first.report
    assert summary(again.batch) == summary(first.batch)


def test_going_on_where_a_copy_is_gone_writes_it(shared: Context, place: Path) -> None:
    batch(shared, place)
    (place / "out" / "b.txt").unlink()
    batch(shared, place, resume=True)
    assert (place / "out" / "b.txt").read_bytes() == RIGHT
