"""Hangul documents: sections, tables, notes, margins, 덧말, tracked changes; an edit moves nothing else."""

import pytest
from office_files import LINES, hangul, hangul_table, hwpx, members, raw_members

from glossary.documents import read_document, sift, write
from glossary.documents.load import load
from glossary.errors import GlossaryError
from glossary.model import ChangeSet, Document, Edit
from glossary.policy import load_policy

LIMITS = load_policy().documents
SECTION, HEADER = "Contents/section0.xml", "Contents/header.xml"
DATE = "2021-12-22T09:00:00+00:00"


def edit(doc: Document, old: str, new: str) -> Edit:
    start = doc.text.index(old)
    return Edit(start, start + len(old), old, new, "variant-spelling")


def fixed(data: bytes, old: str, new: str, *, track: bool = False) -> bytes:
    doc = read_document("260.hwpx", data)
    return write(data, doc, ChangeSet((edit(doc, old, new),)), track=track, author="편집부", date=DATE)


def read(data: bytes, *, accepted: bool = True) -> str:
    return load("260.hwpx", data, LIMITS, accepted=accepted)[1].text


def part(data: bytes, name: str = SECTION) -> str:
    return members(data)[name].decode()


def ctrl(kind: str, text: str) -> str:
    return f"<hp:run><hp:ctrl><hp:{kind}><hp:subList>{hangul(text)}</hp:subList></hp:{kind}></hp:ctrl></hp:run>"


RUBY = "<hp:dutmal><hp:mainText>彭昭</hp:mainText><hp:subText>평자오</hp:subText></hp:dutmal>"
DUTMAL = f"<hp:run>{RUBY}<hp:t>는</hp:t></hp:run>"
NOTES = ctrl("footNote", "각주") + ctrl("header", "머리말")
DELETED = '가<hp:deleteBegin Id="1" TcId="1"/>나<hp:deleteEnd Id="1" TcId="1" paraend="0"/>다'
ADDED = '가<hp:insertBegin Id="1" TcId="1"/>나<hp:insertEnd Id="1" TcId="1" paraend="0"/>다'
JOINED = '가<hp:deleteBegin Id="1" TcId="1"/>나<hp:deleteEnd Id="1" TcId="1" paraend="1"/>'
MEMO = f"<hp:run><hp:ctrl><hp:fieldBegin><hp:subList>{hangul('메모')}</hp:subList></hp:fieldBegin></hp:ctrl></hp:run>"
BOX = f"<hp:run><hp:rect><hp:drawText><hp:subList>{hangul('상자')}</hp:subList></hp:drawText></hp:rect></hp:run>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (hangul("평", "자오", "(彭昭)"), "평자오(彭昭)"),
        (hangul('가<hp:tab width="1"/>나<hp:lineBreak/>다<hp:nbSpace/>라 &lt;A&gt;'), "가\t나\n다\u00a0라 <A>"),
        (hangul_table(("이름", "도시"), ("펑자오", "선전")), "이름\t도시\n펑자오\t선전"),
        (
            hangul("본문", inner=ctrl("footNote", "각주") + ctrl("header", "머리말")) + hangul("끝"),
            "본문\n끝\n각주\n머리말",
        ),
        (hangul(inner=DUTMAL), "彭昭(평자오)는"),
        (hangul(DELETED), "가다"),
        (hangul(ADDED), "가나다"),
        (hangul(JOINED) + hangul("다"), "가다"),
        (hangul("글", inner=MEMO), "글"),
        (hangul("글", inner=BOX), "글\n상자"),
    ],
)
def test_what_is_shown_is_read(inner: str, text: str) -> None:
    data = hwpx(inner)
    doc = read_document("260.hwpx", data)
    assert (doc.format, doc.text) == ("hwpx", text)
    assert "\n".join(doc.text[block.start : block.end] for block in doc.blocks) == text
    assert write(data, doc, ChangeSet(())) == data


def test_rejected_changes_give_the_older_text() -> None:
    assert read(hwpx(hangul(DELETED) + hangul(ADDED.replace('"1"', '"2"'))), accepted=False) == "가나다\n가다"


def test_sections_headings_and_cells_have_their_places() -> None:
    data = hwpx(hangul("소식", style="2"), hangul_table(("이름", "도시"), ("펑자오", "선전")))
    doc = read_document("260.hwpx", data)
    place = doc.location(doc.text.index("선전"))
    assert [block.kind for block in doc.blocks] == ["heading", "row", "row"]
    assert place is not None
    assert (place.paragraph, place.cell) == (3, "1:B2")


def test_sections_stand_in_the_order_of_the_spine() -> None:
    data = hwpx(hangul("하나"), hangul("둘"))
    spine = members(data)["Contents/content.hpf"].decode()
    turned = spine.replace('idref="section0"', 'idref="x"').replace('idref="section1"', 'idref="section0"')
    swapped = hwpx(hangul("하나"), hangul("둘"), **{"Contents/content.hpf": turned.replace('"x"', '"section1"')})
    assert (read(data), read(swapped)) == ("하나\n둘", "둘\n하나")


@pytest.mark.parametrize(
    ("texts", "old", "new", "expected"),
    [
        (("평", "자오"), "평자오", "펑자오", ("펑", "자오")),
        (("리", "엔상은"), "리엔상", "롄샹", ("롄샹", "은")),
        (("A &amp; 평",), "& 평", "<펑>", ("A &lt;펑&gt;",)),
        (("가나",), "가나", "가\n나", ("가<hp:lineBreak/>나",)),
    ],
)
def test_an_edit_lands_in_its_run_and_lines_are_broken_anew(
    texts: tuple[str, ...], old: str, new: str, expected: tuple[str, ...]
) -> None:
    out = part(fixed(hwpx(hangul("앞") + hangul(*texts) + hangul("뒤")), old, new))
    wanted = hangul("앞") + hangul(*expected).replace(LINES, "") + hangul("뒤")
    assert out == part(hwpx(wanted))


@pytest.mark.parametrize("track", [False, True])
def test_other_parts_keep_their_bytes(track: bool) -> None:
    data = hwpx(hangul("가"), hangul("평자오"))
    before, after = raw_members(data), raw_members(fixed(data, "평자오", "펑자오", track=track))
    assert list(before) == list(after)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["Contents/header.xml"] * track + ["Contents/section1.xml"]
    assert [stamp for _, stamp in before.values()] == [stamp for _, stamp in after.values()]


REGISTER = (
    '<hh:trackChanges itemCnt="1">'
    '<hh:trackChange type="Insert" date="2023-02-07T10:21:00Z" authorID="1" hide="0" id="1"/>'
    '</hh:trackChanges><hh:trackChangeAuthors itemCnt="1"><hh:trackChangeAuthor name="갑" mark="1" id="0"/>'
    "</hh:trackChangeAuthors>"
)


@pytest.mark.parametrize("tracks", ["", REGISTER, '<hh:trackChanges itemCnt="0"/>'])
@pytest.mark.parametrize(
    ("inner", "old", "new"),
    [
        (hangul("집행총재 평", "자오(彭昭)는"), "평자오", "펑자오"),
        (hangul("펑자오(彭昭)는"), "(彭昭)", ""),
        (hangul("A &amp; 평"), "& 평", "와 펑"),
        (hangul(ADDED), "나다", "너"),
    ],
)
def test_tracked_changes_accepted_are_the_edit_and_rejected_the_original(
    inner: str, old: str, new: str, tracks: str
) -> None:
    data = hwpx(inner, tracks=tracks)
    out = fixed(data, old, new, track=True)
    assert read(out) == read(data).replace(old, new)
    assert read(out, accepted=False) == read(data, accepted=False)
    header = part(out, HEADER)
    assert 'name="편집부"' in header
    assert 'date="2021-12-22T09:00:00Z"' in header
    assert header.count("<hh:trackChanges ") == header.count("<hh:trackChangeAuthors ") == 1
    assert "trackchageConfig" in header


def test_a_known_author_is_not_entered_twice() -> None:
    out = fixed(hwpx(hangul("평자오"), tracks=REGISTER.replace("갑", "편집부")), "평자오", "펑자오", track=True)
    header = part(out, HEADER)
    assert header.count("trackChangeAuthor ") == 1
    assert header.count('authorID="1"') == 3
    assert '<hh:trackChanges itemCnt="3">' in header


def test_a_reading_above_hanzi_is_edited_in_place_but_not_tracked() -> None:
    data = hwpx(hangul(inner=DUTMAL))
    doc = read_document("260.hwpx", data)
    changes = ChangeSet((edit(doc, "평자오", "펑자오"),))
    assert read(write(data, doc, changes)) == "彭昭(펑자오)는"
    assert sift(data, doc, changes) == changes
    assert sift(data, doc, changes, track=True) == ChangeSet((), changes.edits)
    with pytest.raises(GlossaryError) as caught:
        write(data, doc, changes, track=True, author="편집부", date=DATE)
    assert caught.value.code == "edit-unwritable"


def test_a_locked_document_says_so() -> None:
    locked = '<odf:manifest xmlns:odf="urn:x"><odf:encryption-data/></odf:manifest>'
    with pytest.raises(GlossaryError) as caught:
        read_document("260.hwpx", hwpx(hangul("글"), **{"META-INF/manifest.xml": locked}))
    assert caught.value.code == "file-encrypted"
