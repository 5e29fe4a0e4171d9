"""The tables of migration 3: what was decided, by whom, and the log that nobody can rewrite."""

from __future__ import annotations

_APPEND_ONLY = "SELECT RAISE(ABORT, 'events are append-only')"

EVENTS = (
    """CREATE TABLE events (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        entity TEXT NOT NULL,
        entity_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        why TEXT NOT NULL,
        before TEXT,
        after TEXT,
        batch TEXT NOT NULL,
        chain TEXT NOT NULL
    )""",
    "CREATE INDEX events_entity ON events (entity, entity_id, version)",
    "CREATE INDEX events_batch ON events (batch)",
    f"CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN {_APPEND_ONLY}; END",
    f"CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN {_APPEND_ONLY}; END",
    # REPLACE and upsert insert first: only the next number may be inserted, so neither meets a row to change
    f"""CREATE TRIGGER events_next BEFORE INSERT ON events
        WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM events) BEGIN {_APPEND_ONLY}; END""",
)
CURATED = (
    """CREATE TABLE curations (
        concept TEXT PRIMARY KEY,
        key TEXT NOT NULL,
        type TEXT,
        review TEXT NOT NULL,
        note TEXT NOT NULL,
        source TEXT NOT NULL,
        terms TEXT NOT NULL,
        deleted INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX curations_key ON curations (key)",
    """CREATE TABLE decisions (
        id INTEGER PRIMARY KEY,
        "left" TEXT NOT NULL,
        "right" TEXT NOT NULL,
        judgement TEXT NOT NULL,
        actor TEXT NOT NULL,
        at TEXT NOT NULL,
        why TEXT NOT NULL,
        origin TEXT NOT NULL,
        scope TEXT NOT NULL,
        undone INTEGER NOT NULL
    )""",
    'CREATE INDEX decisions_left ON decisions ("left")',
    'CREATE INDEX decisions_right ON decisions ("right")',
    """CREATE TABLE ignores (
        id INTEGER PRIMARY KEY,
        rule TEXT NOT NULL,
        concept TEXT NOT NULL,
        document TEXT NOT NULL,
        text TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        reason TEXT NOT NULL,
        actor TEXT NOT NULL,
        at TEXT NOT NULL,
        undone INTEGER NOT NULL
    )""",
    "CREATE INDEX ignores_fingerprint ON ignores (fingerprint)",
)
EVIDENCE = (
    """CREATE TABLE bare_mentions (
        id INTEGER PRIMARY KEY,
        document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        concept_id TEXT REFERENCES concepts (id) ON DELETE SET NULL,
        text TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        nodes TEXT NOT NULL,
        type TEXT NOT NULL,
        score REAL NOT NULL,
        line INTEGER NOT NULL,
        "column" INTEGER NOT NULL,
        evidence TEXT NOT NULL
    )""",
    "CREATE INDEX bare_mentions_document ON bare_mentions (document_id)",
    "CREATE INDEX bare_mentions_concept ON bare_mentions (concept_id)",
    """CREATE TABLE bare_nodes (
        node TEXT NOT NULL,
        bare_id INTEGER NOT NULL REFERENCES bare_mentions (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        PRIMARY KEY (node, bare_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX bare_nodes_bare ON bare_nodes (bare_id)",
)
DERIVED = (
    """CREATE TABLE members (
        node TEXT PRIMARY KEY,
        key TEXT NOT NULL,
        concept_id TEXT NOT NULL REFERENCES concepts (id) ON DELETE CASCADE,
        place INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX members_concept ON members (concept_id, place)",
    "CREATE INDEX members_key ON members (key)",
    "INSERT INTO members (node, key, concept_id, place) SELECT id, key, id, 0 FROM concepts",
    """CREATE TABLE proposals (
        "left" TEXT NOT NULL,
        "right" TEXT NOT NULL,
        judgement TEXT NOT NULL,
        score REAL NOT NULL,
        evidence TEXT NOT NULL,
        touches INTEGER NOT NULL,
        automatic INTEGER NOT NULL,
        PRIMARY KEY ("left", "right")
    ) WITHOUT ROWID""",
    'CREATE INDEX proposals_right ON proposals ("right")',
    "CREATE INDEX proposals_touches ON proposals (touches)",
    "ALTER TABLE concepts ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE concepts ADD COLUMN source TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE terms ADD COLUMN bare INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE terms ADD COLUMN forbidden INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE terms ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE terms ADD COLUMN source TEXT NOT NULL DEFAULT ''",
)
BESIDE = (
    "CREATE TABLE marks (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE blobs (name TEXT PRIMARY KEY, revision TEXT NOT NULL, data BLOB NOT NULL)",
)
LOOKED_UP = ("CREATE INDEX terms_text ON terms (text)",)
HISTORY = (*EVENTS, *CURATED, *EVIDENCE, *DERIVED, *BESIDE, *LOOKED_UP)
