"""The policy: a house's file overrides single keys, and what cannot be meant is refused with section and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import InputError
from glossary.policy import load_policy


def _load(folder: Path, text: str) -> object:
    path = folder / "glossary.toml"
    path.write_text(text, encoding="utf-8")
    return load_policy(path)


def test_a_house_overrides_single_keys(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text('[link]\nprefer = ["documents", "earliest"]\n[align]\naccept = 1\n', encoding="utf-8")
    policy, default = load_policy(path), load_policy()
    assert policy.link.prefer == ("documents", "earliest")
    assert policy.align.accept == 1
    assert policy.extract == default.extract
    assert policy.digest != default.digest


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("align = 3", "align = 3"),
        ("[align]\naccept = 'low'", "align.accept = 'low'"),
        ("[align]\naccept = nan", "align.accept = nan"),
        ("[align]\naccept = -0.1", "align.accept = -0.1"),
        ("[align]\nreject = 0.1", "align.reject = 0.1"),
        ("[lookup]\nlimit = -1", "lookup.limit = -1"),
        ("[lookup]\nlimit = true", "lookup.limit = True"),
        ("[lookup]\nlimit = 1.5", "lookup.limit = 1.5"),
        ("[link]\nprefer = ['nonsense']", "link.prefer = ['nonsense']"),
        ("[link]\nprefer = [1]", "link.prefer = [1]"),
        ("[house]\nfirst_mention = 1", "house.first_mention = 1"),
        ("[kitchen]\nstove = 1", "[kitchen]"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str, detail: str) -> None:
    with pytest.raises(InputError) as caught:
        _load(tmp_path, text)
    assert caught.value.code == "policy-invalid"
    assert caught.value.params["detail"] == detail
