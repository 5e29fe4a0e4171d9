"""Passwords: what is taken for one, and how it is kept."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from glossary.errors import InputError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LONGEST = 1024  # characters: a hash of more serves nobody
AT_ONCE = 2  # each takes 64 MB for as long as it lasts

_turns = threading.BoundedSemaphore(AT_ONCE)


def checked(password: str, least: int) -> str:
    """A password that may be set; raises InputError("password-short" or "password-long").

    >>> checked("하늘을 우러러 한 점", 10)
    '하늘을 우러러 한 점'
    >>> checked("북경", 10)
    Traceback (most recent call last):
    glossary.errors.InputError: password-short: least=10
    """
    if len(password.strip()) < least:
        raise InputError("password-short", least=least)
    if len(password) > LONGEST:
        raise InputError("password-long", most=LONGEST)
    return password


def hashed(password: str) -> str:
    """What is kept of a password: argon2id with a salt of its own."""
    with _turns:
        return _hasher().hash(_bytes(password))


def fits(password: str, kept: str | None) -> bool:
    """Whether it is the password; takes as long where nobody has that name."""
    from argon2.exceptions import InvalidHashError, VerificationError

    with _turns:
        try:
            _hasher().verify(kept or _nobody(), _bytes(password[:LONGEST]))
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


def outdated(kept: str) -> bool:
    """Whether a hash was made with weaker parameters than today's."""
    return _hasher().check_needs_rehash(kept)


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobody() -> str:
    return _hasher().hash(b"")


def _bytes(password: str) -> bytes:
    """The same bytes from every keyboard: macOS sends Hangul in other normal forms."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
