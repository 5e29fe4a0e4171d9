"""Files and curations: what is written is read back the same, whatever the forms hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.exchange.cells import joined, parted, plain, safe
from glossary.exchange.csv_in import read_csv
from glossary.exchange.csv_out import write_csv
from glossary.exchange.jsonl import read_jsonl, write_jsonl
from glossary.exchange.record import Refused, Row
from glossary.model import TYPES, CuratedTerm, Curation, Decision

KOREAN = st.text("가나다라마평자오허사이 |\\=+-@'\",;AB1", min_size=1, max_size=8).filter(
    lambda text: any("가" <= char <= "힣" for char in text) and text == text.strip()
)
HANZI = st.text("彭昭禾赛科技广東=+'|\\", min_size=1, max_size=6).filter(lambda text: any(char > "一" for char in text))
TERMS = st.lists(
    st.one_of(
        st.builds(
            CuratedTerm,
            KOREAN,
            st.just("ko"),
            st.sampled_from(["admitted", "deprecated", "superseded"]),
            st.booleans(),
            st.sampled_from(["", '메모, "둘째"\n줄', "=1+1"]),
            st.sampled_from(["editor", "china-places"]),
        ),
        st.builds(CuratedTerm, HANZI, st.just("zh-Hans"), st.just("preferred"), source=st.just("editor")),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda term: (term.text, term.language),
)
CURATIONS = st.builds(
    Curation,
    st.just("c0123456789a"),
    st.just("彭昭"),
    st.sampled_from(TYPES),
    st.sampled_from(["mined", "approved"]),
    st.sampled_from(["", "=cmd|' /C calc'!A0", "두 줄\n메모"]),
    st.sampled_from(["editor", ""]),
    TERMS.map(tuple),
)


def _said(curation: Curation) -> tuple[object, ...]:
    terms = frozenset(curation.terms)
    return curation.concept, curation.key, curation.type, curation.review, curation.note, curation.source, terms


@given(CURATIONS)
def test_csv_is_read_back_as_it_was(curation: Curation) -> None:
    one_preferred = [term for term in curation.terms if term.status == "preferred"][:1]
    rest = [term for term in curation.terms if term.status != "preferred"]
    curation = replace(curation, terms=(*one_preferred, *rest))
    (row,) = read_csv("".join(write_csv([curation])))
    assert isinstance(row, Row), row
    assert row.curation is not None
    assert row.whole
    assert _said(row.curation) == _said(curation)


@given(CURATIONS)
def test_json_lines_are_read_back_as_they_were(curation: Curation) -> None:
    decision = Decision(0, "c1", "c2", "different", "", "", "두 사람", "import", ("260.txt:3",))
    rows = list(read_jsonl(write_jsonl([curation], [decision])))
    assert [row.curation or row.decision for row in rows if isinstance(row, Row)] == [curation, decision]


@given(st.lists(KOREAN))
def test_forms_share_a_cell(forms: list[str]) -> None:
    assert parted(joined(forms)) == [form for form in forms if form.strip()]


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert plain(safe(text)) == text


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for reader in (read_csv(text), read_jsonl(text.splitlines())):
        assert all(isinstance(one, Row | Refused) for one in reader)


HAND = [
    ("국문,중문\n펑자오,彭昭\n", ["펑자오", "彭昭"]),
    ("\ufeffko;zh\r\n펑자오;彭昭\r\n", ["펑자오", "彭昭"]),
    ("中文\t韩文\t类型\n彭昭\t펑자오\t人物\n", ["펑자오", "彭昭"]),
    ("펑자오,彭昭\n", ["펑자오", "彭昭"]),
    ("국문,중문,영문\n베이징|북경,北京,Beijing\n", ["베이징", "북경", "Beijing", "北京"]),
    ("ko,zh\n창사,長沙\n", ["창사", "長沙"]),
]


@pytest.mark.parametrize(("text", "forms"), HAND)
def test_lists_typed_by_hand(text: str, forms: list[str]) -> None:
    (row,) = read_csv(text)
    assert isinstance(row, Row)
    assert row.curation is not None
    assert [term.text for term in row.curation.terms] == forms
    assert not row.whole


REFUSED = [
    ("a,b\n1,2\n", 1, "import-columns"),
    ("ko,zh,ko\n가,彭,나\n", 1, "import-columns"),
    ("ko,zh\n,\n\n彭昭,펑자오\n", 4, "import-script"),
    ("ko,zh,type\n가,彭昭,상자\n", 2, "import-type"),
    ("ko,zh\n가,彭昭,셋째\n", 2, "import-cells"),
    ("ko,zh,en\n,,Peng\n", 2, "import-nameless"),
    (f"ko,zh\n{'가' * 201},彭昭\n", 2, "import-term"),
    ('ko,zh\n"가\n나",彭昭\n', 2, "import-term"),
]


@pytest.mark.parametrize(("text", "line", "code"), REFUSED)
def test_refused_rows_tell_line_and_reason(text: str, line: int, code: str) -> None:
    assert [(one.line, one.code) for one in read_csv(text) if isinstance(one, Refused)] == [(line, code)]


JSON_REFUSED = [
    ("{", "import-json"),
    ("[1]", "import-json"),
    ('{"record": "glossary", "version": 2}', "import-version"),
    ('{"record": "card"}', "import-json"),
    ('{"id": "x"}', "import-id"),
    ('{"terms": [{"text": "가", "language": "jp"}]}', "import-language"),
    ('{"terms": [{"text": "가", "language": "ko", "status": "best"}]}', "import-status"),
    ('{"review": "done"}', "import-review"),
    ('{"terms": 1}', "import-json"),
    ('{"note": 1}', "import-json"),
    ('{"record": "decision", "left": "c1"}', "import-json"),
    ('{"record": "decision", "left": "c1", "right": "c1", "judgement": "same"}', "import-json"),
    ('{"record": "decision", "left": "c1", "right": "\\ud800", "judgement": "same"}', "import-text"),
    ('{"note": "\\u001b[31m"}', "import-text"),
    ('{"key": "ko:\\ud800"}', "import-text"),
    ('{"key": "長沙"}', "import-key"),
    ('{"key": "ko: 창사"}', "import-key"),
]


@pytest.mark.parametrize(("line", "code"), JSON_REFUSED)
def test_refused_objects(line: str, code: str) -> None:
    (one,) = read_jsonl([line])
    assert isinstance(one, Refused)
    assert one.code == code
