"""A text as LanguageTool's clients send it: plain, or with its markup marked, counted in units of UTF-16."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from glossary.errors import InputError

BOM = "\ufeff"


def units(text: str) -> int:
    """The length of a text in units of UTF-16, as Java and JavaScript count.

    >>> units("펑자오"), units("𠮷")
    (3, 2)
    """
    return len(text) + sum(char > "\uffff" for char in text)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what was sent: text that is checked, or markup that is read as something else."""

    sent: str
    read: str

    @property
    def is_text(self) -> bool:
        """Whether places in it are the same on both sides."""
        return self.sent == self.read


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its markup; `plain` is what is read."""

    pieces: tuple[Piece, ...]

    @classmethod
    def of_text(cls, text: str) -> Annotated:
        """A text without markup; a byte order mark at its head is none of it."""
        body = text.removeprefix(BOM)
        mark = (Piece(BOM, ""),) if body != text else ()
        return cls((*mark, Piece(body, body)))

    @property
    def plain(self) -> str:
        """The text without its markup."""
        return "".join(piece.read for piece in self.pieces)

    def places(self) -> Places:
        """Where each place of the plain text is in what was sent."""
        return Places(self)


class Places:
    """From code points of the text that is read to units of UTF-16 of what was sent."""

    def __init__(self, text: Annotated) -> None:
        self._pieces = text.pieces
        self._starts = [0, *accumulate(len(piece.read) for piece in text.pieces)]
        self._sent = [0, *accumulate(units(piece.sent) for piece in text.pieces)]

    def start(self, place: int) -> int:
        """Where a stretch that begins here begins.

        >>> Annotated((Piece("<b>", ""), Piece("평자오", "평자오"))).places().start(0)
        3
        """
        return self._of(bisect_right(self._starts, place) - 1, place)

    def end(self, place: int) -> int:
        """Where a stretch that ends here ends: before the markup behind it.

        >>> Annotated((Piece("평자오", "평자오"), Piece("</b>", ""))).places().end(3)
        3
        """
        at = max(0, bisect_right(self._starts, place - 1) - 1)
        return self._of(at, place)

    def _of(self, at: int, place: int) -> int:
        at = min(at, len(self._pieces) - 1)
        piece, within = self._pieces[at], place - self._starts[at]
        if piece.is_text:
            return self._sent[at] + units(piece.sent[:within])
        return self._sent[at] if within <= 0 else self._sent[at + 1]


def annotated(data: Any) -> Annotated:
    """The text of {"annotation": [{"text"} | {"markup", "interpretAs"?}, ...]}; raises InputError("shape-unfit").

    >>> annotated({"annotation": [{"text": "가"}, {"markup": "<br>", "interpretAs": "\\\\n"}, {"text": "나"}]}).plain
    '가\\\\n나'
    """
    if isinstance(data, dict) and isinstance(data.get("text"), str):
        return Annotated.of_text(data["text"])
    parts = data.get("annotation") if isinstance(data, dict) else None
    if not isinstance(parts, list) or not parts:
        raise InputError("shape-unfit", where="data.annotation", wanted="array")
    return Annotated(tuple(_piece(part, at) for at, part in enumerate(parts)))


def _piece(part: Any, at: int) -> Piece:
    if isinstance(part, dict):
        text, markup, read = part.get("text"), part.get("markup"), part.get("interpretAs", "")
        if isinstance(text, str) and markup is None:
            return Piece(text, text)
        if isinstance(markup, str) and isinstance(read, str) and text is None:
            return Piece(markup, read)
    raise InputError("shape-unfit", where=f"data.annotation[{at}]", wanted="text | markup")
