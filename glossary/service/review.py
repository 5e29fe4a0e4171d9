"""Review: which names may be one, asked in the order of how much text the answer touches, and the answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from glossary.errors import ConflictError, NotFoundError
from glossary.model import Decision, Judgement, Proposal
from glossary.policy import ReviewPolicy
from glossary.service.acts import Desk, act
from glossary.service.context import Context
from glossary.service.sides import asked, number_of, pair_number
from glossary.service.waiting import open_ones, unanswered
from glossary.views import Question, Written

if TYPE_CHECKING:
    from glossary.store.reader import Reader


def questions(ctx: Context, limit: int = -1, *, automatic: bool = False) -> list[Question]:
    """What waits for an answer, the weightiest first; with `automatic` what was linked without one."""
    with ctx.reader() as reader:
        found = sure(reader) if automatic else unanswered(reader, ctx.policy.review)
        return list(asked(reader, found if limit < 0 else found[:limit]))


def sure(reader: Reader) -> list[Proposal]:
    """The proposals that count by themselves and that nobody has confirmed or refused."""
    answered = {frozenset((one.left, one.right)) for one in reader.decisions() if not one.scope}
    found = [one for one in reader.proposals(automatic=True) if frozenset((one.left, one.right)) not in answered]
    homes = reader.resolve({node for one in found for node in (one.left, one.right)})
    return [one for one in found if one.judgement == "same" and homes[one.left] == homes[one.right]]


def questions_about(reader: Reader, nodes: Iterable[str], policy: ReviewPolicy) -> list[Question]:
    """What waits and touches one of these nodes."""
    wanted = set(nodes)
    return list(asked(reader, [one for one in unanswered(reader, policy) if wanted & {one.left, one.right}]))


def answer(ctx: Context, number: str, judgement: Judgement, *, why: str = "") -> Written:
    """Answer a question by its number, or by as much of it as names no other.

    Raises NotFoundError("question-missing"), ConflictError("question-ambiguous"), ConflictError("question-answered")
    where somebody has answered meanwhile, and ConflictError("merge-refused") where a "different" stands in the way.
    """
    with ctx.reader() as reader:
        one = _asked(reader, number)
    return _write(ctx, [one], judgement, why)


def answer_all(ctx: Context, numbers: Sequence[str], judgement: Judgement, *, why: str = "") -> Written:
    """Answer many questions as one act, all or none; raises as `answer` does."""
    with ctx.reader() as reader:
        found = [_asked(reader, number) for number in dict.fromkeys(numbers)]
    if not found:
        raise NotFoundError("question-missing", id="-")
    return _write(ctx, found, judgement, why)


def _write(ctx: Context, found: Sequence[Proposal], judgement: Judgement, why: str) -> Written:
    def do(desk: Desk) -> str:
        for one in found:
            rival = _decided(desk.writer.decisions([one.left]), number_of(one))
            if rival is not None:
                raise _answered(rival, number_of(one))
            desk.decide(one.left, one.right, judgement)
        return found[0].left

    def check(desk: Desk) -> None:
        homes = desk.writer.resolve([node for one in found for node in (one.left, one.right)])
        for one in found:
            if judgement == "same" and homes[one.left] != homes[one.right]:
                raise ConflictError("merge-refused", left=one.left, right=one.right)

    return act(ctx, found[0].left, why, do, check)


def _asked(reader: Reader, number: str) -> Proposal:
    """The open question of a number; one that is hidden behind a likelier one can be answered as well."""
    wanted = number.strip().lower()
    found = [one for one in (*open_ones(reader), *sure(reader)) if wanted and number_of(one).startswith(wanted)]
    if len(found) > 1:
        raise ConflictError("question-ambiguous", id=number, count=len(found))
    if found:
        return found[0]
    rival = _decided(reader.decisions(), wanted)
    raise NotFoundError("question-missing", id=number) if rival is None else _answered(rival, number)


def _decided(decisions: Iterable[Decision], number: str) -> Decision | None:
    """The decision in force that answers the question of this number, whichever of its names stands first."""
    for one in decisions:
        numbers = pair_number(one.left, one.right), pair_number(one.right, one.left)
        if number and not one.scope and number in numbers:
            return one
    return None


def _answered(rival: Decision, number: str) -> ConflictError:
    return ConflictError("question-answered", id=number, judgement=rival.judgement, actor=rival.actor, at=rival.at)
