"""repeated-hanzi: hanzi given again after the first mention."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.check.case import Case
from glossary.check.usage import Use
from glossary.model import Finding
from glossary.text.hanzi import is_hanzi

RULE = "repeated-hanzi"


def find(case: Case) -> Iterator[Finding]:
    """Every further mention with hanzi in running text; a bracket that says more than the hanzi is not taken away."""
    for subject in case.subjects:
        glossed = [use for use in subject.uses if use.zh and use.place == "body" and use.kind == "name"]
        for use in glossed[1:]:
            if use.end <= use.reach and use.mention and use.mention.zh_start >= use.end:
                line = case.text.count("\n", 0, glossed[0].start) + 1
                yield case.finding(
                    RULE,
                    (use.start, use.reach),
                    RULE,
                    subject=subject,
                    suggestions=(use.text,) if _plain(case.text, use) else (),
                    fixable=subject.known is not None,
                    params=(("ko", use.text), ("zh", use.zh), ("line", line)),
                )


def _plain(text: str, use: Use) -> bool:
    """Whether nothing but these hanzi stands in the bracket."""
    inside = text[use.end : use.reach].strip().strip("()[]（）〔〕【】［］").strip()
    return all(is_hanzi(char) or char.isspace() for char in inside)
