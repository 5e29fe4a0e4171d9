"""What holds of every text: spans, slices, no exception, paragraphs that do not touch each other."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st
from token_fakes import FakeTokenizers

from glossary.extract import extract
from glossary.extract.extract import pairs_of
from glossary.extract.sites import sites
from glossary.model import Document, Mention
from glossary.policy import load_policy
from glossary.text.brackets import brackets

CHINESE = "濰坊 濰 坊 嶺南 長江 黃河 金陵 上海市 山東省 劉備 大阪 腾讯 華潤集團 十四 新 李舜臣 𠮷野家 々 〇 北斗+"
KOREAN = "웨이팡 링난 장강 황하 진링 상하이 산둥성 류베이 오사카 텐센트 화룬그룹 제14차 신 이순신 사진 회장 국제"
NAMES = [*CHINESE.split(), *KOREAN.split()]
BREAKS = ["\r\n", "\n\n", "\r\n\r\n"]
SIGNS = [*"()[]（）〔〕【】［］‘’“”'\"《》<> \n\t·,:=/-.", "</b>", "<p>", "\u200b", "1962", "CEO", "e"]
PAIRS = ["웨이팡(濰坊)", "링난 (嶺南·58)", "華潤集團(화룬그룹)", "‘링난’(嶺南)", "류베이劉備", "오사카(大阪, Osaka)"]
PIECE = st.sampled_from(NAMES) | st.sampled_from(SIGNS + BREAKS) | st.sampled_from(PAIRS) | st.characters(codec="utf-8")
TEXTS = st.lists(PIECE, max_size=24).map("".join)
POLICY = load_policy()


def mentions(text: str) -> tuple[Mention, ...]:
    return extract(Document("a", text), POLICY, FakeTokenizers())


def flat(piece: str) -> str:
    return piece.replace("\r", "").replace("\n", "")


@given(TEXTS)
@example("웨이\r\n팡(濰\n坊)")
@example("류베이(劉備(劉備(")
@example("[濰坊](웨이팡)")
@settings(max_examples=250, deadline=None)
def test_slices_are_the_names_and_spans_are_apart(text: str) -> None:
    for mention in mentions(text):
        assert 0 <= mention.ko_start < mention.ko_end <= len(text)
        assert 0 <= mention.zh_start < mention.zh_end <= len(text)
        assert flat(text[mention.ko_start : mention.ko_end]) == mention.ko
        assert flat(text[mention.zh_start : mention.zh_end]) == mention.zh
        assert mention.ko_end <= mention.zh_start or mention.zh_end <= mention.ko_start
        assert 0 < mention.score < 1
        assert text.count("\n", 0, mention.ko_start) + 1 == mention.line


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_decomposed_text_gives_the_same_names(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    apart = unicodedata.normalize("NFD", composed)
    for mention in mentions(apart):
        assert flat(apart[mention.ko_start : mention.ko_end]) == mention.ko
        assert flat(apart[mention.zh_start : mention.zh_end]) == mention.zh
    if unicodedata.normalize("NFC", apart) == composed:
        names = [unicodedata.normalize("NFC", mention.ko) for mention in mentions(apart)]
        assert names == [mention.ko for mention in mentions(composed)]


def spans(text: str, shift: int = 0) -> set[tuple[int, ...]]:
    """The pairs of a text before any brand is learned from it."""
    found = [item.pair for item in pairs_of(text, POLICY, FakeTokenizers())]
    return {(p.ko_start + shift, p.ko_end + shift, p.zh_start + shift, p.zh_end + shift) for p in found}


@given(TEXTS, TEXTS, st.sampled_from(["\n\n", "\r\n\r\n"]))
@example("濰坊", "(웨이팡)", "\n\n")
@example("류베이(", "劉備)", "\n\n")
@example("‘류베이", "링난’(北辰)", "\n\n")
@example("류베이(劉備", "링난(嶺南)", "\r\n\r\n")
@settings(max_examples=250, deadline=None)
def test_paragraphs_do_not_touch_each_other(first: str, second: str, blank: str) -> None:
    first, second = first.strip(), second.strip()
    assert spans(first + blank + second) == spans(first) | spans(second, len(first + blank))


@given(st.text(alphabet="()[]（】(\n가李 ", max_size=400))
@settings(max_examples=150, deadline=None)
def test_brackets_nest(text: str) -> None:
    found = brackets(text)
    assert [bracket.start for bracket in found] == sorted({bracket.start for bracket in found})
    closed = [bracket for bracket in found if bracket.closed]
    assert len({bracket.end for bracket in closed}) == len(closed)
    for index, bracket in enumerate(found):
        assert bracket.start < bracket.end <= len(text)
        assert bracket.parent is None or bracket.parent < index
        if bracket.closed and bracket.parent is not None and found[bracket.parent].closed:
            assert bracket.end < found[bracket.parent].end


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_each_bracket_is_one_site_in_the_order_of_the_text(text: str) -> None:
    found = list(sites(text))
    marked = [site.start for site in found if site.bracket is not None]
    assert len(marked) == len(set(marked))
    assert all(0 <= site.lower <= site.start < site.end <= len(text) for site in found)
