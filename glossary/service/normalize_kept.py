"""Normalize for the page: copies of what was handed in, with every sure fix; the originals stay with them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any, get_args

from glossary.messages import Lang
from glossary.service.context import Context
from glossary.service.normalize_all import normalize_all
from glossary.service.normalize_batch import Progress
from glossary.service.normalize_report import report as made_report
from glossary.service.normalize_upload import packed

REPORT = "glossary-report.json"
LANGS: tuple[Lang, ...] = get_args(Lang)
IN, OUT, ZIP = "in", "out", "normalized.zip"


def normalize_kept(ctx: Context, folder: Path, lang: Lang, progress: Progress) -> None:
    """Normalize what lies in a folder's `in` to its `out`, with a report in each language, all of it in one archive.

    The copies replace the originals in `out`, so that `glossary normalize --undo` of the report that lies among them
    brings the originals back. Raises what normalize_all() raises.
    """
    out = folder / OUT
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(folder / IN, out)
    done = normalize_all(ctx, [folder / IN], out, report=out / REPORT, lang=lang, progress=progress)
    for record in done.batch.records:
        if record["output"] is None:
            (out / record["file"]).unlink(missing_ok=True)
    packed(out, folder / ZIP)
    for one in LANGS:
        text = made_report(done.batch, ".", one)
        (folder / f"report-{one}.json").write_text(text, encoding="utf-8")


def kept_report(folder: Path, lang: Lang) -> dict[str, Any] | None:
    """What a batch did, in a language; None before it is done."""
    place = folder / f"report-{lang}.json"
    if not all((folder / f"report-{one}.json").is_file() for one in LANGS):
        return None
    found: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    return found
