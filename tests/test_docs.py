"""Commands in the documentation are run as they stand there."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent

_FILE = re.compile(r"^```text (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands_of(page):
    """Return the `$ onrecord …` commands of a page, in order."""
    text = (ROOT / page).read_text("utf-8")
    lines = [line for block in _CONSOLE.findall(text) for line in block.splitlines()]
    return [line[2:] for line in lines if line.startswith("$ onrecord ")]


@pytest.mark.weights
@pytest.mark.parametrize("page", ["docs/tutorial.md", "docs/howto.md"])
def test_every_command_of_a_guide_succeeds_in_order(page, tmp_path):
    text = (ROOT / page).read_text("utf-8")
    for name, content in _FILE.findall(text):
        (tmp_path / name).write_text(content, "utf-8")
    commands = commands_of(page)
    assert len(commands) > 10
    for command in commands:
        done = subprocess.run(
            [BIN / "onrecord", *shlex.split(command)[1:]],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env={**os.environ, "COLUMNS": "120"},
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout[-500:]}\n{done.stderr[-2000:]}"
        assert (done.stdout + done.stderr).strip(), f"{command} printed nothing"


def test_every_command_has_a_help_line_that_is_shown():
    from onrecord.cli.main import COMMANDS, HELPS

    assert set(COMMANDS) == set(HELPS)


@pytest.mark.parametrize("document", ["README.md", "docs/tutorial.md", "docs/howto.md"])
def test_commands_named_in_a_document_exist(document):
    from onrecord.cli.main import COMMANDS

    text = (ROOT / document).read_text("utf-8")
    named = set(re.findall(r"(?:`|\$ )onrecord ([a-z]+)", text))
    assert len(named) > 3
    assert named <= set(COMMANDS), named - set(COMMANDS)
