"""`medlint rules`: what there is to find."""

from __future__ import annotations

import click

from medlint.card import Card
from medlint.commands.governing import governing
from medlint.selection import family, specificity


@click.command("rules")
@click.argument("names", nargs=-1)
@click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Use this medlint.yml.")
@click.option("--format", "output", type=click.Choice(("text", "json")), default="text", help="How rules are listed.")
def command(names: tuple[str, ...], config: str | None, output: str) -> None:
    """List the rules: all, or those that NAMES mean.

    NAMES are ids, slugs, families, prefixes such as MED2, or any part of a slug.
    """
    house = governing(".", config)
    cards = [card for card in house.cards if not names or _is_meant(card, names)]
    if not cards:
        raise click.ClickException(f"no rule is meant by {', '.join(names)}")
    on = {rule.card.id: rule.severity for rule in house.settings(".").plan.rules}
    lines = _records(cards, on) if output == "json" else _lines(cards, on)
    click.echo("\n".join(lines))


def _is_meant(card: Card, names: tuple[str, ...]) -> bool:
    return specificity(card, names) >= 0 or any(name.lower() in card.name for name in names)


def _lines(cards: list[Card], on: dict[str, str]) -> list[str]:
    """Give a table of the rules by family."""
    lines: list[str] = []
    last = ""
    for card in sorted(cards, key=lambda card: (family(card), card.id)):
        if family(card) != last:
            last = family(card)
            lines += ["", click.style(last, bold=True)] if lines else [click.style(last, bold=True)]
        severity = on.get(card.id, "off")
        fix = {"none": "", "safe": "fix", "unsafe": "unsafe fix"}[card.fix]
        line = f"  {card.id}  {card.name:34} {severity:8} {fix}".rstrip()
        lines.append(line if card.id in on else click.style(line, dim=True))
    return lines


def _records(cards: list[Card], on: dict[str, str]) -> list[str]:
    from medlint.reporters.record import dumps

    return [
        dumps(
            [
                {
                    "id": card.id,
                    "name": card.name,
                    "family": family(card),
                    "on": card.id in on,
                    "severity": on.get(card.id, card.severity),
                    "fix": card.fix,
                    "message": card.message,
                }
                for card in cards
            ],
            indent=2,
        )
    ]
