"""Edits made one round after the other, as edits of the text that stood there first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.model import Edit


@dataclass(frozen=True, slots=True)
class Composed:
    """One edit of the first text, with the places in both rounds of the edits that it is made of."""

    edit: Edit
    first: tuple[int, ...]
    second: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """An edit by its span in the text between the two rounds."""

    start: int
    end: int
    edit: Edit
    round: int
    place: int


def compose(text: str, first: Sequence[Edit], second: Sequence[Edit]) -> list[Composed]:
    """What `first` on a text and then `second` on what came out do to the text; edits that touch become one.

    >>> one, two = Edit(0, 3, "평자오", "펑창", "variant-spelling"), Edit(2, 3, "는", "은", "particle")
    >>> [(made.edit.old, made.edit.new) for made in compose("평자오는 왔다", [one], [two])]
    [('평자오', '펑창'), ('는', '은')]
    >>> [made.edit.new for made in compose("평자오는 왔다", [one], [Edit(1, 3, "창는", "창은", "particle")])]
    ['펑창은']
    """
    return [made for group in _groups(_pieces(first, second)) if (made := _made(text, first, group)) is not None]


def _pieces(first: Sequence[Edit], second: Sequence[Edit]) -> list[_Piece]:
    pieces, shift = [_Piece(edit.start, edit.end, edit, 1, place) for place, edit in enumerate(second)], 0
    for place, edit in enumerate(first):
        start = edit.start + shift
        pieces.append(_Piece(start, start + len(edit.new), edit, 0, place))
        shift += len(edit.new) - (edit.end - edit.start)
    return sorted(pieces, key=lambda piece: (piece.start, piece.end, piece.round))


def _groups(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces that overlap, or of which one is empty and touches another, belong together."""
    group: list[_Piece] = []
    for piece in pieces:
        if group and not any(_touch(other, piece) for other in group):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _touch(one: _Piece, other: _Piece) -> bool:
    if one.start < other.end and other.start < one.end:
        return True
    empty = one.start == one.end or other.start == other.end
    return empty and one.start <= other.end and other.start <= one.end


def _made(text: str, first: Sequence[Edit], group: Sequence[_Piece]) -> Composed | None:
    low, high = min(piece.start for piece in group), max(piece.end for piece in group)
    earlier = [piece for piece in group if piece.round == 0]
    before = sum(len(edit.new) - (edit.end - edit.start) for edit in first[: _place(first, low, earlier)])
    grown = sum(len(piece.edit.new) - (piece.edit.end - piece.edit.start) for piece in earlier)
    start, end = low - before, high - before - grown
    between = _spliced(text, start, end, [piece.edit for piece in earlier])
    later = sorted((piece for piece in group if piece.round == 1), key=lambda piece: (piece.start, piece.end))
    new, place = [], 0
    for piece in later:
        new += [between[place : piece.start - low], piece.edit.new]
        place = piece.end - low
    joined = "".join([*new, between[place:]])
    if joined == text[start:end]:
        return None
    reason = (earlier or later)[0].edit.reason
    return Composed(
        Edit(start, end, text[start:end], joined, reason),
        tuple(piece.place for piece in earlier),
        tuple(piece.place for piece in later),
    )


def _place(first: Sequence[Edit], low: int, earlier: Sequence[_Piece]) -> int:
    """How many edits of the first round end before a place between the rounds."""
    if earlier:
        return min(piece.place for piece in earlier)
    shift = 0
    for place, edit in enumerate(first):
        if edit.start + shift + len(edit.new) > low:
            return place
        shift += len(edit.new) - (edit.end - edit.start)
    return len(first)


def _spliced(text: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    pieces, place = [], start
    for edit in edits:
        pieces += [text[place : edit.start], edit.new]
        place = edit.end
    return "".join([*pieces, text[place:end]])
