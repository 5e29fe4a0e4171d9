"""The main menu: what every page offers to go to, in the order of a working day."""

from __future__ import annotations

from collections.abc import Iterator

from flask import current_app

from glossary.webapp.access import needed, visitor

ENTRIES = (
    ("pages.search", "site.search"),
    ("scan.page", "site.scan"),
    ("checking.page", "site.check"),
    ("review.page", "site.review"),
    ("pages.documents", "site.documents"),
    ("normalizing.page", "site.normalize"),
)


def menu() -> Iterator[tuple[str, str]]:
    """Endpoint and message key of each entry that the person of this request may open; none before signing in."""
    person = visitor()
    for endpoint, words in ENTRIES:
        if person is not None and endpoint in current_app.view_functions and person.may(needed(endpoint) or "viewer"):
            yield endpoint, words
