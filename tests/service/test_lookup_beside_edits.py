"""Look-ups go on while others write: kept connections follow the file, whatever becomes of it."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from glossary_fakes import context

from glossary.errors import NotFoundError
from glossary.service.build import build
from glossary.service.changing import TermChange
from glossary.service.context import Context
from glossary.service.edit import add
from glossary.service.keep import backup, restore
from glossary.service.lookup import lookup
from glossary.store import idle

NAMES = [("평산", "平山"), ("칭허", "清河"), ("둥팡", "东方"), ("시링", "西陵"), ("난하이", "南海"), ("베이안", "北安")]
READERS = 8


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    (tmp_path / "1.txt").write_text("펑자오(彭昭)가 허사이커지(禾赛科技)에 갔다.", encoding="utf-8")
    ctx = context(tmp_path / "glossary.db")
    build(ctx, [tmp_path / "1.txt"])
    return ctx


def test_eight_threads_look_up_while_one_edits(ctx: Context) -> None:
    done, wrong = threading.Event(), []

    def read() -> None:
        try:
            while not done.is_set():
                assert lookup(ctx, "허사이커지")[0].ko == "허사이커지"
                assert lookup(ctx, "평쟈오")[0].ko == "펑자오"
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=read) for _ in range(READERS)]
    for thread in threads:
        thread.start()
    for ko, zh in NAMES:
        add(ctx, [TermChange(ko), TermChange(zh)])
        assert lookup(ctx, ko)[0].ko == ko
    done.set()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_restored_glossary_is_what_is_found(ctx: Context, tmp_path: Path) -> None:
    backup(ctx, tmp_path / "copy.db")
    add(ctx, [TermChange("칭허"), TermChange("清河")])
    assert lookup(ctx, "칭허")[0].ko == "칭허"
    restore(ctx, tmp_path / "copy.db")
    assert lookup(ctx, "칭허") == []


def test_another_file_under_the_name_is_what_is_found(ctx: Context, tmp_path: Path) -> None:
    backup(ctx, tmp_path / "copy.db")
    add(ctx, [TermChange("칭허"), TermChange("清河")])
    assert lookup(ctx, "칭허")
    idle.close()
    os.replace(tmp_path / "copy.db", ctx.db)
    assert lookup(ctx, "칭허") == []
    assert lookup(ctx, "펑자오")[0].ko == "펑자오"
    backup(ctx, tmp_path / "copy.db")
    os.replace(tmp_path / "copy.db", ctx.db)
    assert lookup(ctx, "펑자오")[0].ko == "펑자오"


def test_a_file_that_is_gone_is_told(ctx: Context) -> None:
    lookup(ctx, "펑자오")
    ctx.db.unlink()
    with pytest.raises(NotFoundError):
        lookup(ctx, "펑자오")


def test_a_connection_is_kept_where_only_a_concept_is_missing(ctx: Context) -> None:
    idle.close()
    with pytest.raises(NotFoundError), ctx.reader() as reader:
        reader.concept("nobody")
    assert [path for path, _, _ in idle._idle] == [ctx.db]
    add(ctx, [TermChange("칭허"), TermChange("清河")])  # asks for its concept, which is not there yet
    assert [path for path, _, _ in idle._idle] == [ctx.db]
    assert lookup(ctx, "칭허")[0].ko == "칭허"


def test_no_more_connections_are_kept_than_serve(ctx: Context) -> None:
    readers = [ctx.reader() for _ in range(idle.MOST + 4)]
    for reader in readers:
        with reader:
            reader.counts()
    assert len(idle._idle) <= idle.MOST
    idle.close()
    assert sorted(path.name for path in ctx.db.parent.iterdir()) == ["1.txt", "glossary.db"]
