"""Hold docs/cli.md to what `--help` says: cli_docs.py [--write]"""

from __future__ import annotations

import sys
from pathlib import Path

import click

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
HEAD = """# Command line

Made from `glossary --help` by `scripts/check --write-docs`; `scripts/check` fails when it is stale.
Exit status: 0 done; 1 a check found something; 2 it could not be done; 130 interrupted.
"""


def pages(command: click.Command, name: str, parent: click.Context | None = None) -> list[str]:
    """The help of a command and of all below it, each as one section."""
    ctx = click.Context(command, info_name=name, parent=parent, terminal_width=100, max_content_width=100)
    said = [f"## {ctx.command_path}\n\n```text\n{command.get_help(ctx)}\n```\n"]
    if isinstance(command, click.Group):
        for child in command.list_commands(ctx):
            found = command.get_command(ctx, child)
            if found is not None:
                said += pages(found, child, ctx)
    return said


def main(write: bool) -> int:
    """Write the page, or tell whether it is in step."""
    from glossary.cli.main import root

    text = "\n".join([HEAD, *pages(root, "glossary")])
    if write:
        DOCS.write_text(text, encoding="utf-8")
    elif not DOCS.is_file() or DOCS.read_text(encoding="utf-8") != text:
        print("docs/cli.md is not what --help says: run scripts/check --write-docs", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv[1:]))
