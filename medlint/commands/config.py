"""`medlint config`: each setting for a path, and who set it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

import click

from medlint.commands.governing import governing
from medlint.config import PROFILES, SHIPPED, Config, Layer
from medlint.globs import fits
from medlint.reporters.plain import safe
from medlint.settings import House, below


@click.command("config")
@click.argument("path", default=".", type=click.Path(exists=True))
@click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Use this medlint.yml.")
@click.option("--format", "output", type=click.Choice(("text", "json")), default="text", help="How it is shown.")
def command(path: str, config: str | None, output: str) -> None:
    """Show each setting that holds for PATH, and who set it: a line of a medlint.yml, a profile, or medlint itself."""
    house = governing(path, config)
    rows = [row for name in Config._fields if name != "overrides" for row in _rows(house, name)]
    rows += list(_overrides(house, path))
    if output == "json":
        from medlint.reporters.record import dumps

        click.echo(dumps([{"setting": name, "value": value, "set_by": who} for name, value, who in rows], indent=2))
        return
    width = max(len(name) for name, _, _ in rows)
    for name, value, who in rows:
        click.echo(f"{name:{width}}  {safe(_plain(value))}  {click.style(f'({who})', dim=True)}")
    click.echo(f"\n{len(house.settings(path).plan.rules)} of {len(house.cards)} rules are on for {path}.")


Row = tuple[str, Any, str]


def _rows(house: House, name: str) -> Iterator[Row]:
    """Yield a row for a setting: one for each part of it where several files have a say."""
    setters = [layer for layer in house.layers if name in layer.given]
    if not setters:
        yield name, getattr(Config(), name), "as medlint has it"
        return
    value = house.value(name)
    if isinstance(value, Mapping):
        for key, each in value.items():
            layer = [layer for layer in setters if key in getattr(layer.config, name)][-1]
            yield f"{name}.{key}", each, who(layer, name, key)
    elif value == getattr(setters[-1].config, name):
        yield name, value, who(setters[-1], name)
    else:
        for layer in setters:
            yield name, getattr(layer.config, name), who(layer, name)


def _overrides(house: House, path: str) -> Iterator[Row]:
    for layer in house.layers:
        for i, override in enumerate(layer.config.overrides):
            if fits(override.files, below(layer, path)):
                for name, value in override._asdict().items():
                    if name != "files" and value != override._field_defaults.get(name):
                        yield f"override: {name}", value, who(layer, "overrides", i, name)


def who(layer: Layer, *path: str | int) -> str:
    """Name who set something: the file and the line, or the profile."""
    if layer.folder == PROFILES:
        return SHIPPED + os.path.basename(layer.path).removesuffix(".yml")
    return f"{os.path.relpath(layer.path)}:{layer.places.place(path)[0]}"


def _plain(value: Any) -> str:
    if value in ((), {}, ""):
        return "-"
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_plain(each)}" for name, each in value.items())
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
