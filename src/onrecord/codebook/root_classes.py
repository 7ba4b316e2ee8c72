"""The fifteen classes of the relation between two parties: PLOVER's folded roots as PLV draws them.

Source:
    PLV (Hu et al., ACL 2024): CONCEDE and RETREAT are one class, YIELD; the CAMEO table of 2021 gives a few
    codes another type than the manual v2.0, which claims follow.
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

_BY_CAMEO = {"116": EventType.ACCUSE, "163": EventType.COERCE}
"""Codes that the CAMEO table of 2021 gives another type than the manual v2.0: convictions, sanctions."""


def root_class(type_: EventType, root: EventType, cameo: str | None) -> str:
    """Return the class of a folded root.

    Args:
        type_: Type of the deed as if done; an intent to release, withdraw or disarm (CAMEO 035) is
            AGREE in PLV.
        root: The folded root.
        cameo: CAMEO code of the deed itself; its type of 2021 takes the place of SANCTION.
    """
    if root is EventType.SANCTION:
        root = _BY_CAMEO.get(cameo or "", root)
    if type_ is EventType.RETREAT and root is EventType.CONCEDE:
        root = EventType.AGREE
    return "YIELD" if root in (EventType.CONCEDE, EventType.RETREAT) else root.value


def quad_of(root: str) -> int:
    """Return 1 verbal cooperation, 2 material cooperation, 3 verbal conflict or 4 material conflict."""
    return _QUAD_OF[root]
