"""The application factory."""

from __future__ import annotations

import secrets
from functools import partial
from typing import Any

from flask import Flask, request, url_for
from flask.json.provider import DefaultJSONProvider
from jinja2 import StrictUndefined

from glossary.service.context import Context
from glossary.webapp import (
    access,
    ask,
    assets,
    catalog,
    faults,
    forgery,
    guards,
    limits,
    preferences,
    quick,
    sessions,
    show,
)
from glossary.webapp.account import account
from glossary.webapp.adding import adding
from glossary.webapp.api import api
from glossary.webapp.checking import checking
from glossary.webapp.checking_leave import leaving
from glossary.webapp.checking_out import taking
from glossary.webapp.concepts import concepts
from glossary.webapp.desk import Desk, ServiceDesk
from glossary.webapp.documents_compare import pages
from glossary.webapp.languagetool import languagetool
from glossary.webapp.menu import menu
from glossary.webapp.normalizing import normalizing
from glossary.webapp.pages import health
from glossary.webapp.people import people
from glossary.webapp.reach import Reach
from glossary.webapp.review_names import review
from glossary.webapp.scan import scan
from glossary.webapp.signing import signing

HERE = Reach()
BLUEPRINTS = (
    pages, concepts, adding, scan, checking, leaving, taking, normalizing, health, api, languagetool,
    review, signing, people, account, assets.assets,
)  # fmt: skip


def create_app(context: Context | None, *, desk: Desk | None = None, reach: Reach = HERE) -> Flask:
    """The application over one context; a desk handed in answers in place of the use cases."""
    app = guards.Application("glossary.webapp", static_folder=None, template_folder=None)
    if desk is None:
        assert context is not None
        desk = ServiceDesk(context)
    app.extensions["glossary"] = desk
    app.extensions["glossary.context"] = context
    app.secret_key = _secret(context)
    guards.install(app, reach)
    sessions.install(app, context, reach.wide)
    limits.install(app)
    forgery.install(app)
    access.install(app)
    preferences.install(app)
    faults.install(app)
    quick.install(app, context, desk, reach)
    _dress(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _secret(context: Context | None) -> bytes:
    from glossary.service.people import secret_key

    return secrets.token_bytes(32) if context is None else secret_key(context)


def _dress(app: Flask) -> None:
    assert isinstance(app.json, DefaultJSONProvider)
    app.json.ensure_ascii = False
    app.json.sort_keys = False
    app.jinja_env.loader = assets.template_loader()
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(static=assets.static_url, show=show, switch=_switch, menu=menu, visitor=access.visitor)
    app.context_processor(_words)


def _words() -> dict[str, Any]:
    """What every template speaks with: `t` for sentences, `word` for the values of closed sets."""
    lang = preferences.language()
    return {
        "t": partial(catalog.say, lang),
        "word": partial(catalog.label, lang),
        "known_reasons": catalog.table(lang, "why"),
        "lang": lang,
        "me": access.person(),
        "html_lang": catalog.HTML_LANGUAGE,
        "languages": catalog.LANGUAGES,
        "theme": preferences.theme(),
        "themes": preferences.THEMES,
        "template": ask.desk().first_mention,
        "max_query": ask.desk().max_query,
    }


def _switch(name: str, value: str) -> str:
    """The address of this page with one preference switched."""
    values: dict[str, Any] = {name: value}
    if not preferences.is_page():
        return url_for("pages.search", **values)
    assert request.endpoint is not None
    endpoint = "pages.search" if request.endpoint == "pages.results" else request.endpoint
    return url_for(endpoint, **{**preferences.arguments(), **(request.view_args or {}), **values})
