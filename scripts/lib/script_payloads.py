"""Scripts put into every field of every form, query and path: no page may gain an element, an attribute or an address.

Every payload carries `zqx` as a tag, an attribute or in an address, so that whatever page shows it later is told too.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from flask import Flask
from hostile_requests import fields
from parsed import Element, elements

PAYLOADS = (
    "<zqx>", "<script>zqx()</script>", "<script src=//zqx.example></script>", "<img src=zqx onerror=zqx()>",
    "<svg/onload=zqx()>", "\"><zqx>", "'><zqx>", "\" onfocus=zqx() autofocus x=\"", "' onmouseover='zqx()",
    "` onclick=zqx() `", "</title><zqx>", "</textarea><zqx>", "</option></select><zqx>", "</script><zqx>",
    "</style><zqx>", "--><zqx>", "<!--<zqx>", "]]><zqx>", "<![CDATA[<zqx>]]>", "<?zqx ?><zqx>",
    "javascript:zqx()", "JaVaScRiPt:zqx()", "java\tscript:zqx()", "\x01javascript:zqx()",
    "data:text/html,<zqx>", "vbscript:zqx()", "//zqx.example/", "&lt;zqx&gt;", "&#60;zqx&#62;",
    "\\u003czqx\\u003e", "%3Czqx%3E", "{{zqx}}<zqx>", "{% raw %}<zqx>{% endraw %}", "{zqx}<zqx>", "<zqx\n>",
    "<\0zqx>", "<a href=javascript:zqx()>", "<form action=//zqx.example><input name=zqx>",
    "<iframe srcdoc='<zqx>'>", "<math><mtext><zqx></mtext></math>", "<base href=//zqx.example/>",
    "허\"><zqx>사이커지(禾\"><zqx>赛)",
)  # fmt: skip
ADDRESSES = frozenset({"href", "src", "action", "formaction", "srcdoc", "style", "data", "poster", "srcset", "content"})
LEADS = re.compile(
    r"^[\x00-\x20]*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data|https?)\s*:|^\s*[/\\]{2}", re.I
)
TURNS = 20  # payloads until every word that a view may ask for has been tried alone
ENDS = ("/delete", "/forget", "/merge", "/split")  # what would leave nothing to look at


def gained(page: str) -> list[str]:
    """What of a payload has become part of a page: elements, attributes, addresses that lead elsewhere."""
    return [f"<{one.tag}> {sorted(one.attrs)}" for one in elements(page) if _is_foreign(one)]


def _is_foreign(one: Element) -> bool:
    if "zqx" in one.tag or (one.tag in ("script", "style") and "zqx" in one.text):
        return True
    for name, value in one.attrs.items():
        if "zqx" in name or name.startswith("on"):
            return True
        if name in ADDRESSES and one.tag != "input" and LEADS.match(value or "") and "zqx" in (value or ""):
            return True
    return False


def shape(page: str) -> Counter[tuple[str, tuple[str, ...]]]:
    """The elements of a page with the names of their attributes."""
    return Counter((one.tag, tuple(sorted(one.attrs))) for one in elements(page))


def asked(app: Flask, payload: str, ids: tuple[str, ...], turn: int = 0) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every route with the payload in its path, in all fields that it may ask for, and in some of them alone."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint)):
        path = re.sub(r"<int:\w+>", "1", rule.rule)
        known, odd = (re.sub(r"<[^>]+>", quote(one, safe=""), path) for one in (ids[0], payload))
        names = fields(app, rule.endpoint)
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield f"{method} {rule.rule} path", {"path": odd, "method": method}
            if rule.rule.endswith(ENDS):
                continue
            key = "query_string" if method == "GET" else "data"
            for name in names[turn % TURNS :: TURNS]:
                yield f"{method} {rule.rule} {name}", {"path": known, "method": method, key: {name: payload}}
            yield f"{method} {rule.rule} all", {"path": known, "method": method, key: dict.fromkeys(names, payload)}


def forms(page: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """The forms of a page: method, address and the values of the fields as they stand."""
    for part in re.findall(r"<form\b.*?</form>", page, re.S):
        form = elements(part, "form")[0]
        values = {
            str(one.attrs["name"]): one.attrs.get("value") or one.text.strip() or "x"
            for one in elements(part)
            if one.tag in ("input", "textarea", "select", "button") and one.attrs.get("name")
        }
        yield (form.attrs.get("method") or "get").upper(), form.attrs.get("action") or "", values


def run_payloads(payloads: tuple[str, ...] = PAYLOADS) -> bool:
    """All payloads everywhere; whether any page has gained anything."""
    from guards_figures import ids_of
    from web_people import house, quick_passwords

    pages = sent = 0
    wrong: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, quick_passwords():
        place = house(Path(folder))
        client, headers = place.app.test_client(use_cookies=False), place.program("admin")
        ids = ids_of(place.context)
        for turn, payload in enumerate(payloads):
            for named, request in (*asked(place.app, payload, ids, turn), *filled(client, headers, payload, ids)):
                answer = client.open(**request, headers=headers)
                sent += 1
                if answer.mimetype == "text/html":
                    pages += 1
                    for what in gained(answer.text):
                        wrong[f"{named}: {what}"] += 1
                elif answer.status_code >= 500:
                    wrong[f"{named}: status {answer.status_code}"] += 1
    print(f"payloads: {len(payloads)} in {sent} requests, {pages} pages read, {sum(wrong.values())} gained something")
    for line, times in wrong.most_common(20):
        print(f"  {times} x {line}")
    return bool(wrong)


SHOWN = (
    "/", "/?q=zqx", "/concepts/{id}", "/concepts/{id}/history", "/concepts/new", "/documents", "/documents/{document}",
    "/check", "/scan", "/review", "/review/names", "/normalize", "/people", "/account", "/sign-in",
)  # fmt: skip


def filled(
    client: Any, headers: dict[str, str], payload: str, ids: tuple[str, ...]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every form of every page as it stands, but for one field; then the pages again, with what has been stored."""
    paths = [path.format(id=ids[0], document=ids[-3]) for path in SHOWN]
    for path in paths:
        for method, action, values in forms(client.get(path, headers=headers).text):
            key = "query_string" if method == "GET" else "data"
            for name in values:
                if name != "csrf_token" and not action.endswith(("/remove", "/role", "/password", "/revoke", *ENDS)):
                    changed = {**values, name: payload}
                    yield f"form {path} {action} {name}", {"path": action or path, "method": method, key: changed}
    for path in paths:
        yield f"again {path}", {"path": path, "method": "GET"}
