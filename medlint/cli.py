"""The command `medlint`: its subcommands, each imported only when it is called."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import Any

import click

from medlint import __version__

COMMANDS = {
    "check": "Check articles and say what is wrong with them.",
    "rules": "List the rules.",
    "explain": "Explain one rule.",
    "metadata": "Show authors, reviewers, dates, disclaimers and sources of articles.",
    "glossary": "List the abbreviations that articles define and use.",
    "words": "Keep the words that are right in this house.",
    "config": "Show each setting for a path, and who set it.",
    "init": "Write a medlint.yml that fits a folder.",
    "test-rules": "Run the examples on your own rule cards.",
}
"""Each subcommand and what `--help` says of it, so that help imports none of them."""

FAILED = 2
"""The exit code of a run that could not do what it was asked to."""


class Commands(click.Group):
    """A group that imports the module of a subcommand when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the subcommands in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a subcommand."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"medlint.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find a subcommand, or name the nearest one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from medlint.options import unknown

            ctx.fail(unknown("command", args[0], COMMANDS))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Check medical content before its readers do."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line. Whatever fails ends as one line and exit code 2, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        commands.main(arguments, prog_name="medlint", standalone_mode=False)
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(FAILED)
    except (click.Abort, KeyboardInterrupt):
        _fail("stopped")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except Exception as error:
        _fail(f"{type(error).__name__}: {' '.join(str(error).split())}")


def _fail(message: str) -> None:
    print(f"medlint: {message}", file=sys.stderr)
    sys.exit(FAILED)
