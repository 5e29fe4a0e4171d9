"""One act of an editor: everything in one transaction, the touched keys linked anew, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from glossary.errors import ConflictError, InputError, NotFoundError
from glossary.model import Concept, Curation, Decision, Judgement
from glossary.service.context import Context
from glossary.text.fit import is_plain, shown
from glossary.views import Written

if TYPE_CHECKING:
    from glossary.store.writer import Writer


@dataclass(slots=True)
class Desk:
    """The writer inside an act, signing all it writes, and noting which nodes were touched."""

    ctx: Context
    writer: Writer
    why: str
    actor: str
    at: str
    keys: set[str] = field(default_factory=set)

    def concept(self, concept_id: str) -> Concept:
        """The concept as it stands, by its own id or that of a member; raises NotFoundError("concept-missing")."""
        return self.writer.concept(concept_id).concept

    def expect(self, concept_id: str, expected: int | None) -> None:
        """Refuse where somebody has changed the concept since: ConflictError("version-conflict")."""
        now = self.writer.version(concept_id)
        if expected is not None and expected != now:
            raise ConflictError("version-conflict", id=concept_id, expected=expected, version=now)

    def touch(self, nodes: Iterable[str]) -> None:
        """Have these nodes linked anew at the end."""
        self.keys |= {key for key in self.writer.keys_of(nodes).values() if key}

    def curate(self, curation: Curation, expected: int | None = None) -> None:
        """Say this of a concept."""
        self.keys.add(curation.key)
        self.writer.curate(curation, expected=expected, actor=self.actor, at=self.at, why=self.why)

    def uncurate(self, curation: Curation) -> None:
        """Say nothing of a concept any more."""
        self.keys.add(curation.key)
        self.writer.uncurate(curation.concept, actor=self.actor, at=self.at, why=self.why)

    def decide(self, left: str, right: str, judgement: Judgement, scope: tuple[str, ...] = ()) -> Decision:
        """Answer whether two nodes are the same."""
        self.touch((left, right))
        return self.writer.decide(left, right, judgement, actor=self.actor, at=self.at, why=self.why, scope=scope)

    def undo_decision(self, decision: Decision, *, undone: bool = True) -> None:
        """Take a decision back, or put it in force again."""
        self.touch((decision.left, decision.right))
        self.writer.undo_decision(decision.id, undone=undone, actor=self.actor, at=self.at, why=self.why)

    def link(self) -> None:
        """Derive anew what has been touched so far."""
        if self.keys:
            from glossary.service.relink import relink

            relink(self.ctx, self.writer, sorted(self.keys), actor=self.actor, why=self.why)


def plain(text: str) -> str:
    """A reason or a note as it stands; raises InputError("text-unfit") for control characters and broken ones."""
    if not is_plain(text):
        raise InputError("text-unfit", text=shown(text))
    return text


def act(
    ctx: Context, about: str, why: str, do: Callable[[Desk], str], check: Callable[[Desk], None] = lambda desk: None
) -> Written:
    """Do something and link what it touched; `do` hands back the node that the act is about.

    `check` looks at the outcome and may refuse it by an error: then nothing has happened. Raises
    InputError("text-unfit") for a reason that no file takes.
    """
    plain(why)
    _warm(ctx, about)
    with ctx.writer() as writer:
        with writer.transaction():
            before = writer.last_event()
            desk = Desk(ctx, writer, why, ctx.who(), ctx.clock())
            node = do(desk)
            if writer.last_event() > before:
                desk.link()
                check(desk)
            stays = writer.resolve([node])[node]
            wrote = writer.last_event() > before
            done = Written(stays, writer.version(stays), before + 1 if wrote else 0)
        return done


def _warm(ctx: Context, about: str) -> None:
    """Have the readings loaded before others have to wait for this act: `about` is a concept's id, or hanzi."""
    try:
        with ctx.reader() as reader:
            zh = reader.concept(about).reading.zh
    except NotFoundError:
        zh = about
    if any(ord(char) > 0x2E7F for char in zh):
        ctx.stages.transliterate(zh)
