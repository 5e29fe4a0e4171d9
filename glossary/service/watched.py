"""Stages that tell how far a long check is, and that can be stopped between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.model import BareMention, Brand, Document, EntityType, Extraction, Mention, Reading
from glossary.policy import Policy
from glossary.service.stages import Stages

if TYPE_CHECKING:
    from glossary.extract.known import KnownNames

STEPS = ("read", "names", "unglossed", "rules")
Tell = Callable[[str], None]  # may raise: then nothing more is done


class WatchedStages:
    """The stages of a context, each told by name before it begins, and the rules when the last of them is done."""

    def __init__(self, stages: Stages, tell: Tell) -> None:
        self._stages = stages
        self._tell = tell

    def read(self, name: str, data: bytes) -> Document:
        """The document that these bytes hold."""
        self._tell("read")
        return self._stages.read(name, data)

    def read_path(self, path: Path) -> Document:
        """The document in a file."""
        self._tell("read")
        return self._stages.read_path(path)

    def extract(self, doc: Document, policy: Policy) -> tuple[Mention, ...]:
        """The mentions of a document, in its order."""
        self._tell("names")
        return self._stages.extract(doc, policy)

    def study(self, doc: Document, policy: Policy, witnesses: Iterable[Brand]) -> Extraction:
        """The same with the brands that it speaks for."""
        self._tell("names")
        return self._stages.study(doc, policy, witnesses)

    def unglossed(
        self, doc: Document, policy: Policy, names: KnownNames, mentions: Sequence[Mention]
    ) -> tuple[BareMention, ...]:
        """The names of a document that stand without hanzi."""
        self._tell("unglossed")
        found = self._stages.unglossed(doc, policy, names, mentions)
        self._tell("rules")
        return found

    def scan(
        self, doc: Document, policy: Policy, names: KnownNames, mentions: Sequence[Mention]
    ) -> tuple[BareMention, ...]:
        """The names of a text that stand without hanzi, new ones too."""
        return self._stages.scan(doc, policy, names, mentions)

    def transliterate(self, zh: str, type: EntityType | None = None) -> Reading:
        """How a hanzi name sounds."""
        return self._stages.transliterate(zh, type)

    def strain(self, ko: str, zh: str, policy: Policy) -> float:
        """How far the worst syllable is from any reading of its hanzi."""
        return self._stages.strain(ko, zh, policy)
