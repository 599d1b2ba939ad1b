"""The sections of a text are found, and so are the programs in them."""

from content.engine.course import headings
from tests.support.site import ROOT, Site

TEXT = """# Tea

## Boil `it` well

```text
## No heading
```

### [Pots](pots.md) and *cups* {#pots}

#### Too deep
"""


def test_headings_of_the_second_and_third_level_have_line_and_title() -> None:
    assert [(one.line, one.title) for one in headings.headings(TEXT)] == [
        (3, "Boil `it` well"),
        (9, "[Pots](pots.md) and *cups*"),
    ]


def test_a_program_is_in_the_section_whose_heading_is_the_last_above_it(site: Site) -> None:
    lesson = ROOT / "content" / "lessons" / "locks.md"
    found = {fence.file: heading.title for fence, heading in headings.shown(ROOT, lesson) if heading}
    assert found["locks/race_call.py"] == "A million tickets are sold"
    assert {element.get("id") for element in site.page("lessons/locks").iter("h2")} >= {"a-million-tickets-are-sold"}


def test_a_program_above_the_first_section_is_in_none() -> None:
    assert [heading for _, heading in headings.shown(ROOT, ROOT / "content" / "index.md")][:1] == [None]
