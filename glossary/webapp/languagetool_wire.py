"""The answer of LanguageTool's /v2/check, made of findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict

from glossary.messages import Lang
from glossary.model import Finding
from glossary.webapp.languagetool_text import Annotated, Places, units

KOREAN = {"name": "Korean", "code": "ko-KR"}
_AROUND = 40  # characters shown on either side of a match
_ENDS = ".!?。！？\n"
_ISSUE_TYPES = {
    "hanzi-mismatch": "mistranslation",
    "source-mismatch": "omission",
    "particle": "grammar",
    "bracket": "typographical",
    "forbidden-term": "terminology",
    "unknown-name": "misspelling",
    "missing-hanzi": "style",
    "repeated-hanzi": "style",
    "homograph": "style",
}  # after the W3C's Internationalization Tag Set; all others are inconsistencies of names
_CATEGORIES = {"particle": ("GRAMMAR", "Grammar"), "bracket": ("PUNCTUATION", "Punctuation")}
_NAMES = ("NAMES", "Names")


class SpanJson(TypedDict):
    """A stretch of text around a match, and where the match is in it."""

    text: str
    offset: int
    length: int


def answer_json(findings: Iterable[Finding], doc: str, text: Annotated, lang: Lang, version: str) -> dict[str, Any]:
    """What a client of LanguageTool expects; places count units of UTF-16 of what was sent."""
    places = text.places()
    return {
        "software": {
            "name": "glossary",
            "version": version,
            "buildDate": None,
            "apiVersion": 1,
            "premium": False,
            "status": "",
        },
        "warnings": {"incompleteResults": False},
        "language": {**KOREAN, "detectedLanguage": {**KOREAN, "confidence": 1.0}},
        "matches": [_match(finding, doc, places, lang) for finding in findings],
    }


def _match(finding: Finding, doc: str, places: Places, lang: Lang) -> dict[str, Any]:
    from glossary.service.reports.wire import message

    start = places.start(finding.start)
    return {
        "message": message(finding, lang),
        "shortMessage": finding.rule,
        "replacements": [{"value": one} for one in finding.suggestions],
        "offset": start,
        "length": max(0, places.end(finding.end) - start),
        "context": _context(doc, finding),
        "sentence": sentence(doc, finding.start, finding.end),
        "type": {"typeName": "Hint" if finding.severity == "info" else "Other"},
        "rule": rule_json(finding.rule),
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def rule_json(rule: str) -> dict[str, Any]:
    """A rule as LanguageTool names one: its id in capitals.

    >>> rule_json("variant-spelling")["id"], rule_json("particle")["issueType"]
    ('VARIANT_SPELLING', 'grammar')
    """
    category, name = _CATEGORIES.get(rule, _NAMES)
    return {
        "id": rule.upper().replace("-", "_"),
        "description": rule.replace("-", " "),
        "issueType": _ISSUE_TYPES.get(rule, "inconsistency"),
        "category": {"id": category, "name": name},
        "isPremium": False,
    }


def _context(doc: str, finding: Finding) -> SpanJson:
    start, end = max(0, finding.start - _AROUND), min(len(doc), finding.end + _AROUND)
    before, after = "..." if start else "", "..." if end < len(doc) else ""
    shown = f"{before}{doc[start : finding.start]}"
    return {
        "text": f"{shown}{doc[finding.start : end]}{after}".replace("\n", " "),
        "offset": units(shown),
        "length": units(doc[finding.start : finding.end]),
    }


def sentence(doc: str, start: int, end: int) -> str:
    """The sentence that a stretch of a text stands in.

    >>> sentence("펑자오가 왔다. 평자오가 갔다. 끝.", 10, 13)
    '평자오가 갔다.'
    """
    first = max((doc.rfind(mark, 0, start) for mark in _ENDS), default=-1) + 1
    found = [at for mark in _ENDS if (at := doc.find(mark, max(start, end - 1))) >= 0]
    return doc[first : min(found, default=len(doc) - 1) + 1].strip()
