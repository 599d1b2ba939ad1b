"""An outline is cut into slides, and what a slide asks for is put onto it."""

from markdown import Markdown

from slides.engine.sectioning import Notes, with_objectives

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


SPOKEN = """Ask: this is on the slide.
Ask: so is this.

/// html | aside.notes
Ask: Who has the lock?
Nobody, as you see.
Demo: Take it.
Next: Queues.
///

Note: on the slide again
"""


def test_each_thing_to_ask_to_show_or_to_say_is_a_paragraph_of_its_own_in_the_notes() -> None:
    md = Markdown(extensions=["pymdownx.blocks.html"])
    md.preprocessors.register(Notes(md), "notes", 1)
    assert md.convert(SPOKEN).replace("\n", " ") == (
        "<p>Ask: this is on the slide. Ask: so is this.</p> "
        '<aside class="notes"> <p><strong>Ask:</strong> Who has the lock? Nobody, as you see.</p> '
        "<p><strong>Demo:</strong> Take it.</p> <p><strong>Next:</strong> Queues.</p> </aside> "
        "<p>Note: on the slide again</p>"
    )
