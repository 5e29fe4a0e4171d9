"""The tokenizer seam: nothing loads before it is asked for, once a process, and jieba's cache is private."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import jieba
import pytest

from glossary.extract import extract
from glossary.model import Document
from glossary.policy import load_policy
from glossary.tokens import Tokenizers, load
from glossary.tokens.chinese import _tokenizer

QUIET = """
import sys
from glossary.extract import extract
from glossary.model import Document
from glossary.policy import load_policy
from glossary.tokens import load

extract(Document("a", "쯔보(淄博)시의 왕하이(王海·45)"), load_policy(), load())
print([name for name in ("kiwipiepy", "jieba") if name in sys.modules])
"""


def test_a_plain_text_loads_no_tokenizer() -> None:
    ran = subprocess.run([sys.executable, "-c", QUIET], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_each_loads_once_a_process() -> None:
    tokenizers: Tokenizers = load()
    assert load() is tokenizers
    assert tokenizers.korean is load().korean
    assert tokenizers.chinese is load().chinese


SENTENCES = ["쯔보 꼬치가 인기다", "왕하이는 말했다.", "", "AI 로봇 업체 로보캣", "줄이\n바뀐다"]


@pytest.mark.parametrize("text", SENTENCES)
def test_korean_morphemes_stand_in_order_inside_the_text(text: str) -> None:
    tokens = load().korean.tokens(text)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert all(0 <= token.start <= token.end <= len(text) for token in tokens)


def test_korean_particles_are_told_from_names() -> None:
    tags = {token.text: token.tag for token in load().korean.tokens("쯔보에서 왕하이는 말했다")}
    assert tags["는"] == "JX"
    assert tags["에서"].startswith("JK")


@pytest.mark.parametrize(
    "text", ["淄博烧烤协会", "上海移远通信技术股份有限公司", "", "EMQ 映云科技", "农夫山泉，1996年"]
)
def test_chinese_words_cover_the_text(text: str) -> None:
    words = load().chinese.words(text)
    assert "".join(word.text for word in words) == text
    assert [text[word.start : word.end] for word in words] == [word.text for word in words]


def test_chinese_tags_tell_places_from_persons() -> None:
    tags = {word.text: word.tag for word in load().chinese.words("李明在上海工作")}
    assert tags["上海"] == "ns"


def test_the_real_tokenizer_tells_roles_from_names() -> None:
    text = "로봇 업체(니오·蔚來)와 값이 올랐다(銀河系)"
    found = extract(Document("a", text), load_policy(), load())
    assert "올랐다" not in [mention.ko for mention in found]


@pytest.fixture
def without_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """jieba with its dictionary left unread: only where the cache would go matters."""
    monkeypatch.setattr(jieba.Tokenizer, "initialize", lambda self: None)


@pytest.mark.usefixtures("without_words")
def test_the_cache_folder_is_the_user_s_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = Path(_tokenizer().tmp_dir)
    assert folder == tmp_path / "ko-zh-glossary"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.usefixtures("without_words")
def test_without_a_cache_folder_a_private_temporary_one_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    folder = Path(_tokenizer().tmp_dir)
    assert folder.is_dir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.rmdir()


@pytest.mark.usefixtures("without_words")
def test_a_cache_folder_that_others_may_write_to_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    shared = tmp_path / "ko-zh-glossary"
    shared.mkdir()
    shared.chmod(0o777)
    folder = Path(_tokenizer().tmp_dir)
    assert stat.S_IMODE(folder.stat().st_mode) & 0o022 == 0
