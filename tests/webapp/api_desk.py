"""A real glossary behind the JSON interface: one issue read, every answer held against the description."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from glossary_fakes import ISSUE, context
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

from glossary.link.group import concept_id
from glossary.service.build import build
from glossary.service.context import Context
from glossary.service.stages import Stages
from glossary.webapp.app import create_app
from glossary.webapp.openapi import PREFIX, description

PENG = concept_id("彭昭")


def glossary(folder: Path, stages: Stages | None = None) -> Context:
    """A glossary of one issue."""
    ctx = context(folder / "glossary.db", stages)
    (folder / "260.txt").write_text(ISSUE, encoding="utf-8")
    build(ctx, [folder / "260.txt"])
    return ctx


class Caller:
    """Asks the interface, and holds each JSON answer against what the description says of it."""

    def __init__(self, ctx: Context) -> None:
        self.client: FlaskClient = create_app(ctx).test_client()
        self.seen: set[tuple[str, str, int]] = set()

    def ask(self, method: str, path: str, template: str = "", **given: Any) -> TestResponse:
        """One request; the template is the path as the description has it, where it differs."""
        answer = self.client.open(PREFIX + path, method=method.upper(), **given)
        template = template or path.partition("?")[0]
        self.seen.add((method, template, answer.status_code))
        if answer.mimetype == "application/json":
            validate(method, template, answer.status_code, answer.get_json())
        return answer


def validate(method: str, template: str, status: int, value: Any) -> None:
    """Raise where an answer is not what the description promises."""
    described = description()
    schema = described["paths"][PREFIX + template][method]["responses"][str(status)]["content"]["application/json"]
    Draft202012Validator({**schema["schema"], "components": described["components"]}).validate(value)
