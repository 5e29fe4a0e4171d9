"""The inside of a bracket as a row of items: the pair itself, Hangul and Latin phrases, tickers, further hanzi."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from glossary.text.hangul import is_hangul
from glossary.text.hanzi import HANZI

ZH, KO = "\x00", "\x01"  # stand for the pair's own hanzi and Hangul

_CUT = r"\s,，、;；/／·ㆍ∙・•:：=|~～→()\[\]（）〔〕【】［］{}\"‘’“”「」『』《》〈〉<>'"
_WORD = (
    rf"(?:[^{_CUT}{ZH}{KO}{HANZI}]|(?<=[A-Za-z])['’](?=[A-Za-z])"
    r"|(?<=[A-Za-z.]),(?=[ ]?(?:Ltd|Inc|LLC|Corp|Limited|Co)\b))+"
)
_BOARD = r"SZ|SH|HK|SS|BJ|TW|TWO|KS|KQ|US|NYSE|NASDAQ"
_EXCHANGE = r"NYSE|NASDAQ|Nasdaq|HKEX|HKG|HKSE|SEHK|SSE|SZSE|SHA|SHE|SZ|SH|HK|BJ|KRX|KOSDAQ|KOSPI|AMEX|OTC|TYO|TPE"
_TICKER = (
    rf"(?<![\w.])(?:(?:{_EXCHANGE})[ ]?[:：][ ]?[A-Z0-9]{{1,6}}|(?:{_EXCHANGE})[ ]?\d{{4,6}}"
    rf"|\d{{4,6}}[ ]?[.,·][ ]?(?:{_BOARD})|\d{{4,6}}[ ](?:{_BOARD})|[A-Z]{{1,5}}\.(?:US|NYSE|NASDAQ|N|O|K)"
    r"|\d{5,6})(?![\w])"
)
_ITEM = re.compile(
    rf"(?P<zh>{ZH})|(?P<ko>{KO})|(?P<ticker>{_TICKER})|(?P<hanzi>[{HANZI}]+)"
    rf"|(?P<phrase>{_WORD}(?:[ ]+(?!{_TICKER}){_WORD})*)"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ0-9 .,&'’+\-!]+\Z")
_LETTER = re.compile(r"[A-Za-zÀ-ɏ]")
_EDGES = " -–—.*+&'’,"
_ABBREVIATED = (" Ltd.", " Inc.", " Corp.", " Co.")
_BREAK = re.compile(r"(?<=[A-Za-z.,&])[ ]*[\r\n]+[ ]*(?=[A-Za-z])")

Kind = Literal["zh", "ko", "ticker", "hanzi", "hangul", "latin", "other"]
Link = Literal["", "dot", "label", "comma", "nest", "blank"]


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `link` tells how it hangs on the one before it, "" for the first."""

    kind: Kind
    text: str
    link: Link
    depth: int = 0  # brackets opened inside this bracket and not closed yet


def flat(inner: str) -> str:
    """The text without its line breaks; between Latin words a blank takes their place.

    >>> flat("天合光能·트리나솔\\n라, Trina\\nSolar")
    '天合光能·트리나솔라, Trina Solar'
    """
    if "\n" not in inner and "\r" not in inner:
        return inner
    return _BREAK.sub(" ", inner).replace("\r", "").replace("\n", "")


def items_of(inner: str) -> list[Item]:
    """The items of a bracket's inside in their order.

    >>> [(item.kind, item.text, item.link) for item in items_of("强一·MAXONESEMI·맥스원세미 688809.SH")][1:]
    [('latin', 'MAXONESEMI', 'dot'), ('hangul', '맥스원세미', 'dot'), ('ticker', '688809.SH', 'blank')]
    """
    found: list[Item] = []
    end = depth = 0
    for match in _ITEM.finditer(inner):
        gap = inner[end : match.start()]
        depth = max(0, depth + sum(map(gap.count, "([（〔【［")) - sum(map(gap.count, ")]）〕】］")))
        piece, kind = match[0], match.lastgroup or ""
        if kind == "phrase":
            piece = _trimmed(piece)
            kind = _phrase_kind(piece)
        if piece:
            found.append(Item(kind, piece, link_of(gap) if found else "", depth))  # type: ignore[arg-type]
            end = match.end()
    return found


def link_of(gap: str) -> Link:
    """How what stands between two items joins them; the strongest sign counts.

    >>> link_of("·"), link_of(", "), link_of(": "), link_of(" ("), link_of("-")
    ('dot', 'comma', 'label', 'nest', 'blank')
    """
    if any(sign in gap for sign in "([（〔【［"):
        return "nest"
    if any(sign in gap for sign in ",，、;；"):
        return "comma"
    if any(sign in gap for sign in "·ㆍ∙・•/／|"):
        return "dot"
    return "label" if any(sign in gap for sign in ":：=") else "blank"


def _trimmed(piece: str) -> str:
    trimmed = piece.strip(_EDGES)
    return f"{trimmed}." if f" {trimmed}.".endswith(_ABBREVIATED) and f"{trimmed}." in piece else trimmed


def _phrase_kind(piece: str) -> Kind:
    if any(map(is_hangul, piece)):
        return "hangul"
    letters = len(_LETTER.findall(piece))
    return "latin" if letters > 1 and _LATIN.match(piece) else "other"
