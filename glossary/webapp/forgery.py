"""No other site may act through a reader's browser: a token in every form, and no writing from elsewhere.

A request that brings no cookie and does not come from another site's page cannot be forged, since there is
nothing that a browser would add to it: programs with a Bearer token, or without any on this machine, need no token.
"""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import urlsplit

from flask import Flask, request
from flask_wtf.csrf import CSRFError, CSRFProtect

from glossary.webapp.sessions import bearer

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
OURS = frozenset({"same-origin", "none"})  # Sec-Fetch-Site; none: typed by the reader
_protect = CSRFProtect()


def install(app: Flask) -> None:
    """Prepare tokens and their cookie, which has a name of its own: a browser sends all cookies to every port."""
    assert isinstance(app.secret_key, bytes)
    name = f"glossary-{sha256(app.secret_key).hexdigest()[:8]}"
    app.config.update(SESSION_COOKIE_NAME=name, SESSION_COOKIE_SAMESITE="Lax")
    app.config.update(WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None, WTF_CSRF_SSL_STRICT=False)
    _protect.init_app(app)


def check() -> None:
    """Raise CSRFError for a writing request that a page of another site may have sent."""
    if request.method in SAFE:
        return
    if _is_foreign():
        raise CSRFError("foreign origin")
    if request.headers.get("Sec-Fetch-Site") == "same-origin":
        return  # the browser's own word, which no page can forge; a token of an earlier cookie would be refused in vain
    if request.blueprint == "languagetool":
        return  # it changes nothing, and extensions of browsers cannot know a token
    if request.cookies and bearer() is None:
        _protect.protect()


def _is_foreign() -> bool:
    """Whether the browser says that a page of another site sent this; programs say nothing."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in OURS
    origin = request.headers.get("Origin")
    return origin is not None and _place(origin) != _place(request.host_url)


def _place(url: str) -> tuple[str, str | None, int | None] | None:
    """Scheme, host and port; None for what is no address."""
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return None
