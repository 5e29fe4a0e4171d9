"""A batch: a copy of each input with its sure fixes below one folder, a journal on the way, a report at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from glossary import __version__
from glossary.errors import ConflictError, GlossaryError, NotFoundError
from glossary.model import ChangeSet, Edit
from glossary.service.check import Checked
from glossary.service.context import Context
from glossary.service.fix import difference
from glossary.service.normalize_journal import Journal, Settings, open_journal
from glossary.service.normalize_plan import Item, Plan, plan
from glossary.service.normalize_tree import Tree, digest_of
from glossary.service.normalize_wire import FileRecord, undone
from glossary.service.normalize_work import Outcome, read, state, work

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch did: a record for each input, in the order of their names; `run` 0 where nothing was written."""

    plan: Plan
    records: tuple[FileRecord, ...]
    settings: Settings
    run: int = 0
    made: bool = False


def silent(done: int, total: int, name: str) -> None:
    """Watch nothing."""


def preview(ctx: Context, paths: Sequence[Path], *, jobs: int = 1, progress: Progress = silent) -> Batch:
    """What a batch would do, and nothing written."""
    wanted = plan(paths, None, ctx.db)
    with ctx.reader() as reader:
        found = _told(work(ctx, reader, wanted.items, jobs), len(wanted.items), 0, progress)
        records = {record["file"]: record for record, _ in found}
        return Batch(
            wanted, tuple(records[item.name] for item in wanted.items), settings_of(ctx, state(reader), wanted)
        )


def run(
    ctx: Context,
    paths: Sequence[Path],
    tree: Tree,
    *,
    report: Path | None = None,
    resume: bool = False,
    jobs: int = 1,
    progress: Progress = silent,
) -> tuple[Batch, Journal]:
    """Write all copies and hand back the open journal, to be finished once the report is written.

    Raises what the plan and the journal refuse, and StorageError; what is wrong with one file is in its record.
    """
    wanted = plan(paths, tree.out, ctx.db, report)
    with ctx.reader() as reader:
        settings = settings_of(ctx, state(reader), wanted)
        journal = open_journal(tree, settings, resume=resume)
        try:
            if report is not None and not report.absolute().parent.is_dir():
                raise NotFoundError("folder-missing", path=str(report.parent))
            missing = [item for item in wanted.items if not _is_done(ctx, tree, journal, item)]
            sources = {item.name: item for item in missing}
            before = len(wanted.items) - len(missing)
            for record, data in _told(work(ctx, reader, missing, jobs), len(wanted.items), before, progress):
                _commit(tree, journal, sources[record["file"]], record, data)
        except BaseException:
            journal.close()
            raise
    records = _in_order(journal.records[item.name] for item in wanted.items)
    return Batch(wanted, records, settings, journal.run, journal.made), journal


def _in_order(records: Iterable[FileRecord]) -> tuple[FileRecord, ...]:
    """The records, each new folder with the first file below it: which process came first is nobody's business."""
    found = list(records)
    new = {folder for record in found for folder in record["folders"]}
    told: list[FileRecord] = []
    for record in found:
        mine = sorted(folder for folder in new if record["file"].startswith(f"{folder}/")) if record["output"] else []
        new.difference_update(mine)
        told.append({**record, "folders": mine})
    return tuple(told)


def _told(outcomes: Iterator[Outcome], total: int, before: int, progress: Progress) -> Iterator[Outcome]:
    """The outcomes, told to whoever watches; the processes behind them end when nobody asks for more."""
    with closing(outcomes) as found:  # type: ignore[type-var]
        for number, outcome in enumerate(found, start=before + 1):
            yield outcome
            progress(number, total, outcome[0]["file"])


def differences(ctx: Context, batch: Batch) -> Iterator[str]:
    """The changes of each file as a unified diff of its text; raises ConflictError("document-changed")."""
    for item, record in zip(batch.plan.items, batch.records, strict=True):
        if record["changes"]:
            data = read(ctx, item)
            if digest_of(data) != record["input"]:
                raise ConflictError("document-changed", path=item.name)
            doc = ctx.stages.read(Path(item.name).name, data)
            edits = tuple(Edit(one["start"], one["end"], one["old"], one["new"], "") for one in record["changes"])
            yield difference(Checked(doc, item.name, ()), ChangeSet(edits))


def settings_of(ctx: Context, glossary: tuple[str, int], wanted: Plan) -> Settings:
    """All that decides what comes out, beside the inputs' bytes."""
    ignores = repr(ctx.policy.ignores).encode() if ctx.policy.ignores else b""
    names = "\n".join(item.name for item in wanted.items).encode(errors="surrogatepass")
    return {
        "version": __version__,
        "revision": glossary[0],
        "events": glossary[1],
        "policy": ctx.policy.digest,
        "ignores": digest_of(ignores) if ignores else "",
        "inputs": digest_of(names),
    }


def _is_done(ctx: Context, tree: Tree, journal: Journal, item: Item) -> bool:
    """Whether the journal has the last word on a file; raises ConflictError where one of both has changed since."""
    record = journal.records.get(item.name)
    if record is None or record["status"] == "failed":
        return False
    if digest_of(read(ctx, item)) != record["input"]:
        raise ConflictError("normalize-other", path=str(journal.path), what=item.name)
    if record["output"] is None:
        return True
    now = tree.digest(item.name)
    if now not in (record["output"], record["before"]):
        raise ConflictError("normalize-changed", path=item.name)
    return now == record["output"]


def _commit(tree: Tree, journal: Journal, item: Item, record: FileRecord, data: bytes) -> None:
    """Write a copy that there is; where its place cannot be written, that file has failed."""
    if record["output"] is None:
        journal.append(record)
        return
    try:
        _write(tree, journal, item, record, data)
    except GlossaryError as error:
        journal.append({**undone(item.name, "failed", error, None), "input": record["input"]})


def _write(tree: Tree, journal: Journal, item: Item, record: FileRecord, data: bytes) -> None:
    """First what was there is kept, then the journal tells, then the copy appears."""
    prior, now = journal.records.get(item.name), tree.digest(item.name)
    if prior is not None and prior["output"] is not None:
        record["before"], record["folders"] = prior["before"], prior["folders"]
    else:
        record["before"], record["folders"] = now, tree.missing_folders(item.name)
        if now is not None and now != record["output"]:
            tree.keep(item.name, journal.run)
    journal.append(record)
    if now != record["output"]:
        tree.put(item.name, data, like=item.source)
