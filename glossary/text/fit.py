"""What may be stored of what people type: names of one line, notes without control characters."""

from __future__ import annotations

import unicodedata

LONGEST = 200  # characters of a form: a name, not a text
_SHOWN = 40
_LAYOUT = "\t\n\r"


def name_of(text: str) -> str:
    """A form as it is stored; "" for what is none: empty, too long, with line breaks or control characters.

    >>> name_of(" 펑자오 "), name_of("彭 昭"), name_of("펑\\n자오")
    ('펑자오', '彭 昭', '')
    """
    found = unicodedata.normalize("NFC", text).strip()
    return "" if len(found) > LONGEST or any(map(_no_letter, found)) else found


def _no_letter(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def is_plain(text: str) -> bool:
    """Whether a note holds nothing that no file or terminal takes: control characters, halves of a surrogate pair.

    >>> is_plain("메모\\n둘째 줄"), is_plain("\\x1b[31m"), is_plain("\\ud800")
    (True, False, False)
    """
    return not any(char not in _LAYOUT and unicodedata.category(char) in ("Cc", "Cs") for char in text)


def shown(text: str) -> str:
    """The beginning of what cannot be taken, fit to be printed on one line.

    >>> shown("펑\\n자오")
    '펑 자오'
    """
    return "".join(char if char.isprintable() else " " for char in text[:_SHOWN])
