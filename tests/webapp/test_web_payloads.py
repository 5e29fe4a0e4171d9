"""Scripts in every field: no page gains an element. `scripts/evaluate guards payloads` tries all of them everywhere."""

from __future__ import annotations

import pytest
from guards_figures import ids_of
from script_payloads import PAYLOADS, asked, filled, gained, shape
from web_people import House

PLAIN = "산시치창"
QUERIES = ("/", "/results", "/concepts/new", "/check", "/scan", "/review", "/documents", "/sign-in", "/account")


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda text: ascii(text)[:30])
def test_a_query_is_only_text(shared_house: House, payload: str) -> None:
    client, headers = shared_house.app.test_client(use_cookies=False), shared_house.program("admin")
    for path in QUERIES:
        names = ("q", "ko", "zh", "en", "type", "text", "done", "next", "left", "right", "kind", "lang")
        answers = [
            client.get(path, query_string=dict.fromkeys(names, text), headers=headers) for text in (payload, PLAIN)
        ]
        assert gained(answers[0].text) == []
        if payload.isascii() and answers[0].status_code == answers[1].status_code == 200:
            assert shape(answers[0].text).keys() == shape(answers[1].text).keys()


@pytest.mark.parametrize("payload", ['"><zqx>', "javascript:zqx()"])
def test_what_is_written_is_only_text_wherever_it_is_shown(own_house: House, payload: str) -> None:
    client, headers = own_house.app.test_client(use_cookies=False), own_house.program("admin")
    ids, read = ids_of(own_house.context), 0
    everything = [pair for pair in asked(own_house.app, payload, ids) if pair[0].endswith((" all", " path"))]
    for named, request in (*everything, *filled(client, headers, payload, ids)):
        answer = client.open(**request, headers=headers)
        assert answer.status_code < 500, named
        if answer.mimetype == "text/html":
            read += 1
            assert gained(answer.text) == [], named
    assert read > 50


BARE = [text for text in PAYLOADS if not text.startswith(("&", "\\u", "%3C", "{{", "<!--", "<\0", "<?", "]]", "<!["))]


@pytest.mark.parametrize("payload", BARE, ids=lambda text: ascii(text)[:30])
def test_a_page_that_forgets_to_escape_is_told(payload: str) -> None:
    pages = ("<p>{}</p>", '<a href="{}">x</a>', "<a title='{}'>x</a>", "<a title=`{}`>x</a>", "<a title={}>x</a>")
    inside = ("<title>{}</title>", "<textarea>{}</textarea>", "<script>{}</script>", "<style>{}</style>", "<!--{}-->")
    assert any(gained(page.replace("{}", payload)) for page in (*pages, *inside))
