"""What the fields of a file may hold: forms, types, statuses; a Fault says what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import cast

from glossary.exchange.record import LANGUAGES, STATUSES
from glossary.model import TYPES, EntityType, Language, Review, TermStatus
from glossary.text.fit import is_plain, name_of, shown
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import is_hanzi
from glossary.text.keys import hanzi_key
from glossary.text.tables import cell_list, records

_ID = re.compile(r"c[0-9a-f]{11}")
_REVIEWS = ("mined", "proposed", "approved")


class Fault(Exception):
    """What is wrong with a field, as a code and what fills its message in."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = tuple(params.items())


def form(text: str, language: Language) -> str:
    """A form as it is stored; raises Fault("import-term"), Fault("import-script").

    >>> form(" 펑자오 ", "ko"), form("彭 昭", "zh-Hans")
    ('펑자오', '彭 昭')
    """
    found = name_of(text)
    if not found:
        raise Fault("import-term", text=shown(text))
    hangul, hanzi = any(map(is_hangul, found)), any(map(is_hanzi, found))
    if (language == "ko" and hanzi and not hangul) or (language.startswith("zh") and hangul and not hanzi):
        raise Fault("import-script", text=found, language=language)
    return found


def note_of(text: str) -> str:
    """A note as it stands; raises Fault("import-text")."""
    if not is_plain(text):
        raise Fault("import-text", text=shown(text))
    return text


def key_of(text: str) -> str:
    """A concept's key, or "" where none is told; raises Fault("import-key").

    >>> key_of("彭昭"), key_of("ko:펑자오")
    ('彭昭', 'ko:펑자오')
    """
    korean = text.removeprefix("ko:")
    sound = name_of(korean) == korean if korean != text else hanzi_key(text) == text and name_of(text) == text
    if text and not sound:
        raise Fault("import-key", text=shown(text))
    return text


def type_of(text: str) -> EntityType | None:
    """A type by its name in any of the three languages; None for an empty cell; raises Fault("import-type").

    >>> type_of("기업"), type_of("地名"), type_of("person"), type_of("")
    ('organization', 'place', 'person', None)
    """
    name = text.strip().casefold()
    if not name:
        return None
    if name not in _types():
        raise Fault("import-type", text=text.strip())
    return _types()[name]


def status_of(text: str) -> TermStatus:
    """A status; raises Fault("import-status")."""
    return cast(TermStatus, _one_of(text, STATUSES, "import-status"))


def review_of(text: str) -> Review:
    """A state of review; raises Fault("import-review")."""
    return cast(Review, _one_of(text, _REVIEWS, "import-review"))


def language_of(text: str) -> Language:
    """A language; raises Fault("import-language")."""
    return cast(Language, _one_of(text, LANGUAGES, "import-language"))


def id_of(text: str) -> str:
    """A concept's id, or "" where none is told; raises Fault("import-id")."""
    if text and not _ID.fullmatch(text):
        raise Fault("import-id", text=text)
    return text


def _one_of(text: str, allowed: Iterable[str], code: str) -> str:
    if text not in allowed:
        raise Fault(code, text=text)
    return text


@cache
def _types() -> dict[str, EntityType]:
    found: dict[str, EntityType] = {type_: type_ for type_ in TYPES}
    for row in records("column_names.tsv"):
        if row["field"].startswith("type:"):
            found.update(dict.fromkeys(cell_list(row["names"]), cast(EntityType, row["field"][5:])))
    return found
