"""How well articles of one news event meet in the ledger's events, and those of different ones do not.

    onrecord add --ledger clusters.db DIR/clusters/articles.jsonl
    python benchmarks/reconcile_clusters.py sqlite:///clusters.db DIR/clusters/articles.jsonl

An article's main event is the one that most other articles share, among the events that hold a claim of it;
of those as widely shared, the one with more of its claims.
"""

import json
from collections import Counter
from itertools import combinations
from pathlib import Path

import click

from onrecord.ledger import Ledger


@click.command()
@click.argument("ledger")
@click.argument("articles", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--show", is_flag=True, help="List the events shared by articles of different clusters.")
def main(ledger: str, articles: Path, show: bool) -> None:
    """Print shares of pairs of articles that share their main event, and any event."""
    lines = (json.loads(line) for line in articles.open(encoding="utf-8"))
    cluster = {line["id"]: line["cluster"] for line in lines}
    inside: dict[str, Counter[str]] = {}
    titles = {}
    with Ledger.open(ledger, create=False) as opened:
        home = {claim.id: claim.article.id for claim in opened.reader.claims()}
        for event in opened.reader.events():
            titles[event.id] = event.title
            for claim in event.claims:
                inside.setdefault(home[claim], Counter())[event.id] += 1
    spread = Counter(event for events in inside.values() for event in events)
    main_of = {a: max(sorted(e), key=lambda one: (spread[one], e[one])) for a, e in inside.items()}
    same = [pair for pair in combinations(sorted(cluster), 2) if cluster[pair[0]] == cluster[pair[1]]]
    other = [pair for pair in combinations(sorted(cluster), 2) if cluster[pair[0]] != cluster[pair[1]]]
    for name, pairs in (("one cluster", same), ("different clusters", other)):
        by_main = sum(main_of.get(a) is not None and main_of.get(a) == main_of.get(b) for a, b in pairs)
        by_any = sum(
            bool(inside.get(a, Counter()).keys() & inside.get(b, Counter()).keys()) for a, b in pairs
        )
        print(f"{name}: {len(pairs)} pairs; {100 * by_main / len(pairs):.1f} % share their main event, "
              f"{100 * by_any / len(pairs):.2f} % any event")  # fmt: skip
    print(f"{sum(a not in inside for a in cluster)} of {len(cluster)} articles have no event")
    by_cluster: dict[str, list[str]] = {}
    for one, name in cluster.items():
        by_cluster.setdefault(name, []).append(one)
    for name, members in sorted(by_cluster.items(), key=lambda item: -len(item[1])):
        top, count = Counter(e for one in members for e in inside.get(one, ())).most_common(1)[0]
        print(f"  {count:2} of {len(members):2}  {name}: {titles[top]}")
    if show:
        for event in spread:
            clusters = {cluster[a] for a, events in inside.items() if event in events}
            if len(clusters) > 1:
                print(f"{event} {titles[event]}: {', '.join(sorted(clusters))}")


if __name__ == "__main__":
    main()
