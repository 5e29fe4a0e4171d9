"""Word, Hangul, HTML and PDF files made for tests: the least that a file of its kind holds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
HP = (
    'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'
    ' xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>'
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def zipped(members: Mapping[str, bytes | str], *, stored: tuple[str, ...] = ()) -> bytes:
    """A zip file with these members, in this order, at a time of their own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (2021, 12, 22, 9, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return buffer.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """What a zip file holds, unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


def raw_members(data: bytes) -> dict[str, tuple[bytes, object]]:
    """What a zip file holds, packed as it is, with time, method and flags."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
    starts = {info.filename: info.header_offset for info in infos}
    packed = {}
    for info in infos:
        start = starts[info.filename] + 30 + len(info.filename.encode()) + len(info.extra)
        packed[info.filename] = data[start : start + info.compress_size]
    return {info.filename: (packed[info.filename], (info.date_time, info.compress_type)) for info in infos}


def run(text: str, looks: str = "", keep: bool = True) -> str:
    """A run of Word."""
    space = ' xml:space="preserve"' if keep else ""
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}<w:t{space}>{text}</w:t></w:r>"


def paragraph(*inner: str, style: str = "") -> str:
    """A paragraph of Word."""
    pr = f'<w:pPr><w:pStyle w:val="{style}"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>' if style else ""
    return f"<w:p>{pr}{''.join(inner)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of Word, one paragraph in each cell."""
    cells = ("".join(f"<w:tc><w:tcPr/>{paragraph(run(cell))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; `header`, `footer`, `footnotes`, `endnotes` hold paragraphs of their own."""
    relations = [("styles", "styles.xml"), ("image", "media/image1.png")]
    extra: dict[str, bytes | str] = {}
    roots = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}
    types = {"/word/document.xml": "document.main", "/word/styles.xml": "styles"}
    types |= {f"/word/{kind}1.xml": kind for kind in parts}
    for kind, inner in parts.items():
        extra[f"word/{kind}1.xml"] = f"{_XML}<w:{roots[kind]} {W}>{inner}</w:{roots[kind]}>"
        relations.append((kind, f"{kind}1.xml"))
    related = "".join(
        f'<Relationship Id="r{number}" Type="{_REL}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations)
    )
    main = f'<Relationship Id="r0" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
    return zipped(
        {
            "[Content_Types].xml": _content_types(types),
            "_rels/.rels": _RELS.format(main),
            "word/media/image1.png": PNG,
            "word/document.xml": f"{_XML}<w:document {W} {MC}><w:body>{body}<w:sectPr/></w:body></w:document>",
            "word/_rels/document.xml.rels": _RELS.format(related),
            "word/styles.xml": STYLES,
            **extra,
        },
        stored=("word/media/image1.png",),
    )


def _content_types(types: Mapping[str, str]) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    named = "".join(f'<Override PartName="{part}" ContentType="{word}.{kind}+xml"/>' for part, kind in types.items())
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{named}</Types>"
    )


def text_box(*paragraphs: str) -> str:
    """A text box of Word, written twice as Word does."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


LINES = '<hp:linesegarray><hp:lineseg textpos="0"/></hp:linesegarray>'


def hangul(*texts: str, inner: str = "", style: str = "0") -> str:
    """A paragraph of Hangul, one run for each text."""
    runs = "".join(f'<hp:run charPrIDRef="{number}"><hp:t>{text}</hp:t></hp:run>' for number, text in enumerate(texts))
    return f'<hp:p id="0" styleIDRef="{style}">{runs}{inner}{LINES}</hp:p>'


def hangul_table(*rows: tuple[str, ...]) -> str:
    """A table of Hangul in a paragraph of its own."""
    made = ""
    for row, cells in enumerate(rows):
        made += "<hp:tr>"
        for column, text in enumerate(cells):
            address = f'<hp:cellAddr colAddr="{column}" rowAddr="{row}"/><hp:cellSpan colSpan="1" rowSpan="1"/>'
            made += f"<hp:tc><hp:subList>{hangul(text)}</hp:subList>{address}</hp:tc>"
        made += "</hp:tr>"
    return hangul(inner=f"<hp:run><hp:tbl>{made}</hp:tbl><hp:t/></hp:run>")


def hwpx(*sections: str, tracks: str = "", **extra: str) -> bytes:
    """A Hangul file with these sections."""
    items = "".join(
        f'<opf:item id="section{number}" href="Contents/section{number}.xml"/>' for number in range(len(sections))
    )
    refs = "".join(f'<opf:itemref idref="section{number}"/>' for number in range(len(sections)))
    styles = (
        '<hh:styles><hh:style id="0" name="바탕글"/><hh:style id="2" name="개요 1" engName="Outline 1"/></hh:styles>'
    )
    return zipped(
        {
            "mimetype": "application/hwp+zip",
            "version.xml": "<v/>",
            "Contents/header.xml": f"{_XML}<hh:head {HP}><hh:refList>{styles}{tracks}</hh:refList></hh:head>",
            **{
                f"Contents/section{number}.xml": f"{_XML}<hs:sec {HP}>{inner}</hs:sec>"
                for number, inner in enumerate(sections)
            },
            "Preview/PrvImage.png": PNG,
            "Contents/content.hpf": '<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:manifest>'
            f"{items}</opf:manifest><opf:spine>{refs}</opf:spine></opf:package>",
            **extra,
        },
        stored=("mimetype", "Preview/PrvImage.png"),
    )
