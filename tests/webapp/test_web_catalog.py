"""The catalogue: the same keys and the same places in every language, and every key that a page speaks."""

from __future__ import annotations

import re
from importlib import resources
from string import Formatter
from typing import get_args

import pytest

from glossary.model import TYPES, AliasKind, Review, TermStatus
from glossary.webapp.catalog import LANGUAGES, label, messages
from glossary.webapp.menu import ENTRIES

TEMPLATES = resources.files("glossary.assets").joinpath("templates")


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_languages_say_the_same(lang: str) -> None:
    korean, other = messages("ko"), messages(lang)  # type: ignore[arg-type]
    assert set(korean) == set(other)
    assert {key: _places(text) for key, text in korean.items()} == {key: _places(text) for key, text in other.items()}


def test_templates_speak_only_what_is_known() -> None:
    for template in TEMPLATES.iterdir():
        for key in re.findall(r"""\bt\(["']([\w.-]+)["'][,)]""", template.read_text(encoding="utf-8")):
            assert key in messages("ko") or f"{key}_one" in messages("ko"), (template.name, key)


def test_every_sentence_is_spoken() -> None:
    spoken = "".join(template.read_text(encoding="utf-8") for template in TEMPLATES.iterdir())
    spoken += "".join(f'"{words}"' for _, words in ENTRIES)
    composed = ("site.theme_", "search.count_")  # by the value of a choice, by number
    for key in messages("ko"):
        if key.partition(".")[0] in ("site", "search", "entry", "copy", "concept", "documents"):
            assert key.startswith(composed) or f'"{key}"' in spoken or f"'{key}'" in spoken, key


def test_templates_hold_no_words_of_their_own() -> None:
    for template in TEMPLATES.iterdir():
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", "", template.read_text(encoding="utf-8"), flags=re.S)
        assert not re.search("[가-힣]{2}", text), template.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_closed_sets_have_words(lang: str) -> None:
    for table, names in (
        ("type", TYPES),
        ("status", get_args(TermStatus)),
        ("review", get_args(Review)),
        ("alias", get_args(AliasKind)),
    ):
        for name in names:
            assert label(lang, table, name) == messages(lang)[f"{table}.{name}"]  # type: ignore[arg-type]
