"""The thresholds and house style in force: read once from TOML and handed in.

`data/policy.toml` holds every default with its reason; a house keeps its own values in `glossary.toml`
beside the database (or names a file with `--policy`), and only what differs needs to stand there.
"""

from __future__ import annotations

import dataclasses
import hashlib
import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from glossary.errors import InputError, NotFoundError


@dataclass(frozen=True, slots=True)
class AlignPolicy:
    """Costs of reading a Hangul string against hanzi; see data/policy.toml for units and reasons."""

    accept: float


@dataclass(frozen=True, slots=True)
class ExtractPolicy:
    """Bounds of the bracket walk and of the tokenizer windows."""

    window: int
    base: int
    per_hanzi: int
    context: int
    good: float
    fair: float
    bare: float
    second: float
    japanese: float
    tail: float
    learn: int


@dataclass(frozen=True, slots=True)
class DocumentsPolicy:
    """Bounds of what is read."""

    max_bytes: int


@dataclass(frozen=True, slots=True)
class LookupPolicy:
    """Bounds of the look-up."""

    limit: int
    max_query: int
    one_slip: int
    two_slips: int


@dataclass(frozen=True, slots=True)
class LinkPolicy:
    """How mentions become concepts, and which of a concept's forms is preferred."""

    prefer: tuple[str, ...]
    strain: float
    split_share: float
    split_mentions: int


@dataclass(frozen=True, slots=True)
class HousePolicy:
    """House style: the first-mention template."""

    first_mention: str


@dataclass(frozen=True, slots=True)
class Policy:
    """All sections of the policy in force, and a digest that names it in reports."""

    align: AlignPolicy
    extract: ExtractPolicy
    lookup: LookupPolicy
    house: HousePolicy
    documents: DocumentsPolicy
    link: LinkPolicy
    digest: str


_SECTIONS = {
    "align": AlignPolicy,
    "extract": ExtractPolicy,
    "lookup": LookupPolicy,
    "house": HousePolicy,
    "documents": DocumentsPolicy,
    "link": LinkPolicy,
}


def load_policy(path: Path | None = None) -> Policy:
    """Read the built-in policy, overlaid by the house's file when one is named.

    Raises NotFoundError("policy-missing") and InputError("policy-invalid") with section and key.

    >>> load_policy().house.first_mention
    '{ko}({zh_hans}, {en})'
    """
    return _merged(None) if path is None else _merged(_read(path))


@cache
def _defaults() -> dict[str, dict[str, Any]]:
    text = resources.files("glossary.data").joinpath("policy.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _read(path: Path) -> dict[str, dict[str, Any]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NotFoundError("policy-missing", path=str(path)) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError("policy-invalid", path=str(path), detail=str(error)) from error


def _merged(overlay: dict[str, dict[str, Any]] | None) -> Policy:
    sections: dict[str, Any] = {}
    for name, shape in _SECTIONS.items():
        values = dict(_defaults()[name])
        given = (overlay or {}).get(name, {})
        if not isinstance(given, dict):
            raise InputError("policy-invalid", path=name, detail=f"{name} = {given!r}")
        for key, value in given.items():
            if key not in values or not _fits(values[key], value):
                raise InputError("policy-invalid", path=name, detail=f"{name}.{key} = {value!r}")
            values[key] = value
        frozen = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
        sections[name] = shape(**frozen)
    for name in (overlay or {}).keys() - _SECTIONS.keys():
        raise InputError("policy-invalid", path=name, detail=f"[{name}]")
    shown = repr([dataclasses.astuple(section) for section in sections.values()])
    return Policy(**sections, digest=hashlib.sha256(shown.encode()).hexdigest()[:12])


def _fits(default: object, value: object) -> bool:
    """Whether a value can stand for a default: of its kind; a number not below zero; a list of words known to it."""
    if isinstance(default, list):
        return isinstance(value, list) and all(item in default for item in value)
    if isinstance(default, float) and isinstance(value, int | float) and not isinstance(value, bool):
        return 0 <= value < math.inf
    return type(default) is type(value) and not (isinstance(value, int) and value < 0)
