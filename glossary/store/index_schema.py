"""The tables of the look-up index: integers and short keys, so that a million names stay small.

names: a concept's number, of which a concept with very many forms has several.
forms: each form as it is typed, its number the name's number and a place; `shelf` is field and rank.
parts: the beginnings of a form's later syllables and of its initials, packed into integers.
pieces: buckets of what two spellings of one name share when up to two slips lie between them, keys included.
"""

from __future__ import annotations

STATEMENTS = (
    "DROP TABLE search",
    """CREATE TABLE names (
        number INTEGER PRIMARY KEY,
        concept_id TEXT NOT NULL,
        weight INTEGER NOT NULL
    )""",
    "CREATE INDEX names_concept ON names (concept_id)",
    """CREATE TABLE forms (
        number INTEGER PRIMARY KEY,
        shelf INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        text TEXT
    )""",
    """CREATE INDEX forms_key ON forms (shelf, "key")""",
    """CREATE TABLE parts (
        code INTEGER NOT NULL,
        form INTEGER NOT NULL,
        PRIMARY KEY (code, form)
    ) WITHOUT ROWID""",
    """CREATE TABLE pieces (
        bucket INTEGER PRIMARY KEY,
        data BLOB NOT NULL
    )""",
)
PIECES = (
    "DROP TABLE pieces",
    """CREATE TABLE pieces (
        bucket INTEGER PRIMARY KEY,
        forms BLOB NOT NULL,
        keys TEXT NOT NULL
    )""",
)
