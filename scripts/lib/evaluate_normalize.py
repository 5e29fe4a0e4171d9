"""Normalize many texts and hold the promises against what comes out: evaluate_normalize.py [--texts N] [--jobs N]

Sentences with one slip each, stretches of issue 260 with slips put in, and real files, in every format that is written
back and several encodings. Twice is once; outside the edits every byte stays; a check finds nothing left to fix; the
undo brings the tree back. What stays is compared without the program's own writer.
"""

from __future__ import annotations

import argparse
import html
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "service"), str(ROOT / "tests" / "documents")]

from crash_batch import tree  # noqa: E402
from evaluate_documents import _made  # noqa: E402
from office_files import docx, hangul, hwpx, members, paragraph, raw_members  # noqa: E402
from office_files import run as word_run  # noqa: E402
from seeded_slips import SLIPS, seeded  # noqa: E402

from glossary.documents import read_document  # noqa: E402
from glossary.service.build import build  # noqa: E402
from glossary.service.check import check_bytes, fixes  # noqa: E402
from glossary.service.context import Context, open_context  # noqa: E402
from glossary.service.normalize_all import normalize_all  # noqa: E402
from glossary.service.normalize_report import summary  # noqa: E402
from glossary.service.normalize_undo import undo  # noqa: E402
from glossary.service.normalize_wire import FileRecord  # noqa: E402
from glossary.service.packs import import_pack  # noqa: E402

PACKS = ("china-places", "established-names")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp949", "gb18030")
FORMS = (*ENCODINGS, "md", "html", "docx", "hwpx")
_DATA = re.compile(rb"(?<=>)[^<]*(?=<)")
_LINES = re.compile(rb"<hp:linesegarray.*?</hp:linesegarray>", re.S)  # the layout, which Hangul makes anew


def main(arguments: Sequence[str]) -> int:
    """Print the figures; exit status 1 where a promise is broken."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate normalize", description=str(__doc__).splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--texts", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--show", type=int, default=5)
    options = parser.parse_args(arguments)
    issue = ROOT / "corpus" / "issues" / "260.txt"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ctx = open_context(folder / "glossary.db", actor="figure")
        for pack in PACKS:
            import_pack(ctx, pack)
        build(ctx, [issue])
        (folder / "in").mkdir()
        for file, data in _files(options.texts, options.data, issue):
            (folder / "in" / file).write_bytes(data)
        broken = _measure(ctx, folder, options.jobs)
    for line in broken[: options.show]:
        print(f"    {line}")
    return 1 if broken else 0


def _files(count: int, data: Path, issue: Path) -> Iterator[tuple[str, bytes]]:
    """Real files first, then as many made ones as are wanted, format by format in turn."""
    real = dict(_made(issue.read_bytes()))
    real |= {path.name: path.read_bytes() for path in sorted((data / "data" / "hwpx").glob("*.hwpx"))}
    yield from real.items()
    dice = random.Random(260)
    sentences = [item.text for item in seeded(count, data)]
    stretches = _stretches(issue, dice)
    for number in range(count - len(real)):
        text = sentences[number] if number % 2 else next(stretches)
        yield _file(number, text, FORMS[number % len(FORMS)])


def _stretches(issue: Path, dice: random.Random) -> Iterator[str]:
    """A few paragraphs of the issue with syllables gone wrong as writers make them, for ever."""
    doc = read_document(issue.name, issue.read_bytes())
    blocks = [doc.text[block.start : block.end] for block in doc.blocks]
    while True:
        start = dice.randrange(len(blocks) - 4)
        text = "\n".join(blocks[start : start + dice.randint(1, 4)])
        for right, wrong in dice.sample(SLIPS, 6):
            text = text.replace(right, wrong, 1)
        yield text


def _file(number: int, text: str, form: str) -> tuple[str, bytes]:
    lines = text.splitlines() or [text]
    escaped = [html.escape(line, quote=False) for line in lines]
    if form == "docx":
        return f"{number:04}.docx", docx("".join(paragraph(*map(word_run, _halves(line))) for line in escaped))
    if form == "hwpx":
        return f"{number:04}.hwpx", hwpx("".join(hangul(*_halves(line)) for line in escaped))
    if form == "html":
        body = "".join(f"<p>{'<b>'.join(_halves(line))}</b></p>\r\n" for line in escaped)
        return f"{number:04}.html", f"<!DOCTYPE html><meta charset=utf-8><body>{body}".encode()
    if form == "md":
        return f"{number:04}.md", "\n\n".join(["# 소식", *lines, "`평자오`"]).encode()
    try:
        return f"{number:04}.txt", "\r\n".join(lines).encode(form)
    except UnicodeEncodeError:
        return f"{number:04}.txt", text.encode()


def _halves(line: str) -> tuple[str, str]:
    """A line in two runs, the border inside a name where there is one; marks of HTML are not cut."""
    at = line.find("(") - 1
    return (line[:at], line[at:]) if at > 0 and "&" not in line else (line, "")


def _measure(ctx: Context, folder: Path, jobs: int) -> list[str]:
    source, out, report = folder / "in", folder / "out", folder / "report.json"
    for path in sorted(source.iterdir())[::10]:  # something stands where these copies go
        out.mkdir(exist_ok=True)
        (out / path.name).write_bytes(b"earlier " + path.name.encode())
    before, originals, began = tree(out, hidden=True), tree(source, hidden=True), time.perf_counter()
    done = normalize_all(ctx, [source], out, report=report, jobs=jobs, lang="en")
    seconds = time.perf_counter() - began
    print(f"{len(done.batch.records)} files, {jobs} processes, {seconds:.0f} s: {summary(done.batch)}")
    kinds = Counter(path.suffix for path in source.iterdir())
    rules = Counter(why["rule"] for one in done.batch.records for change in one["changes"] for why in change["reasons"])
    print(f"    {dict(kinds)}; {dict(rules)}")
    once = tree(out)
    broken = [f"failed: {one['file']} {one['code']}" for one in done.batch.records if one["status"] == "failed"]
    normalize_all(ctx, [out], folder / "twice", jobs=jobs)
    again = tree(folder / "twice")
    broken += _told("twice is once", [name for name, data in once.items() if again.get(name) != data], len(once))
    outside = [
        one["file"] for one in done.batch.records if not _kept(one, originals[one["file"]], once.get(one["file"], b""))
    ]
    broken += _told("outside the edits as it was", outside, len(done.batch.records))
    left = [name for name, data in once.items() if fixes(check_bytes(ctx, name, data)).edits]
    excused = {one["file"] for one in done.batch.records if one["left"]}
    broken += _told(f"nothing left to fix ({len(excused)} hold what their format does not take)",
                    [name for name in left if name not in excused], len(once))  # fmt: skip
    undo(report)
    broken += _told("undone", [] if tree(out, hidden=True) == before else ["the tree"], 1)
    return broken + _told("originals untouched", [] if tree(source, hidden=True) == originals else ["the tree"], 1)


def _told(what: str, wrong: list[str], total: int) -> list[str]:
    print(f"{what}: {total - len(wrong)} of {total}")
    return [f"{what}: not {name}" for name in wrong]


def _kept(record: FileRecord, old: bytes, new: bytes) -> bool:
    """Whether the changes of the report, made by hand, are all that tells the two files apart."""
    if not record["changes"]:
        return old == new
    was, now = read_document(record["file"], old), read_document(record["file"], new)
    wanted, place = "", 0
    for change in record["changes"]:
        wanted += was.text[place : change["start"]] + change["new"]
        place = change["end"]
    wanted += was.text[place:]
    if now.text != wanted:
        return False
    if was.format in ("text", "markdown"):
        mark = old[: len(old) - len(was.text.encode(was.encoding))]
        return new == mark + wanted.encode(was.encoding)
    if was.format == "html":
        return _DATA.sub(b"", old) == _DATA.sub(b"", new)
    return _package_kept(old, new)


def _package_kept(old: bytes, new: bytes) -> bool:
    """Whether parts without text are packed as they were, and the mark-up of the others is the same."""
    packed, repacked, parts, now = raw_members(old), raw_members(new), members(old), members(new)
    if list(packed) != list(repacked):
        return False
    other = [name for name in packed if packed[name] != repacked[name]]
    return all(_marks(parts[name]) == _marks(now[name]) for name in other)


def _marks(part: bytes) -> bytes:
    return _DATA.sub(b"", _LINES.sub(b"", part))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
