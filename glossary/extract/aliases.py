"""Further forms of a name that stand in its bracket: a second Hangul reading, a brand, a Latin name, a ticker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary.extract.finders import Found
from glossary.extract.items import KO, ZH, Item, Link, flat, items_of
from glossary.extract.notes import is_latin_note, unlabelled
from glossary.extract.second_names import Name, is_second_name, reads
from glossary.model import Alias
from glossary.policy import ExtractPolicy
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import fold

REACH = 120  # characters on either side of the hanzi: no bracket of a gloss is longer
SECOND = 60  # characters of a second bracket right behind the first


def aliases_of(found: Found, text: str, limits: ExtractPolicy) -> tuple[Alias, ...]:
    """The further forms of a pair, in the order of the text; titles, ages, dates and descriptions are none.

    What reads the hanzi counts always; what does not (트리나솔라 for 天合光能) must look like a brand and no note.
    """
    inner, second = _inside(found, text), _second(found, text)
    if not inner and not second:
        return ()
    pair = found.pair
    ko, zh = flat(text[pair.ko_start : pair.ko_end]), flat(text[pair.zh_start : pair.zh_end])
    name = Name(ko, zh, limits)
    listed = [alias for part in (inner, second) if part for alias in _both_sides(items_of(part), name)]
    own = "".join(ko.split())
    return tuple(dict.fromkeys(alias for alias in listed if "".join(alias.text.split()) != own))


def _inside(found: Found, text: str) -> str:
    """The inside of the bracket with signs for the pair's own hanzi and Hangul; "" where nothing else stands in it."""
    pair, parts = found.pair, found.segments
    if not parts or (len(parts) == 1 and (parts[0].start, parts[0].end) == (pair.zh_start, pair.zh_end)):
        return ""
    middle = pair.ko_start if pair.segment < 0 else pair.zh_start
    start, end = max(parts[0].start, middle - REACH), min(parts[-1].end, middle + REACH)
    pieces, place = [], start
    for low, high, sign in sorted(((pair.zh_start, pair.zh_end, ZH), (pair.ko_start, pair.ko_end, KO))):
        if place <= low and high <= end:
            pieces += [text[place:low], sign]
            place = high
    return flat("".join(pieces) + text[place:end])


def _second(found: Found, text: str) -> str:
    """A bracket right behind the first, as if it stood in it: 텐센트(騰訊)(Tencent)."""
    opened = found.after
    if found.left is None or text[opened : opened + 1] not in ("(", "[", "（"):
        return ""
    ends = [place for sign in ")]）" if (place := text.find(sign, opened, opened + SECOND)) > 0]
    return f"{ZH} {flat(text[opened : min(ends)])}" if ends else ""


def _both_sides(row: Sequence[Item], name: Name) -> list[Alias]:
    anchor = next((at for sign in ("zh", "ko") for at, item in enumerate(row) if item.kind == sign), None)
    if anchor is None or len(row) < 2:
        return []
    before = [list(group) for group in _side(row, anchor, -1, name)]
    return [alias for group in (*reversed(before), *_side(row, anchor, 1, name)) for alias in group]


def _side(row: Sequence[Item], anchor: int, step: int, name: Name) -> Iterator[tuple[Alias, ...]]:
    """The aliases on one side of the pair's own item, outwards until hanzi of another name stand in the way."""
    trusted, source, named = True, False, False
    for at in range(anchor + step, len(row) if step > 0 else -1, step):
        item, beyond = row[at], row[at + step] if 0 <= at + step < len(row) else None
        link = item.link if step > 0 else row[at + 1].link
        if item.kind in ("zh", "ko"):
            continue
        nested = item.depth > row[anchor].depth
        found: tuple[Alias, ...] = ()
        if item.kind == "hanzi":
            if step < 0 or not trusted or not _is_variant(item, beyond, "dot" if named else link, name):
                return
            found = (Alias(item.text, "hanzi"),)
        elif trusted or not nested:
            weak = source or _belongs_beyond(item, beyond, step)
            found = tuple(_judged(item, "dot" if named else link, name, weak))
        yield found
        piece, labelled = unlabelled(item.text) if item.kind == "hangul" else ("", False)
        next_link = (beyond.link if step > 0 else item.link) if beyond is not None else ""
        named = labelled and not piece
        source = step > 0 and not named and not found and next_link == "label"
        trusted = bool(found) or named


def _judged(item: Item, link: Link, name: Name, weak: bool) -> Iterator[Alias]:
    if item.kind == "ticker":
        yield Alias(item.text, "ticker")
    elif item.kind == "latin":
        if not weak and not is_latin_note(item.text):
            yield Alias(item.text, "latin")
    elif item.kind == "hangul":
        piece, labelled = unlabelled(item.text)
        yield from _hangul(piece, "dot" if labelled else link, name, weak and not labelled)


def _hangul(piece: str, link: Link, name: Name, weak: bool) -> Iterator[Alias]:
    """A Hangul phrase, or one of Latin and Hangul words (MAXONESEMI 맥스원세미) whose Hangul reads the hanzi."""
    words = piece.split()
    hangul = " ".join(word for word in words if any(map(is_hangul, word)))
    latin = " ".join(word for word in words if not any(map(is_hangul, word)))
    if not latin:
        if hangul and is_second_name(hangul, name, "blank" if weak else link):
            yield Alias(hangul, "hangul")
        return
    if hangul and (piece not in (f"{latin} {hangul}", f"{hangul} {latin}") or not reads(hangul, name.zh, name.limits)):
        return
    if hangul:
        yield Alias(hangul, "hangul")
    if not is_latin_note(latin):
        yield Alias(latin, "latin")


def _belongs_beyond(item: Item, beyond: Item | None, step: int) -> bool:
    """Whether other hanzi stand closer to a phrase: Quectel in (李庚, Quectel 上海移远通信)."""
    if beyond is None or beyond.kind != "hanzi":
        return False
    return (beyond.link if step > 0 else item.link) in ("blank", "dot", "nest")


def _is_variant(item: Item, beyond: Item | None, link: Link, name: Name) -> bool:
    """Whether further hanzi name the same thing (松嶽:開城): no list, no title, no name with its own Hangul."""
    if len(item.text) < 2 or (beyond is not None and beyond.link in ("blank", "nest")):
        return False
    if link == "comma":
        return bool(set(fold(item.text)) & set(fold(name.zh)))
    listing = beyond is not None and beyond.kind == "hanzi" and link == "label"
    return link in ("dot", "label") and not listing
