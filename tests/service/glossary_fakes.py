"""Stages small enough to see through: brackets by one expression, readings from a table."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from glossary.errors import InputError
from glossary.extract.known import KnownNames
from glossary.model import (
    Alias,
    Alternative,
    BareMention,
    Brand,
    Document,
    EntityType,
    Evidence,
    Extraction,
    Mention,
    Reading,
)
from glossary.policy import Policy, load_policy
from glossary.service.context import Context
from glossary.service.stages import Stages

PAIR = re.compile(r"([가-힣A-Za-z]+)\(([A-Z]*[一-鿿][^),]*)(?:, *([^)]+))?\)")
TYPES: dict[str, EntityType] = {"彭昭": "person", "江西": "place", "江西省": "place", "禾赛科技": "organization"}

#: zh: official, pinyin, Sino-Korean
READINGS = {
    "禾赛科技": ("허싸이커지", "hé sài kē jì", "화새과기"),
    "禾賽科技": ("허싸이커지", "hé sài kē jì", "화새과기"),
    "彭昭": ("펑자오", "péng zhāo", "팽소"),
    "香港": ("샹강", "xiāng gǎng", "향항"),
    "江西": ("장시", "jiāng xī", "강서"),
    "绿城": ("뤼청", "lǜ chéng", "녹성"),
    "长沙": ("창사", "cháng shā", "장사"),
}
CUSTOMARY = {"香港": ("홍콩",)}
MISREAD = {("평자오", "彭昭"), ("Quectel", "彭昭")}
CLOCK = "2026-01-02T03:04:05+00:00"


@dataclass
class FakeStages:
    """Counts what it is asked, so that a test can tell what was skipped."""

    limits: object = None
    extracted: list[str] = field(default_factory=list)
    scanned: list[str] = field(default_factory=list)
    transliterated: list[str] = field(default_factory=list)

    def read(self, name: str, data: bytes) -> Document:
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            raise InputError("not-text", path=name, kind="binary") from error
        if not text.strip():
            raise InputError("empty-file", path=name)
        masthead = re.search(r"제 (\d+) 호 \((\d{4}). (\d+). (\d+)\)", text)
        issue = int(masthead[1]) if masthead else None
        date = f"{masthead[2]}-{masthead[3]:>02}-{masthead[4]:>02}" if masthead else None
        digest = hashlib.sha256(data).hexdigest()
        return Document(name, text, digest, title=text.splitlines()[0], issue=issue, date=date)

    def read_path(self, path: Path) -> Document:
        return self.read(path.name, path.read_bytes())

    def extract(self, doc: Document, policy: Policy) -> tuple[Mention, ...]:
        self.extracted.append(doc.name)
        return tuple(self._mention(doc.text, match) for match in PAIR.finditer(doc.text))

    def study(self, doc: Document, policy: Policy, witnesses: Iterable[Brand]) -> Extraction:
        return Extraction(self.extract(doc, policy))

    def _mention(self, text: str, match: re.Match[str]) -> Mention:
        zh = match[2]
        return Mention(
            ko=match[1],
            ko_start=match.start(1),
            ko_end=match.end(1),
            zh=zh,
            zh_start=match.start(2),
            zh_end=match.end(2),
            kind="gloss" if len(zh) == 1 else "name",
            relation="transliteration",
            type=TYPES.get(zh, "organization"),
            score=0.9,
            aliases=(Alias(match[3], "latin"),) if match[3] else (),
            line=text.count("\n", 0, match.start()) + 1,
            column=match.start() - text.rfind("\n", 0, match.start()),
            evidence=(Evidence("bracket", 1.0, "("),),
        )

    def unglossed(
        self, doc: Document, policy: Policy, names: KnownNames, mentions: Sequence[Mention]
    ) -> tuple[BareMention, ...]:
        """Every known form that stands before no bracket, by the automaton alone; no strays."""
        self.scanned.append(doc.name)
        taken = {at for mention in mentions for at in range(mention.ko_start, doc.text.index(")", mention.zh_end))}
        return tuple(
            BareMention(found.form, found.start, found.end, tuple(m.node for m in meant), meant[0].type, 0.9)
            for found in names.forms.find(doc.text)
            if found.start not in taken and (meant := names.meanings(found.form))
        )

    scan = unglossed

    def transliterate(self, zh: str, type: EntityType | None = None) -> Reading:
        self.transliterated.append(zh)
        official, pinyin, sino = READINGS.get(zh, ("", "", ""))
        other = (Alternative(official, tuple(pinyin.split()), sino, "same"),)
        trace = (Evidence("table", 1.0, zh),)
        return Reading(zh, official, tuple(pinyin.split()), sino, CUSTOMARY.get(zh, ()), other, trace)

    def strain(self, ko: str, zh: str, policy: Policy) -> float:
        return 0.5 if (ko, zh) in MISREAD else 0.0


def context(db: Path, stages: Stages | None = None) -> Context:
    """A context over fakes whose clock stands still."""
    return Context(db, load_policy(), stages or FakeStages(), lambda: CLOCK)


ISSUE = """주간 중국 창업
제 260 호 (2021. 12. 22)

허사이커지(禾赛科技, Hesai)는 라이다 기업이다. 펑자오(彭昭)가 말했다.
평자오(彭昭) 총재는 홍콩(香港)과 샹강(香港)을 다녀왔다. 신(新)산업.
허사이커지(禾賽科技)는 상장한다. 장시(江西)성.
"""
