"""Stable ids: the same content gives the same id, on every machine.

Never Python's `hash`: it changes with every process.
"""

import hashlib
import json
import re
import unicodedata

__all__ = ["anchor_of", "content_id", "slug"]

_DIGITS = 16  # 64 bits: a ledger of ten million claims has a one in 400,000 chance of any clash


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and 16 hexadecimal digits made from the parts, in their order.

    Args:
        prefix: What it is an id of ("claim").
        parts: Values JSON can hold.
    """
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(canonical.encode('utf-8')).hexdigest()[:_DIGITS]}"


def anchor_of(
    article_sha256: str, cue: tuple[int, int] | None, trigger: tuple[int, int] | None, order: int = 0
) -> str:
    """Return the anchor of a claim: what corrections and permalinks hang on.

    Made from where the words stand, so newer weights that read the same words give the same anchor.

    Args:
        article_sha256: SHA-256 of the article's stored text.
        cue: Where the cue stands; None for the outlet's own voice.
        trigger: Where the event's trigger stands; None for a statement that is no event.
        order: Tells apart claims that share cue and trigger, from 0.
    """
    return content_id("anchor", article_sha256, cue, trigger, order)


def slug(name: str) -> str:
    """Return a name as it stands in an id: lower case, unaccented, words joined by hyphens.

    "Josep Borrell" gives "josep-borrell". A name without Latin letters keeps its own letters.
    """
    folded = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", bare.replace("’", "").replace("'", "")).strip("-_")
