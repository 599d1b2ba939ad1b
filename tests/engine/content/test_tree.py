"""A tree is drawn from the paths that a program printed."""

import pytest

from content.engine.fence.tree import tree
from tests.engine.content.test_figures import label, shapes, words

PATHS = """\
some other line
main 10: price 8, file run in 10
main 10 > child 11
main 10 > server 12 > left 13: price 5
main 10 > server 12 > right 14
"""


def test_each_name_with_its_number_is_one_box_however_many_paths_lead_through_it() -> None:
    drawn = tree(PATHS)
    assert len(shapes(drawn, "bar")) == 2  # main and the server, which have others below them
    assert len(shapes(drawn, "box")) == 3
    assert words(drawn).count("server") == words(drawn).count("main") == 1


def test_a_box_stands_below_that_of_its_parent_and_brothers_stand_side_by_side() -> None:
    drawn = tree(PATHS)
    main, server = sorted(shapes(drawn, "bar"), key=lambda box: float(box.attrib["y"]))
    child, left, right = sorted(shapes(drawn, "box"), key=lambda box: float(box.attrib["x"]))
    assert float(main.attrib["y"]) < float(server.attrib["y"]) == float(child.attrib["y"]) < float(left.attrib["y"])
    assert left.attrib["y"] == right.attrib["y"]
    assert float(left.attrib["x"]) + float(left.attrib["width"]) <= float(right.attrib["x"])
    assert float(right.attrib["x"]) + float(right.attrib["width"]) <= 640


def test_a_line_leads_from_each_box_to_each_below_it() -> None:
    assert len(shapes(tree(PATHS), "thin")) == 4 * 3  # a line and two wings each


def test_notes_stand_one_below_the_other_in_the_box_at_the_end_of_their_line() -> None:
    drawn = words(tree(PATHS))
    assert drawn[drawn.index("main") :] == ["main", "10", "price 8", "file run in 10"]
    assert drawn[drawn.index("left") :][:3] == ["left", "13", "price 5"]


def test_the_same_is_told_in_words() -> None:
    assert label(tree(PATHS)) == (
        "Tree: main 10 (price 8, file run in 10) above child 11, server 12; child 11; "
        "server 12 above left 13, right 14; left 13 (price 5); right 14"
    )


@pytest.mark.parametrize("output", ["", "main 10: alone\n", "main 10 > child 11\nother 12 > child 13\n", "tea: 1\n"])
def test_without_one_root_that_has_others_below_it_nothing_is_drawn(output: str) -> None:
    with pytest.raises(ValueError, match=r"^It needs a line such as `parent 17 > child 18: a note`, and one root"):
        tree(output)
