"""The store: what comes back, what is refused, and that nothing is ever half written."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from glossary_fakes import ISSUE, context

from glossary.errors import NotFoundError, StorageError
from glossary.model import Alias, Brand, Concept, Document, Entry, Evidence, Extraction, Mention, Reading, Term
from glossary.service.build import build
from glossary.store import schema
from glossary.store.reader import Reader
from glossary.store.writer import Writer

MENTION = Mention(
    ko="허사이커지",
    ko_start=0,
    ko_end=5,
    zh="禾赛科技",
    zh_start=6,
    zh_end=10,
    kind="name",
    relation="transliteration",
    type="organization",
    score=0.875,
    en="Hesai",
    aliases=(Alias("HSAI", "ticker"),),
    line=1,
    column=1,
    evidence=(Evidence("alignment", 0.1, "허 사이 커 지"),),
)
CONCEPT = Concept(
    id="c1",
    key="禾赛科技",
    type="organization",
    terms=(
        Term("허사이커지", "ko", "preferred", 2, 1),
        Term("허싸이커지", "ko", "admitted", 1, 1),
        Term("禾赛科技", "zh-Hans", "preferred", 3, 1),
    ),
    mentions=3,
    documents=1,
    why=(Evidence("documents", 1.0, "허싸이커지"),),
    first_seen="2021-12-22",
    last_seen=None,
    aliases=(Alias("HSAI", "ticker"),),
)
READING = Reading("禾赛科技", "허싸이커지", ("hé", "sài", "kē", "jì"), "화새과기", (), (), (Evidence("phrase", 1.0),))
LUMIO = Brand("星潭", "루미오", 1)
DOC = Document("260.txt", "허사이커지(禾赛科技)", "d1", issue=260, date="2021-12-22", title="주간 중국 창업")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.db"
    with Writer(path) as writer, writer.transaction():
        keys = writer.add_document(DOC, Extraction((MENTION,)), recipe="r", added="2026-01-01")
        refs = tuple(sighting.ref for sighting in writer.sightings(keys))
        writer.replace_concepts(keys, [Entry(CONCEPT, READING, refs)])
    return path


def test_everything_comes_back_as_it_went_in(path: Path) -> None:
    with Reader(path) as reader:
        entry = reader.concept("c1")
        assert (entry.concept, entry.reading) == (CONCEPT, READING)
        [(document, mention)] = reader.mentions_of_concept("c1")
        assert mention == MENTION
        assert reader.text(document) == DOC.text
        assert reader.mentions_of_document(document) == [("c1", MENTION)]
        summary = reader.documents()[0]
        assert (summary.name, summary.issue, summary.mentions, summary.concepts) == ("260.txt", 260, 1, 1)
        assert reader.counts() == (1, 1, 3)


def test_brands_are_counted_over_the_other_documents_of_one_recipe(path: Path) -> None:
    again = Brand("星潭", "루미오", 2)
    other, old = Document("261.txt", "", "d2"), Document("262.txt", "", "d3")
    with Writer(path) as writer:
        with writer.transaction():
            writer.drop_documents(["260.txt"])
            writer.add_document(DOC, Extraction((), (LUMIO, Brand("鹿鸣", "디어콜", 1))), recipe="r", added="")
            writer.add_document(other, Extraction((), (again,)), recipe="r", added="")
            writer.add_document(old, Extraction((), (again,)), recipe="old", added="")
        assert writer.brands("r", Document("new.txt", "")) == [Brand("星潭", "루미오", 3), Brand("鹿鸣", "디어콜", 1)]
        assert writer.brands("r", other) == [LUMIO, Brand("鹿鸣", "디어콜", 1)]
        assert writer.brands("r", Document("copy.txt", "", "d1")) == [again]
        with writer.transaction():
            writer.drop_documents(["261.txt"])
        assert writer.brands("r", Document("new.txt", "")) == [LUMIO, Brand("鹿鸣", "디어콜", 1)]


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_a_file_of_an_earlier_version_is_brought_up_to_date_with_all_it_holds(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.db"
    connection = sqlite3.connect(path)
    for statements in schema.MIGRATIONS[:version]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    values = ("260.txt", "d1", "r", "utf-8", "주간 중국 창업", 260, "2021-12-22", "2026-01-01", DOC.text)
    connection.execute(f"INSERT INTO documents VALUES (1, {', '.join('?' * len(values))})", values)
    connection.commit()
    connection.close()
    with pytest.raises(StorageError) as caught:
        Reader(path)
    assert caught.value.code == "db-older"
    with Writer(path) as writer, writer.transaction():
        assert writer.brands("r", Document("new.txt", "")) == []
        writer.add_document(Document("261.txt", "", "d2"), Extraction((), (LUMIO,)), recipe="r", added="")
    with Writer(path) as writer:
        assert writer.brands("r", Document("new.txt", "")) == [LUMIO]
    with Reader(path) as reader:
        assert [document.name for document in reader.documents()] == ["260.txt", "261.txt"]
    assert _schema(path) == _schema(_fresh(tmp_path))


def _fresh(folder: Path) -> Path:
    path = folder / "fresh.db"
    Writer(path).__exit__(None, None, None)
    return path


def _schema(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    found.append(("version", str(connection.execute("PRAGMA user_version").fetchone())))
    connection.close()
    return found


def test_a_reader_leaves_nothing_behind_and_writes_nothing(path: Path) -> None:
    with Reader(path) as reader:
        reader.counts()
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader._connection.execute("DELETE FROM concepts")
    assert [item.name for item in path.parent.iterdir()] == ["glossary.db"]


def test_a_concept_written_again_unchanged_keeps_its_version(path: Path) -> None:
    with Writer(path) as writer, writer.transaction():
        writer.replace_concepts(["禾赛科技"], [Entry(CONCEPT, READING, (1,))])
    with Reader(path) as reader:
        assert reader.concept("c1").concept.version == 1


def test_a_concept_without_mentions_goes_with_all_its_rows(path: Path) -> None:
    with Writer(path) as writer, writer.transaction():
        keys = writer.drop_documents(["260.txt"])
        writer.replace_concepts(keys, [])
    connection = sqlite3.connect(path)
    for table in ("documents", "mentions", "concepts", "terms", "names", "forms", "parts"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    connection.close()


def test_a_failure_inside_a_transaction_leaves_the_old_state(path: Path) -> None:
    def fail(writer: Writer) -> None:
        with writer.transaction():
            writer.drop_documents(["260.txt"])
            raise ZeroDivisionError

    with Writer(path) as writer, pytest.raises(ZeroDivisionError):
        fail(writer)
    with Reader(path) as reader:
        assert len(reader.documents()) == 1


@pytest.mark.parametrize("method", ["concept", "document"])
def test_what_is_not_there_is_said(path: Path, method: str) -> None:
    with Reader(path) as reader, pytest.raises(NotFoundError) as caught:
        getattr(reader, method)("nothing")
    assert caught.value.code == f"{method}-missing"


@pytest.mark.parametrize("content", [None, b""])
def test_no_database_is_not_found_and_not_made(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "none.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NotFoundError) as caught:
        Reader(path)
    assert caught.value.code == "db-missing"
    assert path.exists() == (content is not None)


def _garbage(path: Path) -> None:
    path.write_bytes(b"no database at all\n" * 1000)


def _torn(path: Path) -> None:
    """The pages after the header overwritten, as a bad disk leaves them."""
    with path.open("r+b") as stream:
        stream.seek(100)
        stream.write(b"\xff" * (path.stat().st_size - 100))


def _foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE addresses (name)")
    connection.close()


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "code"), [(_garbage, "db-damaged"), (_torn, "db-damaged"), (_foreign, "db-foreign"), (_newer, "db-newer")]
)
@pytest.mark.parametrize("opener", [Reader, Writer])
def test_a_file_that_is_not_ours_is_refused_and_left_alone(path: Path, spoil: object, code: str, opener: type) -> None:
    spoil(path)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        opener(path).__exit__(None, None, None)
    assert (caught.value.code, caught.value.params["path"]) == (code, str(path))
    assert path.read_bytes() == before


def test_a_locked_database_is_said_after_the_wait(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glossary.store.session.BUSY_MS", 10)
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    with Writer(path) as writer, pytest.raises(StorageError) as caught, writer.transaction():
        pass
    assert caught.value.code == "db-locked"
    other.close()


def test_readers_read_on_while_a_writer_writes(path: Path) -> None:
    with Writer(path) as writer, writer.transaction():
        writer.drop_documents(["260.txt"])
        with Reader(path) as reader:
            assert len(reader.documents()) == 1


def test_a_full_disk_keeps_the_old_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`max_page_count` makes SQLite answer as a full disk does."""
    ctx = context(tmp_path / "glossary.db")
    (tmp_path / "1.txt").write_text(ISSUE, encoding="utf-8")
    build(ctx, [tmp_path / "1.txt"])
    (tmp_path / "2.txt").write_text(ISSUE * 200, encoding="utf-8")
    prepare = Writer._prepare

    def small(self: Writer) -> None:
        prepare(self)
        pages = self._connection.execute("PRAGMA page_count").fetchone()[0]
        self._connection.execute(f"PRAGMA max_page_count = {pages + 1}")

    monkeypatch.setattr(Writer, "_prepare", small)
    with pytest.raises(StorageError) as caught:
        build(ctx, [tmp_path / "2.txt"])
    assert caught.value.code == "disk-full"
    with ctx.reader() as reader:
        assert [document.name for document in reader.documents()] == ["1.txt"]
        assert reader.counts()[2] == 7


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_folder_that_cannot_be_written_can_be_read(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        with Reader(path) as reader:
            assert len(reader.documents()) == 1
    finally:
        path.parent.chmod(0o700)
