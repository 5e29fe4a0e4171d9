"""A form without hanzi against hanzi, and against another form: does it sound so, and is it known to be so?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.distance import Indel

from glossary.link.affixes import Stem, hangul_stems, hanzi_stems
from glossary.link.block import twin
from glossary.link.hanzi_pair import apart
from glossary.link.known import apart_names, bearer, bearers, form_key, kind_of
from glossary.link.spoken import spoken
from glossary.link.weave import weave
from glossary.link.weights import weighed
from glossary.model import EntityType, Evidence, Node
from glossary.text.hangul import is_hangul, join, split, to_jamo

_FORMS = 4  # of a node's forms, the commonest, that are compared
_WRITTEN = 6.0  # the very form that stands with the hanzi elsewhere
_KNOWN = 6.0  # the established name
_ANOTHER = -5.0  # the established name of another
_STRANGER = -2.0  # of one of another sort
_HOMOGRAPH = -5.0  # one of several that are called so, by its established form: never sure
_EITHER = -5.5  # the very form that all of them are written by
_OTHER_SORT = -2.5  # the other that is called so is a person where this is a place
_KIN = -1.5  # the name of one who is called after this one: 칭따오 is the beer of 青岛
_TWIN = 2.0  # Latin letters that look alike: AIoT, Alot
_SAME_EAR = frozenset({"heard", "any"})
_ANY_EAR = frozenset({"heard", "any", "heard-read", "read-heard", "read", "mixed"})
_OTHER_EAR = 2.0  # what a likeness by two ways of reading counts less where the hanzi can be asked
_LONG, _MISSPELT = 5, 0.84  # syllables and likeness in jamo from which one may be the other, letters astray
_ER = frozenset("尔儿")


def form_evidence(named: Node, bare: Node) -> list[Evidence]:
    """What a form says of a node with hanzi, in log odds.

    >>> pengzhao = Node("p", "彭昭", "彭昭", ("펑자오",), "person")
    >>> form_evidence(pengzhao, Node("form:평자오", "", "", ("평자오",), "person"))[0].value > 0
    True
    """
    found = []
    for form in bare.forms[:_FORMS]:
        key = form_key(form)
        signs = [*_written(named, key), *_known(named, form), *_reads(named, key)]
        signs += [sign for own in named.forms[:_FORMS] for sign in _alike(form_key(own), key, named.type, _SAME_EAR)]
        found.append(_best(signs, named, form))
    return max(found, key=_odds, default=[])


def forms_evidence(left: Node, right: Node) -> list[Evidence]:
    """What two forms without hanzi say of each other, in log odds.

    >>> nodes = [Node("form:" + form, "", "", (form,), "place") for form in ("북경", "베이징", "남경")]
    >>> [forms_evidence(nodes[0], other)[0].value > 0 for other in nodes[1:]]
    [True, False]
    """
    ours, theirs = left.forms[:_FORMS], right.forms[:_FORMS]
    return max((_pair(one, other, left, right) for one in ours for other in theirs), key=_odds, default=[])


def _odds(signs: list[Evidence]) -> float:
    return sum(sign.value for sign in signs)


def _best(signs: list[Evidence], named: Node, form: str) -> list[Evidence]:
    """The strongest sign, and what speaks against it: the form is another's name, or several are called so."""
    best = [max(signs, key=lambda sign: sign.value)]
    own = {bearer(stem.text) for stem in hanzi_stems(named.key)} | {bearer(named.key)}
    names = bearers(form)
    rivals = {name for name in names if not any(bearer(stem.text) in own for stem in hanzi_stems(name))}
    if (form_key(form), named.key) in apart_names():
        return [Evidence("known-apart", -7.0, f"{form} / {named.key}")]
    if not names or names == own:
        return best
    alike = any(kind_of(name) in {kind_of(name) for name in own} for name in rivals)
    detail = f"{form} = {' '.join(sorted(names))}"
    if best[0].feature == "written":
        return [*best, Evidence("homograph", _EITHER, detail)] if alike and names & own else best
    if not names & own:
        return [*best, Evidence("name-of-another", (_ANOTHER if alike else _STRANGER) if rivals else _KIN, detail)]
    return [*best, Evidence("homograph", _HOMOGRAPH if alike else _OTHER_SORT, detail)] if rivals else best


def _written(named: Node, key: str) -> Iterator[Evidence]:
    if any(form_key(form) == key for form in (*named.forms, *named.latin)):
        yield Evidence("written", _WRITTEN, key)


def _known(named: Node, form: str) -> Iterator[Evidence]:
    if bearer(named.key) in bearers(form):
        yield Evidence("known", _KNOWN, f"{form} = {named.key}")


def _reads(named: Node, key: str) -> Iterator[Evidence]:
    places = named.type == "place"
    for stem in hanzi_stems(named.key):
        for cut in (*hangul_stems(key, places), *_drawn_out(key, stem.text)):
            here, there = set(stem.rest) - set(cut.rest), set(cut.rest) - set(stem.rest)
            odds = apart(stem.text, here, there) - 5.0
            found = spoken(cut.text, stem.text)
            yield Evidence("reads", weighed("spoken", found.total, found.worst) + odds, found.trace)
            if bearer(stem.text) in bearers(cut.text):
                yield Evidence("known", _KNOWN + odds, f"{cut.text} = {stem.text}")


def _drawn_out(key: str, zh: str) -> Iterator[Stem]:
    """A form with the syllable 얼 that old spellings draw into the one before: 할빈 for 하얼빈 哈尔滨."""
    if _ER.intersection(zh) and "얼" not in key:
        for place, char in enumerate(key):
            if is_hangul(char) and split(char)[2] == "ㄹ":
                yield Stem(f"{key[:place]}{join(*split(char)[:2])}얼{key[place + 1 :]}")


def _alike(one: str, other: str, type: str, ways: frozenset[str]) -> Iterator[Evidence]:
    """Whether two forms are one by their look; where hanzi speak for one, only as two writers hear one sound."""
    if twin(one) == twin(other) and not any(map(is_hangul, one)):
        yield Evidence("twins", _TWIN, f"{one} {other}")
    if min(len(one), len(other)) >= _LONG and Indel.normalized_similarity(to_jamo(one), to_jamo(other)) >= _MISSPELT:
        yield Evidence("misspelt", 0.0, f"{one} {other}")
    for stem in hangul_stems(one, type == "place"):
        for cut in hangul_stems(other, type == "place"):
            odds = _parted(stem, cut)
            if odds > -4.0:
                found = weave(stem.text, cut.text)
                trace = " ".join(f"{a}:{b}" for a, b in found.pairs)
                odds += weighed("woven", found.total, found.worst) - (0.0 if found.how in ways else _OTHER_EAR)
                yield Evidence("woven", odds, trace)


def _parted(one: Stem, other: Stem) -> float:
    here, there = set(one.rest) - set(other.rest), set(other.rest) - set(one.rest)
    return apart(one.text, here, there) - 5.0


def _pair(one: str, other: str, left: Node, right: Node) -> list[Evidence]:
    key, rival = form_key(one), form_key(other)
    ours, theirs = bearers(one), bearers(other)
    if key == rival:
        return [Evidence("written", _WRITTEN, key)]
    if ours and theirs:
        shared = ours & theirs
        if shared:
            return [Evidence("known", _KNOWN - 1.5 * (len(ours | theirs) - 1), " ".join(sorted(shared)))]
        return [Evidence("name-of-another", _ANOTHER, f"{one} = {' '.join(ours)}, {other} = {' '.join(theirs)}")]
    type: EntityType = "place" if "place" in (left.type, right.type) else "term"
    signs = [Evidence("unlike", -6.0, f"{key} {rival}")]
    for names, form in ((ours, rival), (theirs, key)):
        for name in sorted(names)[:_FORMS]:
            signs += _reads(Node("", name, name, (), type), form)
    settled = any(kind_of(name) != "other" for name in ours | theirs)
    if settled and max(sign.value for sign in signs) < 0:  # somebody or somewhere known, whose hanzi are not read so
        signs += [replace(sign, value=sign.value + _KIN) for sign in _alike(key, rival, type, _ANY_EAR)]
    else:
        signs += _alike(key, rival, type, _ANY_EAR)
    return [max(signs, key=lambda sign: sign.value)]
