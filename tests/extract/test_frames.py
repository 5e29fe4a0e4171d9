"""Frames of words in which a form is a common noun: each row's example, and what is a name beside it."""

import pytest

from glossary.extract.bare import recognize
from glossary.extract.frames import framed
from glossary.extract.known import Names
from glossary.text.tables import records

ROWS = list(records("noun_frames.tsv"))


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_each_frame_makes_its_example_a_noun(row: dict[str, str]) -> None:
    start = row["example"].index(row["form"])
    assert framed(row["form"], row["example"], start, start + len(row["form"]))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("촉한의 도읍인 성도에서 판다를 봤다.", "성도"),
        ("사천성 성도에서 판다 기지를 둘러봤다.", "성도"),
        ("중경과 성도를 거쳐 티베트로 들어갔다.", "성도"),
        ("송나라의 주자는 성리학을 세웠다.", "주자"),
        ("조조는 양수를 죽였다.", "양수"),
    ],
)
def test_elsewhere_it_may_be_the_name(text: str, form: str) -> None:
    start = text.index(form)
    assert not framed(form, text, start, start + len(form))


def test_a_noun_is_no_name_of_a_text() -> None:
    found = [item.spot.form for item, _ in recognize("장쑤성의 성도 난징에서 중국의 대표 주자가", Names(()), None)]
    assert "성도" not in found
    assert "주자" not in found
