"""Extract: the names of one text, without storing anything."""

from __future__ import annotations

from pathlib import Path

from glossary.model import Document, Mention
from glossary.service.context import Context


def extract_path(ctx: Context, path: Path, *, glosses: bool = False) -> tuple[Document, tuple[Mention, ...]]:
    """The document in a file and its mentions; single-syllable glosses such as 신(新) only when asked for."""
    return _extract(ctx, ctx.stages.read_path(path), glosses)


def extract_bytes(
    ctx: Context, name: str, data: bytes, *, glosses: bool = False
) -> tuple[Document, tuple[Mention, ...]]:
    """The same for bytes at hand, standard input or an upload."""
    return _extract(ctx, ctx.stages.read(name, data), glosses)


def _extract(ctx: Context, doc: Document, glosses: bool) -> tuple[Document, tuple[Mention, ...]]:
    mentions = ctx.stages.extract(doc, ctx.policy)
    return doc, tuple(mention for mention in mentions if glosses or mention.kind != "gloss")
