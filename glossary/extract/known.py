"""The names that a text is searched for: the glossary's forms, with those that every reader of Korean news knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple, Protocol

from glossary.model import EntityType
from glossary.text.scan import Forms


class Meaning(NamedTuple):
    """What a form may stand for: a node of linking, its type, its folded hanzi ("" without any).

    `listed` is a form that only an authority pack gives: no text here has it with hanzi, no editor has entered it.
    """

    node: str
    type: EntityType
    zh: str
    listed: bool = False


class KnownNames(Protocol):
    """Forms and what each may mean."""

    @property
    def forms(self) -> Forms:
        """The automaton over all forms."""

    def meanings(self, form: str) -> Sequence[Meaning]:
        """What a form may stand for, the likeliest first; () for a form that is not here."""

    def named(self, zh: str) -> Meaning | None:
        """The node of folded hanzi, whatever it is called; None where there is none."""


class Names:
    """Known names made from rows of a glossary.

    >>> names = Names([("펑자오", "c9cf91fc0a51", "person", "彭昭")])
    >>> names.meanings("펑자오")
    (Meaning(node='c9cf91fc0a51', type='person', zh='彭昭', listed=False),)
    >>> names.named("彭昭").node
    'c9cf91fc0a51'
    """

    def __init__(
        self,
        rows: Iterable[tuple[str, str, EntityType, str]],
        forms: Forms | None = None,
        listed: Container[str] = frozenset(),
    ) -> None:
        """Rows are form, node id, type, folded hanzi; `forms` is the automaton over them where it is kept already.

        `listed` are the forms that only an authority pack gives.
        """
        found: dict[str, dict[str, Meaning]] = defaultdict(dict)
        for form, node, type_, zh in rows:
            found[form].setdefault(node, Meaning(node, type_, zh, form in listed))
        self._by_hanzi: dict[str, Meaning] = {}
        for meanings in found.values():
            for meaning in meanings.values():
                if meaning.zh:
                    self._by_hanzi.setdefault(meaning.zh, meaning)
        for zh, meaning in [*self._by_hanzi.items()]:
            if meaning.type == "place" and len(zh) > 2 and zh[-1] in "市县":
                self._by_hanzi.setdefault(zh[:-1], meaning)  # 图们市 where no other has 图们
        self._meanings = {form: tuple(meanings.values()) for form, meanings in found.items()}
        self._forms = forms if forms is not None and set(forms.forms) == found.keys() else Forms(found)

    @property
    def forms(self) -> Forms:
        """The automaton over all forms."""
        return self._forms

    def meanings(self, form: str) -> Sequence[Meaning]:
        """What a form may stand for; () for a form that is not here."""
        return self._meanings.get(form, ())

    def named(self, zh: str) -> Meaning | None:
        """The node of folded hanzi, whatever it is called."""
        return self._by_hanzi.get(zh)
