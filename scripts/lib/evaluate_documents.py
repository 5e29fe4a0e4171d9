"""Documents there and back: evaluate_documents.py [FOLDER]... [--seeds N] [--no-office]

Every .docx, .hwpx, .html, .md and .txt file in the folders, and issue 260 made into each format: nothing changed gives
the same bytes; random edits, in place and tracked, read again as edited, rejected as before, all other parts as they
were. The names of issue 260 are counted in every format. Word files are opened by LibreOffice where it is installed.
"""

from __future__ import annotations

import argparse
import html
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "documents"))

from office_files import docx, hangul, hangul_table, hwpx, paragraph, raw_members, run, table  # noqa: E402

from glossary.documents import read_document, sift, write  # noqa: E402
from glossary.documents.load import load  # noqa: E402
from glossary.documents.write_back import TRACKABLE, edited  # noqa: E402
from glossary.model import ChangeSet, Document, Edit  # noqa: E402
from glossary.policy import load_policy  # noqa: E402
from glossary.service.context import open_context  # noqa: E402
from glossary.service.extract import extract_bytes  # noqa: E402

LIMITS = load_policy().documents
SIGNED = {"author": "편집부", "date": "2021-12-22T09:00:00+00:00"}
NEW = ("펑자오", "", "<허&싸>", "禾赛科技", "은(는)", "씨게이트(Seagate)")


@dataclass
class Count:
    """What became of one file's trials."""

    trials: int = 0
    edits: int = 0
    refused: int = 0
    wrong: int = 0


def main(arguments: Sequence[str]) -> int:
    """Print one line for each file; exit status 1 where anything came back wrong."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate documents", description=str(__doc__).splitlines()[0])
    beside = ROOT.parent / "shared" / "data" / "hwpx"
    parser.add_argument("folders", nargs="*", type=Path, default=[beside] if beside.is_dir() else [])
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--no-office", action="store_true")
    options = parser.parse_args(arguments)
    made = dict(_made((ROOT / "corpus" / "issues" / "260.txt").read_bytes()))
    office = None if options.no_office else shutil.which("soffice")
    files = dict(_files(options.folders)) | made
    if office is not None:  # a Word file as a word processor writes it
        files["260-libreoffice.docx"] = _converted(office, made["260.docx"], "docx", "docx")
    print(f"{'file':24} {'trials':>7} {'edits':>6} {'refused':>8} {'wrong':>6}")
    wrong = sum(_line(name, data, options.seeds) for name, data in files.items())
    _names(made)
    if office is None:
        print("LibreOffice is not installed or not asked for: Word files were not opened")
    else:
        wrong += _office(office, {name: data for name, data in files.items() if name.endswith(".docx")})
    return 1 if wrong else 0


def _files(folders: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".docx", ".hwpx", ".html", ".md", ".txt"):
                yield path.name, path.read_bytes()


def _line(name: str, data: bytes, seeds: int) -> int:
    doc = read_document(name, data)
    count = Count(wrong=int(write(data, doc, ChangeSet(())) != data))
    before = load(name, data, LIMITS, accepted=False)[1].text
    for seed in range(seeds):
        for track in (False, True) if doc.format in TRACKABLE else (False,):
            _trial(name, data, doc, seed, track, before, count)
    print(f"{name:24} {count.trials:7} {count.edits:6} {count.refused:8} {count.wrong:6}")
    return count.wrong


def _trial(name: str, data: bytes, doc: Document, seed: int, track: bool, before: str, count: Count) -> None:
    changes = sift(data, doc, _random_edits(doc, random.Random(seed)), track=track)
    out = write(data, doc, changes, track=track, **SIGNED)
    again = load(name, out, LIMITS)[1].text
    right = again.split() == edited(doc.text, changes.edits).split()
    if doc.format == "text":
        right = out == edited(doc.text, changes.edits).encode(doc.encoding)
    if track:
        right = right and load(name, out, LIMITS, accepted=False)[1].text == before
    if doc.format in TRACKABLE:
        right = right and _parts_kept(data, out, load(name, data, LIMITS)[1].parts.keys())
    count.trials += 1
    count.edits += len(changes.edits)
    count.refused += len(changes.dropped)
    count.wrong += not right


def _parts_kept(data: bytes, out: bytes, texts: object) -> bool:
    """Whether all parts but those with text, and the register of changes, are packed as they were."""
    old, new = raw_members(data), raw_members(out)
    may = {*texts, "Contents/header.xml"}  # type: ignore[misc]
    return list(old) == list(new) and all(old[name] == new[name] for name in old if name not in may)


def _random_edits(doc: Document, rng: random.Random) -> ChangeSet:
    edits, place = [], 0
    for block in sorted(rng.sample(doc.blocks, min(8, len(doc.blocks))), key=lambda block: block.start):
        start = rng.randint(block.start, block.end)
        end = min(block.end, start + rng.randint(0, 5))
        if start >= place:
            edits.append(Edit(start, end, doc.text[start:end], rng.choice(NEW), "random"))
            place = end + 1
    return ChangeSet(tuple(edits))


def _made(issue: bytes) -> Iterator[tuple[str, bytes]]:
    doc = read_document("260.txt", issue)
    words: list[str] = []
    korean: list[str] = []
    page: list[str] = []
    for rows in _rows(doc):
        cells = [tuple(map(_escape, row)) for row in rows]
        if len(cells[0]) > 1:
            words.append(table(*cells))
            korean.append(hangul_table(*cells))
            page.append("<table>" + "".join(f"<tr><td>{'<td>'.join(row)}" for row in cells) + "</table>")
        else:
            text = cells[0][0]
            half = text.find("(") - 1 if "(" in text else len(text) // 2
            halves = (text[:half], text[half:]) if half > 0 and "&" not in text else (text, "")
            words.append(
                paragraph(*(run(_word(part), look) for part, look in zip(halves, ("<w:b/>", ""), strict=True)))
            )
            korean.append(hangul(*(part.replace("\n", "<hp:lineBreak/>") for part in halves)))
            page.append(f"<p>{halves[0]}<b>{halves[1]}</b></p>".replace("\n", "<br>\n"))
    yield "260.txt", issue
    yield "260-cp949.txt", doc.text.encode("cp949", "ignore")
    yield "260.docx", docx("".join(words))
    yield "260.hwpx", hwpx("".join(korean))
    yield "260.html", f"<!DOCTYPE html><meta charset=utf-8><body>{''.join(page)}".encode()


def _rows(doc: Document) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for block in doc.blocks:
        text = doc.text[block.start : block.end].replace("\r\n", "\n")
        if block.kind == "row":
            rows.append(text.split("\t"))
            continue
        if rows:
            yield rows
            rows = []
        yield [[text]]
    if rows:
        yield rows


def _escape(text: str) -> str:
    return html.escape(text, quote=False)


def _word(text: str) -> str:
    return text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')


def _names(made: dict[str, bytes]) -> None:
    """How many names each format gives, and how many of them the plain text gives too."""
    ctx = open_context(ROOT / "glossary.db")
    found = {
        name: Counter((mention.ko, mention.zh) for mention in extract_bytes(ctx, name, data)[1])
        for name, data in made.items()
        if "cp949" not in name
    }
    plain = found["260.txt"]
    for name, names in found.items():
        print(f"{name:24} names {names.total():4}, as in the text {(names & plain).total():4} of {plain.total()}")


def _office(program: str, files: dict[str, bytes]) -> int:
    wrong = 0
    for name, data in files.items():
        doc = read_document(name, data)
        changes = sift(data, doc, _random_edits(doc, random.Random(260)), track=True)
        for track in (False, True):
            shown = _opened(program, write(data, doc, changes, track=track, **SIGNED))
            wanted = edited(doc.text, changes.edits)
            good = all(word in shown for edit in changes.edits for word in edit.new.split())
            good = good and (track or "".join(shown.split()) == "".join(wanted.split()))
            wrong += not good
            print(f"{name:24} LibreOffice, {'tracked' if track else 'in place'}: {'as edited' if good else 'WRONG'}")
    return wrong


def _opened(program: str, data: bytes) -> str:
    return _converted(program, data, "docx", "txt:Text (encoded):UTF8").decode("utf-8-sig")


def _converted(program: str, data: bytes, ending: str, target: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"edited.{ending}")
        path.write_bytes(data)
        home = f"-env:UserInstallation={Path(folder, 'home').as_uri()}"
        out = Path(folder, "out")
        command = [program, home, "--headless", "--convert-to", target, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return out.joinpath(f"edited.{target.partition(':')[0]}").read_bytes()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
