"""What is one in a concept, in words."""

from __future__ import annotations

from glossary.model import Concept
from glossary.service.context import Context


def members(ctx: Context, concept: Concept) -> list[tuple[str, str]]:
    """Each node of a concept with what to call it: 펑자오(彭昭), or the form that stands without hanzi."""
    from glossary.service.waiting import words

    with ctx.reader() as reader:
        said = words(reader, concept.members)
    return [(node, said[node]) for node in concept.members]
