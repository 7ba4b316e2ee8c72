import pytest

from onrecord.codebook.folding import fold
from onrecord.records import EventType, Stance, Status


@pytest.mark.parametrize(
    ("type_", "status", "stance", "negated", "root"),
    [
        ("AID", "happened", None, False, "AID"),
        ("AID", "planned", None, False, "AGREE"),
        ("CONSULT", "planned", None, False, "AGREE"),
        ("RETREAT", "planned", None, False, "CONCEDE"),
        ("RETREAT", "happened", "promises", False, "CONCEDE"),
        ("ASSAULT", "demanded", None, False, "REQUEST"),
        ("AID", "possible", "demands", False, "REQUEST"),
        ("ASSAULT", "planned", "threatens", False, "THREATEN"),
        ("SANCTION", "planned", None, False, "THREATEN"),
        ("RETREAT", "planned", None, True, "REJECT"),
        ("AID", "happened", None, True, "AID"),
        ("AGREE", "happened", None, False, "AGREE"),
    ],
)
def test_time_demand_and_threat_fold_into_the_root(type_, status, stance, negated, root):
    found = fold(EventType(type_), Status(status), Stance(stance) if stance else None, negated)
    assert found is EventType(root)
