"""What holds for the package as a whole."""

import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path

import onrecord.errors

ROOT = Path(__file__).parents[1]


def test_every_error_stands_under_the_one_base_and_is_listed():
    found = {
        name
        for name, value in vars(onrecord.errors).items()
        if inspect.isclass(value) and issubclass(value, Exception)
    }
    assert found == set(onrecord.errors.__all__)
    assert all(issubclass(getattr(onrecord.errors, name), onrecord.errors.OnrecordError) for name in found)


def test_help_imports_nothing_heavy():
    heavy = ("spacy", "numpy", "onnxruntime", "sqlalchemy", "starlette", "trafilatura")
    code = (
        "import sys; from onrecord.cli.main import cli; cli(['--help'], standalone_mode=False);"
        f"print([m for m in {heavy!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_databases_are_spoken_to_in_the_ledger_alone():
    package = ROOT / "src" / "onrecord"
    drivers = re.compile(r"^\s*(?:import|from) (?:sqlite3|sqlalchemy|psycopg)\b", re.MULTILINE)
    found = {
        path.relative_to(package).parts[0]
        for path in package.rglob("*.py")
        if drivers.search(path.read_text())
    }
    assert found == {"ledger"}


def test_every_module_says_what_it_is_for():
    package = ROOT / "src" / "onrecord"
    for path in sorted(package.rglob("*.py")):
        name = ".".join(path.relative_to(package.parent).with_suffix("").parts)
        module = importlib.import_module(name.removesuffix(".__init__"))
        assert module.__doc__, f"{name} has no docstring"
