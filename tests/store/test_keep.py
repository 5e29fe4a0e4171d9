"""Old files, backups, restores, verification: nothing is lost, and what is wrong is found and named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from glossary_fakes import CLOCK, ISSUE, context

from glossary.errors import ConflictError, GlossaryError, InputError, NotFoundError, StorageError
from glossary.link.group import concept_id
from glossary.service.build import build
from glossary.service.changing import Change, TermChange
from glossary.service.context import Context
from glossary.service.edit import add, change, merge
from glossary.service.keep import backup, holdings, repair, restore, verify
from glossary.store import copies, schema

PENG = concept_id("彭昭")
READING = '{"zh":"彭昭","official":"펑자오","pinyin":["péng","zhāo"],"sino_korean":"팽소",%s}'
TAIL = '"customary":[],"alternatives":[],"trace":[]'

#: as the first two versions wrote them
OLD_ROWS = (
    f"INSERT INTO documents VALUES (1, '260.txt', 'd1', 'r', 'utf-8', '주간', 260, '2021-12-22', '{CLOCK}', '글')",
    f"""INSERT INTO concepts VALUES ('{PENG}', '彭昭', 'person', 'mined', 1, 1, '2021-12-22', '2021-12-22', 7,
        '[["only-form",1.0,"펑자오"]]', '[["Peng","latin"]]', '{READING % TAIL}')""",
    f"""INSERT INTO mentions VALUES (1, 1, '{PENG}', '彭昭', '펑자오', 0, 3, '彭昭', 4, 6, NULL, 'name',
        'transliteration', 'person', 0.9, 1, 1, '[]', '[]')""",
    f"INSERT INTO terms VALUES ('{PENG}', 0, 'ko', '펑자오', 'preferred', 1, 1)",
    f"INSERT INTO terms VALUES ('{PENG}', 1, 'zh-Hans', '彭昭', 'preferred', 1, 1)",
    f"INSERT INTO search VALUES ('ko', 'vudwkdh', '{PENG}', '펑자오')",
)


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    ctx = context(tmp_path / "glossary.db")
    (tmp_path / "260.txt").write_text(ISSUE, encoding="utf-8")
    build(ctx, [tmp_path / "260.txt"])
    change(ctx, PENG, Change((TermChange("평자오", "preferred"),)))
    return ctx


@pytest.mark.parametrize("version", [1, 2])
def test_an_old_file_comes_over_with_all_it_holds(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as old:
        for statements in (*schema.MIGRATIONS[:version], OLD_ROWS):
            for statement in statements:
                old.execute(statement)
        old.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        old.execute(f"PRAGMA user_version = {version}")
        old.commit()
    ctx = context(path)
    with pytest.raises(StorageError, match="db-older"):
        verify(ctx)
    with ctx.writer():
        pass
    assert verify(ctx) == []
    with ctx.reader() as reader:
        entry = reader.concept(PENG)
        assert (entry.concept.version, entry.concept.why[0].detail, entry.concept.aliases[0].text) == (
            7,
            "펑자오",
            "Peng",
        )
        assert [(term.text, term.count, term.forbidden) for term in entry.concept.terms] == [
            ("펑자오", 1, False),
            ("彭昭", 1, False),
        ]
        assert entry.reading.official == "펑자오"
        [(document, mention)] = reader.mentions_of_concept(PENG)
        assert (reader.text(document), mention.ko) == ("글", "펑자오")
        [event] = reader.events()
        assert (event.action, event.actor, event.version) == ("import", "migration", 7)
    assert change(ctx, PENG, Change(note="x")).version == 8


def test_a_backup_is_taken_beside_a_writer_and_brought_back(ctx: Context, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with ctx.writer() as writer, writer.transaction():
        writer.note("half", "done")
        backup(ctx, copy)  # of what is committed
    assert verify(context(copy)) == []
    done = change(ctx, PENG, Change(note="later"))
    with ctx.reader() as reader:
        aside = restore(ctx, copy)
        assert reader.concept(PENG).concept.note == "later"  # one consistent view to its end
    assert aside is not None
    assert verify(ctx) == verify(context(aside)) == []
    with ctx.reader() as now, context(aside).reader() as before:
        assert (now.concept(PENG).concept.note, now.last_event()) == ("", done.event - 1)
        assert before.event(done.event).why == ""
    assert sorted(path.name for path in tmp_path.iterdir() if "tmp" in path.name) == []
    again = restore(ctx, aside)
    assert again is not None
    assert again.name == f"{aside.name}-2"  # what was put aside first is still there
    assert verify(context(aside)) == verify(context(again)) == []


def test_a_folder_is_no_backup(ctx: Context, tmp_path: Path) -> None:
    for replace in (False, True):
        with pytest.raises(InputError, match="is-directory"):
            backup(ctx, tmp_path, replace=replace)


def test_a_number_greater_than_any_names_nothing(ctx: Context) -> None:
    with ctx.reader() as reader:
        for find in (reader.event, reader.decision, reader.ignore):
            with pytest.raises(NotFoundError):
                find(2**70)


def test_a_restore_where_nothing_is_and_where_all_is_broken(ctx: Context, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup(ctx, copy)
    (tmp_path / "broken.db").write_bytes(b"no database at all\n" * 1000)
    for name in ("new.db", "broken.db"):
        other = context(tmp_path / name)
        restore(other, copy)
        assert verify(other) == []
        assert holdings(other) == holdings(ctx)


def test_nobody_writes_between_what_is_put_aside_and_the_restored(
    ctx: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, tried = tmp_path / "copy.db", []
    backup(ctx, copy)
    real = copies._copied

    @contextmanager
    def watched(source: Path, target: Path, **more: bool) -> Iterator[Path]:
        with real(source, target, **more) as made:
            if source == ctx.db:
                with closing(sqlite3.connect(source, timeout=0, isolation_level=None)) as other:
                    with pytest.raises(sqlite3.OperationalError, match="locked"):
                        other.execute("BEGIN IMMEDIATE")
                    tried.append(other.execute("SELECT count(*) FROM concepts").fetchone()[0])
            yield made

    monkeypatch.setattr(copies, "_copied", watched)
    change(ctx, PENG, Change(note="later"))
    aside = restore(ctx, copy)
    assert tried == [4]
    assert aside is not None
    assert (verify(ctx), verify(context(aside))) == ([], [])
    assert holdings(context(aside))["events"] > holdings(ctx)["events"]


def _alter(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(statement)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.write_bytes(b"x" * 5000), "db-damaged"),
        (lambda path: path.unlink(), "db-missing"),
        (lambda path: _alter(path, "UPDATE concepts SET type = 'work'"), "restore-damaged"),
        (lambda path: _alter(path, "PRAGMA user_version = 99"), "db-newer"),
    ],
)
def test_a_backup_that_is_not_whole_changes_nothing(ctx: Context, tmp_path: Path, spoil: object, code: str) -> None:
    copy = tmp_path / "copy.db"
    backup(ctx, copy)
    spoil(copy)  # type: ignore[operator]
    before = holdings(ctx)
    with pytest.raises(GlossaryError) as caught:
        restore(ctx, copy)
    assert (caught.value.code, holdings(ctx)) == (code, before)


def test_no_backup_is_written_over_by_mistake(ctx: Context, tmp_path: Path) -> None:
    backup(ctx, tmp_path / "copy.db")
    for replace, target in ((False, tmp_path / "copy.db"), (True, ctx.db)):
        with pytest.raises(ConflictError, match="backup-exists"):
            backup(ctx, target, replace=replace)
    backup(ctx, tmp_path / "copy.db", replace=True)
    with pytest.raises(ConflictError, match="restore-same"):
        restore(ctx, ctx.db)
    with pytest.raises(NotFoundError, match="folder-missing"):
        backup(ctx, tmp_path / "none" / "copy.db")


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE concepts SET type = 'work'", "verify-replay"),
        ("UPDATE terms SET status = 'deprecated' WHERE place = 0", "verify-replay"),
        ("UPDATE curations SET note = 'x'", "verify-replay"),
        ("DELETE FROM curations", "verify-replay"),
        ("DELETE FROM concepts WHERE key = '香港'", "verify-replay"),
        ("UPDATE concepts SET reading = replace(reading, '펑', '평')", "verify-replay"),
        ("DELETE FROM members", "verify-orphan"),
        ("DELETE FROM mentions WHERE ko = '평자오'", "verify-count"),
        ("DELETE FROM forms", "verify-search"),
        ("UPDATE mentions SET concept_id = 'cnone'", "verify-reference"),
        ("DROP INDEX terms_text", "verify-schema"),
    ],
)
def test_what_is_wrong_is_found_and_what_is_derived_can_be_mended(ctx: Context, statement: str, code: str) -> None:
    add(ctx, [TermChange("李四"), TermChange("리쓰")])
    merge(ctx, PENG, concept_id("江西"))
    _alter(ctx.db, statement)
    assert code in {fault.code for fault in verify(ctx)}
    if code != "verify-schema":
        repair(ctx)
        assert verify(ctx) == []
        with ctx.reader() as reader:
            assert reader.concept(PENG).concept.terms[0].text == "평자오"


def test_a_torn_file_is_told(ctx: Context) -> None:
    with ctx.db.open("r+b") as stream:
        stream.seek(4096 * 5)
        stream.write(b"\xff" * 4096 * 3)
    try:
        codes = {fault.code for fault in verify(ctx)}
    except StorageError as error:
        codes = {error.code}
    assert codes & {"verify-integrity", "db-damaged"}
