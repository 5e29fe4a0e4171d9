"""Ignores: what editors silenced and why; nothing is deleted, each can be taken back."""

from __future__ import annotations

from glossary.errors import InputError
from glossary.model import Ignore
from glossary.service.check import Checked
from glossary.service.context import Context
from glossary.service.silence import answer, earlier_names
from glossary.text.fit import is_plain

LONGEST = 500  # characters of a reason: a few sentences


def ignores(ctx: Context, *, undone: bool = False) -> list[Ignore]:
    """Those of the glossary and of the house's file in force, the undone ones too if asked."""
    with ctx.reader() as reader:
        return [*reader.ignores(undone=undone), *ctx.policy.ignores]


def add_ignore(
    ctx: Context,
    rule: str,
    *,
    concept: str = "",
    document: str = "",
    text: str = "",
    fingerprint: str = "",
    reason: str,
) -> Ignore:
    """Silence what agrees with all that is named; raises InputError("ignore-empty") without a reason or any
    mark, InputError("ignore-reason") for a reason of more than a few sentences or with control characters.
    """
    reason = " ".join(reason.split())
    if not reason or not (rule or concept or document or text or fingerprint):
        raise InputError("ignore-empty")
    if len(reason) > LONGEST or not is_plain(reason):
        raise InputError("ignore-reason", most=LONGEST)
    with ctx.writer() as writer, writer.transaction():
        return writer.add_ignore(
            rule, concept=concept, document=document, text=text, fingerprint=fingerprint, reason=reason,
            actor=ctx.who(), at=ctx.clock(),
        )  # fmt: skip


def undo_ignore(ctx: Context, number: int, *, why: str = "") -> None:
    """Take one back; raises NotFoundError("ignore-missing")."""
    with ctx.writer() as writer, writer.transaction():
        writer.undo_ignore(number, actor=ctx.who(), at=ctx.clock(), why=why)


def behind(ctx: Context, checked: Checked) -> list[Ignore | None]:
    """The stored ignore that silences each silenced finding; None where the text itself or the house's file does."""
    found = [item.finding for item in checked.silenced]
    if not found:
        return []
    with ctx.reader() as reader:
        known, names = [*reader.ignores(), *ctx.policy.ignores], earlier_names(reader, found)
    said = [
        answer(known, item.finding, checked.doc, names) if item.kind == "external" else None
        for item in checked.silenced
    ]
    return [one if one is not None and one.id > 0 else None for one in said]
