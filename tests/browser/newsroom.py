"""A small newsroom: a few invented issues with names that drift, read into a glossary of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from background import served

from glossary.service.build import build
from glossary.service.changing import Change, TermChange
from glossary.service.context import Context, open_context
from glossary.service.edit import add
from glossary.webapp.app import create_app

ISSUES = {
    258: "라이다 기업 허사이커지(禾赛科技)는 상하이에 있다. 허사이커지는 올해 상장을 준비한다.",
    259: "펑자오(彭昭) 대표는 칭화대학(清华大学)에서 공부했다. 펑자오는 허사이커지(禾赛科技)에 투자했다.",
    260: "즈우(摯物)와 허싸이커지(禾赛科技)가 손을 잡았다. 산시(陕西)의 공장은 내년에 문을 연다.",
}
TWIN = (TermChange("山西"), TermChange("산시"))


@contextmanager
def newsroom(folder: Path) -> Iterator[tuple[str, Context]]:
    """The address of its pages, and the context that they stand on."""
    context = open_context(folder / "glossary.db", actor="편집자")
    for number, text in ISSUES.items():
        file = folder / f"{number}.txt"
        file.write_text(f"주간 중국 창업 제 {number} 호 (2021. 12. {number - 250})\n\n{text}\n", encoding="utf-8")
    build(context, sorted(folder.glob("*.txt")))
    add(context, TWIN, Change(type="place"))
    with served(create_app(context)) as address:
        yield address, context
