"""Two hanzi names: one bearer or two? Other hanzi are another bearer, unless one is the other's short or long form."""

from __future__ import annotations

from glossary.link.affixes import LEGAL, NATURE, PLACE, PREFECTURE, SEAT, TRADE, UNIT, WIDE, Stem, hanzi_stems
from glossary.link.known import bearer, form_key, is_great_place, is_known, kind_of
from glossary.model import Evidence, Node

SAME = Evidence("hanzi", 8.0)
_SPLIT = Evidence("split", -1.0, "person / other")  # the same hanzi, told apart where they were found
_OTHER = -6.0
_SLIP = -0.4  # hanzi that differ in one character and sound the same: a slip of the pen, or two persons
_OF_A_FIRM, _OF_A_PLACE = 3.4, 5.7  # unsure what it is; hardly the same
_ANY_FIRM = ("科技", "集团", "股份", "控股", "技术", "实业", "智能")  # what any firm may be: no line of a daughter's
_SHORT = -0.6  # 工行 beside 工商银行: an abbreviation by its look, which no table confirms


def hanzi_evidence(left: Node, right: Node) -> list[Evidence]:
    """What the hanzi of two nodes say, in log odds.

    >>> nodes = [Node(key, key, key, (), "organization") for key in ("安科", "安科生物", "北京", "北京大学")]
    >>> [hanzi_evidence(*pair)[0].value > 0 for pair in (nodes[:2], nodes[2:])]
    [True, False]
    """
    one, other = left.key, right.key
    if one == other:
        return [_SPLIT if "person" in (left.type, right.type) and left.type != right.type else SAME]
    if bearer(one) == bearer(other):
        return [Evidence("bearer", 6.0, f"{one} = {other}")]
    found = _affixes(one, other)
    if is_known(one) and is_known(other) and (found is None or found.value < 3):
        return [Evidence("known-apart", -7.0, f"{one} / {other}")]
    return [found or _unlike(left, right)]


def _affixes(one: str, other: str) -> Evidence | None:
    """What is left over when affixes are taken off until the names are alike; None when they never are."""
    ones = {stem.text: stem for stem in hanzi_stems(one)}
    pairs = [(ones[stem.text], stem) for stem in hanzi_stems(other) if stem.text in ones]
    ones_known = {bearer(text): stem for text, stem in ones.items()}
    pairs += [(ones_known[bearer(s.text)], s) for s in hanzi_stems(other) if bearer(s.text) in ones_known]
    if not pairs:
        return None
    return max((_left_over(*pair) for pair in pairs), key=lambda evidence: evidence.value)


def _left_over(one: Stem, other: Stem) -> Evidence:
    """Log odds that a stem with these affixes and with those is one bearer."""
    here, there = set(one.rest) - set(other.rest), set(other.rest) - set(one.rest)
    detail = f"{one.text}: {_names(here) or '-'} / {_names(there) or '-'}"
    return Evidence("left-over", apart(one.text, here, there), detail)


def apart(stem: str, here: set[tuple[str, str]], there: set[tuple[str, str]]) -> float:
    """Log odds of one bearer for affixes that only this and only that name of a stem has.

    >>> apart("胡润", {("研究院", "unit")}, set()) < 0 < apart("禾赛", {("科技", "trade")}, set())
    True
    >>> apart("小米", {("汽车", "trade")}, set()) < 0 < apart("小鹏", {("汽车", "trade")}, set())
    True
    """
    kinds = {kind for _, kind in here | there}
    if not kinds:
        return 5.0
    if kinds <= {PLACE}:
        return _ranked(stem, bool(here and there))
    if UNIT in kinds:
        return -5.0
    if kinds & {PREFECTURE, NATURE, PLACE}:
        return -2.5
    if is_great_place(stem):
        return -5.0
    lines = sum(kind == TRADE for _, kind in here | there)
    odds = 5.0 - 1.8 * lines - (5.5 if WIDE in kinds else 0.0) - (1.5 if here and there else 0.0)
    if SEAT in kinds:
        odds -= 1.0 if LEGAL in kinds else 4.0
    return odds - _daughter(stem, [affix for affix, kind in here | there if kind == TRADE])


def _daughter(stem: str, trades: list[str]) -> float:
    """What speaks for a firm of its own: a well-known name with a line of trade that the tables do not know it by.

    小鹏汽车 is known as 小鹏; 小米汽车 is not 小米, which is no car maker, and 长城汽车 not the Great Wall.
    """
    own = [trade for trade in trades if not any(word in trade for word in _ANY_FIRM)]
    if not own or not is_known(stem) or any(bearer(stem + trade) == bearer(stem) for trade in own):
        return 0.0
    if kind_of(stem) == "place":
        return _OF_A_PLACE
    return 0.0 if any(is_known(stem + trade) for trade in own) else _OF_A_FIRM


def _ranked(stem: str, both: bool) -> float:
    """A rank that one name of a place has more: 漓渚镇 is 漓渚, but 三星乡 is no 三星 and 西安区 no 西安."""
    if both or is_great_place(stem) or (is_known(stem) and kind_of(stem) != "place"):
        return -3.0
    return 2.5


def _names(rest: set[tuple[str, str]]) -> str:
    return " ".join(sorted(affix for affix, _ in rest))


def _unlike(left: Node, right: Node) -> Evidence:
    one, other = left.key, right.key
    detail = f"{one} / {other}"
    if len(one) == len(other) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1 and _alike(left, right):
        return Evidence("one-hanzi-off", _SLIP, detail)
    short, long = sorted((one, other), key=len)
    if 2 <= len(short) <= 4 < len(long) and short[0] == long[0] and _abbreviates(short, long) and short not in long:
        return Evidence("abbreviation", _SHORT, detail)
    return Evidence("other-hanzi", _OTHER, detail)


def _alike(left: Node, right: Node) -> bool:
    """Whether two names share a Korean form."""
    return bool({form_key(form) for form in left.forms} & {form_key(form) for form in right.forms})


def _abbreviates(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)
