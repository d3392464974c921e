"""Abbreviations that reach the reader before their meaning does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

from medlint.document import Block, Document
from medlint.finding import Edit, Hit, Related
from medlint.kinds import kind
from medlint.record import Record
from medlint.span import Range
from medlint.views.abbreviations import Abbreviation, abbreviations, line_of
from medlint.views.capitals_beside import genes
from medlint.views.definitions import Definition
from medlint.views.expansions import Expansion, expansions, is_told_just_before, plain_case
from medlint.views.known_abbreviations import Known, is_known
from medlint.views.long_forms import known_long_forms
from medlint.views.metadata_definitions import field_of
from medlint.views.parts import Parting, Per, Reading, in_parts
from medlint.views.sentences import sentence_at
from medlint.views.short_forms import Use, key_of
from medlint.views.spelling_out import Change, drop, expand, leave_out, spelled_out, told_of_one, with_short

SAID = (" stands for ", " is short for ", " is an acronym ", " is an abbreviation ")

LEAST = 60
"""Characters of a block that is text, and not a label or a link."""


PER = "Within what a short form has to be spelled out, and once is enough."
TABLES = (
    "How tables are read: with the `text`, `apart` (each has to explain its own short forms, with its caption and the "
    "notes below it, and explains none for the text) or not at all (`skip`)."
)
CAPTIONS = "How captions are read: with the `text`, `apart` or not at all (`skip`)."


class Options(Record):
    """Which short forms the reader is taken to know, and what has to explain the others."""

    known: Annotated[
        Known, "The list of short forms that need no explanation: `auto` goes by the locale (British readers: `nice`)."
    ] = "auto"
    least: Annotated[int, "Uses from which on a short form is reported."] = 1
    per: Annotated[Per, PER] = "page"
    tables: Annotated[Reading, TABLES] = "text"
    captions: Annotated[Reading, CAPTIONS] = "text"


class OrderOptions(Record):
    """Which parts of a page a reader may meet by themselves."""

    per: Annotated[Per, PER] = "page"
    tables: Annotated[Reading, TABLES] = "text"
    captions: Annotated[Reading, CAPTIONS] = "skip"


@kind("undefined-abbreviation", options=Options, values=("short", "glossed", "where", "count", "advice"))
def undefined_abbreviation(document: Document, options: Options) -> Iterator[Hit]:
    """Report a short form that is explained nowhere, at its first use in running text.

    A heading neither explains a term nor is blamed for one: space is short there, so the prose below it is where
    the explanation is due.
    """
    parting = Parting(options.per, options.tables, options.captions)
    for found in in_parts(document, parting):
        if found.definitions or len(found.uses) < max(options.least, 1) or is_known(document, found.key, options.known):
            continue
        first = found.uses[0]
        if (
            is_told_just_before(document, first)
            or _is_told_by_heading(document, found)
            or _is_read_out(document.prose.text, found)
        ):
            continue
        senses = _senses(document, found)
        values = {
            "short": found.key,
            "glossed": "explained but " if any(_is_glossed(document.prose.text, use) for use in found.uses) else "",
            "where": _where(document, found, parting),
            "count": _count(found),
            "advice": advice(found, senses),
        }
        suggestions = tuple(spelled_out(document, first, sense.long) for sense in senses)
        changes = expand(document, first, senses[0].long) if len(senses) == 1 else ()
        related = tuple(Related(each.place, "used again here") for each in found.uses[1:4])
        yield Hit(first.place, values, suggestions, _edits(changes), related)


def _edits(changes: tuple[Change, ...]) -> tuple[Edit, ...]:
    return tuple(Edit(place, text) for place, text in changes)


def _is_told_by_heading(document: Document, found: Abbreviation) -> bool:
    """Tell whether the heading of the only section that uses a term is its explanation: `## STEMI (long form)`.

    The title of the page is not read for that, and whoever meets the term in another section may not have seen it.
    """
    entries = [each for each in found.elsewhere if isinstance(each.short, Range)]
    if not entries:
        return False
    index = found.uses[0].token.block
    while index > 0 and document.blocks[index].shape != "heading":
        index -= 1
    heading, above = document.blocks[index], document.blocks[:index]
    if not above or (heading.level == 1 and all(block.shape not in ("title", "heading") for block in above)):
        return False
    between = document.blocks[index + 1 : found.uses[-1].token.block + 1]
    if any(block.shape == "heading" and block.level <= heading.level for block in between):
        return False
    whole = [_whole(document, each) for each in entries]
    return any(place.start == heading.start and place.end + 1 >= heading.end > place.start for place in whole)


def _is_read_out(text: str, found: Abbreviation) -> bool:
    """Tell whether the text says what the letters are, in whatever words: `CREST stands for five signs: ...`.

    To leave out the end of the words will do: `TURP (transurethral resection)`.
    """
    known = [long.lower() for long in known_long_forms(found.key)]
    return any(text.startswith(SAID, use.place.end) or _is_begun(text, use.place.end, known) for use in found.uses)


def _is_begun(text: str, end: int, known: list[str]) -> bool:
    """Tell whether a bracket that opens at `end` holds the first words of a long form, at least two."""
    stop = text.find(")", end, end + LEAST) if text.startswith(" (", end) else -1
    inner = text[end + 2 : stop].lower() if stop > 0 else ""
    return " " in inner and any(long.startswith(inner + " ") for long in known)


def _is_glossed(text: str, use: Use) -> bool:
    """Tell whether a use is paraphrased: `LDL, or bad, cholesterol`, `LDL (bad)`, `bad (LDL) cholesterol`."""
    start, end = use.place
    if key_of(text[start:end]) != use.key:
        return False
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return True
    for opening, closing in ((", or ", ","), (" (", ")")):
        if text.startswith(opening, end):
            stop = text.find(closing, end + len(opening), end + len(opening) + 40)
            return stop > 0 and text[end + len(opening) : stop].strip("\"'“”‘’").replace(" ", "").islower()
    return False


def _senses(document: Document, found: Abbreviation) -> tuple[Expansion, ...]:
    if found.elsewhere:
        told = found.elsewhere[0]
        where = "heading" if isinstance(told.short, Range) else field_of(document, told)
        return (Expansion(plain_case(document, found.key, told.long_text), where),)
    return expansions(document, found.key)


def _where(document: Document, found: Abbreviation, parting: Parting) -> str:
    """Say where a short form is not spelled out, of one that another part of the page explains."""
    name = parting.name(_block(document, found.uses[0]))
    is_told = name and document.view(abbreviations)[found.key].definitions
    return f"not spelled out in this {name}" if is_told else "never spelled out"


def _block(document: Document, use: Use) -> Block:
    return document.blocks[use.token.block]


def _count(found: Abbreviation) -> str:
    return f" ({len(found.uses)} uses)" if len(found.uses) > 1 else ""


def advice(found: Abbreviation, senses: tuple[Expansion, ...]) -> str:
    """Say what to write instead, as far as it is known, without the full stop."""
    key = found.key
    if not senses:
        return "Spell it out here, or list it under `abbreviations` in medlint.yml if your readers know it"
    written = [f'"{sense.long} ({key})"' for sense in senses]
    where = senses[0].where
    if found.elsewhere:
        only = "a heading" if where == "heading" else f"the {where} of the page"
        return f"Only {only} spells it out: write {written[0]} here too"
    if where == "title":
        return f'The page says "{senses[0].long}" in a heading: write {written[0]} here'
    if where == "text":
        return f'The page says "{senses[0].long}" elsewhere: write {written[0]} here'
    if len(written) > 1:
        return f"Spell it out here, for example {' or '.join(written)}"
    return f"Spell it out here: {written[0]}"


@kind("used-before-definition", options=OrderOptions, values=("short", "write", "told", "line"))
def used_before_definition(document: Document, options: OrderOptions) -> Iterator[Hit]:
    """Report a short form whose first use in running text stands before the place that explains it."""
    symbols = document.view(genes)
    parting = Parting(options.per, options.tables, options.captions)
    for found in in_parts(document, parting):
        uses = [
            use for use in found.uses if parting.of(_block(document, use)) == "text" and not _is_label(document, use)
        ]
        if not found.definitions or not uses or uses[0].token.text in symbols or _is_told_by_heading(document, found):
            continue
        first, definition = uses[0], found.definitions[0]
        if first.place.end > min(definition.short.start, definition.long.start):
            continue
        short = document.text(first.place)
        long = plain_case(document, found.key, told_of_one(definition.long_text, definition.short_text, short))
        values = {
            "short": short,
            "write": with_short(long, short),
            "told": definition.short_text,
            "line": line_of(document, definition.short),
        }
        here, there = expand(document, first, long), drop(document, definition)
        edits = _edits((*here, *there)) if here and there else ()
        related = (Related(definition.short, f'"{definition.short_text}" is spelled out here'),)
        yield Hit(first.place, values, (spelled_out(document, first, long),), edits, related)


def _is_label(document: Document, use: Use) -> bool:
    """Tell whether a use stands in a label of a few words, and not in what is read."""
    block = _block(document, use)
    text = document.prose.text[block.start : min(block.end, block.start + LEAST)]
    return block.shape == "paragraph" and len(text) < LEAST // 2 and not text.endswith((".", "!", "?", ":", ";", ","))


class AgainOptions(Record):
    """How soon is too soon."""

    within: Annotated[int, "Words after which a reader may be reminded of what a short form means."] = 250
    per: Annotated[Per, PER] = "page"


@kind("abbreviation-redefined", options=AgainOptions, values=("short", "long", "line"))
def abbreviation_redefined(document: Document, options: AgainOptions) -> Iterator[Hit]:
    """Report a short form that is soon spelled out a second time in the same words.

    A question is taken for a heading: what stands in it is no first place, and its answer may begin with the words.
    """
    for found in in_parts(document, Parting(options.per)):
        told = [each for each in found.definitions if each.shape != "bare" and not _is_in_question(document, each)]
        for first, again in pairwise(told):
            between = document.prose.text[first.short.end : again.short.start]
            if len(between.split()) > options.within or not _same(first, again) or not _is_close(again):
                continue
            if not _is_in_text(document, again) or _answers(document, again):
                continue
            values = {
                "short": again.short_text,
                "long": again.long_text,
                "line": line_of(document, first.short),
            }
            whole = _whole(document, again)
            related = (Related(first.short, f'"{first.short_text}" is first spelled out here'),)
            yield Hit(whole, values, (again.short_text,), _edits(drop(document, again)), related)


@kind("abbreviation-unused", values=("short", "long"))
def abbreviation_unused(document: Document, options: object) -> Iterator[Hit]:
    """Report a short form that is explained and then not used; of one with a blank in it nobody counts the uses."""
    for found in document.view(abbreviations).values():
        if " " in found.key:
            continue
        if len(found.definitions) == 1 and not found.uses and found.definitions[0].shape == "bracket":
            definition = found.definitions[0]
            values = {"short": definition.short_text, "long": definition.long_text}
            yield Hit(definition.short, values, (), _edits(leave_out(document, definition)))


def _is_in_text(document: Document, definition: Definition) -> bool:
    """Tell whether a definition stands in a sentence: not in a table, a caption, a label or a name."""
    block = document.block_at(definition.short.start)
    if sum(map(str.isupper, definition.short_text)) < 2:
        return False
    if block.shape in ("table-cell", "caption") or block.end - block.start < LEAST:
        return False
    if document.prose.text[definition.short.start - 1] == "-":
        return False  # "beta-human chorionic gonadotropin (-hCG)" has lost a letter
    following = document.prose.text[definition.short.end : definition.short.end + 3]
    return not (definition.long_text.istitle() and following[2:].isupper())


def _is_in_question(document: Document, definition: Definition) -> bool:
    sentence = sentence_at(document, definition.short.start)
    return sentence is not None and document.prose.text[sentence.end - 1] == "?"


def _answers(document: Document, definition: Definition) -> bool:
    """Tell whether the sentence of a definition comes right after a question in the same block."""
    sentence = sentence_at(document, definition.short.start)
    return sentence is not None and document.prose.text[max(sentence.start - 4, 0) : sentence.start].rstrip(
        " "
    ).endswith("?")


def _is_close(definition: Definition) -> bool:
    """Tell whether the two forms stand side by side, and not the one some sentences after the other."""
    return max(definition.long.start, definition.short.start) - min(definition.long.end, definition.short.end) < LEAST


def _whole(document: Document, definition: Definition) -> Range:
    """Give the range of a definition with the bracket that closes it."""
    text = document.prose.text
    start, end = min(definition.long.start, definition.short.start), max(definition.long.end, definition.short.end)
    for opening, closing in ("()", "[]"):
        close = text.find(closing, end, end + 20)
        if opening in text[start:end] and close >= 0 and closing not in text[start:end]:
            end = close + 1
    return Range(start, end)


def _same(one: Definition, two: Definition) -> bool:
    return _folded(one.long_text) == _folded(two.long_text)


def _folded(long: str) -> str:
    """Give a long form without case, hyphens and plural endings."""
    return " ".join(word.rstrip("s") for word in long.lower().replace("-", " ").split())
