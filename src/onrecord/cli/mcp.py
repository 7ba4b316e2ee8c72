"""`onrecord mcp`: the ledger as tools for language models."""

import click

from onrecord.cli.ledger_options import ledger_option

__all__ = ["mcp"]


@click.command()
@ledger_option
def mcp(ledger: str) -> None:
    """Offer the ledger to a language model as tools, over standard input and output.

    Speaks the Model Context Protocol: search events and claims, get an event, an article, a party, or
    what passes between two parties. Nothing is written. Needs: pip install 'onrecord[mcp]'.
    """
    from datetime import UTC, datetime

    from onrecord.errors import UsageError
    from onrecord.web.tools import create_server

    try:
        server = create_server(ledger, lambda: datetime.now(UTC))
    except ImportError as error:
        raise UsageError(
            f"onrecord mcp needs {error.name}, which is not installed. "
            "Install it with: pip install 'onrecord[mcp]'"
        ) from error
    server.run("stdio")
