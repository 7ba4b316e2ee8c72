"""An article's text is cut where spans begin and end, and nothing of it is lost."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Article, ArticleRef, Claim, Inserted, MadeBy, Span, Stance
from onrecord.views.passages import LANES, paragraphs, role_spans
from onrecord.views.words import Family

TEXT = "Zenda sent shells, Ruritania said.\n\nZenda denied it; Strelsau was silent."


def claim(start: int, end: int, stance: Stance = Stance.SAYS, text: str = TEXT) -> Claim:
    span = Span.of(text, start, end)
    ref = ArticleRef("one", "0" * 64, published=date(2024, 11, 4))
    return Claim(f"claim-{start}-{end}", "anchor", ref, stance, (), span, (), None, (span,), MadeBy("test"))


def segments(found):
    return [segment for paragraph in found for segment in paragraph.segments]


def test_all_of_the_text_but_its_line_ends_is_shown_once_in_order():
    found = segments(paragraphs(Article("one", TEXT), [claim(0, 5), claim(3, 20), claim(36, 41)]))
    assert "".join(s.text for s in found) == TEXT.replace("\n", "")
    assert [s.start for s in found] == sorted({s.start for s in found})


def test_overlapping_claims_lie_on_lanes_of_their_own_and_apart_ones_share_the_first():
    found = segments(paragraphs(Article("one", TEXT), [claim(0, 10), claim(6, 18), claim(36, 41)]))
    both = next(s for s in found if len(s.lines) == 2)
    assert {line.lane for line in both.lines} == {0, 1}
    assert next(s for s in found if s.start == 36).lines[0].lane == 0


def test_more_claims_than_lanes_share_the_last_one_and_none_is_lost():
    found = segments(paragraphs(Article("one", TEXT), [claim(0, 5) for _ in range(LANES + 3)]))
    assert sorted(line.number for line in found[0].lines) == list(range(1, LANES + 4))
    assert max(line.lane for line in found[0].lines) == LANES - 1


def test_the_number_of_a_claim_stands_where_its_words_end():
    found = segments(paragraphs(Article("one", TEXT), [claim(0, 5), claim(0, 17)]))
    assert [(s.start + len(s.text), s.ends) for s in found if s.ends] == [(5, (1,)), (17, (2,))]


def test_inserted_text_carries_its_reason_and_the_rest_does_not():
    part = Inserted(36, 51, TEXT[36:51], "headline of another story")
    found = segments(paragraphs(Article("one", TEXT, inserted=(part,)), []))
    assert [(s.text, s.inserted) for s in found if s.inserted] == [(TEXT[36:51], part.reason)]


def test_a_stance_gives_its_line_its_family():
    found = segments(paragraphs(Article("one", TEXT), [claim(36, 48, Stance.DENIES)]))
    assert found[1].lines[0].family is Family.OPPOSES


def test_a_claim_without_cue_or_content_is_shown_by_its_evidence():
    bare = claim(0, 5)
    bare = Claim(**{f: getattr(bare, f) for f in bare.__slots__} | {"cue": None})
    assert [s.role for s in role_spans(bare)] == ["evidence"]
    assert segments(paragraphs(Article("one", TEXT), [bare]))[0].lines


@given(st.text("ab\n", min_size=1, max_size=40), st.data())
def test_whatever_the_spans_every_character_is_under_exactly_its_claims(text, data):
    bounds = st.integers(0, len(text) - 1)
    pairs = [sorted((data.draw(bounds), data.draw(bounds))) for _ in range(data.draw(st.integers(0, 6)))]
    claims = [claim(a, b + 1, text=text) for a, b in pairs]
    found = segments(paragraphs(Article("one", text), claims))
    assert "".join(s.text for s in found) == text.replace("\n", "")
    for segment in found:
        over = {n for n, (a, b) in enumerate(pairs, 1) if a <= segment.start <= b}
        assert {line.number for line in segment.lines} == over
