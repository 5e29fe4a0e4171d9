"""Nodes of linking: what was read of each hanzi key and of each form without hanzi, and what is said of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from glossary.link.forms import Forms, english_forms, hanzi_forms, korean_forms
from glossary.link.group import Group, groups, typed, weigh
from glossary.link.own import FORM, HAND
from glossary.link.scopes import scopes
from glossary.model import BareSighting, Curation, Decision, EntityType, Node, Sighting
from glossary.policy import LinkPolicy

_NEAR = 200  # characters within which two names keep company: a sentence and its neighbour
_EVERYWHERE, _SHARE = 12, 8  # nodes, or one in eight of them: beyond, a name is company to anybody
_BESIDE = 6  # names looked at to each side: a list of a hundred firms is company to none of them
_KEPT = 12


@dataclass(slots=True)
class _Gathered:
    bare: list[BareSighting] = field(default_factory=list)
    company: Counter[str] = field(default_factory=Counter)


def nodes(
    sightings: Iterable[Sighting],
    bare: Iterable[BareSighting],
    curations: Iterable[Curation],
    decisions: Sequence[Decision],
    policy: LinkPolicy,
) -> list[Node]:
    """All that may be found to be one: mined names, names of editors and packs, forms without hanzi; by id.

    A bare mention that may mean several names speaks for none of them.
    """
    said = {curation.concept: curation for curation in curations}
    mined = {group.id: group for group in groups(sightings, policy, decisions, said.values())}
    gathered: defaultdict[str, _Gathered] = defaultdict(_Gathered)
    moved = scopes(decisions)
    for item in bare:
        if len(item.mention.nodes) == 1:
            gathered[moved.home(item.mention.nodes[0], item.place)].bare.append(item)
    _keep_company(mined, gathered, {id: curation.key for id, curation in said.items()})
    ids = mined.keys() | said.keys() | {id for id in gathered if id.startswith(FORM)}
    standing = (id for id in sorted(ids) if id not in said or not said[id].deleted)
    return [_node(id, mined.get(id), said.get(id), gathered[id]) for id in standing]


def _node(id: str, group: Group | None, said: Curation | None, gathered: _Gathered) -> Node:
    sightings = group.sightings if group is not None else ()
    forms = korean_forms(sightings, gathered.bare)
    hanzi = [form.text for form in hanzi_forms(sightings)]
    latin = [form.text for form in english_forms(sightings, gathered.bare)]
    for term in said.terms if said is not None else ():
        if term.language == "ko":
            forms.form(term.text)
        elif term.language == "en":
            latin.append(term.text)
        else:
            hanzi.append(term.text)
    key = group.key if group is not None else said.key if said is not None else ""
    seen: list[Sighting | BareSighting] = [*sightings, *gathered.bare]
    return Node(
        id=id,
        key="" if key.startswith(HAND) else key,
        zh=hanzi[0] if hanzi else "",
        forms=_commonest(forms),
        type=_type(group, said, gathered),
        mentions=len(seen),
        documents=tuple(sorted({one.place.rpartition(":")[0] for one in seen})),
        company=tuple(name for name, _ in sorted(gathered.company.items(), key=_often)[:_KEPT]),
        latin=tuple(dict.fromkeys(latin)),
        source=said.source if said is not None else "",
    )


def _type(group: Group | None, said: Curation | None, gathered: _Gathered) -> EntityType:
    if said is not None and said.type is not None:
        return said.type
    if group is not None:
        return group.type
    seen = [(item.mention.type, item.mention.score) for item in gathered.bare]
    return typed(weigh(seen))[0] if seen else "term"


def _commonest(forms: Forms) -> tuple[str, ...]:
    """Forms that stood with the hanzi first, then by how often they are written."""
    order = sorted(forms, key=lambda form: (-form.count, -form.bare, form.earliest, form.text))
    return tuple(form.text for form in order)


def _often(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _keep_company(mined: dict[str, Group], gathered: defaultdict[str, _Gathered], keys: dict[str, str]) -> None:
    """Note for every node the names that stand near it, not those that stand everywhere.

    Two slips of one name share a firm or a colleague; 北京 and 中国 stand beside anybody.
    """
    lines: defaultdict[int, list[tuple[int, str, str]]] = defaultdict(list)
    places = {group.key for group in mined.values() if group.type == "place"}
    for group in mined.values():
        for seen in group.sightings:
            lines[seen.document].append((seen.mention.ko_start, group.id, group.key))
    for id, found in list(gathered.items()):
        name = mined[id].key if id in mined else keys.get(id, id).removeprefix(FORM).removeprefix(HAND)
        for item in found.bare:
            lines[item.document].append((item.mention.start, id, name))
            if item.mention.type == "place":
                places.add(name)
    for line in lines.values():
        line.sort()
        for place, (start, id, _) in enumerate(line):
            near = line[max(0, place - _BESIDE) : place + _BESIDE + 1]
            names = {name for at, other, name in near if other != id and abs(at - start) <= _NEAR}
            gathered[id].company.update(names - places)
    _forget_everywhere(gathered)


def _forget_everywhere(gathered: defaultdict[str, _Gathered]) -> None:
    kept = Counter(name for found in gathered.values() for name in found.company)
    most = max(_EVERYWHERE, len(gathered) // _SHARE)
    for found in gathered.values():
        for name in [name for name in found.company if kept[name] > most]:
            del found.company[name]
