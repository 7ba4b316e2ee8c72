"""Settings from the surroundings."""

from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.settings import Settings, load_settings


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_said_gives_the_defaults(folder):
    assert load_settings({}) == Settings()
    assert Settings().ledger == "sqlite:///onrecord.db"


def test_a_variable_wins_over_the_file_and_an_empty_one_does_not(folder):
    (folder / "onrecord.toml").write_text('ledger = "sqlite:///file.db"\ncorpora = "corpora"\n')
    told = load_settings({"ONRECORD_LEDGER": "", "ONRECORD_CORPORA": "/else", "ONRECORD_WEIGHTS": "w"})
    assert told == Settings("sqlite:///file.db", Path("/else"), Path("w"), Path("onrecord.toml"))


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("leger = 'x'", r"unknown key 'leger'. Expected ledger, corpora, weights"),
        ("ledger = 3", r"ledger is 3. Expected text in quotes"),
        ("ledger =", r"is not TOML"),
    ],
)
def test_a_wrong_settings_file_is_refused_by_name(folder, text, story):
    (folder / "mine.toml").write_text(text)
    with pytest.raises(UsageError, match=rf"Settings file mine.toml.* {story}"):
        load_settings({"ONRECORD_CONFIG": "mine.toml"})


def test_a_settings_file_that_is_named_but_not_there_is_refused(folder):
    with pytest.raises(UsageError, match=r"gone.toml cannot be read: No such file"):
        load_settings({"ONRECORD_CONFIG": "gone.toml"})
