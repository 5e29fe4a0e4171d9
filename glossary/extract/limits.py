"""Stopgap."""

JAPANESE = 0.2
