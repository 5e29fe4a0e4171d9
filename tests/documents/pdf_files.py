"""PDF files made for tests: lines of Korean text, in a font that has no outlines but knows its characters."""

from __future__ import annotations

from collections.abc import Sequence

_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange
{} endcmap end end"""


def pdf(*pages: Sequence[tuple[int, str]], extra: str = "") -> bytes:
    """A PDF whose pages hold lines of text, each at its height."""
    letters = sorted({char for lines in pages for _, line in lines for char in line})
    ranges = [f"1 beginbfchar <{ord(char):04X}> <{ord(char):04X}> endbfchar" for char in letters]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 4 0 R/DescendantFonts[<</Type/Font"
        "/Subtype/CIDFontType2/BaseFont/X/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        "/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800/Descent -200"
        "/ItalicAngle 0/CapHeight 800/StemV 80>>>>]>>",
        _stream(_CMAP.format("\n".join(ranges))),
    ]
    for number, lines in enumerate(pages):
        place = 6 + 2 * number
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents {place} 0 R>>"
        )
        shown = (
            f"BT /F 10 Tf 50 {height} Td <{''.join(f'{ord(c):04X}' for c in line)}> Tj ET" for height, line in lines
        )
        objects.append(_stream("\n".join(shown)))
    return _file(objects, extra)


def _stream(text: str) -> str:
    return f"<</Length {len(text)}>>\nstream\n{text}\nendstream"


def _file(objects: Sequence[str], extra: str) -> bytes:
    out, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{extra}>>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")
