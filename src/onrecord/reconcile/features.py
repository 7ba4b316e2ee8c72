"""What is compared between two tellings of events: each feature by name, 0 where it says nothing."""

from datetime import date
from operator import attrgetter

from onrecord.reconcile.canonical import SPELLING
from onrecord.reconcile.families import is_mutual, may_be_one
from onrecord.reconcile.telling import Telling
from onrecord.reconcile.weights import LinkingWeights
from onrecord.reconcile.words import cosine, product, shared
from onrecord.records import Status

__all__ = ["barred", "gap_in_days", "typed_features", "word_features"]

_ARMS = frozenset({"ammunition", "missiles", "drones", "aircraft", "ships", "vehicles", "air_defence"})
"""Item kinds that "arms" may stand for."""

_GENERIC_ITEMS = frozenset({"materials", "relief", "other"})
"""Item kinds that a telling may use for any of the others."""

_OPEN = frozenset({Status.PLANNED, Status.DEMANDED, Status.POSSIBLE, Status.CONDITIONAL})
"""Statuses of deeds still to come: the deed may follow up to `_AHEAD` days after it was told."""

_AHEAD = 45
_ON_ONE = 0.15
"""Likeness of articles below which they are hardly on one subject: of ECB+'s pairs on one event few are less
alike, of those of two topics few are more."""

_MUCH = 0.5
"""Likeness of vectors above which each step tells more."""

_SEASON = 90
_NEAR = 3
_FAR = 10
_APART = 30


def typed_features(left: Telling, right: Telling, weights: LinkingWeights) -> dict[str, float]:
    """Return the features of two tellings whose deeds both have a PLOVER type.

    Args:
        left, right: Two tellings.
        weights: Gives the likeness of words.
    """
    same = float(left.head == right.head or bool(left.words & right.words))
    found = {
        "type_same": float(left.type is right.type),
        "type_other": float(not may_be_one(left.type, right.type)),
        "mode_other": _differ(left.mode, right.mode),
        "word_same": same,
        "word_like": weights.likeness(left.head, right.head),
        "near": cosine(left.near, right.near),
        "topic": cosine(left.topic, right.topic),
        "same_article": float(left.article == right.article),
        "same_sentence": float(left.article == right.article and left.sentence == right.sentence),
        "refers_back": float(
            left.article == right.article and max(left, right, key=attrgetter("order")).definite
        ),
        "people_other": _people_differ(left.people, right.people) if is_mutual(left.type) else 0.0,
        "place_same": float(bool(left.places & right.places)),
        "place_other": _clash(left.places, right.places),
        "land_other": 0.0 if left.places & right.places else _clash(left.lands, right.lands),
        "repeated_other": float(left.repeated != right.repeated),
    }
    found |= _parties(left, right) | _items(left, right) | _times(left, right)
    if not _are_seen(left, right):
        return found
    subject = cosine(left.subject, right.subject)
    return found | {"subject_other": _apart(subject)} | _seen(left, right, same, subject)


def barred(left: Telling, right: Telling) -> bool:
    """Tell whether what two typed tellings say is so far apart that no likeness of words can outweigh it."""
    if left.type is None or right.type is None:
        return False
    if not may_be_one(left.type, right.type):
        return True
    if is_mutual(left.type) or left.actors & right.actors:
        return False
    parts = (left.actors, right.actors), (left.recipients | left.against, right.recipients | right.against)
    return all(_clash(one, other) for one, other in parts)


def word_features(left: Telling, right: Telling, weights: LinkingWeights) -> dict[str, float]:
    """Return the features of two tellings of which at least one has no PLOVER type.

    Args:
        left, right: Two tellings.
        weights: Gives the likeness of words.
    """
    same = float(left.head == right.head)
    topic, near = cosine(left.subject, right.subject), cosine(left.near, right.near)
    like = 1.0 if same else weights.likeness(left.head, right.head)
    left_all = left.actors | left.recipients | left.others
    right_all = right.actors | right.recipients | right.others
    beside = float(bool(left_all & right_all))
    found = {
        "word_same": same,
        "words_shared": shared(left.words, right.words),
        "word_like": like,
        "word_like_in_topic": like * topic,
        "word_in_context": float(_named_beside(left, right) or _named_beside(right, left)),
        "topic": topic,
        "topic_other": _apart(topic),
        "near": near,
        "word_same_in_topic": same * topic,
        "word_same_near": same * near,
        "actors_match": float(bool(left.actors & right.actors)),
        "actors_clash": _clash(left.actors, right.actors),
        "recipients_match": float(bool(left.recipients & right.recipients)),
        "recipients_clash": _clash(left.recipients, right.recipients),
        "others_match": float(bool(left.others & right.others)),
        "others_clash": _clash(left.others, right.others),
        "beside_match": beside,
        "beside_match_word_same": beside * same,
        "beside_clash": _clash(left_all, right_all),
        "numbers_match": float(bool(left.numbers & right.numbers)),
        "numbers_clash": _clash(left.numbers, right.numbers),
        "people_shared": shared(left.people, right.people),
        "same_article": float(left.article == right.article),
        "same_article_word_same": float(left.article == right.article) * same,
        "same_sentence": float(left.article == right.article and left.sentence == right.sentence),
        "days_clash": _days_clash(left, right),
    }
    return found | _seen(left, right, same, topic) if _are_seen(left, right) else found


def _apart(topic: float) -> float:
    """Return how far the likeness of two articles is below that of articles on one subject, 0 to 1."""
    return max(_ON_ONE - topic, 0.0) / _ON_ONE


def _are_seen(left: Telling, right: Telling) -> bool:
    """Tell whether one deed encoder has read both."""
    return bool(left.seen) and left.seen_by == right.seen_by


def _seen(left: Telling, right: Telling, same: float, topic: float) -> dict[str, float]:
    """Return what the deed encoder makes of two tellings."""
    like = product(left.seen, right.seen)
    return {
        "deed_like": like,
        "deed_much_like": max(like - _MUCH, 0.0),
        "deed_like_in_topic": like * topic,
        "deed_like_word_same": like * same,
        "deed_like_same_article": like * float(left.article == right.article),
    }


def gap_in_days(left: Telling, right: Telling) -> int | None:
    """Return the days between the stretches in which two deeds can have happened, 0 if they overlap.

    A deed not told with a day can have happened up to ten days before it was told; a deed still to come,
    from when it was told to 45 days later. None when a day is not known.
    """
    first, second = _stretch(left), _stretch(right)
    if first is None or second is None:
        return None
    return max(0, second[0] - first[1], first[0] - second[1])


def _stretch(telling: Telling) -> tuple[int, int] | None:
    day = telling.day.toordinal() if telling.day else None
    start, end = _number(telling.start), _number(telling.end)
    if start is None and end is None:
        if day is None:
            return None
        start, end = (day, day) if telling.status in _OPEN else (day - _FAR, day)
    elif start is None:
        start = (end or 0) - _FAR
    elif end is None:
        end = max(start, day or start)
    assert start is not None
    assert end is not None
    if telling.status in _OPEN:
        end = max(end, start + _AHEAD) if telling.start is None else end
    return start, max(start, end)


def _number(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _days_clash(left: Telling, right: Telling) -> float:
    """Return 1 where days told of two deeds lie apart, half where one lies far from the other's telling."""
    gap = gap_in_days(left, right) or 0
    if _days_told(left, right):
        return float(gap > _NEAR)
    return 0.5 * (bool(left.start or right.start) and gap > _APART)


def _days_told(left: Telling, right: Telling) -> bool:
    return bool(left.start and right.start)


def _times(left: Telling, right: Telling) -> dict[str, float]:
    gap = gap_in_days(left, right)
    told = _days_told(left, right)
    same = gap == 0 and told and _is_long(left) == _is_long(right)
    return {
        "time_same": float(same),
        "time_near": float(gap is not None and gap <= _NEAR and not same),
        "time_later": float(gap is not None and _NEAR < gap <= _FAR),
        "time_far": float(gap is not None and _FAR < gap <= _APART),
        "time_apart": float(gap is not None and gap > _APART),
        "time_clash": float(told and gap is not None and gap > 0),
    }


def _is_long(telling: Telling) -> bool:
    """Tell whether the days told are a season or more: what went on "in the past two years" has no day."""
    return bool(telling.start and telling.end and (telling.end - telling.start).days > _SEASON)


def _parties(left: Telling, right: Telling) -> dict[str, float]:
    if is_mutual(left.type) and is_mutual(right.type):
        both = left.parties & right.parties
        matching = float(bool(both))
        whole = left.parties <= right.parties or right.parties <= left.parties
        second = float(len(both) > 1)
        clash = float(bool(left.parties and right.parties) and not whole and len(both) < 2)
        return {"actors_match": matching, "recipients_match": second, "actors_clash": clash}
    untold = not left.parties or not right.parties
    crossed = bool(left.actors & right.recipients) and bool(left.recipients & right.actors)
    against = bool((left.against | left.recipients) & (right.against | right.recipients))
    return {
        "actors_match": float(bool(left.actors & right.actors)),
        "actors_clash": _clash(left.actors, right.actors),
        "recipients_match": float(against),
        "recipients_clash": 0.0 if against else _clash(left.recipients, right.recipients),
        "parties_crossed": float(crossed and not left.actors & right.actors),
        "untold_same_article": float(untold and left.article == right.article),
        "speaker_takes_part": float(
            untold and bool(left.speakers & right.parties | right.speakers & left.parties)
        ),
    }


def _items(left: Telling, right: Telling) -> dict[str, float]:
    match = bool(left.items & right.items)
    told = left.items and right.items
    clash = told and not match and not _may_stand(left.items, right.items)
    return {"items_match": float(match), "items_clash": float(bool(clash))}


def _may_stand(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether items of two kinds may be the same things, told less exactly once: "arms" for shells."""
    if (left | right) & _GENERIC_ITEMS:
        return True
    return any("weapons" in one and other & _ARMS for one, other in ((left, right), (right, left)))


def _named_beside(left: Telling, right: Telling) -> bool:
    """Tell whether the deed of one telling is named in the sentence of the other."""
    return any(word in right.near for word in left.words)


def _people_differ(left: frozenset[str], right: frozenset[str]) -> float:
    """Return 1 where both tell persons and no name of one is a spelling of a name of the other."""
    if not left or not right or left & right:
        return 0.0
    from rapidfuzz.distance import JaroWinkler

    alike = (JaroWinkler.similarity(a, b) >= SPELLING for a in left for b in right)
    return float(not any(alike))


def _clash(left: frozenset[str], right: frozenset[str]) -> float:
    return float(bool(left) and bool(right) and not left & right)


def _differ(left: str | None, right: str | None) -> float:
    return float(left is not None and right is not None and left != right)
