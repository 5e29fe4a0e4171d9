"""Two editors and one form: what nobody else touched is written, what both touched is shown to both."""

from __future__ import annotations

from pathlib import Path

import pytest
from glossary_fakes import ISSUE, context

from glossary.errors import ConflictError, InputError, NotFoundError
from glossary.link.group import concept_id
from glossary.model import Concept
from glossary.service.build import build
from glossary.service.changing import Change
from glossary.service.chronicle import chronicle, compare, last_known
from glossary.service.context import Context
from glossary.service.edit import change
from glossary.service.revise import added, revise, standing
from glossary.views import Clash, Written

PENG = concept_id("彭昭")


@pytest.fixture
def ctx(tmp_path: Path) -> Context:
    ctx = context(tmp_path / "glossary.db")
    (tmp_path / "260.txt").write_text(ISSUE, encoding="utf-8")
    build(ctx, [tmp_path / "260.txt"])
    return ctx


def concept(ctx: Context) -> Concept:
    with ctx.reader() as reader:
        return reader.concept(PENG).concept


def test_the_fields_say_all_that_a_form_shows(ctx: Context) -> None:
    fields = standing(concept(ctx))
    assert fields["type"] == "person"
    assert fields["ko 펑자오"] == "preferred"
    assert not any(name.startswith("zh-Hant") for name in fields)  # 彭昭 is written alike


def test_a_form_as_it_stands_writes_nothing(ctx: Context) -> None:
    now = concept(ctx)
    done = revise(ctx, PENG, now.version, standing(now))
    assert isinstance(done, Written)
    assert done.event == 0


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ({"note": "창업자"}, "note", "창업자"),
        ({"type": "organization"}, "type", "organization"),
        ({"review": "approved"}, "review", "approved"),
        (dict([added("평자오", "forbidden")]), "ko 평자오", "forbidden"),
        (dict([added("펑짜오", "preferred")]), "ko 펑짜오", "preferred"),
    ],
)
def test_what_is_filled_in_stands(ctx: Context, fields: dict[str, str], name: str, value: str) -> None:
    now = concept(ctx)
    revise(ctx, PENG, now.version, {**standing(now), **fields})
    assert standing(concept(ctx))[name] == value


def test_a_form_that_an_editor_added_can_be_taken_out(ctx: Context) -> None:
    revise(ctx, PENG, concept(ctx).version, dict([added("펑짜오", "admitted")]))
    revise(ctx, PENG, concept(ctx).version, {"ko 펑짜오": ""})
    assert "ko 펑짜오" not in standing(concept(ctx))


def test_two_editors_meet_and_each_field_says_who_changed_it(ctx: Context) -> None:
    seen = concept(ctx)
    change(ctx, PENG, Change(note="theirs", type="organization"), seen.version)
    clash = revise(ctx, PENG, seen.version, {**standing(seen), "note": "mine", "review": "approved"})
    assert isinstance(clash, Clash)
    told = {field.name: (field.base, field.theirs, field.mine, field.both) for field in clash.fields}
    assert told["note"] == ("", "theirs", "mine", True)
    assert told["type"] == ("person", "organization", "person", False)
    assert concept(ctx).note == "theirs"
    settled = {"note": "mine", "type": "organization"}
    assert isinstance(revise(ctx, PENG, clash.concept.version, settled), Written)
    assert (concept(ctx).note, concept(ctx).type) == ("mine", "organization")


def test_a_build_in_between_that_leaves_the_fields_alone_is_no_clash(ctx: Context) -> None:
    seen = concept(ctx)
    text = "제 261 호 (2021. 12. 29)\n펑자오(彭昭)\n"
    (ctx.db.parent / "261.txt").write_text(text, encoding="utf-8")
    build(ctx, [ctx.db.parent / "261.txt"])
    assert concept(ctx).version > seen.version
    assert isinstance(revise(ctx, PENG, seen.version, {"note": "mine"}), Written)


@pytest.mark.parametrize(
    "fields",
    [{"type": "ship"}, {"review": "maybe"}, {"xx 펑": "preferred"}, {"ko 펑자오": "best"}, {"ko 펑자오": "x y"}],
)
def test_a_value_that_no_field_takes_is_refused(ctx: Context, fields: dict[str, str]) -> None:
    with pytest.raises(InputError) as caught:
        revise(ctx, PENG, concept(ctx).version, fields)
    assert caught.value.code == "field-unfit"


def test_a_version_that_never_was_is_refused(ctx: Context) -> None:
    with pytest.raises(ConflictError):
        revise(ctx, PENG, 99, {"note": "mine"})


def test_the_chronicle_has_one_line_for_an_act_and_compares_any_two_versions(ctx: Context) -> None:
    first = concept(ctx).version
    change(ctx, PENG, Change(note="하나"), why="까닭")
    second = change(ctx, PENG, Change(type="organization", note="둘")).version
    acts = chronicle(ctx, PENG)
    assert [(act.version, act.said) for act in acts] == [(second, True), (second - 1, True), (first, False)]
    assert acts[1].why == "까닭"
    told = {one.what: (one.before, one.after) for one in compare(ctx, PENG, second, first)}
    assert told["note"] == ("", "둘")
    assert told["type"] == ("person", "organization")
    with pytest.raises(NotFoundError):
        compare(ctx, PENG, first, 99)


def test_a_deleted_concept_is_still_called_something(ctx: Context) -> None:
    change(ctx, PENG, Change(deleted=True))
    assert last_known(ctx, PENG)["ko"] == "펑자오"


def test_the_first_word_on_a_mined_name_is_a_change_not_a_birth(ctx: Context) -> None:
    change(ctx, PENG, Change(note="하나"))
    assert [act.action for act in chronicle(ctx, PENG)] == ["update", "create"]
