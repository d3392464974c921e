"""What a folder of articles looks like today, counted: what `medlint init` bases its proposal on."""

from __future__ import annotations

import os
import re
from collections import Counter

from medlint.finding import SEVERITIES
from medlint.lazy import lazy
from medlint.record import Record
from medlint.runner import Request, Run

FIELDS = {
    "author": "missing-author",
    "reviewer": "missing-reviewer",
    "published": "missing-published-date",
    "reviewed": "missing-review-date",
    "disclaimer": "missing-disclaimer",
    "sources": "no-sources",
}
"""The fields that a site's template may supply, and the rule that misses each."""

TYPES = {
    "news": lazy(r"news|press(?:-releases?)?|announcements?", re.I),
    "recipe": lazy(r"recipes?", re.I),
    "legal": lazy(r"legal|privacy(?:-policy)?|terms(?:-of-(?:use|service))?|disclaimers?|cookies?(?:-policy)?", re.I),
    "index": lazy(r"_index", re.I),
}
"""What the name of a folder or file says of the kind of page."""

BRITISH = lazy(
    r"\b(?:colour|tumour|behaviour|favour|labour(?!at)|centre|litres?\b|fibre|paediatric|orthopaedic|haemo|anaem|leukaem"
    r"|diarrhoea|oesophag|oestrogen|organis(?:e|ation)|recognis|programmes?\b)",
    re.I,
)
AMERICAN = lazy(
    r"\b(?:color(?!ect)|tumor(?!i)|behavior|favor|labor(?!at)|center|liters?\b|fiber|pediatric|orthopedic|hemo|anemi"
    r"|leukem|diarrhea|esophag|estrogen|organiz|recogniz)",
    re.I,
)
"""Spellings that tell one English from the other; what both write alike (laboratory, colorectal) is left out."""


class Survey(Record):
    """The counts."""

    articles: int
    missing: dict[str, int]
    severities: Counter[str]
    severities_if_supplied: Counter[str]
    types: dict[str, tuple[str, int]]
    british: int
    american: int

    def most_lack(self) -> list[str]:
        """Name the fields that more than half of the articles lack."""
        return [name for name, count in self.missing.items() if count * 2 > self.articles]

    def fail_on(self) -> str:
        """Give the strictest level that passes today, with what most articles lack taken as supplied."""
        passing = "never"
        for level in SEVERITIES:
            if self.severities_if_supplied[level]:
                break
            passing = level
        return passing

    def locale(self) -> str:
        """Give the English that the articles are clearly written in, or `auto`."""
        both = self.british + self.american
        if both < 5 or 0.1 * both < min(self.british, self.american):
            return "auto"
        return "en-GB" if self.british > self.american else "en-US"


def survey(folder: str) -> tuple[Survey, list[str]]:
    """Count what the shipped rules find in a folder, and what went wrong with it.

    No `medlint.yml` has a say, so that the counts are of the folder and not of what was decided about it before.
    """
    run = Run(Request((folder,), config=""))
    missing, severities, per_rule = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    articles = british = american = 0
    types: dict[str, tuple[str, int]] = {}
    for checked in run.checked():
        articles += 1
        british += len(BRITISH.findall(checked.source.text))
        american += len(AMERICAN.findall(checked.source.text))
        missing.update({finding.name for finding in checked.findings})
        per_rule.update((finding.name, finding.severity) for finding in checked.findings)
        _add_type(types, os.path.relpath(checked.source.path, folder))
    fields = {field: missing[rule] for field, rule in FIELDS.items()}
    made = Survey(articles, fields, severities, Counter(), types, british, american)
    supplied = {FIELDS[name] for name in made.most_lack()}
    for (name, severity), count in per_rule.items():
        severities[severity] += count
        if name not in supplied:
            made.severities_if_supplied[severity] += count
    return made, run.problems


def _add_type(types: dict[str, tuple[str, int]], path: str) -> None:
    """Note the kind of page that a folder's or a file's name tells of."""
    folders, file = os.path.split(path.replace(os.sep, "/"))
    stem, ending = os.path.splitext(file)
    named = [(f"{name}/", name) for name in folders.split("/")] + [(f"{stem}{ending}", stem)]
    for pattern, name in named:
        for kind, expression in TYPES.items():
            if expression.fullmatch(name):
                types[pattern] = (kind, types.get(pattern, (kind, 0))[1] + 1)
                return
