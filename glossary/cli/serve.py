"""`glossary serve`: the pages on this machine."""

from __future__ import annotations

import click

from glossary.cli.options import common, context


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--trusted-host", multiple=True, metavar="NAME", help="A name by which others reach it; repeatable.")
@click.option("--proxy", default="", metavar="ADDRESS", help="The proxy in front, whose X-Forwarded headers count.")
@common
@click.pass_context
def serve(ctx: click.Context, host: str, port: int, trusted_host: tuple[str, ...], proxy: str) -> None:
    """Serve the pages until interrupted; beyond this machine to those alone who have an account (`glossary user`)."""
    from importlib import import_module

    # The one place where a front end starts another: by name, so that no room below learns of the web.
    import_module("glossary.webapp").serve(context(ctx), host, port, trusted=trusted_host, proxy=proxy)
