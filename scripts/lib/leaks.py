"""What a served glossary still holds after many requests: handles, threads and memory of its process."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

WARM = 600  # requests before the first look: every page once, every thread and cache at work
HANDLES, THREADS, MEMORY = 2, 0, 0.05  # what may be gained
CODE = (
    "import sys; from pathlib import Path; from glossary.service.context import open_context; "
    "from glossary.webapp import serve; serve(open_context(Path(sys.argv[1])), '127.0.0.1', 0)"
)
LOOKUPS = ("허사이커지", "헛", "ㅎㅅㅇㅋㅈ", "gjtkdlzjwl", "hskj", "禾赛", "후룬", "없는이름", "黄河", "산시")
TEXT = "허사이커지(禾赛科技)와 후룬(胡润), 허싸이커지는 산시(陕西)에 갔다."


@dataclass(frozen=True)
class Held:
    """What a process holds."""

    handles: int
    threads: int
    memory: int  # kB, resident

    @classmethod
    def of(cls, pid: int) -> Held:
        """Look at a process; where there is no /proc, there is nothing to see."""
        folder = Path(f"/proc/{pid}")
        status = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
        handles = len(list((folder / "fd").iterdir()))
        return cls(handles, int(status["Threads"]), int(status["VmRSS"].split()[0]))


def run_leaks(count: int) -> bool:
    """So many requests to a glossary that is served; whether its process has gained too much."""
    from web_people import glossary

    with tempfile.TemporaryDirectory() as folder:
        context = glossary(Path(folder))
        command = [sys.executable, "-c", CODE, str(context.db)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            try:
                return _run(process.pid, address.removeprefix("http://").rstrip("/"), count)
            finally:
                process.terminate()


def _run(pid: int, host: str, count: int) -> bool:
    concept = json.loads(_ask(host, "GET", f"/api/v1/lookup?q={quote('후룬')}"))["results"][0]["id"]
    steps = _steps(host, concept)
    for turn in range(WARM):
        steps[turn % len(steps)]()
    before = _settled(pid)
    for turn in range(count):
        steps[turn % len(steps)]()
    after = _settled(pid)
    more = after.handles - before.handles, after.threads - before.threads
    share = (after.memory - before.memory) / before.memory
    print(f"leaks: {count} requests after {WARM}: handles {before.handles} to {after.handles}, threads", end=" ")
    print(f"{before.threads} to {after.threads}, memory {before.memory} kB to {after.memory} kB ({share:+.1%})")
    return more[0] > HANDLES or more[1] > THREADS or share > MEMORY


def _settled(pid: int) -> Held:
    time.sleep(2)  # connections that were closed are so on both sides
    return Held.of(pid)


def _steps(host: str, concept: str) -> list[Callable[[], object]]:
    """One request of each kind."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    data = {"Content-Type": "application/json"}
    text = json.dumps({"text": TEXT})
    lookups = [f"/api/v1/lookup?q={quote(query)}" for query in LOOKUPS]
    pages = ["/", f"/?q={quote('허사이')}", f"/results?q={quote('후')}", f"/concepts/{concept}", "/documents", "/check"]
    pages += ["/review", "/people", "/account", "/scan", "/nothing", "/healthz", "/static/x/site.css", "/normalize"]
    posts: list[tuple[str, str, dict[str, str]]] = [
        ("/api/v1/check", text, data),
        ("/api/v1/scan", text, data),
        ("/v2/check", f"language=ko&text={quote(TEXT)}", form),
        ("/scan", f"text={quote(TEXT)}", form),
        ("/api/v1/concepts", "{", data),
        ("/api/v1/check", "x", {"Content-Type": "multipart/form-data; boundary=b"}),
    ]
    gets = [lambda path=path: _ask(host, "GET", path) for path in (*lookups, *pages)]
    return [*gets, *(lambda one=one: _ask(host, "POST", *one) for one in posts)]


def _ask(host: str, method: str, path: str, body: str = "", headers: dict[str, str] | None = None) -> str:
    connection = HTTPConnection(host, timeout=60)
    connection.request(method, path, body or None, headers or {})
    try:
        return connection.getresponse().read().decode(errors="replace")
    finally:
        connection.close()
