"""Language and display as the reader chose them: kept in two cookies, switched by plain links (?lang=, ?theme=)."""

from __future__ import annotations

from typing import cast

from flask import Flask, Response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from glossary.messages import Lang
from glossary.webapp.catalog import DEFAULT_LANGUAGE, LANGUAGES

THEMES = ("auto", "light", "dark")
CHOICES: dict[str, tuple[str, ...]] = {"lang": tuple(LANGUAGES), "theme": THEMES}
NO_PAGES = ("api", "assets", "health", "languagetool")  # blueprints whose answers are for programs
PROGRAMS = ("/api/", "/v2/")
YEAR = 365 * 24 * 3600


def language() -> Lang:
    """The language of this request: the link's, else the cookie's, else what a program accepts, else Korean."""
    return cast(Lang, _chosen("lang") or _accepted() or DEFAULT_LANGUAGE)


def theme() -> str:
    """The display of this request: the link's, else the cookie's, else as the system has it."""
    return _chosen("theme") or "auto"


def arguments() -> dict[str, str]:
    """What the address asks, for a link to the same page; url_for takes some names for its own."""
    return {name: value for name, value in request.args.items() if not name.startswith("_") and name != "endpoint"}


def is_page() -> bool:
    """Whether this request asks for a page that a reader sees, by GET."""
    return request.method == "GET" and request.blueprint is not None and request.blueprint not in NO_PAGES


def install(app: Flask) -> None:
    """Answer the switching links of every page with a cookie and the page itself."""
    app.before_request(_switch)


def _chosen(name: str) -> str | None:
    for value in (request.args.get(name), request.cookies.get(name)):
        if value in CHOICES[name]:
            return value
    return None


def _accepted() -> str | None:
    """What Accept-Language says, of programs alone: pages are Korean until their reader switches."""
    if not request.path.startswith(PROGRAMS):
        return None
    return request.accept_languages.best_match(list(LANGUAGES))


def _switch() -> BaseResponse | None:
    """Only pages switch: an interface call with ?lang= is answered in that language and leaves no cookie."""
    chosen = {name: request.args[name] for name in CHOICES if request.args.get(name) in CHOICES[name]}
    if not chosen or request.endpoint is None or not is_page():
        return None
    kept = {name: value for name, value in arguments().items() if name not in CHOICES}
    response = redirect(url_for(request.endpoint, **{**kept, **(request.view_args or {})}), 303, Response)
    for name, value in chosen.items():
        response.set_cookie(name, value, max_age=YEAR, samesite="Lax", path="/")
    return response
