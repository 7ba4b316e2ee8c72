"""The fifteen classes of the relation between two parties: PLOVER's folded roots as PLV draws them.

Source:
    PLV (Hu et al., ACL 2024): CONCEDE and RETREAT are one class, YIELD; the CAMEO table of 2021 gives a few
    codes another type than the manual v2.0, which claims follow. Blockades, occupied territory and cyber
    attacks are ASSAULT in PLV's training file (ten of twelve that frames find), as is CAMEO's category 19.
"""

from onrecord.records import EventType

__all__ = ["ROOTS", "quad_of", "root_class"]

_QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("COOPERATE", "AID", "YIELD"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD_OF = {root: quad for quad, roots in _QUADS.items() for root in roots}
ROOTS = tuple(sorted(_QUAD_OF))
"""The classes in the order of the deed encoder's columns."""

_BY_CAMEO = {
    ("SANCTION", "116"): EventType.ACCUSE,
    ("SANCTION", "163"): EventType.COERCE,
    ("COERCE", "191"): EventType.ASSAULT,
    ("COERCE", "192"): EventType.ASSAULT,
}
"""Roots of the manual v2.0 that PLV classes otherwise: convictions, sanctions, blockades, occupied land."""


def root_class(type_: EventType, root: EventType, cameo: str | None, mode: str | None = None) -> str:
    """Return the class of a folded root.

    Args:
        type_: Type of the deed as if done; an intent to release, withdraw or disarm (CAMEO 035) is
            AGREE in PLV.
        root: The folded root.
        cameo: CAMEO code of the deed itself.
        mode: PLOVER mode of the deed itself.
    """
    root = _BY_CAMEO.get((root.value, cameo or ""), root)
    if root is EventType.COERCE and mode == "cyber":
        root = EventType.ASSAULT
    if type_ is EventType.RETREAT and root is EventType.CONCEDE:
        root = EventType.AGREE
    return "YIELD" if root in (EventType.CONCEDE, EventType.RETREAT) else root.value


def quad_of(root: str) -> int:
    """Return 1 verbal cooperation, 2 material cooperation, 3 verbal conflict or 4 material conflict."""
    return _QUAD_OF[root]
