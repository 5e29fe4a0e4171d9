"""Established names, known to the room of readings; kept here under the name that linking knows."""

from glossary.reading.established import established

__all__ = ["established"]
