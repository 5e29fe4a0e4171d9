"""Bytes to text: a byte-order mark decides, then strict UTF-8, then the most plausible of the old encodings.

Every candidate decodes strictly, so nothing is ever replaced or dropped. Between candidates the cost of
the whole text decides (see plausible.py): the same bytes are common words in one and rare signs in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.documents.plausible import bits
from glossary.errors import InputError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDE = ("utf-16-le", "utf-16-be")
_NARROW = ("cp949", "gb18030")
_UTF8_BONUS = 6.0  # bits: a short text that is valid UTF-8 by accident is rarer than one that is meant so
_MOST_BITS = 14.5  # a character: rightly decoded texts stay below it, bytes of no text lie above
_LONGER = re.compile("[\u0800-\U0010ffff]")  # characters that take three bytes or four
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, name: str = "-") -> Decoded:
    """Decode `data`, byte-order mark removed, line ends and normal form kept.

    Raises InputError("not-text") for bytes of no text and InputError("undecodable") with the first bad byte.

    >>> decode("허사이커지(禾賽科技)".encode("cp949")).text
    '허사이커지(禾賽科技)'
    >>> decode("禾赛科技发布新品".encode("gb18030")).encoding
    'gb18030'
    """
    marked = _by_mark(data, name)
    if marked is not None:
        return marked
    strict = _strictly(data, "utf-8")
    if strict is not None and not _doubtful(strict.text):
        return _checked(strict, name)
    return _most_plausible(data, name, strict)


def _by_mark(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _checked(Decoded(data[len(mark) :].decode(encoding), encoding), name)
            except UnicodeDecodeError as error:
                raise _undecodable(name, error.start + len(mark), encoding) from error
    return None


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _doubtful(text: str) -> bool:
    """Tell whether valid UTF-8 may be something else: it has controls, or two-byte characters and no longer ones."""
    return _has_controls(text) or not (text.isascii() or _LONGER.search(text))


def _most_plausible(data: bytes, name: str, strict: Decoded | None) -> Decoded:
    costs = [
        (bits(found.text) - _UTF8_BONUS * (found is strict), found)
        for found in _candidates(data, strict)
        if not _has_controls(found.text)
    ]
    cost, best = min(costs, key=lambda pair: pair[0], default=(0.0, None))
    if best is not None and cost <= _MOST_BITS * len(best.text):
        return best
    if _has_controls(data.decode("latin-1")):
        raise InputError("not-text", path=name, kind="binary")
    raise _undecodable(name, *max(_first_bad_byte(data, encoding) for encoding in ("utf-8", "cp949")))


def _candidates(data: bytes, strict: Decoded | None) -> Iterator[Decoded]:
    if strict is not None:
        yield strict
    encodings = (*(_WIDE if len(data) % 2 == 0 else ()), *(() if b"\0" in data else _NARROW))
    for encoding in encodings:
        found = _strictly(data, encoding)
        if found is not None:
            yield found


def _checked(found: Decoded, name: str) -> Decoded:
    if _has_controls(found.text):
        raise InputError("not-text", path=name, kind="binary")
    return found


def _has_controls(text: str) -> bool:
    """Tell whether control characters, other than white space, make up more than a stray one in a hundred."""
    return "\0" in text or sum(text.count(ch) for ch in _CONTROLS) * 100 > len(text)


def _first_bad_byte(data: bytes, encoding: str) -> tuple[int, str]:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start, encoding
    return 0, encoding


def _undecodable(name: str, offset: int, encoding: str) -> InputError:
    return InputError("undecodable", path=name, encoding=encoding, offset=offset)
