"""The service on this machine: the application behind waitress, until it is interrupted."""

from __future__ import annotations

import logging
import select
import signal
import socket
import webbrowser
from types import FrameType

from waitress.server import create_server

from glossary.errors import InputError
from glossary.service.context import Context
from glossary.webapp.app import create_app
from glossary.webapp.desk import ServiceDesk
from glossary.webapp.limits import largest
from glossary.webapp.reach import Reach

THREADS = 8
BACKLOG = 1024
MAX_HEADER = 32 * 1024  # bytes: a query of 200 hanzi, percent-encoded, takes 2 kB


def serve(context: Context, reach: Reach, port: int, open_browser: bool = False) -> None:
    """Serve until interrupted, having printed the address.

    Raises what keeps the database from answering, before any port is opened.
    Raises InputError("bind-refused") where others could come in and nobody has an account yet, and
    InputError("port-taken") where the port is not free.
    """
    ServiceDesk(context).check()
    reach.check(context)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that some wait for a moment is no news
    with _listening(reach.host, port) as listener:
        server = create_server(
            create_app(context, reach=reach),
            sockets=[listener],
            threads=THREADS,
            ident="",
            asyncore_use_poll=hasattr(select, "poll"),
            max_request_header_size=MAX_HEADER,
            max_request_body_size=largest(context.policy.documents.largest),
            **reach.waitress(),
        )
        address = url(reach.shown, listener.getsockname()[1])
        print(address, flush=True)
        if open_browser:
            webbrowser.open(address)
        _run(server)


def url(host: str, port: int) -> str:
    """The address to open in a browser.

    >>> url("127.0.0.1", 8000), url("::1", 8000)
    ('http://127.0.0.1:8000/', 'http://[::1]:8000/')
    """
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1" if host == "localhost" else host, port))
        listener.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        listener.close()
        raise InputError("port-taken", host=host, port=port, detail=str(error)) from error
    return listener


def _run(server: object) -> None:
    """Run until Ctrl-C or SIGTERM; waitress takes both as the end and lets requests under way finish."""
    previous = signal.signal(signal.SIGTERM, _stop)
    try:
        server.run()  # type: ignore[attr-defined]
    finally:
        signal.signal(signal.SIGTERM, previous)
        server.close()  # type: ignore[attr-defined]


def _stop(signum: int, frame: FrameType | None) -> None:
    raise SystemExit(0)
