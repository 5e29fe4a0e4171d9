"""Anything that goes wrong, told in the reader's language: JSON to programs, a page to people, no trace."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from glossary.errors import BusyError, GlossaryError, RefusedError
from glossary.messages import explain
from glossary.webapp import guards
from glossary.webapp.catalog import say
from glossary.webapp.preferences import language

CODES = {400: "bad-request", 404: "not-found", 405: "method-not-allowed", 413: "too-large", 500: "internal"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong, in words, with what to do about it."""

    status: int
    code: str
    message: str
    hint: str


def install(app: Flask) -> None:
    """Answer every failure of the application in one of the two shapes."""
    app.register_error_handler(GlossaryError, _coded)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def fault_of(error: GlossaryError) -> dict[str, str]:
    """An error as programs are told of it, in the reader's language."""
    said = explain(error.code, language(), error.params)
    return {"code": error.code, "message": said.message, "hint": said.hint}


def _coded(error: GlossaryError) -> Response:
    response = _answer(Fault(error.http_status, **fault_of(error)))
    if isinstance(error, BusyError):
        response.headers["Retry-After"] = "5"
    return response


def _http(error: HTTPException) -> Response:
    if error.code is not None and error.code < 400:
        return make_response(error.get_response())
    if isinstance(error, CSRFError):
        return _coded(RefusedError("forged"))
    if isinstance(error, SecurityError):
        return _answer(_fault(400, "untrusted-host"), plain=True)
    status = error.code or 500
    response = _answer(_fault(status, CODES.get(status, "other")))
    allowed = getattr(error, "valid_methods", None)
    if allowed:
        response.headers["Allow"] = ", ".join(sorted(allowed))
    return response


def _unforeseen(error: Exception) -> Response:
    guards.log_failure(current_app, error)
    return _answer(_fault(500, "internal"))


def _fault(status: int, code: str) -> Fault:
    lang = language()
    return Fault(status, code, say(lang, f"error.{code}"), say(lang, f"error.{code}_hint"))


def _answer(fault: Fault, plain: bool = False) -> Response:
    """Plain text where no page can be made: links have nowhere to lead under a host that is not ours."""
    if request.path.startswith("/api/"):
        error = {"code": fault.code, "message": fault.message, "hint": fault.hint}
        response = jsonify({"error": error})
    elif request.path.startswith("/v2/"):  # as LanguageTool tells of errors
        response = Response(f"Error: {fault.message} {fault.hint}", mimetype="text/plain")
    elif plain:
        response = Response(f"{fault.message}\n{fault.hint}\n", mimetype="text/plain")
    else:
        response = make_response(render_template("error.html", fault=fault))
    response.status_code = fault.status
    response.headers["Cache-Control"] = "no-store"
    return response
