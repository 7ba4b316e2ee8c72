"""The one shape of every JSON answer, and the one shape of every error."""

from dataclasses import dataclass
from typing import Any

from starlette.responses import JSONResponse

from onrecord import __version__
from onrecord.errors import RequestError
from onrecord.records import to_json

__all__ = ["ERROR_SCHEMA", "PAGE_SCHEMA", "Envelope", "error_answer", "page_answer"]

PAGE_SCHEMA = "onrecord.page/1"
ERROR_SCHEMA = "onrecord.error/1"


@dataclass(frozen=True, slots=True)
class Envelope:
    """What every JSON answer carries.

    Attributes:
        page: Name of the page ("events").
        query: The filters the answer was made with, as they were asked.
        data: The page's own record.
        next: Hand it in as `after` for what follows; None when nothing follows or nothing is paged.
    """

    page: str
    query: dict[str, str]
    data: object
    next: str | None


def page_answer(envelope: Envelope) -> JSONResponse:
    """Return a page's record as JSON."""
    return JSONResponse(
        {
            "schema": PAGE_SCHEMA,
            "version": __version__,
            "page": envelope.page,
            "query": envelope.query,
            "next": envelope.next,
            "data": to_json(envelope.data),
        }
    )


def error_body(error: RequestError) -> dict[str, Any]:
    """Return an error as the dictionary every JSON error is."""
    return {
        "schema": ERROR_SCHEMA,
        "version": __version__,
        "error": {"status": error.status, "code": error.code, "message": str(error), "field": error.field},
    }


def error_answer(error: RequestError) -> JSONResponse:
    """Return an error as JSON with its HTTP status."""
    return JSONResponse(error_body(error), status_code=error.status)
