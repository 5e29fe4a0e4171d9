"""What the writer of Word documents must know of the place where a text stands: its run and its text element."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Run:
    """A run: how its element is called, how it looks, and the tracked insertion that it is part of."""

    name: str  # w:r, with the prefix that the part uses
    charset: str
    looks: str = ""  # its rPr element as written
    hidden: bool = False
    insertion: str = ""  # the start tag of the w:ins right around it

    @property
    def prefix(self) -> str:
        """The prefix of the part's own elements, colon included."""
        return self.name[: -len("r")]


@dataclass(slots=True, eq=False)
class Slot:
    """A text element of a run, w:t; `tag` empty for a tab or a break, which stand in the run itself."""

    run: Run
    part: str
    tag: str = ""
    start: int = 0  # of its start tag
    end: int = 0
    preserve: bool = True
    blanks: tuple[tuple[int, int], ...] = ()  # bytes of the blanks at its ends that do not count
