"""A batch: copies in their place, originals out of reach, one report, any number of processes."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from batch_desk import DEADLY, RIGHT, SLIP, DyingStages, batch, write
from crash_batch import tree

from glossary.errors import ConflictError, GlossaryError
from glossary.service.context import Context
from glossary.service.normalize import normalize
from glossary.service.normalize_all import normalize_all
from glossary.service.normalize_plan import FOLDER
from glossary.service.normalize_report import summary
from glossary.service.normalize_undo import undo


def test_copies_lie_where_the_originals_do(shared: Context, place: Path) -> None:
    before = tree(place / "in", hidden=True)
    done = batch(shared, place)
    assert tree(place / "out", hidden=True) == {"b.txt": RIGHT, "sub/a.txt": RIGHT, "sub/right.txt": RIGHT}
    assert tree(place / "in", hidden=True) == before
    assert list(summary(done.batch).items()) == [
        *(("changed", 2), ("unchanged", 1), ("skipped", 0), ("failed", 0)),
        *(("changes", 2), ("left", 0)),
    ]


def test_a_copy_has_the_permissions_of_its_original(shared: Context, place: Path) -> None:
    (place / "in" / "b.txt").chmod(0o640)
    batch(shared, place)
    assert (place / "out" / "b.txt").stat().st_mode & 0o777 == 0o640


def test_the_same_bytes_as_from_memory(shared: Context, place: Path) -> None:
    batch(shared, place)
    assert (place / "out" / "b.txt").read_bytes() == normalize(shared, "b.txt", SLIP).data


def test_the_report_tells_each_change(shared: Context, place: Path) -> None:
    batch(shared, place)
    found = json.loads((place / "r.json").read_text(encoding="utf-8"))
    assert (found["out"], found["policy"]["digest"], found["tool"]["name"]) == ("out", shared.policy.digest, "glossary")
    with shared.reader() as reader:
        assert found["glossary"]["revision"] == reader.revision()
    first = found["changes"][0]
    shown = [first[name] for name in ("file", "line", "column", "old", "new", "rule", "severity")]
    assert shown == ["b.txt", 1, 1, "평자오", "펑자오", "variant-spelling", "warning"]
    assert first["reason"]
    assert first["concept"]
    assert [one["file"] for one in found["files"]] == ["b.txt", "sub/a.txt", "sub/right.txt"]


def test_the_number_of_processes_changes_nothing(shared: Context, place: Path, tmp_path: Path) -> None:
    batch(shared, place)
    one = tree(place, hidden=True)
    undo(place / "r.json")
    batch(shared, place, jobs=2)
    assert tree(place, hidden=True) == one


def test_a_bad_file_stops_nothing_and_a_pdf_is_passed_over(shared: Context, place: Path) -> None:
    write(place / "in" / "a.bin", b"\xff\xfe\x00")
    write(place / "in" / "a.pdf", b"%PDF-1.7")
    done = batch(shared, place)
    found = {one["file"]: (one["status"], one["code"]) for one in done.batch.records}
    assert found["a.bin"] == ("failed", "not-text")
    assert found["a.pdf"] == ("skipped", "not-writable")
    assert set(tree(place / "out")) == {"b.txt", "sub/a.txt", "sub/right.txt"}


def test_a_fault_of_the_program_costs_one_file(shared: Context, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("glossary.service.normalize_work.normalize_with", fail)
    done = batch(shared, place)
    assert {one["code"] for one in done.batch.records} == {"internal"}
    assert tree(place / "out", hidden=True) == {}


def test_a_process_that_dies_costs_one_file(shared: Context, place: Path) -> None:
    for name in ("a.txt", "c.txt", "sub/d.txt"):
        write(place / "in" / name, DEADLY)
    done = batch(replace(shared, stages=DyingStages()), place, jobs=2)
    found = {one["file"]: one["code"] for one in done.batch.records}
    assert {name for name, code in found.items() if code == "worker-died"} == {"a.txt", "c.txt", "sub/d.txt"}
    assert set(tree(place / "out")) == {"b.txt", "sub/a.txt", "sub/right.txt"}


def test_a_glossary_edited_meanwhile_is_told(shared: Context, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glossary.service.normalize_work.state", lambda reader: ("before", 0))
    with pytest.raises(ConflictError, match="normalize-moved"):
        batch(shared, place, jobs=2)


def _refused(ctx: Context, *given: Any, **more: Any) -> str:
    with pytest.raises(GlossaryError) as raised:
        normalize_all(ctx, *given, **more)
    return raised.value.code


def test_originals_are_out_of_reach(shared: Context, place: Path) -> None:
    source, file = place / "in", place / "in" / "b.txt"
    before = tree(place, hidden=True)
    assert _refused(shared, [source], source) == "normalize-inside"
    assert _refused(shared, [source], source / "sub" / "out") == "normalize-inside"
    assert _refused(shared, [file], source) == "normalize-original"
    write(source / "in" / "x.txt", SLIP)
    assert _refused(shared, [source], place) == "normalize-original"
    (source / "in" / "x.txt").unlink()
    (source / "in").rmdir()
    (place / "link").symlink_to(source)
    assert _refused(shared, [source], place / "link" / "out") == "normalize-inside"
    (place / "link").unlink()
    assert tree(place, hidden=True) == before


def test_links_in_the_output_lead_nowhere(shared: Context, place: Path) -> None:
    (place / "out").mkdir()
    (place / "out" / "sub").symlink_to(place / "in" / "sub")
    done = batch(shared, place)
    assert [one["code"] for one in done.batch.records] == [None, "normalize-symlink", "normalize-symlink"]
    assert (place / "in" / "sub" / "a.txt").read_bytes() == SLIP


def test_links_in_the_input_are_read_or_told(shared: Context, place: Path) -> None:
    (place / "in" / "also.txt").symlink_to(place / "in" / "b.txt")
    (place / "in" / "gone.txt").symlink_to(place / "nowhere")
    (place / "in" / "away").symlink_to(place / "in" / "sub")
    done = batch(shared, place)
    assert not (place / "out" / "also.txt").is_symlink()
    assert (place / "out" / "also.txt").read_bytes() == RIGHT
    assert [problem.code for problem in done.batch.plan.problems] == ["file-missing"]
    assert [(problem.name, problem.code) for problem in done.batch.plan.skipped] == [("away", "normalize-link")]


@pytest.mark.parametrize("names", [("a.txt", "A.TXT"), ("가.txt", "가.txt"), ("a", "A/x.txt")])
def test_no_two_copies_in_one_place(shared: Context, place: Path, names: tuple[str, str]) -> None:
    for folder, name in zip(("one", "two"), names, strict=True):
        write(place / folder / name, SLIP)
    paths = [place / "one", place / "two"]
    assert _refused(shared, paths, place / "out") == "normalize-collision"
    assert not (place / "out").exists()


def test_one_file_named_twice_is_one(shared: Context, place: Path) -> None:
    done = normalize_all(shared, [place / "in", place / "in" / "b.txt"], place / "out")
    assert len(done.batch.records) == 3


@pytest.mark.parametrize("name", ["in/b.txt", "in/new.json", "out/b.txt", f"out/{FOLDER}/r.json"])
def test_the_report_hits_nothing(shared: Context, place: Path, name: str) -> None:
    assert _refused(shared, [place / "in"], place / "out", report=place / name) == "normalize-report"


def test_a_report_without_a_folder_is_told_before_anything_is_written(shared: Context, place: Path) -> None:
    assert _refused(shared, [place / "in"], place / "out", report=place / "no" / "r.json") == "folder-missing"
    assert tree(place / "out") == {}


@pytest.mark.skipif(os.name == "nt", reason="no locks there")
def test_two_batches_at_once_are_refused(shared: Context, place: Path) -> None:
    codes = []

    def meanwhile(done: int, total: int, name: str) -> None:
        with pytest.raises(ConflictError) as raised:
            batch(shared, place, resume=True)
        codes.append(raised.value.code)

    batch(shared, place, progress=meanwhile)
    assert codes == ["normalize-running"] * 3


def test_the_glossary_is_not_altered(shared: Context, place: Path) -> None:
    with shared.reader() as reader:
        before = reader.last_event()
    batch(shared, place, jobs=2)
    with shared.reader() as reader:
        assert reader.last_event() == before
