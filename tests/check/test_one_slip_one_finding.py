"""One slip is one finding: which rule speaks where several could."""

from __future__ import annotations

import pytest

from glossary.check.settle import ORDER, settled
from glossary.model import Finding


def _finding(rule: str, start: int = 0, end: int = 3) -> Finding:
    return Finding(rule, "warning", start, end, "평자오", "m")


@pytest.mark.parametrize(
    ("rules", "speak"),
    [
        (("near-duplicate", "variant-spelling"), ["variant-spelling"]),
        (("hanzi-mismatch", "variant-spelling"), ["variant-spelling"]),
        (("hanzi-mismatch", "official-form"), ["hanzi-mismatch"]),
        (("hanzi-mismatch", "established-form"), ["established-form", "hanzi-mismatch"]),
        (("reading-mix", "variant-spelling", "unknown-name"), ["reading-mix"]),
        (("missing-hanzi", "variant-spelling"), ["missing-hanzi", "variant-spelling"]),
    ],
)
def test_who_speaks(rules: tuple[str, ...], speak: list[str]) -> None:
    assert [finding.rule for finding in settled(map(_finding, rules))] == speak


def test_apart_they_all_speak() -> None:
    found = [_finding(rule, 4 * place, 4 * place + 3) for place, rule in enumerate(ORDER)]
    assert settled(found) == found
