"""Which concept is meant by what an editor types: its id, or a name that it alone has."""

from __future__ import annotations

import unicodedata

from glossary.errors import ConflictError, NotFoundError
from glossary.service.context import Context
from glossary.text.keys import hanzi_key


def named(ctx: Context, text: str) -> str:
    """The id of the concept that has this id or exactly this form, its hanzi in any script.

    Raises NotFoundError("concept-missing") and, for a name of several, ConflictError("concept-ambiguous").
    """
    text = unicodedata.normalize("NFC", text).strip()
    with ctx.reader() as reader:
        if reader.events(entity="concept", ids=[text], limit=1) or text in reader.keys_of([text]):
            return text
        key = hanzi_key(text)
        nodes = reader.nodes_of([key])[key] if key else set()
        found = {*reader.having([text]).get(text, ()), *reader.resolve(nodes).values()}
        known = sorted(reader.entries(found))
    if not known or not text:
        raise NotFoundError("concept-missing", id=text)
    if len(known) > 1:
        raise ConflictError("concept-ambiguous", text=text, ids=", ".join(known))
    return known[0]
