from onrecord.views.words import party_name


def test_a_pronoun_nobody_stands_behind_is_shown_as_someone():
    assert party_name("unknown:it", {"unknown:it": "It"}) == "someone (“it”)"
    assert party_name("unknown:two-officials", {}) == "two officials"
