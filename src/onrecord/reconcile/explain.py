"""Why a claim belongs to an event, in words."""

import json
from typing import Any

__all__ = ["REASONS", "explain"]

REASONS = {
    "start": "before anything is compared",
    "type_same": "the same type of deed",
    "type_other": "types that cannot be one deed",
    "mode_other": "another mode",
    "word_same": "the deed is named by the same word",
    "word_like": "the words for the deed are used alike",
    "word_like_in_topic": "words used alike in articles on one subject",
    "word_in_context": "the deed of one is named beside the other",
    "words_shared": "words for the deed in common",
    "word_same_in_topic": "the same word in articles on one subject",
    "word_same_near": "the same word among the same words",
    "near": "the sentences share words",
    "topic": "the articles share words",
    "topic_other": "the articles are hardly on one subject",
    "subject_other": "the articles are hardly on one subject",
    "same_article": "one article tells both",
    "same_article_word_same": "one article, the same word",
    "same_sentence": "one sentence tells both",
    "people_other": "other persons take part",
    "people_shared": "the same persons take part",
    "place_same": "the same place",
    "place_other": "another place",
    "land_other": "another country",
    "repeated_other": "one happens again and again, the other once",
    "actors_match": "the same actor",
    "actors_clash": "another actor",
    "recipients_match": "the same recipient",
    "recipients_clash": "another recipient",
    "others_match": "the same things beside the deed",
    "others_clash": "other things beside the deed",
    "beside_match": "something in common beside the deed",
    "beside_match_word_same": "the same word with something in common beside it",
    "beside_clash": "nothing in common beside the deed",
    "numbers_match": "the same number or date beside it",
    "numbers_clash": "other numbers or dates beside it",
    "parties_crossed": "who gives in one, gets in the other",
    "untold_same_article": "no party told, but the same article",
    "refers_back": "a noun that takes up what was told before",
    "speaker_takes_part": "who speaks of it takes part in it",
    "items_match": "the same kind of item",
    "items_clash": "another kind of item",
    "time_same": "the days told overlap",
    "time_near": "within three days",
    "time_later": "some days apart",
    "time_far": "weeks apart",
    "time_apart": "more than a month apart",
    "time_clash": "the days told do not overlap",
    "days_clash": "the days told lie apart",
    "deed_like": "the words for the deed mean alike where they stand",
    "deed_much_like": "the words for the deed mean much the same where they stand",
    "deed_like_in_topic": "deeds alike in articles on one subject",
    "deed_like_word_same": "the same word for deeds alike",
    "deed_like_same_article": "one article, deeds alike",
}
"""Name of a reason → what it says to a reader."""


def explain(told: str) -> list[str]:
    """Return lines of text for what `Reconciled.because` keeps of one claim.

    Args:
        told: As kept, JSON.
    """
    kept: dict[str, Any] = json.loads(told)
    lines = []
    if "with" in kept:
        percent = round(100 * kept["probability"])
        lines.append(f"{percent} in 100 that it is one event with {kept['with']}:")
        lines += [f"  {adds:+.2f}  {REASONS.get(name, name)}" for name, adds in kept["reasons"]]
    else:
        lines.append("It is the only claim of this event.")
    lines += [f"{other} is taken for {name}: {because}" for name, other, because in kept.get("same", ())]
    lines += [f"A person decided so: {one}" for one in kept.get("decision", ())]
    return lines
