"""Build: documents in, glossary out; run again, it reads only what has changed."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from glossary import __version__
from glossary.errors import GlossaryError, StorageError
from glossary.link import link
from glossary.model import BuildSummary, Document, Mention, Problem
from glossary.service.context import Context
from glossary.service.stats import stats
from glossary.service.sources import Source, sources
from glossary.service.voice import Voice

if TYPE_CHECKING:
    from glossary.store.writer import Writer

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Labels:
    """Issue and date for documents that state none, neither in the masthead nor in the file name."""

    issue: int | None = None
    date: str | None = None


def _silent(done: int, total: int, name: str) -> None:
    pass


def build(
    ctx: Context, paths: Sequence[Path], *, labels: Labels | None = None, progress: Progress = _silent
) -> BuildSummary:
    """Read files and folders into the glossary; what cannot be read is told in the summary and stops nothing else.

    Every document is one transaction. Raises StorageError when the database itself cannot be written.
    """
    found, problems = sources(ctx, paths)
    done: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
    with ctx.writer() as writer:
        desk = _Desk(ctx, writer, labels or Labels())
        for number, source in enumerate(found, start=1):
            try:
                done[desk.take(source)].append(source.name)
            except StorageError:
                raise
            except GlossaryError as error:
                problems.append(Problem(source.name, error.code, tuple(error.params.items())))
            progress(number, len(found), source.name)
    return BuildSummary(
        tuple(done["added"]), tuple(done["changed"]), tuple(done["unchanged"]), tuple(problems), stats(ctx)
    )


class _Desk:
    """One build at work: takes one source after the other and tells what became of it."""

    def __init__(self, ctx: Context, writer: Writer, labels: Labels) -> None:
        self._ctx = ctx
        self._writer = writer
        self._labels = labels
        self._voice = Voice(ctx.stages, ctx.policy)
        self._known = writer.known()

    def take(self, source: Source) -> str:
        data = source.data()
        digest = hashlib.sha256(data).hexdigest()
        recipe = self._recipe()
        if (digest, recipe) in self._known.values() and self._still(source.name, digest):
            return "unchanged"
        doc = self._labelled(source.document(data))
        mentions = self._ctx.stages.extract(doc, self._ctx.policy)
        self._voice.warm(mentions)
        self._store(doc, mentions, recipe)
        outcome = "changed" if source.name in self._known else "added"
        self._known = {name: value for name, value in self._known.items() if value[0] != digest}
        self._known[source.name] = digest, recipe
        return outcome

    def _still(self, name: str, digest: str) -> bool:
        """Whether the glossary has this document under this name, or a copy of it under another while this is new."""
        return name not in self._known or self._known[name][0] == digest

    def _store(self, doc: Document, mentions: Sequence[Mention], recipe: str) -> None:
        with self._writer.transaction():
            keys = self._writer.drop_documents([doc.name], doc.digest)
            keys |= self._writer.add_document(doc, mentions, recipe=recipe, added=self._ctx.clock())
            entries = link(self._writer.sightings(keys), self._ctx.policy.link, self._voice)
            self._writer.replace_concepts(keys, entries)

    def _labelled(self, doc: Document) -> Document:
        issue = doc.issue if doc.issue is not None else self._labels.issue
        return dataclasses.replace(doc, issue=issue, date=doc.date or self._labels.date)

    def _recipe(self) -> str:
        """What reads the documents: another version or another policy may read the same bytes otherwise."""
        labels = f"{self._labels.issue}/{self._labels.date}" if self._labels != Labels() else ""
        return f"{__version__}/{self._ctx.policy.digest}/{labels}"
