"""Editing the glossary: add, change, merge, split; each is one act that can be undone."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from glossary.errors import ConflictError, InputError, NotFoundError
from glossary.link.group import concept_id
from glossary.model import Concept, Curation
from glossary.service.acts import Desk, act, plain
from glossary.service.changing import EDITOR, Change, TermChange, changed, language_of
from glossary.service.context import Context
from glossary.text.fit import LONGEST, name_of, shown
from glossary.text.keys import hanzi_key
from glossary.views import Written

FORM = "form:"


def edit(ctx: Context, curation: Curation, expected: int | None = None, *, why: str = "") -> Written:
    """Make this what is said of a concept; raises ConflictError("version-conflict"), InputError("text-unfit")."""
    plain(curation.note)

    def do(desk: Desk) -> str:
        desk.curate(curation, expected)
        return curation.concept

    return act(ctx, curation.concept, why, do)


def add(ctx: Context, terms: Sequence[TermChange], change: Change | None = None, *, why: str = "") -> Written:
    """A new concept: the first hanzi, else the first Korean form, names it for good.

    Raises ConflictError("concept-exists") and InputError("concept-nameless", "form-unfit", "text-unfit").
    """
    plain((change.note if change else None) or "")
    terms = [_fit(term) for term in terms if term.text.strip()]
    key = _key(terms)
    new = Curation(concept_id(key), key, source=EDITOR)
    wanted = dataclasses.replace(change or Change(), terms=tuple(_first_preferred(terms)), deleted=False)

    def do(desk: Desk) -> str:
        before = desk.writer.curation(new.concept)
        known = desk.writer.resolve([new.concept])[new.concept]
        if (before is not None and not before.deleted) or known in desk.writer.entries([known]):
            raise ConflictError("concept-exists", id=known, text=key.removeprefix("ko:"))
        desk.curate(changed(before or new, wanted))
        return new.concept

    return act(ctx, key, why, do)


def _key(terms: Sequence[TermChange]) -> str:
    hanzi = next((term.text for term in terms if language_of(term.text).startswith("zh")), "")
    if key := hanzi_key(hanzi):
        return key
    if not terms:
        raise InputError("concept-nameless")
    return f"ko:{terms[0].text}"


def _fit(term: TermChange, concept: Concept | None = None) -> TermChange:
    """The form as it is stored; one that documents brought is taken as it is; raises InputError("form-unfit")."""
    if concept is not None and any(known.text == term.text for known in concept.terms):
        return term
    if not (name := name_of(term.text)):
        raise InputError("form-unfit", text=shown(term.text), limit=LONGEST)
    return dataclasses.replace(term, text=name)


def _first_preferred(terms: Sequence[TermChange]) -> list[TermChange]:
    """The first form of each language is preferred where nothing else is said."""
    seen: set[str] = set()
    found = []
    for term in terms:
        language = term.language or language_of(term.text)
        status = term.status or ("admitted" if language in seen or term.forbidden else "preferred")
        seen.add(language)
        found.append(dataclasses.replace(term, status=status, language=language))
    return found


def change(ctx: Context, concept: str, wanted: Change, expected: int | None = None, *, why: str = "") -> Written:
    """Change what is said of a concept.

    Raises ConflictError("version-conflict"), NotFoundError("concept-missing"), InputError("form-unfit", "text-unfit").
    """

    plain(wanted.note or "")

    def do(desk: Desk) -> str:
        found = desk.concept(concept)
        fit = dataclasses.replace(wanted, terms=tuple(_fit(term, found) for term in wanted.terms))
        desk.curate(changed(_curation(desk, found), fit, found), expected)
        if wanted.deleted:
            _delete_members(desk, found)
        return found.id

    return act(ctx, concept, why, do)


def _curation(desk: Desk, concept: Concept) -> Curation:
    said = desk.writer.curation(concept.id)
    return said or Curation(concept.id, concept.key, source=EDITOR)


def _delete_members(desk: Desk, concept: Concept) -> None:
    """What is one with a deleted concept goes with it."""
    nodes = [node for node in concept.members if node != concept.id and not node.startswith(FORM)]
    for node, key in desk.writer.keys_of(nodes).items():
        said = desk.writer.curation(node) or Curation(node, key, source=EDITOR)
        desk.curate(dataclasses.replace(said, deleted=True))


def merge(ctx: Context, left: str, right: str, expected: int | None = None, *, why: str = "") -> Written:
    """Decide that two concepts are one, under the left one's id; a "different" between them is taken back.

    Raises ConflictError("merge-refused") where another "different" stands in the way.
    """

    def do(desk: Desk) -> str:
        stays, joins = desk.concept(left), desk.concept(right)
        if stays.id == joins.id:
            raise ConflictError("already-one", left=left, right=right)
        desk.expect(stays.id, expected)
        _clear(desk, _nodes(stays), _nodes(joins), "different")
        desk.decide(stays.id, joins.id, "same")
        return stays.id

    def check(desk: Desk) -> None:
        homes = desk.writer.resolve([left, right])
        if homes[left] != homes[right]:
            raise ConflictError("merge-refused", left=left, right=right)

    return act(ctx, left, why, do, check)


def split(ctx: Context, node: str, expected: int | None = None, *, why: str = "") -> Written:
    """Decide that a member of a concept is none of it; raises ConflictError("split-single")."""
    others: list[str] = []

    def do(desk: Desk) -> str:
        whole = desk.concept(node)
        others.extend(other for other in _nodes(whole) if other != node)
        if node not in _nodes(whole) or not others:
            raise ConflictError("split-single", id=node)
        desk.expect(whole.id, expected)
        _clear(desk, [node], others, "same")
        for other in others:
            desk.decide(other, node, "different")
        return node

    def check(desk: Desk) -> None:
        homes = desk.writer.resolve([node, *others])
        if homes[node] in {homes[other] for other in others}:
            raise ConflictError("split-refused", id=node)

    return act(ctx, node, why, do, check)


def split_mentions(
    ctx: Context, concept: str, places: Sequence[str], expected: int | None = None, *, why: str = ""
) -> Written:
    """Decide that these mentions ("document:offset") of a concept are another thing of the same name.

    Raises NotFoundError("mention-missing") for a place where the concept is not mentioned.
    """

    def do(desk: Desk) -> str:
        found = desk.concept(concept)
        desk.expect(found.id, expected)
        homes = _homes(desk, found)
        for place in places:
            if place not in homes:
                raise NotFoundError("mention-missing", id=concept, place=place)
        new = ""
        for node in dict.fromkeys(homes[place] for place in places):
            part = f"split {len(desk.writer.decisions(undone=True)) + 1}"
            key = desk.writer.keys_of([node])[node]
            new = new or concept_id(key, part)
            desk.decide(node, new, "different", tuple(place for place in places if homes[place] == node))
            desk.keys.add(key)
        return new

    return act(ctx, concept, why, do)


def _homes(desk: Desk, concept: Concept) -> dict[str, str]:
    """The node that each mention of a concept is of, by place."""
    keys = {key: node for node, key in reversed(desk.writer.keys_of(_nodes(concept)).items())}
    with_hanzi = {item.place: keys[hanzi_key(item.mention.zh)] for item in desk.writer.sightings(keys)}
    nodes = set(_nodes(concept))
    bare = {
        item.place: next(node for node in item.mention.nodes if node in nodes)
        for item in desk.writer.bare_sightings(nodes)
    }
    return {**bare, **with_hanzi}


def _nodes(concept: Concept) -> list[str]:
    return list(dict.fromkeys((concept.id, *concept.members)))


def _clear(desk: Desk, left: Sequence[str], right: Sequence[str], judgement: str) -> None:
    """Take back what was decided between these nodes the other way."""
    for decision in desk.writer.decisions(left):
        ends = {decision.left, decision.right}
        if decision.judgement == judgement and not decision.scope and ends & set(left) and ends & set(right):
            desk.undo_decision(decision)
