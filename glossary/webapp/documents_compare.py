"""Two documents side by side, as a page and as a table for a spreadsheet."""

from __future__ import annotations

from flask import Response, render_template, request

from glossary.service.compare import BOTH, ONLY_LEFT, ONLY_RIGHT, OTHERWISE, Comparison, compare, compare_csv
from glossary.webapp import ask
from glossary.webapp.documents import pages

__all__ = ["pages"]  # the blueprint with these views on it

PARTS = (OTHERWISE, ONLY_LEFT, ONLY_RIGHT, BOTH)


@pages.get("/documents/compare")
def comparison() -> str:
    """Two documents that ?left= and ?right= name, and the choice of both."""
    known = ask.desk().documents()
    found = _compared() if _chosen() else None
    left, right = _chosen() or (known[1].id if len(known) > 1 else "", known[0].id if known else "")
    return render_template("documents_compare.html", documents=known, found=found, parts=PARTS, left=left, right=right)


@pages.get("/documents/compare.csv")
def comparison_csv() -> Response:
    """The same as CSV."""
    response = Response(compare_csv(_compared()), content_type="text/csv; charset=utf-8; header=present")
    response.headers["Content-Disposition"] = 'attachment; filename="compare.csv"'
    return response


def _chosen() -> tuple[str, str] | None:
    left, right = request.args.get("left", ""), request.args.get("right", "")
    return (left, right) if left and right else None


def _compared() -> Comparison:
    return compare(ask.context(), *(_chosen() or ("", "")))
