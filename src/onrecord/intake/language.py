"""The language of a text. Only English is read; another language is named, never read as English."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["ENGLISH", "language_of"]

ENGLISH = "en"
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_HEAD = 4_000  # characters looked at
_FEWEST_WORDS = 20  # a shorter text is not judged, unless its letters are not Latin
_PLAINLY_ENGLISH = 0.08  # share of these words: under it in 8 of 2,905 English reports, see docs/intake.md
_ENGLISH_WORDS = frozenset(
    (
        *("and", "are", "been", "but", "for", "from", "had", "has", "have", "his", "not", "said", "that"),
        *("the", "their", "they", "this", "was", "were", "which", "who", "will", "with", "would"),
    )
)
_SURE = 0.9  # probability py3langid must give a language other than English
_SURE_FROM = 40  # words from which its best guess is taken as it is
# Languages news is written in. py3langid knows more, among them creoles it takes English headlines for.
_NEWS = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr ht hu hy id is it "
    "ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru rw si sk sl so sq sr "
    "sv sw ta te tg th tk tl tr uk ur uz vi xh yo zh zu"
)


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, None where it is too short to tell.

    A text with enough of the commonest English words is English; others are told by py3langid.
    """
    head = text[:_HEAD]
    words = _WORD.findall(head.lower())
    foreign_letters = _mostly_not_latin(head)
    if not words or (len(words) < _FEWEST_WORDS and not foreign_letters):
        return None
    if sum(word in _ENGLISH_WORDS for word in words) >= _PLAINLY_ENGLISH * len(words):
        return ENGLISH
    code, probability = _identifier().classify(head)
    sure = foreign_letters or code == ENGLISH or len(words) >= _SURE_FROM or probability >= _SURE
    return str(code) if sure else None


def _mostly_not_latin(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 0 and len(_LATIN.findall(text)) < letters / 2


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a second to load: only when it is needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_NEWS.split())
    return identifier
