"""A concept with its evidence in context, documents with their names, and the figures of the front page."""

from __future__ import annotations

from pathlib import Path

import pytest
from glossary_fakes import ISSUE, FakeStages, context
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import NotFoundError
from glossary.model import Document, Mention
from glossary.policy import Policy
from glossary.service.build import build
from glossary.service.concept import concept
from glossary.service.context import Context
from glossary.service.documents import document, documents
from glossary.service.lookup import lookup
from glossary.service.sentences import cut
from glossary.service.stats import stats

OTHER = "제 261 호 (2021. 12. 29)\n\n펑자오(彭昭)가 왔다.\n허사이커지(和賽科技)도 왔다. 펑차오(彭超)는 아니다.\n"


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory) -> Context:
    folder = tmp_path_factory.mktemp("concept")
    (folder / "260.txt").write_text(ISSUE, encoding="utf-8")
    (folder / "261.txt").write_text(OTHER, encoding="utf-8")
    ctx = context(folder / "glossary.db")
    build(ctx, [folder])
    return ctx


def id_of(ctx: Context, query: str) -> str:
    found = lookup(ctx, query)[0].id
    assert found is not None
    return found


def test_evidence_stands_in_its_sentence_with_the_name_marked(ctx: Context) -> None:
    view = concept(ctx, id_of(ctx, "펑자오"))
    assert [(item.document, item.issue, item.line) for item in view.occurrences] == [
        ("261.txt", 261, 3),
        ("260.txt", 260, 4),
        ("260.txt", 260, 5),
    ]
    assert [item.sentence for item in view.occurrences] == [
        "펑자오(彭昭)가 왔다.",
        "펑자오(彭昭)가 말했다.",
        "평자오(彭昭) 총재는 홍콩(香港)과 샹강(香港)을 다녀왔다.",
    ]
    for item in view.occurrences:
        assert item.sentence[item.ko_start : item.ko_end] == item.mention.ko
        assert item.sentence[item.zh_start : item.zh_end] == item.mention.zh


def test_a_concept_says_why_and_what_else(ctx: Context) -> None:
    view = concept(ctx, id_of(ctx, "펑자오"))
    assert [(item.feature, item.detail) for item in view.concept.why] == [
        ("readable", "평자오"),
        ("type", "person 3/3"),
    ]
    assert view.reading is not None
    assert view.reading.official == "펑자오"
    assert [alias.text for alias in concept(ctx, id_of(ctx, "hesai")).aliases] == ["Hesai"]


def test_neighbours_share_a_form_or_are_a_slip_apart(ctx: Context) -> None:
    assert [hit.zh_hans for hit in concept(ctx, id_of(ctx, "禾赛科技")).neighbours] == ["和赛科技"]
    assert [hit.ko for hit in concept(ctx, id_of(ctx, "彭昭")).neighbours] == ["펑차오"]


def test_no_such_concept(ctx: Context) -> None:
    with pytest.raises(NotFoundError):
        concept(ctx, "c0")


def test_documents_latest_first_and_their_names_in_order(ctx: Context) -> None:
    latest, earlier = documents(ctx)
    assert (latest.name, latest.date, latest.mentions, latest.concepts) == ("261.txt", "2021-12-29", 3, 3)
    view = document(ctx, earlier.id)
    assert [(line.ko, line.zh, line.mentions) for line in view.names] == [
        ("허사이커지", "禾赛科技", 2),
        ("펑자오", "彭昭", 2),
        ("홍콩", "香港", 2),
        ("장시", "江西", 1),
    ]


def test_figures_and_examples_that_answer(ctx: Context) -> None:
    figures = stats(ctx)
    assert (figures.documents, figures.mentions, figures.concepts) == (2, 10, 6)
    found = {lookup(ctx, example.query)[0].id for example in figures.examples}
    assert len(found) == 1
    assert {example.way for example in figures.examples} == {
        "ko",
        "initials",
        "zh",
        "pinyin",
        "keyboard",
        "sino_korean",
    }


def test_figures_before_the_first_build(tmp_path: Path) -> None:
    assert stats(context(tmp_path / "none.db")).concepts == 0


def test_a_fault_in_one_document_stops_no_other(tmp_path: Path) -> None:
    class Faulty(FakeStages):
        def extract(self, doc: Document, policy: Policy) -> tuple[Mention, ...]:
            if doc.name == "1.txt":
                raise RecursionError("too deep")
            return super().extract(doc, policy)

    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text(f"펑자오(彭昭) {name}", encoding="utf-8")
    summary = build(context(tmp_path / "glossary.db", Faulty()), [tmp_path / "1.txt", tmp_path / "2.txt"])
    assert [(problem.name, problem.code) for problem in summary.problems] == [("1.txt", "document-failed")]
    assert summary.added == ("2.txt",)


@pytest.mark.parametrize(
    ("text", "ko", "zh", "sentence"),
    [
        ("펑자오(彭昭)", "펑자오", "彭昭", "펑자오(彭昭)"),
        ("하나다. 펑자오(彭昭)는 둘이다. 셋", "펑자오", "彭昭", "펑자오(彭昭)는 둘이다."),
        ("3.5% 오른 펑자오(彭昭)", "펑자오", "彭昭", "3.5% 오른 펑자오(彭昭)"),
        ("제목\n\n펑자오(彭昭)는\n왔다\n\n다음", "펑자오", "彭昭", "펑자오(彭昭)는 왔다"),
        ("• 하나\n• 펑자오(彭昭)\n• 셋", "펑자오", "彭昭", "• 펑자오(彭昭)"),
        ("번호\t펑자오(彭昭)\tPeng", "펑자오", "彭昭", "펑자오(彭昭)"),
        ("彭昭(펑자오)는 왔다.", "펑자오", "彭昭", "彭昭(펑자오)는 왔다."),
    ],
)
def test_sentences(text: str, ko: str, zh: str, sentence: str) -> None:
    spans = ((text.index(name), text.index(name) + len(name)) for name in (ko, zh))
    assert cut(text, *spans).text == sentence


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("펑자오(彭昭)는 " + "가나다라 " * 40, "펑자오", "가나다라…"),
        ("가나다라 " * 40 + "펑자오(彭昭)", "…가나다라 ", "펑자오(彭昭)"),
        ("가나다라 " * 40 + "펑자오(彭昭)는 " + "가나다라 " * 40, "…가나다라 ", " 가나다라…"),
        ("가" * 300 + "펑자오(彭昭)" + "가" * 300, "…가", "가…"),
        ("펑자오(彭昭)는 " + "가나다라 " * 31 + "가" * 2, "펑자오", " 가가"),
        ("펑자오(彭昭)" + "가나다 " * 39 + "abc.com", "펑자오", "가나다…"),
    ],
)
def test_a_sentence_beyond_the_reach_is_cut_between_words(text: str, begins: str, ends: str) -> None:
    start = text.index("펑")
    found = cut(text, (start, start + 3), (start + 4, start + 6))
    assert found.text.startswith(begins)
    assert found.text.endswith(ends)
    assert found.text[found.ko_start : found.ko_end] == "펑자오"
    assert found.text[found.zh_start : found.zh_end] == "彭昭"


@given(st.text(alphabet="가나(彭昭). \n\t•", max_size=60), st.text(alphabet="가나(彭昭). \n\t•", max_size=400))
def test_the_name_is_always_inside_its_sentence(before: str, after: str) -> None:
    text = f"{before}펑\n자오(彭昭){after}"
    start = len(before)
    found = cut(text, (start, start + 4), (start + 5, start + 7))
    assert found.text[found.ko_start : found.ko_end] == "펑자오"
    assert found.text[found.zh_start : found.zh_end] == "彭昭"
    assert "\n" not in found.text
