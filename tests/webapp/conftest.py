from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from web_fakes import FakeDesk
from web_people import House, house, quick_passwords

from glossary.webapp.app import create_app


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def client(desk: FakeDesk) -> FlaskClient:
    return create_app(None, desk=desk).test_client()


@pytest.fixture(scope="package", autouse=True)
def _quick() -> Iterator[None]:
    with quick_passwords():
        yield


@pytest.fixture(scope="package")
def shared_house(_quick: None, tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house that tests leave as it is."""
    return house(tmp_path_factory.mktemp("house"))


@pytest.fixture
def own_house(tmp_path: Path) -> House:
    """A house for this test alone."""
    return house(tmp_path)
