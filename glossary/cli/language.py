"""Which language messages are written in: --lang, else $GLOSSARY_LANG, else the locale, Korean first."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Literal

Lang = Literal["ko", "en", "zh"]
LANGS: tuple[Lang, ...] = ("ko", "en", "zh")


def language(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> Lang:
    """The language of messages for a command line, also for one that could not be parsed.

    >>> language(["lookup", "허사이커지", "--lang", "zh"]), language(["--lang=en"])
    ('zh', 'en')
    >>> language([], {"LC_ALL": "zh_CN.UTF-8"}), language([], {"LANG": "C.UTF-8"}), language([], {"LANG": "de_DE"})
    ('zh', 'ko', 'en')
    """
    named = _option(arguments) or environ.get("GLOSSARY_LANG", "")
    for lang in LANGS:
        if named == lang:
            return lang
    return _by_locale(environ)


def _option(arguments: Sequence[str]) -> str:
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    return ""


def _by_locale(environ: Mapping[str, str]) -> Lang:
    """A locale without a country (C, POSIX, none) says nothing about the reader: Korean, the house's language."""
    value = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    code = value.partition(".")[0].partition("_")[0]
    if code in ("", "C", "POSIX", "ko"):
        return "ko"
    return "zh" if code == "zh" else "en"
