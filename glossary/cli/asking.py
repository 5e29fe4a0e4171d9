"""Questions on a terminal, one after the other, answered by one key each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from glossary.cli.language import Lang
from glossary.errors import GlossaryError
from glossary.messages import render
from glossary.model import Judgement
from glossary.service.context import Context
from glossary.service.review import answer
from glossary.views import Question, Side, Snippet

_KEYS: dict[str, Judgement] = {"s": "same", "d": "different", "u": "unsure", "ㄴ": "same", "ㅇ": "different"}
_KEYS["ㅕ"] = "unsure"  # the same keys with the Korean keyboard on
_BACK = ("z", "ㅋ")
_LEAVE = ("q", "ㅂ", "\x03", "\x04", "\x1b")


def ask(ctx: Context, questions: Sequence[Question], lang: Lang, why: str) -> None:
    """Show each question with both names in their sentences and take the answer; z takes the last one back."""
    place = 0
    events: list[tuple[int, int]] = []  # where an answer was given, and its event
    while place < len(questions):
        for line in told(questions[place], place + 1, len(questions)):
            click.echo(line)
        click.echo(render("review-keys", lang, {}))
        key = click.getchar().lower()
        if key in _LEAVE:
            break
        if key in _BACK and events:
            place, event = events.pop()
            _undo(ctx, event, lang)
        elif key in _KEYS:
            events += _answered(ctx, questions[place], _KEYS[key], place, lang, why)
            place += 1
        elif key not in _BACK:
            place += 1
    click.echo(render("review-done", lang, {"count": len(events)}))


def told(question: Question, number: int, count: int) -> Iterator[str]:
    """A question in lines: the two names, what speaks for them, where they stand."""
    yield ""
    yield click.style(f"{number}/{count}  {question.left.text}  =  {question.right.text} ?", bold=True)
    reasons = "; ".join(f"{item.feature} {item.detail}".strip() for item in question.evidence)
    yield f"      {question.score:.2f}  {reasons}"
    for side in (question.left, question.right):
        yield from _sentences(side)


def _sentences(side: Side) -> Iterator[str]:
    for snippet in side.seen:
        where = str(snippet.issue) if snippet.issue is not None else snippet.document
        yield f"  {where}:{snippet.line}  {_marked(snippet)}"


def _marked(snippet: Snippet) -> str:
    name = click.style(snippet.text[snippet.start : snippet.end], fg="red", bold=True)
    return snippet.text[: snippet.start] + name + snippet.text[snippet.end :]


def _answered(
    ctx: Context, question: Question, said: Judgement, place: int, lang: Lang, why: str
) -> list[tuple[int, int]]:
    try:
        event = answer(ctx, question.number, said, why=why).event
    except GlossaryError as error:  # another editor was faster, or an earlier answer stands against it
        click.echo(render(error.code, lang, error.params), err=True)
        return []
    click.echo(render("review-answered", lang, {"number": question.number, "judgement": said, "event": event}))
    return [(place, event)]


def _undo(ctx: Context, event: int, lang: Lang) -> None:
    from glossary.service.undo import undo

    click.echo(render("review-undone", lang, {"event": event, "new": undo(ctx, event).event}))
