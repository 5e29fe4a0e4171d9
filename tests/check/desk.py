"""A small glossary for the rules' tests: concepts as one line each, names found by their letters alone.

`彭昭: 펑자오, 평자오` is a concept whose preferred form is the first; `!` before a form forbids it, `=` admits it by an
editor's word; `@place` behind the hanzi is the type, `#14 2021-03-01` how often the preferred form was written since,
`%` behind the type that only a pack lists it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from glossary.check import Known, Seen, check
from glossary.check.view import SourceText
from glossary.documents.blocks import blocks
from glossary.extract import extract
from glossary.model import (
    BareMention,
    Concept,
    Document,
    EntityType,
    Evidence,
    Finding,
    Judgement,
    ScannedName,
    Term,
)
from glossary.policy import Policy, load_policy
from glossary.text.hanzi import script_of
from glossary.text.keys import hanzi_key
from glossary.tokens import load

PACK = "china-places"
_LINE = re.compile(
    r"(?P<zh>[^:@#]*?)(?:@(?P<type>\w+))?(?P<pack>%)?\s*(?:#(?P<count>\d+)(?:\s+(?P<since>[\d-]+))?)?\s*:\s*(?P<ko>.*)"
)


@dataclass(frozen=True)
class FakeView:
    """A glossary held in memory."""

    concepts: tuple[Known, ...] = ()
    different: tuple[frozenset[str], ...] = ()

    def by_ids(self, ids: Iterable[str]) -> Mapping[str, Known]:
        wanted = set(ids)
        return {known.concept.id: known for known in self.concepts if known.concept.id in wanted}

    def by_hanzi(self, keys: Iterable[str]) -> Mapping[str, tuple[Known, ...]]:
        return {key: found for key in keys if (found := tuple(k for k in self.concepts if k.concept.key == key))}

    def by_forms(self, forms: Iterable[str]) -> Mapping[str, tuple[Known, ...]]:
        return {form: tuple(k for k in self.concepts if form in _korean(k)) for form in forms}

    def similar(self, forms: Iterable[str]) -> Mapping[str, tuple[Known, ...]]:
        return dict.fromkeys(forms, self.concepts)

    def judged(self, left: str, right: str) -> Judgement | None:
        return "different" if frozenset((left, right)) in self.different else None


def known(line: str) -> Known:
    """The concept of one line."""
    found = _LINE.fullmatch(line)
    assert found is not None, line
    type_: EntityType = found["type"] or "person"  # type: ignore[assignment]
    pack = PACK if found["pack"] else ""
    terms = [_term(form.strip(), place, pack) for place, form in enumerate(found["ko"].split(","))]
    zh = found["zh"].strip()
    if zh:
        language = "zh-Hant" if script_of(zh) == "traditional" else "zh-Hans"
        terms.append(Term(zh, language, "preferred"))  # type: ignore[arg-type]
    preferred = terms[0].text
    seen = (Seen(preferred, int(found["count"]), 1, found["since"]),) if found["count"] else ()
    source = pack or ("editor" if any(term.source for term in terms) else "")
    key = hanzi_key(zh) or f"ko:{preferred}"
    concept = Concept(f"c:{zh or preferred}", key, type_, tuple(terms), mentions=2, documents=1, source=source)
    return Known(concept, seen)


def _term(form: str, place: int, pack: str) -> Term:
    text = form.lstrip("!=")
    status = "admitted" if place else "preferred"
    source = pack or ("editor" if "=" in form else "")
    return Term(text, "ko", status, 0 if pack else 1, forbidden="!" in form, source=source)  # type: ignore[arg-type]


def _korean(item: Known) -> list[str]:
    return [term.text for term in item.concept.terms if term.language == "ko"]


def findings(
    text: str,
    glossary: Sequence[str] = (),
    strays: Sequence[str] = (),
    *,
    policy: Policy | None = None,
    source: Sequence[str] = (),
    different: Sequence[tuple[str, str]] = (),
    spans: Sequence[tuple[str, int]] = (),
) -> tuple[Finding, ...]:
    """What the check finds in a text, its names being those of the glossary and the strays that are named."""
    rules = policy or load_policy()
    doc = Document("example", text, blocks=blocks(text))
    view = FakeView(tuple(map(known, glossary)), tuple(frozenset(pair) for pair in different))
    mentions = _mentions(text)
    taken = [(mention.ko_start, mention.ko_end) for mention in mentions]
    bare = [*_bare(text, view, taken)]
    taken += [(item.start, item.end) for item in bare]
    stray = [*_strays(text, strays, taken)]
    chinese = SourceText("".join(source), tuple(_scanned(line) for line in source)) if source else None
    return check(doc, view, mentions, bare, stray, rules, load(), source=chinese)


@cache
def _mentions(text: str) -> tuple[object, ...]:
    return extract(Document("example", text), load_policy(), load())


def _scanned(line: str) -> ScannedName:
    zh, ko = (part.strip() for part in line.split(":"))
    return ScannedName(zh, 0, len(zh), ko, zh, None, "person", None, True, 0.9)


def _bare(text: str, view: FakeView, taken: list[tuple[int, int]]) -> Iterator[BareMention]:
    forms: dict[str, list[str]] = {}
    for item in view.concepts:
        for form in _korean(item):
            forms.setdefault(form, []).append(item.concept.id)
    for form in sorted(forms, key=len, reverse=True):
        for start, end in _places(text, form, taken):
            taken.append((start, end))
            type_ = view.by_ids(forms[form])[forms[form][0]].concept.type
            yield BareMention(form, start, end, tuple(forms[form]), type_, 0.9)


def _strays(text: str, forms: Sequence[str], taken: list[tuple[int, int]]) -> Iterator[BareMention]:
    for given in forms:
        form, _, chinese = given.partition("~")
        evidence = (Evidence("chinese", float(chinese)),) if chinese else ()
        for start, end in _places(text, form, taken):
            yield BareMention(form, start, end, (f"form:{form}",), "person", 0.8, evidence=evidence)


def _places(text: str, form: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for found in re.finditer(re.escape(form), text):
        inside = any(start < found.end() and found.start() < end for start, end in taken)
        if not inside and (found.start() == 0 or not text[found.start() - 1].isalnum()):
            yield found.span()
