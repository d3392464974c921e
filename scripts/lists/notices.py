"""The licences of the packages, verbatim: most ask that their notice goes wherever the words go."""

from __future__ import annotations

import os
from collections.abc import Iterable

from lists.sources import Fetched, Source

HEAD = """\
# Notices

The lists in this folder that are made by `scripts/build_dictionaries.py` hold words of the packages below; the head of
each list says of which. All other lists were written for medlint and come under its licence.
"""


def notices(fetched: Fetched, sources: Iterable[Source]) -> str:
    """Give the text of the file of notices."""
    return "".join((HEAD, *(_notice(fetched, source) for source in sources)))


def _notice(fetched: Fetched, source: Source) -> str:
    text = "\n".join(line.rstrip() for line in licence_text(fetched, source).splitlines()).strip("\n")
    return f"\n## {source.package} {source.version}\n\n{source.licence}\n" + (
        f"\n```text\n{text}\n```\n" if text else ""
    )


def licence_text(fetched: Fetched, source: Source) -> str:
    """Give the licence that a package brings along, or nothing where it only names one."""
    if source.registry == "apt":
        return _read(os.path.join(fetched.apt(source), "usr/share/doc", source.package, "copyright"))
    if source.registry == "npm":
        return _read(os.path.join(fetched.npm(source), "LICENSE"))
    if fetched.is_wheel(source):
        wheel = fetched.wheel(source)
        return "\n".join(wheel.read(name).decode() for name in sorted(wheel.namelist()) if name.endswith("/LICENSE"))
    return _read(os.path.join(fetched.unpacked(source), "LICENSE"))


def _read(path: str) -> str:
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()
