"""Reports: each form holds every finding, hostile texts do no harm, and what is silenced says why."""

from __future__ import annotations

import gzip
import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from glossary.edit import change_set
from glossary.errors import InputError
from glossary.messages import Lang
from glossary.model import Document, Finding, Ignore, Location
from glossary.service.check import Checked, _compared, at_least, only, read_baseline
from glossary.service.fix import difference
from glossary.service.reports import FORMATS, report
from glossary.service.silence import Silenced, matches, part

HOSTILE = "평자오<script>alert('1')</script>, 100%\n평자오]]>"
PARAMS = (("text", "평자오"), ("preferred", "펑자오"), ("here", 2), ("there", 1), ("before", 0), ("since", ""))


def _finding(start: int = 0, line: int = 1, **more: object) -> Finding:
    values: dict[str, object] = {
        "rule": "variant-spelling", "severity": "warning", "start": start, "end": start + 3, "text": "평자오",
        "message": "variant-spelling", "params": PARAMS, "suggestions": ("펑자오",), "fixable": True, "concept": "c1",
        "fingerprint": "f1", "line": line, "column": 1, "end_line": line, "end_column": 4,
    }  # fmt: skip
    return Finding(**{**values, **more})  # type: ignore[arg-type]


def _checked(**more: object) -> Checked:
    doc = Document("260.txt", HOSTILE)
    second = HOSTILE.rindex("평자오")
    found = (_finding(), _finding(second, 2, text='<b>"', severity="info", location=Location(2, 3, "0:B2")))
    return Checked(doc, "호, 260:.txt", found, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["ko", "en", "zh"])
def test_every_form_tells_every_finding(form: str, lang: str) -> None:
    said = report(form, [_checked()], lang)  # type: ignore[arg-type]
    assert said.count("variant-spelling") >= 2
    assert "펑자오" in said


def test_text_is_grepable() -> None:
    first, second = report("text", [_checked()], "ko").splitlines()
    assert re.match(r"호, 260:\.txt:1:1: warning variant-spelling: ‘평자오’ → ‘펑자오’ ", first)
    assert second.endswith("[p. 2 ¶ 3 cell 0:B2]")


def test_json_has_the_contract_s_keys() -> None:
    first, second = json.loads(report("json", [_checked()], "en"))
    keys = "file line column end_line end_column start end location rule severity message text suggestions fixable"
    assert list(first) == [*keys.split(), "concept", "evidence", "fingerprint"]
    assert second["location"] == {"page": 2, "paragraph": 3, "cell": "0:B2"}
    assert json.loads(report("json", [], "en")) == []


def test_sarif_tells_what_is_silenced_and_what_is_new() -> None:
    one = _checked(silenced=(Silenced(_finding(), "인용", "inSource"),), known=(_finding(),), compared=True)
    (run,) = json.loads(report("sarif", [one], "ko"))["runs"]
    assert [item["baselineState"] for item in run["results"]] == ["new", "new", "unchanged", "new"]
    assert run["results"][3]["suppressions"][0]["justification"] == "인용"
    assert {item["ruleId"] for item in run["results"]} <= {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert run["columnKind"] == "unicodeCodePoints"
    assert all(item["partialFingerprints"] for item in run["results"])


@pytest.mark.parametrize("lang", ["ko", "en", "zh"])
def test_sarif_is_what_its_schema_asks_for(lang: Lang) -> None:
    """The schema is that of OASIS as Microsoft's jest-sarif ships it (MIT), its descriptions taken out."""
    packed = Path(__file__).with_name("sarif-2.1.0.schema.json.gz").read_bytes()
    schema = json.loads(gzip.decompress(packed))
    one = _checked(silenced=(Silenced(_finding(), "인용", "inSource"),), known=(_finding(),), compared=True)
    found = json.loads(report("sarif", [one, _checked()], lang))
    jsonschema.Draft4Validator(schema).validate(found)
    found["runs"][0]["results"][0]["level"] = "loud"  # the schema does look
    assert not jsonschema.Draft4Validator(schema).is_valid(found)


def test_junit_is_well_formed() -> None:
    root = ElementTree.fromstring(
        report("junit", [_checked(silenced=(Silenced(_finding(), "a\0b", "external"),))], "ko")
    )
    (suite,) = root
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "1")


def test_github_escapes_its_properties() -> None:
    line = report("github", [_checked()], "ko").splitlines()[0]
    assert line.startswith("::warning file=호%2C 260%3A.txt,line=1,")


def test_html_holds_no_script_and_loads_nothing() -> None:
    page = report("html", [_checked()], "ko")
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert page.count("<mark") == 2
    assert "&lt;script&gt;" in page


def test_a_baseline_answers_for_each_finding_once(tmp_path: Path) -> None:
    path = tmp_path / "before.json"
    path.write_text(json.dumps([{"fingerprint": "f1"}]), encoding="utf-8")
    compared = _compared(_checked(), read_baseline(path))
    assert (len(compared.findings), len(compared.known)) == (1, 1)
    assert _compared(_checked(), None) == _checked()
    path.write_text("{}3", encoding="utf-8")
    with pytest.raises(InputError, match="baseline-invalid"):
        read_baseline(path)


def test_levels() -> None:
    assert [f.severity for f in at_least(_checked().findings, "warning")] == ["warning"]
    assert len(only(_checked(), "info").findings) == 2
    assert Counter(f.severity for f in only(_checked(), "error").findings) == {}


@pytest.mark.parametrize(
    ("ignore", "agrees"),
    [
        (Ignore(1, rule="variant-spelling"), True),
        (Ignore(1, rule="particle"), False),
        (Ignore(1, concept="c1", document="260.txt"), True),
        (Ignore(1, concept="c1", document="261.txt"), False),
        (Ignore(1, text="평 자오"), True),
        (Ignore(1, fingerprint="f2"), False),
        (Ignore(1), False),
    ],
)
def test_ignores_need_all_that_they_name(ignore: Ignore, agrees: bool) -> None:
    assert matches(ignore, _finding(), "260.txt") is agrees


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("평자오 <!-- glossary-ignore variant-spelling: 인용 -->", 1, "인용"),
        ("<!-- glossary-ignore all: 옛글 -->\n\n평자오", 3, "옛글"),
        ("<!-- glossary-ignore particle, variant-spelling: 인용 -->\n평자오", 2, "인용"),
        ("평자오 <!-- glossary-ignore particle: 인용 -->", 1, ""),
        ("평자오 <!-- glossary-ignore variant-spelling: -->", 1, ""),
    ],
)
def test_comments_silence_their_line_or_the_next(text: str, line: int, reason: str) -> None:
    _, silenced = part(Document("a", text), [_finding(text.index("평자오"), line)], ())
    assert [item.reason for item in silenced] == ([reason] if reason else [])


def test_the_difference_is_a_patch() -> None:
    one = _checked()
    shown = difference(one, change_set(one.doc.text, one.findings))
    assert "-평자오<script>" in shown
    assert "+펑자오<script>" in shown
