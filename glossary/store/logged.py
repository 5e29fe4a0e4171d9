"""A session whose writes are told to the log."""

from __future__ import annotations

from collections.abc import Iterable

from glossary.model import Event
from glossary.store.events import Act, Draft, Log
from glossary.store.session import Session


class Logged(Session):
    """What the layers of the writer share: one log for each transaction."""

    _open_log: Log | None = None

    def _begun(self) -> None:
        super()._begun()
        self._open_log = None

    def _log(self, act: Act, drafts: Iterable[Draft], batch: str = "") -> list[Event]:
        if self._open_log is None:
            self._open_log = Log(self._connection)
        return self._open_log.append(act, drafts, batch)
