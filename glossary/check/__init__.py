"""Document + glossary -> findings: what an editor would want to know before printing."""

from glossary.check.check import RULES, check
from glossary.check.view import GlossaryView, Known, Seen, SourceText

__all__ = ["RULES", "GlossaryView", "Known", "Seen", "SourceText", "check"]
