"""From a site to its pairs: which of the possible readings holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary.extract.cues import like_person
from glossary.extract.inside import Core, Segment, cores, segments
from glossary.extract.left import Left, left_of
from glossary.extract.nouns import Nouns
from glossary.extract.pairing import Pair, inner_pair, labelled, outer_pair
from glossary.extract.sites import Site
from glossary.policy import ExtractPolicy
from glossary.reading.learned import NOTHING, Learned
from glossary.reading.path import best_path
from glossary.reading.window import make_window
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import fold


@dataclass(frozen=True, slots=True)
class Found:
    """A pair with the surroundings that later stages read: its bracket's segments and what stands left of it."""

    pair: Pair
    segments: tuple[Segment, ...]
    left: Left | None
    after: int  # document offset behind the whole expression


def pairs_at(site: Site, text: str, limits: ExtractPolicy, nouns: Nouns, learned: Learned = NOTHING) -> Iterator[Found]:
    """All pairs of one site, the main one first."""
    if site.bracket is None:
        yield from _outside(site, text, limits, learned)
        return
    found = segments(text, site.start + 1, site.end)
    left = left_of(text, site.start, site.lower, limits.window)
    after = site.end + 1
    main = _main(left, text, found, limits, nouns, learned)
    if main is not None:
        yield Found(main, tuple(found), left, after)
    for pair in _further(text, found, main, limits, learned):
        yield Found(pair, tuple(found), None, after)


def _main(
    left: Left | None, text: str, found: list[Segment], limits: ExtractPolicy, nouns: Nouns, learned: Learned
) -> Pair | None:
    listed = list(cores(text, found))
    if not listed:
        return None
    outer = outer_pair(left, text, found, limits, learned) if left is not None else None
    if outer is not None and outer.cost <= limits.good:
        return outer
    inner = inner_pair(text, found, listed[0], limits, learned)
    if inner is not None:
        if outer is not None and not _doubtful(outer):
            return outer
        if left is not None and left.touching and not _introduced(inner, text, found) and nouns.is_name(left):
            return nouns.named(left, listed[0])
        return inner
    if outer is not None and not _doubtful(outer):
        return outer
    if left is None or labelled(found, listed[0].segment):
        return None
    return nouns.unread(left, text, listed[0]) or outer


def _introduced(inner: Pair, text: str, found: list[Segment]) -> bool:
    """Whether the bracket names a person of its own, no second reading: 로보캣(창업자 왕하이·王海)."""
    zh = text[inner.zh_start : inner.zh_end]
    person = like_person(fold(zh))
    return person or all(inner.ko_start != segment.start for segment in found)


def _doubtful(pair: Pair) -> bool:
    """A fair reading most of whose hanzi nothing renders is none."""
    lost = sum(len(step.zh) for step in pair.steps if step.how == "unread")
    return pair.method == "reading" and (2 * lost >= pair.zh_end - pair.zh_start or pair.zh_end - pair.zh_start == 1)


def _further(
    text: str, found: list[Segment], main: Pair | None, limits: ExtractPolicy, learned: Learned
) -> Iterator[Pair]:
    """Pairs that stand in the bracket beside the main one: (李庚, Quectel 上海移远通信 제품 총감)."""
    for core in cores(text, found):
        if main is not None and core.start < main.zh_end:
            continue
        latin = text[core.latin_before : core.start].rstrip()
        if latin and core.latin_before == found[core.segment].start and main is not None:
            end = core.latin_before + len(latin)
            yield Pair(core.latin_before, end, core.start, core.end, "none", 0.5, (), core.segment, True)
            continue
        before = [
            s for s in found[max(0, core.segment - 1) : core.segment + 1] if main is None or s.start >= main.zh_end
        ]
        inner = inner_pair(text, before, core, limits, learned) if main is not None else None
        if inner is not None:
            yield inner


def _outside(site: Site, text: str, limits: ExtractPolicy, learned: Learned) -> Iterator[Found]:
    if site.follows is not None:
        yield from _hanzi_first(site, text, limits.good, learned)
        return
    if site.end - site.start < 2:
        return
    left = left_of(text, site.start, site.lower, limits.window)
    if left is None or (left.quote is not None and left.quote[1] != left.end):
        return
    path = best_path(left.window, text[site.start : site.end], strict=limits.bare, learned=learned)
    if path is None or path.start not in left.window.starts or any(step.how == "unread" for step in path.steps):
        return
    if not left.touching and path.cost > 0.05:
        return
    size = site.end - site.start
    start, end = left.offset(path.start), left.stop(path.end)
    yield Found(Pair(start, end, site.start, site.end, "reading", path.cost / size, path.steps, 0), (), left, site.end)


def _hanzi_first(site: Site, text: str, good: float, learned: Learned) -> Iterator[Found]:
    """禾赛科技(허사이커지): the Hangul of the bracket reads the hanzi before it."""
    assert site.follows is not None
    found = segments(text, site.follows.start + 1, site.follows.end)
    core = Core(site.start, site.end, 0, site.start)
    size = site.end - site.start
    for segment in found:
        if segment.kind != "hangul" or not is_hangul(text[segment.start]):
            continue
        window = make_window(text[segment.start : segment.end])
        path = best_path(window, text[core.start : core.end], strict=good, begin=0, learned=learned)
        if path is not None:
            pair = Pair(
                segment.start, segment.end, core.start, core.end, "reading", path.cost / size, path.steps, -1, True
            )
            yield Found(pair, tuple(found), None, site.follows.end + 1)
            return
