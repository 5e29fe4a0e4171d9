"""Bilingual Korean-Chinese glossary of names."""

__version__ = "0.1.0"
