"""Encodings: every way the house's texts arrive, told apart also when short."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.decode import decode
from glossary.errors import InputError

KOREAN = "허사이커지(禾賽科技)는 상하이에서 신제품을 발표했다."
CHINESE = "禾赛科技在上海发布了新一代激光雷达产品。"
UNMARKED = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


@pytest.mark.parametrize("encoding", [*UNMARKED, "cp949"])
def test_korean_in_every_encoding(encoding: str) -> None:
    found = decode(KOREAN.encode(encoding))
    assert (found.text, found.encoding) == (KOREAN, encoding)


@pytest.mark.parametrize("encoding", UNMARKED)
def test_chinese_in_every_encoding(encoding: str) -> None:
    found = decode(CHINESE.encode(encoding))
    assert (found.text, found.encoding) == (CHINESE, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("선전", "cp949"),
        ("베이징", "cp949"),
        ("허사이커지", "cp949"),
        ("홍콩상보(香港商報)", "cp949"),
        ("펲시콜라 햏자", "cp949"),  # syllables of CP949 that EUC-KR lacks
        ("北京", "gb18030"),
        ("深圳商报", "gb18030"),
        ("联通", "gb18030"),  # the pair that an old editor took for UTF-8
        ("北京·上海", "gb18030"),
        ("重慶市政府發布消息", "gb18030"),
        ("中国", "utf-16-le"),
        ("大理", "utf-16-be"),
        ("새 소식", "utf-16-le"),
        ("café", "utf-8"),
        ("Привет, как дела?", "utf-8"),
        ("彭昭·", "utf-8"),
        ("AIoT", "utf-8"),
    ],
)
def test_short_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_not_counted(mark: str) -> None:
    assert decode(KOREAN.encode(mark)).text == KOREAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_normal_form_and_line_ends_stay(encoding: str) -> None:
    text = unicodedata.normalize("NFD", KOREAN) + "\r\n둘째 줄\r셋째 줄\n"
    assert decode(text.encode(encoding)).text == text


@given(st.text(st.sampled_from(KOREAN + "가나다라마바사 \r\n"), min_size=12), st.sampled_from([*UNMARKED, "cp949"]))
def test_korean_round_trip(text: str, encoding: str) -> None:
    sentence = KOREAN + text
    assert decode(sentence.encode(encoding)).text == sentence


@given(st.text(st.sampled_from(CHINESE + "我们的中国公司大学新闻 \r\n"), min_size=12), st.sampled_from(UNMARKED))
def test_chinese_round_trip(text: str, encoding: str) -> None:
    sentence = CHINESE + text
    assert decode(sentence.encode(encoding)).text == sentence


@given(st.binary(max_size=400))
def test_any_bytes_end_in_text_or_a_coded_error(data: bytes) -> None:
    try:
        outcome = decode(data).text
    except InputError as error:
        outcome = error.code
    assert "\0" not in outcome


@given(st.text(st.characters(codec="utf-8", min_codepoint=0x800, exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_round_trip(text: str) -> None:
    assert decode(("\ufeff" + text).encode()).text == text


@pytest.mark.parametrize(
    ("data", "code", "offset"),
    [
        (KOREAN.encode()[:40] + b"\xff" + KOREAN.encode()[40:], "undecodable", 39),
        (KOREAN.encode("cp949")[:-1] + b"\xb0", "undecodable", 51),
        ("\ufeff".encode("utf-16-le") + b"\x00", "undecodable", 2),
    ],
)
def test_a_broken_byte_is_named(data: bytes, code: str, offset: int) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "260.txt")
    assert (caught.value.code, caught.value.params["offset"]) == (code, offset)


@pytest.mark.parametrize("data", [b"\0\1\2\3", "한국\0".encode(), bytes(range(256)), b"\x02" * 31])
def test_bytes_of_no_text(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.code == "not-text"
