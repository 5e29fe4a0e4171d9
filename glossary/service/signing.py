"""Signing in and out, by password for people and by token for programs."""

from __future__ import annotations

import hashlib
import ipaddress
import secrets

from glossary.errors import RefusedError, UnknownPersonError
from glossary.model.people import Person, Token
from glossary.service.context import Context
from glossary.service.passwords import fits, hashed, outdated
from glossary.service.people import key, named, open_people, seconds
from glossary.store.people import People
from glossary.store.people_file import beside

HOUR = 3600
DAY = 24 * HOUR
PREFIX = "glossary_"  # by which a token is known for one where it should not stand


class TooManyError(RefusedError):
    """Too many wrong passwords: it waits."""

    http_status = 429


def sign_in(context: Context, name: str, password: str, address: str) -> str:
    """A new session's secret for the right password.

    Raises UnknownPersonError("sign-in-wrong"), alike for a wrong name and a wrong password, and
    TooManyError("sign-in-waits") after too many of them.
    """
    with open_people(context) as people:
        _confirm(context, people, name, password, address)
        return _begun(context, people, key(name), seconds(context))


def confirm(context: Context, name: str, password: str, address: str) -> None:
    """Make sure that one who is signed in knows the password; raises as `sign_in` does, but RefusedError."""
    with open_people(context) as people:
        try:
            _confirm(context, people, name, password, address)
        except UnknownPersonError as error:
            raise RefusedError("password-wrong") from error


def renew(context: Context, name: str) -> str:
    """Another session's secret for one who is signed in and has just changed the password."""
    with open_people(context) as people:
        return _begun(context, people, key(name), seconds(context))


def session_person(context: Context, secret: str) -> Person | None:
    """Whose session this is, while it lasts."""
    now, policy = seconds(context), context.policy.people
    with open_people(context) as people:
        begun, seen = now - policy.days * DAY, now - policy.idle_hours * HOUR
        return people.session(_digest(secret), now, begun=begun, seen=seen)


def sign_out(context: Context, secret: str) -> None:
    """End a session."""
    with open_people(context) as people:
        people.end(_digest(secret))


def bearer_person(context: Context, text: str) -> Person | None:
    """Whose token this is."""
    with open_people(context) as people:
        return people.bearer(_digest(text), seconds(context))


def add_token(context: Context, owner: str, name: str) -> tuple[Token, str]:
    """A new token of a person, and its text, which is not to be had again."""
    text = PREFIX + secrets.token_urlsafe(32)
    with open_people(context) as people:
        return people.add_token(key(owner), named(name), _digest(text), seconds(context)), text


def tokens(context: Context, owner: str | None = None) -> list[Token]:
    """The tokens of one person, or of all."""
    if not beside(context.db).is_file():
        return []
    with open_people(context) as people:
        return people.tokens(None if owner is None else key(owner))


def remove_token(context: Context, id: int, owner: str | None = None) -> None:
    """Revoke a token, of this person alone where one is named; raises NotFoundError("token-missing")."""
    with open_people(context) as people:
        people.remove_token(id, None if owner is None else key(owner))


def _confirm(context: Context, people: People, name: str, password: str, address: str) -> None:
    whose = key(name)
    marks = _allowed(context, people, whose, address, seconds(context))
    kept = people.password(whose)
    if not fits(password, kept) or kept is None:
        raise UnknownPersonError("sign-in-wrong")
    people.forgive(marks)
    if outdated(kept):
        people.rehash(whose, kept, hashed(password))


def _allowed(context: Context, people: People, whose: str, address: str, now: int) -> dict[str, bytes]:
    """The marks of this attempt, which is written down as failed until it is not."""
    policy = context.policy.people
    salt = people.secret("attempts", secrets.token_bytes(32))
    place = network(address)
    said = {"both": f"{whose}\0{place}", "address": place, "name": whose}
    marks = {kind: _mark(text, salt) for kind, text in said.items()}
    most = {"both": policy.tries, "address": policy.tries_address, "name": policy.tries_name}
    window = policy.minutes * 60
    oldest = people.attempt(marks, most, now, now - window)
    if oldest is not None:
        raise TooManyError("sign-in-waits", minutes=max(1, -(-(oldest + window - now) // 60)))
    return marks


def network(address: str) -> str:
    """What one attacker has of addresses: one of the fourth version, 2**64 of the sixth.

    >>> network("192.0.2.7"), network("2001:db8:1:2:3:4:5:6"), network("?")
    ('192.0.2.7/32', '2001:db8:1:2::/64', '?')
    """
    try:
        wide = 64 if ":" in address else 32
        return str(ipaddress.ip_network(f"{address}/{wide}", strict=False))
    except ValueError:
        return address


def _mark(text: str, salt: bytes) -> bytes:
    """What is kept of a name typed, which may have been a password in the wrong box."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=salt, digest_size=16).digest()


def _begun(context: Context, people: People, whose: str, now: int) -> str:
    secret = secrets.token_urlsafe(32)
    people.begin(whose, _digest(secret), now, now - context.policy.people.days * DAY)
    return secret


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
