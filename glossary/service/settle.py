"""Settle: after the documents, names without hanzi are counted, proposals made, and what they link is linked."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary import __version__
from glossary.link.cautious import cautious
from glossary.link.nodes import nodes
from glossary.link.propose import propose
from glossary.model import PACKS, BareMention, EntityType, Mention, Proposal, Sighting
from glossary.service.context import Context
from glossary.service.known_names import keep_forms
from glossary.service.relink import relink
from glossary.service.voice import Voice

if TYPE_CHECKING:
    from glossary.extract.known import Names
    from glossary.store.writer import Writer

MARK = "settled"
_BATCH = 20_000  # bare mentions written in one transaction
Row = tuple[str, str, EntityType, str]  # form, node, type, folded hanzi


@dataclass(frozen=True, slots=True)
class Settled:
    """What a build found when it had settled: how the stored documents were read last, and for which forms."""

    recipe: str
    revision: str
    forms: dict[str, str]  # a form and what stands for its owners

    def dump(self) -> str:
        """As a mark in the store."""
        return json.dumps([self.recipe, self.revision, self.forms], ensure_ascii=False, separators=(",", ":"))


def recipe(ctx: Context) -> str:
    """How documents are read: another version or policy may read the same otherwise."""
    return f"{__version__}/{ctx.policy.digest}"


def unsettle(writer: Writer) -> None:
    """Note, inside the transaction that changes documents, that the rest is still to be done."""
    writer.note(MARK, "")


def settle_again(ctx: Context, writer: Writer, before: str) -> None:
    """Bring all up to date after an act that gives many names at once; without documents there is nothing to do."""
    if writer.known():
        settle(ctx, writer, Voice(ctx.stages, ctx.policy), before, set())


def settle(ctx: Context, writer: Writer, voice: Voice, before: str, fresh: set[str]) -> list[Proposal]:
    """Bring bare mentions, proposals and links up to date; hand back the links that have become sure by themselves.

    `before` is the mark as the build found it, `fresh` the names of the documents that it has read. Only those are
    searched for all forms; the others only where a form stands in them that is new or has other owners.
    """
    last = _loaded(before)
    if last is not None and not fresh and last.recipe == recipe(ctx) and last.revision == writer.revision():
        if not writer.noted(MARK):
            with writer.transaction():
                writer.note(MARK, before)
        return []
    seen = writer.sightings()
    rows = list(_rows(ctx, writer, seen))
    spoken = _spoken(writer, seen)
    now = _owners(rows, spoken)
    stale = None if last is None or last.recipe != recipe(ctx) else _changed(last.forms, now)
    with writer.transaction():
        unsettle(writer)
    scanner = _Scanner(ctx, writer, voice, _names(rows, spoken), seen)
    scanner.scan(fresh, stale)
    linked = _propose(ctx, writer, voice, seen)
    with writer.transaction():
        writer.note(MARK, Settled(recipe(ctx), writer.revision(), now).dump())
    keep_forms(writer)
    return linked


def _loaded(mark: str) -> Settled | None:
    return Settled(*json.loads(mark)) if mark else None


def _rows(ctx: Context, writer: Writer, seen: Sequence[Sighting]) -> Iterator[Row]:
    """The forms that texts are searched for: those that stood with hanzi, and those of editors and packs."""
    found = nodes(seen, (), writer.curations(), writer.decisions(), ctx.policy.link)
    for node in found:
        for form in dict.fromkeys((*node.forms, *node.latin)):
            yield form, node.id, node.type, node.key


def _spoken(writer: Writer, seen: Iterable[Sighting]) -> set[str]:
    """The forms that a text has with hanzi or that an editor has entered; the others only a pack gives."""
    found = {" ".join(sighting.mention.ko.split()) for sighting in seen}
    for said in writer.curations():
        found.update(term.text for term in said.terms if (term.source or said.source) not in PACKS)
    return found


def _names(rows: Iterable[Row], spoken: Set[str]) -> Names:
    from glossary.extract.known import Names

    listed = list(rows)
    return Names(listed, listed={form for form, *_ in listed} - spoken)


def _owners(rows: Iterable[Row], spoken: Set[str]) -> dict[str, str]:
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for form, *owner in rows:
        owners[form].append("/".join(owner if form in spoken else (*owner, "listed")))
    return {
        form: hashlib.sha256("\n".join(sorted(said)).encode()).hexdigest()[:12] for form, said in sorted(owners.items())
    }


def _changed(before: dict[str, str], now: dict[str, str]) -> Names:
    """The forms that are new, gone or another's now, to be looked for in the documents read before."""
    forms = {form for form in before.keys() | now.keys() if before.get(form) != now.get(form)}
    return _names(((form, "", "term", "") for form in forms), forms)


class _Scanner:
    """Searches documents for names without hanzi and stores what it finds, some documents in one transaction."""

    def __init__(self, ctx: Context, writer: Writer, voice: Voice, names: Names, seen: Iterable[Sighting]) -> None:
        self._ctx = ctx
        self._writer = writer
        self._voice = voice
        self._names = names
        self._mentions: defaultdict[int, list[Mention]] = defaultdict(list)
        for sighting in seen:
            self._mentions[sighting.document].append(sighting.mention)

    def scan(self, fresh: set[str], stale: Names | None) -> None:
        """Search the fresh documents, and those that hold a form whose owners have changed; all where none is told."""
        batch: dict[int, tuple[BareMention, ...]] = {}
        for number, doc in self._writer.document_texts():
            if doc.name in fresh or stale is None or stale.forms.find(doc.text):
                mentions = tuple(self._mentions[number])
                batch[number] = self._ctx.stages.unglossed(doc, self._ctx.policy, self._names, mentions)
                if sum(map(len, batch.values())) >= _BATCH:
                    self._put(batch)
                    batch = {}
        self._put(batch)

    def _put(self, batch: dict[int, tuple[BareMention, ...]]) -> None:
        if batch:
            with self._writer.transaction():
                touched = {node for number, found in batch.items() for node in self._writer.put_bare(number, found)}
                keys = set(self._writer.keys_of(sorted(touched)).values())
                relink(self._ctx, self._writer, keys, voice=self._voice)


def _propose(ctx: Context, writer: Writer, voice: Voice, seen: Sequence[Sighting]) -> list[Proposal]:
    """All proposals anew; what has become sure, or is so no longer, is linked or parted."""
    bare = writer.bare_sightings()
    decisions = writer.decisions()
    curations = writer.curations()
    known = nodes(seen, bare, curations, decisions, ctx.policy.link)
    # answered pairs too: an answer may be taken back
    found = cautious(propose(known, (), ctx.policy.link, voice), curations)
    before = {(one.left, one.right, one.judgement) for one in writer.proposals() if one.automatic}
    now = {(one.left, one.right, one.judgement): one for one in found if one.automatic}
    ends = {end for left, right, _ in before ^ now.keys() for end in (left, right)}
    with writer.transaction():
        # under the old proposals too: what they joined has to be taken apart
        keys = set(writer.keys_of(sorted(ends)).values())
        writer.put_proposals(found)
        if keys:
            relink(ctx, writer, keys, voice=voice)
    return [now[edge] for edge in sorted(now.keys() - before) if now[edge].judgement == "same"]
