"""Scan a Chinese text: every name in it with its Korean form, the glossary's own or a generated one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from glossary.errors import NotFoundError
from glossary.model import Concept, EntityType, Language, ScannedName
from glossary.service.context import Context
from glossary.service.scan import made
from glossary.text.hanzi import HANZI, simplified
from glossary.text.keys import hanzi_key

if TYPE_CHECKING:
    from glossary.extract.chinese import ChineseName

_RUN = re.compile(rf"[{HANZI}A-Za-z0-9+·]+")
_APART = ("person", "place")  # a person is not the place of the same hanzi
_LONGEST = 16  # characters of a known form that is looked for; longer ones are found by their endings


def scan_chinese(ctx: Context, text: str) -> tuple[ScannedName, ...]:
    """The names of a Chinese text, simplified or traditional, in its order; without a database all are generated."""
    from glossary.extract.chinese import chinese
    from glossary.extract.known import Names
    from glossary.tokens import load

    concepts, rows = _known(ctx, text)
    found = chinese(text, Names(rows), load())
    owners = _owners(rows)
    return tuple(_scanned(name, concepts.get(name.node or _own(name, owners))) for name in found)


def _owners(rows: Iterable[tuple[str, str, EntityType, str]]) -> dict[str, list[tuple[str, EntityType]]]:
    owners: dict[str, list[tuple[str, EntityType]]] = {}
    for key, concept, kind, _ in rows:
        owners.setdefault(key, []).append((concept, kind))
    return owners


def _own(name: ChineseName, owners: dict[str, list[tuple[str, EntityType]]]) -> str:
    """The concept of a name found by its shape (彭昭 in 彭昭说, which the word list has as one word): it is not new."""
    known = owners.get(hanzi_key(name.text), [])
    same = [concept for concept, kind in known if kind == name.type]
    return same[0] if same else known[0][0] if len(known) == 1 and name.type not in _APART else ""


def _known(ctx: Context, text: str) -> tuple[dict[str, Concept], list[tuple[str, str, EntityType, str]]]:
    """The concepts whose hanzi stand in the text, and their forms as they are looked for."""
    try:
        with ctx.reader() as reader:
            hits = [(hit.key, hit.concept) for hit in reader.finder(_LONGEST).among(("zh",), sorted(set(_keys(text))))]
            entries = reader.entries({concept for _, concept in hits})
    except NotFoundError:
        return {}, []
    concepts = {id: entry.concept for id, entry in entries.items()}
    order = sorted(hits, key=lambda hit: (hit[0], -concepts[hit[1]].mentions, hit[1]))
    return concepts, [(key, id, concepts[id].type, concepts[id].key) for key, id in order]


def _keys(text: str) -> Iterator[str]:
    """All stretches of the text that could be a known form."""
    for run in _RUN.finditer(text):
        key = hanzi_key(run.group())
        for start in range(len(key)):
            yield from (key[start:end] for end in range(start + 2, min(len(key), start + _LONGEST) + 1))


def _scanned(name: ChineseName, concept: Concept | None) -> ScannedName:
    if concept is None:
        from glossary.extract.chinese_korean import korean

        ko, hans, en = korean(name.text, name.type), simplified(name.text), None
    else:
        ko, hans, en = _korean(concept, name.text), simplified(name.text), _form(concept, "en") or None
    return ScannedName(
        text=name.text,
        start=name.start,
        end=name.end,
        ko=ko,
        zh_hans=hans,
        en=en,
        type=name.type,
        concept=concept.id if concept else None,
        generated=concept is None or made(concept, ko),
        score=round(name.score, 4),
    )


def _korean(concept: Concept, written: str) -> str:
    """The preferred form; 广东省 and 北京市 get the form that ends as they do: 광둥성, 베이징시."""
    preferred = _form(concept, "ko")
    hans, simple = _form(concept, "zh-Hans"), simplified(written)
    tail = _TAILS.get(simple[-1], "")
    if concept.type == "place" and tail and hans and simple != hans and simple.startswith(hans[:1]):
        forms = (term.text for term in concept.terms if term.language == "ko" and term.status != "deprecated")
        return next((form for form in forms if form.startswith(preferred) and form.endswith(tail)), preferred)
    return preferred


_TAILS = {"省": "성", "市": "시", "区": "구", "县": "현", "州": "주", "旗": "기", "盟": "맹"}


def _form(concept: Concept, language: Language) -> str:
    found: Iterable[str] = (
        term.text for term in concept.terms if term.language == language and term.status == "preferred"
    )
    return next(iter(found), "") or next((term.text for term in concept.terms if term.language == language), "")
