"""What the writer of HWPX must know of the place where a text stands: its element and its paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Layout:
    """Where a paragraph keeps how its lines were broken: true of its old text alone."""

    part: str
    spans: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Slot:
    """A text element: hp:t of a run, or one of the two texts of a 덧말."""

    tag: str  # as written, hp:t
    part: str
    layout: Layout
    charset: str

    @property
    def prefix(self) -> str:
        """The prefix of the part's own elements, colon included."""
        return self.tag[: self.tag.find(":") + 1]

    @property
    def trackable(self) -> bool:
        """Whether marks of tracked changes may stand in it."""
        return self.tag.rpartition(":")[2] == "t"
