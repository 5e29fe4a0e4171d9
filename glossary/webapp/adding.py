"""New names: a form, filled in beforehand with what is known; a translator's are proposed, an editor's approved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from glossary.errors import GlossaryError
from glossary.messages import explain
from glossary.model import TYPES, Review
from glossary.views import Written
from glossary.webapp import access, ask, preferences
from glossary.webapp.access import needs
from glossary.webapp.catalog import label
from glossary.webapp.concepts import told

adding = Blueprint("adding", __name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A new name as the form has it; several forms of a language stand on lines of their own."""

    ko: str = ""
    zh: str = ""
    en: str = ""
    type: str = ""
    note: str = ""
    why: str = ""
    made: str = field(default="", compare=False)  # the reading that the form was filled in with


@adding.get("/concepts/new")
@needs("translator")
def form() -> str:
    """The form for a new name, with what ?ko=, ?zh=, ?en=, ?type= say, and the reading of the hanzi."""
    wanted = _wanted(request.args)
    if wanted.zh and not wanted.ko:
        wanted = _read(wanted)
    return _page(wanted)


@adding.post("/concepts")
@needs("translator")
def create() -> Response | tuple[str, int]:
    """Add the name; what cannot be added stays in the form, with the reason."""
    wanted = _wanted(request.form)
    try:
        done = add(wanted)
    except GlossaryError as fault:
        return _page(wanted, fault), fault.http_status
    told("added" if review() == "approved" else "proposed", done)
    return redirect(url_for("pages.concept", id=done.concept), 303)


def _page(wanted: Wanted, fault: GlossaryError | None = None) -> str:
    lang = preferences.language()
    return render_template(
        "new.html",
        wanted=wanted,
        fault=None if fault is None else explain(fault.code, lang, fault.params),
        known=str(fault.params.get("id", "")) if fault is not None and fault.code == "concept-exists" else "",
        named_types=[(value, label(lang, "type", value)) for value in TYPES],
        review=review(),
    )


def add(wanted: Wanted) -> Written:
    """Add a name as the acting person may: proposed by a translator, approved by an editor."""
    from glossary.service.changing import Change, TermChange
    from glossary.service.edit import add as added

    texts = [(language, text) for language in ("zh", "ko", "en") for text in getattr(wanted, language).splitlines()]
    terms = [TermChange(text, language="en" if language == "en" else None) for language, text in texts]
    known = cast(Any, wanted.type if wanted.type in TYPES else None)
    return added(ask.context(), terms, Change(type=known, note=wanted.note, review=review()), why=wanted.why)


def review() -> Review:
    """How far a name that this person adds counts as reviewed."""
    return "approved" if access.person().may("editor") else "proposed"


def _wanted(given: Any) -> Wanted:
    names = ("ko", "zh", "en", "type", "note", "why")
    return Wanted(**{name: given.get(name, "").replace("\0", "").replace("\r\n", "\n").strip() for name in names})


def _read(wanted: Wanted) -> Wanted:
    from dataclasses import replace

    from glossary.service.transliterate import has_hanzi, transliterate

    if len(wanted.zh) > ask.desk().max_query or not has_hanzi(wanted.zh):
        return wanted
    official = transliterate(ask.context(), wanted.zh.splitlines()[0]).official
    return replace(wanted, ko=official, made=official)
