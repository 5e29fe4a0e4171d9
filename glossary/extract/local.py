"""The names that one text itself gives with hanzi, known beside the glossary's while it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from glossary.extract import gazetteer
from glossary.extract.known import KnownNames, Meaning
from glossary.model import EntityType, Mention
from glossary.reading.chars import sino
from glossary.reading.law import at_head
from glossary.reading.transliterate import transliterate
from glossary.text.hangul import is_hangul
from glossary.text.keys import hanzi_key
from glossary.text.scan import Forms, Match, Squeezed

LISTED = "list:"  # begins the node of a name that the gazetteer alone knows
HERE = "here:"  # begins the node of a name that this text alone gives, its folded hanzi behind
_LONG = 3  # hanzi of a person whose Sino-Korean reading is no common word
_LEAST = 0.5  # score from which a mention teaches its form


class Local:
    """Known names and those of one text's own mentions.

    >>> from glossary.extract.known import Names
    >>> mention = Mention("펑쥔", 0, 2, "彭军", 3, 5, "name", "transliteration", "person", 0.9)
    >>> names = Local(Names([("펑자오", "c1", "person", "彭昭")]), [mention])
    >>> names.meanings("펑쥔")[0].node, names.meanings("펑자오")[0].node, names.named("彭军")
    ('here:彭军', 'c1', None)
    """

    def __init__(self, names: KnownNames, mentions: Sequence[Mention]) -> None:
        self._names = names
        self._meanings: dict[str, dict[str, Meaning]] = defaultdict(dict)
        for mention in mentions:
            if _teaches(mention):
                key = hanzi_key(mention.zh)
                known = self._names.named(key)
                node = known.node if known else HERE + key
                for form in (" ".join(mention.ko.split()), *_otherwise(mention)):
                    self._meanings[form].setdefault(key, Meaning(node, mention.type, key))
        self._forms = _Both(names.forms, [form for form in self._meanings if not names.meanings(form)])

    @property
    def forms(self) -> Forms:
        """The automaton over all forms."""
        return self._forms

    def meanings(self, form: str) -> Sequence[Meaning]:
        """What a form may stand for; what this text gives it for first."""
        known = self._names.meanings(form)
        own = self._meanings.get(form)
        if not own:
            return known
        nodes = {meaning.node for meaning in own.values()}
        return (*own.values(), *(meaning for meaning in known if meaning.node not in nodes))

    def named(self, zh: str) -> Meaning | None:
        """The glossary's node of folded hanzi, else that of a name which only the gazetteer knows."""
        known = self._names.named(zh)
        if known is None and (type_ := _listed(zh)) is not None:
            return Meaning(LISTED + zh, type_, zh, listed=True)
        return known


class _Both(Forms):
    """The forms of two automata."""

    def __init__(self, names: Forms, own: Sequence[str]) -> None:
        super().__init__(own)
        self._named = names

    def find_in(self, text: str, squeezed: Squeezed) -> list[Match]:
        """What either finds."""
        return [*self._named.find_in(text, squeezed), *super().find_in(text, squeezed)]


def _listed(zh: str) -> EntityType | None:
    """What the gazetteer says that folded hanzi name."""
    form = next(iter(gazetteer.spellings(zh)), "")
    return next((entry.type for entry in gazetteer.entries(form) if entry.zh == zh), None)


def _otherwise(mention: Mention) -> Iterator[str]:
    """The Sino-Korean reading of a person read in Mandarin here: 하립봉 beside 허리펑(何立峰)."""
    if mention.type == "person" and mention.relation == "transliteration" and len(hanzi_key(mention.zh)) >= _LONG:
        plain = "".join(next(iter(sino(char)), "") for char in hanzi_key(mention.zh))
        yield from {transliterate(mention.zh, type="person").sino_korean, at_head(plain[:1]) + plain[1:]}


def _teaches(mention: Mention) -> bool:
    """Whether a mention is surely a name in Hangul."""
    named = mention.kind == "name" and mention.type != "term" and mention.score >= _LEAST
    return named and len(mention.ko) > 1 and any(map(is_hangul, mention.ko))
