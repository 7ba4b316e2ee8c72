"""What the surroundings say: environment variables and an optional file. Read here and nowhere else."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import UsageError

__all__ = ["Settings", "load_settings"]

DEFAULT_LEDGER = "sqlite:///onrecord.db"
DEFAULT_FILE = "onrecord.toml"
_KEYS = {"ledger": "ONRECORD_LEDGER", "corpora": "ONRECORD_CORPORA", "weights": "ONRECORD_WEIGHTS"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user sets once instead of typing it each time; an option typed wins over all of it.

    Attributes:
        ledger: SQLAlchemy URL of the ledger.
        corpora: Folder of the corpora that `onrecord evaluate` and some tests need.
        weights: Folder of model weights; None for those in the package.
        file: The settings file read; None when there is none.
    """

    ledger: str = DEFAULT_LEDGER
    corpora: Path = Path("../shared/data")
    weights: Path | None = None
    file: Path | None = None


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings: an environment variable, else the file, else the default.

    The file is the one `ONRECORD_CONFIG` names, else `onrecord.toml` in the working folder if it is
    there: TOML with any of the keys `ledger`, `corpora`, `weights`.

    Args:
        environ: In place of this process's environment variables.

    Raises:
        UsageError: The file cannot be read, is not TOML, or has a key or value that is not expected.
    """
    given = os.environ if environ is None else environ
    file = _file(given)
    told = {} if file is None else _read(file)
    told |= {key: given[name] for key, name in _KEYS.items() if given.get(name)}
    defaults = Settings()
    return Settings(
        ledger=told.get("ledger", defaults.ledger),
        corpora=Path(told["corpora"]) if "corpora" in told else defaults.corpora,
        weights=Path(told["weights"]) if "weights" in told else None,
        file=file,
    )


def _file(environ: Mapping[str, str]) -> Path | None:
    named = environ.get("ONRECORD_CONFIG")
    if named:
        return Path(named)
    return Path(DEFAULT_FILE) if Path(DEFAULT_FILE).is_file() else None


def _read(file: Path) -> dict[str, str]:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"Settings file {file} cannot be read: {error.strerror}.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"Settings file {file} is not TOML: {error}.") from error
    for key, value in told.items():
        if key not in _KEYS:
            raise UsageError(f"Settings file {file}: unknown key {key!r}. Expected {', '.join(_KEYS)}.")
        if not isinstance(value, str):
            raise UsageError(f"Settings file {file}: {key} is {value!r}. Expected text in quotes.")
    return told
