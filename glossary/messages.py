"""The words for each code, in the reader's language, from `data/messages.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Lang = Literal["ko", "en", "zh"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What happened and where, and what to do about it."""

    message: str
    hint: str = ""


def explain(code: str, lang: Lang, params: Mapping[str, object]) -> Explanation:
    """Fill the parameters into the words of a code; an unknown code shows itself and its parameters.

    >>> explain("review-done", "en", {"count": 1}).message, explain("review-done", "en", {"count": 2}).message
    ('1 answer kept.', '2 answers kept.')

    >>> explain("empty-file", "ko", {"path": "260.txt"})
    Explanation(message='260.txt: 내용이 없는 파일입니다.', hint='글이 들어 있는 파일을 지정하십시오.')
    """
    words = _messages().get(code)
    if words is None:
        return Explanation(", ".join([code, *(f"{name}={value}" for name, value in params.items())]))
    said = words[lang]
    filled = _Filled({name: _counted(_word(name, value, lang)) for name, value in params.items()})
    return Explanation(*(part.format_map(filled) for part in ([said] if isinstance(said, str) else said)))


def render(code: str, lang: Lang, params: Mapping[str, object]) -> str:
    """Write the message of a code and what to do as one line.

    >>> render("not-text", "zh", {"path": "260.png", "kind": "image"})
    '260.png：不是可读取的文档（图片）。请指定文本、Markdown、HTML、Word（.docx）、Hangul（.hwpx、.hwp）或 PDF 文件。'
    """
    said = explain(code, lang, params)
    return ("" if lang == "zh" else " ").join(part for part in (said.message, said.hint) if part)


@cache
def _messages() -> dict[str, dict[str, str | list[str]]]:
    text = resources.files("glossary.data").joinpath("messages.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _word(name: str, value: object, lang: Lang) -> object:
    """Put the reader's word for a value that has one: kind `image` is 이미지, 图片."""
    return _messages().get(f"{name}-{value}", {}).get(lang, value)


def _counted(value: object) -> object:
    return _Count(value) if isinstance(value, int) and not isinstance(value, bool) else value


class _Count(int):
    """A number that takes its noun with it where a message names one for one and one for many: {count:row|rows}."""

    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if bar else format(int(self), spec)


class _Gap(str):
    """What stands for a parameter that nobody gave."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return str(self)


class _Filled(dict[str, object]):
    """Parameters of a message; one that is missing shows as a gap instead of hiding the message."""

    def __missing__(self, name: str) -> str:
        return _Gap("…")
