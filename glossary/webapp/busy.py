"""Whole texts are read by a few requests at a time, so that look-ups are answered whatever else is going on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import BoundedSemaphore
from typing import ParamSpec, TypeVar

from glossary.errors import BusyError

AT_ONCE = 3  # of the server's threads; the others stay free for what takes milliseconds
PATIENCE = 2.0  # seconds that a request waits for its turn, in a thread that it keeps meanwhile
P = ParamSpec("P")
T = TypeVar("T")
_turns = BoundedSemaphore(AT_ONCE)


@contextmanager
def turn(patience: float = PATIENCE) -> Iterator[None]:
    """One of the few turns; raises BusyError("busy") where none comes free in time."""
    if not _turns.acquire(timeout=patience):
        raise BusyError("busy")
    try:
        yield
    finally:
        _turns.release()


def by_turns(view: Callable[P, T]) -> Callable[P, T]:
    """A view that reads whole texts while it is asked, and waits for its turn."""

    @wraps(view)
    def waiting(*args: P.args, **kwargs: P.kwargs) -> T:
        with turn():
            return view(*args, **kwargs)

    return waiting
