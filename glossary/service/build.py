"""Build: documents in, glossary out; run again, it reads only what has changed."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.errors import GlossaryError, StorageError
from glossary.link.own import own_keys
from glossary.model import Document, Extraction, Proposal
from glossary.service.context import Context
from glossary.service.relink import relink
from glossary.service.settle import MARK, recipe, settle, unsettle
from glossary.service.shelf import shelve
from glossary.service.sources import Source, missing, sources
from glossary.service.stats import stats
from glossary.service.voice import Voice
from glossary.service.waiting import links, waiting
from glossary.store.known import Known
from glossary.text.moved import moved
from glossary.views import BuildSummary, Problem

if TYPE_CHECKING:
    from glossary.store.writer import Writer

Progress = Callable[[int, int, str], None]
ACTOR = "build"


@dataclass(frozen=True, slots=True)
class Labels:
    """Issue and date for documents that state none, neither in the masthead nor in the file name."""

    issue: int | None = None
    date: str | None = None


def _silent(done: int, total: int, name: str) -> None:
    pass


def build(
    ctx: Context,
    paths: Sequence[Path],
    *,
    labels: Labels | None = None,
    prune: bool = False,
    progress: Progress = _silent,
) -> BuildSummary:
    """Read files and folders into the glossary; what cannot be read is told in the summary and stops nothing else.

    Every document is one transaction; then names without hanzi are counted and links proposed. A document whose file
    has left a folder that is read is told in the summary, with `prune` forgotten. Raises StorageError when the
    database itself cannot be written.
    """
    found, problems = sources(ctx, paths)
    if not found and not (prune and ctx.db.is_file()):
        return BuildSummary((), (), (), tuple(problems), stats(ctx))
    with ctx.writer() as writer:
        desk = ReadingDesk(ctx, writer, labels or Labels())
        problems += desk.read(found, progress)
        gone = missing(ctx, paths, writer.known())
        if prune:
            desk.forget(gone)
        linked = links(writer, desk.settle())
        open_questions = waiting(writer, ctx.policy.review)
    return BuildSummary(
        tuple(desk.done["added"]),
        tuple(desk.done["changed"]),
        tuple(desk.done["unchanged"]),
        tuple(problems),
        stats(ctx),
        gone=tuple(gone),
        pruned=prune,
        linked=linked,
        waiting=open_questions,
    )


@contextmanager
def reading(ctx: Context, writer: Writer) -> Iterator[ReadingDesk]:
    """A desk for single documents; at the end of the `with` block all is settled as after a build."""
    desk = ReadingDesk(ctx, writer, Labels())
    yield desk
    desk.settle()


class ReadingDesk:
    """One build at work: takes one source after the other and tells what became of it."""

    def __init__(self, ctx: Context, writer: Writer, labels: Labels) -> None:
        self._ctx = ctx
        self._writer = writer
        self._labels = labels
        self._voice = Voice(ctx.stages, ctx.policy)
        self._known = writer.known()
        self._recipe = recipe(ctx)
        self._mark = writer.noted(MARK) or ""
        self.done: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}

    def read(self, found: Sequence[Source], progress: Progress) -> list[Problem]:
        """Take all sources; hand back what could not be read."""
        problems = []
        for number, source in enumerate(found, start=1):
            try:
                self.done[self.take(source)].append(source.name)
            except StorageError:
                raise
            except GlossaryError as error:
                params = {**error.params, "path": str(source.path)}
                problems.append(Problem(source.name, error.code, tuple(params.items())))
            except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
                fault = (("path", str(source.path)), ("detail", f"{type(error).__name__}: {error}"))
                problems.append(Problem(source.name, "document-failed", fault))
            progress(number, len(found), source.name)
        return problems

    def forget(self, names: Sequence[str], *, actor: str = ACTOR, why: str = "file gone") -> int:
        """Remove documents, with what they alone spoke for; their texts are kept so that they can come back.

        Hands back the last of their events.
        """
        event = 0
        for name in names:
            with self._writer.transaction():
                unsettle(self._writer)
                at = self._ctx.clock()
                event = self._writer.last_event() + 1
                shelve(self._writer, name, event)
                touched = self._writer.forget_document(name, actor=actor, at=at, why=why)
                self._relink(touched)
        return event

    def settle(self) -> list[Proposal]:
        """What is done once for all documents; hand back what has been linked by itself."""
        fresh = {*self.done["added"], *self.done["changed"]}
        return settle(self._ctx, self._writer, self._voice, self._mark, fresh)

    def _relink(self, touched: set[str]) -> None:
        """Make the concepts of keys and of nodes anew."""
        nodes = self._writer.keys_of(sorted(touched))
        keys = {nodes.get(one, one) for one in touched} - {""}
        relink(self._ctx, self._writer, keys, actor=ACTOR, voice=self._voice, owners=self._owners)

    @cached_property
    def _owners(self) -> dict[str, str]:
        """Names that editors and packs have under another key, looked up once for a build."""
        return own_keys(self._writer.curations())

    def take(self, source: Source) -> str:
        """Read a source unless it has been read as it would be now; hand back what became of it."""
        data = source.data()
        if self._is_known(source, hashlib.sha256(data).hexdigest()):
            return "unchanged"
        return self._study(source.document(data))

    def take_again(self, doc: Document) -> None:
        """Read a document whether or not it is known."""
        self.done[self._study(doc)].append(doc.name)

    def _study(self, read: Document) -> str:
        before = self._known.get(read.name)
        doc = self._labelled(read, before)
        found = self._ctx.stages.study(doc, self._ctx.policy, self._writer.brands(self._recipe, doc))
        self._voice.warm(found.mentions)
        self._store(doc, found)
        self._known = {name: known for name, known in self._known.items() if known.digest != doc.digest}
        self._known[doc.name] = Known(doc.digest, self._recipe, doc.issue, doc.date)
        return "changed" if before else "added"

    def _is_known(self, source: Source, digest: str) -> bool:
        """Whether these bytes have been read as they would be now, under this name or as a copy under another."""
        for name, known in self._known.items():
            if known.digest == digest and known.recipe == self._recipe and not self._labels_help(known):
                if name != source.name and source.name in self._known:
                    return False
                self._follow(name, source.name)
                return True
        return False

    def _follow(self, old: str, new: str) -> None:
        """A file that was moved keeps its document."""
        if old != new and not (self._ctx.db.parent / old).exists():
            with self._writer.transaction():
                self._writer.rename_document(old, new)
                self._writer.rename_scopes(old, new, actor=ACTOR, at=self._ctx.clock())
            self._known[new] = self._known.pop(old)

    def _labels_help(self, known: Known) -> bool:
        late_issue = known.issue is None and self._labels.issue is not None
        return late_issue or (known.date is None and self._labels.date is not None)

    def _store(self, doc: Document, found: Extraction) -> None:
        with self._writer.transaction():
            unsettle(self._writer)
            self._follow_mentions(doc)
            touched = self._writer.bare_nodes([doc.name], doc.digest)
            touched |= self._writer.drop_documents([doc.name], doc.digest)
            touched |= self._writer.add_document(doc, found, recipe=self._recipe, added=self._ctx.clock())
            self._relink(touched)

    def _follow_mentions(self, doc: Document) -> None:
        """What was decided on single mentions of a document holds for them in its corrected text too."""
        for name, text in self._writer.texts_before(doc.name, doc.digest).items():
            offsets = moved(text, doc.text, self._writer.scoped(name))
            places = {f"{name}:{old}": f"{doc.name}:{new}" for old, new in offsets.items()}
            self._writer.shift_scopes(places, actor=ACTOR, at=self._ctx.clock(), why=f"{doc.name} changed")

    def _labelled(self, doc: Document, before: Known | None) -> Document:
        """What the document states counts, then the options, then what an earlier build was told."""
        issues = (doc.issue, self._labels.issue, before.issue if before else None)
        dates = (doc.date, self._labels.date, before.date if before else None)
        return dataclasses.replace(
            doc,
            issue=next((issue for issue in issues if issue is not None), None),
            date=next((date for date in dates if date), None),
        )
