"""The glossary's forms, ready to be found in texts: made once for a state of the glossary and kept while it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.extract.known import Names
    from glossary.store.reader import Reader

_KEPT: dict[tuple[str, str], Names] = {}
_MOST = 4


def known_names(reader: Reader) -> Names:
    """All Korean and Latin forms of the glossary that a reader stands on, each with the concepts that have it."""
    from glossary.extract.known import Names

    state = str(reader.path), reader.revision()
    if state not in _KEPT:
        while len(_KEPT) >= _MOST:
            _KEPT.pop(next(iter(_KEPT)))
        found = reader.known_forms()
        rows = [(form.text, form.concept, form.type, "" if form.key.startswith("ko:") else form.key) for form in found]
        spoken = {form.text for form in found if not form.listed}
        _KEPT[state] = Names(rows, listed={form.text for form in found} - spoken)
    return _KEPT[state]
