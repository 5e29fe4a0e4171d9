"""The `glossary` command: a group that imports a command's module only when that command is called."""

from __future__ import annotations

import os
import sys
from keyword import iskeyword
from typing import NoReturn

import click

from glossary.cli import options
from glossary.cli.failure import guarded

COMMANDS = {
    "backup": "Copy the glossary to a new file while others use it, and verify the copy.",
    "build": "Read documents, extract names, link and store them.",
    "check": "Find slips in documents before they are printed, and fix them.",
    "edit": "Add or change a concept, merge two, split one.",
    "evaluate": "Measure extraction or readings against gold.",
    "export": "Write the glossary, or one document's names, to a file.",
    "extract": "List the names of a text that stand with their hanzi.",
    "history": "Show who changed a concept, when, why and how.",
    "ignore": "List what is silenced, silence more, take it back.",
    "import": "Bring a file or a pack that ships into the glossary.",
    "lookup": "Find a name by any of its spellings, readings or hanzi.",
    "normalize": "Write copies of documents with every sure fix, beside the originals.",
    "policy": "Print the policy in force, with where each value comes from.",
    "restore": "Bring a backup back, once it has been verified.",
    "review": "Answer which names are one, those first that stand in most text.",
    "scan": "List every name in a Korean or a Chinese text, in both languages.",
    "serve": "Serve the pages on this machine.",
    "transliterate": "Write hanzi names in Hangul, by the official norm and in Sino-Korean.",
    "undo": "Take an edit back, or bring a version of a concept back.",
    "user": "Say who may use the pages, and with which tokens programs do.",
    "verify": "Tell whether the database is whole: pages, references, history, index.",
}


class LazyGroup(click.Group):
    """A group whose `--help` loads no command."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = getattr(import_module(f"glossary.cli.{name}"), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from their names and one-line descriptions alone."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ko-zh-glossary", prog_name="glossary", message="%(prog)s %(version)s")
@options.common
def root() -> None:
    """Bilingual Korean-Chinese glossary of names: build it from documents, look names up, serve it.

    The database is --db FILE, else $GLOSSARY_DB, else glossary.db in the current folder.
    """


def main(argv: list[str] | None = None) -> NoReturn:
    """Run the command line and leave with the status that the outcome deserves."""
    arguments = sys.argv[1:] if argv is None else argv
    if "_GLOSSARY_COMPLETE" in os.environ:
        root.main(args=arguments, prog_name="glossary")
    raise SystemExit(guarded(lambda: _run(arguments), arguments))


def _run(arguments: list[str]) -> object:
    """Without click's own handling of interrupts, closed pipes and errors: failure.py speaks for all of them."""
    with root.make_context("glossary", list(arguments) or ["--help"]) as ctx:
        return root.invoke(ctx)
