"""`glossary edit`: add a concept, change one, merge two, split one."""

from __future__ import annotations

import sys
from typing import get_args

import click

from glossary.cli.options import editing, lang, writable
from glossary.errors import InputError
from glossary.messages import render
from glossary.model import TYPES, EntityType, Review, TermStatus
from glossary.service import edit as acts
from glossary.service.changing import Change, TermChange
from glossary.service.context import Context
from glossary.service.naming import named
from glossary.views import Written

_STATUSES: tuple[tuple[str, TermStatus], ...] = (
    ("prefer", "preferred"),
    ("admit", "admitted"),
    ("deprecate", "deprecated"),
    ("supersede", "superseded"),
)


@click.command()
@click.argument("concept", required=False)
@click.option("--zh", multiple=True, metavar="FORM", help="New concept: its hanzi.")
@click.option("--ko", multiple=True, metavar="FORM", help="New concept: its Korean form.")
@click.option("--en", multiple=True, metavar="FORM", help="New concept: its Latin form.")
@click.option("--prefer", multiple=True, metavar="FORM", help="The form to be used in its language.")
@click.option("--admit", multiple=True, metavar="FORM", help="A form that may be used as well.")
@click.option("--deprecate", multiple=True, metavar="FORM", help="A form that is better avoided.")
@click.option("--supersede", multiple=True, metavar="FORM", help="A form that was right once.")
@click.option("--forbid", multiple=True, metavar="FORM", help="A form that must not be used.")
@click.option("--allow", multiple=True, metavar="FORM", help="A form that is no longer forbidden.")
@click.option("--drop", multiple=True, metavar="FORM", help="Leave a form to what documents say.")
@click.option("--type", "type_", type=click.Choice(list(TYPES)), help="What it is.")
@click.option("--review", type=click.Choice(list(get_args(Review))), help="How far it has been reviewed.")
@click.option("--note", metavar="TEXT", help="A note for readers; empty takes it away.")
@click.option("--delete", "deleted", is_flag=True, help="Show the concept nowhere, whatever documents say.")
@click.option("--merge", metavar="OTHER", help="The other concept is the same as this one, and joins it.")
@click.option("--split", is_flag=True, help="CONCEPT, the id of a member, is none of what it was merged into.")
@click.option("--at", multiple=True, metavar="DOC:OFFSET", help="With --split: only these mentions are another thing.")
@click.option("--expect", type=click.IntRange(min=0), metavar="N", help="Write only if the concept is at version N.")
@editing
@click.pass_context
def edit(
    ctx: click.Context,
    /,
    concept: str | None,
    type_: EntityType | None,
    review: Review | None,
    note: str | None,
    deleted: bool,
    merge: str | None,
    split: bool,
    at: tuple[str, ...],
    expect: int | None,
    why: str,
    **forms: tuple[str, ...],
) -> None:
    """Edit CONCEPT (an id, or a name that it alone has), or add one with --zh, --ko, --en; prints the event."""
    session = writable(ctx)
    new = [TermChange(text) for language in ("zh", "ko", "en") for text in forms[language]]
    wanted = Change(tuple(_terms(forms)), type_, note, review, deleted=True if deleted else None)
    _check(concept, new, wanted, merge, split, at)
    if merge is not None and concept is not None:
        done = acts.merge(session, named(session, concept), named(session, merge), expect, why=why)
    elif split and concept is not None:
        done = _split(session, named(session, concept), at, expect, why)
    elif concept is None:
        changes = Change(type=type_, note=note, review=review)
        done = acts.add(session, [*new, *wanted.terms], changes, why=why)
    else:
        done = acts.change(session, named(session, concept), wanted, expect, why=why)
    tell(ctx, session, done)


def _split(session: Context, concept: str, at: tuple[str, ...], expect: int | None, why: str) -> Written:
    if at:
        return acts.split_mentions(session, concept, at, expect, why=why)
    return acts.split(session, concept, expect, why=why)


def _terms(forms: dict[str, tuple[str, ...]]) -> list[TermChange]:
    found = [TermChange(text, status) for option, status in _STATUSES for text in forms[option]]
    found += [TermChange(text, forbidden=True) for text in forms["forbid"]]
    found += [TermChange(text, forbidden=False) for text in forms["allow"]]
    return found + [TermChange(text, dropped=True) for text in forms["drop"]]


def _check(
    concept: str | None, new: list[TermChange], wanted: Change, merge: str | None, split: bool, at: tuple[str, ...]
) -> None:
    """Say what does not go together before anything is opened."""
    asked = {
        "CONCEPT": concept is not None and bool(new),
        "--zh/--ko/--en": bool(new),
        "--merge": merge is not None,
        "--split": split,
        "--at": bool(at) and not split,
        "--delete": bool(wanted.deleted) and concept is None,
    }
    chosen = [name for name, given in asked.items() if given]
    if len(chosen) > 1 or (wanted != Change() and (merge is not None or split)) or asked["--at"] or asked["--delete"]:
        raise InputError("edit-mixed", names=", ".join(chosen))
    if concept is None and not new:
        raise InputError("concept-nameless")
    if wanted == Change() and not chosen:
        raise InputError("edit-nothing")


def tell(ctx: click.Context, session: Context, done: Written) -> None:
    """The event's number first, for scripts; it is printed only after the commit."""
    if not done.event:
        print(render("edit-unchanged", lang(ctx), {"id": done.concept}), file=sys.stderr)
        return
    with session.reader() as reader:
        entry = reader.entries([done.concept]).get(done.concept)
    preferred = [term.text for term in entry.concept.terms if term.status == "preferred"] if entry else ["-"]
    names = " ".join(dict.fromkeys(preferred))  # hanzi that both scripts write alike stand twice
    params = {"event": done.event, "id": done.concept, "version": done.version, "names": names}
    print(render("edit-done", lang(ctx), params), flush=True)
