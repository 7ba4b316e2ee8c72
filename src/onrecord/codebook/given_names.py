"""Which gender a given name tells."""

from functools import cache
from pathlib import Path

from onrecord.codebook.wordclasses import word_classes
from onrecord.records import slug

__all__ = ["gender_of_name"]


def gender_of_name(name: str) -> str | None:
    """Return "female" or "male" where nearly all who bear a given name share a gender, else None.

    None too for names that the registers do not know, and for surnames put first ("Kim", "Xi"), which men
    and women bear.

    Source:
        The registers of `nomquamgender` (built by `training/given_names.py`); before them the few names in
        `wordclasses.yaml` that newsmakers bear otherwise than most people in the registers.
    """
    word = name.lower()
    if word in word_classes().male_names:
        return "male"
    return "female" if word in word_classes().female_names else _registered().get(slug(word))


@cache
def _registered() -> dict[str, str]:
    text = (Path(__file__).parent / "given_names.txt").read_text(encoding="utf-8")
    names = (line.split() for line in text.splitlines())
    return {name: "female" if told == "f" else "male" for name, told in names}
