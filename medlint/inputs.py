"""From a path to a document, whatever lies there."""

from __future__ import annotations

import os
import sys

from medlint.document import Document
from medlint.files import STDIN
from medlint.readers import format_of, read, unreadable
from medlint.settings import Settings
from medlint.source import NotText, Source, decode


def read_file(path: str, name: str, settings: Settings) -> Document:
    """Read a file or the standard input; what stands in the way becomes the fault of an empty document."""
    try:
        data = _bytes(path, settings.max_file_size)
        return read(decode(name, data), _format(path, name), settings.surroundings)
    except OSError as error:
        fault = str(error.strerror or error)
    except NotText as error:
        fault = str(error)
    except RecursionError:
        fault = "it is nested too deeply"
    return unreadable(Source(name, ""), "text", fault, settings.surroundings)


def _bytes(path: str, most: int) -> bytes:
    if path == STDIN:
        data = sys.stdin.buffer.read(most + 1)
    else:
        if not os.path.isfile(path):
            raise OSError(0, "it is no plain file")
        with open(path, "rb") as file:
            data = file.read(most + 1)
    if len(data) > most:
        raise OSError(0, f"it is larger than {most:,} bytes (max_file_size)")
    return data


def _format(path: str, name: str) -> str:
    """Give the format to read a file as: an ending that nobody knows is text, standard input Markdown."""
    return format_of(name, "markdown" if path == STDIN else "text")


def reread(document: Document, text: str) -> Document:
    """Read another text in the place of a document's own."""
    old = document.source
    return read(Source(old.path, text, old.encoding, old.bom), document.format, document.surroundings)


def is_unreadable(document: Document) -> bool:
    """Tell whether a file could not be read as an article at all."""
    return any(fault.what == "file" for fault in document.faults)
