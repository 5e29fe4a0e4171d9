"""HTML cut into tags and stretches of text, each with its place; every input is some HTML, as in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_MARKUP = re.compile(
    r"<(?:!--.*?(?:--!?>|\Z)"
    r"|[!?][^>]*(?:>|\Z)"
    r"|(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*)(?P<given>(?:[^>\"'=]|=\s*(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))?|[\"'])*+)"
    r"(?:>|\Z))",
    re.DOTALL,
)
_RAW = frozenset(
    ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext")
)
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


@dataclass(frozen=True, slots=True)
class Token:
    """A tag or a stretch of text, `html[start:end]`; what is not shown at all (comments, scripts) is `unseen`."""

    what: Literal["text", "start", "end", "unseen"]
    start: int
    end: int
    name: str = ""
    given: str = ""  # the attributes as written


def tokens(html: str) -> Iterator[Token]:
    """All of `html`, cut without gaps.

    >>> [(token.what, html[token.start : token.end]) for html in ["<p>펑자오<!-- x --><br/>"] for token in tokens(html)]
    [('start', '<p>'), ('text', '펑자오'), ('unseen', '<!-- x -->'), ('start', '<br/>')]
    """
    place = 0
    while place < len(html):
        found = _MARKUP.search(html, place)
        start = found.start() if found else len(html)
        if start > place:
            yield Token("text", place, start)
        if found is None:
            return
        place = found.end()
        name = (found["name"] or "").lower()
        if not name:
            yield Token("unseen", start, place)
        elif found["close"]:
            yield Token("end", start, place, name)
        else:
            yield Token("start", start, place, name, found["given"])
            if name in _RAW:
                end = _RAW_ENDS[name].search(html, place)
                stop = end.start() if end else len(html)
                yield Token("unseen", place, stop)
                place = stop
