"""missing-hanzi: a name's first mention lacks the hanzi that the glossary has, or a later mention."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.check.case import Case
from glossary.check.usage import Subject, Use
from glossary.check.wanted import is_korean
from glossary.model import Finding

RULE = "missing-hanzi"


def find(case: Case) -> Iterator[Finding]:
    """The first mention in running text; headings, captions and tables neither need hanzi nor spare them."""
    for subject in case.subjects:
        body = [use for use in subject.uses if use.place == "body" and use.kind == "name" and is_korean(use.text)]
        if not body or body[0].zh:
            continue
        later = next((use for use in body if use.zh), None)
        if later is not None or _told(subject):
            zh = later.zh if later else subject.zh
            yield case.finding(
                RULE,
                (body[0].start, body[0].end),
                "missing-hanzi-later" if later else RULE,
                subject=subject,
                suggestions=(first_mention(case.policy.house.first_mention, subject, body[0], zh),),
                params=(("zh", zh), ("line", _line(case, later) if later else 0)),
            )


def first_mention(template: str, subject: Subject, use: Use, zh: str) -> str:
    """The house's way to introduce a name; parts that the name does not have are left out with their commas.

    >>> from glossary.model import Mention
    >>> use = Use("펑자오", 0, 3, 3, "person", "body")
    >>> first_mention("{ko}({zh_hans}, {en})", Subject("c", "彭昭", "person", None, (use,)), use, "彭昭")
    '펑자오(彭昭)'
    """
    known = subject.known
    english = known.term("en") if known else None
    traditional = known.term("zh-Hant") if known else None
    filled = template.format_map(
        _Blank(ko=use.text, zh_hans=zh, zh=zh, zh_hant=traditional.text if traditional else zh)
        | {"en": english.text if english else ""}
    )
    tidy = re.sub(r"\s*[,;·/]\s*(?=[)\]）])|(?<=[(\[（])\s*[,;·/]\s*", "", filled)
    return re.sub(r"\(\s*\)|\[\s*\]", "", tidy).strip()


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _told(subject: Subject) -> bool:
    """Whether the glossary's documents gloss this name; a pack's well-known place needs no hanzi."""
    return bool(subject.known and subject.zh and subject.known.concept.mentions and not subject.known.concept.source)


def _line(case: Case, use: Use) -> int:
    return case.text.count("\n", 0, use.start) + 1
