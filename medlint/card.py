"""A card: everything about one rule that is not its way of looking."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from medlint.document import Block
from medlint.record import Record
from medlint.span import Span

Shape = Literal["title", "heading", "paragraph", "list-item", "table-cell", "caption", "code"]
Role = Literal["body", "chrome", "byline", "reference", "disclaimer", "quote"]
Format = Literal["text", "markdown", "mdx", "html", "xml"]


class CardSource(Record):
    """Who says so: a standard, a style guide, a study."""

    title: str
    publisher: str = ""
    url: str = ""


class Card(Record):
    """One rule. The field `help` texts are what `explain` and the checker of cards show."""

    id: Annotated[str, "MED and three digits; never renamed or used again."]
    name: Annotated[str, "A slug that names the fault."]
    kind: Annotated[str, "The kind that looks for it."]
    severity: Annotated[Literal["error", "warning", "info"], "How bad it is."]
    message: Annotated[str, "What is wrong and what to do; {match} and the kind's values may stand in it."]
    why: Annotated[str, "Why it matters to a reader or an editor."]
    sources: Annotated[tuple[CardSource, ...], "Who says so."] = ()
    except_: Annotated[str, "What is left alone, and why."] = ""
    options: Annotated[Any, "The kind's options."] = {}
    fix: Annotated[Literal["none", "safe", "unsafe"], "What is promised of its fix."] = "none"
    fix_title: Annotated[str, "What the fix does, where a suggestion does not say it."] = ""
    default: Annotated[bool, "Whether it is on unless someone asks."] = True
    shapes: Annotated[tuple[Shape, ...], "The shapes of block that it reads."] = (
        "title",
        "heading",
        "paragraph",
        "list-item",
        "table-cell",
        "caption",
    )
    roles: Annotated[tuple[Role, ...], "The roles of block that it reads."] = (
        "body",
        "byline",
        "disclaimer",
        "quote",
    )
    formats: Annotated[tuple[Format, ...], "The formats that it reads; none named: all."] = ()
    types: Annotated[tuple[str, ...], "The types of page that it holds for; none named: all."] = ()
    language: Annotated[Literal["en", "any"], "`en`: silent where the text is not English."] = "en"
    over: Annotated[tuple[str, ...], "Rules that give way to this one where both speak of one place."] = ()
    invalid: Annotated[Any, "Examples that it must find, marked <<...>>."] = ()
    valid: Annotated[Any, "Examples that it must leave alone; one of them nearly matches."] = ()
    path: str = ""
    shipped: bool = True

    def reads(self, block: Block) -> bool:
        """Tell whether the rule reads a block of this shape and role."""
        return block.shape in self.shapes and block.role in self.roles

    @property
    def family(self) -> str:
        """The family's digit: `2` for MED201."""
        return self.id[3:4]


class Example(Record):
    """One example on a card: a small document, the spans that must be found in it, and what a fix makes of it."""

    text: str
    spans: tuple[Span, ...]
    after: str | None = None
    format: str = "markdown"
    path: str = ""
    today: str = ""
    locale: str = "auto"
    reject: Any = {}
    options: Any = {}
    line: int = 1
