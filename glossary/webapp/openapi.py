"""The JSON interface described by OpenAPI 3.1: routes as data, shapes from the TypedDicts that answers are made of."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from typing import Any

from glossary import __version__
from glossary.webapp.openapi_routes import ROUTES, Route
from glossary.webapp.openapi_schema import Schemas
from glossary.webapp.openapi_shapes import Conflict, Error

PREFIX = "/api/v1"
_TABLE = {"text/csv": {"schema": {"type": "string"}}}
_NUMBERS = ("/decisions/", "/events/", "/ignores/")  # whose {id} is a number


@cache
def description() -> dict[str, Any]:
    """The whole description.

    >>> description()["openapi"], sorted(description()["paths"]["/api/v1/concepts/{id}"])
    ('3.1.0', ['get', 'patch'])
    """
    schemas = Schemas()
    paths: dict[str, dict[str, Any]] = {}
    for route in ROUTES:
        paths.setdefault(PREFIX + route.path, {})[route.method] = _operation(route, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Korean-Chinese name glossary", "version": __version__, "license": {"name": "MIT"}},
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "paths": paths,
        "components": {
            "schemas": dict(sorted(schemas.named.items())),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


def _operation(route: Route, schemas: Schemas) -> dict[str, Any]:
    told: dict[str, Any] = {
        "summary": route.summary,
        "operationId": _name(route),
        "x-role": route.role,
        "parameters": _parameters(route),
        "responses": _responses(route, schemas),
    }
    if route.body is not None:
        told["requestBody"] = _body(route, schemas)
    return told


def _name(route: Route) -> str:
    """A name for programs that make functions of routes.

    >>> _name(Route("post", "/ignores/{id}/undo", "", None))
    'post_ignores_undo'
    """
    parts = [part for part in route.path.replace(".json", "").split("/") if part and not part.startswith("{")]
    return "_".join([route.method, *parts, *(["one"] if route.path.endswith("{id}") else [])])


def _parameters(route: Route) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if "{id}" in route.path:
        kind = "integer" if route.path.startswith(_NUMBERS) else "string"
        found.append({"name": "id", "in": "path", "required": True, "schema": {"type": kind}})
    query = {**route.query, "lang": {"type": "string", "enum": ["ko", "en", "zh"]}}
    if route.as_table:
        query = {"format": {"type": "string", "enum": ["json", "csv"]}, **query, "bom": {"enum": ["1"]}}
    for name, schema in query.items():
        found.append({"name": name, "in": "query", "required": name in route.needed, "schema": schema})
    if route.method == "patch":
        found.append({"name": "If-Match", "in": "header", "required": True, "schema": {"type": "string"}})
    return found


def _responses(route: Route, schemas: Schemas) -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": schemas.of(route.answer)}}
    if route.as_table:
        content |= _TABLE
    told: dict[str, Any] = {str(route.status): {"description": _phrase(route.status), "content": content}}
    for status in sorted({*route.errors, *(() if route.role == "viewer" else (403,)), 401, 500}):
        shape = Conflict if (status, route.method) == (409, "patch") else Error
        told[str(status)] = {
            "description": _phrase(status),
            "content": {"application/json": {"schema": schemas.of(shape)}},
        }
    return told


def _body(route: Route, schemas: Schemas) -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": schemas.of(route.body)}}
    if route.takes_file:
        file = {"type": "string", "contentMediaType": "application/octet-stream"}
        content["multipart/form-data"] = {"schema": {"type": "object", "properties": {"file": file, "source": file}}}
        content["*/*"] = {"schema": file}
    return {"required": not route.path.endswith("/undo"), "content": content}


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase
