"""The persons and bodies of one article, as all their mentions together tell them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.codebook.given_names import gender_of_name
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.apostrophes import plain
from onrecord.reading.parties.draft import Draft, Gender, Need
from onrecord.reading.parties.name_runs import SUFFIXES
from onrecord.records import slug

__all__ = ["Cast", "Person", "cast_of", "long_surnames"]


@dataclass(frozen=True, slots=True)
class Person:
    """One named person.

    Attributes:
        id: Party id ("person:josep-borrell").
        name: Best full name in the article.
        first: The draft that names the person in full for the first time.
        told: The draft whose words give the country, None when none does.
    """

    id: str
    name: str
    first: Draft
    told: Draft | None
    country: str | None
    sector: str | None
    role: str | None
    of: str | None
    gender: Gender | None


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named in an article.

    Attributes:
        persons: By full name as written.
        by_word: Persons by the words a bare mention may use; last words before first words.
    """

    persons: dict[str, Person]
    by_word: dict[str, tuple[Person, ...]]

    def called(self, draft: Draft) -> tuple[Person, ...]:
        """Return the persons a named mention may mean; one for a full name."""
        exact = self.persons.get(draft.name)
        if exact is not None:
            return (exact,)
        words = draft.name.split()
        bare = (
            words[-1] if all(w.lower() in word_classes().name_particles for w in words[:-1]) else draft.name
        )
        return self.by_word.get(bare, ())


def cast_of(drafts: Iterable[Draft]) -> Cast:
    """Return the persons of an article from the drafts of all its mentions."""
    named = [d for d in drafts if d.need is Need.PERSON]
    full = [d for d in named if _is_full(d.name)]
    names = {d.name for d in full}
    groups = _groups([d for d in full if not any(_ends(d.name, other) for other in names)])
    persons: dict[str, Person] = {}
    last_words: dict[str, list[Person]] = {}
    first_words: dict[str, list[Person]] = {}
    surnames: dict[str, list[Person]] = {}
    for group in groups:
        person = _person(group)
        for draft in group:
            persons[draft.name] = person
        words = _words(person.name)
        for last in _called_by(words[-1]):
            last_words.setdefault(last, []).append(person)
        first_words.setdefault(words[0], []).append(person)
        for several in long_surnames(person.name):
            surnames.setdefault(several, []).append(person)
    by_word = {
        word: tuple(dict.fromkeys([*last_words.get(word, ()), *first_words.get(word, ())]))
        for word in {**last_words, **first_words}
    }
    by_word |= {several: tuple(found) for several, found in surnames.items()}
    return _with_titles(Cast(persons, by_word), named)


def long_surnames(name: str) -> tuple[str, ...]:
    """Return how a person may be called by more than the last word: "Hamid [Ould Sidati]".

    Not by a second given name: "Ana [Maria Ruiz]" may be another's name in full.
    """
    words = _words(name)
    ends = (words[i:] for i in range(1, len(words) - 1))
    return tuple(" ".join(end) for end in ends if gender_of_name(end[0].lower()) is None)


def _ends(name: str, other: str) -> bool:
    return name != other and name in long_surnames(other)


def _called_by(surname: str) -> tuple[str, ...]:
    """Return how a surname may be written alone: "al-Najjar", "Al-Najjar" at a sentence's head, "Najjar"."""
    particle, _, bare = surname.partition("-")
    forms = [surname, surname[0].upper() + surname[1:]]
    if bare[:1].isupper() and particle.lower() in word_classes().name_particles:
        forms.append(bare)
    return tuple(dict.fromkeys(forms))


def _is_full(name: str) -> bool:
    """Tell whether a name has more than a surname with its particle ("de Vries")."""
    particles = word_classes().name_particles
    return not all(word.lower() in particles for word in _words(name)[:-1])


def _words(name: str) -> list[str]:
    words = [w for w in plain(name).split() if w.lower() not in SUFFIXES]
    return words or [name]


def _groups(drafts: list[Draft]) -> list[list[Draft]]:
    """Put "Ann B. Cole" and "Ann Cole" together, "Kim Jong-un" and "Kim Jong Un": the same ends.

    Not "John Addo Cole" and "John Agye Cole", who may be father and son.
    """
    groups: dict[tuple[str, ...], list[Draft]] = {}
    names = [slug(" ".join(_words(draft.name))).split("-") for draft in drafts]
    middles: dict[tuple[str, str], set[str]] = {}
    for words in names:
        if len(words) == _WITH_A_MIDDLE_NAME and len(words[1]) > 1:
            middles.setdefault((words[0], words[-1]), set()).add(words[1])
    for draft, words in zip(drafts, names, strict=True):
        ends = (words[0], words[-1])
        told = middles.get(ends, set())
        apart = len(told) > 1 and words[1] in told and not any(_spells(words[1], m) for m in told)
        groups.setdefault((*ends, words[1]) if apart else ends, []).append(draft)
    return list(groups.values())


_WITH_A_MIDDLE_NAME = 3
_ALIKE = 2
"""Letters that two spellings of one name begin with."""


def _spells(middle: str, other: str) -> bool:
    """Tell whether two middle names may be one, shortened or spelt otherwise: "Mohamed", "Mohammed"."""
    return middle != other and middle[:_ALIKE] == other[:_ALIKE]


def _person(group: list[Draft]) -> Person:
    counted = Counter(d.name for d in group)
    name = max(counted, key=lambda n: (counted[n], len(n), n))
    told = next((d for d in group if d.country is not None), None)
    titled = next((d for d in group if d.role is not None), None)
    return Person(
        id=f"person:{slug(name)}",
        name=name,
        first=group[0],
        told=told,
        country=told.country if told else None,
        sector=titled.sector if titled else None,
        role=titled.role if titled else None,
        of=next((d.of for d in group if d.of is not None), None),
        gender=next((d.gender for d in group if d.gender is not None), None),
    )


def _with_titles(cast: Cast, named: list[Draft]) -> Cast:
    """Let "Foreign Minister Lavrov" give its office to Sergei Lavrov, who is named in full elsewhere."""
    better: dict[str, Person] = {}
    for draft in named:
        found = cast.called(draft)
        if len(found) != 1 or draft.name in cast.persons:
            continue
        person = better.get(found[0].id, found[0])
        better[person.id] = replace(
            person,
            told=person.told or (draft if draft.country else None),
            country=person.country or draft.country,
            sector=person.sector or draft.sector,
            role=person.role or draft.role,
            of=person.of or draft.of,
            gender=person.gender or draft.gender,
        )
    if not better:
        return cast
    return Cast(
        {name: better.get(p.id, p) for name, p in cast.persons.items()},
        {word: tuple(better.get(p.id, p) for p in found) for word, found in cast.by_word.items()},
    )
