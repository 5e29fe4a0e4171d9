"""Scan: every name in a Korean or a Chinese text, known and new, with its form in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from glossary.model import BareMention, Concept, Document, Mention, ScannedName
from glossary.service.context import Context
from glossary.service.known_names import known_names
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import fold, is_hanzi, simplified
from glossary.text.keys import hanzi_key

if TYPE_CHECKING:
    from glossary.extract.known import KnownNames
    from glossary.store.reader import Reader

Lang = Literal["ko", "zh"]
KOREAN = 0.1  # share of Hangul among Hangul and hanzi from which on a text is Korean: hanzi stand in brackets there
_FIRM = re.compile(r"[)\]）】]? ?[A-Za-z][A-Za-z0-9]{0,11} ?(?:유한공사|유한회사|유한책임공사|주식회사|그룹|공사)")
HANZI = "zh:"  # begins the node of a name that only the gazetteer knows


@dataclass(frozen=True, slots=True)
class Scan:
    """The language of a text and its names, in its order."""

    lang: Lang
    names: tuple[ScannedName, ...]


def scan_path(ctx: Context, path: Path) -> Scan:
    """The names of the text in a file; raises NotFoundError("db-missing") where there is no glossary."""
    return scan(ctx, ctx.stages.read_path(path))


def scan_bytes(ctx: Context, name: str, data: bytes) -> Scan:
    """The same for bytes at hand, standard input or an upload."""
    return scan(ctx, ctx.stages.read(name, data))


def scan(ctx: Context, doc: Document) -> Scan:
    """The names of a document, by the language that it is written in."""
    if language(doc.text) == "ko":
        return Scan("ko", _korean(ctx, doc))
    from glossary.service.scan_chinese import scan_chinese

    return Scan("zh", tuple(scan_chinese(ctx, doc.text)))


def language(text: str) -> Lang:
    """Korean or Chinese, by the letters; a text with neither counts as Korean.

    >>> language("베이징에서 彭昭 회장은"), language("彭昭在北京，不在서울，十一月二十日与禾赛科技签约")
    ('ko', 'zh')
    """
    hangul = sum(map(is_hangul, text))
    hanzi = sum(map(is_hanzi, text))
    return "ko" if hangul >= KOREAN * (hangul + hanzi) else "zh"


def _korean(ctx: Context, doc: Document) -> tuple[ScannedName, ...]:
    mentions = tuple(mention for mention in ctx.stages.extract(doc, ctx.policy) if mention.kind == "name")
    with ctx.reader() as reader:
        names = known_names(reader)
        bare = ctx.stages.scan(doc, ctx.policy, names, mentions)
        return tuple(sorted(_shown(reader, names, doc.text, mentions, bare), key=lambda name: (name.start, name.end)))


def _shown(
    reader: Reader, names: KnownNames, text: str, mentions: Sequence[Mention], bare: Sequence[BareMention]
) -> Iterator[ScannedName]:
    owners = {key: known.node for mention in mentions if (known := names.named(key := hanzi_key(mention.zh)))}
    ids = {*owners.values(), *(node for item in bare for node in item.nodes if ":" not in node)}
    concepts = {key: entry.concept for key, entry in reader.entries(sorted(ids)).items()}
    for mention in mentions:
        concept = concepts.get(owners.get(hanzi_key(mention.zh), ""))
        yield _glossed(mention, None if _piece(mention, concept, text) else concept)
    for item in bare:
        yield _unglossed(item, concepts)


def _piece(mention: Mention, concept: Concept | None, text: str) -> bool:
    """Whether another name's short form is a piece of a firm's longer one here: 중이(中移) IoT 유한공사."""
    if concept is None or hanzi_key(mention.zh) == concept.key:
        return False
    return _FIRM.match(text, mention.zh_end) is not None


def _glossed(mention: Mention, concept: Concept | None) -> ScannedName:
    ko, zh, en = _terms(concept, mention.ko, fold(mention.zh), mention.en)
    if concept and hanzi_key(mention.zh) != concept.key:
        zh = simplified(mention.zh)  # a member's own hanzi: 联想集团 stays beside 联想
    known, type_ = (concept.id, concept.type) if concept else (None, mention.type)
    return ScannedName(
        mention.ko, mention.ko_start, mention.ko_end, ko, zh, en, type_, known, made(concept, ko), mention.score
    )


def _unglossed(item: BareMention, concepts: Mapping[str, Concept]) -> ScannedName:
    node, *more = item.nodes
    concept = concepts.get(node)
    key = _key(node)
    ko, zh, en = _terms(concept, _usual(key) or item.text, key, None)
    known, type_ = (concept.id, concept.type) if concept else (None, item.type)
    meanings = tuple(other for other in more if ":" not in other) if concept else ()
    hanzi = (_terms(concepts.get(other), "", _key(other), None)[1] for other in more)
    others = tuple(dict.fromkeys(other for other in hanzi if other and other != zh))
    shown = made(concept, ko)
    return ScannedName(item.text, item.start, item.end, ko, zh, en, type_, known, shown, item.score, meanings, others)


def _key(node: str) -> str:
    """The hanzi of a name that only the gazetteer knows."""
    return node.removeprefix(HANZI) if node.startswith(HANZI) else ""


def made(concept: Concept | None, ko: str) -> bool:
    """Whether a Korean form of a concept is the program's own: no text has it, no editor and no list gives it."""
    terms = concept.terms if concept else ()
    return any(
        term.text == ko and term.language == "ko" and term.source == "official" and not term.count + term.bare
        for term in terms
    )


def _usual(key: str) -> str:
    from glossary.extract.gazetteer import spellings

    return next(iter(spellings(key)), "") if key else ""


def _terms(concept: Concept | None, ko: str, zh: str, en: str | None) -> tuple[str, str, str | None]:
    """The preferred forms of a concept; what the text or the gazetteer has where there is none."""
    if concept is None:
        return ko, zh, en
    return (
        _preferred(concept, ("ko",)) or ko,
        _preferred(concept, ("zh-Hans", "zh-Hant")) or zh,
        _preferred(concept, ("en",)) or en,
    )


def _preferred(concept: Concept, languages: Iterable[str]) -> str:
    for language in languages:
        terms = [term for term in concept.terms if term.language == language]
        if terms:
            return next((term.text for term in terms if term.status == "preferred"), terms[0].text)
    return ""
