"""Sequences of tokens, as spaCy's `Matcher` finds them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

from medlint import nlp
from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import kind
from medlint.record import Record
from medlint.scopes import Scope, excepted, in_scope
from medlint.span import Range


class Options(Record):
    """spaCy `Matcher` patterns, and where they are looked for."""

    patterns: Annotated[
        tuple[tuple[dict[str, Any], ...], ...], "Patterns for spaCy's Matcher: each a list of tokens with attributes."
    ]
    exceptions: Annotated[tuple[str, ...], "Matches that are left alone."] = ()
    ignorecase: Annotated[bool, "Whether capitals make no difference to the exceptions."] = True
    model: Annotated[str, "The trained spaCy model to read the text with; none: only the tokenizer."] = ""
    scope: Annotated[Scope, "The blocks that are looked at."] = "text"


@kind("sequence", options=Options)
def sequence(document: Document, options: Options) -> Iterator[Hit]:
    """Report each match. Only blocks that hold a word which every match needs are split into tokens.

    Without spaCy, or without the model that the patterns need, nothing is looked for; `nlp.can_run` tells.
    """
    if not nlp.can_run(options.patterns, options.model):
        return
    needed = nlp.required_words(options.patterns)
    lowered = document.prose.lowered
    if needed and not any(word in lowered for word in needed):
        return
    find = nlp.matcher(json.dumps(options.patterns), options.model)
    for block in document.blocks:
        text = document.prose.text[block.start : block.end]
        if not in_scope(document, block.start, options.scope) or block.shape == "code":
            continue
        if needed and not any(word in text.lower() for word in needed):
            continue
        for _, first, end in sorted(find(tokens := nlp.pipeline(options.model)(text)), key=lambda found: found[1]):
            place = Range(block.start + tokens[first].idx, block.start + tokens[end - 1].idx + len(tokens[end - 1]))
            if not excepted(document.text(place), options.exceptions, ignorecase=options.ignorecase):
                yield Hit(place)
