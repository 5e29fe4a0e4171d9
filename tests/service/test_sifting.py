"""Which open proposals are asked: table of cases, and what comes up once the likelier one has been refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from glossary_fakes import context

from glossary.link.group import concept_id
from glossary.model import Curation, Proposal
from glossary.policy import load_policy
from glossary.service.build import build
from glossary.service.edit import edit
from glossary.service.review import answer, questions
from glossary.service.sides import number_of
from glossary.service.sifting import sifted

POLICY = load_policy().review
TEXT, TEXT_2, COUNTY, COUNTY_2 = "text", "text-2", "county", "county-2"
FORM = "form:후론"


def _ask(left: str, score: float, right: str = FORM) -> Proposal:
    return Proposal(left, right, "same" if score >= 0.55 else "unsure", score, (), 2)


@pytest.mark.parametrize(
    ("open_ones", "asked"),
    [
        ([_ask(TEXT, 0.92), _ask(COUNTY, 0.68)], [TEXT]),
        ([_ask(TEXT, 0.60), _ask(COUNTY, 0.95)], [TEXT]),
        ([_ask(COUNTY, 0.95)], [COUNTY]),
        ([_ask(COUNTY, 0.80)], []),
        ([_ask(COUNTY, 0.95), _ask(COUNTY_2, 0.93)], []),
        ([_ask(COUNTY, 0.95), _ask(COUNTY_2, 0.87)], [COUNTY]),
        ([_ask(TEXT, 0.94), _ask(TEXT_2, 0.38)], [TEXT]),
        ([_ask(TEXT, 0.94), _ask(TEXT_2, 0.70)], [TEXT, TEXT_2]),
        ([_ask(TEXT, 0.40), _ask(TEXT_2, 0.38)], [TEXT, TEXT_2]),
        ([_ask(TEXT, 0.40), _ask(COUNTY, 0.90)], [TEXT, COUNTY]),
        ([_ask(TEXT, 0.40, TEXT_2)], [TEXT]),
        ([_ask(TEXT, 0.40, COUNTY)], []),
        ([_ask(TEXT, 0.92, COUNTY)], [TEXT]),
    ],
)
def test_what_is_asked(open_ones: list[Proposal], asked: list[str]) -> None:
    assert [one.left for one in sifted(open_ones, set(), {COUNTY, COUNTY_2}, POLICY)] == asked


def test_a_form_that_has_found_its_home_is_asked_about_no_more() -> None:
    assert sifted([_ask(TEXT, 0.9)], {FORM}, set(), POLICY) == []
    assert len(sifted([_ask(TEXT, 0.9, "form:다른")], {FORM}, set(), POLICY)) == 1


def test_the_next_comes_up_when_the_likelier_is_refused_and_can_be_answered_before(tmp_path: Path) -> None:
    ctx = context(tmp_path / "glossary.db")
    (tmp_path / "260.txt").write_text("후룬(胡润)과 리팅(李腾). 리경도 왔다.\n", encoding="utf-8")
    build(ctx, [tmp_path / "260.txt"])
    hu, li, county = (concept_id(key) for key in ("胡润", "李腾", "虎林"))
    edit(ctx, Curation(county, "虎林", source="china-places"))
    made = [_ask(hu, 0.92), _ask(li, 0.40), _ask(county, 0.9)]
    with ctx.writer() as writer, writer.transaction():
        writer.put_proposals(made)
    assert [one.number for one in questions(ctx)] == [number_of(made[0])]
    answer(ctx, number_of(made[0]), "different")
    assert {one.number for one in questions(ctx)} == {number_of(made[1]), number_of(made[2])}
    answer(ctx, number_of(made[1]), "unsure")
    assert [one.number for one in questions(ctx)] == [number_of(made[2])]
