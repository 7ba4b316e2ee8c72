"""`onrecord serve`: the ledger as a page."""

import click

from onrecord.cli.ledger_options import ledger_option

__all__ = ["serve"]

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@ledger_option
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8642, show_default=True, help="Port; 0 for any free one."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen at; any but this machine's own opens the page to others, without a password.",
)
@click.option(
    "--review",
    is_flag=True,
    help="Take changes: accept, fix, reject, merge, split. Without it nothing is written.",
)
@click.option(
    "--author",
    "authors",
    multiple=True,
    metavar="NAME",
    help="Name offered to who reviews; may be given several times. [default: typed on the page]",
)
@click.option("--open", "open_page", is_flag=True, help="Open the page in the web browser.")
def serve(ledger: str, port: int, host: str, review: bool, authors: tuple[str, ...], open_page: bool) -> None:
    """Serve the ledger as a page, and as JSON beside it, until Ctrl-C.

    Listens on this machine only, asks nothing of the network, and writes nothing unless --review is
    given. Every page has a JSON twin (.json); its description is at /openapi.json.
    """
    import socket

    import uvicorn

    from onrecord.errors import UsageError
    from onrecord.web.app import create_app

    hosts = LOOPBACK if host in LOOPBACK else ()
    app = create_app(ledger, review=review, hosts=hosts, reviewers=authors)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        raise UsageError(
            f"Cannot listen at {host} port {port}: {error.strerror}. Choose another --port."
        ) from error
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listener.getsockname()[1]}/"
    click.echo(f"{address}  (Ctrl-C ends it)", err=True)
    if not hosts:
        click.echo("Others can reach this page; it asks for no password.", err=True)
    if open_page:
        click.launch(address)
    uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[listener])
