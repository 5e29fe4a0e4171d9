"""Authority packs: what ships with the program comes into a glossary, and goes again, as one act."""

from __future__ import annotations

from dataclasses import replace

from glossary.errors import NotFoundError
from glossary.exchange.merge import with_pack, without_pack
from glossary.exchange.packs import PACKS, pack
from glossary.link.group import concept_id
from glossary.model import Curation
from glossary.service.bulk import put
from glossary.service.context import Context
from glossary.views import ImportReport


def is_pack(name: str) -> bool:
    """Whether a pack of this name ships.

    >>> is_pack("china-places"), is_pack("names.csv")
    (True, False)
    """
    return name in PACKS


def import_pack(ctx: Context, name: str, *, why: str = "", dry_run: bool = False) -> ImportReport:
    """Bring a pack in; an editor's choice stands over it, and a second time nothing changes."""
    wanted = (replace(one, concept=concept_id(one.key)) for one in pack(_known(name)))
    return put(ctx, wanted, with_pack, why=why or name, dry_run=dry_run)


def remove_pack(ctx: Context, name: str, *, why: str = "", dry_run: bool = False) -> ImportReport:
    """Take a pack out again; what an editor said of its names stays."""
    source = _known(name)
    with ctx.reader() as reader:
        said = [one for one in reader.curations() if _speaks(one, source)]

    def parted(before: Curation | None, _: Curation) -> Curation | None:
        return None if before is None else without_pack(before, source)

    return put(ctx, said, parted, why=why or name, dry_run=dry_run)


def _known(name: str) -> str:
    if not is_pack(name):
        raise NotFoundError("pack-missing", name=name, packs=", ".join(PACKS))
    return name


def _speaks(curation: Curation, source: str) -> bool:
    return curation.source == source or any(term.source == source for term in curation.terms)
