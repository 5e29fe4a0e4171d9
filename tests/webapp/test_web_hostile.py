"""Requests that nobody means well with: always an answer, never a failure, no trace, no text in the log."""

from __future__ import annotations

import logging

import pytest
from guards_figures import TRACE, ids_of, unfit
from hostile_requests import MARK, hostile
from web_people import House

SEEDS = range(4)
EACH = 100


@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile:ResourceWarning")  # werkzeug's, of a body that breaks off
@pytest.mark.parametrize("seed", SEEDS)
def test_hostile_requests_are_answered(own_house: House, seed: int, caplog: pytest.LogCaptureFixture) -> None:
    app = own_house.app
    client = app.test_client(use_cookies=False)
    with caplog.at_level(logging.DEBUG):
        for asked in hostile(app, seed, EACH, ids_of(own_house.context)):
            headers = {**own_house.program("admin"), **asked.pop("headers")}
            answer = client.open(**asked, headers=headers)
            assert unfit(answer) == "", f"{asked['method']} {asked['path']}"
    assert MARK not in caplog.text
    assert not TRACE.search(caplog.text)
