"""spaCy, imported here and nowhere else, on first need.

Rules of kind `sequence` wait for the extra `medlint[nlp]`; those that ask for parts of speech or lemmas wait for a
trained model too. A caller can ask which, and say so in one line.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

TRAINED = frozenset({"POS", "TAG", "DEP", "LEMMA", "MORPH", "ENT_TYPE", "ENT_IOB", "ENT_ID", "ENT_KB_ID"})
"""What a token has only after a trained model has read it."""

LITERAL = ("LOWER", "ORTH", "TEXT", "NORM")


@cache
def available() -> bool:
    """Tell whether spaCy is installed; does not import it."""
    from importlib.util import find_spec

    return find_spec("spacy") is not None


def can_run(patterns: Any, model: str) -> bool:
    """Tell whether patterns can be matched here and now: spaCy is there, and a model where they need or name one."""
    return available() and (_installed(model) if model else not needs_model(patterns))


@cache
def _installed(model: str) -> bool:
    """Tell whether a model is an installed package; a folder is none: it might hold anybody's code."""
    from importlib.util import find_spec

    return model.isidentifier() and find_spec(model) is not None


def needs_model(patterns: Any) -> bool:
    """Tell whether patterns ask for what only a trained model knows."""
    return any(TRAINED.intersection(token) for pattern in patterns for token in pattern)


@cache
def pipeline(model: str = "") -> Any:
    """Give the trained pipeline of that name, or the plain English tokenizer. Raises OSError where it is missing."""
    import spacy

    if model and not _installed(model):
        raise OSError(f"there is no installed spaCy model {model!r}")
    return spacy.load(model) if model else spacy.blank("en")


@lru_cache(maxsize=256)
def matcher(patterns: str, model: str = "") -> Any:
    """Give the matcher for patterns, given as JSON. Raises ValueError where spaCy refuses them."""
    import json

    from spacy.matcher import Matcher

    made = Matcher(pipeline(model).vocab, validate=True)
    made.add("sequence", json.loads(patterns), greedy="LONGEST")
    return made


def refusal(patterns: Any) -> str:
    """Say why spaCy refuses patterns; "" where it takes them, or is not there to ask."""
    import json

    if not available():
        return ""
    try:
        matcher(json.dumps(patterns))
    except (ValueError, TypeError) as error:
        return " ".join(str(error).split())
    return ""


def required_words(patterns: Any) -> list[str]:
    """Give lower-case words of which every match of any pattern holds at least one; [] where none is sure."""
    found: set[str] = set()
    for pattern in patterns:
        words = max((_words_of(token) for token in pattern), key=_worth, default=frozenset())
        if not words:
            return []
        found |= words
    return sorted(found)


def _words_of(token: Any) -> frozenset[str]:
    """Give the words one of which a token of a pattern must be."""
    if token.get("OP", "1") not in ("1", "+"):
        return frozenset()
    for key in LITERAL[:3]:
        value = token.get(key)
        if isinstance(value, str):
            return frozenset({value.lower()})
        if isinstance(value, dict) and isinstance(value.get("IN"), list):
            return frozenset(str(word).lower() for word in value["IN"])
    return frozenset()


def _worth(words: frozenset[str]) -> int:
    return min(map(len, words), default=0)
