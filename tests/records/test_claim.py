"""What a claim tells of itself."""

from dataclasses import replace

from builders import claim, person, state


def test_the_parties_of_a_claim_are_those_who_say_it_carry_it_and_take_part():
    ana = person("Ana Brod")
    told = claim("CLD", via=(ana,), actors=("ARK",), recipients=("BMR",), against=("DRI",))
    assert told.parties == (state("CLD"), ana, state("ARK"), state("BMR"), state("DRI"))
    assert replace(told, event=None).parties == (state("CLD"), ana)
