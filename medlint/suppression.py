"""What an author has decided to live with, and why.

    <!-- medlint-ignore MED200: in the glossary -->            beside text: its line; alone: the block that follows
    <!-- medlint-ignore-next-line heading-skip: house style -->
    <!-- medlint-ignore-start MED4: quoted as found --> ... <!-- medlint-ignore-end -->
    <!-- medlint-ignore-file missing-disclaimer: the template adds it -->

The same words stand in `{/* ... */}` in MDX, and in front matter as
`medlint: {ignore: {MED030: the template adds it}}`.
A suppression without a reason has no effect, since nobody could ever tell whether it may go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from medlint.document import Comment, Document
from medlint.finding import Finding
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Span

FORM = lazy(
    r"\s*medlint-(?P<form>ignore(?:-\w+)*)\b[ \t]*(?P<rules>[\w, -]*?)[ \t]*(?::\s*(?P<reason>.*?))?\s*\Z", re.S | re.I
)
FIELD = lazy(r"medlint\.ignore(?:\[\d+\])?(?:\.(?P<rule>[\w-]+))?\Z")
FORMS = ("ignore", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file")


class Suppression(Record):
    """Rules that are not to speak of a span, and why.

    `rules` are as written: ids, slugs, prefixes of ids, or ALL. `flaw` says what is wrong with it, if anything is.
    `place` is what the author wrote; `comment` whether it is a comment of its own.
    """

    rules: tuple[str, ...]
    reach: Span
    place: Span
    flaw: str = ""
    comment: bool = True


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Give the suppressions in a document, in source order. (A view.)"""
    found = []
    starts: list[Suppression] = []
    for comment in document.comments:
        match = FORM.match(comment.text)
        if not match:
            continue
        form, rules = match["form"].lower(), tuple(re.split(r"[,\s]+", match["rules"].strip(", ")))
        made = _suppression(document, comment, form, rules, match["reason"] or "")
        if form == "ignore-start" and not made.flaw:
            starts.append(made)
        elif form == "ignore-end" and starts:
            start = starts.pop()
            found.append(start._replace(reach=Span(start.place.end, comment.span.start)))
        elif form == "ignore-end":
            found.append(made._replace(flaw="there is no medlint-ignore-start before it"))
        else:
            found.append(made)
    found += starts
    return tuple(sorted(found + _in_front_matter(document), key=lambda each: each.place))


def _suppression(document: Document, comment: Comment, form: str, rules: tuple[str, ...], reason: str) -> Suppression:
    """Make what one comment says; a range reaches to the end of the file until its end is met."""
    flaw = ""
    if form not in FORMS:
        flaw = f"there is no form medlint-{form}; there is {', '.join('medlint-' + each for each in FORMS)}"
    elif form != "ignore-end" and rules == ("",):
        flaw = "it names no rule"
    elif form != "ignore-end" and not reason.strip():
        flaw = f"it gives no reason; write medlint-{form} {', '.join(rules)}: and why"
    return Suppression(rules, _reach(document, comment.span, form), comment.span, flaw)


def _reach(document: Document, span: Span, form: str) -> Span:
    if form == "ignore":
        return _line_or_next_block(document, span)
    if form == "ignore-next-line":
        return _next_line(document, span)
    return Span(span.end if form == "ignore-start" else 0, len(document.source.text))


def _line_or_next_block(document: Document, span: Span) -> Span:
    """Give the line that a comment stands on or, where it stands alone, the block after it."""
    line = _line(document, span)
    text = document.source.text
    if (text[line.start : span.start] + text[span.end : line.end]).strip():
        return line
    after = [document.prose.span(block.start, block.end) for block in document.blocks]
    following = [block for block in after if block.start >= span.end]
    return min(following) if following else Span(span.end, len(text))


def _next_line(document: Document, span: Span) -> Span:
    lines = document.source.lines
    line = lines.position(span.end).line + 1
    return lines.span(line) if line <= len(lines) else Span(span.end, span.end)


def _line(document: Document, span: Span) -> Span:
    lines = document.source.lines
    return Span(lines.span(lines.position(span.start).line).start, lines.span(lines.position(span.end).line).end)


def _in_front_matter(document: Document) -> list[Suppression]:
    """Read `medlint: {ignore: ...}`: a mapping of rule to reason, or a list of such."""
    whole = Span(0, len(document.source.text))
    found = []
    for field in document.metadata.fields:
        match = FIELD.match(field.name)
        if match and match["rule"]:
            flaw = "" if field.value.strip() else f"it gives no reason; write {match['rule']}: and why"
            found.append(Suppression((match["rule"],), whole, Span(field.key.start, field.span.end), flaw, False))
        elif match:
            flaw = f"it gives no reason; write {field.value}: and why"
            found.append(Suppression((field.value,), whole, field.span, flaw, False))
    return found


def names(rule: str, finding: Finding) -> bool:
    """Tell whether a rule as written in a suppression means the rule of a finding."""
    return (
        rule == "ALL"
        or finding.name == rule
        or (rule.startswith("MED") and finding.rule.startswith(rule))
        or (finding.rule == rule)
    )


class Used(Record):
    """A suppression, and those of its rules that kept something quiet."""

    suppression: Suppression
    rules: frozenset[str]


def suppress(document: Document, findings: Iterable[Finding]) -> tuple[list[Finding], list[Used]]:
    """Give the findings that nobody has decided to live with, and what each suppression was good for."""
    active = document.view(suppressions)
    used: dict[Suppression, set[str]] = {each: set() for each in active}
    kept = []
    for finding in findings:
        quiet = False
        for each in active:
            if not each.flaw and each.reach.start <= finding.span.start <= each.reach.end:
                meant = [rule for rule in each.rules if names(rule, finding)]
                used[each].update(meant)
                quiet = quiet or bool(meant)
        if not quiet:
            kept.append(finding)
    return kept, [Used(each, frozenset(rules)) for each, rules in used.items()]
