"""A brief as Markdown."""

from onrecord.views.brief import Brief

__all__ = ["brief_markdown"]

_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>#|"})


def brief_markdown(brief: Brief) -> str:
    """Return a brief as Markdown: a heading a section, an item a line, its event and claims below it."""
    about = f" about {brief.party.translate(_SPECIAL)}" if brief.party else ""
    parts = [f"# On record since {brief.since}{about}", ""]
    for section in brief.sections:
        parts += [f"## {section.heading}", ""]
        for line in section.lines:
            parts.append(f"- {line.text.translate(_SPECIAL)}")
            parts.append(f"  `{line.event}` " + " ".join(f"`{claim}`" for claim in line.claims))
        if section.more:
            parts.append(f"- … and {section.more} more")
        parts.append("")
    if not brief.sections:
        parts += ["Nothing new is on record.", ""]
    parts.append("Who is on record saying so, not what is true. Each line names its event and its claims.")
    return "\n".join(parts) + "\n"
