"""Mentions to concepts: what one name is, which forms it has, and which of them is preferred."""

from glossary.link.link import link

__all__ = ["link"]
