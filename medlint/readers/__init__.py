"""Readers: each turns one format into a `Document`. A reader knows markup and no rule."""

from __future__ import annotations

from importlib import import_module

from medlint.document import Document, Fault, Surroundings
from medlint.prose import Prose
from medlint.source import Source
from medlint.span import Span

FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "mdx",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".xml": "xml",
    ".nxml": "xml",
}
"""The format of each file name ending that is read."""


def format_of(path: str, default: str = "markdown") -> str:
    """Give the format of a file by its name."""
    return FORMATS.get(path[path.rfind(".") :].lower(), default) if "." in path else default


def read(source: Source, format: str, surroundings: Surroundings = Surroundings()) -> Document:
    """Read a source as a document and tell the roles of its blocks; modules are imported on first need."""
    if not source.text.strip():
        return unreadable(source, format, "it is empty", surroundings)
    reader = import_module(f"medlint.readers.{format}")
    document: Document = reader.read(source, surroundings)
    from medlint.readers import roles

    roles.assign(document)
    return document


def unreadable(source: Source, format: str, fault: str, surroundings: Surroundings = Surroundings()) -> Document:
    """Give a document without text whose one fault says why it could not be read."""
    return Document(
        source, format, Prose("", [], [], []), (), faults=(Fault("file", fault, Span(0, 0)),), surroundings=surroundings
    )
