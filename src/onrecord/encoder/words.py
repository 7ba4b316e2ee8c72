"""Cut an article into words and wordpieces, with where each word stands in the text.

Used by reading and by training alike, so that the network always sees what it was trained on.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from onrecord.errors import WeightsError

__all__ = ["FEATURE_COUNT", "Words", "load_tokenizer", "split_words"]

FEATURE_COUNT = 36
"""How many different word features there are: six letter cases, three gaps, in or out of quotation."""

_GAP_NONE, _GAP_SPACE, _GAP_LINE = range(3)
_OPENING, _CLOSING, _STRAIGHT = "“«", "”»", '"'


@dataclass(frozen=True, slots=True)
class Words:
    """An article as words (runs of letters and digits, single punctuation marks) and wordpieces.

    Attributes:
        pieces: Wordpiece ids of the whole article, shape (pieces,).
        first_piece: For each word its first wordpiece, and one entry more: the number of pieces;
            shape (words + 1,).
        starts: First character of each word, shape (words,).
        ends: One past the last character of each word, shape (words,).
        features: For each word what the lower-cased wordpieces no longer tell, 0 to
            `FEATURE_COUNT` - 1: letter case, the gap before it, whether it stands in quotation marks.
        new_line: True for the first word of each line, shape (words,).
    """

    pieces: NDArray[np.int64]
    first_piece: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    features: NDArray[np.int64]
    new_line: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.starts)


@cache
def load_tokenizer(vocabulary: Path) -> Tokenizer:
    """Return BERT's lower-casing wordpiece tokenizer over a vocabulary of one piece a line.

    Raises:
        WeightsError: The file is missing or lacks BERT's special pieces.
    """
    try:
        lines = vocabulary.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise WeightsError(f"{vocabulary} cannot be read ({error.strerror}). Reinstall onrecord.") from error
    pieces = {piece: number for number, piece in enumerate(lines)}
    missing = [piece for piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]") if piece not in pieces]
    if missing:
        raise WeightsError(f"{vocabulary.name} lacks {', '.join(missing)}. Reinstall onrecord.")
    tokenizer = Tokenizer(WordPiece(pieces, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def split_words(text: str, tokenizer: Tokenizer) -> Words:
    """Return the words of a text with their wordpieces, places and features.

    An empty text, or one of white space alone, has no words.
    """
    encoding = tokenizer.encode(text, add_special_tokens=False)
    first_piece: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    last = None
    for piece, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
        if word != last:
            first_piece.append(piece)
            starts.append(start)
            ends.append(end)
            last = word
        else:
            ends[-1] = end
    first_piece.append(len(encoding.ids))
    gaps = _gaps(text, starts, ends)
    return Words(
        pieces=np.array(encoding.ids, dtype=np.int64),
        first_piece=np.array(first_piece, dtype=np.int64),
        starts=np.array(starts, dtype=np.int64),
        ends=np.array(ends, dtype=np.int64),
        features=np.array(_features(text, starts, ends, gaps), dtype=np.int64),
        new_line=np.array([gap == _GAP_LINE for gap in gaps], dtype=np.bool_),
    )


def _gaps(text: str, starts: list[int], ends: list[int]) -> list[int]:
    gaps: list[int] = []
    before = 0
    for start, end in zip(starts, ends, strict=True):
        between = text[before:start]
        if not gaps or "\n" in between:
            gaps.append(_GAP_LINE)
        else:
            gaps.append(_GAP_SPACE if between else _GAP_NONE)
        before = end
    return gaps


def _features(text: str, starts: list[int], ends: list[int], gaps: list[int]) -> list[int]:
    features = []
    quoted = False
    for start, end, gap in zip(starts, ends, gaps, strict=True):
        word = text[start:end]
        # A quotation left open ends with its line: a state carried on would hide all that follows.
        if gap == _GAP_LINE:
            quoted = False
        inside = quoted or word in _OPENING or word in _CLOSING or word == _STRAIGHT
        if word in _OPENING:
            quoted = True
        elif word in _CLOSING:
            quoted = False
        elif word == _STRAIGHT:
            quoted = not quoted
        features.append(_case(word) * 6 + gap * 2 + inside)
    return features


def _case(word: str) -> int:
    if not word[0].isalnum():
        return 5
    if word[0].isdigit():
        return 4
    if word.islower():
        return 0
    if word.istitle():
        return 1
    if word.isupper():
        return 2
    return 3
