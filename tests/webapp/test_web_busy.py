"""Texts are read by turns, and look-ups are answered meanwhile."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from flask.testing import FlaskClient

from glossary.errors import BusyError
from glossary.webapp import busy


def test_a_turn_comes_back() -> None:
    with ExitStack() as taken:
        for _ in range(busy.AT_ONCE):
            taken.enter_context(busy.turn())
        with pytest.raises(BusyError), busy.turn(0.01):
            pass
    with busy.turn(0.01):
        pass


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/api/v1/scan", {"json": {"text": "평자오"}}),
        ("/api/v1/check", {"json": {"text": "평자오"}}),
        ("/api/v1/normalize", {"json": {"text": "평자오"}}),
        ("/v2/check", {"data": {"text": "평자오", "language": "ko"}}),
        ("/scan", {"data": {"text": "평자오"}}),
    ],
)
def test_a_crowd_is_told_to_come_again_and_look_ups_go_on(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, address: str, sent: dict[str, object]
) -> None:
    turn = busy.turn
    monkeypatch.setattr(busy, "turn", lambda: turn(0.01))
    with ExitStack() as taken:
        for _ in range(busy.AT_ONCE):
            taken.enter_context(turn())
        answer = client.post(address, **sent)  # type: ignore[arg-type]
        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "5"
        assert client.get("/api/v1/lookup?q=허사이커지").status_code == 200
