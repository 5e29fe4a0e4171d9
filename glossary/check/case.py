"""One document on the desk: what the rules look at, and how they write a finding down."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary.check.survey import Survey
from glossary.check.usage import Subject, Use
from glossary.check.view import GlossaryView, SourceText
from glossary.model import Document, Evidence, Finding
from glossary.policy import Policy
from glossary.tokens import Tokenizers

_WORD = re.compile(r"[가-힣㐀-鿿A-Za-z]+")
_NEAR = 24  # characters on each side in which a neighbouring word is looked for
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """A document with its names, the glossary, the policy, and the Chinese source where one is given."""

    doc: Document
    view: GlossaryView
    policy: Policy
    tokenizers: Tokenizers
    survey: Survey
    source: SourceText | None = None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.doc.text

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Whom the document names."""
        return self.survey.subjects

    def names(self) -> Iterable[tuple[Subject, Use]]:
        """Every use that is a name, with whom it names."""
        for subject in self.subjects:
            for use in subject.uses:
                if use.kind == "name":
                    yield subject, use

    def finding(
        self,
        rule: str,
        span: Span,
        message: str,
        *,
        subject: Subject | None = None,
        suggestions: Sequence[str] = (),
        fixable: bool = False,
        params: Iterable[tuple[str, object]] = (),
        evidence: Iterable[Evidence] = (),
    ) -> Finding:
        """A finding of a rule at a span; it is fixable only with one suggestion."""
        start, end = span
        text = "".join(self.text[start:end].splitlines())
        concept = subject.concept if subject else None
        wanted = tuple(dict.fromkeys(item for item in suggestions if item and item != text))
        return Finding(
            rule=rule,
            severity=self.policy.severity.of(rule),  # type: ignore[arg-type]
            start=start,
            end=end,
            text=text,
            message=message,
            params=(("text", text), *params),
            suggestions=wanted,
            fixable=fixable and len(wanted) == 1,
            concept=concept,
            evidence=tuple(evidence),
            fingerprint=fingerprint(self.text, span, rule, concept or (subject.id if subject else "")),
        )


def fingerprint(text: str, span: Span, rule: str, concept: str) -> str:
    """What a finding is called from one version of a text to the next, free of line and path.

    >>> one, two = "포럼에서 평자오는 강연했다", "어제\\n포럼에서 평자오는 강연했다"
    >>> fingerprint(one, (5, 8), "variant-spelling", "c") == fingerprint(two, (8, 11), "variant-spelling", "c")
    True
    """
    start, end = span
    before = _WORD.findall(text[max(0, start - _NEAR) : start])[-1:]
    after = _WORD.findall(text[end : end + _NEAR])[:1]
    parts = (rule, "".join(text[start:end].split()), concept, *before, "|", *after)
    joined = unicodedata.normalize("NFC", "\0".join(parts))
    return hashlib.sha256(joined.encode(errors="replace")).hexdigest()[:16]
