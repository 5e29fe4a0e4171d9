"""The main menu: what every page offers to go to, in the order of a working day."""

from __future__ import annotations

from collections.abc import Iterator

from flask import current_app

from glossary.webapp.access import visitor

ENTRIES = (
    ("pages.search", "site.search"),
    ("scan.page", "site.scan"),
    ("checking.page", "site.check"),
    ("review.page", "site.review"),
    ("pages.documents", "site.documents"),
    ("normalizing.page", "site.normalize"),
)


def menu() -> Iterator[tuple[str, str]]:
    """Endpoint and message key of each entry that this application has; none before somebody has signed in."""
    if visitor() is None:
        return iter(())
    return ((endpoint, words) for endpoint, words in ENTRIES if endpoint in current_app.view_functions)
