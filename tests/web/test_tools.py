"""A language model gets the ledger's answers as tools, over the official SDK, and can change nothing."""

import asyncio
import sys
from datetime import UTC, datetime

import pytest

mcp = pytest.importorskip("mcp", reason="needs the extra onrecord[mcp]")

from mcp.client.session import ClientSession  # noqa: E402
from mcp.client.stdio import StdioServerParameters, stdio_client  # noqa: E402

from onrecord.web.tools import create_server  # noqa: E402

NOW = datetime(2024, 11, 26, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(ledger_url):
    return create_server(ledger_url, lambda: NOW)


def call(server, name, **arguments):
    """Return what a tool answers, as structured content."""
    found = asyncio.run(server.call_tool(name, arguments))
    return found.structured_content if hasattr(found, "structured_content") else found[1]


def test_every_tool_is_told_and_none_writes(server):
    tools = asyncio.run(server.list_tools())
    names = {tool.name for tool in tools}
    assert names == {
        "search_events", "search_claims", "get_event", "get_article", "get_party", "get_exchanges",
    }  # fmt: skip
    assert all(tool.description for tool in tools)


def test_events_are_searched_and_one_is_got_with_its_claims(server):
    found = call(server, "search_events", words="shells", standing="disputed")
    (event,) = found["events"]
    got = call(server, "get_event", id=event["id"])
    assert {c["stance"] for c in got["claims"]} == {"says", "denies"}


def test_claims_articles_parties_and_exchanges_are_the_apis(server, client):
    assert call(server, "search_claims", stance="denies")["claims"][0]["evidence"]
    for name, given, path in (
        ("get_article", {"id": "wire/one"}, "/articles/wire/one.json"),
        ("get_party", {"id": "BLR"}, "/parties/BLR.json"),
        ("get_exchanges", {"left": "BLR", "right": "AZE"}, "/exchanges/BLR/AZE.json"),
    ):
        assert call(server, name, **given) == client.get(path).json()["data"]


def test_the_command_speaks_the_protocol_over_standard_input_and_output(ledger_url):
    async def ask():
        command = [sys.executable, "-m", "onrecord.cli.main", "mcp", "--ledger", ledger_url]
        given = StdioServerParameters(command=command[0], args=["-c", RUN, *command[3:]])
        async with stdio_client(given) as streams, ClientSession(*streams) as session:
            await session.initialize()
            good = await session.call_tool("get_event", {"id": "event-one"})
            bad = await session.call_tool("get_event", {"id": "none"})
            return good, bad

    good, bad = asyncio.run(ask())
    assert "Belarus" in good.content[0].text
    assert "holds no event 'none'" in bad.content[0].text


RUN = "from onrecord.cli.main import main; main()"
