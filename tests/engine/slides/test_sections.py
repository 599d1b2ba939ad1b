"""Each slide leads to the section of the lesson that it belongs to, and each section to its slide."""

from pathlib import Path

import pytest

from slides.engine import sections
from slides.engine.sections import Links
from tests.laws.test_every_lesson import LESSONS
from tests.support.site import ROOT, Site, with_class

LESSON = """# Tea

```python exec="on" file="tea/early.py"
```

## Boil it

```python exec="on" file="tea/boil.py"
```

### A `pot`

```python exec="on" file="tea/pot.py"
```

```text
## No heading
```

```python exec="on" file="tea/cup.py"
```

```python exec="on" file="tea/boil.py"
```

## Key points
"""


def fence(name: str) -> str:
    """A fence that shows a program of the lesson."""
    return f'```python exec="on" file="tea/{name}.py"\n```'


def links(root: Path, *slides: str) -> Links:
    """The links between a lesson about tea and a deck of these slides."""
    for path, text in {
        "content/lessons/tea.md": LESSON,
        "slides/decks/tea.md": "\n\n---\n\n".join(["# Tea", *slides]),
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return sections.of(root, "tea")


def test_a_slide_belongs_to_the_section_that_first_shows_its_program(tmp_path: Path) -> None:
    found = links(tmp_path, f"## Water\n\n{fence('boil')}", f"## China\n\n{fence('pot')}")
    assert found.sections == {"water": "boil-it", "china": "a-pot"}


def test_a_line_in_a_fence_is_no_heading(tmp_path: Path) -> None:
    assert links(tmp_path, f"## Cup\n\n{fence('cup')}").sections == {"cup": "a-pot"}


def test_the_first_of_its_programs_counts(tmp_path: Path) -> None:
    assert links(tmp_path, f"## Both\n\n{fence('pot')}\n\n{fence('boil')}").sections == {"both": "a-pot"}


def test_a_slide_without_programs_belongs_to_the_section_of_its_title(tmp_path: Path) -> None:
    assert links(tmp_path, "## A `pot`\n\nPour.", "## Key points").sections == {
        "a-pot": "a-pot",
        "key-points": "key-points",
    }


def test_any_other_slide_belongs_to_the_section_of_the_slide_before(tmp_path: Path) -> None:
    found = links(tmp_path, "## Before all\n\nTalk.", f"## Water\n\n{fence('boil')}", "## More of it\n\nTalk.")
    assert found.sections == {"water": "boil-it", "more-of-it": "boil-it"}


def test_a_section_leads_to_the_first_of_its_slides(tmp_path: Path) -> None:
    assert links(tmp_path, f"## One\n\n{fence('boil')}", "## Two\n\nTalk.").slides == {"boil-it": "one"}


def test_a_program_above_all_sections_belongs_to_none(tmp_path: Path) -> None:
    assert links(tmp_path, f"## Early\n\n{fence('early')}") == Links({}, {})


def test_a_deck_or_lesson_alone_has_no_links(tmp_path: Path) -> None:
    assert sections.of(tmp_path, "tea") == Links({}, {})


def test_the_link_stands_behind_the_heading_of_each_section_that_has_a_slide() -> None:
    html = '<h2 id="boil-it">Boil <em>it</em></h2>\n<p>Now.</p>\n<h3 id="a-pot">A pot</h3>'
    assert sections.with_slides(html, "../../slides/tea/", Links({}, {"boil-it": "water"})) == (
        '<h2 id="boil-it">Boil <em>it</em>'
        '<a class="to-slide" href="../../slides/tea/#/water" aria-label="Slide of this section"></a></h2>\n'
        '<p>Now.</p>\n<h3 id="a-pot">A pot</h3>'
    )


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_slide_with_a_program_names_a_section_that_the_lesson_has(lesson: str, site: Site) -> None:
    anchors = {element.get("id") for element in site.page(f"lessons/{lesson}").iter() if element.get("id")}
    for slide in site.page(f"slides/{lesson}").iter("section"):
        section = slide.get("data-lesson")
        assert section in anchors or (section is None and not with_class(slide, "program")), slide.get("id")


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_link_from_a_section_leads_to_a_slide_that_the_deck_has(lesson: str, site: Site) -> None:
    slides = {slide.get("id") for slide in site.page(f"slides/{lesson}").iter("section")}
    found = [link.get("href", "") for link in with_class(site.page(f"lessons/{lesson}"), "to-slide")]
    assert found
    for href in found:
        address, _, slide = href.partition("#/")
        assert (site.folder / "lessons" / lesson / address).resolve() == (site.folder / "slides" / lesson).resolve()
        assert slide in slides


def test_the_course_is_at_its_place() -> None:
    assert all(sections.of(ROOT, lesson).slides for lesson in LESSONS)
