"""What tests of linking share: nodes in one word, and an ear that can read everything."""

from __future__ import annotations

from glossary.model import EntityType, Node, Reading
from glossary.text.keys import hanzi_key


class Ear:
    """A voice to which every form is readable."""

    def reading(self, zh: str, type: EntityType) -> Reading:
        """Nothing is said of any name."""
        return Reading(zh, "", (), "")

    def strain(self, ko: str, zh: str) -> float:
        """No form strains."""
        return 0.0


def node(ko: str, zh: str = "", type: EntityType = "term", **more: object) -> Node:
    """A node with one form; its id is its hanzi, or its form."""
    return Node(zh or f"form:{ko}", hanzi_key(zh), zh, (ko,), type, **more)  # type: ignore[arg-type]
