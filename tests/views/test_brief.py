"""A brief as Markdown."""

from datetime import date

from onrecord.views.brief import Brief
from onrecord.views.brief_markdown import brief_markdown


def test_a_name_in_the_heading_is_no_markup():
    brief = Brief(date(2024, 11, 4), "Ana *Brod* [press]", (), ())
    heading, *_ = brief_markdown(brief).splitlines()
    assert heading == r"# On record since 2024-11-04 about Ana \*Brod\* \[press\]"
