"""The page of one name, for reading it and for the forms that change it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from flask import render_template

from glossary.errors import GlossaryError
from glossary.messages import explain
from glossary.model import TYPES, Concept, Review
from glossary.service.chronicle import acts
from glossary.webapp import access, ask, preferences
from glossary.webapp.catalog import label
from glossary.webapp.timeline import bars


def page(id: str, *, filled: Mapping[str, str] | None = None, fault: GlossaryError | None = None) -> tuple[str, int]:
    """The page and its status; after a fault with what the editor had filled in and what is wrong with it."""
    view = ask.desk().concept(id)
    said = None if fault is None else explain(fault.code, preferences.language(), fault.params)
    lang = preferences.language()
    shown = render_template(
        "concept.html",
        view=view,
        acts=acts(view.history, view.concept.id),
        bars=bars(view.usage),
        filled=filled or {},
        fault=said,
        members=_members(view.concept),
        types=[(value, label(lang, "type", value)) for value in TYPES],
        reviews=[(value, label(lang, "review", value)) for value in get_args(Review)],
    )
    return shown, 200 if fault is None else fault.http_status


def _members(concept: Concept) -> list[tuple[str, str]]:
    """What an editor may part from a merged name, in words; nothing leads the list, so that nothing parts unasked."""
    if len(concept.members) < 2 or not access.person().may("editor"):
        return []
    from glossary.service.members import members

    return [("", "–"), *members(ask.context(), concept)]
