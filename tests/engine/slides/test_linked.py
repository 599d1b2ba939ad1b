"""Each slide leads to the section of the lesson that it belongs to, and each section to its slide."""

import pytest

from slides.engine import part
from slides.engine.part import Links
from tests.laws.test_every_lesson import LESSONS
from tests.support.site import Site, with_class

LESSON = """
<h1 id="tea">Tea</h1>
<div class="program" id="program-early" data-program="tea/early.py"></div>
<h2 id="boil-it">Boil it<a class="headerlink" href="#boil-it">&para;</a></h2>
<div class="program" data-program="tea/boil.py"></div>
<h3 id="my-own">A <code>pot</code> &amp; more<a class="headerlink" href="#my-own">&para;</a></h3>
<div class="program" data-program="tea/pot.py"></div>
<pre>&lt;h2 id="none"&gt;</pre>
<div class="program" data-program="tea/cup.py"></div>
<div class="program" data-program="tea/boil.py"></div>
<h2 id="key-points">Key points</h2>
"""


def slide(title: str, *names: str) -> str:
    """A slide that shows programs of the lesson."""
    shown = "".join(f'<div class="program" data-program="tea/{name}.py"></div>' for name in names)
    return f'<section id="{title.split()[0].lower()}" class="content">\n<h2>{title}</h2>{shown}</section>'


def links(*slides: str) -> Links:
    """The links between a lesson about tea and a deck of these slides."""
    return part.between(LESSON, '<section id="tea" class="title"><h1>Tea</h1></section>' + "".join(slides))


def test_a_slide_belongs_to_the_section_that_first_shows_its_program() -> None:
    found = links(slide("Water", "boil"), slide("China", "pot"))
    assert found.sections == {"water": "boil-it", "china": "my-own"}


def test_text_of_a_program_is_no_heading() -> None:
    assert links(slide("Cup", "cup")).sections == {"cup": "my-own"}


def test_the_first_of_its_programs_counts() -> None:
    assert links(slide("Both", "pot", "boil")).sections == {"both": "my-own"}


def test_a_slide_without_a_program_belongs_to_the_section_of_its_title_or_to_that_before() -> None:
    found = links(slide("One", "boil"), slide("Two"), slide("A <code>pot</code> &amp; more"), slide("Three"))
    assert found.sections == {"one": "boil-it", "two": "boil-it", "a": "my-own", "three": "my-own"}


def test_slides_and_sections_of_one_title_belong_together_one_by_one() -> None:
    lesson = LESSON.replace("Key points</h2>", 'Boil it</h2><h2 id="boil-again">Boil it</h2>')
    slides = (f'<section id="s{number}"><h2>Boil it</h2></section>' for number in range(4))
    found = part.between(lesson, "".join(slides))
    assert found.sections == {"s0": "boil-it", "s1": "key-points", "s2": "boil-again", "s3": "boil-again"}
    assert found.slides == {"boil-it": "s0", "key-points": "s1", "boil-again": "s2"}


def test_a_slide_with_a_program_counts_among_those_of_its_title() -> None:
    lesson = LESSON.replace("Key points</h2>", "Boil it</h2>")
    assert part.between(lesson, slide("Boil it", "boil") + '<section id="b"><h2>Boil it</h2></section>').sections == {
        "boil": "boil-it",
        "b": "key-points",
    }


def test_a_section_leads_to_the_first_of_its_slides() -> None:
    assert links(slide("One", "boil"), slide("Two")).slides == {"boil-it": "one"}


def test_a_program_above_all_sections_belongs_to_none() -> None:
    assert links(slide("Early", "early")) == Links({}, {})


def test_a_slide_names_its_section() -> None:
    assert part.with_sections(slide("One"), Links({"one": "boil-it"}, {})).startswith(
        '<section id="one" data-lesson="boil-it" class="content">'
    )
    assert part.with_sections(slide("One"), Links({}, {})) == slide("One")


@pytest.mark.parametrize(
    ("address", "seen"), [("lessons/tea/", "../../lessons/tea/"), ("lessons/tea.html", "../../lessons/tea.html")]
)
def test_an_address_as_a_deck_sees_it(address: str, seen: str) -> None:
    assert part.relative(address, "slides/tea/index.html") == seen


def test_the_link_stands_behind_the_heading_of_each_section_that_has_a_slide() -> None:
    html = '<h2 id="boil-it">Boil <em>it</em></h2>\n<p>Now.</p>\n<h3 id="a-pot">A pot</h3>'
    assert part.with_slides(html, "../../slides/tea/", Links({}, {"boil-it": "water"})) == (
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
