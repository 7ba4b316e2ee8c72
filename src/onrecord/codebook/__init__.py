"""Vocabularies as data (YAML) and their strict loader: frames, items, word classes, modality."""

from onrecord.codebook.book import Codebook, load_codebook
from onrecord.codebook.classes import ItemKind, Lexicon
from onrecord.codebook.frames import Example, Frame
from onrecord.codebook.modality import Effect, Modality

__all__ = ["Codebook", "Effect", "Example", "Frame", "ItemKind", "Lexicon", "Modality", "load_codebook"]
