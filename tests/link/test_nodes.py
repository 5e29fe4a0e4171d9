"""Nodes: what linking compares, and in whose company it stands."""

from __future__ import annotations

from link_fakes import POLICY, bare, node, said, sighting

from glossary.link.nodes import nodes
from glossary.model import BareSighting, Curation, Decision, Node, Sighting


def made(
    seen: list[Sighting],
    bare_ones: list[BareSighting] | None = None,
    curations: list[Curation] | None = None,
    decisions: list[Decision] | None = None,
) -> dict[str, Node]:
    """The nodes by their id."""
    return {one.id: one for one in nodes(seen, bare_ones or [], curations or [], decisions or [], POLICY.link)}


def test_a_mined_node_has_its_forms_and_its_company() -> None:
    found = made(
        [
            sighting("허사이커지", "禾賽科技", en="Hesai", place="260.txt:1"),
            sighting("허사이커지", "禾赛科技", place="260.txt:2"),
        ],
        [bare("베이징", node("北京"), place="260.txt:9"), bare("헤사이", place="260.txt:5")],
        [said("北京", ("베이징", "ko", "preferred"), source="china-places", type_="place")],
    )
    hesai, city, stray = found[node("禾赛科技")], found[node("北京")], found["form:헤사이"]
    assert (hesai.key, hesai.zh, hesai.forms, hesai.latin) == ("禾赛科技", "禾賽科技", ("허사이커지",), ("Hesai",))
    assert (hesai.mentions, hesai.documents) == (2, ("260.txt",))
    assert hesai.company == ("北京", "헤사이")
    assert (city.source, city.type, city.mentions) == ("china-places", "place", 1)
    assert (stray.key, stray.zh, stray.forms) == ("", "", ("헤사이",))


def test_what_is_deleted_or_may_mean_two_names_speaks_for_nothing() -> None:
    found = made(
        [sighting("산시", "陕西"), sighting("산시", "山西")],
        [bare("산시", node("陕西"), node("山西"))],
        [said("山西", deleted=True)],
    )
    assert set(found) == {node("陕西")}
    assert found[node("陕西")].mentions == 1
