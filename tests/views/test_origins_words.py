"""How many outlets stand on how many origins, in words."""

from builders import claim, unnamed
from onrecord.reconcile.build import build_event
from onrecord.views.words import origins_words


def test_outlets_origins_and_the_independent_ones_are_counted_apart():
    event = build_event([claim("CLD"), claim(unnamed(), article="two", outlet="The Dawn")])
    assert origins_words(event, ["The Dawn", "The Harbour Post", "The Dawn", None]) == (
        "2 outlets, 2 origins, 1 independent"
    )
