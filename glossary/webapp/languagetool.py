"""The HTTP interface of LanguageTool, for editors that let a server check names as it checks grammar."""

from __future__ import annotations

import json
from typing import Any

from flask import Blueprint, Response, jsonify, request

from glossary import __version__
from glossary.errors import InputError
from glossary.webapp import ask
from glossary.webapp.access import needs
from glossary.webapp.busy import by_turns
from glossary.webapp.languagetool_text import Annotated, Piece, annotated
from glossary.webapp.languagetool_wire import answer_json
from glossary.webapp.limits import bounded, takes
from glossary.webapp.preferences import language

languagetool = Blueprint("languagetool", __name__, url_prefix="/v2")
LANGUAGES = ({"name": "Korean", "code": "ko", "longCode": "ko-KR"}, {"name": "Korean", "code": "ko", "longCode": "ko"})
_KNOWN = frozenset({"auto", "ko", "ko-kr"})


@languagetool.get("/languages")
def languages() -> Response:
    """The languages that are checked."""
    return jsonify(LANGUAGES)


@languagetool.post("/check")
@takes("text")
@needs("viewer")
@by_turns
def check() -> Response:
    """What an editor would want to know of a text, as LanguageTool tells of mistakes."""
    from glossary.service.check import check_bytes

    _refuse_other_languages(request.values.get("language"))
    text = _text()
    checked = None
    if text.plain.strip():
        text = _as_text(text)
        checked = check_bytes(ask.context(), "-", _bytes(text))
    findings = [] if checked is None else [one for one in checked.findings if _wanted(one.rule)]
    doc = "" if checked is None else checked.doc.text
    return jsonify(answer_json(findings, doc, text, language(), __version__))


def _refuse_other_languages(code: str | None) -> None:
    """As LanguageTool does: no language is an error, and so is one that it does not know."""
    if not code:
        raise InputError("lt-language-missing")
    if code.lower() not in _KNOWN:
        known = ", ".join(sorted({language["longCode"] for language in LANGUAGES} | {"auto"}))
        raise InputError("lt-language-unknown", language=code[:20], allowed=known)


def _text() -> Annotated:
    """The form's text, or its data: a text in which markup is marked."""
    text, data = request.values.get("text"), request.values.get("data")
    if (text is None) == (data is None):
        raise InputError("lt-text-missing" if text is None else "lt-text-twice")
    if data is None:
        return Annotated.of_text(bounded(text or ""))
    return annotated(_loaded(bounded(data)))


def _as_text(text: Annotated) -> Annotated:
    """A text that would be taken for mark-up or for another kind of file is told apart by an invisible first letter."""
    try:
        same = ask.context().stages.read("-", _bytes(text)).text == text.plain
    except InputError:
        same = False
    return text if same else Annotated((Piece("", "\u2060"), *text.pieces))


def _bytes(text: Annotated) -> bytes:
    return text.plain.encode(errors="replace")


def _loaded(data: str) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError("json-invalid") from error


def _wanted(rule: str) -> bool:
    """Whether enabledRules and disabledRules leave a rule; enabledOnly=true leaves those named alone."""
    enabled, disabled = (_names(name) for name in ("enabledRules", "disabledRules"))
    only = request.values.get("enabledOnly", "").lower() in ("true", "yes")
    return rule not in disabled and (rule in enabled if only else True)


def _names(field: str) -> set[str]:
    return {name.strip().lower().replace("_", "-") for name in request.values.get(field, "").split(",") if name.strip()}
