"""Ids in addresses: one that ends as a twin's address does has ".html" after it where its page is meant."""

import re

__all__ = ["id_told", "page_id"]

_LIKE_A_TWIN = re.compile(r"\.(?:json|csv)(?:\.html)*$")


def page_id(one: str) -> str:
    """Return an id as the address of its page tells it: "a" as it is, "a.csv" as "a.csv.html"."""
    return f"{one}.html" if _LIKE_A_TWIN.search(one) else one


def id_told(address: str) -> str:
    """Return the id that the address of a page tells; `page_id` the other way."""
    return address.removesuffix(".html") if _LIKE_A_TWIN.search(address) else address
