"""Link synthetic mentions beside the usual tools, each in a process of its own on the same file: time, memory, F1.

The peers live in an environment of their own in .cache/peers, made here and nowhere else. What a peer cannot take in
its time is not run at that size, and the table says so.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from synthetic import mentions

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache"
PEERS = CACHE / "peers"
NEEDED = ("rapidfuzz>=3", "splink>=4,<5", "dedupe>=3", "BTrees<6.5")
LARGEST = {"glossary": 1_000_000, "deletion": 1_000_000, "cdist": 100_000, "splink": 10_000, "dedupe": 10_000}
PATIENCE = 1_800  # seconds for one run
SEED = 20_211_222


def linking(arguments: Sequence[str]) -> None:
    """Link so many mentions as the arguments say (10,000 and 100,000 unless told), ours and the peers in turn."""
    sizes = [int(argument) for argument in arguments if argument.isdigit()] or [10_000, 100_000]
    ready = _peers()
    per_mention: dict[int, float] = {}
    print(f"{'linking':12} {'mentions':>9} {'seconds':>8} {'of CPU':>8} {'MB':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for size in sizes:
        data = _file(size)
        for name, largest in LARGEST.items():
            if size > largest:
                print(f"{name:12} {size:9,} not run: more than it takes in reason")
            elif name == "glossary" or ready:
                found = _run(name, data)
                if name == "glossary" and found:
                    per_mention[size] = found["work"] / size
    if len(per_mention) > 1:
        small, large = min(per_mention), max(per_mention)
        growth = per_mention[large] / per_mention[small]
        print(f"CPU per mention at {large:,} against {small:,}: {growth:.2f} times")


def _file(size: int) -> Path:
    """The mentions, one a line: document, Korean, hanzi, type, bearer."""
    path = CACHE / f"mentions-{size}-{SEED}.tsv"
    with path.open("w", encoding="utf-8") as stream:
        for one in mentions(size, SEED):
            stream.write(f"{one.document}\t{one.ko}\t{one.zh}\t{one.type}\t{one.bearer}\n")
    return path


def _run(name: str, data: Path) -> dict[str, float]:
    python = Path(sys.executable) if name == "glossary" else PEERS / "bin" / "python"
    command = [str(python), str(Path(__file__).with_name("linking_worker.py")), name, str(data)]
    try:
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE, cwd=CACHE)
    except subprocess.TimeoutExpired:
        print(f"{name:12} not done within {PATIENCE} s")
        return {}
    except subprocess.CalledProcessError as error:
        print(f"{name:12} failed ({error.returncode}): {error.stderr.strip().splitlines()[-1:]}")
        return {}
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    scores = " ".join(f"{found[column]:6.3f}" for column in ("precision", "recall", "f1"))
    spent = f"{found['seconds']:8.1f} {found['work']:8.1f} {found['megabytes']:6.0f}"
    print(f"{name:12} {found['mentions']:9,} {spent} {scores}", flush=True)
    return found


def _peers() -> bool:
    """Whether the peers are there; made once."""
    made = PEERS / ".made"
    if made.is_file() and made.read_text(encoding="utf-8") == repr(NEEDED):
        return True
    venv.create(PEERS, with_pip=True)
    install = [str(PEERS / "bin" / "python"), "-m", "pip", "install", "--quiet", *NEEDED]
    if subprocess.run(install, check=False).returncode:
        print("the peers could not be installed: ours alone")
        return False
    made.write_text(repr(NEEDED), encoding="utf-8")
    return True
