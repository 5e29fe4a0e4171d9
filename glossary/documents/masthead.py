"""Issue number, date and title of a newsletter: from its masthead, else from its file name."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

_HEAD = 3000  # characters in which a masthead stands
_LINES = 30  # lines that are not blank
_NEAR = 3  # lines around the issue number in which its date stands
_LONGEST_LINE = 80
_LONGEST_TITLE = 60

_ISSUE = re.compile(
    r"제\s*(\d{1,5})\s*호(?![가-힣])|第\s*(\d{1,5}|[零〇一二三四五六七八九十百千]{1,9})\s*[期号號]"
    r"|\b(?:issue|vol\.?|no\.?)\s*(\d{1,5})\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*(?:[.\-/]|년|年)\s*(\d{1,2})\s*(?:[.\-/]|월|月)\s*(\d{1,2})(?!\d)\s*(?:\.|일|日)?"
)
_UNDERLINED = re.compile(r"(?<!\d)((?:19|20)\d\d)_(\d{1,2})_(\d{1,2})(?!\d)")
_COMPACT_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DATE_ALONE = re.compile(r"[\s()\[\]（）【】월화수목금토요일星期一二三四五六日周,·|:：\-발행출간보]*")
_NAMED_ISSUE = re.compile(
    r"제?\s*(\d{1,5})\s*[호期号號]|(?:issue|vol|no|제|第)[\s._-]*(\d{1,5})(?!\d)|^[\s._-]*(\d{1,5})[\s._-]*$",
    re.IGNORECASE,
)
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a newsletter says of itself."""

    title: str = ""
    issue: int | None = None
    date: str | None = None


def masthead(text: str, name: str = "") -> Masthead:
    """Read title, issue and date from the first lines of `text`, what is missing from the file's `name`.

    >>> masthead("주간 중국 창업\\n\\n제 260 호 (2021. 12. 22)\\n")
    Masthead(title='주간 중국 창업', issue=260, date='2021-12-22')
    >>> masthead("즈우(摯物)는 선전에서 행사를 열었다.", "2021-12-22-260.txt")
    Masthead(title='', issue=260, date='2021-12-22')
    """
    lines = _head_lines(text)
    at, issue = _issue(lines)
    named = _from_name(name)
    return Masthead(
        title=_title(lines, at),
        issue=issue if issue is not None else named.issue,
        date=_date(lines, at) or named.date,
    )


def _head_lines(text: str) -> list[str]:
    head = unicodedata.normalize("NFKC", text[:_HEAD])
    return [line.strip() for line in head.splitlines() if line.strip()][:_LINES]


def _issue(lines: list[str]) -> tuple[int | None, int | None]:
    for at, line in enumerate(lines):
        match = _ISSUE.search(line) if len(line) <= _LONGEST_LINE else None
        if match:
            return at, _number(next(group for group in match.groups() if group))
    return None, None


def _number(digits: str) -> int:
    """Read Arabic or Chinese digits: 260, 二六〇, 二百六十."""
    if digits.isdecimal():
        return int(digits)
    if not any(ch in _UNITS for ch in digits):
        return int("".join(str(_DIGITS[ch]) for ch in digits))
    total, digit = 0, 0
    for ch in digits:
        if ch in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[ch], 0
        else:
            digit = _DIGITS[ch]
    return total + digit


def _date(lines: list[str], at: int | None) -> str | None:
    if at is not None:
        for line in lines[at : at + _NEAR + 1] + lines[max(0, at - _NEAR) : at]:
            found = _iso(_DATE.search(line)) if len(line) <= _LONGEST_LINE else None
            if found:
                return found
    for line in lines:
        match = _DATE.search(line)
        if match and _DATE_ALONE.fullmatch(line[: match.start()] + line[match.end() :]):
            return _iso(match)
    return None


def _iso(match: re.Match[str] | None) -> str | None:
    try:
        return datetime.date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def _title(lines: list[str], at: int | None) -> str:
    if at is not None:
        match = _ISSUE.search(lines[at])
        before = lines[at][: match.start()].strip(" -|:·,<>《》") if match else ""
        return _clean(before or (lines[at - 1] if at else ""))
    first = lines[0] if lines else ""
    return "" if "\t" in first or first.endswith((".", "。", "다", "?", "!")) else _clean(first)


def _clean(line: str) -> str:
    line = _DATE.sub("", line).strip(" #*|<>《》()")
    return line if len(line) <= _LONGEST_TITLE else ""


def _from_name(name: str) -> Masthead:
    stem = unicodedata.normalize("NFKC", PurePath(name).stem)
    dated = _DATE.search(stem) or _COMPACT_DATE.search(stem) or _UNDERLINED.search(stem)
    date = _iso(dated)
    rest = stem.replace(dated.group(), " ", 1) if dated and date else stem
    match = _NAMED_ISSUE.search(rest)
    return Masthead(issue=int(next(group for group in match.groups() if group)) if match else None, date=date)
