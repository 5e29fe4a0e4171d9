"""Run the console examples of the README against a glossary of the corpus: examples.py [--write]

In a `console` block every line that begins with `$ ` is run; what follows up to the next one is its output.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
_BLOCK = re.compile(r"(^```console\n)(.*?)(^```$)", re.M | re.S)


def rendered(text: str, db: Path) -> str:
    """The text with the output of each example as it is now."""
    return _BLOCK.sub(lambda match: match[1] + _run_all(match[2], db) + match[3], text)


def build(db: Path) -> None:
    """Make the glossary that the examples ask."""
    _run(f"glossary build {ROOT / 'corpus' / 'issues'}", db)


def _run_all(block: str, db: Path) -> str:
    commands = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_run(command, db)}" for command in commands)


def _run(command: str, db: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "PATH": path, "GLOSSARY_DB": str(db), "GLOSSARY_LANG": "en", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, shell=True, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False, timeout=300
    )
    lines = (done.stdout + done.stderr).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def main(write: bool) -> int:
    """Write the README anew, or tell whether it is in step."""
    old = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(dir=ROOT / ".cache") as folder:
        db = Path(folder) / "glossary.db"
        build(db)
        new = rendered(old, db)
    if write:
        README.write_text(new, encoding="utf-8")
    elif old != new:
        print("README.md: the examples say something else by now: scripts/check --write-docs", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv[1:]))
