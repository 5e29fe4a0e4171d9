"""What one hanzi may sound like in Hangul: every spelling of every reading, with how and at what cost."""

from __future__ import annotations

from functools import cache, lru_cache

from glossary.reading.chars import mandarin, sino
from glossary.reading.costs import DRIFT, NEAR, NEAR_LIMIT, RARER, SINO
from glossary.reading.law import at_head
from glossary.reading.spellings import spell, syllables
from glossary.text.hangul import is_hangul, split
from glossary.text.hanzi import fold
from glossary.text.tables import records

# (cost, sound, reading). The sound is mandarin or sino where only one reading sounds so, both where they are officially
# alike, either for Sino-Korean or Mandarin as writers drift (산동, 공리): there the rest of the name decides.
Option = tuple[float, str, str]
Spelled = tuple[tuple[str, dict[str, float]], ...]


@lru_cache(maxsize=50_000)
def option(char: str, chunk: str) -> Option | None:
    """How a Hangul chunk renders a hanzi in any script, None when it is no spelling of any of its readings.

    >>> option("賽", "싸이"), option("科", "커")[1], option("禾", "화")[1], option("禾", "말")
    ((0.0, 'mandarin', 'sai'), 'mandarin', 'sino', None)
    """
    spelled, hanja = readings(char)
    found: Option | None = None
    for rank, (pinyin, forms) in enumerate(spelled):
        cost = forms.get(chunk)
        if cost is not None and (found is None or cost + RARER * rank < found[0]):
            found = (cost + RARER * rank, "mandarin", pinyin)
    place = hanja.get(chunk)
    if place is None:
        return found
    cost = SINO + RARER / 2 * place
    if found is None or cost < found[0] - RARER:
        return (cost, "either" if found and found[0] <= DRIFT else "sino", chunk)
    return (found[0], "both" if found[0] <= RARER else "either", found[2])


@lru_cache(maxsize=50_000)
def near(char: str, chunk: str) -> Option | None:
    """The cheapest reading that differs from one or two Hangul syllables by a jamo or so: slips of pen and ear.

    >>> near("茨", "트")[2], near("邵", "샤오")[2], near("茨", "곰")
    ('ci', 'shao', None)
    """
    best: Option | None = None
    for hangul in _cheap(char, len(chunk)):
        cost = sum(map(syllable_distance, hangul, chunk))
        if cost > NEAR_LIMIT or (best is not None and cost >= best[0]):
            continue
        known = option(char, hangul)
        if known is not None and cost + known[0] <= NEAR_LIMIT and (best is None or cost + known[0] < best[0]):
            best = (cost + known[0], known[1], known[2])
    return best


@lru_cache(maxsize=100_000)
def syllable_distance(one: str, other: str) -> float:
    """How unlike two Hangul syllables sound in spelled-out Chinese: 0 for the same, about 1 for nothing alike.

    >>> syllable_distance("샤", "사"), syllable_distance("팅", "팅")
    (0.12, 0.0)
    """
    if one == other:
        return 0.0
    if not is_hangul(one) or not is_hangul(other):
        return 1.0
    table = _jamo_costs()
    return sum(
        0.0 if a == b else table.get((place, a, b), default)
        for (place, default), a, b in zip(NEAR.items(), split(one), split(other), strict=True)
    )


@cache
def _jamo_costs() -> dict[tuple[str, str, str], float]:
    costs = {}
    for row in records("jamo_near.tsv"):
        for a, b in ((row["jamo"], row["other"]), (row["other"], row["jamo"])):
            costs[row["place"], a, b] = float(row["cost"])
    return costs


@lru_cache(maxsize=20_000)
def _cheap(char: str, size: int) -> tuple[str, ...]:
    """The spellings that near misses are measured from: official ones, close drift, and Sino-Korean."""
    spelled, hanja = readings(char)
    forms = [h for _, costs in spelled[:3] for h, cost in costs.items() if len(h) == size and cost <= DRIFT]
    return tuple(dict.fromkeys([*forms, *(h for h in hanja if len(h) == size)]))


@lru_cache(maxsize=20_000)
def readings(char: str) -> tuple[Spelled, dict[str, int]]:
    """The Mandarin readings of a hanzi with their spellings, and its Sino-Korean syllables with their rank.

    >>> spelled, hanja = readings("禾")
    >>> spelled[0][0], list(hanja)
    ('he', ['화'])
    """
    folded = fold(char)
    forms = (char,) if folded == char else (char, folded)
    known = syllables()
    pinyin = dict.fromkeys(p for form in forms for p in mandarin(form) if p in known)
    hanja = list(dict.fromkeys(s for form in forms for s in sino(form)))
    hanja += [law for form in hanja if (law := at_head(form)) not in hanja]
    return tuple((p, spell(p)) for p in pinyin), {syllable: rank for rank, syllable in enumerate(hanja)}
