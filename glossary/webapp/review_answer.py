"""What a reviewer's key or button gets back: JSON for the script, the list again for a plain form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from flask import Response, flash, jsonify, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from glossary.errors import ConflictError, GlossaryError
from glossary.messages import explain
from glossary.views import Written
from glossary.webapp.catalog import say
from glossary.webapp.preferences import language

Answer = BaseResponse | tuple[str, int] | tuple[Response, int]
_KEPT = ("type", "document", "page", "score")


def answered(do: Callable[[], Written], back: str, said: str, **params: object) -> Answer:
    """Do it and tell what was said, and the event that takes it back; a refusal tells who was faster."""
    try:
        done = do()
    except GlossaryError as error:
        return _refused(error, back)
    text = say(language(), f"reviewing.{said}", **params)
    if _by_script():
        return jsonify({"said": text, "event": done.event, "version": done.version})
    flash(cast(Any, [text, done.event, ""]), "review")
    return redirect(url_for(back, **_kept()), 303)


def _refused(error: GlossaryError, back: str) -> Answer:
    told = explain(error.code, language(), error.params)
    if _by_script():
        answer = {"code": error.code, "message": told.message, "hint": told.hint}
        return jsonify({"error": answer}), error.http_status
    if isinstance(error, ConflictError) or error.code == "question-missing":
        flash(cast(Any, [told.message, 0, told.hint]), "review")
        return redirect(url_for(back, **_kept()), 303)
    raise error


def _by_script() -> bool:
    return request.accept_mimetypes.best_match(("text/html", "application/json")) == "application/json"


def _kept() -> dict[str, Any]:
    """The filters of the list, for the way back to it."""
    return {name: request.form[name] for name in _KEPT if request.form.get(name)}
