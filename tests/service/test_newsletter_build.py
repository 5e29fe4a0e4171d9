"""The main job on real input: the newsletter built into a glossary in which a translator finds 허사이커지."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.service.build import build
from glossary.service.concept import concept
from glossary.service.context import Context, open_context
from glossary.service.documents import document, documents
from glossary.service.lookup import lookup
from glossary.service.stats import stats

ISSUES = Path(__file__).parents[2] / "corpus" / "issues"


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    ctx = open_context(tmp_path_factory.mktemp("newsletter") / "glossary.db")
    summary = build(ctx, [ISSUES])
    assert summary.problems == ()
    return ctx


@pytest.mark.parametrize(
    "query",
    [
        *(
            "허사이커지",
            "허싸이커지",
            "허사이",
            "커지",
            "헛",
            "허ㅅ",
            "ㅎㅅㅇㅋㅈ",
            "허사이거지",
            "gjtkdlzjwl",
            "gjTkdlzjwl",
        ),
        *(
            "禾赛科技",
            "禾賽科技",
            "禾賽",
            "hesaikeji",
            "hé sài kē jì",
            "he sai ke ji",
            "hskj",
            "화새과기",
            "hesai",
            "Hesai",
        ),
    ],
)
def test_hesai_is_found_by_anything(ctx: Context, query: str) -> None:
    assert "禾赛科技" in [hit.zh_hans for hit in lookup(ctx, query)]


def test_the_misreading_is_never_preferred(ctx: Context) -> None:
    hit = lookup(ctx, "평자오")[0]
    assert (hit.ko, hit.zh_hans, hit.variants) == ("펑자오", "彭昭", ("평자오",))
    assert hit.id is not None
    view = concept(ctx, hit.id)
    assert ("readable", "평자오") in [(item.feature, item.detail) for item in view.concept.why]
    assert len(view.occurrences) == 2


def test_the_masthead_dates_the_evidence(ctx: Context) -> None:
    [issue] = documents(ctx)
    assert (issue.issue, issue.date) == (260, "2021-12-22")
    names = document(ctx, issue.id).names
    assert names[0].ko == "선전상보"
    assert len(names) == issue.concepts <= stats(ctx).concepts  # some names never stand with hanzi: AIoT, 김종문


def test_every_name_stands_marked_in_its_sentence(ctx: Context) -> None:
    for line in document(ctx, documents(ctx)[0].id).names:
        for item in concept(ctx, line.concept).occurrences:
            assert item.sentence[item.ko_start : item.ko_end].replace(" ", "") == item.mention.ko.replace(" ", "")
            assert item.sentence[item.zh_start : item.zh_end].replace(" ", "") == item.mention.zh.replace(" ", "")


def test_every_concept_is_found_by_each_of_its_forms(ctx: Context) -> None:
    with ctx.reader() as reader:
        concepts = reader.concepts()
    for item in concepts:
        for term in item.terms:
            assert item.id in [hit.id for hit in lookup(ctx, term.text)[:3]], term.text
