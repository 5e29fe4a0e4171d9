"""Who may use the pages: people, their roles and passwords."""

from __future__ import annotations

import secrets
import unicodedata
from datetime import datetime

from glossary.errors import InputError, NotFoundError, StorageError
from glossary.model.people import ROLES, Account, Role
from glossary.service.context import LONGEST_ACTOR, Context
from glossary.service.passwords import checked, hashed
from glossary.store.people import People
from glossary.store.people_file import PeopleFile, beside, stamp


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


def state(context: Context) -> bytes:
    """What changes whenever anything about the people does; empty where there is no file of them."""
    return stamp(beside(context.db))


def open_people(context: Context) -> People:
    """The people of a glossary, to be used in a `with` block; raises NotFoundError where there is no glossary."""
    if not context.db.is_file():
        raise NotFoundError("db-missing", path=str(context.db))
    return People(beside(context.db))


def accounts(context: Context) -> list[Account]:
    """Everybody who may sign in, by name."""
    if not beside(context.db).is_file():
        return []
    with open_people(context) as people:
        return people.accounts()


def add_person(context: Context, name: str, role: str, password: str) -> Account:
    """Let a person sign in; raises InputError and ConflictError for a name, role or password that cannot be."""
    name, wanted = named(name), known(role)
    kept = hashed(checked(password, context.policy.people.password))
    with open_people(context) as people:
        people.add(name, key(name), wanted, kept, seconds(context))
        return people.account(key(name))


def set_role(context: Context, name: str, role: str) -> None:
    """Give a person another role, which ends their sessions."""
    wanted = known(role)
    with open_people(context) as people:
        people.set_role(key(name), wanted)


def set_password(context: Context, name: str, password: str) -> None:
    """Give a person another password, which ends their sessions."""
    kept = hashed(checked(password, context.policy.people.password))
    with open_people(context) as people:
        people.set_password(key(name), kept)


def remove_person(context: Context, name: str) -> None:
    """Let a person sign in no more; sessions and tokens end."""
    with open_people(context) as people:
        people.remove(key(name))


def key(name: str) -> str:
    """A name as it is compared: however it was typed.

    >>> key(" Ｋim ") == key("kim"), key("김역자") == key("김역자")
    (True, True)
    """
    return unicodedata.normalize("NFKC", name).strip().casefold()


def named(name: str) -> str:
    """A name that may be given; raises InputError("actor-invalid") for an empty one or one that is no single line.

    >>> named(" 김역자 ")
    '김역자'
    """
    name = unicodedata.normalize("NFC", name).strip()
    if not name or len(name) > LONGEST_ACTOR or not name.isprintable() or not key(name):
        raise InputError("actor-invalid", limit=LONGEST_ACTOR)
    return name


def known(role: str) -> Role:
    """A role; raises InputError("role-unknown")."""
    for one in ROLES:
        if one == role:
            return one
    raise InputError("role-unknown", allowed=", ".join(ROLES))


def seconds(context: Context) -> int:
    """The time by the context's clock, in seconds since 1970."""
    return int(datetime.fromisoformat(context.clock()).timestamp())
