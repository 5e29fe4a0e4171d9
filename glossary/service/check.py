"""Check: what an editor would want to know of a document before it is printed."""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.check import SourceText, check
from glossary.edit import change_set
from glossary.errors import InputError, NotFoundError
from glossary.model import ChangeSet, Document, Finding, Severity
from glossary.service.check_view import StoreView
from glossary.service.context import Context
from glossary.service.known_names import known_names
from glossary.service.silence import NONE, Silenced, earlier_names, part

if TYPE_CHECKING:
    from glossary.store.reader import Reader

LEVELS: Mapping[Severity, int] = {"info": 0, "warning": 1, "error": 2}


@dataclass(frozen=True, slots=True)
class Checked:
    """One document with what was found in it; `known` are findings that a baseline has already."""

    doc: Document
    path: str
    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...] = ()
    known: tuple[Finding, ...] = ()
    compared: bool = False  # with a baseline


def check_path(
    ctx: Context, path: Path, *, source: Path | None = None, baseline: Counter[str] | None = None
) -> Checked:
    """Check one file; raises NotFoundError("db-missing") and what reading the file raises."""
    doc = ctx.stages.read_path(path)
    return check_document(ctx, doc, str(path), ctx.stages.read_path(source) if source else None, baseline)


def check_bytes(
    ctx: Context,
    name: str,
    data: bytes,
    *,
    source: Path | str | None = None,
    baseline: Counter[str] | None = None,
) -> Checked:
    """The same for bytes at hand: standard input, an upload, a text typed on the page; a source may be its text."""
    doc = ctx.stages.read(name, data)
    chinese = ctx.stages.read_path(source) if isinstance(source, Path) else Document("-", source) if source else None
    return check_document(ctx, doc, name, chinese, baseline)


def check_document(
    ctx: Context,
    doc: Document,
    path: str,
    source: Document | None = None,
    baseline: Counter[str] | None = None,
) -> Checked:
    """The same for a document that has been read; one with the digest of an earlier state is known as that document."""
    with ctx.reader() as reader:
        found = findings(ctx, reader, doc, source)
        ignores = [*reader.ignores(), *ctx.policy.ignores]
        names = earlier_names(reader, found) if ignores else NONE
    speaking, silenced = part(doc, found, ignores, names)
    return _compared(Checked(doc, path, speaking, silenced), baseline)


def findings(ctx: Context, reader: Reader, doc: Document, source: Document | None = None) -> tuple[Finding, ...]:
    """All findings of a document against the glossary that a reader stands on, silenced or not."""
    from glossary.extract.local import Local
    from glossary.tokens import load

    mentions = ctx.stages.extract(doc, ctx.policy)
    unglossed = ctx.stages.unglossed(doc, ctx.policy, Local(known_names(reader), mentions), mentions)
    strays = [item for item in unglossed if item.nodes and item.nodes[0].startswith("form:")]
    bare = [item for item in unglossed if not (item.nodes and item.nodes[0].startswith("form:"))]
    view = StoreView(ctx, reader, doc)
    found = check(doc, view, mentions, bare, strays, ctx.policy, load(), source=_source(ctx, source))
    _settle_in()
    return found


@cache
def _settle_in() -> None:
    """Once the first check has loaded all tables, the garbage collector need not walk them for each further one."""
    gc.freeze()


def _source(ctx: Context, source: Document | None) -> SourceText | None:
    if source is None:
        return None
    from glossary.service.scan_chinese import scan_chinese

    return SourceText(source.text, scan_chinese(ctx, source.text))


def read_baseline(path: Path) -> Counter[str]:
    """The fingerprints of an earlier `check -f json`; raises InputError("baseline-invalid")."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Counter(str(item["fingerprint"]) for item in found)
    except FileNotFoundError as error:
        raise NotFoundError("file-missing", path=str(path)) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError("baseline-invalid", path=str(path), detail=str(error)) from error


def _compared(checked: Checked, baseline: Counter[str] | None) -> Checked:
    """What the baseline does not have yet speaks; each of its fingerprints answers for one finding."""
    if baseline is None:
        return checked
    new, known = [], []
    for finding in checked.findings:
        if baseline[finding.fingerprint] > 0:
            baseline[finding.fingerprint] -= 1
            known.append(finding)
        else:
            new.append(finding)
    return replace(checked, findings=tuple(new), known=tuple(known), compared=True)


def at_least(found: Sequence[Finding], level: Severity) -> list[Finding]:
    """The findings at or above a level."""
    return [finding for finding in found if LEVELS[finding.severity] >= LEVELS[level]]


def only(checked: Checked, level: Severity) -> Checked:
    """The same without what is below a level."""
    return replace(
        checked,
        findings=tuple(at_least(checked.findings, level)),
        known=tuple(at_least(checked.known, level)),
        silenced=tuple(item for item in checked.silenced if at_least([item.finding], level)),
    )


def fixes(checked: Checked, level: Severity = "warning") -> ChangeSet:
    """The changes that the fixable findings at or above a level ask for."""
    return change_set(checked.doc.text, checked.findings, level=level)
