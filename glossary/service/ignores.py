"""Ignores: what editors silenced and why; nothing is deleted, each can be taken back."""

from __future__ import annotations

from glossary.errors import InputError
from glossary.model import Ignore
from glossary.service.check import Checked
from glossary.service.context import Context
from glossary.service.silence import matches


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
    """Silence what agrees with all that is named; raises InputError("ignore-empty") without a reason or any mark."""
    if not reason.strip() or not (rule or concept or document or text or fingerprint):
        raise InputError("ignore-empty")
    with ctx.writer() as writer, writer.transaction():
        return writer.add_ignore(
            rule, concept=concept, document=document, text=text, fingerprint=fingerprint, reason=reason.strip(),
            actor=ctx.who(), at=ctx.clock(),
        )  # fmt: skip


def undo_ignore(ctx: Context, number: int, *, why: str = "") -> None:
    """Take one back; raises NotFoundError("ignore-missing")."""
    with ctx.writer() as writer, writer.transaction():
        writer.undo_ignore(number, actor=ctx.who(), at=ctx.clock(), why=why)


def behind(ctx: Context, checked: Checked) -> list[Ignore | None]:
    """The stored ignore that silences each silenced finding; None where the text itself or the house's file does."""
    stored = [one for one in ignores(ctx) if one.id > 0]
    return [
        next((one for one in stored if item.kind == "external" and matches(one, item.finding, checked.doc.name)), None)
        for item in checked.silenced
    ]
