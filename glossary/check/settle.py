"""Which rule speaks where several could: one slip is one finding."""

from __future__ import annotations

from collections.abc import Iterable

from glossary.model import Finding

# Rules that say of the same letters that they should be others, the one that knows most first. What a name should be
# called goes before how it is spelled, a known spelling before a likeness, and what is wrong before what is unusual.
ORDER = (
    "forbidden-term",
    "established-form",
    "reading-mix",
    "variant-spelling",
    "near-duplicate",
    "source-mismatch",
    "homograph",
    "official-form",
    "unknown-name",
)
# A hanzi-mismatch tells of two sides; a spelling of the concept explains it, and so does an established name that both
# would write first for the same letters.
_EXPLAINED = frozenset({"forbidden-term", "reading-mix", "variant-spelling"})
_DOUBTED = frozenset({"official-form", "near-duplicate"})
_RANK = {rule: place for place, rule in enumerate(ORDER)}


def settled(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that speak, in document order; of those that overlap, the first in `ORDER`, then the longer."""
    listed = list(findings)
    naming = sorted((f for f in listed if f.rule in _RANK), key=lambda f: (_RANK[f.rule], f.start - f.end, f.start))
    taken = _Spans()
    spoken = [finding for finding in naming if taken.add(finding)]
    explained = _Spans(f for f in spoken if f.rule in _EXPLAINED)
    usual = {(f.start, f.end, f.suggestions[:1]) for f in spoken if f.rule == "established-form" and f.suggestions}
    mismatches = [
        f
        for f in listed
        if f.rule == "hanzi-mismatch" and not explained.touch(f) and (f.start, f.end, f.suggestions[:1]) not in usual
    ]
    doubted = _Spans(mismatches)
    kept = [f for f in spoken if f.rule not in _DOUBTED or not doubted.touch(f)]
    kept += mismatches
    kept += [f for f in listed if f.rule not in _RANK and f.rule != "hanzi-mismatch"]
    return sorted(set(kept), key=lambda finding: (finding.start, finding.end, finding.rule))


class _Spans:
    """Places of a text that are taken."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._taken: set[int] = set()
        for finding in findings:
            self._taken.update(range(finding.start, finding.end))

    def touch(self, finding: Finding) -> bool:
        """Whether a finding overlaps one of them."""
        return not self._taken.isdisjoint(range(finding.start, finding.end))

    def add(self, finding: Finding) -> bool:
        """Take a finding's place unless it is taken; an empty place never is."""
        if self.touch(finding):
            return False
        self._taken.update(range(finding.start, finding.end))
        return True
