"""The sections of a text are found, and so are the programs in them."""

from content.engine.course import headings, texts
from tests.support.site import ROOT, Site, text_of
from tests.support.small import SmallCourse

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


UNDERLINED = """---
title: Tea

draft: true
---
Boil it {#boil}
---------------

A line
and another
---

```text
No heading
---
```

| a |
|---|

### Pots {.hot}
"""


def test_a_line_below_a_line_makes_a_heading_of_it_too() -> None:
    assert [(one.line, one.title) for one in headings.headings(UNDERLINED)] == [(6, "Boil it"), (21, "Pots")]


def test_the_headings_that_are_found_are_those_that_markdown_makes(small: SmallCourse) -> None:
    page = small.page(texts.body(UNDERLINED))
    made = [text_of(one).removesuffix("\N{PILCROW SIGN}") for one in page.iter() if one.tag in ("h2", "h3")]
    assert made == [one.title for one in headings.headings(UNDERLINED)]


def test_a_program_is_in_the_section_whose_heading_is_the_last_above_it(site: Site) -> None:
    lesson = ROOT / "content" / "lessons" / "locks.md"
    found = {fence.file: heading.title for fence, heading in headings.shown(ROOT, lesson) if heading}
    assert found["locks/race_call.py"] == "A million tickets are sold"
    assert {element.get("id") for element in site.page("lessons/locks").iter("h2")} >= {"a-million-tickets-are-sold"}


def test_a_program_above_the_first_section_is_in_none() -> None:
    assert [heading for _, heading in headings.shown(ROOT, ROOT / "content" / "index.md")][:1] == [None]
