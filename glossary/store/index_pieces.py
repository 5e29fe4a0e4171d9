"""What two spellings of a name share when slips lie between them: pieces that a slip cannot reach.

A key is cut into three. One slip leaves two pieces as they are. Two slips leave two pieces as they are, or
one, with one slip in each of the others: then the piece that stayed and one that lost a letter on both
sides find each other. So every key within two slips of a query shares a signature with it, and few others do.
Of a short key two pieces say little: one slip is looked for by the whole key with one letter left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

SHORTEST = 3  # keystrokes
LONGEST = 64
SHORT = 9
Signature = int  # 32 bits
_AB, _BC, _AC, _LA, _LB, _LC, _SOUND, _ALL, _LESS = range(9)


def signatures(key: str, slips: int) -> set[Signature]:
    """Under what a stored key is found by queries up to so many slips away: 1 or 2.

    >>> bool(signatures("SXJTLRXM|", 2) & set(probes("SXJXLRXN|", 2)))
    True
    """
    data = key.encode(errors="replace")
    size = len(data)
    if not SHORTEST <= size <= LONGEST:
        return set()
    found = set()
    if size <= SHORT:
        start = _LESS << 8 | size
        found = {crc32(data, _ALL << 8 | size)}.union([crc32(piece, start) for piece in _shorter(data)])
    if size > SHORT or slips > 1:
        found |= _pairs(data, size)
    return found | _lessened(data, size) if slips > 1 else found


def _pairs(data: bytes, size: int) -> set[Signature]:
    a, b, _ = cut(size)
    left, middle, right = data[:a], data[a : a + b], data[a + b :]
    return {_sign(_AB, size, left, middle), _sign(_BC, size, middle, right), _sign(_AC, size, left, right)}


def _lessened(data: bytes, size: int) -> set[Signature]:
    a, b, _ = cut(size)
    left, middle, right = data[:a], data[a : a + b], data[a + b :]
    found = set()
    for piece in _shorter(left):
        found.add(_sign(_LA, size, piece, right))
        found.add(_sign(_LB, size, piece, middle))
    start = crc32(left, _LC << 8 | size)
    return found.union([crc32(piece, start) for piece in _shorter(right)])


def probes(key: str, slips: int) -> Iterator[Signature]:
    """The signatures of all keys up to so many slips away from this one."""
    data = key.encode(errors="replace")
    for size in range(max(SHORTEST, len(data) - slips), min(LONGEST, len(data) + slips) + 1):
        if slips == 1 and size <= SHORT:
            yield from _with_one_less(data, size)
            continue
        yield from _whole_pieces(data, size)
        if slips > 1:
            yield from _shortened(data, size)


def cut(size: int) -> tuple[int, int, int]:
    """The lengths of the three pieces of a key."""
    return (size + 2) // 3, size // 3, (size + 1) // 3


def sound(key: str) -> Signature:
    """The signature of what a key sounds like, from `index_sounds.folded`."""
    return crc32(key.encode(errors="replace"), _SOUND)


def _with_one_less(data: bytes, size: int) -> Iterator[Signature]:
    if len(data) < size:
        yield crc32(data, _LESS << 8 | size)
        return
    kind = _ALL if len(data) > size else _LESS
    yield from (crc32(piece, kind << 8 | size) for piece in _shorter(data))
    if len(data) == size:
        yield crc32(data, _ALL << 8 | size)


def _whole_pieces(data: bytes, size: int) -> Iterator[Signature]:
    a, b, c = cut(size)
    if len(data) >= a + b:
        yield _sign(_AB, size, data[:a], data[a : a + b])
    if len(data) >= b + c:
        start = len(data) - b - c
        yield _sign(_BC, size, data[start : start + b], data[start + b :])
    if len(data) >= a + c:
        yield _sign(_AC, size, data[:a], data[len(data) - c :])


def _shortened(data: bytes, size: int) -> Iterator[Signature]:
    """One slip in each of two pieces: `change` is by how much the first of them grew."""
    a, b, c = cut(size)
    grown = len(data) - size
    for change in (-1, 0, 1):
        if not -1 <= grown - change <= 1:
            continue
        left, end = data[: a + change], len(data) - c
        if a + change <= end:
            for piece, kind in _meeting(left, change, _LA, _AC):
                yield _sign(kind, size, piece, data[end:])
        for piece, kind in _meeting(left, change, _LB, _AB):
            yield _sign(kind, size, piece, data[a + change : a + change + b])
        start = len(data) - c - change
        if start >= a:
            for piece, kind in _meeting(data[start:], change, _LC, _AC):
                yield _sign(kind, size, data[:a], piece)


def _meeting(piece: bytes, change: int, short: int, whole: int) -> Iterator[tuple[bytes, int]]:
    """What a piece with one slip has in common with the stored one, and of which kind that signature is."""
    if change < 0:
        yield piece, short
    else:
        kind = whole if change else short
        for shorter in _shorter(piece):
            yield shorter, kind


def _shorter(piece: bytes) -> set[bytes]:
    return {piece[:place] + piece[place + 1 :] for place in range(len(piece))}


def _sign(kind: int, size: int, first: bytes, second: bytes) -> Signature:
    return crc32(second, crc32(first, kind << 8 | size))
