"""Word documents: all that is shown is read, in order, with its place; an edit lands in the right run alone."""

import pytest
from office_files import docx, members, paragraph, raw_members, run, table, text_box

from glossary.documents import read_document, write
from glossary.documents.load import load
from glossary.errors import GlossaryError
from glossary.model import ChangeSet, Document, Edit
from glossary.policy import load_policy

LIMITS = load_policy().documents
BODY = "word/document.xml"
DATE = "2021-12-22T18:00:00+09:00"


def edit(doc: Document, old: str, new: str, nth: int = 0) -> Edit:
    start = -1
    for _ in range(nth + 1):
        start = doc.text.index(old, start + 1)
    return Edit(start, start + len(old), old, new, "variant-spelling")


def fixed(data: bytes, old: str, new: str, *, track: bool = False, nth: int = 0) -> bytes:
    doc = read_document("260.docx", data)
    return write(data, doc, ChangeSet((edit(doc, old, new, nth),)), track=track, author="편집부", date=DATE)


def read(data: bytes, *, accepted: bool = True) -> str:
    return load("260.docx", data, LIMITS, accepted=accepted)[1].text


def body(data: bytes) -> str:
    return members(data)[BODY].decode()


INS = '<w:ins w:id="7" w:author="갑" w:date="2021-01-01T00:00:00Z">{}</w:ins>'
DEL = '<w:del w:id="8" w:author="갑" w:date="2021-01-01T00:00:00Z"><w:r><w:delText>{}</w:delText></w:r></w:del>'
MARK_GONE = '<w:pPr><w:rPr><w:del w:id="9" w:author="갑"/></w:rPr></w:pPr>'
RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>펑자오</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>彭昭</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
FIELD = '<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr="PAGE">{}</w:fldSimple>'
LINK = '<w:hyperlink w:anchor="평자오">{}</w:hyperlink>'
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>숨은 글</w:t></w:r>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (paragraph(run("평"), run("자오", "<w:b/>"), run("(彭昭)는")), "평자오(彭昭)는"),
        (paragraph("<w:r><w:t>가</w:t><w:tab/><w:t>나</w:t><w:br/><w:t>다</w:t></w:r>", style="a"), "가\t나\n다"),
        (paragraph(run("  A &amp; B&#xD3C9; ")), "  A & B평 "),
        (paragraph(run("\n  펑자오\n ", keep=False)), "펑자오"),
        (paragraph("<w:r><w:t><![CDATA[A<B]]></w:t></w:r>"), "A<B"),
        (
            paragraph(run("펑자오는 "), INS.format(run("오늘 ")), DEL.format("어제 "), run("왔다.")),
            "펑자오는 오늘 왔다.",
        ),
        (f"<w:p>{MARK_GONE}{run('펑')}</w:p>" + paragraph(run("자오")), "펑자오"),
        (paragraph(RUBY, run("는")), "彭昭(펑자오)는"),
        (paragraph(run("쪽 "), FIELD.format(run("3"))), "쪽 3"),
        (paragraph(LINK.format(run("펑자오")), run("는")), "펑자오는"),
        (paragraph(run("보이는 글"), HIDDEN), "보이는 글"),
        (paragraph(run("앞"), text_box(paragraph(run("상자"))), run("뒤")), "앞뒤\n상자"),
        (f"<w:sdt><w:sdtContent>{paragraph(run('틀'))}</w:sdtContent></w:sdt>", "틀"),
        (paragraph() + paragraph(run(" ")) + paragraph(run("글")), "글"),
        (
            table(("이름", "영문", "도시"), ("허사이커지(禾赛科技)", "", "상하이")),
            "이름\t영문\t도시\n허사이커지(禾赛科技)\t\t상하이",
        ),
        (table(("가" * 201, "나")), "가" * 201 + "\n나"),
    ],
)
def test_what_is_shown_is_read(inner: str, text: str) -> None:
    data = docx(inner)
    doc = read_document("260.docx", data)
    assert (doc.format, doc.text) == ("docx", text)
    assert "\n".join(doc.text[block.start : block.end] for block in doc.blocks) == text
    assert write(data, doc, ChangeSet(())) == data


def test_notes_and_margins_follow_the_body() -> None:
    parts = {kind: paragraph(run(kind)) for kind in ("footer", "header", "endnotes")}
    notes = f'<w:footnote w:id="1">{paragraph(run("각주"))}</w:footnote>'
    assert read(docx(paragraph(run("본문")), footnotes=notes, **parts)) == "본문\n각주\nendnotes\nheader\nfooter"


def test_a_masthead_in_the_header_counts() -> None:
    data = docx(
        paragraph(run("즈우(摯物)는 선전에서 행사를 열었다.")), header=paragraph(run("제 260 호 (2021. 12. 22)"))
    )
    doc = read_document("weekly.docx", data)
    assert (doc.issue, doc.date) == (260, "2021-12-22")


def test_where_a_text_stands() -> None:
    broken = "<w:r><w:lastRenderedPageBreak/><w:t>둘째 쪽</w:t></w:r>"
    data = docx(paragraph(run("제목"), style="1") + table(("이름", "도시"), ("펑자오", "선전")) + paragraph(broken))
    doc = read_document("260.docx", data)
    places = {word: doc.location(doc.text.index(word)) for word in ("제목", "선전", "둘째")}
    shown = {word: (place.page, place.paragraph, place.cell) for word, place in places.items() if place}
    assert shown == {"제목": (1, 1, None), "선전": (1, 3, "1:B2"), "둘째": (2, 4, None)}
    assert [block.kind for block in doc.blocks] == ["heading", "row", "row", "paragraph"]


def test_merged_cells_keep_their_columns() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph(run("넓은"))}</w:tc>'
    data = docx(f"<w:tbl><w:tr>{wide}<w:tc>{paragraph(run('셋째'))}</w:tc></w:tr></w:tbl>")
    doc = read_document("260.docx", data)
    place = doc.location(doc.text.index("셋째"))
    assert place is not None
    assert place.cell == "1:C1"


@pytest.mark.parametrize(
    ("runs", "old", "new", "expected"),
    [
        ((run("평"), run("자오", "<w:b/>")), "평자오", "펑자오", (run("펑"), run("자오", "<w:b/>"))),
        ((run("리"), run("엔상", "<w:b/>")), "리엔상", "롄샹", (run("롄샹"), run("", "<w:b/>"))),
        ((run("A&amp;평"), run("!")), "&평", "&펑", (run("A&amp;펑"), run("!"))),
        ((run("A&amp;B"),), "&", " <와> ", (run("A &lt;와&gt; B"),)),
        ((run("펑자오 는", keep=False),), "펑자오", "", (run(" 는"),)),
        ((run("가나"),), "가나", "가\t나", (run('가</w:t><w:tab/><w:t xml:space="preserve">나'),)),
    ],
)
def test_an_edit_lands_in_its_run(runs: tuple[str, ...], old: str, new: str, expected: tuple[str, ...]) -> None:
    data = docx(paragraph(*runs, style="a"))
    assert body(fixed(data, old, new)) == body(docx(paragraph(*expected, style="a")))


def test_other_parts_keep_their_bytes() -> None:
    data = docx(paragraph(run("평자오")), header=paragraph(run("평자오")))
    out = fixed(data, "평자오", "펑자오", nth=1)
    before, after = raw_members(data), raw_members(out)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/header1.xml"]
    assert [stamp for _, stamp in before.values()] == [stamp for _, stamp in after.values()]


def test_a_text_box_is_edited_in_both_its_writings() -> None:
    out = fixed(docx(paragraph(text_box(paragraph(run("평자오"))))), "평자오", "펑자오")
    assert (body(out).count("펑자오"), body(out).count("평자오")) == (2, 0)


@pytest.mark.parametrize(
    ("inner", "old", "new"),
    [
        (paragraph(run("집행총재 평", "<w:b/>"), run("자오(彭昭)는")), "평자오", "펑자오"),
        (paragraph(run("펑자오(彭昭)는", keep=False)), "(彭昭)", ""),
        (paragraph(run("펑자오는")), "", "(彭昭)"),
        (paragraph(run("펑자오는"), INS.format(run("평자오도 "))), "평자오", "펑자오"),
        (paragraph(run("A&amp;평"), run("자오")), "&평자", "와 펑자"),
        (paragraph("<w:r><w:t>가</w:t><w:tab/><w:t>나</w:t></w:r>"), "가\t나", "다"),
        (paragraph(LINK.format(run("평자오"))), "평자오", "펑자오"),
        (paragraph(text_box(paragraph(run("평자오")))), "평자오", "펑자오"),
    ],
)
def test_tracked_changes_accepted_are_the_edit_and_rejected_the_original(inner: str, old: str, new: str) -> None:
    data = docx(inner)
    doc = read_document("260.docx", data)
    place = edit(doc, old, new) if old else Edit(3, 3, "", new, "missing-hanzi")
    out = write(data, doc, ChangeSet((place,)), track=True, author="편집 & 부", date=DATE)
    assert read(out) == doc.text[: place.start] + new + doc.text[place.end :]
    assert read(out, accepted=False) == read(data, accepted=False)
    signed = 'w:author="편집 &amp; 부" w:date="2021-12-22T09:00:00Z"'
    assert body(out).count(signed) >= (1 if not old or not new else 2)


def test_a_tracked_change_keeps_the_looks_of_each_run() -> None:
    out = body(fixed(docx(paragraph(run("평", "<w:b/>"), run("자오", "<w:i/>"))), "평자오", "펑자오", track=True))
    gone = '<w:rPr><w:{}/></w:rPr><w:delText xml:space="preserve">{}</w:delText>'
    assert gone.format("b", "평") in out
    assert gone.format("i", "자오") in out
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">펑자오</w:t></w:r></w:ins>' in out


def test_a_change_inside_an_insertion_interrupts_it() -> None:
    out = body(fixed(docx(paragraph(INS.format(run("평자오도")))), "평자오", "펑자오", track=True))
    inside = out[out.index('<w:ins w:id="7"') :]
    assert inside.index("</w:ins>") < inside.index("편집부", inside.index("펑자오") - 200) or "</w:ins><w:ins" in out
    assert out.count("<w:ins ") == out.count("</w:ins>") == 3


@pytest.mark.parametrize("old", ["가\n나", "彭昭("])
def test_an_edit_over_what_the_format_writes_is_refused(old: str) -> None:
    data = docx(paragraph(run("가")) + paragraph(run("나")) + paragraph(RUBY))
    with pytest.raises(GlossaryError) as caught:
        fixed(data, old, "다")
    assert caught.value.code == "edit-unwritable"


def test_a_strict_document_in_utf16_is_read_and_written() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    text = f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{strict}"><w:body>{{}}</w:body></w:document>'
    from office_files import zipped

    parts = {**members(docx("")), BODY: text.format(paragraph(run("평자오"))).encode("utf-16")}
    out = fixed(zipped(parts), "평자오", "펑자오", track=True)
    assert (read(out), read(out, accepted=False)) == ("펑자오", "평자오")
