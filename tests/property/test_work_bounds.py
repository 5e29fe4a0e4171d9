"""How much work hostile texts cost: searches and questions counted, never a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from token_fakes import FakeTokenizers

from glossary.extract import extract, finders, pairing
from glossary.model import Document
from glossary.policy import load_policy
from glossary.reading.path import Path, best_path
from glossary.reading.window import Window
from glossary.text.brackets import INSIDE, brackets
from glossary.text.hanzi import HANZI

POLICY = load_policy()
RUN = re.compile(f"[{HANZI}]+")
SEARCHES = 12  # a run of hanzi may be tried whole, in parts, joined to its neighbours, with tails and inside
HOSTILE = {
    "open brackets": "(" * 20_000,
    "closing brackets": ")" * 20_000,
    "open brackets with hanzi": "(韓" * 2_000,
    "nested": "(" * 5_000 + "韓" + ")" * 5_000,
    "nested with hanzi": "가(韓" * 1_000 + ")" * 1_000,
    "한(韓 repeated": "한(韓" * 2_000,
    "한(韓) repeated": "한(韓)" * 1_000,
    "Hangul without a space": "가나다라마바사" * 3_000,
    "Hangul without a space, one bracket": "가나다라마바사" * 3_000 + "(韓國)",
    "hanzi without a space": "韓國中國" * 3_000,
    "hanzi and Hangul": "韓한" * 2_000,
    "hanzi in one bracket": "가(" + "韓 " * 500 + ")",
    "a list in one bracket": "가(" + "韓國·" * 300 + ")",
    "quotes": "‘“" * 5_000 + "한국(韓國)",
    "blanks": "한국" + " " * 20_000 + "(韓國)",
    "line breaks": "한국(" + "\n" * 10_000 + "韓國)",
    "digits": "가(" + "十" * 100 + ")",
}


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The window size of each search."""
    sizes: list[int] = []

    def counted(window: Window, zh: str, **options: float) -> Path | None:
        sizes.append(len(window.text))
        return best_path(window, zh, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pairing, "best_path", counted)
    monkeypatch.setattr(finders, "best_path", counted)
    return iter([sizes])


@pytest.mark.parametrize("text", list(HOSTILE.values()), ids=list(HOSTILE))
def test_work_grows_with_the_runs_of_hanzi_alone(text: str, searches: Iterator[list[int]]) -> None:
    fake, sizes = FakeTokenizers(), next(searches)
    extract(Document("hostile", text), POLICY, fake)
    runs = len(RUN.findall(text))
    assert len(sizes) <= SEARCHES * runs
    assert len(fake.korean.asked) <= runs
    assert max(sizes, default=0) <= max(POLICY.extract.window, INSIDE)


@pytest.mark.parametrize(
    "text", ["(" * 20_000, "(" * 5_000 + "가" + ")" * 5_000, "한(韓" * 2_000], ids=["open", "nested", "한(韓"]
)
def test_every_bracket_is_bounded(text: str) -> None:
    assert all(bracket.end - bracket.start <= INSIDE + 1 for bracket in brackets(text))


def test_a_text_whose_brackets_all_read_asks_no_tokenizer() -> None:
    fake = FakeTokenizers()
    text = "웨이팡(濰坊)시와 링난(嶺南)대학, 류베이(劉備·62) 회장의 화룬그룹(華潤集團)이 上海(상하이)에서 만났다. " * 20
    assert len(extract(Document("plain", text), POLICY, fake)) == 100
    assert fake.korean.asked == []
