"""Which Korean form is preferred: criteria in the policy's order, the first one that tells two forms apart decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from glossary.errors import InputError
from glossary.link.established import established
from glossary.link.forms import Form
from glossary.model import Evidence, Reading
from glossary.text.hangul import to_jamo


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form with what its hanzi say about it."""

    form: Form
    reading: Reading
    readable: bool


def _established(candidate: Candidate) -> float:
    names = {name.replace(" ", "") for name in established(candidate.reading)}
    return 0.0 if candidate.form.text.replace(" ", "") in names else 1.0


def _readable(candidate: Candidate) -> float:
    return 0.0 if candidate.readable else 1.0


def _glossed(candidate: Candidate) -> float:
    return 0.0 if candidate.form.count else 1.0


def _documents(candidate: Candidate) -> float:
    return -float(len(candidate.form.documents))


def _nearest(candidate: Candidate) -> float:
    text = candidate.form.text.replace(" ", "")
    return float(Levenshtein.distance(to_jamo(text), to_jamo(candidate.reading.official)))


def _unspaced(candidate: Candidate) -> float:
    return float(candidate.form.text.count(" "))


def _earliest(candidate: Candidate) -> float:
    return float(candidate.form.earliest)


CRITERIA: Mapping[str, Callable[[Candidate], float]] = {
    "established": _established,
    "readable": _readable,
    "glossed": _glossed,
    "documents": _documents,
    "nearest": _nearest,
    "unspaced": _unspaced,
    "earliest": _earliest,
}


def ranked(candidates: Sequence[Candidate], order: Sequence[str]) -> list[Candidate]:
    """The candidates, the preferred one first; raises InputError("policy-invalid") for an unknown criterion."""
    unknown = [name for name in order if name not in CRITERIA]
    if unknown:
        raise InputError("policy-invalid", path="link", detail=f"link.prefer = {unknown[0]!r}")
    return sorted(candidates, key=lambda candidate: [*_measures(candidate, order), candidate.form.text])


def why(candidates: Sequence[Candidate], order: Sequence[str]) -> tuple[Evidence, ...]:
    """For each form that was passed over: by which criterion, by how much, and the form."""
    if len(candidates) == 1:
        return (Evidence("only-form", 1.0, candidates[0].form.text),)
    best = dict(zip(order, _measures(candidates[0], order), strict=True))
    found = []
    for rival in candidates[1:]:
        gaps = ((name, CRITERIA[name](rival) - best[name]) for name in order)
        name, gap = next(((name, gap) for name, gap in gaps if gap), ("spelling", 0.0))
        found.append(Evidence(name, round(gap, 4), rival.form.text))
    return tuple(found)


def _measures(candidate: Candidate, order: Sequence[str]) -> list[float]:
    return [CRITERIA[name](candidate) for name in order]
