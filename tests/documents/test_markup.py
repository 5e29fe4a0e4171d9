"""HTML and Markdown: what a reader sees is the text; code, targets, scripts and attributes are nobody's to edit."""

import pytest

from glossary.documents import read_document, write
from glossary.documents.load import load
from glossary.errors import GlossaryError
from glossary.model import ChangeSet, Document, Edit
from glossary.policy import load_policy

LIMITS = load_policy().documents
HEAD = "<!DOCTYPE html><html><head><title>평자오</title><style>p{}</style></head><body>"


def edit(doc: Document, old: str, new: str) -> Edit:
    start = doc.text.index(old)
    return Edit(start, start + len(old), old, new, "variant-spelling")


def fixed(data: bytes, old: str, new: str, name: str = "260.html") -> bytes:
    doc = read_document(name, data)
    return write(data, doc, ChangeSet((edit(doc, old, new),)))


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<p>펑자오는\n  말했다.</p><p>끝</p>", "펑자오는 말했다.\n끝"),
        ("<p>펑<b>자오</b>(彭昭)는</p>", "펑자오(彭昭)는"),
        ("<h2>소식</h2><ul><li>하나<li>둘</ul>", "소식\n하나\n둘"),
        ("<p>A &amp; B &lt;C&gt; &#54801;&#xC790; &nbsp;&copy</p>", "A & B <C> 협자 \u00a0©"),
        ("<p>펑<br>자오</p>", "펑\n자오"),
        ("<script>var a='<p>평자오';</script><p>글</p><!-- 평자오 --><template><p>틀</p></template>", "글"),
        ("<textarea>평자오</textarea><noscript>평자오</noscript><svg><text>그림</text></svg>글", "글"),
        ("<table><tr><th>이름<th>도시<tr><td>펑자오<td>선전</table>", "이름\t도시\n펑자오\t선전"),
        ("<table><tr><td>펑자오</td><td> </td><td><b>선전</b></td></tr></table>", "펑자오\t\t선전"),
        ("<pre>가\r\n  나</pre>", "가\n  나"),
        ("<ruby>彭昭<rt>펑자오</rt></ruby>는", "彭昭(펑자오)는"),
        ("<ruby>彭<rp>(</rp><rt>펑</rt><rp>)</rp>昭<rp>(</rp><rt>자오</rt><rp>)</rp></ruby>", "彭(펑)昭(자오)"),
        ("<a href='평자오?a=1&b=2' title=\"평자오>\">링크</a>", "링크"),
        ("1 < 2 와 3<4 그리고 <5", "1 < 2 와 3<4 그리고 <5"),
        ("글<p title='", "글"),
    ],
)
def test_what_a_page_shows(inner: str, text: str) -> None:
    data = (HEAD + inner).encode()
    doc = read_document("260.html", data)
    assert (doc.format, doc.text) == ("html", text)
    assert "\n".join(doc.text[block.start : block.end] for block in doc.blocks) == text
    assert write(data, doc, ChangeSet(())) == data


@pytest.mark.parametrize(
    ("inner", "old", "new", "expected"),
    [
        ("<p class='평자오'>평<b>자오</b>는</p>", "평자오", "펑자오", "<p class='평자오'>펑<b>자오</b>는</p>"),
        ("<p>리<b>엔상</b></p>", "리엔상", "롄샹", "<p>롄샹<b></b></p>"),
        ("<p>A &amp; &#54217;자오</p>", "& 평자오", "& <펑자오>", "<p>A &amp; &lt;펑자오&gt;</p>"),
        ("<p>평\r\n  자오</p>", "평 자오", "펑자오", "<p>펑자오</p>"),
        ("<p>평<br/>자오</p>", "평\n자오", "펑자오", "<p>펑자오</p>"),
    ],
)
def test_a_page_changes_where_it_is_edited(inner: str, old: str, new: str, expected: str) -> None:
    assert fixed((HEAD + inner).encode(), old, new) == (HEAD + expected).encode()


@pytest.mark.parametrize("charset", ["euc-kr", "gb2312", "utf-8", "big5"])
def test_a_page_is_in_the_encoding_that_it_names(charset: str) -> None:
    page = f'<html><meta charset="{charset}"><p>北京</p>\r\n'
    data = page.encode(charset)
    assert fixed(data, "北京", "赛") == page.replace("北京", "赛").encode(charset, "xmlcharrefreplace")


def test_html_is_told_by_its_content_or_by_tags_and_name() -> None:
    assert read_document("260.txt", b"<!doctype HTML><p>A").format == "html"
    assert read_document("260.html", b"<p>A</p>").format == "html"
    assert read_document("260.txt", b"<p>A</p>").format == "text"
    assert read_document("260.html", "꺾쇠 없는 글".encode()).format == "text"


MARKDOWN = """---
title: 평자오
---
# 평자오 소식

[평자오](https://example.com/평자오(1)) `평자오` ``a`평자오`` <b title="평자오">평자오</b>

```python
평자오
```
<!-- 평자오 -->
[평자오]: https://example.com/평자오
"""


def test_markdown_keeps_code_and_targets() -> None:
    doc = read_document("260.md", MARKDOWN.encode())
    free = [char for at, char in enumerate(doc.text) if not any(start <= at < end for start, end in doc.kept)]
    assert "".join(free).count("평자오") == 3
    start = doc.text.index("`평자오`") + 1
    with pytest.raises(GlossaryError) as caught:
        write(MARKDOWN.encode(), doc, ChangeSet((Edit(start, start + 3, "평자오", "펑자오", ""),)))
    assert caught.value.code == "edit-unwritable"
    assert fixed(MARKDOWN.encode(), "# 평자오", "# 펑자오", "260.md") == MARKDOWN.replace("# 평", "# 펑").encode()


def test_code_of_a_page_is_kept() -> None:
    doc = read_document("260.html", (HEAD + "<p>평자오 <code>평자오</code></p>").encode())
    assert [doc.text[start:end] for start, end in doc.kept] == ["평자오"]
    assert doc.kept == ((4, 7),)


def test_hostile_markup_is_read_in_linear_time() -> None:
    for text in ("<!--" * 50000, "<a '" * 50000, "`a``" * 50000, "](" * 50000, "<table>" * 50000, "&#" * 50000):
        for name in ("260.html", "260.md"):
            load(name, ("<html>글" + text).encode(), LIMITS)
