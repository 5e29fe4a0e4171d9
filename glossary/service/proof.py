"""Proof: a document under correction. What an editor accepts, writes or leaves becomes edits of the file as it came.

A proof never changes; every step makes the next one and checks it as `glossary check` would check the file with its
edits in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from glossary.edit import apply, change_set
from glossary.edit.compose import compose
from glossary.errors import InputError
from glossary.model import ChangeSet, Document, Edit, Finding
from glossary.service.check import Checked, check_bytes, check_document, fixes
from glossary.service.context import Context
from glossary.service.fix import fixed
from glossary.service.silence import Silenced
from glossary.service.typed import typed

RETYPABLE = frozenset({"text", "markdown"})
WRITABLE = frozenset({"text", "markdown", "html", "docx", "hwpx"})
TRACKABLE = frozenset({"docx", "hwpx"})


@dataclass(frozen=True, slots=True)
class Proof:
    """A file as it came, the edits made in it so far, and what the check says of it with them."""

    data: bytes
    first: Document
    checked: Checked
    now: bytes
    edits: tuple[Edit, ...] = ()  # of the first text: sorted, disjoint
    source: str = ""
    aside: tuple[Silenced, ...] = ()  # left as they are in this proof alone

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self.checked.doc.text

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What speaks, in document order."""
        return self.checked.findings


def opened(
    ctx: Context,
    name: str,
    data: bytes,
    *,
    source: str = "",
    edits: Sequence[Edit] = (),
    aside: Collection[str] = (),
) -> Proof:
    """A file with these edits in it, checked; raises what reading, writing and checking raise.

    `aside` are the fingerprints of what was left as it is.
    """
    name = PurePath(name.replace("\\", "/")).name or "-"
    if not edits:
        checked = check_bytes(ctx, name, data, source=source or None)
        return _set_aside(Proof(data, checked.doc, checked, data, source=source), aside)
    first = ctx.stages.read(name, data)
    now = fixed(ctx, Checked(first, name, ()), data, ChangeSet(tuple(edits)))
    doc = replace(ctx.stages.read(name, now), digest=first.digest)  # corrected, it is still that document
    checked = check_document(ctx, doc, name, Document("-", source) if source else None)
    if " ".join(checked.doc.text.split()) != " ".join(apply(first.text, ChangeSet(tuple(edits))).split()):
        raise InputError("edit-unwritable", path=name, text=edits[0].old)
    return _set_aside(Proof(data, first, checked, now, tuple(edits), source), aside)


def _set_aside(proof: Proof, aside: Collection[str]) -> Proof:
    """Edits of the first text go with what came, so a finding is known by its fingerprint, wherever it stands now."""
    left = tuple(Silenced(one, "", "external") for one in proof.findings if one.fingerprint in aside)
    speaking = tuple(one for one in proof.findings if one.fingerprint not in aside)
    return replace(proof, checked=replace(proof.checked, findings=speaking), aside=left)


def composed(proof: Proof, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Edits of the text as it stands, together with those made before, as edits of the first text."""
    return tuple(made.edit for made in compose(proof.first.text, proof.edits, edits))


def accepting(text: str, finding: Finding, suggestion: str) -> tuple[Edit, ...]:
    """What it takes to write a suggestion where a finding stands: the particle behind the name goes with it.

    >>> found = Finding("variant-spelling", "warning", 0, 3, "북경", "", suggestions=("베이징",))
    >>> [(edit.old, edit.new) for edit in accepting("상하이는", Finding("x", "info", 0, 3, "상하이", ""), "베이징")]
    [('상하이', '베이징'), ('는', '은')]
    """
    return change_set(text, [replace(finding, suggestions=(suggestion,), fixable=True)], level="info").edits


def kindred(proof: Proof, finding: Finding, suggestion: str) -> list[Finding]:
    """The findings that the same answer settles: the same rule, the same letters, the same suggestion among theirs."""
    letters = "".join(finding.text.split())
    return [
        one
        for one in proof.findings
        if one.rule == finding.rule and "".join(one.text.split()) == letters and suggestion in one.suggestions
    ]


def accepting_all(proof: Proof, findings: Iterable[Finding], suggestion: str) -> tuple[Edit, ...]:
    """The same for all of a kind."""
    wanted = [replace(one, suggestions=(suggestion,), fixable=True) for one in findings]
    return change_set(proof.text, wanted, level="info").edits


def accepting_sure(ctx: Context, proof: Proof) -> tuple[Edit, ...]:
    """What `glossary check --fix` would change, as far as the format takes it."""
    from glossary.documents import sift

    taken = sift(proof.now, proof.checked.doc, fixes(proof.checked), limits=ctx.policy.documents)
    return tuple(edit for edit in taken.edits if edit.old != edit.new)


def typing(proof: Proof, text: str) -> tuple[Edit, ...]:
    """What was typed into the text as it stands, as one edit; line ends stay those of the file.

    Raises InputError("not-typable") for formats whose text is not the file's own.
    """
    if proof.first.format not in RETYPABLE:
        raise InputError("not-typable", path=proof.first.name, kind=proof.first.format)
    return typed(proof.text, text)


def taken_back(proof: Proof, number: int) -> tuple[Edit, ...]:
    """The edits without one of them, nor the particle that went with it."""
    wanted = list(proof.edits)
    if not 0 <= number < len(wanted):
        return proof.edits
    gone = wanted.pop(number)
    behind = wanted[number] if number < len(wanted) else None
    if behind is not None and behind.reason == "particle" and gone.reason != "particle":
        between = proof.first.text[gone.end : behind.start]
        if len(between) < _REACH and "\n" not in between and (not between or between[0] in "([（［"):
            wanted.pop(number)
    return tuple(wanted)


_REACH = 60  # characters of a bracket between a name and its particle


def corrected(ctx: Context, proof: Proof, *, track: bool = False, author: str = "") -> bytes:
    """The file with its edits, in its own format; raises what writing raises."""
    as_it_came = Checked(proof.first, proof.checked.path, ())
    return fixed(ctx, as_it_came, proof.data, ChangeSet(proof.edits), track=track, author=author)


def told(proof: Proof) -> Checked:
    """What a report tells of a proof: what was left as it is counts as silenced."""
    return replace(proof.checked, silenced=(*proof.checked.silenced, *proof.aside))
