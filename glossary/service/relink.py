"""Relink: the concepts of some keys made anew from all that speaks of them, in the transaction that touched them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from glossary.link import link
from glossary.link.group import ids_of
from glossary.link.own import FORM, named, own_keys
from glossary.link.voice import Voice
from glossary.model import Decision, Entry, Proposal
from glossary.service.context import Context
from glossary.service.voice import Voice as Remembering

if TYPE_CHECKING:
    from glossary.store.writer import Writer


def relink(
    ctx: Context,
    writer: Writer,
    keys: Iterable[str],
    *,
    actor: str = "build",
    why: str = "",
    batch: str = "",
    voice: Voice | None = None,
    owners: Mapping[str, str] = MappingProxyType({}),
) -> list[Entry]:
    """Derive the concepts of these keys, and of all that is one with them by now or was before, and store them.

    Keys are folded hanzi, or "ko:" and a form without; `owners` the keys under which editors and packs have names that
    no document had before. Call it inside the transaction of the act that touched them.
    """
    asked = set(keys)
    touched, nodes, decisions, proposals = _closure(writer, asked | {owners[key] for key in asked & owners.keys()})
    hanzi = [key for key in touched if not key.startswith("ko:")]
    entries = link(
        writer.sightings(hanzi) if hanzi else (),
        writer.bare_sightings(sorted(nodes)),
        writer.curations(sorted(touched), ids=sorted(nodes)),
        decisions,
        ctx.policy,
        voice or Remembering(ctx.stages, ctx.policy),
        proposals,
    )
    writer.replace_concepts(touched, entries, actor=actor, at=ctx.clock(), why=why, batch=batch)
    return entries


def _closure(writer: Writer, keys: Iterable[str]) -> tuple[set[str], set[str], list[Decision], list[Proposal]]:
    """All keys and nodes that these are one with, now or in what is stored, and the links among them."""
    touched: set[str] = set()
    nodes: set[str] = set()
    decisions: dict[int, Decision] = {}
    proposals: dict[tuple[str, str], Proposal] = {}
    asked: set[str] = set()  # nodes whose links have been followed
    fresh = set(keys)
    while fresh or nodes - asked:
        touched |= fresh
        nodes |= {node for ids in writer.nodes_of(sorted(fresh)).values() for node in ids} | _mined(fresh)
        found = nodes - asked
        asked |= found
        said, sure = writer.links(sorted(found))
        decisions |= {one.id: one for one in said}
        proposals |= {(one.left, one.right): one for one in sure}
        edges: list[Decision | Proposal] = [*said, *sure]
        ends = {end for edge in edges if _joins(edge) for end in (edge.left, edge.right)}
        stored = writer.members(writer.resolve(sorted(found)).values())
        forms, other = _named(writer, fresh, found)
        beside = (ends | {node for ids in stored.values() for node in ids} | forms) - nodes
        nodes |= beside
        fresh = (set(writer.keys_of(sorted(beside)).values()) | other) - touched
    return touched, nodes, [decisions[id] for id in sorted(decisions)], [proposals[pair] for pair in sorted(proposals)]


def _mined(keys: Iterable[str]) -> set[str]:
    """The nodes that mentions of these keys would be, whether or not a concept has them: one may just come back."""
    return {node for key in keys for node in ids_of(key)}


def _joins(edge: Decision | Proposal) -> bool:
    """A "different" parts nodes that something else may join; mentions in a scope move between them."""
    return edge.judgement == "same" or (isinstance(edge, Decision) and bool(edge.scope))


def _named(writer: Writer, keys: set[str], nodes: set[str]) -> tuple[set[str], set[str]]:
    """The nodes of the forms that these are curated with, and the keys of their other hanzi."""
    curations = writer.curations(sorted(keys), ids=sorted(nodes))
    forms = {node for said in curations for node in named(said) if node.startswith(FORM)}
    return forms, set(own_keys(curations))
