from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from web_fakes import FakeDesk

from glossary.webapp.app import create_app


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def client(desk: FakeDesk) -> FlaskClient:
    return create_app(None, desk=desk).test_client()
