"""Who may use the pages, and with what."""

from __future__ import annotations

import secrets

from glossary.errors import StorageError
from glossary.service.context import Context
from glossary.store.people_file import PeopleFile, beside


def secret_key(context: Context) -> bytes:
    """The key that signs what browsers keep: made once and kept, or for this run alone where nothing can be kept."""
    fresh = secrets.token_bytes(32)
    if not context.db.is_file():
        return fresh
    try:
        with PeopleFile(beside(context.db)) as file:
            return file.secret("web", fresh)
    except StorageError as error:
        if error.code not in ("db-readonly", "disk-full"):
            raise
        return fresh
