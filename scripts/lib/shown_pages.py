"""The pages that scripts/screenshots shows, besides those of the menu: a name, how to come to it, what to do there.

A room adds its own states here. `do` is a script that the page runs; `ready` a selector that says when it is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

NAME = "허사이커지"
PARAGRAPH = (
    "라이다 기업 헤사이커지(禾赛科技)의 펑자오(彭昭) 대표는 베이징에서 왕샤오밍(王小明) 회장을 만났다. "
    "산시의 공장과 푸저우의 연구소는 내년에 문을 연다."
)


@dataclass(frozen=True, slots=True)
class Page:
    """One picture to take; {concept} and {document} in the path are the shown concept's and the latest document's."""

    name: str
    path: str
    do: str = ""
    ready: str = "main"


PAGES = (
    Page("results", f"/?q={quote('상하이')}"),
    Page("initials", f"/?q={quote('ㅅㅈㅅㅂ')}"),
    Page("generated", f"/?q={quote('漯河科技')}"),
    Page("nothing", "/?q=zzzz"),
    Page("keys", "/?q=" + quote(NAME), "document.querySelector('[data-keys]').click()", "dialog[open]"),
    Page("concept", "/concepts/{concept}"),
    Page("edit", "/concepts/{concept}", "document.querySelector('details.edit').open = true", "details.edit[open]"),
    Page("history", "/concepts/{concept}/history"),
    Page("new", f"/concepts/new?zh={quote('漯河科技')}"),
    Page(
        "scanned",
        "/scan",
        f"const box = document.querySelector('#f-text'); box.value = '{PARAGRAPH}'; box.form.requestSubmit()",
        ".marked-text mark",
    ),
    Page(
        "checked",
        "/check",
        f"const box = document.querySelector('#f-text'); box.value = '{PARAGRAPH}'; box.form.requestSubmit()",
        "#now .run",
    ),
    Page("document", "/documents/{document}"),
    Page("missing", "/nothing"),
)
