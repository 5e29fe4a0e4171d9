"""Writing what documents say: texts, mentions, bare mentions, brands; all of it can be read again."""

from __future__ import annotations

from collections.abc import Iterable

from glossary.model import BareMention, Brand, Document, Extraction
from glossary.store import rows
from glossary.store.events import Act, Draft
from glossary.store.known import Known
from glossary.store.logged import Logged
from glossary.store.views import WITHIN
from glossary.text.keys import hanzi_key


class EvidenceWriter(Logged):
    """The layer of documents and their mentions."""

    def known(self) -> dict[str, Known]:
        """What is known of every document, by name."""
        found = self._all("SELECT name, digest, recipe, issue, date FROM documents")
        return {row["name"]: Known(row["digest"], row["recipe"], row["issue"], row["date"]) for row in found}

    def rename_document(self, old: str, new: str) -> None:
        """Give a document the name that its file has now."""
        self._connection.execute("UPDATE documents SET name = ? WHERE name = ?", (new, old))

    def drop_documents(self, names: Iterable[str], digest: str = "") -> set[str]:
        """Remove documents, by name and by digest, and hand back the keys whose mentions went with them."""
        condition = f"name {WITHIN} OR digest = ?"
        values = (rows.dumps(list(names)), digest)
        within = f"document_id IN (SELECT id FROM documents WHERE {condition})"
        keys = {row["key"] for row in self._all(f"SELECT DISTINCT key FROM mentions WHERE {within}", values)}
        self._connection.execute(f"DELETE FROM documents WHERE {condition}", values)
        return keys

    def texts_before(self, name: str, digest: str) -> dict[str, str]:
        """The texts that a document takes the place of, by name: under its own, and the same bytes under another."""
        found = self._all("SELECT name, text FROM documents WHERE name = ? OR digest = ?", (name, digest))
        return {row["name"]: row["text"] for row in found}

    def bare_nodes(self, names: Iterable[str], digest: str = "") -> set[str]:
        """The nodes that the bare mentions of these documents may mean: ask before dropping them."""
        query = f"""SELECT DISTINCT node FROM bare_nodes n JOIN bare_mentions b ON b.id = n.bare_id
            JOIN documents d ON d.id = b.document_id WHERE d.name {WITHIN} OR d.digest = ?"""
        return {row["node"] for row in self._all(query, (rows.dumps(list(names)), digest))}

    def forget_document(self, name: str, *, actor: str, at: str, why: str = "") -> set[str]:
        """Remove a document for good, as an event; the keys and nodes to be linked anew are handed back."""
        nodes = self.bare_nodes([name])
        keys = self.drop_documents([name])
        self._log(Act(actor, at, why), [Draft("forget", "document", name, rows.dumps({"name": name}), None)])
        return keys | nodes

    def brands(self, recipe: str, besides: Document) -> list[Brand]:
        """The brands that all other documents read by this recipe speak for, counted together, in order.

        What was read otherwise counts again when it has been read anew, so that two ways to a glossary meet.
        """
        query = """SELECT b.zh, b.ko, sum(b.count) AS count FROM brands b JOIN documents d ON d.id = b.document_id
            WHERE d.recipe = ? AND d.name != ? AND d.digest != ? GROUP BY b.zh, b.ko ORDER BY b.zh, b.ko"""
        found = self._all(query, (recipe, besides.name, besides.digest))
        return [Brand(row["zh"], row["ko"], row["count"]) for row in found]

    def add_document(self, doc: Document, found: Extraction, *, recipe: str, added: str) -> set[str]:
        """Store a document with its mentions and the brands it speaks for, and hand back the mentions' keys."""
        values = {
            "name": doc.name,
            "digest": doc.digest,
            "recipe": recipe,
            "encoding": doc.encoding,
            "title": doc.title,
            "issue": doc.issue,
            "date": doc.date,
            "added": added,
            "text": doc.text,
        }
        number = self._db.table("documents").insert(values).last_pk
        assert isinstance(number, int)
        stored = [rows.mention_row(mention, number, hanzi_key(mention.zh)) for mention in found.mentions]
        self._insert("mentions", stored)
        self._insert("brands", [rows.brand_row(brand, number) for brand in found.brands])
        return {row["key"] for row in stored}

    def add_bare(self, document: str, found: Iterable[BareMention]) -> set[str]:
        """Make these the bare mentions of a stored document, by name, and hand back the nodes they may mean."""
        return self.put_bare(self._all("SELECT id FROM documents WHERE name = ?", (document,))[0]["id"], found)

    def put_bare(self, document: int, found: Iterable[BareMention]) -> set[str]:
        """The same by the document's number; the nodes that its bare mentions meant before are handed back as well."""
        query = (
            "SELECT DISTINCT node FROM bare_nodes WHERE bare_id IN (SELECT id FROM bare_mentions WHERE document_id = ?)"
        )
        nodes = {row["node"] for row in self._all(query, (document,))}
        self._connection.execute("DELETE FROM bare_mentions WHERE document_id = ?", (document,))
        first = self._all("SELECT coalesce(max(id), 0) + 1 AS id FROM bare_mentions")[0]["id"]
        stored = list(enumerate(found, start=first))
        self._insert("bare_mentions", [{"id": ref, **rows.bare_row(mention, document)} for ref, mention in stored])
        links = [
            {"node": node, "bare_id": ref, "place": place}
            for ref, mention in stored
            for place, node in enumerate(dict.fromkeys(mention.nodes))
        ]
        self._insert("bare_nodes", links)
        return nodes | {str(item["node"]) for item in links}

    def note(self, name: str, text: str) -> None:
        """Keep one of a build's own marks."""
        self._db.table("marks").upsert({"name": name, "text": text}, pk="name")

    def put_blob(self, name: str, revision: str, data: bytes) -> None:
        """Keep something that was made from the glossary as it was at that revision."""
        self._db.table("blobs").upsert({"name": name, "revision": revision, "data": data}, pk="name")

    def drop_blob(self, name: str) -> None:
        """Keep something no longer."""
        self._connection.execute("DELETE FROM blobs WHERE name = ?", (name,))
