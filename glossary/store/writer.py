"""Writing the glossary: documents and their mentions, what people say of them, what linking makes of both."""

from __future__ import annotations

from glossary.store.deriving import ConceptWriter
from glossary.store.evidence import EvidenceWriter


class Writer(EvidenceWriter, ConceptWriter):
    """The database to be written; every change is one transaction: whole or not at all."""
