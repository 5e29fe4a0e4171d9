"""From a failure to what the reader sees: an exit status and two lines on standard error, never a traceback."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TextIO

import click

from glossary.cli.language import Lang, language
from glossary.errors import GlossaryError

INTERRUPTED = 130
FAILED = 2


def guarded(run: Callable[[], Any], arguments: Sequence[str]) -> int:
    """Run and hand back the exit status, whatever happens; standard output is flushed by then."""
    _speak_utf8(sys.stdout)
    _speak_utf8(sys.stderr)
    try:
        status = run()
        sys.stdout.flush()
    except BaseException as error:
        return _status(error, language(arguments))
    return status if isinstance(status, int) else 0


def _status(error: BaseException, lang: Lang) -> int:
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else FAILED
    if isinstance(error, click.exceptions.Exit):
        return _flushed(error.exit_code, lang)
    if isinstance(error, KeyboardInterrupt | click.Abort):
        _drop_output()
        return INTERRUPTED
    if isinstance(error, BrokenPipeError) or getattr(error, "errno", None) == errno.EPIPE:
        _drop_output()
        return 0
    report(_coded(error, lang), lang)
    _drop_output()
    return FAILED


def _flushed(status: int, lang: Lang) -> int:
    """A help text that nothing can take is a failure like any other."""
    try:
        sys.stdout.flush()
    except OSError as error:
        return _status(error, lang)
    return status


def report(error: GlossaryError, lang: Lang) -> None:
    """Write one error to standard error in the reader's language, its code first."""
    from glossary.messages import render

    try:
        print(f"glossary: [{error.code}] {render(error.code, lang, error.params)}", file=sys.stderr, flush=True)
    except OSError:
        _drop_output()


def _coded(error: BaseException, lang: Lang) -> GlossaryError:
    if isinstance(error, GlossaryError):
        return error
    if isinstance(error, click.FileError):
        return GlossaryError("file-unreadable", path=error.ui_filename, detail=error.message)
    if isinstance(error, click.UsageError):
        from glossary.cli.usage import usage

        return usage(error, lang)
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return GlossaryError("output-full", detail=error.strerror)
    if isinstance(error, OSError):
        return GlossaryError("os-error", path=str(error.filename or "-"), detail=error.strerror or str(error))
    if isinstance(error, UnicodeEncodeError):  # bytes of a command line that are no UTF-8
        text = "".join(char if char.isprintable() else "?" for char in error.object[:40])
        return GlossaryError("text-unfit", text=text)
    if isinstance(error, MemoryError):
        return GlossaryError("out-of-memory")
    if os.environ.get("GLOSSARY_DEBUG"):
        _raise(error)
    return GlossaryError("internal", detail=f"{type(error).__name__}: {error}")


def _raise(error: BaseException) -> NoReturn:
    raise error


def _speak_utf8(stream: TextIO) -> None:
    """Names are written in UTF-8 whatever the locale; what no encoding can hold is shown escaped."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Nobody reads what is still buffered, or nothing can hold it: keep the interpreter's own flush from failing."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
