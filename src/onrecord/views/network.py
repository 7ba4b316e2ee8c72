"""Parties as a network: who is told to do what to whom, how often."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from onrecord.records import EventType
from onrecord.views.words import DEED_WORDS, party_name

__all__ = ["Network", "NetworkEdge", "NetworkNode", "graphml", "network"]


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """One party.

    Attributes:
        party: Its id.
        name: Its readable name.
        claims: Claims on its edges.
    """

    party: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """One party doing one type of thing to another.

    Attributes:
        source: Who does it.
        target: To whom.
        type: PLOVER type.
        deed: The type in words.
        claims: Claims that tell it.
    """

    source: str
    target: str
    type: EventType
    deed: str
    claims: int


@dataclass(frozen=True, slots=True)
class Network:
    """Parties and their edges, the commonest first."""

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]


def network(pairs: Iterable[tuple[str, str, str, int]]) -> Network:
    """Return the network of (actor, recipient, PLOVER type, claims) in the order given."""
    edges = tuple(
        NetworkEdge(a, b, EventType(kind), DEED_WORDS[EventType(kind)], n) for a, b, kind, n in pairs
    )
    weights: dict[str, int] = {}
    for edge in edges:
        for party in (edge.source, edge.target):
            weights[party] = weights.get(party, 0) + edge.claims
    order = sorted(weights, key=lambda party: (-weights[party], party))
    return Network(tuple(NetworkNode(p, party_name(p), weights[p]) for p in order), edges)


def graphml(found: Network) -> str:
    """Return a network as GraphML, as Gephi, yEd and networkx read it: an edge for each type of deed.

    Source:
        http://graphml.graphdrawing.org/specification.html
    """
    root = ElementTree.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, target, kind in _KEYS:
        key = {"id": f"{target}_{name}", "for": target, "attr.name": name, "attr.type": kind}
        ElementTree.SubElement(root, "key", key)
    graph = ElementTree.SubElement(root, "graph", id="onrecord", edgedefault="directed")
    for node in found.nodes:
        element = ElementTree.SubElement(graph, "node", id=node.party)
        _data(element, "node", label=node.name, claims=node.claims)
    for number, edge in enumerate(found.edges):
        ends = {"id": f"e{number}", "source": edge.source, "target": edge.target}
        element = ElementTree.SubElement(graph, "edge", ends)
        _data(element, "edge", label=edge.deed, type=edge.type.value, claims=edge.claims)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


_KEYS = (
    ("label", "node", "string"),
    ("claims", "node", "int"),
    ("label", "edge", "string"),
    ("type", "edge", "string"),
    ("claims", "edge", "int"),
)


def _data(element: ElementTree.Element, target: str, **values: object) -> None:
    for name, value in values.items():
        ElementTree.SubElement(element, "data", key=f"{target}_{name}").text = str(value)
