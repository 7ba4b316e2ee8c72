from onrecord.records import anchor_of, content_id, slug


def test_same_parts_give_the_same_id_in_every_process():
    assert content_id("claim", "a", 1, None) == "claim-0ae764bffd3a17b6"


def test_order_of_parts_changes_the_id():
    assert content_id("x", "a", "b") != content_id("x", "b", "a")


def test_anchor_does_not_depend_on_anything_but_the_places():
    assert anchor_of("0" * 64, (1, 5), (9, 12)) == anchor_of("0" * 64, (1, 5), (9, 12))


def test_claims_that_share_cue_and_trigger_have_anchors_of_their_own():
    assert anchor_of("0" * 64, (1, 5), (9, 12), 0) != anchor_of("0" * 64, (1, 5), (9, 12), 1)


def test_slug_drops_accents_case_and_apostrophes():
    assert slug("Volodymyr Zelenskýy’s Office") == "volodymyr-zelenskyys-office"


def test_slug_keeps_letters_of_other_scripts():
    assert slug("Владимир Путин") == "владимир-путин"
