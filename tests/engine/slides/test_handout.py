"""Decks on paper: for the audience three slides a page without answers, for the lecturer everything, and all in one."""

from slides.engine import handout
from tests.support.site import parsed, text_of, with_class

PAGE = """<!doctype html>
<html><head><title>Tea &amp; "milk" · slides</title></head>
<body><div class="slides">
<section id="tea" data-timing="60"><h1>Tea</h1></section>
<section id="pot" data-timing="150"><h2>Pot</h2><p>Pour.</p><aside class="notes"><p>Note: slowly.</p></aside></section>
</div></body></html>
"""


def test_the_lecturers_handout_has_each_slide_with_its_notes_and_minutes_under_it() -> None:
    tree = parsed(handout.handout(PAGE, "lecturer"))
    assert [section.get("id") for section in tree.iter("section")] == ["tea", "pot"]
    spoken = [[text_of(notes) for notes in with_class(article, "spoken")] for article in tree.iter("article")]
    assert spoken == [[], ["2.5 minNote: slowly."]]
    assert with_class(tree, "lines") == []


def test_the_audiences_handout_has_lines_beside_each_slide_and_no_notes() -> None:
    tree = parsed(handout.handout(PAGE, "audience"))
    assert [section.get("id") for section in tree.iter("section")] == ["tea", "pot"]
    assert [len(with_class(article, "lines")) for article in tree.iter("article")] == [1, 1]
    assert "slowly" not in text_of(next(tree.iter("body")))
    assert [html.get("class") for html in tree.iter("html")] == ["audience"]


def test_a_handout_carries_the_title_of_its_deck_on_every_page() -> None:
    page = handout.handout(PAGE, "audience")
    assert text_of(next(parsed(page).iter("title"))) == 'Tea & "milk": handout'
    assert '@bottom-left { content: "Tea & milk: handout"' in page


def test_a_page_without_a_title_has_none() -> None:
    assert handout.title_of("<p>tea</p>") == ""


def test_all_decks_together_are_a_form_each_so_that_their_buttons_are_groups_of_their_own() -> None:
    tree = parsed(handout.together([PAGE, PAGE], "All of it"))
    assert [[one.get("id") for one in form.iter("section")] for form in tree.iter("form")] == [["tea", "pot"]] * 2
    assert text_of(next(tree.iter("title"))) == "All of it"
