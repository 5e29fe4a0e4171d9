"""What every answer carries and every request must pass, whatever the route."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.exceptions import SecurityError

from glossary.errors import InputError

LOOPBACK = ("127.0.0.1", "localhost", "::1")

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # no-referrer would hide from us, too, where a form was sent from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), clipboard-write=(self)",
}


def with_style(page: str) -> str:
    """The policy for a page that needs nothing else: the one style that stands in it, by its digest.

    >>> "style-src 'sha256-" in with_style("<style>p {}</style>")
    True
    """
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return POLICY.replace("style-src 'self'", f"style-src 'sha256-{digest}'")


def install(app: Flask) -> None:
    """Refuse what is meant for other hosts and put the headers on every answer."""
    app.before_request(_refuse_other_hosts)
    app.after_request(_finish)


def refuse_open_bind(host: str) -> None:
    """Raise InputError("bind-refused") for any address but this machine's own: there are no accounts yet.

    >>> refuse_open_bind("127.0.0.1")
    >>> refuse_open_bind("0.0.0.0")
    Traceback (most recent call last):
    glossary.errors.InputError: bind-refused: host=0.0.0.0
    """
    if host not in LOOPBACK:
        raise InputError("bind-refused", host=host)


def _refuse_other_hosts() -> None:
    """A page of another site that a name server leads here asks in vain; Flask's own list cannot hold [::1]."""
    try:
        name = urlsplit(f"//{request.host}").hostname
    except ValueError:
        name = None
    if name not in LOOPBACK:
        raise SecurityError


def _finish(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "private, no-cache"
        response.headers["Vary"] = "Cookie"
    if request.method == "GET" and response.status_code == 200:
        response.add_etag()
        return _conditional(response)
    return response


def _conditional(response: Response) -> Response:
    answer: Any = response.make_conditional(request)
    assert isinstance(answer, Response)
    return answer


def log_failure(app: Flask, error: BaseException) -> None:
    """One line for a failure: kind, place and route, never the text that was being worked on."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    app.logger.error("%s at %s while answering %s", type(error).__name__, place, request.url_rule or "no route")
