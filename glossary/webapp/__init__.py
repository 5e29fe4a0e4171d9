"""The pages and the JSON interface: a Flask application over the use cases, with no rule of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.service.context import Context


def serve(
    context: Context,
    host: str,
    port: int,
    open_browser: bool = False,
    *,
    trusted: Sequence[str] = (),
    proxy: str = "",
) -> None:
    """Serve the pages until interrupted; Flask and waitress load only now."""
    from glossary.webapp import server
    from glossary.webapp.reach import Reach

    server.serve(context, Reach(host, tuple(trusted), proxy), port, open_browser)
