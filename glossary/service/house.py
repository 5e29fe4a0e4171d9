"""The policy in force: every value, and where it comes from."""

from __future__ import annotations

import dataclasses

from glossary.policy import given_in
from glossary.service.context import Context
from glossary.views import PolicyLine, PolicyView


def policy_view(ctx: Context) -> PolicyView:
    """All values by section, each with whether the house's file says so or it is built in."""
    given = given_in(ctx.house) if ctx.house is not None else frozenset[str]()
    lines = [
        PolicyLine(f"{section.name}.{name}", value, f"{section.name}.{name}" in given)
        for section in dataclasses.fields(ctx.policy)
        if dataclasses.is_dataclass(getattr(ctx.policy, section.name))
        for name, value in dataclasses.asdict(getattr(ctx.policy, section.name)).items()
    ]
    return PolicyView(ctx.policy.digest, str(ctx.house) if ctx.house is not None else None, tuple(lines))
