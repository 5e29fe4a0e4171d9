"""The register of tracked changes in the header of a Hangul document: each change with its kind, author and time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from glossary.documents.splice import Splice
from glossary.documents.track import Author
from glossary.documents.xml_events import Event, xml_events

_COUNT = re.compile(r"itemCnt=([\"'])\d*\1")
_SHOWN = 56  # flags of trackchageConfig as Hangul writes them where changes are shown
_LISTS = {"trackChanges": "trackChange", "trackChangeAuthors": "trackChangeAuthor"}


class Register:
    """Enters new changes behind those that a header holds, and tells what to splice into it."""

    def __init__(self, part: str, data: bytes, charset: str, name: str, depth: int) -> None:
        self.part, self.data, self._charset = part, data, charset
        self._starts: dict[str, Event] = {}
        self._ends: dict[str, Event] = {}
        self._authors: list[str] = []
        self._numbers: list[int] = []
        self._added: dict[str, list[str]] = {name: [] for name in _LISTS}
        for event in xml_events(data, name, depth=depth):
            if event.what == "start":
                self._see(event)
            elif event.what == "end":
                self._ends[event.name] = event

    def _see(self, event: Event) -> None:
        self._starts.setdefault(event.name, event)
        if event.name == "trackChange":
            number = event.attributes.get("id", "")
            self._numbers.append(int(number) if number.isdecimal() and len(number) < 10 else 0)
        elif event.name == "trackChangeAuthor":
            self._authors.append(event.attributes.get("name", ""))

    def enter(self, kind: str, author: Author) -> int:
        """The number of a new change, Insert or Delete."""
        if author.name not in self._authors:
            self._authors.append(author.name)
            place = len(self._authors)
            self._add("trackChangeAuthors", f'name={quoteattr(author.name)} mark="1" id="{place}"')
        number = 1 + max(self._numbers, default=0)
        self._numbers.append(number)
        place = 1 + self._authors.index(author.name)  # Hangul counts authors from one, whatever their ids
        given = f'type="{kind}" date="{author.date}" authorID="{place}" hide="0" id="{number}"'
        self._add("trackChanges", given)
        return number

    def splices(self) -> Iterator[Splice]:
        """What to write into the header, nothing where nothing was entered."""
        missing = ""
        for name, added in self._added.items():
            start, prefix = self._starts.get(name), self._prefix()
            if not added:
                continue
            if start is None:
                missing += f'<{prefix}{name} itemCnt="{len(added)}">{"".join(added)}</{prefix}{name}>'
            else:
                yield from self._grown(name, start, "".join(added))
        if missing and "refList" in self._ends:
            yield self._at(self._ends["refList"].start, missing)
        if any(self._added.values()) and not self._starts.keys() & {"trackchageConfig", "trackchangeConfig"}:
            config = f'<{self._prefix()}trackchageConfig flags="{_SHOWN}"/>'  # misspelt so by Hangul itself
            yield self._at(self._ends["head"].start, config)

    @property
    def ready(self) -> bool:
        """Whether the header has the places where changes are entered."""
        return self._ends.keys() >= {"refList", "head"} and self._ends["refList"].start < self._ends["refList"].end

    def _grown(self, name: str, start: Event, added: str) -> Iterator[Splice]:
        tag = self.data[start.start : start.end].decode(self._charset)
        count = len(self._authors if name == "trackChangeAuthors" else self._numbers)
        tag = _COUNT.sub(f'itemCnt="{count}"', tag)
        if tag.endswith("/>"):
            tag = f"{tag[:-2]}>{added}</{self._prefix()}{name}>"
            added = ""
        yield Splice(self.part, start.start, start.end, tag.encode(self._charset))
        if added:
            yield self._at(self._ends[name].start, added)

    def _add(self, name: str, given: str) -> None:
        self._added[name].append(f"<{self._prefix()}{_LISTS[name]} {given}/>")

    def _prefix(self) -> str:
        event = self._starts["head"]
        tag = self.data[event.start : event.end].decode(self._charset)
        return tag[1 : tag.find(":") + 1] if ":" in tag.split(maxsplit=1)[0] else ""

    def _at(self, place: int, new: str) -> Splice:
        return Splice(self.part, place, place, new.encode(self._charset))
