"""`glossary review`: which names are one, asked and answered."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from glossary.cli.options import common, context, lang, upgraded
from glossary.cli.table import table
from glossary.messages import render
from glossary.model import Judgement
from glossary.service.context import Context
from glossary.service.review import answer, questions
from glossary.views import Question

_COLUMNS = ("n", "left", "right", "score", "touches", "evidence")
_ANSWERS: tuple[Judgement, ...] = ("same", "different", "unsure")
_REASONS = 4  # shown in a row of the table; the json has all


@click.command()
@click.option("-f", "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=None, help="How many questions at most.")
@click.option("--automatic", is_flag=True, help="What was linked without asking, instead.")
@click.option("--same", multiple=True, metavar="N", help="Answer question N: the two names are one.")
@click.option("--different", multiple=True, metavar="N", help="Answer question N: they are two.")
@click.option("--unsure", multiple=True, metavar="N", help="Answer question N: nobody can tell; it is asked no more.")
@click.option("--why", default="", help="The reason, kept with the answers.")
@click.option("--undo", type=click.IntRange(min=1), default=None, metavar="EVENT", help="Take an answer back.")
@click.option("-i", "--interactive", is_flag=True, help="Ask one after the other, one key each.")
@common
@click.pass_context
def review(
    ctx: click.Context,
    form: str,
    limit: int | None,
    automatic: bool,
    same: Sequence[str],
    different: Sequence[str],
    unsure: Sequence[str],
    why: str,
    undo: int | None,
    interactive: bool,
) -> None:
    """List the names that may be one, those first that stand in most text; answer by number, or with -i by key."""
    session = context(ctx)
    answers = [
        (number, said) for said, numbers in zip(_ANSWERS, (same, different, unsure), strict=True) for number in numbers
    ]
    if undo is not None or answers or interactive:
        upgraded(ctx, session)
    if undo is not None:
        from glossary.service.undo import undo as take_back

        written = take_back(session, undo, why=why)
        print(render("review-undone", lang(ctx), {"event": undo, "new": written.event}))
    for number, said in answers:
        _answer(ctx, session, number, said, why)
    if undo is not None or answers:
        return
    found = questions(session, limit or -1, automatic=automatic)
    if interactive:
        from glossary.cli.asking import ask

        ask(session, found, lang(ctx), why)
    else:
        _show(ctx, found, form)


def _answer(ctx: click.Context, session: Context, number: str, said: Judgement, why: str) -> None:
    written = answer(session, number, said, why=why)
    print(render("review-answered", lang(ctx), {"number": number, "judgement": said, "event": written.event}))


def _show(ctx: click.Context, found: Sequence[Question], form: str) -> None:
    if form == "json":
        import json

        from glossary.service.wire_review import question_json

        print(json.dumps([question_json(question) for question in found], ensure_ascii=False, indent=2))
        return
    for line in table(_COLUMNS, map(_row, found)):
        print(line)
    print(render("review-hint" if found else "review-none", lang(ctx), {}), file=sys.stderr)


def _row(question: Question) -> list[object]:
    reasons = (f"{item.feature} {item.detail}".strip() for item in question.evidence[:_REASONS])
    return [
        question.number,
        question.left.text,
        question.right.text,
        f"{question.score:.2f}",
        question.touches,
        "; ".join(reasons),
    ]
