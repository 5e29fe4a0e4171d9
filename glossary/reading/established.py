"""Which customary forms are the name itself in Korean, not merely allowed beside the official one."""

from __future__ import annotations

from glossary.model import Reading

_NAMES = frozenset({"history", "star", "company", "work", "foreign"})


def established(reading: Reading) -> tuple[str, ...]:
    """The forms that stand before a sound-by-sound one: 홍콩, 제갈량, 양조위, 레노버, but not 상해 beside 상하이.

    Persons before 1911, performers, companies, works and Korean or Japanese names are called by their customary
    name; other persons after 1911 are not (노신 stands beside 루쉰). A place is so only where that name is no
    plain Sino-Korean reading, which the norm allows beside the official form.

    >>> established(Reading("香港", "샹강", (), "향항", ("홍콩", "향항")))
    ('홍콩',)
    >>> established(Reading("上海", "상하이", (), "상해", ("상해",)))
    ()
    """
    kinds = {item.detail for item in reading.trace if item.feature == "customary"}
    if kinds & _NAMES:
        return reading.customary
    if "modern" in kinds:
        return ()
    return tuple(form for form in reading.customary[:1] if form != reading.sino_korean)
