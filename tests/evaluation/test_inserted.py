import json

import pytest

from onrecord.errors import UsageError
from onrecord.evaluation.inserted import Report, evaluate_inserted, score_pasting

PORT = [
    "The port of Westmark stayed closed on Tuesday after divers found two mines below its pier, it said.",
    "The navy has sent two mine hunters and expects to need three days for the search, a spokesman said.",
    "Eleven grain ships are waiting outside the harbour, and their crews have asked to be paid for it.",
    "The authority said it would decide on Wednesday whether the ferry to the islands may sail again.",
]
SONG = [
    "The singer Lina Ode has called off her summer tour because of trouble with her voice, her agent said.",
    "Doctors had told her to rest until autumn, he said, after she lost her voice on stage in the capital.",
    "Tickets for all nineteen concerts will be refunded from next Monday, the organiser has promised fans.",
    "Her new album will come out in spring as planned, and a second tour may follow in the year after.",
]
REPORTS = [
    Report("port", "Westmark port stays shut after mines are found", "\n".join(PORT)),
    *(
        Report("song", f"Pop star Lina Ode {verb} summer tour over voice trouble", "\n".join(SONG))
        for verb in ("cancels", "abandons", "postpones", "scraps")
    ),
    *(
        Report("port", f"Westmark {word} blocked by sea mines for days", "\n".join(PORT))
        for word in ("harbour", "ferries", "freighters")
    ),
]


def test_headlines_of_another_world_are_found_and_nothing_else():
    result = score_pasting(REPORTS)
    assert result.n == len(REPORTS)
    assert (result.scores["recall"], result.scores["precision"]) == (100.0, 100.0)
    assert result.scores["marked_untouched"] == 0.0


def test_same_articles_give_the_same_figures():
    assert score_pasting(REPORTS) == score_pasting(REPORTS)


def test_one_event_is_not_enough():
    with pytest.raises(UsageError, match="at least two events"):
        score_pasting(REPORTS[:1])


def test_line_without_an_event_is_named(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"title": "T", "text": "x"}) + "\n")
    with pytest.raises(UsageError, match="line 1: expected cluster, title and text"):
        evaluate_inserted(path)
