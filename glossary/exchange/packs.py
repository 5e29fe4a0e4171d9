"""The authority packs that ship, as what they say of each name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from glossary.model import CuratedTerm, Curation, EntityType
from glossary.text.hanzi import script_of
from glossary.text.keys import hanzi_key
from glossary.text.tables import cell_list, records

PLACES = "china-places"
NAMES = "established-names"
PACKS = (PLACES, NAMES)
_FILES = {PLACES: ("china_places.tsv", "china_features.tsv"), NAMES: ("established_names.tsv",)}


def pack(name: str) -> Iterator[Curation]:
    """What a pack says, a curation for each name; `concept` is left to whoever knows the glossary's ids.

    >>> found = next(one for one in pack("china-places") if one.key == "西安")
    >>> [(term.text, term.status) for term in found.terms if term.language == "ko"][:2], found.note
    ([('시안', 'preferred'), ('서안', 'admitted')], '산시 陕西')
    """
    for file in _FILES[name]:
        for row in records(file):
            yield _place(row) if name == PLACES else _name(row)


def _place(row: Mapping[str, str]) -> Curation:
    return Curation(
        concept="",
        key=hanzi_key(row["zh"]),
        type="place",
        note="; ".join(_told(path) for path in cell_list(row["within"])),
        source=PLACES,
        terms=tuple(_terms(row, row["full"])),
    )


def _name(row: Mapping[str, str]) -> Curation:
    type_: EntityType = row["type"]  # type: ignore[assignment]  # a test holds the column against TYPES
    terms = tuple(_terms(row, row["zh_more"]))
    return Curation("", hanzi_key(row["zh"]), type_, note=row["note"], source=NAMES, terms=terms)


def _terms(row: Mapping[str, str], zh_more: str) -> Iterator[CuratedTerm]:
    yield CuratedTerm(row["ko"], "ko", "preferred")
    yield from (CuratedTerm(form, "ko", "admitted") for form in cell_list(row["more"]))
    yield CuratedTerm(row["zh"], "zh-Hans", "preferred")
    yield from (CuratedTerm(form, "zh-Hans", "admitted") for form in cell_list(zh_more) if form != row["zh"])
    hant = row["hant"] or (row["zh"] if script_of(row["zh"]) == "both" else "")
    if hant:
        yield CuratedTerm(hant, "zh-Hant", "preferred")
    if row["en"]:
        yield CuratedTerm(row["en"], "en", "preferred")


def _told(path: str) -> str:
    """장시 江西, 장시 푸저우 江西/抚州: where a place lies, in Korean and in Chinese."""
    said = [_stems().get(part, part) for part in path.split("/")]
    return f"{' '.join(said)} {path}"


@cache
def _stems() -> dict[str, str]:
    return {row["stem"]: row["ko"] for row in records("china_places.tsv") if row["level"] != "county"}
