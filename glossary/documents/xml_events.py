"""XML as a stream of events with their places in the bytes, so that an edit can be spliced in and nothing else moves.

The parser of the standard library checks that the part is well-formed; a DOCTYPE, and with it every entity of
one's own, is refused before it is looked at, and so is nesting that no word processor writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from xml.parsers import expat

from glossary.errors import InputError

_CHUNK = 1 << 16
_SEPARATOR = "\x1f"  # stands between namespace and name; no XML can hold it
NOTHING: Mapping[str, str] = {}

What = Literal["start", "end", "text", "cdata", "other"]  # cdata: text that stands between <![CDATA[ and ]]>


@dataclass(slots=True)
class Event:
    """One start tag, end tag or stretch of text: `data[start:end]` is how the part writes it."""

    what: What
    space: str  # namespace of a tag
    name: str  # local name of a tag; the characters of a text
    attributes: Mapping[str, str]  # by local name
    start: int
    end: int = 0


def xml_events(data: bytes, name: str, *, depth: int) -> Iterator[Event]:
    """The events of one XML part; raises InputError("package-damaged", "package-unsafe") instead of anything else.

    >>> [(event.what, event.name, event.start, event.end) for event in xml_events(b"<p>&lt;A<b/></p>", "-", depth=9)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('start', 'p', 0, 3), ('text', '<', 3, 7), ('text', 'A', 7, 8), ('start', 'b', 8, 12), ('end', 'b', 12, 12),
     ('end', 'p', 12, 16)]
    """
    tape = _Tape(name, depth)
    for place in range(0, len(data), _CHUNK):
        yield from tape.feed(data[place : place + _CHUNK], last=False)
    yield from tape.feed(b"", last=True)
    yield from tape.close(len(data))


class _Tape:
    """The parser with its handlers, and the events that it has not handed on yet."""

    def __init__(self, name: str, depth: int) -> None:
        self._name, self._most, self._depth = name, depth, 0
        self._events: list[Event] = []
        self._inside = False
        self._parser = parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = lambda text: self._note("cdata" if self._inside else "text", "", text)
        parser.StartDoctypeDeclHandler = self._doctype
        parser.DefaultHandler = lambda _: self._note("other", "", "")
        parser.CommentHandler = lambda _: self._note("other", "", "")
        parser.ProcessingInstructionHandler = lambda *_: self._note("other", "", "")
        parser.StartCdataSectionHandler = lambda: self._cdata(True)
        parser.EndCdataSectionHandler = lambda: self._cdata(False)

    def feed(self, data: bytes, *, last: bool) -> Iterator[Event]:
        try:
            self._parser.Parse(data, last)
        except (expat.ExpatError, ValueError, LookupError, UnicodeError) as error:
            raise InputError("package-damaged", path=self._name, detail=str(error)) from error
        for event, after in zip(self._events, self._events[1:], strict=False):
            event.end = after.start
            if event.what != "other":
                yield event
        del self._events[:-1]

    def close(self, end: int) -> Iterator[Event]:
        for event in self._events:
            event.end = end
            if event.what != "other":
                yield event

    def _note(self, what: What, space: str, name: str, attributes: Mapping[str, str] = NOTHING) -> None:
        self._events.append(Event(what, space, name, attributes, self._parser.CurrentByteIndex))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._most:
            raise InputError("package-unsafe", path=self._name, detail=f"XML depth > {self._most}")
        space, _, local = name.rpartition(_SEPARATOR)
        plain = {key.rpartition(_SEPARATOR)[2]: value for key, value in attributes.items()}
        self._note("start", space, local, plain)

    def _end(self, name: str) -> None:
        self._depth -= 1
        space, _, local = name.rpartition(_SEPARATOR)
        self._note("end", space, local)

    def _cdata(self, inside: bool) -> None:
        self._inside = inside
        self._note("other", "", "")

    def _doctype(self, *_: object) -> None:
        raise InputError("package-unsafe", path=self._name, detail="DOCTYPE")
