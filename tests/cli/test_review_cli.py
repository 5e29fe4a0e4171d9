"""`glossary review` and `glossary policy`: what they print, and that answers are kept."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
import pytest
from glossary_fakes import ISSUE, FakeStages

from glossary.cli import main as cli
from glossary.link.group import concept_id
from glossary.model import Evidence, Node, Proposal

PENG, HESAI, JIANGXI = (concept_id(key) for key in ("彭昭", "禾赛科技", "江西"))
MADE = (
    Proposal(PENG, HESAI, "unsure", 0.5, (Evidence("jamo", 0.4, "펑자오"),), 5),
    Proposal(PENG, JIANGXI, "same", 0.8, (), 3),
)


def two_questions(nodes: Sequence[Node], decisions: Iterable[object], policy: object, voice: object) -> list[Proposal]:
    return list(MADE)


class Shell:
    """Runs the command in this process and hands back status, output and errors."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            cli.main(list(arguments))
        out, err = self.capsys.readouterr()
        assert isinstance(left.value.code, int)
        return left.value.code, out, err

    def numbers(self) -> list[str]:
        """What waits, by number."""
        return [item["number"] for item in json.loads(self("review", "-f", "json")[1])]


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GLOSSARY_DB", raising=False)
    monkeypatch.setenv("GLOSSARY_LANG", "en")
    monkeypatch.setenv("GLOSSARY_USER", "kim")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8"))
    monkeypatch.setattr("glossary.service.context.RealStages", FakeStages)
    monkeypatch.setattr("glossary.service.settle.propose", two_questions)
    (tmp_path / "260.txt").write_text(ISSUE, encoding="utf-8")
    made = Shell(capsys)
    assert "2 questions whether two names are one wait" in made("build", "260.txt")[1]
    return made


def test_questions_stand_by_how_much_text_they_touch(shell: Shell) -> None:
    status, out, err = shell("review")
    assert status == 0
    head, first, second = out.splitlines()
    assert head.split() == ["n", "left", "right", "score", "touches", "evidence"]
    assert "펑자오(彭昭)" in first
    assert "jamo 펑자오" in first
    assert "장시(江西)" in second
    assert "--same N" in err


def test_json_has_both_sides_in_their_sentences(shell: Shell) -> None:
    [first, _] = json.loads(shell("review", "-f", "json")[1])
    assert list(first) == ["number", "left", "right", "judgement", "score", "touches", "automatic", "evidence"]
    seen = first["left"]["seen"][0]
    assert seen["text"][seen["start"] : seen["end"]] == "펑자오"
    assert (seen["issue"], first["left"]["zh"], first["left"]["concept"]) == (260, "彭昭", PENG)


def test_an_answer_is_kept_and_can_be_taken_back(shell: Shell) -> None:
    first, second = shell.numbers()
    status, out, _ = shell("review", "--same", second[:5], "--different", first, "--why", "한 사람")
    assert status == 0
    event = out.splitlines()[0].rpartition(" ")[2].strip("'.")
    assert shell.numbers() == []
    assert json.loads(shell("lookup", "江西", "-f", "json")[1])["results"][0]["id"] == PENG
    assert shell("review")[2].startswith("Nothing waits")
    assert shell("review", "--undo", event)[0] == 0
    assert shell.numbers() == [second]
    assert json.loads(shell("lookup", "江西", "-f", "json")[1])["results"][0]["id"] == JIANGXI


def test_unsure_is_asked_no_more(shell: Shell) -> None:
    first, second = shell.numbers()
    shell("review", "--unsure", first)
    assert shell.numbers() == [second]


@pytest.mark.parametrize(("number", "code"), [("zzz", "question-missing"), ("", "question-missing")])
def test_a_number_that_is_none(shell: Shell, number: str, code: str) -> None:
    status, _, err = shell("review", "--same", number)
    assert (status, err.startswith(f"glossary: [{code}]")) == (2, True)


@pytest.mark.parametrize(
    ("keys", "left"),
    [("dq", 1), ("ss", 0), (" s", 1), ("szq", 2), ("ㄴㅂ", 1), ("q", 2), ("xx", 2), ("zq", 2)],
)
def test_one_key_each_on_a_terminal(shell: Shell, monkeypatch: pytest.MonkeyPatch, keys: str, left: int) -> None:
    typed: Iterator[str] = iter(keys)
    monkeypatch.setattr(click, "getchar", lambda: next(typed))
    status, out, _ = shell("review", "-i")
    assert status == 0
    assert "1/2  펑자오(彭昭)" in out
    assert len(shell.numbers()) == left


def test_automatic_links_are_listed_apart(shell: Shell) -> None:
    assert shell("review", "--automatic")[1] == ""


def test_policy_tells_where_each_value_comes_from(shell: Shell) -> None:
    Path("glossary.toml").write_text('[house]\nreadings = "official"\n', encoding="utf-8")
    status, out, _ = shell("policy")
    assert status == 0
    rows = {line.split()[0]: line for line in out.splitlines()}
    assert rows["house.readings"].endswith('"official"' + rows["house.readings"].partition('"official"')[2])
    assert rows["house.readings"].endswith("glossary.toml")
    assert rows["link.strain"].endswith("built in")
    wire = json.loads(shell("policy", "-f", "json")[1])
    values = {item["key"]: (item["value"], item["from"]) for item in wire["values"]}
    assert values["house.readings"] == ("official", "glossary.toml")
    assert values["link.strain"] == (0.25, "built-in")
    assert wire["digest"] in out


def test_house_style_reaches_the_lookup(shell: Shell) -> None:
    Path("glossary.toml").write_text('[house]\nreadings = "official"\n', encoding="utf-8")
    assert shell("build", "260.txt")[0] == 0
    hit = json.loads(shell("lookup", "禾赛科技", "-f", "json")[1])["results"][0]
    assert (hit["ko"], hit["variants"]) == ("허싸이커지", ["허사이커지"])
