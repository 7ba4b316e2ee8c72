"""A brief as one HTML page without outside requests; charts are drawn into it as SVG."""

from collections.abc import Sequence
from html import escape

from onrecord.views.brief import Brief, BriefLine

__all__ = ["brief_html"]

_STYLE = """
body{font:16px/1.5 Helvetica,Arial,sans-serif;margin:2rem auto;max-width:52rem;padding:0 1rem;
color:#1b1f24;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem;border-bottom:1px solid #d8dde3;margin-top:2rem}
li{margin:.4rem 0}code{font-size:.78rem;color:#57606a;overflow-wrap:anywhere}figure{margin:1rem 0}
figcaption{font-size:.9rem;color:#57606a}svg{max-width:100%;height:auto}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#11161c}
h2{border-color:#38424e}code,figcaption{color:#9aa7b4}figure{background:#fff}}
"""


def brief_html(brief: Brief, charts: Sequence[tuple[str, str]] = ()) -> str:
    """Return a brief as a page.

    Args:
        brief: What to show.
        charts: Caption and SVG of each chart; the SVG is taken as it is, everything else is escaped.
    """
    about = f" about {brief.party}" if brief.party else ""
    title = escape(f"On record since {brief.since}{about}")
    parts = [
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>",
    ]
    for section in brief.sections:
        parts.append(f"<section><h2>{escape(section.heading)}</h2><ul>")
        parts += [_item(line) for line in section.lines]
        parts.append(
            f"<li>… and {section.more} more</li></ul></section>" if section.more else "</ul></section>"
        )
    if not brief.sections:
        parts.append("<p>Nothing new is on record.</p>")
    if charts:
        parts.append("<section><h2>Numbers by source</h2>")
        parts += [
            f"<figure>{svg}<figcaption>{escape(caption)}</figcaption></figure>" for caption, svg in charts
        ]
        parts.append("</section>")
    parts.append("<p>Who is on record saying so, not what is true.</p></body></html>")
    return "".join(parts) + "\n"


def _item(line: BriefLine) -> str:
    claims = " ".join(f"<code>{escape(claim)}</code>" for claim in line.claims)
    return f"<li>{escape(line.text)}<br><code>{escape(line.event)}</code> {claims}</li>"
