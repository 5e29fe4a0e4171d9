"""The search: fixed starts and ends, losses, extras, brands of unknown sound, digits, and what ends it."""

from __future__ import annotations

import pytest

from glossary.reading.costs import GAP, RENDERED
from glossary.reading.path import Path, best_path
from glossary.reading.window import make_window
from glossary.text.tables import cell_list, records


def path_of(ko: str, zh: str, **options: float) -> Path | None:
    return best_path(make_window(ko), zh, **options)  # type: ignore[arg-type]


def steps_of(ko: str, zh: str) -> list[tuple[str, str, str]]:
    path = path_of(ko, zh, strict=1.0)
    assert path is not None
    return [(step.ko, step.zh, step.how) for step in path.steps]


STEPS = [
    ("화룬", "華潤", [("화", "華", "both"), ("룬", "潤", "official")]),
    ("화윤", "華潤", [("화", "華", "both"), ("윤", "潤", "sino")]),
    ("루어양", "洛陽", [("루어", "洛", "drift"), ("양", "陽", "both")]),
    ("제14차", "第十四次", [("제", "第", "sino"), ("14", "十四", "number"), ("차", "次", "sino")]),
    ("텐센트윈", "騰訊雲", [("텐센트", "騰訊", "brand"), ("윈", "雲", "official")]),
    ("난징로", "南京路步行街", [("난", "南", "official"), ("징", "京", "official")]),
]


@pytest.mark.parametrize(("ko", "zh", "steps"), STEPS)
def test_each_step_names_its_rule(ko: str, zh: str, steps: list[tuple[str, str, str]]) -> None:
    assert steps_of(ko, zh)[: len(steps)] == steps


@pytest.mark.parametrize("row", [*records("morphemes.tsv"), *records("brands.tsv")], ids=lambda row: row["zh"])
def test_each_rendering_reads_its_hanzi_whole(row: dict[str, str]) -> None:
    for ko in cell_list(row["ko"]):
        path = path_of(ko, row["zh"], begin=0)
        assert path is not None, ko
        assert path.cost <= max(RENDERED.values()) + GAP * ko.count(" ") + 1e-9, ko


def test_a_fixed_end_leaves_the_tail_out() -> None:
    path = path_of("칭다오맥주", "靑島", end=3)
    assert path is not None
    assert (path.start, path.end, path.cost) == (0, 3, 0.0)


def test_a_fixed_beginning_has_to_be_reached() -> None:
    assert path_of("도시 칭다오", "靑島", begin=0) is None
    path = path_of("도시 칭다오", "靑島", begin=2)
    assert path is not None
    assert path.start == 2


def test_a_stricter_bound_refuses() -> None:
    path = path_of("팅텐하이", "卞天海", strict=0.55)
    assert path is not None
    assert path_of("팅텐하이", "卞天海", strict=0.1) is None


def test_a_word_start_is_preferred_to_its_middle() -> None:
    inner, head = path_of("주칭다오", "靑島"), path_of("주 칭다오", "靑島")
    assert inner is not None
    assert head is not None
    assert head.cost < inner.cost
    assert (inner.start, head.start) == (1, 1)


def test_no_name_reaches_across_a_comma() -> None:
    path = path_of("칭, 다오", "靑島", strict=0.5)
    assert path is None or path.start >= 2


def test_a_rest_of_unknown_sound_may_be_a_brand() -> None:
    path = path_of("스타브릿지과학기술", "星橋科技")
    assert path is not None
    assert path.start == 0
    assert path.steps[0].how == "brand"


@pytest.mark.parametrize("blank", [" ", "\n", "\r\n", "\u200b", "  "])
def test_blanks_inside_a_name_cost_little(blank: str) -> None:
    path = path_of(f"루정{blank}야오", "陸正耀")
    assert path is not None
    assert path.start == 0
    assert 0 < path.cost < 0.1


@pytest.mark.parametrize(("ko", "zh"), [("", "靑島"), ("칭다오", ""), ("칭다오", "  "), ("", "")])
def test_nothing_reads_nothing(ko: str, zh: str) -> None:
    assert path_of(ko, zh) is None


def test_compatibility_forms_read_like_the_hanzi_they_stand_for() -> None:
    path = path_of("여강", "\uf988江")
    assert path is not None
    assert path.cost < 0.1
