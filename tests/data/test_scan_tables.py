"""The tables that tell names without hanzi: each row can be used, and together they hold the cases of the corpus."""

import re
from pathlib import Path

import pytest
from traps import main, read_traps

from glossary.extract.bare import recognize
from glossary.extract.gazetteer import entries
from glossary.extract.known import Names
from glossary.text.tables import records

CASES = Path(__file__).parents[2] / "corpus" / "cases" / "traps.tsv"
LEAST = {"train": 0.94, "held-out": 0.92, "fresh": 0.92}


def test_every_homograph_stands_once_and_its_patterns_are_patterns() -> None:
    rows = list(records("homographs.tsv"))
    assert len({row["form"] for row in rows}) == len(rows)
    for row in rows:
        float(row["odds"])
        re.compile(row["attached"])


def test_every_word_beside_a_name_says_something_known() -> None:
    assert {row["where"] for row in records("bare_words.tsv")} == {"attached", "next", "before", "sentence"}


def test_news_names_are_in_the_gazetteer() -> None:
    for row in records("news_names.tsv"):
        for form in row["ko"].split("|"):
            assert len(form) < 2 or entries(form), form


def test_every_case_marks_what_it_says() -> None:
    for trap in read_traps(CASES):
        assert trap.sentence[trap.start :].startswith(trap.surface)


@pytest.mark.parametrize("split", ["train", "held-out", "fresh"])
def test_cases_without_a_tokenizer(split: str) -> None:
    hits = alarms = misses = 0
    for trap in read_traps(CASES, split):
        found = trap.found(recognize(trap.sentence, Names(()), None))
        hits += bool(found) and trap.is_name
        alarms += bool(found) and not trap.is_name
        misses += not found and trap.is_name
    assert 2 * hits / (2 * hits + alarms + misses) >= LEAST[split]


def test_the_measure_prints_a_row_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(CASES), "--split", "fresh", "--no-tokenizer", "--errors", "1"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("traps.tsv")
