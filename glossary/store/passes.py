"""What people sign in with once they have: sessions of browsers, tokens of programs; and the attempts that failed.

Of sessions and tokens only digests are kept: whoever reads the file can sign in with none of them.
"""

from __future__ import annotations

from glossary.errors import NotFoundError
from glossary.model.people import Person, Token
from glossary.store.people_file import PeopleFile

STALE = 300  # seconds: a use is written down no more often, so that reading pages writes next to nothing
_TOKENS = """SELECT tokens.id, tokens.name, people.name AS owner, tokens.added, used
    FROM tokens JOIN people ON people.id = person_id"""


class Passes(PeopleFile):
    """Sessions, tokens and failed attempts; times are seconds since 1970."""

    def begin(self, key: str, digest: bytes, at: int, oldest: int) -> None:
        """Begin a session of a person and forget those begun before `oldest`."""
        with self.transaction():
            self._do("DELETE FROM sessions WHERE begun < ?", oldest)
            self._do("INSERT INTO sessions SELECT ?, id, ?, ? FROM people WHERE key = ?", digest, at, at, key)

    def session(self, digest: bytes, at: int, *, begun: int, seen: int) -> Person | None:
        """Whose session it is, if it began and was last used no earlier than these times."""
        query = """SELECT name, role, seen FROM sessions JOIN people ON people.id = person_id
            WHERE digest = ? AND begun >= ? AND seen >= ?"""
        row = self._one(query, digest, begun, seen)
        if row is None:
            return None
        if at - row["seen"] > STALE:
            self._do("UPDATE sessions SET seen = ? WHERE digest = ?", at, digest)
        return Person(row["name"], row["role"])

    def end(self, digest: bytes) -> None:
        """End a session."""
        self._do("DELETE FROM sessions WHERE digest = ?", digest)

    def tokens(self, key: str | None = None) -> list[Token]:
        """The tokens of one person, or of all, in the order they were made."""
        where, values = ("", ()) if key is None else (" WHERE key = ?", (key,))
        return [Token(**row) for row in self._all(f"{_TOKENS}{where} ORDER BY tokens.id", *values)]

    def add_token(self, key: str, name: str, digest: bytes, at: int) -> Token:
        """Keep a new token of a person; raises NotFoundError("person-missing")."""
        query = "INSERT INTO tokens (person_id, name, digest, added) SELECT id, ?, ?, ? FROM people WHERE key = ?"
        if not self._do(query, name, digest, at, key):
            raise NotFoundError("person-missing", name=key)
        return Token(**self._one(f"{_TOKENS} WHERE digest = ?", digest))

    def remove_token(self, id: int, key: str | None = None) -> None:
        """Revoke a token, of this person alone where one is named; raises NotFoundError("token-missing")."""
        owned = "" if key is None else " AND person_id = (SELECT id FROM people WHERE key = ?)"
        if not self._do(f"DELETE FROM tokens WHERE id = ?{owned}", id, *(() if key is None else (key,))):
            raise NotFoundError("token-missing", id=id)

    def bearer(self, digest: bytes, at: int) -> Person | None:
        """Whose token it is."""
        query = "SELECT people.name, role, used FROM tokens JOIN people ON people.id = person_id WHERE digest = ?"
        row = self._one(query, digest)
        if row is None:
            return None
        if row["used"] is None or at - row["used"] > STALE:
            self._do("UPDATE tokens SET used = ? WHERE digest = ?", at, digest)
        return Person(row["name"], row["role"])

    def attempt(self, marks: dict[str, bytes], most: dict[str, int], at: int, since: int) -> int | None:
        """Write an attempt down before it is tried; or the time of the oldest one where there have been enough."""
        with self.transaction():
            self._do("DELETE FROM failures WHERE at <= ?", since)
            for kind, digest in marks.items():
                query = "SELECT count(*), min(at) FROM failures WHERE kind = ? AND digest = ?"
                count, oldest = self._one(query, kind, digest)
                if count >= most[kind]:
                    return int(oldest)
            for kind, digest in marks.items():
                self._do("INSERT INTO failures (kind, digest, at) VALUES (?, ?, ?)", kind, digest, at)
        return None

    def forgive(self, marks: dict[str, bytes]) -> None:
        """Take back the latest attempt of each kind, which was right, and every one of that name from that address."""
        latest = "id = (SELECT max(id) FROM failures WHERE kind = ? AND digest = ?)"
        with self.transaction():
            for kind, digest in marks.items():
                chosen = "kind = ? AND digest = ?" if kind == "both" else latest
                self._do(f"DELETE FROM failures WHERE {chosen}", kind, digest)
