"""From where the service can be reached, and under which names."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from glossary.errors import InputError
from glossary.service.context import Context

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the service listens, by which further names readers come, and through which proxy."""

    host: str = "127.0.0.1"
    trusted: tuple[str, ...] = ()
    proxy: str = ""

    @property
    def wide(self) -> bool:
        """Whether anybody but the one at this machine may come; then everybody has to sign in.

        >>> Reach().wide, Reach("0.0.0.0").wide, Reach(trusted=("glossary.example",)).wide, Reach(proxy="::1").wide
        (False, True, True, True)
        """
        return self.host not in LOOPBACK or bool(self.trusted or self.proxy)

    @property
    def names(self) -> frozenset[str]:
        """The hosts that a request may ask for; an address for all interfaces is none.

        >>> sorted(Reach("192.0.2.7", ("Glossary.example",)).names - set(LOOPBACK))
        ['192.0.2.7', 'glossary.example']
        """
        here = () if _everywhere(self.host) else (self.host,)
        return frozenset(map(_bare, (*LOOPBACK, *here, *self.trusted)))

    @property
    def shown(self) -> str:
        """A host to open in a browser."""
        return self.trusted[0] if _everywhere(self.host) and self.trusted else self.host

    def check(self, context: Context) -> None:
        """Raise InputError where others could come in but nobody has an account, or by no name that we know.

        >>> Reach("0.0.0.0").check(None)
        Traceback (most recent call last):
        glossary.errors.InputError: trusted-host-missing: host=0.0.0.0
        """
        for name in self.trusted:
            if _bare(name) != name.lower() or not name.isascii() or not name:
                raise InputError("trusted-host-invalid", host=name)
        if not self.wide:
            return
        if _everywhere(self.host) and not self.trusted:
            raise InputError("trusted-host-missing", host=self.host)
        from glossary.service.people import accounts

        if not any(account.role == "admin" for account in accounts(context)):
            raise InputError("bind-refused", host=self.host)

    def waitress(self) -> dict[str, Any]:
        """How waitress has to take what a proxy says: from that one alone; from nobody where there is none."""
        if not self.proxy:
            return {"clear_untrusted_proxy_headers": True}
        headers = {"x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"}
        return {
            "clear_untrusted_proxy_headers": True,
            "trusted_proxy": self.proxy,
            "trusted_proxy_headers": headers,
            "trusted_proxy_count": 1,
        }


def asked(host: str) -> str | None:
    """The name in a Host header, without its port; None where it is none.

    >>> asked("[::1]:8000"), asked("Glossary.example:443"), asked("[broken")
    ('::1', 'glossary.example', None)
    """
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _bare(name: str) -> str:
    return asked(f"[{name}]" if ":" in name else name) or ""


def _everywhere(host: str) -> bool:
    try:
        return not host or ip_address(host).is_unspecified
    except ValueError:
        return False
