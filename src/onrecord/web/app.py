"""The page and its API as one ASGI application."""

import csv
import io
import secrets
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, quote

from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.errors import LedgerError, RequestError
from onrecord.web import images
from onrecord.web.addresses import id_told
from onrecord.web.envelope import Envelope, error_answer, page_answer
from onrecord.web.fields import Asked, ask
from onrecord.web.look import STATIC, templates
from onrecord.web.openapi import describe
from onrecord.web.pages import review as review_page
from onrecord.web.pages.built import Built, Table
from onrecord.web.room import Room
from onrecord.web.routes import PAGES, PageSpec
from onrecord.web.safety import LOCAL_HOSTS, Safety, check_write
from onrecord.web.visits import COOKIE, visit

__all__ = ["create_app"]

_YEAR = 365 * 24 * 3600  # seconds
_MOST_FIELDS = 200
_AT_ONCE = 8  # pages made at the same time; a ledger gives out up to 15 connections


def create_app(
    ledger_url: str,
    *,
    review: bool = False,
    hosts: Sequence[str] = LOCAL_HOSTS,
    reviewers: Sequence[str] = (),
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Starlette:
    """Return the page and API of a ledger; pages are made anew from it at every request.

    Args:
        ledger_url: SQLAlchemy URL of a ledger that is there already.
        review: Whether changes are taken; nothing is ever written otherwise.
        hosts: Host names answered to; empty for any.
        reviewers: Names offered to who reviews.
        clock: Gives the moment now, with a time zone.

    Raises:
        LedgerError: The ledger cannot be opened.
    """
    token = secrets.token_urlsafe(24) if review else ""
    site = _Site(Room(ledger_url, clock, token), tuple(reviewers))
    routes: list[BaseRoute] = [
        Route("/openapi.json", lambda _request: JSONResponse(describe(PAGES))),
        Mount("/static", StaticFiles(directory=STATIC)),
        *(Route(path, site.image(make, kind)) for path, make, kind in images.IMAGES),
        Route("/review/decide", site.decide, methods=["POST"]),
        Route("/review/undo", site.undo, methods=["POST"]),
    ]
    for spec in PAGES:
        routes.append(Route(f"{spec.twin}.json", site.json(spec)))
        if spec.table is not None:
            routes.append(Route(f"{spec.twin}.csv", site.csv(spec, spec.table)))
    routes.extend(Route(spec.path, site.html(spec)) for spec in PAGES)
    return Starlette(
        routes=routes,
        lifespan=_few_at_once,
        middleware=[Middleware(Safety, hosts=tuple(hosts))],
        exception_handlers={
            RequestError: site.refused,
            LedgerError: site.failed,
            HTTPException: site.not_routed,
            500: site.broken,
        },
    )


@asynccontextmanager
async def _few_at_once(_app: Starlette) -> AsyncIterator[None]:
    """Let fewer pages be made at once than the ledger has connections; further readers wait their turn."""
    current_default_thread_limiter().total_tokens = _AT_ONCE
    yield


class _Site:
    """The answers of every route; endpoints that read are plain functions and run in threads."""

    def __init__(self, room: Room, reviewers: tuple[str, ...]) -> None:
        self.room = room
        self.reviewers = reviewers
        self.templates = templates()

    def html(self, spec: PageSpec) -> Callable[[Request], Response]:
        """Return the endpoint of a page."""

        def answer(request: Request) -> Response:
            seen, cookie = visit(request.cookies.get(COOKIE), self.room.clock())
            parts = map(id_told, request.path_params.values())
            asked, built = self._build(spec, request, parts, seen)
            response = self._render(spec.template, request, spec=spec, asked=asked, built=built)
            response.set_cookie(COOKIE, cookie, max_age=_YEAR, httponly=True, samesite="lax")
            return response

        return answer

    def json(self, spec: PageSpec) -> Callable[[Request], Response]:
        """Return the endpoint of a page's JSON twin."""

        def answer(request: Request) -> Response:
            seen, _ = visit(request.cookies.get(COOKIE), self.room.clock())
            asked, built = self._build(spec, request, request.path_params.values(), seen)
            return page_answer(Envelope(spec.name, asked.words, built.data, built.next))

        return answer

    def csv(self, spec: PageSpec, table: Callable[[object], Table]) -> Callable[[Request], Response]:
        """Return the endpoint of a page's CSV twin."""

        def answer(request: Request) -> Response:
            _, built = self._build(spec, request, request.path_params.values(), None)
            headers = {"Content-Disposition": f'attachment; filename="onrecord-{spec.name}.csv"'}
            return Response(_csv(table(built.data)), media_type="text/csv; charset=utf-8", headers=headers)

        return answer

    def image(self, make: Callable[..., str], kind: str) -> Callable[[Request], Response]:
        """Return the endpoint of a drawing or a download that is no page."""

        def answer(request: Request) -> Response:
            asked = ask(request.query_params.multi_items(), images.FIELDS)
            parts = tuple(request.path_params.values())
            key = (make.__name__, parts, tuple(sorted(asked.words.items())))
            drawn = self.room.remembered(key, lambda: make(self.room, asked, *parts))
            return Response(drawn, media_type=kind, headers=images.HEADERS)

        return answer

    async def decide(self, request: Request) -> Response:
        """Take a decision from a form, and lead back to where it was made."""
        form = await self._form(request)
        anchors = tuple(dict.fromkeys(form.pop("anchors").split()))
        await run_in_threadpool(review_page.record, self.room, form, anchors)
        return _back(form)

    async def undo(self, request: Request) -> Response:
        """Undo a decision named by a form, and lead back."""
        form = await self._form(request)
        await run_in_threadpool(review_page.undo, self.room, form)
        return _back(form)

    async def refused(self, request: Request, error: Exception) -> Response:
        """Answer a request that cannot be answered as asked."""
        assert isinstance(error, RequestError)
        return self._error(request, error)

    async def failed(self, request: Request, error: Exception) -> Response:
        """Answer when the ledger fails."""
        return self._error(request, RequestError(str(error), status=503, code="ledger_failed"))

    async def not_routed(self, request: Request, error: Exception) -> Response:
        """Answer an address or method that is none of ours."""
        assert isinstance(error, HTTPException)
        if error.status_code == 405:
            told = RequestError(
                f"{request.method} is not answered at {request.url.path[:120]}.",
                status=405,
                code="method_not_allowed",
            )
        else:
            told = RequestError(
                f"There is no page {request.url.path[:120]}.", status=error.status_code, code="not_found"
            )
        response = self._error(request, told)
        for name, value in (error.headers or {}).items():
            response.headers[name] = value
        return response

    async def broken(self, request: Request, _error: Exception) -> Response:
        """Answer when we fail; the server's log has the traceback."""
        message = "The page failed; the server's log says why."
        return self._error(request, RequestError(message, status=500, code="failed"))

    def _build(
        self, spec: PageSpec, request: Request, parts: Iterable[str], seen: datetime | None
    ) -> tuple[Asked, Built]:
        asked = ask(request.query_params.multi_items(), spec.fields)
        extra = (seen,) if spec.name == "front" else ()
        return asked, spec.build(self.room, asked, *extra, *parts)

    def _render(self, name: str, request: Request, status: int = 200, **given: Any) -> HTMLResponse:
        text = self.templates.get_template(name).render(
            path=_quoted(request.scope["path"]),
            twin=_quoted(id_told(request.scope["path"])) if request.scope["path"] != "/" else "/index",
            address=str(request.url),
            room=self.room,
            reviewers=self.reviewers,
            fixes=review_page.FIXES,
            **given,
        )
        return HTMLResponse(text, status_code=status)

    def _error(self, request: Request, error: RequestError) -> Response:
        path = request.url.path
        plain = path.endswith((".json", ".csv", ".svg", ".graphml"))
        if plain or "text/html" not in request.headers.get("accept", "text/html"):
            return error_answer(error)
        return self._render("error.html", request, status=error.status, error=error, spec=None)

    async def _form(self, request: Request) -> dict[str, str]:
        """Return a form's fields; anchors given several times are joined by spaces."""
        if not self.room.review:
            raise RequestError(
                "This server takes no changes. Start it with: onrecord serve --review",
                status=403,
                code="read_only",
            )
        body = (await request.body()).decode("utf-8", errors="replace")
        try:
            pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        except ValueError as error:
            raise RequestError(
                f"The form has more than {_MOST_FIELDS} fields.", status=400, code="wrong_form"
            ) from error
        form = dict(pairs)
        form["anchors"] = " ".join(value for name, value in pairs if name == "anchors")
        check_write(request.headers, form.pop("token", ""), self.room.token)
        return form


def _quoted(path: str) -> str:
    return quote(path, safe="/:@!$,;=")


def _back(form: dict[str, str]) -> Response:
    """Lead back to where a form was sent from, never to another site."""
    back = form.get("back", "")
    ours = back.startswith("/") and not back.startswith(("//", "/\\"))
    return RedirectResponse(back if ours else "/review", status_code=303)


def _csv(table: Table) -> str:
    """Return a table as CSV; a cell that a spreadsheet would take for a formula is quoted by a mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.header)
    for row in table.rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return "" if value is None else value
