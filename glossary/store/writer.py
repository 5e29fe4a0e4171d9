"""Writing the glossary: documents and their mentions, what people say of them, what linking makes of both."""

from __future__ import annotations

from glossary.store.evidence import EvidenceWriter
from glossary.store.repair import RepairWriter


class Writer(EvidenceWriter, RepairWriter):
    """The database to be written; every change is one transaction: whole or not at all."""
