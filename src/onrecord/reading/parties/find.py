"""Find the parties of an article: who is mentioned, and whom the mention stands for."""

from spacy.tokens import Doc

from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.acronyms import find_acronyms
from onrecord.reading.parties.columns import Columns, columns_of
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.home_state import find_home, persons_at_home
from onrecord.reading.parties.kinds import Kinds, told_kinds
from onrecord.reading.parties.lexicon import Hit, HitIndex, Source, hits_in
from onrecord.reading.parties.name_runs import name_runs
from onrecord.reading.parties.names import find_bodies, find_known
from onrecord.reading.parties.nominals import find_nominals
from onrecord.reading.parties.organisations import find_organisations
from onrecord.reading.parties.own_names import own_names
from onrecord.reading.parties.owners import with_owners, without_possessor
from onrecord.reading.parties.persons import find_persons
from onrecord.reading.parties.pronouns import find_pronouns
from onrecord.reading.parties.resolve import resolve
from onrecord.reading.parties.sectors import with_ruling_groups, with_settled_sectors
from onrecord.reading.parties.serving import with_bodies_served
from onrecord.reading.parties.shared_names import without_shared_names
from onrecord.records import Article

__all__ = ["find_mentions"]


def find_mentions(doc: Doc, article: Article) -> tuple[Mention, ...]:
    """Return the mentions of parties in an article, by first token, larger before smaller.

    Mentions never cross; one lies inside another only where it has a place of its own in the
    sentence: a possessor ("[[North Korea]'s military]"), a body somebody is of ("[a spokesman for
    [the ministry]]"). A state's name that only describes ("[Russian President Vladimir Putin]")
    has none: its state is the party's country.

    Args:
        doc: The article parsed with tags, dependencies, lemmas and entity labels; its text is the
            article's character for character, but for the kind of apostrophes.
        article: The article; nothing is read from its inserted parts and its dateline.
    """
    columns = columns_of(doc, article)
    home = find_home(columns, article.title)
    index = without_shared_names(columns, HitIndex(hits_in(columns)), home)
    kinds = told_kinds(columns, name_runs(columns, index))
    index = _without_surnames(columns, index, kinds)
    index = HitIndex((*index.hits, *_own_names(columns, index, kinds)))
    bodies = find_bodies(columns, index)
    known = find_known(columns, index)
    persons = find_persons(columns, index, kinds)
    others = tuple(o for o in find_organisations(columns, index, kinds) if not _names_one_of(persons, o))
    nominals = find_nominals(columns, index)
    drafts = _outermost(
        columns,
        (
            _without_leaders(columns, persons, nominals),
            find_acronyms(columns, index, (*bodies, *known, *others)),
            bodies,
            nominals,
            known,
            others,
            find_pronouns(columns),
        ),
    )
    drafts = with_bodies_served(columns, tuple(d for d in drafts if not _is_credit(columns, d)))
    mentions = with_owners(columns, persons_at_home(resolve(columns, drafts, home), home))
    settled = with_ruling_groups(tuple(with_settled_sectors(m) for m in mentions), article.published)
    return tuple(without_possessor(mention) for mention in settled)


def _is_credit(columns: Columns, draft: Draft) -> bool:
    """Tell whether an outlet only stands in parentheses, before what it tells: "([CNN]) The king left"."""
    around = columns.words[draft.start - 1 : draft.start], columns.words[draft.end : draft.end + 1]
    return draft.start > 0 and draft.sector == "MED" and around == (["("], [")"])


def _names_one_of(persons: tuple[Draft, ...], other: Draft) -> bool:
    """Tell whether a name taken for a body's is the name inside a person with an office."""
    return any(p.start <= other.start and other.end == p.end and other.name == p.name for p in persons)


def _without_surnames(columns: Columns, index: HitIndex, kinds: Kinds) -> HitIndex:
    """Leave out people of a state whose word is the surname of somebody: "Riad Turk … [Turk] said"."""
    alone = {hit for hit in index.hits if _stands_by_itself(columns, hit)}
    if not alone:
        return index
    named = (d.name.replace("-", " ").split() for d in find_persons(columns, index, kinds))
    surnames = {words[-1] for words in named if len(words) > 1}
    kept = (hit for hit in index.hits if hit not in alone or columns.words[hit.start] not in surnames)
    return HitIndex(tuple(kept))


def _without_leaders(
    columns: Columns, persons: tuple[Draft, ...], nominals: tuple[Draft, ...]
) -> tuple[Draft, ...]:
    """Leave out surnames that only say whose a force is: "[Cole] forces" are not Cole himself."""
    forces = {draft.head: draft for draft in nominals if draft.need is Need.STATE_POWER}

    def only_leads(person: Draft) -> bool:
        force = forces.get(columns.heads[person.head])
        described = columns.deps[person.head] in ("compound", "nmod", "amod")
        return force is not None and described and person.bare and force.start <= person.start < force.end

    return tuple(person for person in persons if not only_leads(person))


def _stands_by_itself(columns: Columns, hit: Hit) -> bool:
    """Tell whether one word for a people stands before no noun: "the Turk", but not "Turkish troops"."""
    before_noun = hit.end < len(columns) and columns.tags[hit.end].startswith(("NN", "JJ"))
    return hit.end - hit.start == 1 and hit.known.source is Source.DEMONYM and not before_noun


def _own_names(columns: Columns, index: HitIndex, kinds: Kinds) -> tuple[Hit, ...]:
    organisations = find_organisations(columns, index, kinds)
    named = (*find_bodies(columns, index), *find_known(columns, index), *organisations)
    short = find_acronyms(columns, index, named, describing=True)
    return own_names(columns, index, (*short, *organisations), find_persons(columns, index, kinds), kinds)


def _outermost(columns: Columns, found: tuple[tuple[Draft, ...], ...]) -> tuple[Draft, ...]:
    """Keep drafts that do not cross: earlier kinds before later ones, inner ones where they stand alone.

    Of one kind the longer come first: "[Cole spokesman Nick Lind]" is one person, and no Cole speaks.
    """
    kept: list[Draft] = []
    for drafts in found:
        for draft in sorted(drafts, key=lambda d: d.start - d.end):
            if all(_agree(columns, draft, other) for other in kept):
                kept.append(draft)
    return tuple(sorted(kept, key=lambda d: (d.start, -d.end)))


def _agree(columns: Columns, draft: Draft, other: Draft) -> bool:
    if draft.end <= other.start or other.end <= draft.start:
        return True
    if other.start <= draft.start and draft.end <= other.end:
        return _stands_alone(columns, draft, other)
    if draft.start <= other.start and other.end <= draft.end:
        return _stands_alone(columns, other, draft)
    return False


def _stands_alone(columns: Columns, inner: Draft, outer: Draft) -> bool:
    """Tell whether an inner mention is a possessor or follows a preposition, and is not the outer's head."""
    if inner.head == outer.head or (inner.start, inner.end) == (outer.start, outer.end):
        return False
    if outer.need is Need.PERSON and inner.name == outer.name:
        return False
    if not outer.start <= columns.heads[inner.head] < outer.end:
        return False
    if inner.need is Need.PRONOUN:
        return True
    if columns.deps[inner.head] in ("poss", "pobj", "appos"):
        return not _only_names(columns, inner, outer)
    return inner.end < len(columns) and columns.tags[inner.end] == "POS" and inner.end < outer.end


def _only_names(columns: Columns, inner: Draft, outer: Draft) -> bool:
    """Tell whether people are only a word of a body's name: "the House of [Representatives]"."""
    named = outer.form is MentionForm.NAME and outer.need is Need.BODY
    return named and inner.form is MentionForm.NOMINAL and columns.deps[inner.head] == "pobj"
