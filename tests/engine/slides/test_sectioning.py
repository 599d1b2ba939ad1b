"""An outline is cut into slides, and what a slide asks for is put onto it."""

from slides.engine.sectioning import with_objectives

ASKED = (
    '<section id="a" class="objectives" data-timing="30">\n<h2>After <em>it</em></h2>\n'
    '<div class="body">\n{}</div>\n<aside/></section>'
)


def test_objectives_stand_on_the_slide_that_asks_for_them_and_has_nothing_on_it() -> None:
    other = '<section id="b" class="content">\n<h2>B</h2>\n<div class="body">\n</div></section>'
    made = with_objectives(ASKED.format("") + other, "<ul></ul>")
    assert made == ASKED.format("<ul></ul>") + other


def test_a_slide_with_objectives_of_its_own_keeps_them() -> None:
    own = ASKED.format("<ul>mine</ul>\n")
    assert with_objectives(own, "<ul></ul>") == own
