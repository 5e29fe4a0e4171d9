"""The README's examples print what the README says."""

from pathlib import Path

from examples import README, build, rendered


def test_the_examples_are_in_step(tmp_path: Path) -> None:
    db = tmp_path / "glossary.db"
    build(db)
    text = README.read_text(encoding="utf-8")
    assert rendered(text, db) == text, "run scripts/check --write-docs"
