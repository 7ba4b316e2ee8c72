"""Which gender a given name tells."""

import pytest

from onrecord.codebook.given_names import gender_of_name


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Ramzan", "male"),
        ("Yulia", "female"),
        ("José", "male"),
        ("Nikita", "male"),  # newsmakers, though registers of births have more women
        ("Kim", None),  # a surname put first, and a name of men and women
        ("Andrea", None),
        ("Qwxyz", None),
        ("", None),
    ],
)
def test_a_name_tells_a_gender_only_where_nearly_all_share_it(name, gender):
    assert gender_of_name(name) == gender
