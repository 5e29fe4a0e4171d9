"""The knowledge tables say what they claim: header, no row twice, examples that show their row."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from glossary.model import TYPES
from glossary.text.hanzi import fold
from glossary.text.tables import cell_list, lines, records

HEADERS = {
    "morphemes.tsv": "zh ko kind example_ko example_zh",
    "brands.tsv": "zh ko en type example_ko example_zh",
    "type_cues.tsv": "suffix language type weight example",
    "context_cues.tsv": "word side says weight example",
    "glosses.tsv": "zh ko example",
    "one_syllable_names.tsv": "zh ko type what marks example",
}
KEYS = {
    "morphemes.tsv": ("zh",),
    "brands.tsv": ("zh",),
    "type_cues.tsv": ("suffix", "language"),
    "context_cues.tsv": ("word", "side", "says"),
    "glosses.tsv": ("zh",),
    "one_syllable_names.tsv": ("zh", "type", "what"),
}


@pytest.mark.parametrize("name", HEADERS)
def test_header_and_every_cell_filled(name: str) -> None:
    header = HEADERS[name].split()
    assert lines(name)[0].split("\t") == header
    for line in lines(name)[1:]:
        cells = line.split("\t")
        assert len(cells) == len(header), line
        assert cells == [cell.strip() for cell in cells], line
        assert [column for column, cell in zip(header, cells, strict=True) if not cell] in ([], ["en"]), line


@pytest.mark.parametrize("name", KEYS)
def test_no_row_twice(name: str) -> None:
    counts = Counter(tuple(row[column] for column in KEYS[name]) for row in records(name))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", ["morphemes.tsv", "brands.tsv", "glosses.tsv", "one_syllable_names.tsv"])
def test_hanzi_are_keys_and_variants_differ(name: str) -> None:
    for row in records(name):
        assert fold(row["zh"]) == row["zh"], row
        variants = row["ko"].split("|")
        assert len(variants) == len(set(variants)), row
        assert all(variants), row


@pytest.mark.parametrize("name", ["morphemes.tsv", "brands.tsv"])
def test_example_pairs_show_the_row(name: str) -> None:
    for row in records(name):
        assert row["zh"] in fold(row["example_zh"]), row
        assert any(ko in row["example_ko"] for ko in cell_list(row["ko"])), row


def test_kinds_types_and_weights_are_known() -> None:
    assert {row["kind"] for row in records("morphemes.tsv")} == {"translation", "expansion", "loan"}
    assert {row["type"] for row in records("brands.tsv")} <= set(TYPES)
    assert {row["type"] for row in records("one_syllable_names.tsv")} <= set(TYPES)
    assert {row["type"] for row in records("type_cues.tsv")} == set(TYPES)
    assert {row["language"] for row in records("type_cues.tsv")} == {"ko", "zh"}
    assert {row["says"] for row in records("context_cues.tsv")} == {*TYPES, "title"}
    assert {row["side"] for row in records("context_cues.tsv")} == {"before", "after", "frame"}
    for name in ("type_cues.tsv", "context_cues.tsv"):
        assert all(0 < float(row["weight"]) <= 1 for row in records(name))


def test_type_examples_end_in_their_suffix() -> None:
    for row in records("type_cues.tsv"):
        assert row["example"].endswith(row["suffix"]), row


def test_context_examples_have_the_word_beside_the_name() -> None:
    for row in records("context_cues.tsv"):
        word = re.escape(row["word"])
        shape = {"after": rf"\) ?{word}$", "before": rf"^{word} .+\)$", "frame": rf"\){word}$"}[row["side"]]
        assert re.search(shape, row["example"]), row


@pytest.mark.parametrize("name", ["glosses.tsv", "one_syllable_names.tsv"])
def test_one_syllable_rows_show_their_bracket(name: str) -> None:
    for row in records(name):
        assert len(row["zh"]) == 1, row
        shown = [ko for ko in row["ko"].split("|") if f"{ko}({row['zh']})" in row["example"]]
        assert shown, row


def test_marks_of_one_syllable_names_follow_the_bracket() -> None:
    for row in records("one_syllable_names.tsv"):
        behind = row["example"].split(")", 1)[1].strip()
        assert any(behind.startswith(mark) for mark in row["marks"].split("|")), row
