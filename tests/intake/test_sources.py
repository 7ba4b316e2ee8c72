import gzip
import io
import json
import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.intake import IntakeOptions, open_articles
from onrecord.records import Article, ArticleState

TITLE = "Westmark port stays shut"
BODY = (
    "WESTMARK (Reuters) - The port of Westmark stayed closed on Tuesday after divers found two mines below "
    "its pier, the port authority said in a statement that was sent to all shipping companies."
)
PAGE = f"<html><body><article><h1>{TITLE}</h1><p>{BODY}</p><p>{BODY}</p></article></body></html>"


def read(*sources: str | Path, stdin: bytes | None = None, **told: object) -> list[Article]:
    options = IntakeOptions(**told)
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(open_articles(sources, options=options, stdin=stream))


def write(path: Path, raw: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = raw.encode("utf-8") if isinstance(raw, str) else raw
    path.write_bytes(gzip.compress(raw) if path.suffix == ".gz" else raw)
    return path


def line(**keys: object) -> str:
    return json.dumps({"text": BODY, **keys}) + "\n"


@pytest.mark.parametrize(
    "name", ["a.txt", "a.txt.gz", "A.TXT", "a.html", "a.htm", "a.html.gz", "a.jsonl", "a.ndjson.gz"]
)
def test_each_kind_of_file_gives_its_article(tmp_path, name):
    raw = PAGE if ".htm" in name else line(title=TITLE) if "json" in name else f"{TITLE}\n{BODY}"
    (article,) = read(write(tmp_path / name, raw))
    assert article.state is ArticleState.READ
    assert (article.title, article.credit, article.language) == (TITLE, "Reuters", "en")
    assert BODY in article.text


def test_json_lines_on_standard_input_are_read():
    (article,) = read("-", stdin=line(id="a1").encode())
    assert article.id == "a1"


def test_source_that_is_not_there_stops_everything_before_it_starts(tmp_path):
    good = write(tmp_path / "a.txt", BODY)
    with pytest.raises(UsageError, match=r"gone\.txt is not there"):
        open_articles([good, tmp_path / "gone.txt"], options=IntakeOptions())


def test_no_source_and_no_standard_input_are_wrong_usage():
    with pytest.raises(UsageError, match="No source to read"):
        open_articles([], options=IntakeOptions())
    with pytest.raises(UsageError, match="no standard input"):
        open_articles(["-"], options=IntakeOptions())


def test_folder_is_read_in_the_order_of_its_paths_without_hidden_files(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name, f"{name} {BODY}")
    assert [a.text.split()[0] for a in read(tmp_path)] == ["a/b/c.txt", "a/z.txt", "b.txt"]


def test_linked_folder_is_set_aside_with_what_to_do_and_the_rest_is_read(tmp_path):
    write(tmp_path / "elsewhere" / "b.txt", BODY)
    write(tmp_path / "week" / "c.txt", BODY)
    for link, target in (("a", "elsewhere"), ("up", "week"), (".hidden", "elsewhere")):
        (tmp_path / "week" / link).symlink_to(tmp_path / target, target_is_directory=True)
    first, article, last = read(tmp_path / "week")
    assert article.state is ArticleState.READ
    assert [first.reason, last.reason] == [
        f"{tmp_path}/week/{link}: is a link to a folder, and such are not followed. Name the folder itself."
        for link in ("a", "up")
    ]


def test_linked_file_and_a_linked_folder_that_is_named_are_read(tmp_path):
    write(tmp_path / "elsewhere" / "b.txt", BODY)
    (tmp_path / "week").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "elsewhere" / "a.txt").symlink_to(tmp_path / "elsewhere" / "b.txt")
    assert [article.state for article in read(tmp_path / "week")] == [ArticleState.READ] * 2


def test_file_of_unknown_kind_is_set_aside_with_the_kinds_that_are_known(tmp_path):
    write(tmp_path / "notes.docx", "x")
    write(tmp_path / "README", "x")
    first, second = read(tmp_path)
    assert "is of a kind not known (no ending). Expected .txt" in first.reason
    assert "is of a kind not known (.docx)" in second.reason


@pytest.mark.parametrize("name", [b"caf\xe9.docx", b"caf\xe9.txt", b"caf\xe9.jsonl", b"empty-\xe9.txt"])
def test_a_file_whose_name_is_no_utf8_gives_what_a_ledger_can_keep(tmp_path, name):
    raw = "" if name.startswith(b"empty") else f"{BODY}\n"
    write(tmp_path / os.fsdecode(name), raw)
    (article,) = read(tmp_path)
    for kept in (article.id, article.reason or ""):
        assert kept.encode("utf-8").decode() == kept


def test_empty_folder_is_no_silent_empty_result(tmp_path):
    (article,) = read(tmp_path)
    assert article.reason.startswith(f"{tmp_path}: holds no files. Expected .txt, .html, .htm, .jsonl")


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.txt", b"", "holds no words"),
        ("a.txt", b" \n\n ", "holds no words"),
        ("a.txt", b"\x89PNG\x00\xff", "found binary data"),
        ("a.txt", b"12.5 % -- 3", "holds no words"),
        ("a.html", b"<html></html>", "no article|no web page"),
        ("a.jsonl", b"", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.jsonl", b"{oops\n", "is no JSON"),
        ("a.warc", b"", "holds no web page"),
        ("a.warc", b"nonsense\n", "breaks off"),
    ],
)
def test_bad_file_is_set_aside_with_its_name_and_reason(tmp_path, name, raw, reason):
    path = write(tmp_path / name, raw)
    (article,) = read(path)
    assert article.state is ArticleState.SET_ASIDE
    assert article.reason.startswith(str(path))
    assert re.search(reason, article.reason)


def test_truncated_gzip_of_one_article_is_set_aside_with_what_could_be_read(tmp_path):
    path = tmp_path / "a.txt.gz"
    whole = "\n".join(f"{number}é {BODY}" for number in range(2000))
    path.write_bytes(gzip.compress(whole.encode())[:-400])
    (article,) = read(path)
    assert "breaks off after" in article.reason
    assert len(article.text) > 1000
    assert whole.startswith(article.text)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz"])
def test_truncated_gzip_of_which_nothing_can_be_read_is_set_aside(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(gzip.compress(PAGE.encode())[:12])
    (article,) = read(path)
    assert article.reason


def test_gz_that_is_no_gzip_is_set_aside(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(b"plain")
    (article,) = read(path)
    assert "cannot be read: Not a gzipped file" in article.reason


def test_bad_line_is_set_aside_under_file_and_line_and_the_rest_is_read(tmp_path):
    path = write(
        tmp_path / "week.jsonl", line(id="a1") + "{oops\n" + line(id="a3", date="04/11/2024") + line(id="a4")
    )
    articles = read(path)
    assert [a.id for a in articles] == ["a1", f"{path}:2", "a3", "a4"]
    assert [a.state.value for a in articles] == ["read", "set_aside", "set_aside", "read"]
    assert articles[2].text == BODY
    assert articles[2].reason == (
        f"{path}:3: date is '04/11/2024'; expected a day as YYYY-MM-DD. Correct it, or leave it out."
    )


def test_caller_knows_better_than_the_carrier():
    (article,) = read(
        "-",
        stdin=line(published="2024-11-01", outlet="Post").encode(),
        published=date(2024, 11, 4),
        outlet="AP",
    )
    assert (article.published, article.outlet) == (date(2024, 11, 4), "AP")


def test_day_of_publication_is_never_made_up():
    (article,) = read("-", stdin=line().encode(), today=date(2024, 11, 4))
    assert article.published is None


def test_article_from_the_future_is_set_aside_and_todays_is_read():
    stdin = (line(id="a", published="2024-11-05") + line(id="b", published="2024-11-04")).encode()
    late, right = read("-", stdin=stdin, today=date(2024, 11, 4))
    assert late.reason == (
        "-:1: is dated 2024-11-05, after the day it is read. Correct the date, or leave it out."
    )
    assert right.state is ArticleState.READ


def test_other_language_is_set_aside_by_name_and_kept():
    text = (
        "Die Hafenbehörde teilte am Dienstag mit, dass der Hafen geschlossen bleibt, bis beide Minen aufs "
        "Meer gebracht worden sind, und dass die Schiffe zu anderen Häfen an der Küste geschickt werden."
    )
    (article,) = read("-", stdin=line(text=text).encode())
    assert article.reason == "-:1: is written in language 'de'; only English ('en') is read so far."
    assert (article.language, article.text) == ("de", text)


def test_short_text_is_believed_what_its_carrier_says_of_its_language():
    short = line(text="Puerto cerrado", language="es-MX") + line(text="Port closed", language="en-GB")
    spanish, english = read("-", stdin=short.encode())
    assert "language 'es'" in spanish.reason
    assert (english.state, english.language) == (ArticleState.READ, "en")


def test_text_longer_than_the_parser_takes_is_set_aside():
    (article,) = read("-", stdin=line(text="word " * 300).encode(), max_characters=1000)
    assert article.reason == "-:1: is 1,499 characters long; at most 1,000 are read."


@pytest.mark.parametrize("name", ["id", "outlet", "title"])
def test_a_name_longer_than_a_ledger_takes_is_left_out_and_its_article_set_aside(name):
    stdin = line(**{name: "é" * 1_001}) + line(**{name: "é" * 1_000})
    long, short = read("-", stdin=stdin.encode())
    assert long.reason == (
        f"-:1: has 2,002 bytes in its {name}; at most 2,000 are kept. Shorten it, or leave it out."
    )
    assert (long.text, len(long.id) < 100) == (BODY, True)
    assert (short.state, getattr(short, name)) == (ArticleState.READ, "é" * 1_000)


def test_overlarge_file_is_set_aside_without_being_held(tmp_path):
    (article,) = read(write(tmp_path / "a.txt.gz", "word " * 100_000), max_bytes=1000)
    assert "larger than 1,000 bytes" in article.reason
    assert article.text == ""


def test_hostile_markup_is_read_as_text():
    text = f"{BODY} <script>alert('x')</script> \"; DROP TABLE articles; -- {{{{7*7}}}} ../../etc/passwd"
    (article,) = read("-", stdin=line(text=text).encode())
    assert (article.state, article.text) == (ArticleState.READ, text)


def test_same_text_of_two_outlets_is_two_articles_and_of_one_outlet_one():
    ids = [a.id for a in read("-", stdin=(line(outlet="A") + line(outlet="B") + line(outlet="A")).encode())]
    assert ids[0] == ids[2] != ids[1]


def test_changed_text_at_one_address_keeps_its_id():
    stdin = line(url="https://post.example/port") + line(
        url="https://post.example/port", text=f"{BODY} Corrected."
    )
    first, second = read("-", stdin=stdin.encode())
    assert first.id == second.id
    assert first.text != second.text


def test_address_of_a_front_page_makes_no_id():
    stdin = line(url="https://post.example/") + line(url="https://post.example/", text=f"{BODY} Another.")
    first, second = read("-", stdin=stdin.encode())
    assert first.id != second.id


@pytest.mark.parametrize("url", ["http://[x", "https://a]b/c", "//\u2100.example/x"])
def test_address_that_is_none_makes_no_id_and_the_article_is_read(url):
    stdin = line(url=url) + line(url=url, text=f"{BODY} Another.")
    first, second = read("-", stdin=stdin.encode())
    assert first.id != second.id
    assert (first.state, first.url) == (ArticleState.READ, url)


def test_page_whose_canonical_link_is_no_address_is_read(tmp_path):
    page = PAGE.replace("<html>", '<html><head><link rel="canonical" href="http://[x"></head>')
    (article,) = read(write(tmp_path / "a.html", page))
    assert (article.state, article.url) == (ArticleState.READ, "http://[x")


def test_reading_twice_gives_the_same_articles(tmp_path):
    write(tmp_path / "a.jsonl", line(id="a1") + "{oops\n")
    write(tmp_path / "b.html", PAGE)
    assert read(tmp_path) == read(tmp_path)


def test_file_without_permission_is_set_aside(tmp_path, monkeypatch):
    path = write(tmp_path / "a.txt", BODY)

    def refuse(*_arguments: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (article,) = read(path)
    assert article.reason == f"{path}: cannot be read: Permission denied."


def test_source_whose_name_no_file_can_have_is_wrong_usage():
    with pytest.raises(UsageError, match=r"Name a file, a folder, a web address"):
        open_articles(["a" * 300 + ".txt"], options=IntakeOptions())


def test_file_that_may_not_be_looked_at_is_set_aside_and_the_rest_is_read(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name, f"{name} {BODY}")
    is_file = Path.is_file

    def refuse(path: Path) -> bool:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", refuse)
    first, second = read(tmp_path)
    assert first.reason == f"{tmp_path}/a.txt: cannot be read: Permission denied."
    assert second.state is ArticleState.READ


@pytest.mark.parametrize("ending", [b".docx", b".txt", b".jsonl", b".html", b".warc"])
def test_file_whose_name_is_not_utf8_is_set_aside_under_a_name_that_can_be_stored(tmp_path, ending):
    for name in (b"caf\xe8", b"caf\xe9"):
        with open(os.path.join(os.fsencode(tmp_path), name + ending), "wb"):
            pass
    ids = [article.id for article in read(tmp_path)]
    assert ids == [f"{tmp_path}/caf\\xe8{ending.decode()}", f"{tmp_path}/caf\\xe9{ending.decode()}"]


def test_folder_whose_name_is_not_utf8_is_set_aside_under_a_name_that_can_be_stored(tmp_path):
    os.mkdir(os.path.join(os.fsencode(tmp_path), b"caf\xe9"))
    (article,) = read(tmp_path / os.fsdecode(b"caf\xe9"))
    assert article.id == f"{tmp_path}/caf\\xe9"


def test_nothing_is_read_ahead():
    class Watched(io.BytesIO):
        taken = 0

        def read1(self, size: int = -1) -> bytes:
            Watched.taken += 1
            return super().read1(min(size, 100))

    articles = open_articles(["-"], options=IntakeOptions(), stdin=Watched(line().encode() * 50))
    next(articles)
    assert Watched.taken < 20


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.warc", "a.txt.gz", "a.jsonl.gz"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_give_at_least_one_article_read_or_with_its_reason(tmp_path, name, raw):
    path = tmp_path / name
    path.write_bytes(raw)
    articles = read(path)
    assert articles
    for article in articles:
        assert (article.state is ArticleState.READ) == (article.reason is None)
        assert all(article.text[i.start : i.end] == i.text for i in article.inserted)


@settings(max_examples=60, deadline=None)
@given(
    record=st.dictionaries(
        st.sampled_from(["id", "text", "title", "published", "date", "url", "language", "byline", "outlet"]),
        st.none() | st.integers() | st.text(max_size=30) | st.lists(st.text(max_size=5), max_size=2),
    )
)
def test_any_record_gives_one_article(record):
    (article,) = read("-", stdin=json.dumps(record).encode())
    assert article.id
