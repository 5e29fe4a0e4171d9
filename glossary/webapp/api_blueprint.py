"""Where the routes of the JSON interface, version 1, are hung up: each part of it in a file of its own."""

from __future__ import annotations

from flask import Blueprint

api = Blueprint("api", __name__, url_prefix="/api/v1")
