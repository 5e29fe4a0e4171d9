"""What a use case stands on, injected: the database, the policy in force, the stages, the clock."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.errors import InputError
from glossary.policy import Policy, load_policy
from glossary.service.stages import RealStages, Stages

if TYPE_CHECKING:
    from glossary.store.reader import Reader
    from glossary.store.writer import Writer

HOUSE_FILE = "glossary.toml"
LONGEST_ACTOR = 100


def now() -> str:
    """The time in UTC to the second, as stored: 2021-12-22T09:00:00+00:00."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a use case may touch; two runs with equal contexts give equal bytes."""

    db: Path
    policy: Policy
    stages: Stages
    clock: Callable[[], str] = now
    actor: str = ""  # who edits; whoever is logged in where nobody is named
    house: Path | None = None  # the file that overlays the built-in policy

    def who(self) -> str:
        """The name that events carry: the one given, else $GLOSSARY_USER, else the login name.

        Raises InputError("actor-invalid") for one that is no single line.
        """
        name = (self.actor or os.environ.get("GLOSSARY_USER", "")).strip() or _login()
        if len(name) > LONGEST_ACTOR or not name.isprintable():
            raise InputError("actor-invalid", limit=LONGEST_ACTOR)
        return name

    def reader(self) -> Reader:
        """A reader of the database, to be used in a `with` block; raises NotFoundError where there is none."""
        from glossary.store.reader import Reader

        return Reader(self.db, kept=True)

    def writer(self) -> Writer:
        """The writer of the database, which it creates or brings up to date; to be used in a `with` block."""
        from glossary.store.writer import Writer

        return Writer(self.db)


def open_context(
    db: Path, policy_path: Path | None = None, *, stages: Stages | None = None, actor: str = ""
) -> Context:
    """The context for a database file, which need not exist yet, under the named policy or the one beside it."""
    beside = db.parent / HOUSE_FILE
    chosen = policy_path if policy_path is not None else beside if beside.is_file() else None
    policy = load_policy(chosen)
    return Context(db, policy, stages or RealStages(policy.documents), actor=actor, house=chosen)


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # no such user, no pwd module
        return "unknown"
