"""Much work on much that is in use: looking for garbage in it again and again is time lost."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the collector off inside, and as it was behind; what nobody refers to goes all the same.

    >>> with uncollected():
    ...     firms = [{"화웨이": "华为"} for _ in range(3)]
    >>> gc.isenabled()
    True
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # all that is new counts as old: else it would be looked through at once
            gc.freeze()
            gc.unfreeze()
        if was:
            gc.enable()
