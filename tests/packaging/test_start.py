"""A cold start loads what the command needs and no more."""

import json
import subprocess
import sys

import pytest

HEAVY = (
    "flask",
    "waitress",
    "kiwipiepy",
    "jieba",
    "sqlite3",
    "sqlite_utils",
    "opencc",
    "pypinyin",
    "numpy",
    "rapidfuzz",
)
PROBE = """
import json, sys
from glossary.cli.main import main
try:
    main({arguments!r})
except SystemExit:
    pass
print(json.dumps(sorted(name for name in sys.modules if "." not in name)), file=sys.stderr)
"""


def _loaded(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(arguments=list(arguments))], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("lookup", "--help")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert _loaded(*arguments) & set(HEAVY) == set()


def test_a_look_up_loads_no_tokenizer() -> None:
    assert (
        _loaded("lookup", "허사이커지", "--db", "missing.db") & {"kiwipiepy", "jieba", "flask", "sqlite_utils"} == set()
    )
