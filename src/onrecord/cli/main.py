"""The `onrecord` command: names its subcommands, imports one only when it is asked for."""

import importlib
import sys
from typing import Any

import click

from onrecord import __version__
from onrecord.errors import OnrecordError, UsageError

__all__ = ["LazyGroup", "cli", "main"]

COMMANDS = {
    "demo": "onrecord.cli.demo:demo",
    "read": "onrecord.cli.read:read",
    "add": "onrecord.cli.add:add",
    "claims": "onrecord.cli.claims:claims",
    "events": "onrecord.cli.events:events",
    "who": "onrecord.cli.who:who",
    "numbers": "onrecord.cli.numbers:numbers",
    "exchanges": "onrecord.cli.exchanges:exchanges",
    "why": "onrecord.cli.why:why",
    "correct": "onrecord.cli.correct:correct",
    "reconcile": "onrecord.cli.reconcile:reconcile",
    "brief": "onrecord.cli.brief:brief",
    "serve": "onrecord.cli.serve:serve",
    "mcp": "onrecord.cli.mcp:mcp",
    "verify": "onrecord.cli.verify:verify",
    "doctor": "onrecord.cli.doctor:doctor",
    "codebook": "onrecord.cli.codebook:codebook",
    "evaluate": "onrecord.cli.evaluate:evaluate",
}
"""Command name → "module:object"; one command a file, imported when asked for."""


class LazyGroup(click.Group):
    """A group that imports a subcommand's module only when it is run or its own help is asked for.

    Args:
        lazy: Name → "module:object".
        helps: Name → the one line shown in the group's help, so that it needs no import.
    """

    def __init__(self, *args: Any, lazy: dict[str, str], helps: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy
        self.helps = helps

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands in the order they are taught."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one subcommand, None when there is none of that name."""
        target = self.lazy.get(cmd_name)
        if target is None:
            return None
        module, _, name = target.partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of subcommands from `helps`, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.helps[name]) for name in self.lazy])


HELPS = {
    "demo": "Read the bundled dispatches into a fresh ledger and serve the page.",
    "read": "Read articles and print who says what; keeps nothing.",
    "add": "Read articles and record who is reported to have said what.",
    "claims": "Ask the ledger who said what.",
    "events": "List events with who is on record for them, or show one in full.",
    "who": "Show who says, denies or fears an event, and who is not heard.",
    "numbers": "Show whose numbers differ, and why.",
    "exchanges": "Show what two parties give each other.",
    "why": "Tell why a claim is in an event.",
    "correct": "Accept, reject, fix, split, merge or relabel, and undo it.",
    "reconcile": "Group all claims of the ledger into events anew.",
    "brief": "Write what is new, changed and disputed since a day.",
    "serve": "Look at the ledger in a web browser.",
    "mcp": "Offer the ledger to a language model as tools.",
    "verify": "Prove that every span in the ledger is in its article.",
    "doctor": "Tell what is installed, which ledger, and what is wrong.",
    "codebook": "Look at the event frames and try them on their own examples.",
    "evaluate": "Score the program against corpora that people marked.",
}


@click.group(cls=LazyGroup, lazy=COMMANDS, helps=HELPS)
@click.version_option(__version__, prog_name="onrecord")
def cli() -> None:
    """Keep a ledger of attributed claims: who is on record saying what, with the words that prove it.

    Results go to standard output, progress and messages to standard error. Exit codes: 0 done,
    1 failed, 2 wrong usage, 3 done with articles set aside.
    """


def main() -> None:
    """Run the command line; a known error is printed in one line, never with a traceback."""
    try:
        cli()
    except UsageError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
    except OnrecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(1)
