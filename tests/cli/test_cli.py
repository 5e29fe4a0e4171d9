"""The command line: shapes, exit statuses and what goes to which stream."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from glossary_fakes import ISSUE, FakeStages

from glossary.cli import main as cli
from glossary.cli.main import COMMANDS, LazyGroup

CONTRACT_HIT = [
    *("id", "ko", "zh_hans", "zh_hant", "en", "pinyin", "type", "status", "review", "variants", "official"),
    *("sino_korean", "mentions", "generated", "matched", "score"),
]
CONTRACT_MENTION = [
    *("file", "ko", "ko_start", "ko_end", "zh", "zh_start", "zh_end", "en", "aliases", "kind", "relation", "type"),
    *("score", "line", "column"),
]


class Shell:
    """Runs the command in this process, over fakes, in a folder of its own."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.capsys = capsys
        self.monkeypatch = monkeypatch
        self.folder = folder

    def __call__(self, *arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        self.monkeypatch.setattr("sys.argv", ["glossary", *arguments])
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            cli.main(list(arguments))
        out, err = self.capsys.readouterr()
        assert isinstance(left.value.code, int)
        return left.value.code, out, err


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GLOSSARY_DB", raising=False)
    monkeypatch.setenv("GLOSSARY_LANG", "en")
    monkeypatch.setattr("glossary.service.context.RealStages", FakeStages)
    (tmp_path / "260.txt").write_text(ISSUE, encoding="utf-8")
    return Shell(capsys, monkeypatch, tmp_path)


@pytest.fixture
def built(shell: Shell) -> Shell:
    assert shell("build", "260.txt")[0] == 0
    return shell


def test_build_tells_a_summary_and_is_idempotent(shell: Shell) -> None:
    assert shell("build", "260.txt") == (
        0,
        "Documents added 1, changed 0, unchanged 0, failed 0. Glossary: 1 document, 7 mentions, 4 concepts.\n",
        "",
    )
    assert "added 0, changed 0, unchanged 1" in shell("build", "260.txt")[1]


def test_build_goes_on_after_a_bad_file_and_then_exits_2(shell: Shell) -> None:
    (shell.folder / "bad.bin").write_bytes(b"\xff\xfe\x00")
    status, out, err = shell("build", "bad.bin", "missing.txt", "260.txt")
    assert (status, "added 1" in out, "failed 2" in out) == (2, True, True)
    assert err.startswith("glossary: [file-missing] missing.txt")
    assert "\nglossary: [not-text] bad.bin" in err


def test_build_of_a_folder_without_files_says_so(shell: Shell) -> None:
    (shell.folder / "empty" / "inside").mkdir(parents=True)
    (shell.folder / "empty" / ".hidden").write_text(ISSUE, encoding="utf-8")
    status, out, err = shell("build", "empty")
    assert (status, "added 0" in out) == (2, True)
    assert err.startswith("glossary: [folder-empty] empty: a folder without any file to read.")


def test_build_reads_standard_input(shell: Shell) -> None:
    assert "added 1" in shell("build", "-", stdin=ISSUE.encode())[1]


def test_lookup_json_is_the_contract_s(built: Shell) -> None:
    status, out, err = built("lookup", "평자오", "-f", "json")
    answer = json.loads(out)
    assert (status, err, list(answer)) == (0, "", ["query", "results"])
    [hit] = answer["results"]
    assert list(hit) == CONTRACT_HIT
    assert (hit["ko"], hit["variants"], hit["generated"]) == ("펑자오", ["평자오"], False)
    assert hit["matched"] == {"text": "평자오", "field": "ko", "how": "exact", "status": "deprecated"}


def test_lookup_reads_what_no_entry_has(built: Shell) -> None:
    [hit] = json.loads(built("lookup", "长沙", "-f", "json")[1])["results"]
    assert (hit["id"], hit["generated"], hit["official"], hit["sino_korean"]) == (None, True, "창사", "장사")


def test_lookup_table_is_aligned_by_display_width(built: Shell) -> None:
    head, *rows = built("lookup", "펑")[1].splitlines()
    assert head.startswith("ko      zh")
    assert rows[0].startswith("펑자오  彭昭")


def test_lookup_of_nothing_is_done_all_the_same(built: Shell) -> None:
    assert built("lookup", "zzzzqqqq") == (0, "", "zzzzqqqq: nothing found. Try a part of the name, or its hanzi.\n")
    assert built("lookup", " ")[2].startswith("There is nothing to look up.")
    assert built("lookup", "zzzzqqqq", "--lang", "ko")[2].startswith("zzzzqqqq: 찾은 것이 없습니다.")
    assert built("lookup", "zzzzqqqq", "-f", "json")[2] == ""
    assert json.loads(built("lookup", "zzzzqqqq", "-f", "json")[1]) == {"query": "zzzzqqqq", "results": []}


@pytest.mark.parametrize("order", [("--db", "other.db", "lookup", "펑"), ("lookup", "펑", "--db", "other.db")])
def test_db_is_named_before_or_after_the_command(built: Shell, order: tuple[str, ...]) -> None:
    status, out, err = built(*order)
    assert (status, out) == (2, "")
    assert err.startswith("glossary: [db-missing] other.db")
    assert not (built.folder / "other.db").exists()


def test_db_from_the_environment(built: Shell) -> None:
    built.monkeypatch.setenv("GLOSSARY_DB", "environment.db")
    assert "environment.db" in built("lookup", "펑")[2]


@pytest.mark.parametrize(("lang", "words"), [("ko", "데이터베이스"), ("en", "database"), ("zh", "数据库")])
def test_messages_in_three_languages(shell: Shell, lang: str, words: str) -> None:
    assert words in shell("lookup", "펑", "--lang", lang)[2]


def test_extract_jsonl_is_the_contract_s(shell: Shell) -> None:
    status, out, _ = shell("extract", "260.txt", "-f", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert list(rows[0]) == CONTRACT_MENTION
    assert all(ISSUE[row["ko_start"] : row["ko_end"]] == row["ko"] for row in rows)
    assert rows[0]["aliases"] == [{"text": "Hesai", "kind": "latin"}]
    assert rows[0]["file"] == "260.txt"


def test_extract_shows_glosses_only_when_asked(shell: Shell) -> None:
    assert "新" not in shell("extract", "260.txt")[1]
    assert "新" in shell("extract", "260.txt", "--all")[1]


def test_extract_reads_standard_input(shell: Shell) -> None:
    out = shell("extract", "-", "-f", "tsv", stdin="펑자오(彭昭)는".encode())[1]
    assert out == "1\t펑자오\t彭昭\t\tperson\ttransliteration\t0.90\n"


def test_transliterate_tsv_gives_a_line_for_each_line(shell: Shell) -> None:
    out = shell("transliterate", "-", "-f", "tsv", stdin="彭昭\r\n\n长沙".encode())[1]
    assert out == "彭昭\t펑자오\t팽소\n\t\t\n长沙\t창사\t장사\n"


@pytest.mark.parametrize("form", ["table", "jsonl"])
@pytest.mark.parametrize("text", ["abc", "한글", "", "&&&"])
def test_transliterate_without_any_hanzi_is_said(shell: Shell, text: str, form: str) -> None:
    status, out, err = shell("transliterate", text, "-f", form)
    assert (status, out, err.split("]")[0]) == (2, "", "glossary: [zh-missing")
    assert shell("transliterate", text, "-f", "tsv") == (0, f"{text}\t\t\n", "")


def test_transliterate_keeps_the_lines_of_a_list(shell: Shell) -> None:
    out = shell("transliterate", "abc", "彭昭", "한글", "-f", "jsonl")[1]
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["zh"], row["official"]) for row in rows] == [("abc", ""), ("彭昭", "펑자오"), ("한글", "")]


def test_transliterate_jsonl_is_the_contract_s(shell: Shell) -> None:
    reading = json.loads(shell("transliterate", "香港", "-f", "jsonl")[1])
    assert list(reading) == ["zh", "official", "pinyin", "sino_korean", "customary", "alternatives", "trace"]
    assert list(reading["alternatives"][0]) == ["official", "pinyin", "sino_korean", "reason"]
    assert (reading["pinyin"], reading["customary"]) == (["xiāng", "gǎng"], ["홍콩"])


def test_input_that_is_no_text_is_said(shell: Shell) -> None:
    status, _, err = shell("transliterate", "-", stdin=b"\xff\xfe")
    assert (status, err.split("]")[0]) == (2, "glossary: [undecodable")


@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("lookup",), ("lookup", "펑", "--limit", "0"), ("lookup", "펑", "-f", "xml"), ("--what",)],
)
def test_wrong_usage_is_2(shell: Shell, arguments: tuple[str, ...]) -> None:
    status, out, err = shell(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("glossary: [usage]")
    assert "--help" in err


USAGE = [
    (("nonsense",), "nonsense: 그런 명령은 없습니다."),
    (("lokup",), "lokup: 그런 명령은 없습니다. 비슷한 명령: lookup."),
    (("--what",), "--what: 그런 옵션은 없습니다."),
    (("lookup", "펑", "--limi", "3"), "--limi: 그런 옵션은 없습니다. 비슷한 옵션: --limit."),
    (("lookup", "--help=3"), "--help: 값을 받지 않는 옵션입니다."),
    (("lookup", "펑", "--limit"), "--limit: 옵션 뒤에 값이 있어야 합니다."),
    (("lookup",), "QUERY: 빠져 있습니다. 반드시 써야 합니다."),
    (("build",), "PATH...: 빠져 있습니다. 반드시 써야 합니다."),
    (("evaluate",), "{names|readings|links|check}: 빠져 있습니다. 반드시 써야 합니다."),
    (("lookup", "펑", "자오"), "자오: 더 받지 않는 값입니다. 빈칸이 든 말은 따옴표로 묶으십시오."),
    (("lookup", "펑", "-f", "xml"), "--format: 쓸 수 있는 값은 table, json입니다."),
    (("lookup", "펑", "--limit", "0"), "--limit: 1 이상의 정수를 쓰십시오."),
    (("serve", "--port", "a"), "--port: 0에서 65535까지의 정수를 쓰십시오."),
    (("build", "260.txt", "--date", "어제"), "--date: 날짜를 2021-12-22와 같이 쓰십시오."),
]


@pytest.mark.parametrize(("arguments", "said"), USAGE, ids=[" ".join(arguments) for arguments, _ in USAGE])
def test_wrong_usage_is_said_in_the_reader_s_language(shell: Shell, arguments: tuple[str, ...], said: str) -> None:
    shell.monkeypatch.setenv("GLOSSARY_LANG", "ko")
    assert shell(*arguments)[2].startswith(f"glossary: [usage] {said} 'glossary")
    for lang in ("en", "zh"):
        shell.monkeypatch.setenv("GLOSSARY_LANG", lang)
        assert not set(shell(*arguments)[2]) & set("그값빠더쓸수정날")


def test_a_fault_of_the_program_is_2_without_a_traceback(shell: Shell) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("what was that")

    shell.monkeypatch.setattr(FakeStages, "transliterate", fail)
    status, _, err = shell("transliterate", "彭昭")
    assert (status, "Traceback" in err, "what was that" in err) == (2, False, True)


def test_interrupted_is_130(shell: Shell) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    shell.monkeypatch.setattr(FakeStages, "transliterate", stop)
    assert shell("transliterate", "彭昭")[0] == 130


def test_a_policy_beside_the_database_counts(built: Shell) -> None:
    (built.folder / "glossary.toml").write_text("[lookup]\nlimit = 1\n", encoding="utf-8")
    assert len(json.loads(built("lookup", "ㅈ", "-f", "json")[1])["results"]) <= 1
    (built.folder / "glossary.toml").write_text("[lookup]\nlimit = true\n", encoding="utf-8")
    status, _, err = built("lookup", "펑")
    assert (status, err.split("]")[0]) == (2, "glossary: [policy-invalid")


def test_evaluate_names_and_readings(shell: Shell) -> None:
    gold = [
        {"ko": "펑자오", "zh": "彭昭", "label": "name", "type": "person", "relation": "transliteration", "en": None}
    ]
    start = ISSUE.index("펑자오")
    gold[0] |= {"ko_start": start, "ko_end": start + 3, "zh_start": start + 4, "zh_end": start + 6}
    (shell.folder / "260.names.jsonl").write_text(json.dumps(gold[0]) + "\n", encoding="utf-8")
    (shell.folder / "readings.tsv").write_text("彭昭\t펑자오\n长沙\t장사\n", encoding="utf-8")
    out = shell("evaluate", "names", "260.names.jsonl")[1]
    assert "recall             1.0000  1" in out
    assert "false alarm: 평자오 | 彭昭" in out
    out = shell("evaluate", "readings", "readings.tsv")[1]
    assert "official  0.5000  2" in out


@pytest.mark.parametrize("content", ["{}", "[]", "no json"])
def test_gold_that_is_none_is_said(shell: Shell, content: str) -> None:
    (shell.folder / "260.names.jsonl").write_text(content + "\n", encoding="utf-8")
    status, _, err = shell("evaluate", "names", "260.names.jsonl")
    assert (status, err.split("]")[0]) == (2, "glossary: [gold-invalid")


def test_without_arguments_help_is_shown(shell: Shell) -> None:
    assert shell() == shell("--help")


def test_every_listed_command_is_there(shell: Shell) -> None:
    status, out, _ = shell("--help")
    assert status == 0
    for name in COMMANDS:
        assert f"  {name} " in out
        status, told, _ = shell(name, "--help")
        assert (status, f"glossary {name}" in told) == (0, True)
        assert isinstance(cli.root, LazyGroup)
