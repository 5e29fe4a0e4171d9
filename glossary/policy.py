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
from glossary.model import Ignore


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
    """Bounds of what is read; see data/policy.toml for the reasons."""

    max_bytes: int = 16_777_216
    max_file: int = 67_108_864
    max_members: int = 4_000
    max_unpacked: int = 536_870_912
    max_part: int = 67_108_864
    max_ratio: int = 200
    max_depth: int = 256
    max_pages: int = 3_000

    @property
    def largest(self) -> int:
        """The size of the largest file of any format."""
        return max(self.max_bytes, self.max_file)


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
    same: float
    different: float
    sure: float


@dataclass(frozen=True, slots=True)
class ReviewPolicy:
    """Which questions are worth asking, and how many are shown; see data/policy.toml for the reasons."""

    listed: float
    clear: float
    bulk: float
    page: int


@dataclass(frozen=True, slots=True)
class HousePolicy:
    """House style: the first-mention template, which readings and which hanzi script are wanted."""

    first_mention: str
    readings: str
    hanzi: str


@dataclass(frozen=True, slots=True)
class CheckPolicy:
    """Thresholds of the check's rules."""

    strain: float
    near_short: int
    near_long: int
    near_from: int
    majority: float
    few: int
    chinese: float


@dataclass(frozen=True, slots=True)
class SeverityPolicy:
    """How grave each rule's findings are: off, info, warning or error."""

    variant_spelling: str
    hanzi_mismatch: str
    reading_mix: str
    established_form: str
    script_mix: str
    missing_hanzi: str
    repeated_hanzi: str
    homograph: str
    near_duplicate: str
    official_form: str
    forbidden_term: str
    particle: str
    bracket: str
    unknown_name: str
    source_mismatch: str

    def of(self, rule: str) -> str:
        """The level of a rule by its name as findings carry it: variant-spelling."""
        found: str = getattr(self, rule.replace("-", "_"))
        return found


@dataclass(frozen=True, slots=True)
class PeoplePolicy:
    """How people sign in: the least password, the life of a session, how often a password may be wrong."""

    password: int
    idle_hours: int
    days: int
    tries: int
    tries_address: int
    tries_name: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Policy:
    """All sections of the policy in force, and a digest that names it in reports."""

    align: AlignPolicy
    extract: ExtractPolicy
    lookup: LookupPolicy
    house: HousePolicy
    documents: DocumentsPolicy
    link: LinkPolicy
    review: ReviewPolicy
    check: CheckPolicy
    severity: SeverityPolicy
    people: PeoplePolicy
    digest: str
    ignores: tuple[Ignore, ...] = ()  # what the house silences, with its reasons


_SECTIONS = {
    "align": AlignPolicy,
    "extract": ExtractPolicy,
    "lookup": LookupPolicy,
    "house": HousePolicy,
    "documents": DocumentsPolicy,
    "link": LinkPolicy,
    "review": ReviewPolicy,
    "check": CheckPolicy,
    "severity": SeverityPolicy,
    "people": PeoplePolicy,
}
_LEVELS = ("off", "info", "warning", "error")
_CHOICES = {
    "house.readings": ("official", "house"),
    "house.hanzi": ("simplified", "traditional", "as-is"),
    **{f"severity.{field.name}": _LEVELS for field in dataclasses.fields(SeverityPolicy)},
}


def load_policy(path: Path | None = None) -> Policy:
    """Read the built-in policy, overlaid by the house's file when one is named.

    Raises NotFoundError("policy-missing") and InputError("policy-invalid") with section and key.

    >>> load_policy().house.first_mention
    '{ko}({zh_hans}, {en})'
    """
    return _merged(None) if path is None else _merged(_read(path))


def given_in(path: Path) -> frozenset[str]:
    """Which values a house's file gives, as section.key; raises as `load_policy` does."""
    return frozenset(f"{section}.{key.replace('-', '_')}" for section, values in _read(path).items() for key in values)


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
        values = {key.replace("-", "_"): value for key, value in _defaults()[name].items()}
        given = (overlay or {}).get(name, {})
        if not isinstance(given, dict):
            raise InputError("policy-invalid", path=name, detail=f"{name} = {given!r}")
        for written, value in given.items():
            key = written.replace("-", "_")
            if key not in values or not _fits(values[key], value, _CHOICES.get(f"{name}.{key}")):
                raise InputError("policy-invalid", path=name, detail=f"{name}.{key} = {value!r}")
            values[key] = value
        frozen = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
        sections[name] = shape(**frozen)
    ignores = tuple(map(_ignore, enumerate((overlay or {}).get("ignore", ()))))
    for name in (overlay or {}).keys() - _SECTIONS.keys() - {"ignore"}:
        raise InputError("policy-invalid", path=name, detail=f"[{name}]")
    shown = repr([dataclasses.astuple(section) for section in sections.values()])
    return Policy(**sections, digest=hashlib.sha256(shown.encode()).hexdigest()[:12], ignores=ignores)


def _ignore(numbered: tuple[int, object]) -> Ignore:
    """One `[[ignore]]` of a house's file: rule, concept, document, text or fingerprint, and always the reason."""
    number, table = numbered
    fields = {"rule", "concept", "document", "text", "fingerprint", "reason"}
    if not isinstance(table, dict) or not table.get("reason") or len(table) < 2 or set(table) - fields:
        raise InputError("policy-invalid", path="ignore", detail=f"ignore = {table!r}")
    if not all(isinstance(value, str) for value in table.values()):
        raise InputError("policy-invalid", path="ignore", detail=f"ignore = {table!r}")
    return Ignore(-1 - number, **table)


def _fits(default: object, value: object, choices: tuple[str, ...] | None = None) -> bool:
    """Whether a value can stand for a default: of its kind; a number not below zero; a list of words known to it."""
    if choices is not None:
        return value in choices
    if isinstance(default, list):
        return isinstance(value, list) and all(item in default for item in value)
    if isinstance(default, float) and isinstance(value, int | float) and not isinstance(value, bool):
        return 0 <= value < math.inf
    return type(default) is type(value) and not (isinstance(value, int) and value < 0)
