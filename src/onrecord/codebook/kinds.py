"""Frames without words of their own: where the parties of a deed stand that only the deed encoder names."""

from functools import cache
from pathlib import Path

from onrecord.codebook.frames import DEFAULT_ROLES, ROLES, SLOTS, Frame
from onrecord.codebook.load import load_yaml
from onrecord.records import EventType

__all__ = ["KIND", "frame_of_kind"]

KIND = "kind."
"""How the id of a frame without words of its own begins."""

_FILE = Path(__file__).parent / "kinds.yaml"
_OTHER = "other"


def frame_of_kind(kind: EventType | None) -> Frame:
    """Return the frame of a type, or of deeds that have none; its id is "kind.assault" and the like.

    Raises:
        CodebookError: `kinds.yaml` is wrong; names line, key, found, expected.
    """
    return _frames()[_OTHER if kind is None else kind.value]


@cache
def _frames() -> dict[str, Frame]:
    names = [*(kind.value for kind in EventType), _OTHER]
    frames = {}
    for name, node in load_yaml(_FILE).mapping(required=names).items():
        roles = {role: slots.choices(SLOTS) for role, slots in node.mapping(optional=ROLES).items()}
        frames[name] = Frame(
            id=f"{KIND}{name.lower()}",
            type=None if name == _OTHER else EventType(name),
            mode=None,
            cameo=None,
            context=(),
            verbs=(),
            nouns=(),
            roles={**DEFAULT_ROLES, **roles},
            bare=True,
        )
    return frames
