"""The glossary's forms, ready to be found in texts: their automaton is kept in the database, owners are asked for.

What was kept is of one moment; forms that concepts have got since then stand in a second, small automaton beside it.
Forms that are gone are found too, but have no owner.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from glossary.extract.known import Meaning
from glossary.text.scan import Forms, Joined

if TYPE_CHECKING:
    from glossary.store.reader import Reader
    from glossary.store.writer import Writer

FORMS = "forms"  # the blob; its revision is the number of the last event that it knows of
FEW = 2_000  # concepts changed since from which on the forms are gathered anew
_KEPT: dict[tuple[str, int, str], Forms] = {}
_MOST = 4


def known_names(reader: Reader) -> StoredNames:
    """All Korean and Latin forms of the glossary that a reader stands on, to be asked while it is open."""
    event = reader.last_event()
    state = str(reader.path), event, reader.revision()  # a number comes again after a restore, a revision does not
    if state not in _KEPT:
        while len(_KEPT) >= _MOST:
            _KEPT.pop(next(iter(_KEPT)))
        _KEPT[state] = _forms(reader, event)
    return StoredNames(reader, _KEPT[state])


def keep_forms(writer: Writer) -> None:
    """Keep the automaton of a large glossary where none is kept or much has changed since."""
    kept = writer.blob(FORMS)
    if kept is not None and len(writer.touched_after(int(kept[0]))) < FEW:
        return
    texts = writer.form_texts()
    if len(texts) >= FEW:
        with writer.transaction():
            writer.put_blob(FORMS, str(writer.last_event()), Forms(texts).dump())


class StoredNames:
    """Known names of an open database: an automaton over their forms, owners asked for where a form is found."""

    def __init__(self, reader: Reader, forms: Forms) -> None:
        self._reader = reader
        self._forms = forms
        self._meanings: dict[str, tuple[Meaning, ...]] = reader.remembered("meanings of forms")
        self._named: dict[str, Meaning | None] = reader.remembered("owners of hanzi")

    @property
    def forms(self) -> Forms:
        """The automaton over all forms."""
        return self._forms

    def meanings(self, form: str) -> Sequence[Meaning]:
        """What a form may stand for; () for a form that is not here."""
        known = self._meanings.get(form)
        if known is None:
            known = self._meanings[form] = self._asked(form) if form in self._forms else ()
        return known

    def named(self, zh: str) -> Meaning | None:
        """The node of folded hanzi, whatever it is called; of a place, with or without 市 and 县."""
        if zh not in self._named:
            owners = (self._owner(zh + mark, zh) for mark in ("", "市", "县"))
            self._named[zh] = next((owner for owner in owners if owner is not None), None)
        return self._named[zh]

    def _owner(self, key: str, zh: str) -> Meaning | None:
        found = self._reader.owner(key)
        if found is None or (key != zh and found[1] != "place"):
            return None
        return Meaning(found[0], found[1], zh)  # type: ignore[arg-type]

    def _asked(self, form: str) -> tuple[Meaning, ...]:
        found = self._reader.known_forms([form])
        listed = all(known.listed for known in found)
        owners = {
            known.concept: Meaning(
                known.concept, known.type, "" if known.key.startswith("ko:") else known.key, listed=listed
            )
            for known in found
        }
        return tuple(owners.values())


def _forms(reader: Reader, event: int) -> Forms:
    kept = reader.blob(FORMS)
    if kept is None:
        return Forms(reader.form_texts())
    touched = reader.touched_after(int(kept[0])) if event > int(kept[0]) else []
    if len(touched) > FEW:
        return Forms(reader.form_texts())
    try:
        forms = Forms.load(kept[1])
    except ValueError:  # kept by another version
        return Forms(reader.form_texts())
    more = [text for text in reader.form_texts(touched) if text not in forms] if touched else []
    return Joined(forms, more) if more else forms
