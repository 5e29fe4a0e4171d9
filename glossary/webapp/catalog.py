"""What the pages say, in three languages: plain TOML in `web/messages`, a folder a language, a file for each part.

Some hundred sentences, one plural rule and no build step: gettext and Flask-Babel would add a compiler for
less than this file does.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from glossary.messages import Lang

LANGUAGES: dict[Lang, str] = {"ko": "한국어", "en": "English", "zh": "中文"}
HTML_LANGUAGE: dict[Lang, str] = {"ko": "ko", "en": "en", "zh": "zh-Hans"}
DEFAULT_LANGUAGE: Lang = "ko"


@cache
def messages(language: Lang) -> dict[str, str]:
    """All sentences of one language by dotted key.

    >>> messages("ko")["entry.pinyin"], messages("zh")["entry.pinyin"]
    ('병음', '拼音')
    """
    folder = resources.files("glossary.assets").joinpath("messages", language)
    said: dict[str, str] = {}
    for source in sorted(folder.iterdir(), key=lambda file: file.name):
        if source.name.endswith(".toml"):
            tables = tomllib.loads(source.read_text(encoding="utf-8"))
            said.update({f"{table}.{key}": text for table, entries in tables.items() for key, text in entries.items()})
    return said


def say(language: Lang, key: str, /, **params: object) -> str:
    """One sentence with its parameters filled in; `count` also picks the plural where the language has one.

    >>> say("ko", "search.count", count=3), say("en", "search.count", count=1)
    ('결과 3건', '1 result')
    """
    known = messages(language)
    if "count" in params:
        plural = f"{key}_one" if params["count"] == 1 else f"{key}_other"
        key = plural if plural in known else key
    return known[key].format(**params)


def label(language: Lang, table: str, name: str) -> str:
    """The word for one value of a closed set; a value that the catalogue does not know shows as it is.

    >>> label("ko", "type", "person"), label("ko", "type", "ship")
    ('사람', 'ship')
    """
    return messages(language).get(f"{table}.{name}", name)


def table(language: Lang, name: str) -> dict[str, str]:
    """All sentences of one table by their key, places still open.

    >>> table("zh", "type")["person"]
    '人物'
    """
    prefix = f"{name}."
    return {key.removeprefix(prefix): text for key, text in messages(language).items() if key.startswith(prefix)}
