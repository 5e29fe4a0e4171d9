"""Requests that nobody means well with, the same for the same seed: any path, method, field, body and header."""

from __future__ import annotations

import ast
import inspect
import io
import json
import random
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import quote

from flask import Flask

MARK = "비밀본문칠칠"  # stands in what is sent and must stand in no log
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW")
TEXTS = (
    "", " ", "\0", "\ud800", "\udfff\ud83d", "a\0b", "\r\nX-Evil: 1", "\u202e허사이커지", "ㅎㅅㅇㅋㅈ", "허ㅅ",
    "\u1112\u1165", "허\u0300" * 50, "禾赛科技", "𠀀𠮷", "🀄" * 30, "%00", "%s%n{0}{x.__class__}", "{{7*7}}${7*7}",
    "' OR 1=1 --", "\" * NEAR(x y", "a*", "\\", "../../etc/passwd", "..\\..\\x", "C:\\x", "con", "-1", "0", "1",
    "2", "999999999999999999999999", "1e309", "NaN", "Infinity", "0x10", "²", "١٢", "1.5", "+1", "true", "null",
    "[]", "{}", "<script>alert(1)</script>", "=HYPERLINK(1)", "한" * 300, "x" * 5000, "(" * 200, "[[[[",
    "((a+)+)+$" + "a" * 40, "\ufeff", "\u2028", "\x7f\x1b[31m", "ﷺ", "ß" * 20, "İ", "\N{HANGUL FILLER}",
    "preferred", "approved", "same", "person", "csv", "json", "ko", "zh-Hans",
)  # fmt: skip
TYPES = (
    "application/json", "application/x-www-form-urlencoded", "multipart/form-data",
    "multipart/form-data; boundary=", "multipart/form-data; boundary=b", "text/plain", "application/pdf",
    "application/octet-stream", "application/json; charset=utf-16", "x", "", "text/html; charset=\"",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)  # fmt: skip
BODIES = (
    b"", b"{", b"[" * 3000, b'{"a":' * 2000, b"\xff\xfe\x00", b"null", b"1e999", b'"\\ud800"', b"--b\r\n",
    b"--b\r\nContent-Disposition: form-data\r\n\r\n",
    b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\n\r\nPK\x03\x04broken\r\n--b--\r\n',
    b"%PDF-1.4\nbroken", b"PK\x05\x06" + b"\0" * 18, b"a=%ff&b=%00&=&&;=%ZZ", b"\0" * 3000,
    b'{"text": "\xed\xa0\x80"}', b'{"text": NaN}', b'{"text": 1, "text": []}', b"\xef\xbb\xbf{}",
)  # fmt: skip
FILES = ("a.txt", "a.docx", "a.pdf", "../a.hwp", "", "a.html", "a.zip", "a" * 300)
HEADERS = {
    "If-Match": ('"1"', "1", "*", '"x"', 'W/"1"', '"999999999999999999999"', '"', '"1", "2"'),
    "If-None-Match": ("*", '"x"', '"'),
    "If-Modified-Since": ("x", "Thu, 01 Jan 1970 00:00:00 GMT"),
    "Range": ("bytes=0-0", "bytes=-1", "bytes=9999999-", "bytes=5-1", "x"),
    "Accept": ("application/json", "text/csv", "*/*;q=x", "\xff"),
    "Accept-Language": ("xx", "zh-CN,zh;q=0.9", ";" * 100),
    "Cookie": ("lang=xx; theme=<b>", "lang=en; lang=zh", "\xff=\xff", ";;;", "lang=" + "x" * 4000),
    "Sec-Fetch-Mode": ("cors", "navigate", "x"),
    "Sec-Fetch-Site": ("cross-site", "same-origin"),
    "Origin": ("null", "http://localhost", "x"),
    "X-Requested-With": ("XMLHttpRequest",),
    "Referer": ("http://evil.example", "x", "//"),
    "Host": ("localhost", "evil.example", "", "[::1", "a b"),
    "X-Forwarded-For": ("1.2.3.4",),
    "X-HTTP-Method-Override": ("DELETE",),
    "Authorization": ("Basic x", "Bearer", "Bearer \xff"),
    "Transfer-Encoding": ("chunked",),
    "Content-Length": ("-1", "x", "99999999999"),
    "X-CSRFToken": ("x", "\xff"),
}


def hostile(app: Flask, seed: int, count: int, ids: tuple[str, ...] = ()) -> Iterator[dict[str, Any]]:
    """So many requests as arguments of a test client's `open`; `ids` are such as exist, so that some go deep."""
    dice = random.Random(seed)
    rules = sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint))
    for _ in range(count):
        rule = dice.choice(rules)
        known = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        method = dice.choice(known) if dice.random() < 0.85 else dice.choice(METHODS)
        names = fields(app, rule.endpoint)
        yield {
            "path": _path(dice, rule.rule, ids),
            "method": method,
            "query_string": _query(dice, names, ids) if dice.random() < 0.5 else None,
            "headers": _headers(dice),
            **(
                {}
                if method in ("GET", "HEAD") and dice.random() < 0.9
                else _body(dice, fields(app, rule.endpoint), ids)
            ),
        }


def fields(app: Flask, endpoint: str) -> tuple[str, ...]:
    """Names that the module of a view may ask a request for."""
    return _words(inspect.getmodule(inspect.unwrap(app.view_functions[endpoint])))


@cache
def _words(module: Any) -> tuple[str, ...]:
    """Short words that stand in quotes in a module."""
    tree = ast.parse(inspect.getsource(module))
    found = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return tuple(sorted(word for word in found if re.fullmatch(r"[a-z][a-z_-]{0,19}", word))) or ("q",)


def _text(dice: random.Random, ids: tuple[str, ...] = ()) -> str:
    if ids and dice.random() < 0.3:
        return dice.choice(ids)
    made = dice.choice(TEXTS)
    if dice.random() < 0.2:
        made += dice.choice(TEXTS)
    return made + MARK if dice.random() < 0.3 else made


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


def _path(dice: random.Random, rule: str, ids: tuple[str, ...]) -> str:
    if dice.random() < 0.05:
        return "/" + "/".join(_quoted(_text(dice)[:300]) for _ in range(dice.randrange(4)))
    number = dice.random() < 0.8
    filled = re.sub(r"<int:\w+>", lambda _: str(dice.randrange(5)) if number else _quoted(_text(dice)[:300]), rule)
    return re.sub(r"<[^>]+>", lambda _: _quoted(_text(dice, ids * 3)[:300]), filled)


def _pairs(dice: random.Random, names: tuple[str, ...], ids: tuple[str, ...]) -> list[tuple[str, str]]:
    """Fields whose names are mostly such as the view asks for."""
    chosen = [dice.choice(names) if dice.random() < 0.9 else _text(dice)[:50] for _ in range(dice.randrange(1, 9))]
    return [(name, _text(dice, ids)) for name in chosen]


def _query(dice: random.Random, names: tuple[str, ...], ids: tuple[str, ...]) -> str:
    query = "&".join(f"{_quoted(name)}={_quoted(value[:400])}" for name, value in _pairs(dice, names, ids))
    return query if dice.random() < 0.9 else query + dice.choice(("&%ff=%ff", "&&&", "=%zz", "&q=%00"))


def _headers(dice: random.Random) -> dict[str, str]:
    chosen = dice.sample(sorted(HEADERS), dice.randrange(1, 3)) if dice.random() < 0.3 else []
    return {name: dice.choice(HEADERS[name]) for name in chosen}


def _body(dice: random.Random, names: tuple[str, ...], ids: tuple[str, ...]) -> dict[str, Any]:
    kind = dice.random()
    pairs = _pairs(dice, names, ids)
    if kind < 0.45:
        data = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in pairs)
        return {"data": data.encode(), "content_type": "application/x-www-form-urlencoded"}
    if kind < 0.7:
        body = json.dumps({name: _value(dice, value, 0) for name, value in pairs})
        return {"data": body.encode(), "content_type": "application/json"}
    if kind < 0.8:
        return {"data": _parts(dice, pairs), "content_type": "multipart/form-data; boundary=b"}
    return {"data": dice.choice(BODIES), "content_type": dice.choice(TYPES)}


def _value(dice: random.Random, text: str, depth: int) -> Any:
    kind = dice.random()
    if kind < 0.5 or depth > 3:
        return text
    if kind < 0.7:
        return dice.choice((None, True, -1, 0, 1, 2**70, 1.5, float("nan"), float("inf"), "", [], {}))
    if kind < 0.85:
        return [_value(dice, _text(dice), depth + 1) for _ in range(dice.randrange(4))]
    names = ("text", "language", "status", "ko", "zh", "id", "type", "left", "right")
    return {dice.choice(names): _value(dice, _text(dice), depth + 1) for _ in range(dice.randrange(3))}


def _parts(dice: random.Random, pairs: list[tuple[str, str]]) -> bytes:
    body = io.BytesIO()
    for name, value in pairs:
        file = dice.random() < 0.4
        named = (
            f'; filename="{dice.choice(("a.txt", "a.docx", "a.pdf", "../a.hwp", "", "a.html", "a" * 300))}"'
            if file
            else ""
        )
        head = f'--b\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
        body.write(head.encode("utf-8", "surrogatepass"))
        body.write(dice.choice(BODIES) if file else value.encode("utf-8", "surrogatepass"))
        body.write(b"\r\n")
    return body.getvalue() + (b"--b--\r\n" if dice.random() < 0.9 else b"")
