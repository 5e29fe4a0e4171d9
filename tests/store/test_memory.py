"""What a kept connection has answered holds until somebody writes."""

from pathlib import Path

from glossary.store import idle
from glossary.store.reader import Reader
from glossary.store.writer import Writer


def test_answers_stay_from_reader_to_reader_until_a_write(tmp_path: Path) -> None:
    db = tmp_path / "glossary.db"
    with Writer(db):
        pass
    with Reader(db, kept=True) as reader:
        reader.remembered("owners")["彭昭"] = "c9cf91fc0a51"
    with Reader(db, kept=True) as reader:
        assert reader.remembered("owners") == {"彭昭": "c9cf91fc0a51"}
        assert reader.remembered("others") == {}
    with Writer(db) as writer, writer.transaction():
        writer.put_blob("forms", "1", b"")
    with Reader(db, kept=True) as reader:
        assert reader.remembered("owners") == {}
    idle.close()


def test_a_reader_in_the_middle_of_its_view_keeps_its_memory(tmp_path: Path) -> None:
    db = tmp_path / "glossary.db"
    with Writer(db):
        pass
    with Reader(db, kept=True) as reader:
        reader.remembered("owners")["彭昭"] = "c9cf91fc0a51"
        with Writer(db) as writer, writer.transaction():
            writer.put_blob("forms", "1", b"")
        assert reader.blob("forms") is None
        assert reader.remembered("owners") == {"彭昭": "c9cf91fc0a51"}
    with Reader(db, kept=True) as reader:
        assert reader.remembered("owners") == {}
    idle.close()


def test_a_connection_of_its_own_remembers_for_itself_alone(tmp_path: Path) -> None:
    db = tmp_path / "glossary.db"
    with Writer(db):
        pass
    with Reader(db) as reader:
        reader.remembered("owners")["彭昭"] = "c9cf91fc0a51"
    with Reader(db) as reader:
        assert reader.remembered("owners") == {}
