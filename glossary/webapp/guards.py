"""What every answer carries and every request must pass, whatever the route."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Any

from flask import Flask, Response, current_app, g, has_request_context, request
from werkzeug.exceptions import SecurityError

from glossary.webapp.reach import Reach, asked

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


class Application(Flask):
    """Flask, whose own log would repeat what was sent."""

    def log_exception(self, exc_info: Any) -> None:
        """One line for a failure while a failure was being answered."""
        log_failure(self, exc_info[1])


def with_style(page: str) -> str:
    """The policy for a page that needs nothing else: the one style that stands in it, by its digest.

    >>> "style-src 'sha256-" in with_style("<style>p {}</style>")
    True
    """
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return POLICY.replace("style-src 'self'", f"style-src 'sha256-{digest}'")


def install(app: Flask, reach: Reach) -> None:
    """Refuse what is meant for other hosts and put the headers on every answer."""
    app.extensions["glossary.reach"] = reach
    app.before_request(_refuse_other_hosts)
    app.after_request(_finish)


def _refuse_other_hosts() -> None:
    """A page of another site that a name server leads here asks in vain; Flask's own list cannot hold [::1]."""
    reach = current_app.extensions["glossary.reach"]
    assert isinstance(reach, Reach)
    if asked(request.host) not in reach.names:
        raise SecurityError


def _finish(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if response.status_code == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="glossary"'
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "private, no-cache"
        response.headers["Vary"] = "Cookie"
    if request.method == "GET" and response.status_code == 200:
        _name_state(response)
        return _conditional(response)
    return response


def _name_state(response: Response) -> None:
    """Name the state of an answer; the token of a page's forms is no part of it: it is another one every second."""
    token = g.get("csrf_token")
    if token and "ETag" not in response.headers and not response.is_streamed:
        response.set_etag(sha256(response.get_data().replace(token.encode(), b"")).hexdigest()[:32])
    else:
        response.add_etag()


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
    route = (request.url_rule or "no route") if has_request_context() else "nobody any more"
    app.logger.error("%s at %s while answering %s", type(error).__name__, place, route)
