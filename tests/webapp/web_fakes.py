"""A desk without a database: a few real names of issue 260, and switches for what a test needs to go wrong."""

from __future__ import annotations

from dataclasses import replace

from glossary.errors import NotFoundError
from glossary.model import (
    Alias,
    Alternative,
    Concept,
    EntityType,
    Evidence,
    Hit,
    Match,
    Mention,
    Occurrence,
    Reading,
    Term,
)
from glossary.views import ConceptView, DocumentSummary, DocumentView, Example, NameLine, Stats

HESAI = Hit(
    "c1", "허사이커지", "禾赛科技", "禾賽科技", "Hesai", "hé sài kē jì", "organization", "preferred", "mined",
    "허싸이커지", "화새과기", 3, False, Match("허사이커지", "ko", "exact"), 1.0, ("허싸이커지",),
)  # fmt: skip
HURUN = Hit(
    "c2", "후룬", "胡润", "胡潤", None, "hú rùn", "person", "preferred", "approved",
    "후룬", "호윤", 1, False, Match("후룬", "ko", "exact"), 1.0,
)  # fmt: skip
GENERATED = Hit(
    None, "황허", "黄河", "", None, "huáng hé", "place", "admitted", "mined",
    "황허", "황하", 0, True, Match("黄河", "zh", "generated"), 0.5, ("황하",),
)  # fmt: skip
READING = Reading(
    "禾赛科技",
    "허싸이커지",
    ("hé", "sài", "kē", "jì"),
    "화새과기",
    (),
    (Alternative("허싸이커즈", ("hé", "sài", "kē", "zhī"), "화새과기", "heteronym: 技 zhī"),),
    (Evidence("phrase", 1.0, "科技 kē jì"),),
)
SENTENCE = "허사이커지(禾赛科技)는 상하이에 있는 라이다 기업이다."
ISSUE = DocumentSummary("d1", "260.txt", "주간 중국 창업", 260, "2021-12-22", 4, 2)
WAYS = {"허사이커지": "exact", "ㅎㅅㅇㅋㅈ": "initials", "禾赛": "prefix", "hskj": "initials", "gjtkdlzjwl": "keyboard"}


class FakeDesk:
    """Answers like the use cases, from memory."""

    first_mention = "{ko}({zh_hans}, {en})"
    max_query = 200
    limit = 20

    def __init__(self, hits: tuple[Hit, ...] = (HESAI, HURUN), failure: Exception | None = None) -> None:
        self.hits = hits
        self.failure = failure

    def check(self) -> None:
        """Fail if the test wants it."""
        self._maybe_fail()

    def lookup(self, query: str, limit: int) -> list[Hit]:
        """Every hit that has the query in a form; the first one by the other ways; a generated one for 黄河."""
        self._maybe_fail()
        if query in WAYS:
            return [replace(self.hits[0], matched=Match(self.hits[0].ko, "ko", WAYS[query]))]
        if query == "黄河":
            return [GENERATED]
        return [hit for hit in self.hits if query in hit.ko or query in hit.zh_hans or query in hit.zh_hant][:limit]

    def concept(self, id: str) -> ConceptView:
        """One entry with one sentence."""
        self._maybe_fail()
        for hit in self.hits:
            if hit.id == id:
                return view_of(hit)
        raise NotFoundError("concept-missing", id=id)

    def documents(self) -> list[DocumentSummary]:
        """The one issue."""
        self._maybe_fail()
        return [ISSUE]

    def document(self, id: str) -> DocumentView:
        """The names of the one issue."""
        self._maybe_fail()
        if id != ISSUE.id:
            raise NotFoundError("document-missing", id=id)
        names = (NameLine(str(hit.id), hit.ko, hit.zh_hans, hit.en, hit.type, 281, hit.mentions) for hit in self.hits)
        return DocumentView(ISSUE, tuple(names))

    def table(self, id: str, lang: str) -> str:
        """The sheet of the one issue."""
        self._maybe_fail()
        if id != ISSUE.id:
            raise NotFoundError("document-unknown", name=id)
        return f'<!doctype html><html lang="{lang}"><style>p {{}}</style><p>禾赛科技</p></html>'

    def transliterate(self, zh: str, type: EntityType | None) -> Reading:
        """The one reading."""
        self._maybe_fail()
        return replace(READING, zh=zh)

    def stats(self) -> Stats:
        """The numbers of the one issue."""
        self._maybe_fail()
        examples = (Example(HESAI.ko, "ko"), Example("ㅎㅅㅇㅋㅈ", "initials"), Example("禾赛", "zh"))
        return Stats(len(self.hits), 1, 4, examples if self.hits else ())

    def _maybe_fail(self) -> None:
        if self.failure is not None:
            raise self.failure


def view_of(hit: Hit) -> ConceptView:
    """The entry behind a hit, with one sentence as evidence."""
    sentence = f"{hit.ko}({hit.zh_hans})는 상하이에 있는 라이다 기업이다."
    end = len(hit.ko)
    zh = (end + 1, end + 1 + len(hit.zh_hans))
    mention = Mention(hit.ko, 0, end, hit.zh_hans, *zh, "name", "transliteration", hit.type, 0.98)
    terms = (
        Term(hit.ko, "ko", "preferred", 2, 1),
        *(Term(text, "ko", "admitted", 1, 1) for text in hit.variants),
        Term(hit.zh_hans, "zh-Hans", "preferred", 3, 1),
        Term(hit.zh_hant, "zh-Hant", "admitted", 0, 0),
        *((Term(hit.en, "en", "preferred", 1, 1),) if hit.en else ()),
    )
    why = (Evidence("nearest", 1.0, "허싸이커지"), Evidence("type", 1.0, f"{hit.type} 3/3"))
    concept = Concept(
        str(hit.id), hit.zh_hans, hit.type, terms, hit.mentions, 1, hit.review, why, "2021-12-22", "2021-12-22"
    )
    seen = Occurrence(ISSUE.name, 260, "2021-12-22", 281, sentence, 0, end, *zh, mention, ISSUE.id)
    return ConceptView(concept, READING, (seen,), (Alias("Hesai Technology", "latin"),), (HURUN,))
