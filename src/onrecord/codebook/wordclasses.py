"""Classes of words that rules about parties ask for: `wordclasses.yaml` as sets."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from onrecord.codebook.load import load_yaml

__all__ = ["WordClasses", "load_word_classes", "word_classes"]


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Sets of words, lower-case but for `partisan`; the file says what each is for."""

    of_a_city: frozenset[str]
    settlements: frozenset[str]
    captured: frozenset[str]
    of_a_state: frozenset[str]
    any_force: frozenset[str]
    going: frozenset[str]
    done_to_a_place: frozenset[str]
    dealt_on: frozenset[str]
    given_to: frozenset[str]
    giving: frozenset[str]
    come_from: frozenset[str]
    name_particles: frozenset[str]
    never_in_persons: frozenset[str]
    never_names: frozenset[str]
    supposing: frozenset[str]
    office_qualifiers: frozenset[str]
    no_matters: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    pairs: frozenset[str]
    clear_bodies: frozenset[str]
    clear_departments: frozenset[str]
    vague_bodies: frozenset[str]
    never_alone_organisations: frozenset[str]
    anywhere: frozenset[str]
    former: frozenset[str]
    for_a_time: frozenset[str]
    not_the_holder: frozenset[str]
    topics: frozenset[str]
    of_parliament: frozenset[str]
    unseated: frozenset[str]
    courtesy: frozenset[str]
    office_surnames: frozenset[str]
    speaking: frozenset[str]
    never_last_in_organisations: frozenset[str]
    of_persons: frozenset[str]
    sorts_of_bodies: frozenset[str]
    armed_names: frozenset[str]
    sorts_of_states: frozenset[str]
    called_after: frozenset[str]
    dealers: frozenset[str]
    called_again: frozenset[str]
    of_firms: frozenset[str]
    before_names: frozenset[str]
    of_anything: frozenset[str]
    penalties: frozenset[str]
    punishing: frozenset[str]
    wrongs: frozenset[str]
    firm_names: frozenset[str]
    media_names: frozenset[str]
    held_by_one: frozenset[str]
    group_nouns: frozenset[str]
    collectives: frozenset[str]
    of_two_generations: frozenset[str]
    networks: frozenset[str]
    papers: frozenset[str]
    no_papers: frozenset[str]
    postings: frozenset[str]
    on_others: frozenset[str]
    consequences: frozenset[str]
    limits: frozenset[str]
    harming: frozenset[str]
    rehearsing: frozenset[str]
    mock: frozenset[str]
    exercises: frozenset[str]
    mouthpieces: frozenset[str]
    forces: frozenset[str]
    of_the_body: frozenset[str]
    body_ranks: frozenset[str]
    official_sources: frozenset[str]
    posted: frozenset[str]
    envoys: frozenset[str]
    missions: frozenset[str]
    issuing: frozenset[str]
    keeping: frozenset[str]
    storms: frozenset[str]
    in_words: frozenset[str]
    crews: frozenset[str]
    breaking: frozenset[str]
    recalled_goods: frozenset[str]
    ordered_goods: frozenset[str]
    natural_ends: frozenset[str]
    ending: frozenset[str]
    compass: frozenset[str]
    kin: frozenset[str]
    humans: frozenset[str]
    callings: frozenset[str]
    speakers: frozenset[str]
    teams: frozenset[str]
    partisan: frozenset[str]
    charges: frozenset[str]
    poses: frozenset[str]
    checking: frozenset[str]
    claims: frozenset[str]
    close_ones: frozenset[str]
    for_one_person: frozenset[str]
    passing_people: frozenset[str]
    told_by_role: frozenset[str]
    found_right: frozenset[str]
    named_ships: frozenset[str]
    ship_prefixes: frozenset[str]
    named_exercises: frozenset[str]
    forces_sent: frozenset[str]
    questioned: frozenset[str]
    sites: frozenset[str]
    makes: frozenset[str]
    warships: frozenset[str]


def load_word_classes(path: Path) -> WordClasses:
    """Return the classes of one file.

    Raises:
        CodebookError: A class is missing or unknown, or a word stands twice in one.
    """
    names = [f.name for f in fields(WordClasses)]
    nodes = load_yaml(path).mapping(required=names)
    return WordClasses(**{name: frozenset(nodes[name].texts()) for name in names})


@cache
def word_classes() -> WordClasses:
    """Return the classes On Record ships, read once."""
    return load_word_classes(Path(__file__).with_name("wordclasses.yaml"))
