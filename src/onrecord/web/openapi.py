"""The API in OpenAPI 3.1, from the same list of pages that is served."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from onrecord import __version__
from onrecord.web.envelope import ERROR_SCHEMA, PAGE_SCHEMA
from onrecord.web.fields import FIELDS
from onrecord.web.routes import PageSpec

__all__ = ["describe"]

_REFERENCE = "#/components/schemas/{model}"
_PART = {"type": "string", "minLength": 1, "maxLength": 500}


def describe(pages: Sequence[PageSpec]) -> dict[str, Any]:
    """Return the description of every page's JSON and CSV twin."""
    return _describe(tuple(pages))


@cache
def _describe(pages: tuple[PageSpec, ...]) -> dict[str, Any]:
    names, schemas = _schemas(pages)
    paths: dict[str, Any] = {}
    for page in pages:
        twin = page.twin.replace(":path", "")
        paths[f"{twin}.json"] = {"get": _operation(page, "json", _envelope(page, names[page.name]))}
        if page.table is not None:
            paths[f"{twin}.csv"] = {"get": _operation(page, "csv", {"type": "string"})}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "On Record",
            "version": __version__,
            "description": "Who is on record saying what, with the characters that prove it. Keys are added "
            "to answers, never renamed. Lists are paged: hand in `next` as `after`.",
        },
        "paths": paths,
        "components": {"schemas": schemas | {"Error": _error()}},
    }


def _operation(page: PageSpec, kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    media = "application/json" if kind == "json" else "text/csv"
    parts = [piece.split("}")[0].removesuffix(":path") for piece in page.path.split("{")[1:]]
    where = [{"name": p, "in": "path", "required": True, "schema": _PART} for p in parts]
    filters = [
        {
            "name": f,
            "in": "query",
            "required": False,
            "description": FIELDS[f].about,
            "schema": FIELDS[f].schema,
        }
        for f in page.fields
    ]
    told = {
        "description": "Not answered as asked.",
        "content": {"application/json": {"schema": _ref("Error")}},
    }
    answers = {"200": {"description": page.about, "content": {media: {"schema": schema}}}}
    refusals = ("400", "404", "414", "421", "503")
    return {
        "operationId": f"{page.name}_{kind}",
        "summary": page.about,
        "parameters": [*where, *filters],
        "responses": answers | dict.fromkeys(refusals, told),
    }


def _envelope(page: PageSpec, data: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["schema", "version", "page", "query", "next", "data"],
        "properties": {
            "schema": {"const": PAGE_SCHEMA},
            "version": {"type": "string"},
            "page": {"const": page.name},
            "query": {"type": "object", "additionalProperties": {"type": "string"}},
            "next": {"type": ["string", "null"]},
            "data": data,
        },
    }


def _error() -> dict[str, Any]:
    properties = {
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "message": {"type": "string"},
        "field": {"type": ["string", "null"]},
    }
    error = {"type": "object", "required": list(properties), "properties": properties}
    return {
        "type": "object",
        "required": ["schema", "version", "error"],
        "properties": {"schema": {"const": ERROR_SCHEMA}, "version": {"type": "string"}, "error": error},
    }


def _schemas(pages: tuple[PageSpec, ...]) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    """Return each page's schema and those they refer to, from the records' own types."""
    inputs: list[Any] = [(page.name, "serialization", TypeAdapter(page.data)) for page in pages]
    found, rest = TypeAdapter.json_schemas(inputs, ref_template=_REFERENCE)
    schemas: dict[str, Any] = rest.get("$defs", {})
    change = schemas["Change"]  # the one public key that is no field name: records/json.py
    change["properties"]["from"] = change["properties"].pop("before")
    change["required"] = ["from" if name == "before" else name for name in change["required"]]
    return {name: schema for (name, _), schema in found.items()}, schemas


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
