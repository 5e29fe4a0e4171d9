"""An issue's names in both languages as one HTML page that needs nothing else, made to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib import resources

from glossary.exchange.sheet import Lang, Sheet, SheetName, heading, total, words
from glossary.model import EntityType


def sheet_html(sheet: Sheet, lang: Lang) -> str:
    """The page: a part for each type, two columns wide where there is room, one sheet of paper where possible."""
    style = resources.files("glossary.data").joinpath("sheet.css").read_text(encoding="utf-8")
    said = words(lang)
    title = heading(sheet, lang)
    head = [
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(said['title'])} · {escape(title)}</title>",
        f"<style>\n{style}</style>\n</head>\n<body>",
        f'<header><h1>{escape(said["title"])}</h1><p><strong lang="ko">{escape(title)}</strong>{_date(sheet)}</p>'
        f"<p>{escape(total(sheet, lang))}</p></header>\n<main>",
    ]
    parts = [_part(type_, names, lang) for type_, names in sheet.by_type()]
    return "\n".join([*head, *parts, "</main>\n</body>\n</html>\n"])


def _date(sheet: Sheet) -> str:
    return f' <time datetime="{escape(sheet.date)}">{escape(sheet.date)}</time>' if sheet.date else ""


def _part(type_: EntityType, names: Sequence[SheetName], lang: Lang) -> str:
    said = words(lang)
    columns = "".join(f'<th scope="col">{escape(said[name])}</th>' for name in ("ko", "zh", "en"))
    numbers = "".join(f'<th scope="col" class="n">{escape(said[name])}</th>' for name in ("line", "count"))
    head = f"<thead><tr>{columns}{numbers}</tr></thead>"
    title = f"{escape(said['type'][type_])} <small>{len(names)}</small>"
    rows = "\n".join(_rows(names, lang))
    return f"<section>\n<table><caption>{title}</caption>\n{head}\n<tbody>\n{rows}\n</tbody></table>\n</section>"


def _rows(names: Sequence[SheetName], lang: Lang) -> Iterator[str]:
    written = escape(words(lang)["written"])
    for name in names:
        other = f" <small>{written} <span lang=ko>{escape(name.written)}</span></small>" if name.written else ""
        hant = f' <small lang="zh-Hant">{escape(name.zh_hant)}</small>' if name.zh_hant else ""
        yield (
            f'<tr><th scope="row" lang="ko">{escape(name.ko)}{other}</th>'
            f'<td><span lang="zh-Hans">{escape(name.zh_hans)}</span>{hant}</td><td lang="en">{escape(name.en)}</td>'
            f'<td class="n">{name.line}</td><td class="n">{name.count}</td></tr>'
        )
