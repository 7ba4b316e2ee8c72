import pytest

from onrecord.errors import UsageError
from onrecord.evaluation.polnear import MarkedAttribution, read_polnear

TEXT = "The mayor said it rained.\n\nIt did, she added, and it was cold."


@pytest.fixture
def split(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    return tmp_path


def write(split, name, text, **annotators):
    with (split / "text" / f"{name}.txt").open("w", encoding="utf-8", newline="") as file:
        file.write(text)
    for annotator, lines in annotators.items():
        (split / "attributions" / f"{name}_{annotator}.ann").write_text("\n".join(lines), encoding="utf-8")


def place(words):
    start = TEXT.index(words)
    return f"{start} {start + len(words)}"


def test_an_event_becomes_one_linked_attribution(split):
    spans = [
        f"T1\tSource {place('The mayor')}\tThe mayor",
        f"T2\tCue {place('said')}\tsaid",
        f"T3\tContent {place('it rained')}\tit rained",
        "T4\tAttribution 10 14\tsaid",
    ]
    write(split, "a_b", TEXT, x1=[*spans, "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3"])
    (text,) = read_polnear(split)
    assert text.name == "a_b"
    assert text.annotations == ((MarkedAttribution(((0, 9),), ((10, 14),), ((15, 24),)),),)


def test_pieces_with_only_white_space_between_are_joined(split):
    write(split, "a", TEXT, x=["T1\tContent 15 25;27 29\tit rained. It", "E1\tContent:T1"])
    assert read_polnear(split)[0].annotations[0][0].content == ((15, 29),)


def test_a_content_broken_by_its_source_keeps_its_pieces(split):
    lines = ["E1\tAttribution:T3 Content:T1 Content2:T2", "T2\tContent 46 61\t", "T1\tContent 27 33\tIt did"]
    write(split, "a", TEXT, x=lines)
    assert read_polnear(split)[0].annotations[0][0].content == ((27, 33), (46, 61))


def test_white_space_at_the_ends_of_a_span_is_left_out(split):
    write(split, "a", TEXT, x=["T1\tCue 9 15\t said ", "E1\tCue:T1"])
    assert read_polnear(split)[0].annotations[0][0].cue == ((10, 14),)


def test_events_without_any_span_are_left_out(split):
    write(split, "a", TEXT, x=["T1\tAttribution 10 14\tsaid", "E1\tAttribution:T1"])
    assert read_polnear(split)[0].annotations == ((),)


def test_lines_of_a_note_that_runs_on_are_skipped(split):
    lines = ["#1\tAnnotatorNotes T1\tIs this", "E really one?", "", "T1\tCue 10 14\tsaid", "E1\tCue:T1"]
    write(split, "a", TEXT, x=lines)
    assert len(read_polnear(split)[0].annotations[0]) == 1


def test_a_text_keeps_what_each_annotator_marked(split):
    marked = ["T1\tCue 10 14\tsaid", "E1\tCue:T1"]
    write(split, "a", TEXT, x1=marked, x2=[])
    assert [len(one) for one in read_polnear(split)[0].annotations] == [1, 0]


def test_carriage_returns_count_as_characters(split):
    write(split, "a", "One\r\ntwo said", x=["T1\tCue 9 13\tsaid", "E1\tCue:T1"])
    (text,) = read_polnear(split)
    assert text.text[9:13] == "said"


def test_a_folder_of_another_layout_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"found 0 texts and 0 annotations\. Name the folder train or dev"):
        read_polnear(tmp_path)


def test_an_annotation_without_its_text_is_named(split):
    write(split, "a", TEXT, x=[])
    (split / "attributions" / "b_x.ann").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"b_x\.ann has no text: expected .*b\.txt"):
        read_polnear(split)
