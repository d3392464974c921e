"""Readers: each turns one format into a `Document`. A reader knows markup and no rule."""

from __future__ import annotations

from importlib import import_module

from medlint.document import Document, Surroundings
from medlint.source import Source

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
    """Read a source as a document; the reader's module is imported on first need."""
    reader = import_module(f"medlint.readers.{format}")
    document: Document = reader.read(source, surroundings)
    return document
