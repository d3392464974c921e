"""A finding as plain data: what JSON and JSONL hold, for other programs to read."""

from __future__ import annotations

from typing import Any

from medlint.finding import Finding, Fix
from medlint.source import Source
from medlint.span import Span


def record(source: Source, finding: Finding) -> dict[str, Any]:
    """Give a finding as plain data. Lines and columns count from 1, columns code points; ends are exclusive."""
    return {
        "path": source.path,
        **_place(source, finding.span),
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "excerpt": source.text[finding.span.start : finding.span.end],
        "suggestions": list(finding.suggestions),
        "fix": _fix(source, finding.fix) if finding.fix else None,
        "related": [{**_place(source, each.span), "message": each.message} for each in finding.related],
    }


def _fix(source: Source, fix: Fix) -> dict[str, Any]:
    edits = [{**_place(source, edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety, "edits": edits}


def _place(source: Source, span: Span) -> dict[str, int]:
    start, end = source.lines.position(span.start), source.lines.position(span.end)
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def dumps(data: Any, indent: int | None = None) -> str:
    """Give JSON in plain ASCII, so that no terminal, encoding or log reader can be upset by what an article holds."""
    import json

    return json.dumps(data, indent=indent).replace("##", "#\\u0023")
