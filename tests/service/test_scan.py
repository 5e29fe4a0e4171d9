"""Scan: the contract's shape, what the glossary says of each name, both languages."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from glossary.cli.main import root
from glossary.errors import NotFoundError
from glossary.model import Concept, Term
from glossary.service import keep, known_names
from glossary.service.build import build
from glossary.service.changing import Change, TermChange
from glossary.service.context import open_context
from glossary.service.edit import add, change
from glossary.service.scan import language, made, scan, scan_bytes
from glossary.service.wire import scan_json

TEXT = "지난 20일 산시성 시안에서 허사이커지가 열렸다. 북경과 베이징, 리팅(李腾)은 부산시로 갔다."


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scan")
    issue = folder / "1.txt"
    issue.write_text("허사이커지(禾赛科技, Hesai)와 베이징(北京)의 리텅(李腾)", encoding="utf-8")
    build(open_context(folder / "g.db"), [issue])
    return folder / "g.db"


def test_every_name_of_a_korean_text(db: Path) -> None:
    found = scan_bytes(open_context(db), "-", TEXT.encode())
    assert found.lang == "ko"
    assert [TEXT[name.start : name.end] for name in found.names] == [name.text for name in found.names]
    assert [(name.text, name.ko, name.zh_hans, name.concept is not None) for name in found.names] == [
        ("산시", "산시", "陕西", False),
        ("시안", "시안", "西安", False),
        ("허사이커지", "허사이커지", "禾赛科技", True),
        ("북경", "베이징", "北京", True),
        ("베이징", "베이징", "北京", True),
        ("리팅", "리텅", "李腾", True),
    ]


def test_names_after_a_restore_are_those_of_the_restored_glossary(tmp_path: Path) -> None:
    """Edits are numbered anew after a restore: two states have had the same last event."""
    (tmp_path / "1.txt").write_text("펑자오(彭昭)는 말했다. 펑자오가 왔다.", encoding="utf-8")
    ctx = open_context(tmp_path / "g.db")
    build(ctx, [tmp_path / "1.txt"])
    keep.backup(ctx, tmp_path / "copy.db")
    text = "어제 둥팡커지가 왔다. 신위안커지도 왔다.".encode()
    for ko, zh in (("둥팡커지", "东方科技"), ("신위안커지", "新元科技")):
        keep.restore(ctx, tmp_path / "copy.db")
        add(ctx, [TermChange(ko), TermChange(zh)], Change(type="organization", review="approved"))
        assert [name.text for name in scan_bytes(ctx, "-", text).names if name.concept] == [ko]


def test_the_shape_of_the_contract(db: Path) -> None:
    result = CliRunner().invoke(
        root, ["--db", str(db), "scan", "-f", "json", "-"], input="허사이커지가 상장했다.".encode()
    )
    answer = json.loads(result.output)
    assert answer["lang"] == "ko"
    (name,) = answer["names"]
    shape = ["text", "start", "end", "ko", "zh_hans", "en", "type", "concept", "generated", "score"]
    assert list(name) == [*shape, "others"]
    assert (name["text"], name["en"], name["type"], name["generated"]) == ("허사이커지", "Hesai", "organization", False)


def test_a_table_for_the_screen(db: Path) -> None:
    result = CliRunner().invoke(root, ["--db", str(db), "scan", "-"], input="베이징에서".encode())
    assert result.output.splitlines()[1].split()[:3] == ["베이징", "베이징", "北京"]


def test_no_glossary_is_an_error(tmp_path: Path) -> None:
    ctx = open_context(tmp_path / "none.db")
    with pytest.raises(NotFoundError, match="db-missing"):
        scan(ctx, ctx.stages.read("-", "베이징".encode()))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("베이징(北京)", "ko"),
        ("北京", "zh"),
        ("", "ko"),
        ("Hesai", "ko"),
        ("禾赛科技在韩国(한국)设立新的研究中心，北京总部表示欢迎", "zh"),
    ],
)
def test_language(text: str, lang: str) -> None:
    assert language(text) == lang


def test_json_of_nothing() -> None:
    assert scan_json("zh", ()) == {"lang": "zh", "names": []}


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Term("펑자오", "ko", "preferred", source="official"), True),
        (Term("펑자오", "ko", "preferred", source="official", bare=1), False),
        (Term("펑자오", "ko", "preferred", source="editor"), False),
        (Term("펑자오", "ko", "preferred", count=1), False),
    ],
)
def test_a_form_is_generated_where_nobody_has_written_it(term: Term, expected: bool) -> None:
    assert made(Concept("c1", "彭昭", "person", (term,), 1, 1), "펑자오") is expected
    assert not made(None, "펑자오")


def test_a_homograph_that_nothing_tells_apart_names_the_others_too(db: Path) -> None:
    found = scan_bytes(open_context(db), "-", "쑤저우 공장을 늘린다.".encode())
    assert [(name.zh_hans, name.others) for name in found.names] == [("苏州", ("宿州",))]
    result = CliRunner().invoke(root, ["--db", str(db), "scan", "-"], input="쑤저우 공장을 늘린다.".encode())
    assert "苏州 / 宿州" in result.output


def test_a_name_with_hanzi_has_the_type_of_its_concept(db: Path) -> None:
    ctx = open_context(db, actor="lee")
    before = scan_bytes(ctx, "-", "허사이커지(禾赛科技)가 왔다.".encode()).names[0]
    assert before.concept is not None
    change(ctx, before.concept, Change(type="product"))
    assert [name.type for name in scan_bytes(ctx, "-", "허사이커지(禾赛科技)가 왔다.".encode()).names] == ["product"]


def test_a_kept_automaton_is_told_what_came_and_went_since(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_names, "FEW", 1)
    ctx = open_context(db, actor="lee")
    with ctx.writer() as writer:
        known_names.keep_forms(writer)
        assert writer.blob(known_names.FORMS) is not None
    monkeypatch.setattr(known_names, "FEW", 2_000)
    add(ctx, [TermChange("펑쥔즈"), TermChange("彭郡芝")], Change(type="person"))
    found = scan_bytes(ctx, "-", "펑쥔즈와 허사이커지가 왔다.".encode()).names
    assert [(name.text, name.concept is not None) for name in found] == [("펑쥔즈", True), ("허사이커지", True)]


@pytest.mark.parametrize("text", ["今天李腾说，禾赛科技来了。", "创始人李腾表示感谢。", "李腾和禾赛科技在北京签约。"])
def test_a_chinese_name_that_the_glossary_has_is_not_new(db: Path, text: str) -> None:
    (name,) = (name for name in scan_bytes(open_context(db), "-", text.encode()).names if name.text == "李腾")
    assert name.concept is not None
    assert (name.ko, name.type, name.generated) == ("리텅", "person", False)
