"""Figures are drawn from what a program printed, or refused."""

from xml.etree import ElementTree

import pytest

from content.engine.fence.figures import FIGURES, OF_OUTPUT, drawn, memory, steps, waits
from snippets.engine.runs.library import Library
from tests.laws.test_every_lesson import LESSONS
from tests.support.site import ROOT, Site, parsed, text_of, with_class

STEPS = "tea read 0\nmilk read 0\ntea write 1\nmilk write 1\n"
STACKS = """\
tea is stuck in
  File "till.py", line 3, in pay
    with LOCKS[wanted]:
  held = 'stock'
  wanted = 'till'
milk is stuck in
  File "till.py", line 3, in pay
    with LOCKS[wanted]:
  held = 'till'
  wanted = 'stock'
"""
OWNERS = """\
thread   tea   100  7f00aa  tea, milk  7f0001
thread   milk  100  7f00aa  tea, milk  7f0002
process  tea   101  7f00bb  tea        7f0003
process  milk  102  7f00bb  milk       7f0004
"""


def label(svg: str) -> str:
    """What a figure says to those who do not see it."""
    return ElementTree.fromstring(svg).attrib["aria-label"]


def words(svg: str) -> list[str]:
    """The words in a figure, in the order in which they were written."""
    return [text.text or "" for text in ElementTree.fromstring(svg).iter("text")]


def shapes(svg: str, kind: str) -> list[ElementTree.Element]:
    """The shapes of a kind."""
    return [shape for shape in ElementTree.fromstring(svg).iter() if shape.get("class") == kind]


def test_steps_stand_in_the_column_of_their_thread_in_the_order_of_the_output() -> None:
    drawn = steps(STEPS)
    assert label(drawn) == ("Steps in their order: 1. tea read 0; 2. milk read 0; 3. tea write 1; 4. milk write 1")
    boxes = [*shapes(drawn, "box"), *shapes(drawn, "bar")]
    assert [box.attrib["x"] for box in boxes] == ["145", "425", "145", "425"]
    assert [float(box.attrib["y"]) for box in boxes] == [42, 82, 122, 162]


def test_waits_lead_from_each_thread_to_the_lock_that_it_wants_and_from_each_lock_to_its_holder() -> None:
    drawn = waits(STACKS)
    assert label(drawn) == "Wait-for graph: tea holds stock and waits for till; milk holds till and waits for stock"
    assert len(shapes(drawn, "wants")) == len(shapes(drawn, "holds")) == 2 * 3  # a line and two wings each
    assert {"tea", "milk", "lock stock", "lock till"} <= set(words(drawn))


def test_memory_has_a_frame_for_each_process_and_a_list_for_each_id_in_it() -> None:
    drawn = memory(OWNERS)
    assert len(shapes(drawn, "frame")) == 3
    assert len(shapes(drawn, "bar")) == 3
    assert [word for word in words(drawn) if word.startswith("stock: ")] == [
        "stock: tea, milk",
        "stock: tea",
        "stock: milk",
    ]
    assert "process 100 of tea and milk has the stock tea, milk" in label(drawn)


@pytest.mark.parametrize("figure", OF_OUTPUT.values(), ids=OF_OUTPUT)
@pytest.mark.parametrize("output", ["", "It printed something else.\n", "tea 1\n"])
def test_a_figure_that_cannot_be_drawn_is_refused_with_what_it_needs(figure: object, output: str) -> None:
    assert callable(figure)
    with pytest.raises(ValueError, match=r"^It needs "):
        figure(output)


def test_words_of_the_output_cannot_break_out_of_the_figure() -> None:
    assert words(steps("<b>& read 0\n<b>& add 1\n<b>& write 1\n"))[0] == "<b>&"


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_figure_of_page_and_deck_is_drawn_and_says_of_what(lesson: str, site: Site) -> None:
    for page in (site.page(f"lessons/{lesson}"), site.page(f"slides/{lesson}")):
        for figure in with_class(page, "run-figure"):
            svg, caption = figure
            assert svg.get("role") == "img"
            assert len(svg.get("aria-label", "")) > 20
            assert text_of(caption)


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("python_threads/finish_orders.py", "bars"),
        ("locks/interleaving.py", "steps"),
        ("two_smoking_barrels/deadlock.py", "waits"),
        ("threads_and_processes/memory_map.py", "memory"),
        ("multiprocessing/year_end.py", "bars"),
        ("multiprocessing/process_tree.py", "tree"),
        ("gil/turns.py", "turns"),
        ("threads_and_processes/threads_take_turns.py", "timeline"),
        ("threads_and_processes/processes_overlap.py", "timeline"),
        ("threads_and_processes/two_downloads.py", "timeline"),
        ("locks/long_hold.py", "timeline"),
    ],
)
def test_the_figures_of_the_course_can_be_drawn_from_its_runs(name: str, figure: str, library: Library) -> None:
    assert (ROOT / "snippets" / name).is_file()
    assert figure in FIGURES
    [svg, _] = parsed(drawn(figure, name, library.record(name).runs[0])).findall("body/figure/*")
    assert svg.attrib["aria-label"]
