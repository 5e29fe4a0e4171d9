"""Messages: every code that the program raises is said in three languages, with the parameters it carries."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.messages import _messages, explain, render

LANGUAGES = ("ko", "en", "zh")
ON_PAGES_ALONE = {"ask.py"}  # said in web/messages, which has its own test
SOURCES = sorted((Path(__file__).parents[1] / "glossary").rglob("*.py"))
ERRORS = {"GlossaryError", "InputError", "NotFoundError", "ConflictError", "StorageError"}
ERRORS |= {"RefusedError", "TooManyError", "UnknownPersonError"}


def _raised() -> Iterator[tuple[str, frozenset[str] | None, str]]:
    """Code, parameters (None where they come as **params) and place of every error made in the sources."""
    for path in (path for path in SOURCES if path.name not in ON_PAGES_ALONE):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS and node.args:
                names = {keyword.arg for keyword in node.keywords}
                params = None if None in names else frozenset(name for name in names if name)
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value, params, f"{path.name}:{node.lineno}"


RAISED = sorted(_raised(), key=lambda item: (item[0], item[2]))


def _parts(code: str, lang: str) -> list[str]:
    said = _messages()[code][lang]
    return [said] if isinstance(said, str) else said


def _placeholders(code: str, lang: str) -> set[str]:
    return {name for part in _parts(code, lang) for _, name, _, _ in string.Formatter().parse(part) if name}


@pytest.mark.parametrize(("code", "params", "place"), RAISED, ids=[f"{code} {place}" for code, _, place in RAISED])
def test_raised_codes_are_said(code: str, params: frozenset[str] | None, place: str) -> None:
    assert code in _messages(), f"{place} raises a code without words"
    for lang in LANGUAGES:
        assert len(_parts(code, lang)) == 2, f"{code} does not tell in {lang} what to do"
        assert params is None or _placeholders(code, lang) <= params, f"{place} leaves out what the message shows"


@pytest.mark.parametrize("code", _messages())
def test_languages_agree(code: str) -> None:
    assert set(_messages()[code]) == set(LANGUAGES)
    assert _placeholders(code, "ko") == _placeholders(code, "en") == _placeholders(code, "zh")
    assert len({len(_parts(code, lang)) for lang in LANGUAGES}) == 1


@pytest.mark.parametrize("code", [code for code in _messages() if not code.startswith(("kind-", "judgement-"))])
def test_no_message_without_use(code: str) -> None:
    assert any(f'"{code}"' in path.read_text(encoding="utf-8") for path in SOURCES)


def test_unknown_codes_and_missing_parameters_still_say_something() -> None:
    assert render("never-heard-of", "ko", {"path": "260.txt"}) == "never-heard-of, path=260.txt"
    assert explain("empty-file", "en", {}).message == "…: nothing is written in it."
