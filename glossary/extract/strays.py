"""Strings that look like names and that no concept has."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.extract.known import KnownNames
from glossary.model import BareMention, Document, Mention
from glossary.policy import Policy
from glossary.tokens import Tokenizers


def strays(
    doc: Document,
    names: KnownNames,
    policy: Policy,
    tokenizers: Tokenizers,
    mentions: Sequence[Mention] = (),
    bare: Sequence[BareMention] = (),
) -> tuple[BareMention, ...]:
    """The name-like strings of a document that are no known form, in its order."""
    return ()
