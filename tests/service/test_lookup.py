"""Look-up: everything that one box takes, and the order of what it answers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from glossary_fakes import ISSUE, FakeStages, context
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import InputError, NotFoundError
from glossary.reading.transliterate import transliterate
from glossary.service.build import build
from glossary.service.context import Context
from glossary.service.hits import generated_hit
from glossary.service.lookup import lookup

MORE = "루이집단(如意集團) 허사이(禾赛) 칭다오(靑島) EMQ잉윈커지(EMQ映云科技) 커지(科技) 뤼청(绿城)\n"
TWICE = "리장(丽江) 리장(丽江) 리창(李强)\n"


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    folder = tmp_path_factory.mktemp("lookup")
    (folder / "260.txt").write_text(ISSUE + MORE + TWICE, encoding="utf-8")
    ctx = context(folder / "glossary.db")
    build(ctx, [folder / "260.txt"])
    return ctx


@pytest.mark.parametrize(
    ("query", "ko", "field", "how"),
    [
        ("허사이커지", "허사이커지", "ko", "exact"),
        ("허사이 커지", "허사이커지", "ko", "exact"),
        ("허싸이커지", "허사이커지", "official", "exact"),
        ("평자오", "펑자오", "ko", "exact"),
        ("허사이커", "허사이커지", "ko", "prefix"),
        ("이커지", "허사이커지", "ko", "part"),
        ("펑ㅈ", "펑자오", "ko", "prefix"),
        ("헛", "허사이커지", "ko", "prefix"),
        ("허ㅅ", "허사이커지", "ko", "prefix"),
        ("ㅎㅅㅇㅋㅈ", "허사이커지", "initials", "initials"),
        ("ㅍㅈㅇ", "펑자오", "initials", "initials"),
        ("허사ㅇㅋㅈ", "허사이커지", "initials", "initials"),
        ("ㅎㅅ이ㅋ", "허사이커지", "initials", "initials"),
        ("허사이커지(禾赛科技)", "허사이커지", "zh", "exact"),
        ("허사이커지 (和赛)", "허사이커지", "ko", "exact"),
        ("\u1112\u1165\u1109\u1161\u110b\u1175", "허사이커지", "ko", "exact"),
        ("\u1112\u1165\u1109\u1161\u110b", "허사이커지", "ko", "prefix"),
        ("허서이커지", "허사이커지", "ko", "fuzzy"),
        ("허서이커치", "허사이커지", "ko", "fuzzy"),
        ("허사이커지는", "허사이커지", "ko", "tail"),
        ("허사이커지의", "허사이커지", "ko", "tail"),
        ("허사이커지 라이다", "허사이커지", "ko", "tail"),
        ("허사이커지의 라이다를", "허사이커지", "ko", "tail"),
        ("허싸이커지그룹", "허사이커지", "official", "tail"),
        ("펑자오가", "펑자오", "ko", "tail"),
        ("Hesai의", "허사이커지", "en", "tail"),
        ("vjdwkdh", "펑자오", "ko", "keyboard"),
        ("gjtkdlzjwl", "허사이커지", "ko", "keyboard"),
        ("GJTKDLZJWL", "허사이커지", "ko", "keyboard"),
        ("gjTkdlzjwl", "허사이커지", "official", "keyboard"),
        ("gtdzw", "허사이커지", "initials", "keyboard"),
        ("ㅗㄷㄴ먀", "허사이커지", "en", "keyboard"),
        ("禾赛科技", "허사이커지", "zh", "exact"),
        ("禾賽 科技", "허사이커지", "zh", "exact"),
        ("赛科", "허사이커지", "zh", "part"),
        ("青岛", "칭다오", "zh", "exact"),
        ("靑島", "칭다오", "zh", "exact"),
        ("映云科技", "EMQ잉윈커지", "zh", "part"),
        ("emq", "EMQ잉윈커지", "ko", "prefix"),
        ("hé sài kē jì", "허사이커지", "pinyin", "exact"),
        ("he2 sai4 ke1 ji4", "허사이커지", "pinyin", "exact"),
        ("HeSai keji", "허사이커지", "pinyin", "exact"),
        ("lǜchéng", "뤼청", "pinyin", "exact"),
        ("lvcheng", "뤼청", "pinyin", "exact"),
        ("hskj", "허사이커지", "initials", "initials"),
        ("화새과기", "허사이커지", "sino_korean", "exact"),
        ("hesai", "허사이커지", "en", "exact"),
        ("Hasai", "허사이커지", "en", "fuzzy"),
        ("홍콩", "홍콩", "ko", "exact"),
        ("샹강", "홍콩", "ko", "exact"),
    ],
)
def test_first_hit(ctx: Context, query: str, ko: str, field: str, how: str) -> None:
    hits = lookup(ctx, query)
    assert [(hit.ko, hit.matched.field, hit.matched.how) for hit in hits[:1]] == [(ko, field, how)]


@pytest.mark.parametrize(
    "query", ["", "  ", "zzzzqqq", "가나다라마바사", "%", "_", "'; DROP TABLE search; --", "\0", "😀"]
)
def test_nothing_found(ctx: Context, query: str) -> None:
    assert lookup(ctx, query) == []


@given(st.text(max_size=30))
def test_any_query_is_answered_in_order(ctx: Context, query: str) -> None:
    hits = lookup(ctx, query)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_exact_before_part_before_fuzzy_and_frequent_before_rare(ctx: Context) -> None:
    assert [hit.ko for hit in lookup(ctx, "커지")] == ["커지", "허사이커지", "EMQ잉윈커지"]
    assert [hit.ko for hit in lookup(ctx, "리")][:2] == ["리장", "리창"]
    assert [hit.ko for hit in lookup(ctx, "리항")] == ["리장", "리창"]
    scores = [hit.score for hit in lookup(ctx, "커지")]
    assert scores == sorted(scores, reverse=True)


def test_a_syllable_is_no_row_of_letters_in_the_wrong_mode(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("허사이커지(禾赛科技) 장시(江西) 장시허(江西)", encoding="utf-8")
    ctx = context(tmp_path / "glossary.db")
    build(ctx, [tmp_path / "1.txt"])
    assert [hit.ko for hit in lookup(ctx, "ㅗ나ㅓ")] == ["허사이커지"]
    assert lookup(ctx, "장")[0].matched.how == "prefix"
    assert lookup(ctx, "ㅗ나ㅓ")[0].score < lookup(ctx, "장")[0].score


def test_one_hit_for_each_concept_and_no_more_than_asked(ctx: Context) -> None:
    hits = lookup(ctx, "j")
    assert len({hit.id for hit in hits}) == len(hits) > 1
    assert lookup(ctx, "j", 1) == hits[:1]


def test_a_hit_tells_all(ctx: Context) -> None:
    hit = lookup(ctx, "평자오")[0]
    assert (hit.zh_hans, hit.zh_hant, hit.pinyin, hit.official) == ("彭昭", "彭昭", "péng zhāo", "펑자오")
    assert (hit.variants, hit.mentions, hit.type, hit.status, hit.review) == (
        ("평자오",),
        2,
        "person",
        "preferred",
        "mined",
    )


def test_hanzi_without_entry_is_read(ctx: Context) -> None:
    hit = lookup(ctx, "长沙")[0]
    assert (hit.id, hit.generated, hit.ko, hit.official, hit.sino_korean) == (None, True, "창사", "창사", "장사")
    assert hit.matched.how == "generated"


def test_hanzi_inside_longer_names_are_read_as_well(ctx: Context) -> None:
    hits = lookup(ctx, "科")
    assert [hit.generated for hit in hits] == [False] * (len(hits) - 1) + [True]
    assert [hit.generated for hit in lookup(ctx, "科", 2)] == [False, True]
    assert [hit.generated for hit in lookup(ctx, "科", 1)] == [False]
    assert not any(hit.generated for hit in lookup(ctx, "禾赛科技"))


def test_what_is_read_is_called_by_its_established_name(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("펑자오(彭昭)", encoding="utf-8")
    ctx = context(tmp_path / "glossary.db")
    build(ctx, [tmp_path / "1.txt"])
    hit = lookup(ctx, "香港")[0]
    assert (hit.ko, hit.official, hit.variants) == ("홍콩", "샹강", ("샹강",))


@pytest.mark.parametrize(
    ("zh", "head", "kind"),
    [
        ("鲁迅", "루쉰", "person"),
        ("邓小平", "덩샤오핑", "person"),
        ("张国荣", "장국영", "person"),
        ("朴槿惠", "박근혜", "person"),
        ("安倍晋三", "아베 신조", "person"),
        ("东京", "도쿄", "place"),
        ("三星", "삼성", "organization"),
    ],
)
def test_a_read_name_is_headed_as_koreans_call_it(zh: str, head: str, kind: str) -> None:
    hit = generated_hit(transliterate(zh))
    assert (hit.ko, hit.type) == (head, kind)


def test_a_stored_name_asks_no_stage(ctx: Context) -> None:
    stages = ctx.stages
    assert isinstance(stages, FakeStages)
    asked = len(stages.transliterated)
    lookup(ctx, "禾赛科技")
    assert len(stages.transliterated) == asked


def test_without_a_database_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as caught:
        lookup(context(tmp_path / "none.db"), "허사이커지")
    assert caught.value.code == "db-missing"
    assert list(tmp_path.iterdir()) == []


def test_a_text_is_no_query(ctx: Context) -> None:
    with pytest.raises(InputError) as caught:
        lookup(ctx, "허" * 201)
    assert caught.value.params == {"length": 201, "limit": 200}


def test_heavy_modules_stay_out() -> None:
    import subprocess

    code = "import sys, glossary.service.lookup, glossary.service.context, glossary.store.reader; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlite_utils", "flask", "kiwipiepy", "jieba", "pypinyin", "opencc", "rapidfuzz"} & set(loaded)
