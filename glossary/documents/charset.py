"""In which encoding a page says that it is."""

from __future__ import annotations

import codecs
import re

from glossary.documents.decode import Decoded, decode

_HEAD = 2048  # bytes in which a page must say it
_SAID = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
_WIDER = {  # names that browsers take for the larger set
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ms949", "windows-949"), "cp949"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk"), "gb18030"),
}


def decode_page(data: bytes, name: str) -> Decoded:
    """Decode a page as it says, unless a byte-order mark or its own bytes speak against it.

    >>> decode_page('<meta charset="euc-kr"><p>펩시콜라'.encode("cp949"), "-").encoding
    'cp949'
    """
    said = _SAID.search(data[:_HEAD])
    if said and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        charset = said[1].decode("ascii").lower()
        try:
            charset = codecs.lookup(_WIDER.get(charset, charset)).name
            text = data.decode(charset)
            if text.encode(charset) == data and "\0" not in text:
                return Decoded(text, charset)
        except (LookupError, UnicodeError, ValueError):
            pass
    return decode(data, name)
