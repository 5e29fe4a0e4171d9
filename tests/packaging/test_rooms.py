"""The import rule: names flow through the rooms in one direction, each room knows only those below it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "glossary"

GROUND = frozenset({"model", "errors", "messages", "data"})
FIELD = GROUND | {"policy", "text", "tokens"}
STAGES = ("documents", "extract", "link", "check", "edit", "exchange")
FRONT = GROUND - {"data"} | {"service", "views"}

MAY_IMPORT = {
    "model": frozenset[str](),
    "views": frozenset({"model"}),  # what use cases show: front ends and the store read it
    "errors": frozenset[str](),
    "messages": frozenset({"data"}),
    "data": frozenset[str](),
    "policy": GROUND,
    "text": GROUND,
    "tokens": GROUND,
    "reading": FIELD,
    **{stage: FIELD | {"reading"} for stage in STAGES},
    "store": frozenset({"model", "views", "errors", "policy", "text"}),
    "service": FIELD | {"reading", "store", "views", *STAGES},
    "cli": FRONT,
    "webapp": FRONT,
    "__main__": frozenset({"cli"}),
    "__init__": frozenset[str](),
}
AT_HOME = {  # package: the only room that may import it
    **dict.fromkeys(("flask", "flask_wtf", "werkzeug", "jinja2", "markupsafe", "waitress"), "webapp"),
    "click": "cli",
    "argon2": "service",
    "sqlite3": "store",
    "sqlite_utils": "store",
    "kiwipiepy": "tokens",
    "jieba": "tokens",
    "rjieba": "tokens",
}


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(source: str, package: str) -> Iterator[str]:
    """Dotted names of all that a module imports, relative imports resolved against its package."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def _breaches(path: Path) -> Iterator[str]:
    room = _room(path)
    package = ".".join(path.relative_to(ROOT).parent.parts)
    for name in imported(path.read_text(encoding="utf-8"), package):
        top, *rest = name.split(".")
        if top != "glossary":
            if AT_HOME.get(top, room) != room:
                yield f"{top} belongs to {AT_HOME[top]} alone"
        elif rest and rest[0] != room and rest[0] != "__version__" and rest[0] not in MAY_IMPORT[room]:
            yield f"{room} may not import {name}"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    assert sorted(set(_breaches(path))) == []


def test_every_room_is_on_the_plan() -> None:
    rooms = {entry.name.removesuffix(".py") for entry in PACKAGE.iterdir() if entry.suffix in ("", ".py")}
    assert rooms - {"__pycache__"} <= MAY_IMPORT.keys()


def test_relative_imports_are_seen() -> None:
    assert list(imported("from ..store import reader", "glossary.extract")) == ["glossary.store.reader"]
    assert list(imported("from . import table\nimport glossary.cli.main", "glossary.cli")) == [
        "glossary.cli.table",
        "glossary.cli.main",
    ]
