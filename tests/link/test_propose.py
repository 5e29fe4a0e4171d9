"""Proposals: what is found, in which order, and what never links by itself."""

from __future__ import annotations

from judge_fakes import Ear, node

from glossary.link.propose import candidates, propose
from glossary.model import Decision, Node
from glossary.policy import load_policy

POLICY = load_policy().link


def _glossary() -> list[Node]:
    return [
        node("펑자오", "彭昭", "person", mentions=4),
        node("평자오", mentions=2),
        node("다즈후이", "大智慧", "organization", mentions=5),
        node("대지혜", mentions=7),
        node("산시", "山西", "place"),
        node("산시", "陕西", "place"),
        node("산시", mentions=1),
        node("리깡", "李庚", "person"),
        node("리경"),
        node("AIoT", latin=("AIoT",)),
        node("Alot", latin=("Alot",)),
        node("스터우커지", "石头科技", "organization"),
        node("스터우과기"),
        node("지우산슈에서", "九三学社", "organization"),
        node("지우산셔슈에"),
    ]


def test_what_is_found() -> None:
    found = {frozenset(pair) for pair in candidates(_glossary())}
    wanted = [("彭昭", "form:평자오"), ("大智慧", "form:대지혜"), ("李庚", "form:리경"), ("form:AIoT", "form:Alot")]
    wanted += [("石头科技", "form:스터우과기"), ("九三学社", "form:지우산셔슈에"), ("山西", "form:산시")]
    assert found >= {frozenset(pair) for pair in wanted}


def test_the_weightiest_comes_first() -> None:
    found = propose(_glossary(), (), POLICY, Ear())
    assert found[0].right == "form:대지혜"
    assert [one.touches for one in found] == sorted((one.touches for one in found), reverse=True)


def test_homographs_wait() -> None:
    found = [one for one in propose(_glossary(), (), POLICY, Ear()) if one.right == "form:산시"]
    assert {one.left for one in found} == {"山西", "陕西"}
    assert not any(one.automatic for one in found)


def test_nobody_is_asked_twice() -> None:
    said = [Decision(1, "form:대지혜", "大智慧", "different", "kim", "")]
    assert all(one.right != "form:대지혜" for one in propose(_glossary(), said, POLICY, Ear()))


def test_order_of_nodes_does_not_matter() -> None:
    assert propose(_glossary()[::-1], (), POLICY, Ear()) == propose(_glossary(), (), POLICY, Ear())


def test_a_crowd_under_one_key_is_not_compared_with_itself() -> None:
    crowd = [node("왕웨이", f"王{chr(0x4E00 + place)}", "person") for place in range(200)]
    assert len(candidates(crowd)) < 200 * 30
