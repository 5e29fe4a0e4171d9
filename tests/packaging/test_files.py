"""The house's own rules for its files: small modules, tables with headers, a README that keeps its word."""

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 300
MODULES = sorted(path for folder in ("glossary", "tests", "scripts") for path in (ROOT / folder).rglob("*.py"))
TABLES = sorted((ROOT / "glossary" / "data").glob("*.tsv"))
README = ROOT / "README.md"
SCRIPTS = ("run", "test", "check", "bench", "evaluate")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_tables_say_what_their_columns_are(path: Path) -> None:
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    assert first.startswith("# ") or re.fullmatch(r"[a-z_\t]+", first), f"{path.name} has no header line"
    rows = [row for row in rest if row and not row.startswith("#")]
    assert rows
    assert [row for row in rows if row != row.strip("\r")] == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_run_by_name(name: str) -> None:
    path = ROOT / "scripts" / name
    assert path.stat().st_mode & 0o111
    assert path.read_text(encoding="utf-8").startswith("#!/usr/bin/env ")


def _commands() -> list[str]:
    blocks = re.findall(r"^```(?:sh|console)\n(.*?)^```", README.read_text(encoding="utf-8"), re.M | re.S)
    lines = [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith(("scripts/", "glossary ", ".venv/bin/glossary "))]


@pytest.mark.parametrize("command", _commands())
def test_commands_of_the_readme_exist(command: str) -> None:
    program, *arguments = shlex.split(command, comments=True)
    if program.startswith("scripts/"):
        assert (ROOT / program).is_file()
        return
    from glossary.cli.main import COMMANDS

    assert arguments[0] in COMMANDS or arguments[0].startswith("-")


def test_made_tables_are_named_in_the_notice() -> None:
    made = re.compile(r"data/(\w+\.(?:tsv|txt|gz)(?:\.gz)?)")
    notice = (ROOT / "glossary" / "data" / "NOTICE.md").read_text(encoding="utf-8")
    scripts = sorted((ROOT / "scripts" / "make").glob("*.py"))
    tables = {name for path in scripts for name in made.findall(path.read_text(encoding="utf-8"))}
    assert {name for name in tables if name not in notice} == set()
