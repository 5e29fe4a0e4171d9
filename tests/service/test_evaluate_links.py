"""Links measured against labelled pairs."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import InputError
from glossary.service.context import open_context
from glossary.service.evaluate import evaluate

HEAD = "ko1,zh1,ko2,zh2,same,quality\n"


def _measured(tmp_path: Path, text: str) -> tuple[dict[str, float], tuple[str, ...]]:
    gold = tmp_path / "links.csv"
    gold.write_text(text, encoding="utf-8")
    report = evaluate(open_context(tmp_path / "none.db"), "links", gold)
    return {figure.name: figure.value for figure in report.figures}, report.errors


def test_precision_recall_and_f1(tmp_path: Path) -> None:
    rows = "베이징,北京,북경,,1,STRONG\n산시,陕西,산시,山西,0,STRONG\n펑자오,彭昭,에일린,,1,WEAK\n"
    figures, errors = _measured(tmp_path, HEAD + rows)
    assert (figures["precision"], figures["recall"]) == (1.0, 0.5)
    assert figures["F1 STRONG"] == 1.0
    assert [error.startswith("different, not same [WEAK]") for error in errors] == [True]


def test_answers_may_be_words(tmp_path: Path) -> None:
    figures, _ = _measured(tmp_path, HEAD + "베이징,北京,북경,,true,\n상하이,上海,시안,西安,different,\n")
    assert figures["F1"] == 1.0


@pytest.mark.parametrize("text", ["ko,zh\n", HEAD + "베이징,北京,북경,,perhaps,\n", HEAD + ",,북경,,1,\n"])
def test_gold_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        _measured(tmp_path, text)
