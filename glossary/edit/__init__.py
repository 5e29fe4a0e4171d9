"""Findings -> edits -> a text with them: sorted, disjoint, particles repaired, the same when done twice."""

from glossary.edit.changes import apply, change_set

__all__ = ["apply", "change_set"]
