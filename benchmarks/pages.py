"""Time every page and twin over a large ledger, beside an empty page in the same run.

    python benchmarks/generate_ledger.py sqlite:////tmp/big.db --claims 100000
    python benchmarks/pages.py sqlite:////tmp/big.db

Server time: from handing the request to the application to having its whole answer, in this process, one at
a time, each address once (no answer is measured from memory of the same address), the empty page between.
Beside it the processor time of the same answers, which a busy machine does not stretch. Then --readers
readers ask a real server at once, and every status is counted.
"""

import random
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from threading import Thread

import click
import httpx
import uvicorn
from starlette.testclient import TestClient

from onrecord.records import EventType, Stance, Standing
from onrecord.web.app import create_app

EMPTY = "/static/icon.svg"


@click.command()
@click.argument("url")
@click.option("--rounds", default=15, show_default=True, help="Addresses measured of each kind.")
@click.option("--readers", default=50, show_default=True, help="Readers at once, five addresses each.")
@click.option("--seed", default=7, show_default=True, help="Seed of the choice of addresses.")
def main(url: str, rounds: int, readers: int, seed: int) -> None:
    """Print the median and slowest milliseconds of each kind of page of the ledger at URL."""
    client = TestClient(create_app(url, hosts=("testserver",)))
    known = look(client)
    kinds = {name: list(made) for name, made in addresses(known, random.Random(seed), rounds).items()}
    timed(client, "/events")  # the first request opens the database
    timed(client, kinds["event timeline.svg"][0])  # and the first chart loads the drawing library
    empty: list[Spent] = []
    click.echo(f"{'page':22} {'median ms':>10} {'slowest ms':>11} {'median cpu ms':>14}")
    for name, paths in kinds.items():
        spent = []
        for path in paths:
            empty.append(timed(client, EMPTY))
            spent.append(timed(client, path))
        click.echo(line(name, spent))
    click.echo(line("(empty page)", empty))
    click.echo(at_once(url, [path for paths in kinds.values() for path in paths], readers))


Spent = tuple[float, float]
"""Milliseconds by the clock, and of the processor."""


def line(name: str, spent: list[Spent]) -> str:
    """Return a line of the table."""
    clock, processor = [s[0] for s in spent], [s[1] for s in spent]
    return f"{name:22} {median(clock):10.1f} {max(clock):11.1f} {median(processor):14.1f}"


def look(client: TestClient) -> dict[str, list[str]]:
    """Return ids the ledger holds: events of all sizes, claims, articles, parties, pairs."""
    events = client.get("/events.json?limit=200").json()["data"]["events"]
    claims = client.get("/claims.json?limit=200").json()["data"]["claims"]
    pairs = client.get("/exchanges.json").json()["data"]["pairs"]
    return {
        "event": [e["id"] for e in events],
        "claim": [c["id"] for c in claims],
        "article": sorted({c["article"]["id"] for c in claims}),
        "party": [p["value"] for p in client.get("/parties.json").json()["data"]["parties"]],
        "pair": [f"{p['giver']}/{p['receiver']}" for p in pairs],
    }


def addresses(known: dict[str, list[str]], rng: random.Random, rounds: int) -> dict[str, Iterator[str]]:
    """Return addresses of each kind of page, none twice."""

    def some(kind: str) -> list[str]:
        return rng.sample(known[kind], min(rounds, len(known[kind])))

    types, stances, standings = list(EventType), list(Stance), list(Standing)
    filters = [
        f"type={rng.choice(types)}&standing={rng.choice(standings)}&limit={n + 30}" for n in range(rounds)
    ]
    return {
        "front": (f"/?limit={n + 30}" for n in range(rounds)),
        "events, filtered": (f"/events?{words}" for words in filters),
        "events of a party": (f"/events?party={party}" for party in some("party")),
        "events, words": (f"/events?q={party}+moved" for party in some("party")),
        "event": (f"/events/{one}" for one in some("event")),
        "event.json": (f"/events/{one}.json" for one in some("event")),
        "event timeline.svg": (f"/events/{one}/timeline.svg" for one in some("event")),
        "event numbers-1.svg": (f"/events/{one}/numbers-1.svg" for one in some("event")),
        "claims": (f"/claims?stance={rng.choice(stances)}&limit={n + 30}" for n in range(rounds)),
        "claims.json": (f"/claims.json?stance={rng.choice(stances)}&limit={n + 30}" for n in range(rounds)),
        "claim": (f"/claims/{one}" for one in some("claim")),
        "article": (f"/articles/{one}" for one in some("article")),
        "exchange": (f"/exchanges/{pair}" for pair in some("pair")),
        "party": (f"/parties/{party}" for party in some("party")),
        "exchanges": (f"/exchanges?{'&' * n}" for n in range(rounds)),
        "network": (f"/network?party={party}" for party in some("party")),
        "network, whole": (f"/network?since=2024-01-{n + 1:02}" for n in range(min(rounds, 28))),
        "review": (f"/review?limit={n + 10}" for n in range(rounds)),
    }


def timed(client: TestClient, path: str) -> Spent:
    """Return what one answer took; a page that fails ends the run."""
    start, busy = time.perf_counter(), time.process_time()
    answer = client.get(path, headers={"accept": "text/html"})
    spent = (time.perf_counter() - start) * 1000, (time.process_time() - busy) * 1000
    if answer.status_code != 200:
        raise click.ClickException(f"{path}: {answer.status_code} {answer.text[:200]}")
    return spent


def at_once(url: str, paths: list[str], readers: int) -> str:
    """Return how many answers of each status many readers got who asked a real server at the same time."""
    server = uvicorn.Server(uvicorn.Config(create_app(url), port=0, log_level="error"))
    Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    base = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    rng = random.Random(1)

    def read(mine: list[str]) -> list[int]:
        with httpx.Client(base_url=base, timeout=120) as reader:
            return [reader.get(path).status_code for path in mine]

    start = time.perf_counter()
    with ThreadPoolExecutor(readers) as pool:
        found = pool.map(read, [[rng.choice(paths) for _ in range(5)] for _ in range(readers)])
        statuses = Counter(status for mine in found for status in mine)
    took = time.perf_counter() - start
    server.should_exit = True
    return f"{readers} readers at once, {sum(statuses.values())} answers in {took:.1f} s: {dict(statuses)}"


if __name__ == "__main__":
    main()
