"""How others link mentions: each as its manual shows it, told the same as ours (spelling, hanzi, type, document).

Deletion and cdist give one answer for one spelling; splink and dedupe see the document as a field of the record.
dedupe is told the true answers of 400 pairs to learn from, and splink's threshold is the best of five by the truth:
whoever uses them would have to find both by hand.
"""

from __future__ import annotations

import io
import random
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from pairwise import pairwise

LIKE = 0.85  # normalized Levenshtein over jamo from which two spellings are one: the best of 0.75, 0.8, 0.85, 0.9
SURE = (0.05, 0.2, 0.5, 0.9, 0.99)  # match probabilities from which splink's pairs may be one
Answers = Sequence[int]  # whom each mention means: for those that must be told


class Row(NamedTuple):
    """A mention as linking meets it."""

    document: int
    ko: str
    zh: str
    type: str


class Sets:
    """Union-find over names, in which two hanzi never become one."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}
        self.zh: dict[str, str] = {}

    def root(self, name: str) -> str:
        """The set that a name is in."""
        self.parent.setdefault(name, name)
        while self.parent[name] != name:
            self.parent[name] = self.parent[self.parent[name]]
            name = self.parent[name]
        return name

    def join(self, one: str, other: str) -> None:
        """Make two sets one unless both have hanzi."""
        one, other = self.root(one), self.root(other)
        if one != other and not (self.zh.get(one) and self.zh.get(other)):
            self.zh[one] = self.zh.get(one) or self.zh.get(other) or ""
            self.parent[other] = one


def jamo(text: str) -> str:
    """A spelling taken apart, without blanks."""
    return unicodedata.normalize("NFD", text.replace(" ", ""))


def by_name(rows: Sequence[Row], likeness: Callable[[list[str], Sets], None]) -> list[int]:
    """Hanzi are one by themselves; spellings go to the hanzi that they stand with most, then by likeness."""
    sets = Sets()
    stands: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        if row.zh:
            sets.zh["z:" + row.zh] = row.zh
            stands[row.ko.replace(" ", "")][row.zh] += 1
    for ko, hanzi in stands.items():
        sets.join("z:" + max(hanzi, key=lambda zh: (hanzi[zh], zh)), ko)
    likeness(sorted({row.ko.replace(" ", "") for row in rows}), sets)
    numbers: dict[str, int] = {}
    names = (sets.root("z:" + row.zh if row.zh else row.ko.replace(" ", "")) for row in rows)
    return [numbers.setdefault(name, len(numbers)) for name in names]


def cdist(rows: Sequence[Row], _: Answers) -> list[int]:
    """Every spelling against every other, and union-find."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist as distances

    def likeness(forms: list[str], sets: Sets) -> None:
        apart = [jamo(form) for form in forms]
        for start in range(0, len(forms), 500):
            scores = distances(
                apart[start : start + 500], apart, scorer=Levenshtein.normalized_similarity, score_cutoff=LIKE
            )
            for one, other in zip(*scores.nonzero(), strict=True):
                if start + one < other:
                    sets.join(forms[start + one], forms[other])

    return by_name(rows, likeness)


def deletion(rows: Sequence[Row], _: Answers) -> list[int]:
    """Spellings that are one when a jamo is left out of each, and union-find."""

    def likeness(forms: list[str], sets: Sets) -> None:
        first: dict[str, str] = {}
        for form in forms:
            letters = jamo(form)
            for key in {letters, *(letters[:at] + letters[at + 1 :] for at in range(len(letters)))}:
                sets.join(first.setdefault(key, form), form)

    return by_name(rows, likeness)


def splink(rows: Sequence[Row], answers: Answers) -> list[int]:
    """Fellegi-Sunter on DuckDB, trained by expectation maximisation as its tutorial does."""
    import pandas
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    columns = {"unique_id": range(len(rows)), "ko": [jamo(row.ko) for row in rows]}
    frame = pandas.DataFrame({**columns, "zh": [row.zh or None for row in rows], "type": [row.type for row in rows]})
    frame["document"] = [str(row.document) for row in rows]
    frame["head"] = frame["ko"].str[:4]
    comparisons = [cl.LevenshteinAtThresholds("ko", [1, 2, 3]), *map(cl.ExactMatch, ("zh", "type", "document"))]
    blocks = [block_on("zh"), block_on("ko"), block_on("head", "type")]
    settings = SettingsCreator("dedupe_only", blocking_rules_to_generate_predictions=blocks, comparisons=comparisons)
    linker = Linker(frame, settings, DuckDBAPI(), set_up_basic_logging=False)
    linker.training.estimate_probability_two_random_records_match([block_on("zh")], recall=0.1)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("ko"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("zh"))
    pairs = linker.inference.predict(threshold_match_probability=min(SURE))
    clusterings = []
    for sure in SURE:
        table = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, sure).as_pandas_dataframe()
        clusterings.append([int(number) for number in table.sort_values("unique_id")["cluster_id"]])
    return max(clusterings, key=lambda found: pairwise(found, answers)[2])


def dedupe(rows: Sequence[Row], answers: Answers) -> list[int]:
    """Active learning, with the true answers of 400 pairs told beforehand."""
    import dedupe as library
    from dedupe.serializer import write_training

    fields = [library.variables.String("ko"), library.variables.Exact("zh", has_missing=True)]
    fields += [library.variables.Exact("type"), library.variables.Exact("document")]
    data = {number: _record(row) for number, row in enumerate(rows)}
    linker = library.Dedupe(fields, num_cores=1)
    told = io.StringIO()
    write_training(_labels(data, answers), told)
    told.seek(0)
    linker.prepare_training(data, training_file=told, sample_size=2_000)
    linker.train()
    numbers = [0] * len(rows)
    for number, (members, _) in enumerate(linker.partition(data, threshold=0.5)):
        for member in members:
            numbers[member] = number
    return numbers


def _record(row: Row) -> dict[str, Any]:
    return {"ko": jamo(row.ko), "zh": row.zh or None, "type": row.type, "document": str(row.document)}


def _labels(data: dict[int, dict[str, Any]], answers: Answers) -> Any:
    """200 pairs of one bearer and 200 of two."""
    dice = random.Random(1)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number, bearer in enumerate(answers):
        groups[bearer].append(number)
    several = [group for group in groups.values() if len(group) > 1]
    same = [dice.sample(dice.choice(several), 2) for _ in range(200)]
    apart = [[dice.choice(one), dice.choice(other)] for one, other in (dice.sample(several, 2) for _ in range(200))]
    kinds = (("match", same), ("distinct", apart))
    return {name: [(data[one], data[other]) for one, other in pairs] for name, pairs in kinds}


PEERS: dict[str, Callable[[Sequence[Row], Answers], list[int]]] = {
    "cdist": cdist,
    "deletion": deletion,
    "splink": splink,
    "dedupe": dedupe,
}
