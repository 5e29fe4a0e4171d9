"""Which Korean form is preferred: criteria in the policy's order, the first one that tells two forms apart decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from glossary.errors import InputError
from glossary.link.forms import Form, is_latin
from glossary.model import Evidence, Reading
from glossary.text.hangul import to_jamo

EDITOR = "editor"  # the source of a form that somebody chose by hand
OFFICIAL = "official"  # the source of a form that no document wrote and the norm gives
_NO_READING = frozenset({"translation", "other", "japanese"})
_UNWANTED = frozenset({"deprecated", "superseded"})
_ALIKE = 0.5  # jamo similarity from which a form that cannot be read is a slip for one that can, not another name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form with what its hanzi and its house say about it."""

    form: Form
    reading: Reading
    readable: bool
    authorities: frozenset[str] = frozenset()  # the established names of the concept
    official: bool = False  # the house wants the official form, and this is it

    @property
    def chosen(self) -> bool:
        """Whether an editor wants this form."""
        said = self.form.curated
        return said is not None and said.status == "preferred" and self.form.source == EDITOR

    @property
    def unwanted(self) -> bool:
        """Whether somebody said that this form is not to be used."""
        said = self.form.curated
        return said is not None and (said.forbidden or said.status in _UNWANTED)

    @property
    def misread(self) -> bool:
        """Whether the form means to sound like its hanzi and does not: no translation, no brand, no Latin name."""
        if self.readable or is_latin(self.form.text) or self.form.curated is not None:
            return False
        relations = self.form.relations
        return not relations or relations.most_common(1)[0][0] not in _NO_READING


def _editor(candidate: Candidate) -> float:
    return float(candidate.form.owner) if candidate.chosen else 1000.0


def _established(candidate: Candidate) -> float:
    """As the authority writes it, then what differs from that by blanks alone."""
    if candidate.form.text in candidate.authorities:
        return 0.0
    return 0.5 if _plain(candidate.form.text) in map(_plain, candidate.authorities) else 1.0


def _official(candidate: Candidate) -> float:
    return 0.0 if candidate.official else 1.0


def _readable(candidate: Candidate) -> float:
    return 0.0 if candidate.readable else 1.0


def _glossed(candidate: Candidate) -> float:
    return 0.0 if candidate.form.count else 1.0


def _documents(candidate: Candidate) -> float:
    return -float(len(candidate.form.documents))


def _nearest(candidate: Candidate) -> float:
    if not candidate.reading.official:
        return 0.0
    text = candidate.form.text.replace(" ", "")
    return float(Levenshtein.distance(to_jamo(text), to_jamo(candidate.reading.official)))


def _unspaced(candidate: Candidate) -> float:
    return float(candidate.form.text.count(" "))


def _mentions(candidate: Candidate) -> float:
    return -float(candidate.form.count + candidate.form.bare)


CRITERIA: Mapping[str, Callable[[Candidate], float]] = {
    "editor": _editor,
    "established": _established,
    "official": _official,
    "readable": _readable,
    "glossed": _glossed,
    "documents": _documents,
    "nearest": _nearest,
    "unspaced": _unspaced,
    "mentions": _mentions,
    "earliest": lambda candidate: 0.0,  # places of text are compared as they are, see `_key`
}


def ranked(candidates: Sequence[Candidate], order: Sequence[str]) -> list[Candidate]:
    """The candidates, the preferred one first; raises InputError("policy-invalid") for an unknown criterion."""
    unknown = [name for name in order if name not in CRITERIA]
    if unknown:
        raise InputError("policy-invalid", path="link", detail=f"link.prefer = {unknown[0]!r}")
    return sorted(candidates, key=lambda candidate: _key(candidate, order))


def why(candidates: Sequence[Candidate], order: Sequence[str]) -> tuple[Evidence, ...]:
    """For each form that was passed over: by which criterion, by how much, and the form.

    A preferred form that its hanzi cannot be read as says so, with what they are read as.
    """
    best = candidates[0]
    passed = [_passed(best, rival, order) for rival in candidates[1:]]
    if best.misread and best.reading.official:
        passed.append(Evidence("misread", 1.0, best.reading.official))
    return tuple(passed) or (Evidence("only-form", 1.0, best.form.text),)


def slips(candidates: Sequence[Candidate]) -> frozenset[str]:
    """The forms that misread their hanzi where another form reads them: 평자오 beside 펑자오 for 彭昭.

    What stood with the hanzi is held against them alone; what never did has to look like a form that reads them too.
    """
    good = [to_jamo(candidate.form.text) for candidate in candidates if candidate.readable]
    said = {_plain(candidate.form.text) for candidate in candidates if candidate.form.curated is not None}
    return frozenset(
        candidate.form.text
        for candidate in candidates
        if good
        and candidate.misread
        and _plain(candidate.form.text) not in said
        and (candidate.form.count or _near(candidate.form.text, good))
    )


def _plain(text: str) -> str:
    return text.replace(" ", "")


def _near(text: str, good: Sequence[str]) -> bool:
    return any(Levenshtein.normalized_similarity(to_jamo(text), other) >= _ALIKE for other in good)


def _passed(best: Candidate, rival: Candidate, order: Sequence[str]) -> Evidence:
    text = rival.form.text
    if rival.unwanted and not best.unwanted:
        said = rival.form.curated
        return Evidence("forbidden" if said is not None and said.forbidden else "unwanted", 1.0, text)
    for name in order:
        gap = CRITERIA[name](rival) - CRITERIA[name](best)
        if gap:
            return Evidence(name, 1.0 if name == "editor" else round(gap, 4), text)
        if name == "earliest" and rival.form.earliest != best.form.earliest:
            return Evidence(name, 1.0, text)
    return Evidence("spelling", 0.0, text)


def _key(candidate: Candidate, order: Sequence[str]) -> list[object]:
    measures: list[object] = [
        candidate.form.earliest if name == "earliest" else CRITERIA[name](candidate) for name in order
    ]
    return [candidate.unwanted, *measures, candidate.form.text]
