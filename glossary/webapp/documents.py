"""The documents: read, compared, printed as a table of names; read again, forgotten and brought back by editors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from flask import Response, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from glossary.errors import GlossaryError, InputError
from glossary.messages import explain
from glossary.webapp import ask, guards, preferences, uploads
from glossary.webapp.access import needs
from glossary.webapp.catalog import say
from glossary.webapp.limits import takes
from glossary.webapp.pages import pages

__all__ = ["pages"]  # the blueprint with these views on it


@pages.get("/documents")
def documents() -> str:
    """The documents read, the latest issue first."""
    return render_template("documents.html", documents=ask.desk().documents())


@pages.post("/documents")
@needs("editor")
@takes("file")
def upload() -> BaseResponse | tuple[str, int]:
    """Read a new issue into the glossary; what cannot be read is told on the page."""
    from glossary.service.upload import take_in

    sent = request.files.get("file")
    try:
        if sent is None or not sent.filename:
            raise InputError("upload-missing")
        data = uploads.bounded(sent.stream, sent.filename)
        found = take_in(ask.context(), sent.filename, data, replace=request.form.get("replace") == "1")
    except GlossaryError as error:
        told = explain(error.code, preferences.language(), error.params)
        page = render_template("documents.html", documents=ask.desk().documents(), fault=told)
        return page, error.http_status
    _say("read")
    return redirect(url_for("pages.document", id=found), 303)


@pages.get("/documents/<id>")
def document(id: str) -> str:
    """The names of one document in both languages, in order."""
    return render_template("document.html", view=ask.desk().document(id))


@pages.get("/documents/<id>/text")
def document_text(id: str) -> str:
    """The text of a document line by line, its names leading to their pages."""
    from glossary.service.document_text import document_text as text

    return render_template("document_text.html", found=text(ask.context(), id))


@pages.get("/documents/<id>/table")
def table(id: str) -> Response:
    """The sheet of a document's names in both languages, a page of its own to be printed or sent."""
    page = ask.desk().table(id, preferences.language())
    answer = Response(page, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = guards.with_style(page)
    return answer


@pages.post("/documents/<id>/again")
@needs("editor")
def read_again(id: str) -> BaseResponse:
    """Read a document anew by the rules of now."""
    from glossary.service.reread import read_again as again

    return _changed("read_again", lambda: url_for("pages.document", id=again(ask.context(), id)))


@pages.post("/documents/<id>/forget")
@needs("editor")
def forget(id: str) -> BaseResponse:
    """Take a document out of the glossary; it can be brought back."""
    from glossary.service.reread import forget as gone

    def do() -> str:
        gone(ask.context(), id, why=request.form.get("why", "").strip()[:500])
        return url_for("pages.forgotten")

    return _changed("forgotten_now", do)


@pages.get("/documents/forgotten")
@needs("editor")
def forgotten() -> str:
    """The documents that can be brought back."""
    from glossary.service.reread import forgotten as kept

    return render_template("documents_forgotten.html", kept=kept(ask.context()))


@pages.post("/documents/forgotten")
@needs("editor")
def bring_back() -> BaseResponse:
    """Read a forgotten document in again as it was."""
    from glossary.service.reread import bring_back as back

    name = request.form.get("name", "")
    return _changed("brought_back", lambda: url_for("pages.document", id=back(ask.context(), name)))


def _changed(said: str, do: Callable[[], str]) -> BaseResponse:
    where = do()
    _say(said)
    return redirect(where, 303)


def _say(said: str) -> None:
    flash(cast(Any, [say(preferences.language(), f"document.{said}")]), "document")
