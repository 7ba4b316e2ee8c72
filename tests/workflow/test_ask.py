"""Asking in the words of whoever asks."""

import pytest

from onrecord.workflow.ask import party_called


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("PRK", "PRK"),
        ("north korea", "PRK"),
        ("North Korean", "PRK"),
        ("Pyongyang", "PRK"),
        ("the Kremlin", "RUS"),
        ("U.S.", "USA"),
        ("usa", "USA"),
        ("NATO", "NATO"),
        ("Ana  Ferrow", "Ana Ferrow"),
        ("person:ana-ferrow", "person:ana-ferrow"),
        ("Arkania", "Arkania"),
    ],
)
def test_a_state_is_known_by_its_names_and_anyone_else_stays_as_called(words, party):
    assert party_called(words) == party
