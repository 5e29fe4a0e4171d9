"""Thousands of curations in one act: whole or not at all, linked anew together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.errors import NotFoundError
from glossary.model import Curation, Decision
from glossary.service.acts import Desk
from glossary.service.context import Context
from glossary.service.known_names import keep_forms
from glossary.service.settle import MARK, settle_again, unsettle
from glossary.text.uncollected import uncollected
from glossary.views import ImportReport

Merge = Callable[[Curation | None, Curation], Curation | None]


@dataclass(frozen=True, slots=True)
class Change:
    """What is said of a concept, and what will be."""

    before: Curation | None
    after: Curation | None

    @property
    def fate(self) -> str:
        """created | changed | unchanged | removed"""
        if self.before == self.after:
            return "unchanged"
        if self.after is None:
            return "removed"
        return "created" if self.before is None else "changed"


def put(
    ctx: Context,
    wanted: Iterable[Curation],
    merge: Merge,
    *,
    why: str,
    dry_run: bool = False,
    decisions: Sequence[Decision] = (),
) -> ImportReport:
    """Say what is wanted of each concept, merged with what is said already; a dry run only counts.

    Then the stored documents are searched for the forms that are new, as a build would do it.
    """
    if dry_run:
        return _report(_changes(_stored(ctx), wanted, merge), written=False)
    with uncollected(), ctx.writer() as writer:
        settled = writer.noted(MARK) or ""
        with writer.transaction():
            unsettle(writer)
            desk = Desk(ctx, writer, why, ctx.who(), ctx.clock())
            changes = list(_changes({one.concept: one for one in writer.curations()}, wanted, merge))
            _say(desk, [change for change in changes if change.before != change.after])
            for one in decisions:
                _decide(desk, one)
            desk.link()
        settle_again(ctx, writer, settled)
        keep_forms(writer)
    return _report(changes, written=True)


def _stored(ctx: Context) -> dict[str, Curation]:
    try:
        with ctx.reader() as reader:
            return {one.concept: one for one in reader.curations()}
    except NotFoundError:
        return {}


def _changes(said: dict[str, Curation], wanted: Iterable[Curation], merge: Merge) -> Iterator[Change]:
    for curation in wanted:
        before = said.get(curation.concept)
        yield Change(before, merge(before, curation))


def _report(changes: Iterable[Change], *, written: bool) -> ImportReport:
    fates = Counter(change.fate for change in changes)
    return ImportReport(fates["created"], fates["changed"], fates["unchanged"], fates["removed"], written=written)


def _decide(desk: Desk, one: Decision) -> None:
    """A decision keeps the reason that was given for it."""
    desk.touch((one.left, one.right))
    signed = {"actor": desk.actor, "at": desk.at, "why": one.why or desk.why}
    desk.writer.decide(one.left, one.right, one.judgement, origin="import", scope=one.scope, **signed)


def _say(desk: Desk, changes: Sequence[Change]) -> None:
    desk.keys |= {said.key for change in changes for said in (change.before, change.after) if said is not None}
    said = [change.after for change in changes if change.after is not None]
    desk.writer.curate_many(said, actor=desk.actor, at=desk.at, why=desk.why)
    for change in changes:
        if change.after is None and change.before is not None:
            desk.uncurate(change.before)
