"""One tree of coded errors: a code, what it is about, an exit status and an HTTP status.

The words for each code, in Korean, English and Chinese, are data (`data/messages.toml`);
an error carries only the code and its parameters, so that every front end speaks its reader's language.
"""

from __future__ import annotations


class GlossaryError(Exception):
    """Anything that could not be done; `code` names it for scripts, `params` fill in its message."""

    exit_status = 2
    http_status = 500

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{name}={value}" for name, value in self.params.items())


class InputError(GlossaryError):
    """What was handed in cannot be used: unreadable, undecodable, empty, malformed."""

    http_status = 400


class NotFoundError(GlossaryError):
    """What was asked for is not there: no file, no database, no concept."""

    http_status = 404


class UnknownPersonError(GlossaryError):
    """Nobody has signed in, and this needs somebody who has."""

    http_status = 401


class RefusedError(GlossaryError):
    """Whoever asks may not do this."""

    http_status = 403


class ConflictError(GlossaryError):
    """What was asked for contradicts what is stored by now."""

    http_status = 409


class StorageError(GlossaryError):
    """The database could not be read or written: locked, damaged, disk full."""

    http_status = 503


class BusyError(GlossaryError):
    """There is too much to do at once; asked again in a while, it will be done."""

    http_status = 503
