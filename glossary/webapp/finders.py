"""Look-ups in processes of their own, hired once several readers ask at a time: Python runs on one core alone.

One reader needs none. Whoever asks waits for the first process that is free; one that fails is let go, and the look-up
is made here.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import socket
import struct
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue

from glossary.service.context import Context, now

MOST = 4  # processes: each takes 40 MB
CROWD = 2  # look-ups under way from which on others are hired to make them
PATIENCE = 20  # seconds for a process that may have been stopped
_SPAWN = multiprocessing.get_context("spawn")  # the same on every system, and nothing of the parent's is inherited
_NUMBER = 4  # bytes of a number: the length before a message, the limit before a query
_AT_ONCE = 65_536


def told(ctx: Context, query: str, limit: int) -> bytes:
    """The answer to a look-up as JSON in UTF-8, with a line feed behind it."""
    from glossary.service.lookup import lookup
    from glossary.service.wire import lookup_json

    answer = lookup_json(query, lookup(ctx, query, limit))
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class Finders:
    """Makes look-ups, here or elsewhere."""

    def __init__(self, ctx: Context, most: int | None = None) -> None:
        """At most so many processes: as many as there are cores to run them, none on a single one."""
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        self._ctx = ctx
        self._most = min(MOST, cores if cores > 1 else 0) if most is None else most
        self._free: SimpleQueue[socket.socket] = SimpleQueue()
        self._pipes: list[socket.socket] = []
        self._lock = threading.Lock()
        self._under_way = 0

    def answer(self, query: str, limit: int) -> bytes:
        """The answer to a look-up; raises what the look-up raises."""
        with self._lock:
            self._under_way += 1
            if self._most and not self._pipes and self._under_way >= CROWD:
                self._hire()
        try:
            found = self._elsewhere(query, limit) if self._pipes else b""
            return found or told(self._ctx, query, limit)
        finally:
            with self._lock:
                self._under_way -= 1

    def close(self) -> None:
        """Let all go."""
        with self._lock:
            gone, self._pipes, self._most = self._pipes, [], 0
        for pipe in gone:
            pipe.close()

    def _elsewhere(self, query: str, limit: int) -> bytes:
        """What another process answers, nothing where it cannot."""
        try:
            pipe = self._free.get(timeout=PATIENCE)
        except Empty:
            return b""
        try:
            send(pipe, limit.to_bytes(_NUMBER, "big") + query.encode())
            answer = receive(pipe)
        except (OSError, UnicodeEncodeError):  # a process that died or was stopped, a query that is no text
            self._leave(pipe)
            return b""
        self._free.put(pipe)
        return answer

    def _hire(self) -> None:
        ctx = replace(self._ctx, stages=type(self._ctx.stages)(self._ctx.policy.documents), clock=now)  # type: ignore[call-arg]
        for _ in range(self._most):
            mine, theirs = socket.socketpair()
            _bound(mine)
            _SPAWN.Process(target=_serve, args=(theirs, ctx), daemon=True, name="glossary-finder").start()
            theirs.close()
            self._pipes.append(mine)
            self._free.put(mine)

    def _leave(self, pipe: socket.socket) -> None:
        with self._lock:
            if pipe in self._pipes:
                self._pipes.remove(pipe)
        pipe.close()


def _serve(pipe: socket.socket, ctx: Context) -> None:
    """Answer one look-up after the other until the pipe ends; what fails is made again where it can be told."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, and ends the pipe
    with suppress(OSError):
        while True:
            asked = receive(pipe)
            try:
                found = told(ctx, asked[_NUMBER:].decode(), int.from_bytes(asked[:_NUMBER], "big"))
            except Exception:
                found = b""
            send(pipe, found)


def _bound(pipe: socket.socket) -> None:
    """Have it fail after a while: by the kernel's clock where there is one, which spares a call a message."""
    if sys.platform == "linux":
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            pipe.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", PATIENCE, 0))
    else:
        pipe.settimeout(PATIENCE)


def send(pipe: socket.socket, message: bytes) -> None:
    """One message."""
    pipe.sendall(len(message).to_bytes(_NUMBER, "big") + message)


def receive(pipe: socket.socket) -> bytes:
    """One message, all of it; raises OSError where the other side is gone.

    >>> here, there = socket.socketpair()
    >>> send(here, "펑자오".encode())
    >>> receive(there).decode()
    '펑자오'
    >>> here.close(), there.close()
    (None, None)
    """
    parts = pipe.recv(_AT_ONCE)
    while parts and (len(parts) < _NUMBER or len(parts) < _NUMBER + int.from_bytes(parts[:_NUMBER], "big")):
        more = pipe.recv(_AT_ONCE)
        if not more:
            break
        parts += more
    if not parts or len(parts) != _NUMBER + int.from_bytes(parts[:_NUMBER], "big"):
        raise ConnectionError("the other side is gone")
    return parts[_NUMBER:]
