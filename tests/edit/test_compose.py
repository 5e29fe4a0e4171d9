"""Two rounds of edits as one: what it makes of the text is what the rounds make of it, one after the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.edit import apply
from glossary.edit.compose import compose
from glossary.model import ChangeSet, Edit

TEXT = st.text("가나다 ()", max_size=12)


@st.composite
def edits(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    """Sorted, disjoint edits of a text; none is empty twice at one place."""
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    found = []
    for start, end in zip(places[::2], places[1::2], strict=False):
        cut = draw(st.sampled_from([start, end]))
        found.append(Edit(start, cut, text[start:cut], draw(st.text("가나다", max_size=3)), "rule"))
    return tuple(found)


@given(st.data())
def test_two_rounds_are_one(data: st.DataObject) -> None:
    text = data.draw(TEXT)
    first = data.draw(edits(text))
    between = apply(text, ChangeSet(first))
    second = data.draw(edits(between))
    made = compose(text, first, second)
    assert apply(text, ChangeSet(tuple(item.edit for item in made))) == apply(between, ChangeSet(second))


@given(st.data())
def test_every_edit_is_told_of_once_at_most(data: st.DataObject) -> None:
    text = data.draw(TEXT)
    first = data.draw(edits(text))
    second = data.draw(edits(apply(text, ChangeSet(first))))
    made = compose(text, first, second)
    told = [place for item in made for place in item.first]
    assert len(told) == len(set(told))
    assert all(item.edit.old != item.edit.new for item in made)


def test_one_round_stays_as_it_is() -> None:
    edit = Edit(0, 3, "평자오", "펑자오", "variant-spelling")
    assert [(item.edit, item.first, item.second) for item in compose("평자오는", [edit], [])] == [(edit, (0,), ())]
    assert [(item.edit, item.first, item.second) for item in compose("평자오는", [], [edit])] == [(edit, (), (0,))]


def test_what_is_taken_back_is_no_edit() -> None:
    there, back = Edit(0, 2, "북경", "베이징", "x"), Edit(0, 3, "베이징", "북경", "y")
    assert compose("북경은", [there], [back]) == []
