"""A form without hanzi against hanzi, and against another form: does it sound so, and is it known to be so?"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.link.affixes import Stem, hangul_stems, hanzi_stems
from glossary.link.hanzi_pair import apart
from glossary.link.known import bearer, bearers, form_key, kind_of
from glossary.link.spoken import spoken
from glossary.link.weave import weave
from glossary.link.weights import weighed
from glossary.model import Evidence, Node
from glossary.text.hangul import is_hangul, join, split

_FORMS = 4  # of a node's forms, the commonest, that are compared
_WRITTEN = 6.0  # the very form that stands with the hanzi elsewhere
_KNOWN = 6.0  # the established name
_ANOTHER = -5.0  # the established name of another
_HOMOGRAPH = -6.5  # one of several that are called so: an even chance at best
_OTHER_SORT = -3.0  # the other that is called so is a person where this is a place
_KIN = -1.5  # the name of one who is called after this one: 칭따오 is the beer of 青岛
_TWIN = 2.0  # Latin letters that look alike: AIoT, Alot
_ER = frozenset("尔儿")
_TWINS = str.maketrans({"i": "l", "1": "l", "0": "o", "|": "l"})


def form_evidence(named: Node, bare: Node) -> list[Evidence]:
    """What a form says of a node with hanzi, in log odds.

    >>> pengzhao = Node("p", "彭昭", "彭昭", ("펑자오",), "person")
    >>> form_evidence(pengzhao, Node("form:평자오", "", "", ("평자오",), "person"))[0].value > 0
    True
    """
    found = []
    for form in bare.forms[:_FORMS]:
        key = form_key(form)
        signs = [*_written(named, key), *_known(named, form), *_reads(named, key), *_like(named.forms, key, named.type)]
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
    if best[0].feature == "written":
        return best
    own = {bearer(stem.text) for stem in hanzi_stems(named.key)} | {bearer(named.key)}
    names = bearers(form)
    rivals = {name for name in names if not any(bearer(stem.text) in own for stem in hanzi_stems(name))}
    detail = f"{form} = {' '.join(sorted(names))}"
    if names and not names & own:
        best.append(Evidence("name-of-another", _ANOTHER if rivals else _KIN, detail))
    elif rivals:
        kinds = {kind_of(name) for name in own}
        alike = any(kind_of(name) in kinds for name in rivals)
        best.append(Evidence("homograph", _HOMOGRAPH if alike else _OTHER_SORT, detail))
    return best


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


def _like(forms: tuple[str, ...], key: str, type: str) -> Iterator[Evidence]:
    for form in forms[:_FORMS]:
        yield from _alike(form_key(form), key, places=type == "place")


def _alike(one: str, other: str, *, places: bool) -> Iterator[Evidence]:
    if one.translate(_TWINS) == other.translate(_TWINS) and not any(map(is_hangul, one)):
        yield Evidence("twins", _TWIN, f"{one} {other}")
    for stem in hangul_stems(one, places):
        for cut in hangul_stems(other, places):
            odds = _parted(stem, cut)
            if odds > -4.0:
                found = weave(stem.text, cut.text)
                trace = " ".join(f"{a}:{b}" for a, b in found.pairs)
                yield Evidence("woven", weighed("woven", found.total, found.worst) + odds, trace)


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
    places = "place" in (left.type, right.type)
    signs = [Evidence("unlike", -6.0, f"{key} {rival}"), *_alike(key, rival, places=places)]
    for names, form in ((ours, rival), (theirs, key)):
        for name in sorted(names)[:_FORMS]:
            signs += _reads(Node("", name, name, (), "place" if places else "term"), form)
    return [max(signs, key=lambda sign: sign.value)]
