"""Document -> Mentions: where brackets hold hanzi, which Hangul they gloss, and what kind of name that is."""

from glossary.extract.extract import extract, study

__all__ = ["extract", "study"]
