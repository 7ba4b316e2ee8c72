"""Every error On Record raises on purpose; the command line prints them without a traceback.

A message names what is wrong, where, what was found, what was expected and what to do.
"""

__all__ = [
    "CodebookError",
    "IntakeError",
    "LedgerError",
    "OnrecordError",
    "RecordError",
    "RequestError",
    "UsageError",
    "WeightsError",
]


class OnrecordError(Exception):
    """Base of all errors a caller of On Record may want to catch."""


class CodebookError(OnrecordError):
    """A codebook file is wrong: names the file, line, key, what was found and what was expected."""


class IntakeError(OnrecordError):
    """Bytes could not be turned into an article; becomes the reason an article is set aside."""


class LedgerError(OnrecordError):
    """The ledger cannot be opened, read or written as asked."""


class RecordError(OnrecordError):
    """A record was built from values that contradict its definition."""


class RequestError(OnrecordError):
    """A request to the page or the API cannot be answered as asked.

    Attributes:
        status: The HTTP status that tells it (404, 400, …).
        code: One word for programs ("not_found").
        field: The part of the address or form it is about; None when it is the whole request.
    """

    def __init__(self, message: str, *, status: int, code: str, field: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.field = field


class UsageError(OnrecordError):
    """What the caller asked for cannot be done as asked; exit code 2 on the command line."""


class WeightsError(OnrecordError):
    """Model weights are missing or are not the ones listed in weights.toml."""
