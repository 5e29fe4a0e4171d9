"""The columns of a CSV file: which forms each holds, and which header names it in a list that people made."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from glossary.model import CuratedTerm, Language, TermStatus
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import is_hanzi
from glossary.text.tables import cell_list, records


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of forms of one language, status and permission."""

    name: str
    language: Language
    status: TermStatus
    forbidden: bool = False

    def holds(self, term: CuratedTerm) -> bool:
        """Whether a form stands in this column."""
        return (term.language, term.status, term.forbidden) == (self.language, self.status, self.forbidden)


FORMS = (
    FormColumn("ko", "ko", "preferred"),
    FormColumn("ko_admitted", "ko", "admitted"),
    FormColumn("ko_deprecated", "ko", "deprecated"),
    FormColumn("ko_forbidden", "ko", "deprecated", forbidden=True),
    FormColumn("zh_hans", "zh-Hans", "preferred"),
    FormColumn("zh_hans_admitted", "zh-Hans", "admitted"),
    FormColumn("zh_hant", "zh-Hant", "preferred"),
    FormColumn("zh_hant_admitted", "zh-Hant", "admitted"),
    FormColumn("en", "en", "preferred"),
    FormColumn("en_admitted", "en", "admitted"),
)
REST = ("type", "review", "note", "source", "id", "key", "more")  # more: what the columns cannot say, as JSON
HEADER = (*(column.name for column in FORMS), *REST)
_BY_HAND = ("ko", "zh", "en", "type", "note")  # the order of a list without a header


def columns_of(first: Sequence[str]) -> tuple[list[str], bool] | None:
    """The columns of a file by its first row, and whether that row heads it; None where no row of names is there.

    >>> columns_of(["국문", "중문", "비고"])
    (['ko', 'zh', 'note'], True)
    >>> columns_of(["펑자오", "彭昭"]), columns_of(["1", "2"])
    ((['ko', 'zh'], False), None)
    """
    found = [_column(cell) for cell in first]
    named = [name for name in found if name]
    if {"ko", "zh", "zh_hans", "zh_hant"} & set(named):
        return (found, True) if len(named) == len(set(named)) else None
    hangul = [any(map(is_hangul, cell)) for cell in first]
    hanzi = [any(map(is_hanzi, cell)) for cell in first]
    if len(first) > 1 and len(first) <= len(_BY_HAND) and hangul[:2] == [True, False] and hanzi[:2] == [False, True]:
        return list(_BY_HAND[: len(first)]), False
    return None


def _column(cell: str) -> str:
    name = "".join(unicodedata.normalize("NFKC", cell).casefold().split())
    return _names().get(name, "")


@cache
def _names() -> dict[str, str]:
    found = {name: name for name in HEADER}
    for row in records("column_names.tsv"):
        if ":" not in row["field"]:
            found.update((name, row["field"]) for name in cell_list(row["names"]))
    return found
