"""Every rule runs its own examples: data/rules/RULE.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from desk import findings

import glossary.data
from glossary.check import RULES
from glossary.messages import render
from glossary.policy import load_policy

FOLDER = Path(glossary.data.__file__).parent / "rules"


def _examples() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for number, example in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["example"]):
            found.append(pytest.param(path.stem, example, id=f"{path.stem}-{number}"))
    return found


def _shown(example: dict[str, Any], policy: Any) -> list[Any]:
    keys = {"glossary", "strays", "source"}
    given = {key: example[key] for key in keys & example.keys()}
    different = [tuple(pair) for pair in example.get("different", ())]
    return list(findings(example["text"], policy=policy, different=different, **given))


@pytest.mark.parametrize(("rule", "example"), _examples())
def test_examples(rule: str, example: dict[str, Any], tmp_path: Path) -> None:
    policy = load_policy()
    if "policy" in example:
        path = tmp_path / "glossary.toml"
        path.write_text(example["policy"], encoding="utf-8")
        policy = load_policy(path)
    found = _shown(example, policy)
    said = [
        f"{finding.text} -> {' | '.join(finding.suggestions)}".removesuffix(" -> ")
        for finding in found
        if finding.rule == rule
    ]
    assert said == example.get("finds", [])
    others = {finding.rule for finding in found if finding.severity != "info"} - {rule}
    assert others == set(example.get("also", []))
    for finding in found:
        for lang in ("ko", "en", "zh"):
            assert "…" not in render(finding.message, lang, dict(finding.params)), finding


def test_every_rule_has_examples_that_speak_and_that_keep_silent() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(RULES)
    for path in FOLDER.glob("*.toml"):
        examples = tomllib.loads(path.read_text(encoding="utf-8"))["example"]
        assert any(example.get("finds") for example in examples), path.stem
        assert any(not example.get("finds") for example in examples), path.stem
