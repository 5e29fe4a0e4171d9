"""Scan: every name in a Korean or a Chinese text, known and new, with its form in the other language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from glossary.model import BareMention, Concept, Document, Mention, ScannedName
from glossary.service.context import Context
from glossary.service.known_names import known_names
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import fold, is_hanzi
from glossary.text.keys import hanzi_key

if TYPE_CHECKING:
    from glossary.extract.known import Names
    from glossary.store.reader import Reader

Lang = Literal["ko", "zh"]
KOREAN = 0.1  # share of Hangul among Hangul and hanzi from which on a text is Korean: hanzi stand in brackets there
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
        return tuple(sorted(_shown(reader, names, mentions, bare), key=lambda name: (name.start, name.end)))


def _shown(
    reader: Reader, names: Names, mentions: Sequence[Mention], bare: Sequence[BareMention]
) -> Iterator[ScannedName]:
    owners = {key: known.node for mention in mentions if (known := names.named(key := hanzi_key(mention.zh)))}
    ids = {*owners.values(), *(item.nodes[0] for item in bare if ":" not in item.nodes[0])}
    concepts = {key: entry.concept for key, entry in reader.entries(sorted(ids)).items()}
    for mention in mentions:
        yield _glossed(mention, concepts.get(owners.get(hanzi_key(mention.zh), "")))
    for item in bare:
        yield _unglossed(item, concepts.get(item.nodes[0]))


def _glossed(mention: Mention, concept: Concept | None) -> ScannedName:
    ko, zh, en = _terms(concept, mention.ko, fold(mention.zh), mention.en)
    known = concept.id if concept else None
    return ScannedName(
        mention.ko, mention.ko_start, mention.ko_end, ko, zh, en, mention.type, known, made(concept, ko), mention.score
    )


def _unglossed(item: BareMention, concept: Concept | None) -> ScannedName:
    node = item.nodes[0]
    key = node.removeprefix(HANZI) if node.startswith(HANZI) else ""
    ko, zh, en = _terms(concept, _usual(key) or item.text, key, None)
    type_ = concept.type if concept else item.type
    known = concept.id if concept else None
    others = tuple(other for other in item.nodes[1:] if ":" not in other) if concept else ()
    shown = made(concept, ko)
    return ScannedName(item.text, item.start, item.end, ko, zh, en, type_, known, shown, item.score, others)


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
