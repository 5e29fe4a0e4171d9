"""`glossary import`: a pack that ships, or a file, into the glossary."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from glossary.cli.failure import FAILED, report
from glossary.cli.language import Lang
from glossary.cli.options import editing, lang, writable
from glossary.errors import GlossaryError, InputError
from glossary.messages import render
from glossary.service.exchange import format_of, import_file
from glossary.service.packs import import_pack, is_pack, remove_pack
from glossary.views import ImportReport

_SHOWN = 20  # refused lines that are told one by one


@click.command(name="import")
@click.argument("file", metavar="FILE|PACK")
@click.option("-f", "--format", "form", type=click.Choice(["jsonl", "csv"]), default=None, help="For - and odd names.")
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@click.option("--keep-going", is_flag=True, help="Take the good lines although others are refused.")
@click.option("--remove", is_flag=True, help="Take a pack out again; what editors said stays.")
@editing
@click.pass_context
def import_(
    ctx: click.Context, file: str, form: str | None, dry_run: bool, keep_going: bool, remove: bool, why: str
) -> int:
    """Bring FILE (JSON Lines or CSV; - is standard input) or a PACK in: china-places, established-names."""
    session = writable(ctx)
    if is_pack(file) or remove:
        done = (remove_pack if remove else import_pack)(session, file, why=why, dry_run=dry_run)
    else:
        path = Path(file)
        chosen = format_of(path, form)
        data = sys.stdin.buffer.read() if file == "-" else _bytes(path)
        done = import_file(session, data, path.name, chosen, why=why, keep_going=keep_going, dry_run=dry_run)
    return _tell(done, file, lang(ctx), dry_run)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError("file-unreadable", path=str(path), detail=error.strerror or str(error)) from error


def _tell(done: ImportReport, file: str, said: Lang, dry_run: bool) -> int:
    for row in done.refused[:_SHOWN]:
        report(GlossaryError(row.code, path=file, line=row.line, **dict(row.params)), said)
    if done.refused:
        report(InputError("import-refused", path=file, count=len(done.refused)), said)
    counts = {name: getattr(done, name) for name in ("created", "changed", "unchanged", "removed")}
    code = "import-done" if done.written else "import-dry" if dry_run else "import-stopped"
    print(render(code, said, {**counts, "refused": len(done.refused)}))
    return FAILED if done.refused else 0
