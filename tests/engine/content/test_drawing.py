"""A little SVG, with a text for those who do not see it."""

from xml.etree import ElementTree

from content.engine.fence.drawing import Drawing


def drawn(drawing: Drawing) -> ElementTree.Element:
    """A drawing as a reader of XML sees it."""
    return ElementTree.fromstring(drawing.svg("Title", "words"))


def test_a_drawing_says_its_title_and_words_to_those_who_do_not_see_it() -> None:
    svg = ElementTree.fromstring(Drawing(64, 20.5).svg("Bars", 'a < b & "c"'))
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-label"] == 'Bars: a < b & "c"'
    assert svg.attrib["viewBox"] == "0 0 64 20.5"


def test_words_are_text_whatever_they_hold() -> None:
    drawing = Drawing(10, 10)
    drawing.words(1, 2, "<script>&", "strong", "end")
    [text] = drawn(drawing)
    assert text.text == "<script>&"
    assert text.attrib == {"x": "1", "y": "2", "text-anchor": "end", "class": "strong"}


def test_a_box_is_never_less_than_nothing_wide() -> None:
    drawing = Drawing(10, 10)
    drawing.box(1, 2, -3, 4)
    [box] = drawn(drawing)
    assert (box.attrib["width"], box.attrib["height"]) == ("0", "4")


def test_an_arrow_is_a_line_with_two_wings_at_its_end() -> None:
    drawing = Drawing(100, 100)
    drawing.arrow((0, 50), (80, 50), "holds")
    shapes = [path.attrib["d"] for path in drawn(drawing)]
    assert shapes[0] == "M0 50 L80 50"
    assert shapes[1:] == ["M80 50 L72 45.9", "M80 50 L72 54.1"] or shapes[1:] == ["M80 50 L72 54.1", "M80 50 L72 45.9"]
    assert {path.attrib["class"] for path in drawn(drawing)} == {"holds"}


def test_shapes_lie_over_each_other_in_the_order_in_which_they_were_drawn() -> None:
    drawing = Drawing(10, 10)
    drawing.line((0, 0), (1, 1))
    drawing.box(0, 0, 1, 1)
    drawing.words(0, 0, "tea")
    assert [shape.tag for shape in drawn(drawing)] == ["path", "rect", "text"]
