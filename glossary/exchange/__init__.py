"""Rows of other programs to what editors and packs say, and back: pure, rows <-> values."""
