"""What a house decides: `medlint.yml`, read with every mistake placed.

The nearest file wins whole; `extends` names one file to start from. Every file that is named lies in the repository
or was shipped with medlint; nothing is fetched and nothing is run.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from medlint import options
from medlint.record import Record
from medlint.shipped import HERE

FILE_NAME = "medlint.yml"
SHIPPED = "medlint:"
PROFILES = os.path.join(HERE, "profiles")
MOST_EXTENDS = 10

Locale = Literal["en-US", "en-GB", "auto"]
FailOn = Literal["error", "warning", "info", "never"]
PageType = Literal["article", "news", "recipe", "index", "legal", "other"]
Supplied = Literal["author", "reviewer", "published", "reviewed", "updated", "next_review", "disclaimer", "sources"]


class Override(Record):
    """What holds for some files only. Later overrides win over earlier ones, and all of them over the rest."""

    files: Annotated[tuple[str, ...], "Which files: path patterns as in a .gitignore."]
    type: Annotated[PageType | None, "What kind of page these are."] = None
    locale: Annotated[Locale | None, "Whose English these are written in."] = None
    select: Annotated[tuple[str, ...], "The only rules to run on them."] = ()
    ignore: Annotated[tuple[str, ...], "Rules to leave out on them."] = ()
    rules: Annotated[dict[str, Any], "Rules to switch, grade or set for them, as in `rules` above."] = {}
    supplied: Annotated[dict[str, Literal["template", "no"]], "What their template adds."] = {}
    words: Annotated[tuple[str, ...], "Words that are right in them."] = ()
    reject: Annotated[dict[str, str] | tuple[str, ...], "Words that are wrong in them."] = {}
    dictionaries: Annotated[tuple[str, ...], "Lists of words for them."] = ()
    abbreviations: Annotated[dict[str, str] | tuple[str, ...], "Short forms that need no explanation in them."] = {}


class Config(Record):
    """The keys of `medlint.yml`."""

    extends: Annotated[str, "What to start from: a shipped profile (medlint:patient-us) or a file."] = ""
    locale: Annotated[Locale, "Whose English: en-US, en-GB, or auto: whichever an article uses."] = "auto"
    select: Annotated[tuple[str, ...], "The only rules to run: ids, slugs, families, prefixes such as MED2, ALL."] = ()
    ignore: Annotated[tuple[str, ...], "Rules to leave out, named in the same ways."] = ()
    rules: Annotated[
        dict[str, Any], "By id or slug: off, on, a severity, or a mapping of `severity` and the rule's options."
    ] = {}
    fail_on: Annotated[FailOn, "The mildest severity that makes `medlint check` fail."] = "error"
    exclude: Annotated[tuple[str, ...], "Files that a folder walk leaves out."] = ()
    articles: Annotated[
        tuple[str, ...], "The files held to the rules on authors, reviewers, dates, disclaimers; none named: all."
    ] = ()
    types: Annotated[dict[str, PageType], "Path pattern -> article, news, recipe, index, legal or other."] = {}
    supplied: Annotated[
        dict[str, Literal["template", "no"]], "Field -> template: what the site's templates add to every page."
    ] = {}
    words: Annotated[tuple[str, ...], "Words that are right in this house."] = ()
    reject: Annotated[
        dict[str, str] | tuple[str, ...], "Words that this house does not write: a list, or wrong -> right."
    ] = {}
    dictionaries: Annotated[
        tuple[str, ...], "Lists of words, right and wrong: one a line, as cspell has them, or a hunspell .dic file."
    ] = ()
    abbreviations: Annotated[
        dict[str, str] | tuple[str, ...], "Short forms that need no explanation: a list, or short -> long."
    ] = {}
    reviewers: Annotated[tuple[str, ...], "The names of the approved reviewers."] = ()
    disclaimers: Annotated[tuple[str, ...], "Text files, each an approved disclaimer."] = ()
    rule_folders: Annotated[tuple[str, ...], "Folders of the house's own rule cards."] = ()
    max_file_size: Annotated[int, "In bytes; a larger file is a finding and is not read."] = 5_000_000
    overrides: Annotated[tuple[Override, ...], "Settings for some files only."] = ()


class ConfigError(ValueError):
    """A mistake in a configuration: which file, which line and column, and what would be right."""

    def __init__(self, message: str, path: str, line: int = 1, column: int = 1) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.message = message


class Layer(Record):
    """One configuration file: what it sets (by name), and where each thing in it stands."""

    path: str
    root: str
    config: Config
    given: tuple[str, ...]
    places: Any

    @property
    def folder(self) -> str:
        """The folder that its patterns and file names start from."""
        return os.path.dirname(self.path)

    def error(self, message: str, *path: str | int) -> ConfigError:
        """Make the error that points at a part of this file."""
        return ConfigError(message, shown(self.path), *self.places.place(path))

    def file(self, name: str, *path: str | int, anywhere: bool = False) -> str:
        """Give the path of a file that this one names. Raises ConfigError where it lies outside the repository.

        One that may lie anywhere is named by its whole path then, or from the home folder (`~/`), for all to see.
        """
        whole = os.path.expanduser(name)
        found = os.path.normpath(os.path.join(self.folder, whole))
        if not (anywhere and os.path.isabs(whole)) and ("://" in name or not _is_inside(found, self.root)):
            way_out = "; write its whole path, or one from ~" if anywhere and "://" not in name else ""
            raise self.error(f'"{name}" is not a file inside the repository ({self.root}){way_out}', *path)
        if not os.path.exists(found):
            where = "" if os.path.isabs(whole) else " here"
            raise self.error(f'there is no file "{name}"{where}; make it, or take its name out', *path)
        return shown(found)


def nearest(folder: str) -> str | None:
    """Give the `medlint.yml` that governs a folder: its own, or the first one above it inside the repository."""
    folder = os.path.abspath(folder)
    while not os.path.isfile(found := os.path.join(folder, FILE_NAME)):
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above
    return found


def repository(folder: str) -> str | None:
    """Give the root of the repository that holds a folder, or None where there is none."""
    folder = os.path.abspath(folder)
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def load(path: str) -> tuple[Layer, ...]:
    """Read a configuration and all that it extends, the furthest first. Raises ConfigError."""
    root = repository(os.path.dirname(path) or ".") or os.path.dirname(os.path.abspath(path))
    if os.path.islink(path) and not _is_inside(path, root):
        raise ConfigError(f"this link leads out of the repository ({root})", shown(path))
    layers = [read(path, root)]
    while layers[0].config.extends:
        child = layers[0]
        base, root = _extended(child)
        if len(layers) > MOST_EXTENDS or any(layer.path == base for layer in layers):
            raise child.error(f'"{child.config.extends}" leads back to itself', "extends")
        layers.insert(0, read(base, root))
    return tuple(layers)


def _extended(layer: Layer) -> tuple[str, str]:
    """Give the path of the file that a layer extends, and the folder that it must stay in."""
    name = layer.config.extends
    if not name.startswith(SHIPPED):
        return layer.file(name, "extends"), layer.root
    found = os.path.join(PROFILES, name.removeprefix(SHIPPED) + ".yml")
    if os.path.basename(found) not in os.listdir(PROFILES):
        raise layer.error(options.unknown("profile", name, [SHIPPED + each for each in profiles()]), "extends")
    return found, PROFILES


def profiles() -> list[str]:
    """Name the shipped profiles."""
    return sorted(name.removesuffix(".yml") for name in os.listdir(PROFILES) if name.endswith(".yml"))


def read(path: str, root: str) -> Layer:
    """Read one configuration file. Raises ConfigError."""
    from medlint import yamltext

    try:
        with open(path, encoding="utf-8-sig") as file:
            placed = yamltext.load(file.read())
        data = {} if placed.data is None else placed.data
        config: Config = _in_pairs(options.convert(Config, data))
        _check_supplied(config)
    except yamltext.YamlError as error:
        raise ConfigError(error.message, shown(path), error.line, error.column) from None
    except options.Wrong as wrong:
        raise ConfigError(
            wrong.message.replace("no option", "no setting"), shown(path), *placed.place(wrong.path)
        ) from None
    except UnicodeDecodeError:
        raise ConfigError("it is not UTF-8 text", shown(path)) from None
    except OSError as error:
        raise ConfigError(error.strerror or "it cannot be read", shown(path)) from None
    return Layer(os.path.abspath(path), root, config, tuple(data), placed)


def _in_pairs(config: Config) -> Config:
    """Give a configuration in which a list of rejected words has become a mapping, wrong -> right or ""."""
    overrides = tuple(each._replace(reject=pairs(each.reject)) for each in config.overrides)
    return config._replace(reject=pairs(config.reject), overrides=overrides)


def pairs(given: Mapping[str, str] | tuple[str, ...]) -> dict[str, str]:
    """Give rejected words as a mapping, wrong -> right, or "" where nothing is said instead."""
    if isinstance(given, Mapping):
        return dict(given)
    parted = (each.partition("->") for each in given)
    return {wrong.strip(): right.strip() for wrong, _, right in parted}


def _check_supplied(config: Config) -> None:
    """Check the names of supplied fields, which the type of a mapping does not say."""
    from typing import get_args

    known = get_args(Supplied)
    named: list[tuple[options.Path, str]] = [(("supplied", name), name) for name in config.supplied]
    for i, override in enumerate(config.overrides):
        named += [(("overrides", i, "supplied", name), name) for name in override.supplied]
    for path, name in named:
        if name not in known:
            raise options.Wrong(options.unknown("field", name, known), path)


def _is_inside(path: str, root: str) -> bool:
    """Tell whether a path leads to a place below a folder, however many links it goes through."""
    root = os.path.realpath(root)
    return os.path.commonpath([os.path.realpath(path), root]) == root


def shown(path: str) -> str:
    """Give a path as people see it: from the current folder, where it lies below that."""
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative
