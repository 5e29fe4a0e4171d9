"""Known names that stand in a text without hanzi."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.extract.known import KnownNames
from glossary.model import BareMention, Document, Mention
from glossary.policy import Policy
from glossary.tokens import Tokenizers


def bare(
    doc: Document, names: KnownNames, policy: Policy, tokenizers: Tokenizers, mentions: Sequence[Mention] = ()
) -> tuple[BareMention, ...]:
    """The known names of a document that stand without hanzi, in its order."""
    return ()
