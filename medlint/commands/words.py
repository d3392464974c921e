"""`medlint words`: the house's own words, accepted and rejected one by one or learnt from what it has published."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable

import click

from medlint.commands.governing import end
from medlint.commands.house_list import HouseListFile, list_of
from medlint.document import Document
from medlint.inflection import counted, forms
from medlint.lexicon import is_word
from medlint.list_files import line_entries
from medlint.record import Record
from medlint.reporters.plain import safe
from medlint.reporters.record import dumps
from medlint.runner import Request, Run
from medlint.span import Place, Range
from medlint.views.spelling import Unknown, unknown_words

AROUND = 30
HOW = """\
# {count}. Keep a line to accept the word; write "wrong -> right" to reject it and
# say what to write, or "!wrong" to say nothing more; delete the line to leave it open. Then hand this file to
#     medlint words add --from FILE
"""

List = click.option("--file", metavar="FILE", help="The list to change; else the first that medlint.yml names.")


class Learnt(Record):
    """An unknown word: how often and in how many articles it is used, what it may stand for, and its first context."""

    word: str
    uses: int
    articles: int
    near: str
    context: str

    @property
    def counted(self) -> str:
        """Say how often it is used, and how."""
        uses, articles = counted(self.uses, "use"), counted(self.articles, "article")
        return f"{uses} in {articles}: … {safe(self.context)} …"


class Use(Record):
    """An unknown word in one article."""

    document: Document
    unknown: Unknown


@click.group("words")
def command() -> None:
    """Keep the words that are right in this house, and those that are wrong."""


@command.command()
@click.argument("terms", nargs=-1, metavar="TERM...")
@click.option(
    "--from", "lists", multiple=True, type=click.File("r", encoding="utf-8"), help="Take each line of a file."
)
@List
def add(terms: tuple[str, ...], lists: tuple[Iterable[str], ...], file: str | None) -> None:
    """Accept words: add them to the house's list. A line of a file may reject one as well (wrong -> right)."""
    kept = HouseListFile(file or list_of(os.getcwd())[0])
    given = dict.fromkeys(line.split("#")[0].strip() for line in (*terms, *_lines(lists)))
    accepted, rejected, known = [], 0, 0
    for line in given:
        entries = list(line_entries(line))
        if entries and entries[0][0][0] == "!":
            rejected += kept.reject(entries[0][0][1:], entries[0][1])
        elif entries and kept.accept(line):
            accepted.append(line)
        else:
            known += bool(entries)
    kept.save()
    for line in accepted:
        click.echo(f"{safe(line)}{' (medlint knows it already)' if is_word(line) else ''}")
    click.echo(f"{len(accepted)} added to {safe(kept.path)}, {known} there already", nl=False)
    click.echo(f", {rejected} rejected" if rejected else "")
    _say_how(kept.path, named=bool(file))


def _lines(lists: Iterable[Iterable[str]]) -> Iterable[str]:
    try:
        yield from (line for lines in lists for line in lines)
    except UnicodeDecodeError:
        raise click.ClickException("the file of --from is not UTF-8 text") from None


@command.command()
@click.argument("wrong")
@click.argument("right", default="")
@List
def reject(wrong: str, right: str, file: str | None) -> None:
    """Reject WRONG, a word or phrase that this house does not write, and say what to write instead."""
    kept = HouseListFile(file or list_of(os.getcwd())[0])
    changed = kept.reject(wrong.strip(), right.strip())
    kept.save()
    told = f'"{safe(wrong)}" is rejected' + (f', "{safe(right)}" is written instead' if right else "")
    click.echo(f"{told}: {'added to' if changed else 'it stands already in'} {safe(kept.path)}")
    _say_how(kept.path, named=bool(file))


def _say_how(path: str, *, named: bool) -> None:
    """Tell how a list that no configuration names is read."""
    if not named and not list_of(os.getcwd())[1]:
        click.echo(f"To have it read, write in medlint.yml:\n\ndictionaries:\n  - {os.path.basename(path)}")


@command.command()
@click.argument("paths", nargs=-1, metavar="[PATH|DIR]...")
@click.option("--least", default=2, show_default=True, help="Leave out words that are used fewer times.")
@click.option("--ask", is_flag=True, help="Ask about each word, and keep the answers in the house's list.")
@click.option(
    "--format", "output", type=click.Choice(("table", "list", "json")), default="table", help="How it is shown."
)
@click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Use this medlint.yml.")
@List
def learn(paths: tuple[str, ...], least: int, ask: bool, output: str, config: str | None, file: str | None) -> None:
    """Propose the unknown words of articles, with counts and a context, to accept, reject or put right.

    `--format list` gives a list to edit: hand it to `medlint words add --from`. With `--ask`, nothing need be edited.
    """
    run = Run(Request(paths or (".",), config))
    found = [each for each in learnt(document for document, _ in run.documents()) if each.uses >= least]
    if ask:
        _ask(found, HouseListFile(file or list_of(os.getcwd())[0]))
    elif output == "json":
        click.echo(dumps([each._asdict() for each in found]))
    elif output == "list":
        click.echo(
            HOW.format(count=_known_to_none(found)) + "".join(f"{_proposed(each)}\n" for each in found), nl=False
        )
    else:
        for each in found:
            meant = f" ({safe(each.near)}?)" if each.near else ""
            click.echo(f"{each.uses:5} in {each.articles:<4} {safe(each.word)}{meant}  … {safe(each.context)} …")
        click.echo(_known_to_none(found))
    end(run)


def _known_to_none(found: list[Learnt]) -> str:
    return f"{counted(len(found), 'word')} that no list knows"


def _proposed(each: Learnt) -> str:
    """Give the line of a list that takes the likelier side: a slip is rejected, another word accepted."""
    line = f"{safe(each.word)} -> {safe(each.near)}" if each.near else safe(each.word)
    return f"{line:24} # {each.counted}"


def _ask(found: list[Learnt], kept: HouseListFile) -> None:
    """Ask about each word; what was answered is kept, whenever the asking ends."""
    try:
        for each in found:
            meant = f" ({safe(each.near)}?)" if each.near else ""
            click.echo(f"\n{click.style(safe(each.word), bold=True)}{meant}  {each.counted}")
            answer = click.prompt("accept, reject, skip, quit", default="s", type=click.Choice(("a", "r", "s", "q")))
            if answer == "q":
                break
            if answer == "a":
                kept.accept(each.word)
            elif answer == "r":
                kept.reject(each.word, click.prompt("write instead (empty: say nothing)", default=each.near).strip())
    finally:
        kept.save()
    click.echo(f"kept in {safe(kept.path)}")
    _say_how(kept.path, named=False)


def learnt(documents: Iterable[Document]) -> list[Learnt]:
    """Give the unknown words of some documents, the most used first; those that the house rejects are no question."""
    uses: dict[str, list[Use]] = {}
    for document in documents:
        for unknown in document.view(unknown_words):
            if not document.surroundings.words.rejects(unknown.word):
                uses.setdefault(unknown.word, []).append(Use(document, unknown))
    together: dict[str, list[Use]] = {}
    for word, found in uses.items():
        together.setdefault(_entry(word, uses), []).extend(found)
    return sorted((_learnt(word, found) for word, found in together.items()), key=lambda each: (-each.uses, each.word))


def _entry(word: str, known: Collection[str]) -> str:
    """Give the plainest form of a word that is used as well: the one that a list needs to hold."""
    return min((form for form in forms(word) if form in known), key=lambda form: (not form.islower(), len(form)))


def _context(document: Document, place: Place) -> str:
    """Give what stands round a word in its block of the prose, or in its line of the metadata."""
    start, stop = place
    if isinstance(place, Range):
        block, text = document.block_at(start), document.prose.text
        first, last = block.start, block.end
    else:
        text = document.source.text
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", stop) if "\n" in text[stop:] else len(text)
    return text[max(start - AROUND, first) : min(stop + AROUND, last)]


def _learnt(word: str, found: list[Use]) -> Learnt:
    document, first = next((use for use in found if use.unknown.word == word), found[0])
    context = _context(document, first.places[0])
    near = first.near[0].word if first.doubted and first.near else ""
    uses = sum(len(unknown.places) for _, unknown in found)
    return Learnt(word, uses, len({id(document) for document, _ in found}), near, " ".join(context.split()))
