"""Documents in, mentions out: every bracket shape, every place of the hanzi, breaks, residue, and what is no name."""

from __future__ import annotations

import unicodedata

import pytest
from token_fakes import FakeTokenizers, knowing

from glossary.extract import extract
from glossary.model import Document, Mention
from glossary.policy import load_policy

POLICY = load_policy()
WORDS = knowing(
    사진="NNG",
    창업자="NNG",
    대표="NNG",
    회장="NNG",
    했다="VV",
    그="NP",
    내용은="JX",
    기업="NNG",
    국제="NNG",
    총감="NNG",
)


def mentions(text: str, tokenizers: FakeTokenizers = WORDS) -> tuple[Mention, ...]:
    return extract(Document("newsletter.txt", text), POLICY, tokenizers)


def pairs(text: str) -> list[str]:
    return [f"{mention.ko}={mention.zh}" for mention in mentions(text)]


BRACKETS = [
    ("round", "음성 인식 기업 커다쉰페이(科大訊飛)가 상장했다"),
    ("square", "음성 인식 기업 커다쉰페이[科大訊飛]가 상장했다"),
    ("wide round", "음성 인식 기업 커다쉰페이（科大訊飛）가 상장했다"),
    ("tortoise shell", "음성 인식 기업 커다쉰페이〔科大訊飛〕가 상장했다"),
    ("lenticular", "음성 인식 기업 커다쉰페이【科大訊飛】가 상장했다"),
    ("wide square", "음성 인식 기업 커다쉰페이［科大訊飛］가 상장했다"),
    ("mixed shapes", "음성 인식 기업 커다쉰페이(科大訊飛]가 상장했다"),
    ("doubled", "음성 인식 기업 커다쉰페이((科大訊飛))가 상장했다"),
    ("unclosed", "음성 인식 기업 커다쉰페이(科大訊飛"),
    ("unclosed, text goes on", "커다쉰페이(科大訊飛, 인공지능 기업은 1999년 허페이에서 세워졌다"),
    ("unclosed at a line's end", "커다쉰페이(科大訊飛\n\n다음 기사"),
    ("nested note", "커다쉰페이(科大訊飛(iFlytek))가"),
    ("nested in a bracket", "협력사(커다쉰페이(科大訊飛) 등)와 손잡았다"),
    ("nested in an unclosed bracket", "협력사(상하이의 커다쉰페이(科大訊飛)와 손잡았다"),
    ("nested shapes", "[협력사 커다쉰페이(科大訊飛)]"),
    ("blank before", "음성 인식 기업 커다쉰페이 (科大訊飛)가"),
    ("blanks inside", "커다쉰페이( 科大訊飛 )가"),
    ("no-break blank before", "음성 인식 기업 커다쉰페이\u00a0(科大訊飛)가"),
    ("quotation mark between", "‘커다쉰페이’(科大訊飛)가"),
    ("double quotation mark between", "“커다쉰페이” (科大訊飛)가"),
    ("straight quotation mark between", "'커다쉰페이'(科大訊飛)가"),
    ("corner mark between", "「커다쉰페이」(科大訊飛)가"),
    ("name and bracket quoted", "‘커다쉰페이(科大訊飛)’가"),
    ("hanzi quoted inside", "커다쉰페이(‘科大訊飛’)가"),
    ("name in a link", "[커다쉰페이](科大訊飛)가"),
    ("no bracket", "음성 인식 기업 커다쉰페이科大訊飛가"),
    ("hanzi first", "음성 인식 기업 科大訊飛(커다쉰페이)가"),
    ("hanzi first, blank", "음성 인식 기업 科大訊飛 (커다쉰페이)가"),
    ("hanzi first, quoted", "음성 인식 기업 ‘科大訊飛’(커다쉰페이)가"),
    ("hanzi first, Latin behind", "음성 인식 기업 科大訊飛(커다쉰페이, iFlytek)가"),
    ("hanzi last", "커다쉰페이(iFlytek·科大訊飛)가"),
    ("hanzi last behind a comma", "커다쉰페이(iFlytek, 科大訊飛)가"),
    ("hanzi in the middle", "커다쉰페이(iFlytekㆍ科大訊飛ㆍ002230)가"),
    ("Latin before, blank", "커다쉰페이(iFlytek 科大訊飛)가"),
    ("both in the bracket", "음성 인식 기업(커다쉰페이·科大訊飛)이"),
    ("both in the bracket, role before", "음성 인식 기업(협력사 커다쉰페이·科大訊飛)이"),
    ("ticker", "커다쉰페이(科大訊飛·002230)가"),
    ("ticker and board", "커다쉰페이(科大訊飛, 002230, SZ)가"),
    ("ticker behind a blank", "커다쉰페이(科大訊飛 002230.SZ)가"),
    ("date", "커다쉰페이(科大訊飛·1999년 설립)가"),
    ("trade", "커다쉰페이(科大訊飛, AI 음성 인식)가"),
    ("Hangul note without separator", "커다쉰페이(科大訊飛 음성 인식 기업)가"),
    ("mark-up around", "<p>커다쉰페이(科大訊飛)</p>"),
    ("mark-up between", "<b>커다쉰페이</b>(科大訊飛)가"),
    ("list residue before", '<ul class="names"> 커다쉰페이(科大訊飛)'),
    ("mark-up inside", "커다쉰페이(<b>科大訊飛</b>)가"),
    ("break inside the name", "음성 인식 기업 커다\n쉰페이(科大訊飛)가"),
    ("break between", "음성 인식 기업 커다쉰페이\n(科大訊飛)가"),
    ("break inside the bracket", "음성 인식 기업 커다쉰페이(科大\n訊飛)가"),
    ("break behind the opening sign", "음성 인식 기업 커다쉰페이(\n科大訊飛)가"),
    ("three breaks", "음성 인식 기업 커다\n쉰페이\n(科大\n訊飛)가"),
    ("CRLF inside the name", "음성 인식 기업 커다\r\n쉰페이(科大訊飛)가"),
    ("CRLF between", "음성 인식 기업 커다쉰페이\r\n(科大訊飛)가"),
    ("CRLF inside the bracket", "음성 인식 기업 커다쉰페이(科大\r\n訊飛)가"),
    ("CRLF unclosed", "커다쉰페이(科大訊飛\r\n\r\n다음 기사"),
    ("table row", "커다쉰페이(科大訊飛)\tiFLYTEK\t허페이"),
    ("second cell", "1\t커다쉰페이(科大訊飛)\tiFLYTEK"),
]


@pytest.mark.parametrize("text", [text for _, text in BRACKETS], ids=[name for name, _ in BRACKETS])
def test_one_name_in_every_shape(text: str) -> None:
    assert pairs(text) == ["커다쉰페이=科大訊飛"]


PERSONS = [
    ("천톈스(陳天石·52) 회장", "천톈스=陳天石"),
    ("천톈스(陳天石, 52) 회장", "천톈스=陳天石"),
    ("천톈스(陳天石·1973년생)", "천톈스=陳天石"),
    ("천톈스(陳天石, 1973. 2.~ )", "천톈스=陳天石"),
    ("천톈스(陳天石 회장)", "천톈스=陳天石"),
    ("천톈스(陳天石, 커다쉰페이 창업자)", "천톈스=陳天石"),
    ("천톈스 (陳天石) 커다쉰페이 회장", "천톈스=陳天石"),
    ("천톈스 회장(陳天石·52)", "천톈스=陳天石"),
    ("커다쉰페이의 천톈스(陳天石)은", "천톈스=陳天石"),
    ("회장인 천톈스(陳天石)과", "천톈스=陳天石"),
    ("천 톈스(陳天石)", "천 톈스=陳天石"),
    ("왕(王) 씨는", "왕=王"),
    ("진(秦)나라 때", "진=秦"),
]


@pytest.mark.parametrize(("text", "pair"), PERSONS)
def test_persons_without_age_and_title(text: str, pair: str) -> None:
    assert pairs(text) == [pair]


PARTS = [
    ("칭다오(靑島)맥주 지분", "칭다오=靑島"),
    ("랴오닝(遼寧)성 선양(瀋陽)시", "랴오닝=遼寧 선양=瀋陽"),
    ("랴오닝성(遼寧省) 선양시(瀋陽市)", "랴오닝성=遼寧省 선양시=瀋陽市"),
    ("랴오닝성(遼寧) 선양시(瀋陽)", "랴오닝=遼寧 선양=瀋陽"),
    ("주청두(成都) 총영사관", "청두=成都"),
    ("주청두(駐成都) 총영사관", "주청두=駐成都"),
    ("베이징(北京)·톈진(天津)·허베이(河北)", "베이징=北京 톈진=天津 허베이=河北"),
    ("쓰촨(四川)요리와 광둥(廣東)요리", "쓰촨=四川 광둥=廣東"),
    ("닝보(寧波)은행과 난징(南京)은행", "닝보=寧波 난징=南京"),
    ("창장(長江)삼각주", "창장=長江"),
    ("베이징·톈진(北京·天津) 고속철도", "베이징·톈진=北京·天津"),
    ("베이징ㆍ톈진(北京ㆍ天津) 고속철도", "베이징ㆍ톈진=北京ㆍ天津"),
    ("난징대(南京大) 교수", "난징대=南京大"),
    ("난징대학(南京大學) 교수", "난징대학=南京大學"),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_where_a_name_ends(text: str, expected: str) -> None:
    assert " ".join(pairs(text)) == expected


READINGS = [
    ("허균(許筠)의 소설", "허균=許筠", "sino-korean"),
    ("김홍도(金弘道)의 그림", "김홍도=金弘道", "sino-korean"),
    ("나가시마 시게오(長嶋茂雄) 전 감독", "나가시마 시게오=長嶋茂雄", "japanese"),
    ("기타노 다케시(北野武) 감독", "기타노 다케시=北野武", "japanese"),
    ("가나자와(金澤) 시내", "가나자와=金澤", "japanese"),
    ("폭스콘(富士康) 공장", "폭스콘=富士康", "other"),
    ("안후이방송(安徽廣播) 보도", "안후이방송=安徽廣播", "mixed"),
    ("구이저우성(貴州省)", "구이저우성=貴州省", "mixed"),
    ("제14차(第十四次) 5개년 계획", "제14차=第十四次", "sino-korean"),
    ("요시노야(𠮷野家) 매장", "요시노야=𠮷野家", "japanese"),
    ("창사은행(長沙銀行)", "창사은행=長沙銀行", "mixed"),
    ("화룬그룹(華潤集團)", "화룬그룹=華潤集團", "mixed"),
    ("리슝(李雄)", "리슝=李雄", "transliteration"),
    ("북경(北京)과 상해(上海)", "북경=北京 상해=上海", "sino-korean"),
    ("소학교(小學校)", "소학교=小學校", "sino-korean"),
]


@pytest.mark.parametrize(("text", "expected", "relation"), READINGS)
def test_relations_of_all_kinds(text: str, expected: str, relation: str) -> None:
    found = mentions(text)
    assert " ".join(f"{mention.ko}={mention.zh}" for mention in found) == expected
    assert {mention.relation for mention in found} == {relation}


NOTHING = [
    "",
    " \n\n ",
    "한글뿐인 문장이다.",
    "中文新聞沒有韓文",
    "(科大訊飛)",
    "베이징에서 열린 회의 (사진=新華社)",
    "공장 전경 (사진 출처: 新華社)",
    "주가가 올랐다. (科大訊飛)",
    "주가가 올랐다고 했다(新華社)",
    "빈 괄호()와 (주)회사",
    "커다쉰페이(iFlytek)와 기업(Corp)",
    "커다쉰페이\n\n(科大訊飛)",
    "커다쉰페이\r\n\r\n(科大訊飛)",
    "커다쉰페이\t(科大訊飛)",
]


@pytest.mark.parametrize("text", NOTHING)
def test_texts_without_a_pair(text: str) -> None:
    assert pairs(text) == []


GLOSSES = [
    ("대(對)중국 수출", "대=對"),
    ("탈(脫)세계화", "탈=脫"),
    ("고(故) 류샤오보(劉曉波)", "고=故"),
    ("미(美) 국무부", "미=美"),
    ("성(省) 정부", "성=省"),
]


@pytest.mark.parametrize(("text", "pair"), GLOSSES)
def test_single_syllable_glosses(text: str, pair: str) -> None:
    first = mentions(text)[0]
    assert (f"{first.ko}={first.zh}", first.kind) == (pair, "gloss")


ALIASES = [
    ("커다쉰페이(科大訊飛·과대신비)", "과대신비", "hangul"),
    ("커다쉰페이(科大訊飛, iFlytek)", "iFlytek", "latin"),
    ("커다쉰페이(科大訊飛, 002230.SZ)", "002230.SZ", "ticker"),
]


@pytest.mark.parametrize(("text", "alias", "kind"), ALIASES)
def test_further_forms_are_aliases(text: str, alias: str, kind: str) -> None:
    (mention,) = mentions(text)
    assert [(other.text, other.kind) for other in mention.aliases] == [(alias, kind)]


def test_english_name_comes_from_the_next_cell() -> None:
    (mention,) = mentions("1\t커다쉰페이(科大讯飞)\tiFLYTEK\t허페이\n")
    assert mention.en == "iFLYTEK"


def test_person_and_company_in_one_bracket() -> None:
    text = "총감(천톈스·陳天石, iFlytek 科大訊飛 창업자)이"
    assert pairs(text) == ["천톈스=陳天石", "iFlytek=科大訊飛"]


def test_latin_surface_with_its_hanzi() -> None:
    assert pairs("TP-Link(普聯)가 특허를 냈다") == ["TP-Link=普聯"]


def test_latin_inside_a_name_stays() -> None:
    assert pairs("중관춘e밸리(中关村e谷)에 입주했다") == ["중관춘e밸리=中关村e谷"]


def test_a_bracket_inside_a_name_stays() -> None:
    (mention,) = mentions("중관춘 e밸리(베이징)혁신공간(中关村e谷(北京)创新空间)이 문을 열었다")
    assert mention.zh == "中关村e谷(北京)创新空间"


def test_offsets_line_and_column_are_the_original_text_s() -> None:
    text = "기사 목록\r\n\r\n둘째 줄, 커다\r\n쉰페이(科大訊飛)가"
    (mention,) = mentions(text)
    assert text[mention.ko_start : mention.ko_end] == "커다\r\n쉰페이"
    assert text[mention.zh_start : mention.zh_end] == "科大訊飛"
    assert (mention.ko, mention.line, mention.column) == ("커다쉰페이", 3, 7)


def test_characters_beyond_the_basic_plane_count_as_one() -> None:
    text = "😀 요시노야(𠮷野家)와 커다쉰페이(科大訊飛)"
    assert [text[m.ko_start : m.ko_end] for m in mentions(text)] == ["요시노야", "커다쉰페이"]
    assert [text[m.zh_start : m.zh_end] for m in mentions(text)] == ["𠮷野家", "科大訊飛"]


def test_decomposed_hangul_keeps_the_original_s_offsets() -> None:
    text = unicodedata.normalize("NFD", "음성 기업 커다\n쉰페이(科大訊飛)와 천톈스(陳天石·52)")
    found = mentions(text)
    assert [unicodedata.normalize("NFC", mention.ko) for mention in found] == ["커다쉰페이", "천톈스"]
    for mention in found:
        assert text[mention.ko_start : mention.ko_end].replace("\n", "") == mention.ko
        assert text[mention.zh_start : mention.zh_end] == mention.zh


def test_invisible_signs_harm_nothing() -> None:
    assert pairs("\ufeff커다쉰페이\u200b(科大訊飛\u200b)가") == ["커다쉰페이=科大訊飛"]


def test_two_runs_give_the_same_mentions() -> None:
    text = "커다쉰페이(科大訊飛)와 갤봇(銀河通用), 천톈스(陳天石·52)"
    assert mentions(text) == mentions(text)


def test_plain_readings_ask_no_tokenizer() -> None:
    fake = FakeTokenizers()
    for name, text in BRACKETS:
        if not name.startswith("both in the bracket"):  # there 기업 might be the name as well
            mentions(text, fake)
    assert fake.korean.asked == []
