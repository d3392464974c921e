"""`medlint init`: a first `medlint.yml` that fits the folder."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from medlint.config import FILE_NAME
from medlint.reporters.plain import safe_path
from medlint.reporters.record import dumps
from medlint.survey import Survey, survey

PROFILES = {"en-US": "medlint:patient-us", "en-GB": "medlint:patient-uk"}


@click.command("init")
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False))
@click.option("--force", is_flag=True, help="Write over a medlint.yml that is there.")
def command(folder: str, force: bool) -> None:
    """Write a commented medlint.yml that fits what is found in FOLDER, and that passes today."""
    path = os.path.normpath(os.path.join(folder, FILE_NAME))
    if os.path.lexists(path) and not force:
        raise click.ClickException(f"{path} is there already; --force writes over it")
    found, problems = survey(folder)
    for problem in problems:
        click.echo(safe_path(problem), err=True)
    if problems and not found.articles:
        raise SystemExit(2)
    if os.path.lexists(path):
        os.unlink(path)
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines(found)) + "\n")
    click.echo(f"Wrote {path}, by {_articles(found)} found here. Look through it, then run: medlint check {folder}")
    raise SystemExit(2 if problems else 0)


def lines(found: Survey) -> Iterator[str]:
    """Yield the lines of a configuration for what was found."""
    yield f"# Settings of medlint for this folder and all below it, proposed by `medlint init` for {_articles(found)}."
    yield "# `medlint config` shows what holds and why, `medlint rules` lists the rules, `medlint explain` one."
    yield ""
    yield from _language(found)
    yield ""
    yield from _fail_on(found)
    yield ""
    yield from _supplied(found)
    yield ""
    yield from _types(found)
    yield ""
    yield from _rest()


def _articles(found: Survey) -> str:
    return "1 article" if found.articles == 1 else f"{found.articles:,} articles"


def _language(found: Survey) -> Iterator[str]:
    locale = found.locale()
    yield f"# British spellings: {found.british}, American ones: {found.american}."
    if locale == "auto":
        yield "# The profiles medlint:patient-us, medlint:patient-uk and medlint:professional set more than this."
        yield "locale: auto    # whichever English an article uses; or en-US, en-GB"
    else:
        yield f"extends: {PROFILES[locale]}    # sets locale: {locale}"


def _fail_on(found: Survey) -> Iterator[str]:
    level = found.fail_on()
    left = found.severities_if_supplied
    told = ", ".join(f"{name}: {left[name]}" for name in ("error", "warning", "info"))
    yield "# The mildest severity that makes `medlint check` fail: error, warning, info, never."
    yield f"# Found today, with the settings below: {told}."
    if level == "never":
        yield "# It passes today whatever is found; make this `error` when the errors are gone."
    else:
        yield "# This is the strictest level that passes today."
    yield f"fail_on: {level}"


def _supplied(found: Survey) -> Iterator[str]:
    lacking = found.most_lack()
    if not lacking:
        yield "# What the site's templates add to every page, so that an article need not have it."
        yield "# supplied: {disclaimer: template}"
        return
    yield "# Most articles lack these. If the site's template adds one to every page, leave its line as it is; if it"
    yield "# does not, take the line out: medlint then asks each article for it."
    yield "supplied:"
    for name in lacking:
        yield f"  {name + ': template':26} # missing in {found.missing[name]:,} of {_articles(found)}"


def _types(found: Survey) -> Iterator[str]:
    yield "# What kind of page a path is. Only articles are held to the rules on authors, reviewers, dates, disclaimers"
    yield "# and sources. Kinds: article, news, recipe, index, legal, other."
    if found.types:
        yield "types:"
        for pattern, (kind, count) in sorted(found.types.items()):
            yield f"  {dumps(pattern)}: {kind}    # {count:,} {'file' if count == 1 else 'files'}"
    else:
        yield '# types: {"news/": news, "privacy.md": legal}'


def _rest() -> Iterator[str]:
    yield "# More settings; all of them are told in docs/configuration.md."
    yield "# exclude: [drafts/]                          # files that a folder walk leaves out"
    yield "# rules:"
    yield "#   stale-review: warning                     # a severity, off, on"
    yield "# words: []                                   # words that are right in this house"
    yield "# reject: {wellness: well-being}               # words that it does not write"
    yield "# abbreviations: {MRI: magnetic resonance imaging}   # short forms that need no explanation"
    yield "# overrides:"
    yield "#   - files: [archive/]"
    yield "#     ignore: [metadata]"
