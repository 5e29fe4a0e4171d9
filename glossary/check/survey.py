"""Mentions, bare mentions and strays of a document gathered by whom they name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from glossary.check.levels import foremost, likely
from glossary.check.places import Places
from glossary.check.usage import Subject, Use
from glossary.check.view import GlossaryView, Known
from glossary.model import BareMention, Document, EntityType, Mention
from glossary.text.brackets import Brackets, brackets
from glossary.text.hangul import is_hangul
from glossary.text.keys import hanzi_key
from glossary.text.sounds import sound_key

_SHORTEST = 3  # syllables of a form that can be told by its sound
FORM = "form:"
MISFIT = "particle-misfit"  # evidence of a bare mention: where behind it a particle of the wrong shape begins
LISTED = "list:"  # the node of a name that only the program's own lists know
HERE = "here:"  # the node of a name that this text alone gives with hanzi


class Survey:
    """The subjects of one document; `open` are uses that may mean several concepts, `brackets` all of its text."""

    def __init__(
        self,
        doc: Document,
        view: GlossaryView,
        mentions: Iterable[Mention],
        bare: Iterable[BareMention],
        strays: Iterable[BareMention],
    ) -> None:
        self._doc = doc
        self._view = view
        self._places = Places(doc)
        self._mentions = [mention for mention in mentions if mention.kind != "gloss"]
        self.brackets: Brackets = brackets(doc.text)
        self._known: dict[str, Known] = {}
        self._listed: dict[str, str] = {}
        self._gathered: dict[str, list[Use]] = defaultdict(list)
        self.open: list[tuple[Use, tuple[Known, ...]]] = []
        self._gather_mentions()
        self._gather_bare(list(bare))
        self._gather_strays(list(strays))
        self.subjects: tuple[Subject, ...] = tuple(self._subjects())

    def _gather_mentions(self) -> None:
        by_key = self._view.by_hanzi({hanzi_key(mention.zh) for mention in self._mentions})
        for mention in self._mentions:
            key = hanzi_key(mention.zh)
            known = _of_type(by_key.get(key, ()), mention.type)
            if known:
                self._known[known.concept.id] = known
            self._gathered[known.concept.id if known else f"zh:{key}"].append(self._glossed(mention))

    def _gather_bare(self, bare: Sequence[BareMention]) -> None:
        taken = {(mention.ko_start, mention.ko_end) for mention in self._mentions}
        found = self._view.by_ids({node for item in bare for node in item.nodes if not node.startswith(FORM)})
        for item in bare:
            if (item.start, item.end) in taken:
                continue
            meant = likely(
                tuple({known.concept.id: known for node in item.nodes if (known := found.get(node))}.values())
            )
            use = self._plain(item)
            named = meant[0] if len(meant) == 1 else foremost(meant)
            if len(meant) > 1:
                self.open.append((use, meant))
            if named is not None:
                self._known[named.concept.id] = named
                self._gathered[named.concept.id].append(use)
            elif item.nodes and not meant:
                self._gathered[self._unentered(item.nodes[0])].append(use)

    def _unentered(self, node: str) -> str:
        """How the subject of a name without an entry is called; a list may know its hanzi."""
        for sign in (HERE, LISTED):
            if node.startswith(sign):
                ident = f"zh:{node.removeprefix(sign)}"
                if sign == LISTED:
                    self._listed[ident] = node.removeprefix(sign)
                return ident
        return node

    def _gather_strays(self, strays: Sequence[BareMention]) -> None:
        """A stray that differs by blanks alone from a form of this document, or sounds the same, belongs to it."""
        owners: dict[str, set[str]] = defaultdict(set)
        sounds: dict[str, set[str]] = defaultdict(set)
        for ident, uses in self._gathered.items():
            for use in uses:
                owners[use.form].add(ident)
                if _sounded(use.form) and not ident.startswith(FORM):
                    sounds[sound_key(use.form)].add(ident)
        for item in strays:
            use = replace(self._plain(item), stray=True)
            owner, heard = owners.get(use.form, set()), False
            if not owner and _sounded(use.form):
                owner = sounds.get(sound_key(use.form), set())
                heard = len(owner) == 1
            named = next(iter(owner)) if len(owner) == 1 else FORM + use.form
            self._gathered[named].append(replace(use, heard=heard))

    def _subjects(self) -> Iterable[Subject]:
        for ident, uses in self._gathered.items():
            uses.sort(key=lambda use: (use.start, use.reach))
            known = self._known.get(ident)
            hanzi = Counter(use.zh for use in uses if use.zh)
            zh = hanzi.most_common(1)[0][0] if hanzi else known.hanzi if known else self._listed.get(ident, "")
            yield Subject(ident, zh, known.concept.type if known else _type(uses), known, tuple(uses))

    def _glossed(self, mention: Mention) -> Use:
        return Use(
            mention.ko,
            mention.ko_start,
            mention.ko_end,
            max(mention.ko_end, self._reach(mention)),
            mention.type,
            self._places.at(mention.ko_start),
            mention,
            score=mention.score,
        )

    def _plain(self, item: BareMention) -> Use:
        chinese = max((found.value for found in item.evidence if found.feature == "chinese"), default=0.0)
        amiss = next((int(found.detail) for found in item.evidence if found.feature == MISFIT), -1)
        place = self._places.at(item.start)
        return Use(
            item.text, item.start, item.end, item.end, item.type, place, chinese=chinese, score=item.score, amiss=amiss
        )

    def _reach(self, mention: Mention) -> int:
        """Behind the bracket that holds the hanzi (or the Hangul, where the hanzi stand first)."""
        first, inner = sorted([(mention.ko_start, mention.ko_end), (mention.zh_start, mention.zh_end)])
        index: int | None = bisect_right(self.brackets.starts, inner[0]) - 1
        reach = inner[1]
        while index is not None and index >= 0 and self.brackets.starts[index] >= first[1]:
            bracket = self.brackets[index]
            if bracket.closed and bracket.end >= inner[1]:
                reach = bracket.end + 1
            index = bracket.parent
        return reach


def _sounded(form: str) -> bool:
    """Whether a form is long enough to be told by its sound."""
    return len(form) >= _SHORTEST and all(map(is_hangul, form))


def _of_type(found: Sequence[Known], type: EntityType) -> Known | None:
    same = [known for known in found if known.concept.type == type]
    return next(iter(same or found), None)


def _type(uses: Sequence[Use]) -> EntityType:
    return Counter(use.type for use in uses).most_common(1)[0][0]
