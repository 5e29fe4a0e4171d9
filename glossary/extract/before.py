"""What the word before a known form says: it is a name (배우, 업체), another's (아사다, 합천), or a common word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.extract.cues import beside
from glossary.extract.spots import Spot, says
from glossary.model import EntityType
from glossary.reading.lexicon import in_dictionary
from glossary.text.hangul import is_hangul, split

Types = set[EntityType]

_LISTED = re.compile(r"\s*[·ㆍ,、~∼\-–/]\s*\Z")
_AND = re.compile(r"[가-힣]+(?:와|과|이나|및|에서|부터)\Z")
_CUED = {"person": "role", "title": "role", "organization": "maker"}
_FITS: dict[str, Types] = {"role": {"person"}, "maker": {"organization", "media"}}
_FIRM = 0.8  # weight of a cue from which on it says what the name is
_WORDS = ("homograph", "word-frequent", "word-rare")  # what a form is that is a Korean word too
_VERB = re.compile(
    r".*(?:[하되있없같지리기이오가주보나들치르서우키추두끄내]는|[같많좋작크높낮짧길깊넓낡젊늙밝맑붉검굵얇싶않받]은)\Z"
)


def before(spot: Spot, types: Types, source: str) -> Iterator[str]:
    """What the word before a name says; `source` tells what the form is by itself."""
    word = spot.before
    if not word:
        yield "first"
        return
    if _LISTED.match(spot.gap):
        yield "before-listed"
        return
    if spot.gap.strip():
        yield "before-sign"
        return
    said = says(word, "before")
    if not said and (cued := role_cue(word, ("before",))):
        said = (cued,)
    for kind in said:
        if types & _FITS.get(kind, types):
            yield f"before-{kind}"
            if kind in _FITS and _subject(spot) and source in _WORDS:
                yield "before-named"  # 업체 안타가: the common word would not stand here
        elif spot.behind.particle != "place":
            yield "before-odd"
            if _subject(spot):
                yield "before-misfit"
    if not said:
        final = word[-1]
        if final == "의":
            yield "before-of"
        elif (
            final == "던"
            or _VERB.match(word)
            or (is_hangul(final) and final not in "은는" and split(final)[2] == "ㄴ" and _long(word))
        ):
            yield "before-adnominal"
        elif _AND.match(word):
            yield "before-and"


def role_cue(word: str, sides: tuple[str, ...]) -> str:
    """What a word's end says of the name beside it: role (인민은행장, 여배우), maker (렌터카업체), or "".

    >>> role_cue("렌터카업체", ("before",)), role_cue("인민은행장", ("after",)), role_cue("강물", ("before",))
    ('maker', 'role', '')
    """
    for size in range(min(6, len(word)), 1, -1):
        for side in sides:
            for cue in beside(side).get(word[-size:], ()):
                if cue.says in _CUED and cue.weight >= _FIRM:
                    return _CUED[cue.says]
    return ""


def _subject(spot: Spot) -> bool:
    """Whether the word is the name and a particle of what acts, not the head of a compound (업체 선정 결과)."""
    return not spot.behind.nouns and spot.behind.particle in ("topic", "object", "of", "person", "copula")


def _long(word: str) -> bool:
    return len(word) > 1 and not in_dictionary(word)
