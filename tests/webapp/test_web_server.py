"""The server process: where it listens, what it says, how it ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from glossary.errors import InputError, NotFoundError
from glossary.service.context import open_context
from glossary.webapp import serve

CODE = "import sys; from pathlib import Path; from glossary.service.context import open_context; \
from glossary.webapp import serve; serve(open_context(Path(sys.argv[1])), '127.0.0.1', 0)"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.db"
    with open_context(path).writer():
        pass
    return path


@pytest.mark.parametrize(
    ("host", "trusted", "proxy", "code"),
    [
        ("192.168.0.1", (), "", "bind-refused"),
        ("example.org", (), "", "bind-refused"),
        ("0.0.0.0", ("example.org",), "", "bind-refused"),
        ("127.0.0.1", ("example.org",), "", "bind-refused"),
        ("127.0.0.1", (), "127.0.0.1", "bind-refused"),
        ("0.0.0.0", (), "", "trusted-host-missing"),
        ("::", (), "", "trusted-host-missing"),
        ("", (), "", "trusted-host-missing"),
        ("127.0.0.1", ("http://example.org",), "", "trusted-host-invalid"),
        ("127.0.0.1", ("example.org:80",), "", "trusted-host-invalid"),
        ("127.0.0.1", ("",), "", "trusted-host-invalid"),
    ],
)
def test_nobody_is_let_in_without_accounts(
    db: Path, host: str, trusted: tuple[str, ...], proxy: str, code: str
) -> None:
    with pytest.raises(InputError) as caught:
        serve(open_context(db), host, 0, trusted=trusted, proxy=proxy)
    assert caught.value.code == code


def test_a_taken_port_is_told(db: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(InputError) as caught:
        serve(open_context(db), "127.0.0.1", other.getsockname()[1])
    assert caught.value.code == "port-taken"


def test_a_missing_database_is_told_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as caught:
        serve(open_context(tmp_path / "none.db"), "127.0.0.1", 0)
    assert caught.value.code == "db-missing"
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_its_address_answers_and_ends_cleanly(db: Path, end: signal.Signals) -> None:
    command = [sys.executable, "-c", CODE, str(db)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        with urlopen(f"{address}healthz", timeout=10) as answer:
            assert answer.status == 200
            assert "Server" not in answer.headers
        process.send_signal(end)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert (out, err) == ("", "")
