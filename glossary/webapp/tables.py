"""Lists as the asker wants them: JSON under a name, or CSV by ?format=csv or by Accept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from flask import Response, jsonify, request

from glossary.errors import InputError
from glossary.service.wire_table import csv_table

Form = Literal["json", "csv"]
CSV = "text/csv"


def form() -> Form:
    """What the answer is to be written in; raises InputError("choice-invalid") for a format that there is not."""
    wanted = request.args.get("format")
    if wanted is None:
        return "csv" if request.accept_mimetypes.best_match(["application/json", CSV]) == CSV else "json"
    if wanted not in ("json", "csv"):
        raise InputError("choice-invalid", field="format", allowed="json, csv")
    return "csv" if wanted == "csv" else "json"


def answer(name: str, shape: type, rows: Sequence[Mapping[str, Any]], **beside: object) -> Response:
    """Things of one shape as an object that has them under a name, with what is told beside them; or as a table."""
    return csv(name, shape, rows) if form() == "csv" else jsonify({name: list(rows), **beside})


def csv(name: str, shape: type, rows: Sequence[Mapping[str, Any]]) -> Response:
    """A table whose columns are the fields of the shape, in their order; ?bom=1 has Excel read it as UTF-8."""
    text = csv_table(list(shape.__annotations__), rows, bom=request.args.get("bom") == "1")
    response = Response(text, content_type=f"{CSV}; charset=utf-8; header=present")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
