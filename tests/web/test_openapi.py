"""The description is OpenAPI 3.1, and whatever it allows is answered without a server error."""

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from onrecord.web.app import create_app
from onrecord.web.openapi import describe
from onrecord.web.routes import PAGES

HELD = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


EXAMPLES = 8
"""Requests made of each operation."""


def test_no_address_the_description_allows_breaks_the_server(ledger_url):
    app = create_app(ledger_url, hosts=("testserver", "localhost"))
    described = schemathesis.openapi.from_asgi("/openapi.json", app)
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) == sum(1 + (page.table is not None) for page in PAGES)
    for operation in operations:
        hold(operation)


def hold(operation):
    @given(case=operation.as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    def answered(case):
        case.call_and_validate(checks=HELD)

    answered()


def test_the_description_is_of_version_3_1_and_names_every_twin():
    told = describe(PAGES)
    assert told["openapi"].startswith("3.1")
    for page in PAGES:
        path = page.twin.replace(":path", "")
        assert f"{path}.json" in told["paths"]
        assert (f"{path}.csv" in told["paths"]) == (page.table is not None)


def test_every_answer_of_the_small_ledger_is_as_described(client):
    import jsonschema

    told = describe(PAGES)
    for page, path in (
        ("front", "/index.json"), ("event", "/events/event-one.json"), ("article", "/articles/wire/one.json"),
        ("claims", "/claims.json"), ("exchange", "/exchanges/BLR/AZE.json"), ("party", "/parties/BLR.json"),
        ("network", "/network.json"), ("review", "/review.json"),
    ):  # fmt: skip
        spec = next(p for p in PAGES if p.name == page)
        operation = told["paths"][f"{spec.twin.replace(':path', '')}.json"]["get"]
        wanted = operation["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.validate(client.get(path).json(), wanted | {"components": told["components"]})
