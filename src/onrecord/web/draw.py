"""Charts drawn as SVG on the server, in the reader's colour scheme, without scripts or outside requests."""

from typing import Any

from onrecord.views.charts import FAMILY_COLOUR, INK, LINE, MUTED
from onrecord.views.words import Family

__all__ = ["draw_vega", "draw_vegalite"]

_DARK = {
    INK: "#e6e8ea",
    MUTED: "#a0aab4",
    LINE: "#343b42",
    FAMILY_COLOUR[Family.VOUCHES]: "#4ac26b",
    FAMILY_COLOUR[Family.ASSERTS]: "#6cb6ff",
    FAMILY_COLOUR[Family.BLAMES]: "#c9a3ff",
    FAMILY_COLOUR[Family.OPPOSES]: "#ff8a80",
    FAMILY_COLOUR[Family.WITHHOLDS]: "#aab4be",
    FAMILY_COLOUR[Family.EXPECTS]: "#56cfe0",
    FAMILY_COLOUR[Family.PRESSES]: "#e3b341",
}
"""Colour on light paper → colour on dark; the pairs of style.css."""

_RULES = "".join(
    f'[fill="{light}"]{{fill:{dark}}}[stroke="{light}"]{{stroke:{dark}}}' for light, dark in _DARK.items()
)
_STYLE = f"<style>@media (prefers-color-scheme:dark){{{_RULES}}}</style>"


def draw_vegalite(specification: dict[str, Any]) -> str:
    """Return a Vega-Lite chart as SVG text."""
    import vl_convert  # 80 MB: loaded when the first chart is asked for

    return _coloured(vl_convert.vegalite_to_svg(specification))


def draw_vega(specification: dict[str, Any]) -> str:
    """Return a Vega chart as SVG text."""
    import vl_convert

    return _coloured(vl_convert.vega_to_svg(specification))


def _coloured(svg: str) -> str:
    """Let the drawing follow the reader's colour scheme, also where it stands as an image."""
    head, sep, rest = svg.partition(">")
    return head + sep + _STYLE + rest
