"""Load for an HTTP server on this machine: so many connections kept alive, each asking again when answered.

One thread over selectors, requests written beforehand, of answers only the end is looked for: the client takes
some 30 µs a request, so that what is measured is the server. A process of its own: http_load.py PORT CONNECTIONS
reads addresses from standard input and prints what it saw as JSON.
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

PATIENCE = 60
CHUNKED = 1 << 62
_LAST = b"\r\n0\r\n\r\n"


@dataclass
class Seen:
    """What came back: seconds in all, milliseconds of each answer; `spent` are seconds of the server's processor."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    bytes: int = 0
    failed: int = 0
    spent: float = 0.0

    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds

    def share(self, part: float) -> float:
        """The milliseconds that such a part of the answers stayed below."""
        return sorted(self.times)[min(len(self.times) - 1, int(len(self.times) * part))]


class _Line:
    """One connection."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.began = 0.0
        self.buffer = b""
        self.wanted = -1

    def ask(self, request: bytes) -> None:
        self.buffer, self.wanted, self.began = b"", -1, time.perf_counter()
        self.socket.sendall(request)

    def read(self) -> bool:
        """Take what has come; whether the answer is whole."""
        part = self.socket.recv(262_144)
        if not part:
            raise ConnectionError("the server closed a connection")
        self.buffer += part
        if self.wanted < 0 and (head := self.buffer.find(b"\r\n\r\n")) >= 0:
            length = _length(self.buffer[:head])
            self.wanted = CHUNKED if length is None else head + 4 + length
        if self.wanted == CHUNKED:
            return self.buffer.endswith(_LAST)
        return 0 <= self.wanted <= len(self.buffer)


def load(port: int, paths: Sequence[str], connections: int) -> Seen:
    """Ask for each address once, as fast as the answers come."""
    requests = [_request(port, path) for path in reversed(paths)]
    seen, began = Seen(), time.perf_counter()
    with selectors.DefaultSelector() as selector:
        lines = [_Line(port) for _ in range(min(connections, len(requests)))]
        for line in lines:
            selector.register(line.socket, selectors.EVENT_READ, line)
            line.ask(requests.pop())
        left = len(lines)
        while left:
            for key, _ in selector.select(PATIENCE):
                line = key.data
                if not line.read():
                    continue
                seen.times.append((time.perf_counter() - line.began) * 1000)
                seen.failed += line.buffer[9:12] != b"200"
                seen.bytes += len(line.buffer)
                if requests:
                    line.ask(requests.pop())
                else:
                    selector.unregister(line.socket)
                    line.socket.close()
                    left -= 1
    seen.seconds = time.perf_counter() - began
    return seen


def _request(port: int, path: str) -> bytes:
    lines = (f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Accept: application/json", "", "")
    return "\r\n".join(lines).encode("ascii")


def _length(head: bytes) -> int | None:
    """The bytes of the body; None for one that comes in chunks."""
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return None


def main(arguments: Sequence[str], paths: Iterable[str]) -> None:
    """Print what came back."""
    port, connections = map(int, arguments)
    seen = load(port, [path.rstrip("\n") for path in paths], connections)
    print(json.dumps(vars(seen)))


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdin)
