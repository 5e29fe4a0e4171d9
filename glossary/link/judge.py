"""Whether two nodes are one: same, different or unsure, with a calibrated score and the evidence that explains it."""

from __future__ import annotations

from glossary.link.company import company_evidence
from glossary.link.form_pair import form_evidence, forms_evidence
from glossary.link.hanzi_pair import hanzi_evidence
from glossary.link.voice import Voice
from glossary.link.weights import likelihood
from glossary.model import Evidence, Judgement, Node, Proposal
from glossary.policy import LinkPolicy

_MERE_FORM = 4.0  # log odds of a legal form or a rank left over: a line of trade may be a daughter's
_WITNESSES = frozenset({"hanzi", "bearer", "written", "known", "company", "latin"})
_SOFT = frozenset({"company", "one-document", "type"})  # says nothing where the hanzi speak


def judge(left: Node, right: Node, policy: LinkPolicy, voice: Voice) -> Proposal:
    """What the evidence says of two nodes; the one with hanzi, then the one seen more often, is the one that stays.

    A Hangul score alone never makes two hanzi names one: between those the hanzi speak, and what is left over of them.

    Sure is what no witness is needed for, or has one: the form can be read so, or keeps the same company.
    """
    stays, joins = sorted((left, right), key=_order)
    names = _names(stays, joins)
    evidence = (*names, *company_evidence(stays, joins, weak=sum(sign.value for sign in names) < 0))
    if stays.key and joins.key:
        evidence = tuple(sign for sign in evidence if sign.feature not in _SOFT)
    score = round(likelihood(sum(sign.value for sign in evidence)), 4)
    judgement = _judgement(score, policy)
    sure = judgement == "same" and score >= policy.sure and _witnessed(stays, joins, evidence, policy, voice)
    return Proposal(stays.id, joins.id, judgement, score, evidence, joins.mentions, sure)


def _witnessed(stays: Node, joins: Node, evidence: tuple[Evidence, ...], policy: LinkPolicy, voice: Voice) -> bool:
    """Whether something beside a likeness of sound speaks for two nodes."""
    features = {sign.feature for sign in evidence}
    if features & {"split", "homograph", "name-of-another"}:
        return False
    if features & _WITNESSES or any(sign.feature == "left-over" and sign.value >= _MERE_FORM for sign in evidence):
        return True
    return bool(stays.zh) and "reads" in features and voice.strain(joins.forms[0], stays.zh) <= policy.strain


def _order(node: Node) -> tuple[bool, int, str]:
    return not node.key, -node.mentions, node.id


def _names(stays: Node, joins: Node) -> list[Evidence]:
    if stays.key and joins.key:
        return hanzi_evidence(stays, joins)
    return form_evidence(stays, joins) if stays.key else forms_evidence(stays, joins)


def _judgement(score: float, policy: LinkPolicy) -> Judgement:
    if score >= policy.same:
        return "same"
    return "different" if score <= policy.different else "unsure"
