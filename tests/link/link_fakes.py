"""Names and their readings from tables, and short ways to write down what linking is given."""

from __future__ import annotations

import dataclasses

from glossary.link import link
from glossary.link.group import concept_id
from glossary.model import (
    Alias,
    BareMention,
    BareSighting,
    Concept,
    CuratedTerm,
    Curation,
    Decision,
    EntityType,
    Entry,
    Judgement,
    Kind,
    Language,
    Mention,
    Proposal,
    Reading,
    Relation,
    Sighting,
    TermStatus,
)
from glossary.policy import Policy, load_policy
from glossary.text.keys import hanzi_key

POLICY = load_policy()
OFFICIAL = {
    "彭昭": "펑자오",
    "李腾": "리텅",
    "禾赛科技": "허싸이커지",
    "禾賽科技": "허싸이커지",
    "香港": "샹강",
    "安倍晋三": "안베이진싼",
    "上海": "상하이",
    "北京": "베이징",
    "广州市科技创新协会": "광저우스커지촹신셰후이",
    "大智慧": "다즈후이",
    "中国科学院": "중궈커쉐위안",
    "比亚迪": "비야디",
    "移远通信": "이위안퉁신",
}
CUSTOMARY = {"香港": ("홍콩",), "上海": ("상해",), "安倍晋三": ("아베 신조",)}
SINO = {"上海": "상해", "香港": "향항", "大智慧": "대지혜"}
MISREAD = {"평자오", "리팅", "리 팅", "BYD", "씨게이트", "옛이름"}


class TableVoice:
    """Readings from the tables above."""

    def reading(self, zh: str, type: EntityType) -> Reading:
        return Reading(zh, OFFICIAL.get(zh, ""), (), SINO.get(zh, ""), CUSTOMARY.get(zh, ()))

    def strain(self, ko: str, zh: str) -> float:
        return float(ko in MISREAD)


def sighting(
    ko: str,
    zh: str,
    *,
    ref: int = 0,
    document: int = 1,
    date: str | None = "2021-12-22",
    type_: EntityType = "organization",
    kind: Kind = "name",
    score: float = 0.9,
    en: str | None = None,
    aliases: tuple[Alias, ...] = (),
    relation: Relation = "transliteration",
    place: str = "",
) -> Sighting:
    """A mention with hanzi."""
    mention = Mention(ko, 0, len(ko), zh, 9, 9 + len(zh), kind, relation, type_, score, en, aliases)
    return Sighting(ref, document, date, mention, place)


def bare(
    text: str, *nodes: str, document: int = 1, type_: EntityType = "organization", place: str = ""
) -> BareSighting:
    """A mention without hanzi, of the form's own node where none is named."""
    mention = BareMention(text, 0, len(text), nodes or (f"form:{text}",), type_, 0.9)
    return BareSighting(1, document, "2021-12-29", mention, place)


def node(zh: str) -> str:
    """The id of a hanzi name."""
    return concept_id(hanzi_key(zh))


def said(
    zh: str,
    *terms: tuple[str, Language, TermStatus],
    source: str = "editor",
    note: str = "",
    type_: EntityType | None = None,
    deleted: bool = False,
    forbidden: tuple[str, ...] = (),
) -> Curation:
    """What an editor or a pack says of a hanzi name, or of a form ("ko:AIoT")."""
    key = zh if zh.startswith("ko:") else hanzi_key(zh)
    made = tuple(
        CuratedTerm(text, language, status, forbidden=text in forbidden, source=source)
        for text, language, status in terms
    )
    return Curation(concept_id(key), key, type_, note=note, source=source, terms=made, deleted=deleted)


def decision(left: str, right: str, judgement: Judgement = "same", id: int = 1, **more: object) -> Decision:
    """Somebody's answer."""
    return dataclasses.replace(Decision(id, left, right, judgement, "kim", "2026-01-02"), **more)  # type: ignore[arg-type]


def entries(
    sightings: list[Sighting],
    bare_ones: list[BareSighting] | None = None,
    curations: list[Curation] | None = None,
    decisions: list[Decision] | None = None,
    proposals: list[Proposal] | None = None,
    policy: Policy = POLICY,
) -> list[Entry]:
    """What linking makes of these, mentions numbered in their order."""
    numbered = [dataclasses.replace(item, ref=ref) for ref, item in enumerate(sightings, start=1)]
    counted = [dataclasses.replace(item, ref=ref) for ref, item in enumerate(bare_ones or [], start=1)]
    return link(numbered, counted, curations or [], decisions or [], policy, TableVoice(), proposals or [])


def house(policy: Policy = POLICY, **style: str) -> Policy:
    """The policy with another house style."""
    return dataclasses.replace(policy, house=dataclasses.replace(policy.house, **style))


def texts(concept: Concept, language: str = "ko") -> list[str]:
    """The forms of a language, the preferred one first."""
    return [term.text for term in concept.terms if term.language == language]


def status(concept: Concept) -> dict[str, str]:
    """How each form stands."""
    return {term.text: term.status for term in concept.terms}
