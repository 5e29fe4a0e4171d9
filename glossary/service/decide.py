"""Decide: whether two concepts are one, said by their ids; and take such a decision back."""

from __future__ import annotations

from glossary.errors import ConflictError
from glossary.model import Decision, Judgement
from glossary.service.acts import Desk, act
from glossary.service.context import Context
from glossary.service.edit import merge
from glossary.views import Written


def decide(ctx: Context, left: str, right: str, judgement: Judgement, *, why: str = "") -> Written:
    """Answer whether two nodes are the same, asked or not.

    Raises NotFoundError("concept-missing"), ConflictError("already-one", "merge-refused", "split-refused").
    """
    if judgement == "same":
        return merge(ctx, left, right, why=why)

    def do(desk: Desk) -> str:
        for node in (left, right):
            desk.concept(node)
        if left == right:
            raise ConflictError("already-one", left=left, right=right)
        for known in desk.writer.decisions([left]):
            if {known.left, known.right} == {left, right} and not known.scope and known.judgement == "same":
                desk.undo_decision(known)
        desk.decide(left, right, judgement)
        return left

    def check(desk: Desk) -> None:
        homes = desk.writer.resolve([left, right])
        if judgement == "different" and homes[left] == homes[right]:
            raise ConflictError("split-refused", id=right)

    return act(ctx, left, why, do, check)


def decisions(ctx: Context, *, undone: bool = False) -> list[Decision]:
    """What was decided, in order; what was taken back too if asked."""
    with ctx.reader() as reader:
        return reader.decisions(undone=undone)


def take_back(ctx: Context, number: int, *, why: str = "") -> Written:
    """Take a decision back; raises NotFoundError("decision-missing"), ConflictError("decision-undone")."""
    with ctx.reader() as reader:
        known = reader.decision(number)

    def do(desk: Desk) -> str:
        found = desk.writer.decision(number)
        if found.undone:
            raise ConflictError("decision-undone", id=number)
        desk.undo_decision(found)
        return found.left

    return act(ctx, known.left, why, do)
