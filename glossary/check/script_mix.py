"""script-mix: traditional hanzi in a simplified issue, or the reverse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from glossary.check.case import Case
from glossary.check.usage import Subject, Use
from glossary.model import Finding
from glossary.text.hanzi import fold, script_of, simplified

RULE = "script-mix"
_WANTED = {"simplified": "traditional", "traditional": "simplified"}
_SAID = {"simplified": "script-mix-simplified", "traditional": "script-mix-traditional"}


def find(case: Case) -> Iterator[Finding]:
    """Every name in hanzi of the other script than the issue's; Japanese and Korean bearers keep their own."""
    script, share = script_wanted(case)
    if not script:
        return
    for subject in case.subjects:
        for use in subject.uses:
            if not use.zh or use.mention is None or use.relation == "japanese" or not _other(use.zh, script):
                continue
            right = _rewritten(subject, use, script)
            yield case.finding(
                RULE,
                (use.mention.zh_start, use.mention.zh_end),
                _SAID[script],
                subject=subject,
                suggestions=(right,) if right else (),
                fixable=subject.known is not None,
                params=(("ko", use.text), ("share", round(100 * share))),
            )


def _other(zh: str, script: str) -> bool:
    """Whether any hanzi is of the other script: 厦門 is half simplified, 蜜雪氷城 has another shape of 冰.

    >>> _other("厦門", "simplified"), _other("青岛", "simplified"), _other("重庆", "traditional")
    (True, False, True)
    """
    return simplified(zh) != zh if script == "simplified" else any(script_of(char) == "simplified" for char in zh)


def script_wanted(case: Case) -> tuple[str, float]:
    """The script that the house wants, or that most names of the text are in; "" where neither tells."""
    house = case.policy.house.hanzi
    if house in _WANTED:
        return house, 1.0
    names = {use.zh for subject in case.subjects for use in subject.uses if use.zh and use.relation != "japanese"}
    counts = Counter(script for name in names if (script := script_of(name)) != "both")
    total = sum(counts.values())
    if total < case.policy.check.few:
        return "", 0.0
    script, count = counts.most_common(1)[0]
    return (script, count / total) if count / total >= case.policy.check.majority else ("", 0.0)


def _rewritten(subject: Subject, use: Use, script: str) -> str:
    """Simplified by rule; traditional from the glossary alone, for one simplified character may stand for several."""
    if script == "simplified":
        return simplified(use.zh)
    term = subject.known.term("zh-Hant") if subject.known else None
    return term.text if term and fold(term.text) == fold(use.zh) and script_of(term.text) == "traditional" else ""
