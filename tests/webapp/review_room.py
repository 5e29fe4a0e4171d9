"""A glossary with a queue: twelve pairs of names in two issues, asked about, and nothing else to wait for."""

from __future__ import annotations

from pathlib import Path

from glossary_fakes import context

from glossary.link.group import concept_id
from glossary.model import Evidence, Proposal
from glossary.service.build import build
from glossary.service.context import Context

SIGNS = "金木水火土山石田日月星雨"
SOUNDS = "금목수화토산석전일월성우"
PAIRS = [(f"갑{ko}과기", f"甲{zh}科技", f"갑{ko}그룹", f"甲{zh}集团") for ko, zh in zip(SOUNDS, SIGNS, strict=True)]


def room(folder: Path) -> Context:
    """The glossary, its questions in the order of the pairs: twelve touch most text, one the least."""
    ctx = context(folder / "glossary.db")
    for number in (259, 260):
        lines = [f"{a}({b})와 {c}({d})가 만났다." for a, b, c, d in PAIRS[:: 1 if number == 260 else 2]]
        text = f"주간 중국 창업\n제 {number} 호 (2021. 12. {number - 240})\n\n" + "\n".join(lines) + "\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    build(ctx, [folder / "259.txt", folder / "260.txt"])
    with ctx.writer() as writer, writer.transaction():
        writer.put_proposals([_asked(number, *pair) for number, pair in enumerate(PAIRS)])
    return ctx


def _asked(number: int, _: str, left: str, __: str, right: str) -> Proposal:
    score = round(0.99 - number / 40, 3)
    why = (Evidence("left-over", 2.0, f"{left[:2]}: 科技 / 集团"), Evidence("one-document", -0.5))
    return Proposal(concept_id(left), concept_id(right), "same", score, why, touches=12 - number)
