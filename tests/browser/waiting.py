"""Waiting for what a page is about to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

T = TypeVar("T")


def until(browser: Chrome, condition: Callable[[], T]) -> T:
    """The first value of a condition that is true; fails after ten seconds."""
    waiting = WebDriverWait(browser, 10, 0.02, ignored_exceptions=(StaleElementReferenceException,))
    return waiting.until(lambda _: condition())


def all_of(browser: Chrome, selector: str) -> list[WebElement]:
    """All elements that a selector finds now."""
    return browser.find_elements(By.CSS_SELECTOR, selector)


def one(browser: Chrome, selector: str, *, within: str = "") -> WebElement:
    """The element that a selector finds now."""
    return browser.find_element(By.CSS_SELECTOR, f"{within} {selector}".strip())


def texts(browser: Chrome, selector: str) -> list[str]:
    """The texts of all elements that a selector finds now."""
    return [element.text for element in all_of(browser, selector)]


def focused(browser: Chrome) -> WebElement:
    """The element that has the keyboard."""
    return browser.switch_to.active_element
