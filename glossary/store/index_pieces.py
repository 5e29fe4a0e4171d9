"""What two spellings of a name share when slips lie between them: pieces that no slip has reached.

A key is cut into four. Two slips reach two pieces at most, so two others stay as they are: every key within two
slips of a query shares one of six pairs of pieces with it, moved by no more than the slips can move them. One slip
leaves one half, the first pair or the last, as it is, and so it leaves the first and the third piece or the second and
the fourth. A pair is half of a key: few keys share it that are far away, fewer still where its pieces lie apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from zlib import crc32

SHORTEST = 3  # keystrokes
LONGEST = 64
Bucket = int
BUCKETS = 1 << 19
_PIECES = 4
_HALVES = ((0, 1), (2, 3))
_APART = ((0, 2), (1, 3))
_PAIRS = ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3))
Pairs = tuple[tuple[int, int], ...]
Place = tuple[int, int, int, int, int]  # what is hashed first, and from where to where the two pieces are


def signatures(key: str, slips: int) -> set[Bucket]:
    """The buckets in which a stored key is found by queries up to so many slips away: 1 or 2.

    >>> bool(signatures("SXJTLRXM|", 2) & set(probes("SXJXLRXN|", 2)))
    True
    """
    data = _bytes(key)
    return _hashed(data, _own(len(data), slips)) if SHORTEST <= len(data) <= LONGEST else set()


def probes(key: str, slips: int) -> set[Bucket]:
    """The buckets that hold all keys up to so many slips away from this one."""
    data = _bytes(key)
    return _hashed(data, _moved(len(data), slips, _pairs(slips)))


def probes_apart(key: str) -> set[Bucket]:
    """Buckets that hold all keys one slip away that are stored for two, but for two letters that changed places.

    They are more than those of the halves, and hold a third as much.

    >>> probes_apart("SXJTLRXM|") <= probes("SXJTLRXM|", 2)
    True
    """
    data = _bytes(key)
    return _hashed(data, _moved(len(data), 1, _APART))


def cut(size: int) -> tuple[int, ...]:
    """The lengths of the four pieces of a key, no two further apart than one.

    >>> cut(10)
    (3, 3, 2, 2)
    """
    return tuple((size + _PIECES - 1 - place) // _PIECES for place in range(_PIECES))


def _hashed(data: bytes, places: Iterable[Place]) -> set[Bucket]:
    return {crc32(data[low:high], crc32(data[start:end], kind)) % BUCKETS for kind, start, end, low, high in places}


@cache
def _own(size: int, slips: int) -> tuple[Place, ...]:
    ends = _ends(size)
    return tuple(_place(size, pair, ends, 0, 0) for pair in _pairs(slips))


@cache
def _moved(length: int, slips: int, pairs: Pairs) -> tuple[Place, ...]:
    sizes = range(max(SHORTEST, length - slips), min(LONGEST, length + slips) + 1)
    return tuple(dict.fromkeys(place for size in sizes for place in _moves(length, size, slips, pairs)))


def _moves(length: int, size: int, slips: int, pairs: Pairs) -> Iterator[Place]:
    """Where the pairs of a key of this size may lie in a query of this length."""
    ends, grown, near = _ends(size), length - size, range(-slips, slips + 1)
    for first, second in pairs:
        for before in near if first else (0,):
            for behind in (before,) if second == first + 1 else near:
                after = grown - behind
                if abs(before) + abs(behind - before) + abs(after) > slips or (second == _PIECES - 1 and after):
                    continue
                place = _place(size, (first, second), ends, before, behind)
                if place[1] >= 0 and place[2] <= place[3] and place[4] <= length:
                    yield place


def _place(size: int, pair: tuple[int, int], ends: tuple[int, ...], before: int, behind: int) -> Place:
    first, second = pair
    kind = size << 8 | first << 4 | second
    return kind, ends[first] + before, ends[first + 1] + before, ends[second] + behind, ends[second + 1] + behind


def _pairs(slips: int) -> Pairs:
    return _PAIRS if slips > 1 else _HALVES


@cache
def _ends(size: int) -> tuple[int, ...]:
    lengths = cut(size)
    return tuple(sum(lengths[:place]) for place in range(_PIECES + 1))


def _bytes(key: str) -> bytes:
    return key.encode(errors="replace")
