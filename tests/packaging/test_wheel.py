"""The wheel carries what the program reads, and the program runs from it outside the checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ("glossary", "web", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy, so that the checkout stays as it is."""
    copy = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.is_file():
            shutil.copy(source, copy / name)
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        copy / "dist",
        copy,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next((copy / "dist").glob("*.whl"))


def test_everything_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    wanted = {
        str(path.relative_to(ROOT)).replace("web/", "glossary/assets/", 1)
        for folder in ("glossary", "web")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - packed == set()
    assert any(name.endswith("licenses/LICENSE") for name in packed)


def test_nothing_else_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert {name.split("/")[0].partition("-")[0] for name in archive.namelist()} == {"glossary", "ko_zh_glossary"}


def test_it_runs_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    unpacked = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    probe = (
        "import glossary, sys; from importlib import resources; from glossary.policy import load_policy; load_policy();"
        "assert glossary.__file__.startswith(sys.argv[1]), glossary.__file__;"
        "assert resources.files('glossary.assets').joinpath('messages', 'ko', 'site.toml').is_file();"
        "from glossary.documents import read_document; print(read_document('260.txt', '선전(深圳)'.encode()).text)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(unpacked)],
        env={**os.environ, "PYTHONPATH": str(unpacked), "PYTHONUTF8": "1"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("선전(深圳)\n", "")
