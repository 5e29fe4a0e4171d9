"""The main menu leads nowhere that refuses its reader."""

from __future__ import annotations

import pytest
from web_people import House

from glossary.model.people import ROLES, Role


@pytest.mark.parametrize("role", ROLES)
def test_nobody_is_led_to_a_page_that_refuses(shared_house: House, role: Role) -> None:
    browser = shared_house.browser(role)
    page = browser.get("/").get_data(as_text=True)
    for path in ("/scan", "/check", "/review", "/documents", "/normalize"):
        assert (f'href="{path}"' in page) == (browser.get(path).status_code == 200), path
