"""The tokenizer seam: kiwipiepy and jieba behind two small protocols, each loaded on first use, once a process."""

from glossary.tokens.base import Chinese, Korean, Token, Tokenizers
from glossary.tokens.load import load

__all__ = ["Chinese", "Korean", "Token", "Tokenizers", "load"]
