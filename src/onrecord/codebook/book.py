"""The codebook as a whole: every vocabulary, read once, checked, frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from onrecord.codebook.classes import ItemKind, Lexicon, read_classes, read_items
from onrecord.codebook.frames import Frame, read_frame
from onrecord.codebook.load import Node, load_yaml
from onrecord.codebook.modality import Modality, read_modality
from onrecord.codebook.stances import StanceBook, read_stances, with_cues

__all__ = ["Codebook", "load_codebook"]

HERE = Path(__file__).parent


@dataclass(frozen=True, eq=False)
class Codebook:
    """Every vocabulary that reading uses; the same files always make the same codebook.

    Attributes:
        frames: Event frames by id.
        items: Item kinds by id.
        classes: Word classes by name, item kinds not among them.
        modality: Words that tell how a deed stands.
        stances: Cues of attribution and the stance each carries.
    """

    frames: Mapping[str, Frame]
    items: Mapping[str, ItemKind]
    classes: Mapping[str, tuple[str, ...]]
    modality: Modality
    stances: StanceBook = field(default_factory=StanceBook)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Word classes and item kinds, looked up by the words of a phrase."""
        return Lexicon({**self.classes, **{kind.id: kind.words for kind in self.items.values()}})


def load_codebook(extra: Sequence[Path] = ()) -> Codebook:
    """Return the shipped codebook, with an analyst's own files laid over it.

    Args:
        extra: Files with any of the keys `frames`, `items`, `classes` and `cues`. A frame with a new id is
            added and goes before shipped ones that fit as well; one with a shipped id takes its
            place. Words of an item kind or class are added to those shipped.

    Raises:
        CodebookError: A file cannot be read or is wrong; names file, line, key, found, expected.
    """
    book = _shipped()
    for path in extra:
        book = _with_file(book, load_yaml(path), first=True)
    return book


@cache
def _shipped() -> Codebook:
    empty = Codebook({}, {}, {}, Modality())
    modality = read_modality(load_yaml(HERE / "modality.yaml"))
    stances = read_stances(load_yaml(HERE / "stances.yaml"))
    book = replace(empty, modality=modality, stances=stances)
    for path in (HERE / "items.yaml", HERE / "classes.yaml", *sorted((HERE / "frames").glob("*.yaml"))):
        book = _with_file(book, load_yaml(path), first=False)
    return book


def _with_file(book: Codebook, root: Node, first: bool) -> Codebook:
    """Return the codebook with one file added; its frames come before or after those that stand."""
    fields = root.mapping(optional=["items", "classes", "frames", "cues"])
    items, classes = dict(book.items), dict(book.classes)
    if "items" in fields:
        for name, kind in read_items(fields["items"]).items():
            known = items.get(name)
            items[name] = _joined(known, kind) if known else kind
    if "classes" in fields:
        for name, words in read_classes(fields["classes"]).items():
            if name in items:
                fields["classes"].refuse(f"class {name!r}", "another name: an item kind has this one")
            classes[name] = tuple(dict.fromkeys((*classes.get(name, ()), *words)))
    frames = dict(book.frames)
    if "frames" in fields:
        own: dict[str, Frame] = {}
        for node in fields["frames"].each():
            frame = read_frame(node, {*items, *classes})
            if frame.id in own or (frame.id in frames and frames[frame.id].file == frame.file):
                node.refuse(f"frame id {frame.id!r} a second time", "an id of its own")
            own[frame.id] = frame
        rest = {id_: frame for id_, frame in frames.items() if id_ not in own}
        frames = {**own, **rest} if first else {**rest, **own}
    stances = with_cues(book.stances, fields["cues"]) if "cues" in fields else book.stances
    return replace(book, items=items, classes=classes, frames=frames, stances=stances)


def _joined(known: ItemKind, more: ItemKind) -> ItemKind:
    words = tuple(dict.fromkeys((*known.words, *more.words)))
    return ItemKind(known.id, words, more.about or known.about)
