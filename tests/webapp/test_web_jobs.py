"""Pieces of work: who is taken back waits no longer, what is thrown away leaves nothing."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from glossary.webapp.jobs import Jobs


def test_tasks_taken_back_while_waiting_give_their_threads_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glossary.webapp.jobs.LOOK", 0.01)
    jobs, going, before = Jobs(tmp_path, print), threading.Event(), set(threading.enumerate())
    at_work = threading.Barrier(3)
    try:
        for _ in range(2):
            jobs.start(jobs.new("check", ""), lambda tell: at_work.wait(30) + going.wait(30))
        at_work.wait(30)
        job = jobs.new("check", "")
        for _ in range(20):
            jobs.start(job, lambda tell: "펑자오")
        mine = [one for one in threading.enumerate() if one not in before]
        for one in mine[2:-1]:
            one.join(30)
            assert not one.is_alive()
        assert job.busy
    finally:
        going.set()
    assert job.wait(30)
    assert job.value == "펑자오"


def test_what_a_task_writes_after_it_was_thrown_away_goes_too(tmp_path: Path) -> None:
    jobs, going = Jobs(tmp_path, print), threading.Event()
    job = jobs.new("normalize", "")

    def task(tell: object) -> None:
        going.wait(30)
        job.folder.mkdir()
        (job.folder / "260.txt").write_text("펑자오", encoding="utf-8")

    before = set(threading.enumerate())
    jobs.start(job, task)
    (thread,) = set(threading.enumerate()) - before
    jobs.forget(job)
    going.set()
    thread.join(30)
    assert not list(tmp_path.iterdir())
