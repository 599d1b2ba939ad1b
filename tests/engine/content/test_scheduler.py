"""A program of which all orders of steps were run becomes a panel, on a page and on a slide, also without a script."""

import json
from typing import Any

import pytest

from content.engine.fence import scheduler
from content.engine.fence.header import Embed, Place
from snippets.engine.runs.orders import ABSENT, Orders
from tests.support.site import Tree, parsed, text_of, with_class
from tests.support.small import SmallCourse
from tests.support.stepped import fence, stepped

SLIDE = Place("slides/decks/greetings.md", kind="deck")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    return stepped(tmp_path_factory.mktemp("course"))


def panel(course: SmallCourse, name: str, challenge: str = "", goal: str = "", here: Place | None = None) -> Tree:
    """The panel of a program."""
    [found] = with_class(parsed(course.html(fence(name, challenge, goal), here)), "scheduler")
    return found


def cells(table: Tree) -> list[list[str]]:
    """The rows of a table's body."""
    return [[text_of(cell) for cell in row] for row in table.iter("tr")][1:]


def packed(course: SmallCourse, name: str) -> dict[str, Any]:
    """What the script is given."""
    orders = course.library.record(f"greetings/{name}.py").orders
    assert orders
    found: dict[str, Any] = json.loads(scheduler.packed(orders))
    return found


def test_a_panel_says_how_many_orders_and_outcomes_there_are(course: SmallCourse) -> None:
    found = panel(course, "desks")
    assert (found.get("data-snippet"), found.get("data-orders"), found.get("data-outcomes")) == (
        "greetings/desks.py",
        "20",
        "2",
    )
    assert "in every order of its steps: 20 orders, 2 outcomes." in text_of(with_class(found, "scheduler-count")[0])
    alone = with_class(panel(course, "locked"), "scheduler-count")[0]
    assert text_of(alone).endswith("10 orders, always the same outcome.")


def test_without_a_script_it_is_a_table_of_outcomes_and_the_steps_of_an_order_to_each(course: SmallCourse) -> None:
    found = panel(course, "desks", "Lose a ticket.", "sold == 1")
    assert cells(with_class(found, "scheduler-table")[0]) == [
        ["sold = 1; printed “sold: 1”", "18", "112221"],
        ["sold = 2; printed “sold: 2”", "2", "111222"],
    ]
    ways = with_class(found, "scheduler-way")
    assert [(text_of(way[0]), way.get("open") is not None) for way in ways] == [
        ("Order 112221, step by step", True),
        ("Order 111222, step by step", False),
    ]
    assert cells(with_class(ways[0], "scheduler-steps")[0]) == [
        ["1", "sold += 1 reads sold = 0", ""],
        ["2", "sold += 1 makes the new value", ""],
        ["3", "", "sold += 1 reads sold = 0"],
        ["4", "", "sold += 1 makes the new value"],
        ["5", "", "sold += 1 writes sold = 1, and is done"],
        ["6", "sold += 1 writes sold = 1, and is done", ""],
    ]


def test_the_order_that_is_open_is_one_to_the_goal_or_else_to_the_rarest_outcome(course: SmallCourse) -> None:
    for goal, order in (("sold == 1", "112221"), ("sold == 2", "111222"), ("", "111222")):
        ways = with_class(panel(course, "desks", "Try." if goal else "", goal), "scheduler-way")
        assert [text_of(way[0]) for way in ways if way.get("open") is not None] == [f"Order {order}, step by step"]


def test_the_lines_are_those_of_the_stepped_functions_with_their_numbers_in_the_file(course: SmallCourse) -> None:
    found = panel(course, "drivers")
    lines = with_class(found, "scheduler-line")
    assert [(line.get("data-line"), text_of(with_class(line, "scheduler-number")[0])) for line in lines] == [
        (number, number) for number in ("10", "11", "12", "13", "14", "23", "24")
    ]
    codes = [with_class(line, "scheduler-code")[0] for line in lines]
    assert [text_of(code) for code in codes][:4] == ["def take():", "with changed:", "if not shelf:", "changed.wait()"]
    assert [code.get("style") for code in codes][:4] == [f"--indent: {indent}" for indent in (0, 4, 8, 12)]


def test_a_page_says_where_the_graph_is_and_which_outcomes_are_the_goal(course: SmallCourse) -> None:
    at = Place("content/lessons/greetings.md", site="../../")
    found = panel(course, "desks", "Lose a ticket.", "sold == 1", at)
    assert found.get("data-graph") == "../../programs/greetings/desks.orders.json"
    assert found.get("data-goal") == "0"
    assert list(found.iter("script")) == []
    assert panel(course, "locked", "Lose a ticket.", "sold == 1", at).get("data-goal") == ""
    assert panel(course, "desks", here=at).get("data-goal") is None


def test_a_slide_has_the_graph_at_hand_and_one_order(course: SmallCourse) -> None:
    found = panel(course, "crossed", "Get both of them stuck.", "deadlock", SLIDE)
    [script] = found.iter("script")
    assert json.loads(script.text or "") == packed(course, "crossed")
    assert found.get("data-graph") is None
    assert with_class(found, "scheduler-way") == []
    [steps] = with_class(found, "scheduler-steps")
    assert text_of(next(steps.iter("caption"))) == "Order 112221, step by step"


def test_a_deadlock_is_told_with_its_circle(course: SmallCourse) -> None:
    rows = with_class(panel(course, "crossed"), "scheduler-table")[0].iter("td")
    [told] = [cell for cell in rows if "Deadlock" in text_of(cell)]
    assert text_of(told) == (
        "Deadlock: Ann waits for till, which Ben holds; Ben waits for stock, which Ann holds"
        "Ann → till → Ben → stock → Ann"
    )
    assert packed(course, "crossed")["outcomes"][1][1] == ["Ann", "till", "Ben", "stock", "Ann"]


def test_what_stands_in_a_program_or_a_challenge_is_text_and_no_markup(course: SmallCourse) -> None:
    text = (course.root / "snippets/greetings/desks.py").read_text(encoding="utf-8")
    inert = text.replace("sold += 1", 'sold += len("</script><b>") // 11').replace('"sold:"', '"</script><i>"')
    course.write("snippets/greetings/inert.py", inert)
    shown = course.html(fence("inert", "<u>Lose</u> a ticket.", "sold == 1", "figure"), SLIDE)
    [found] = with_class(parsed(shown), "scheduler")
    assert {one.tag for one in found.iter()}.isdisjoint({"b", "i", "u"})
    assert text_of(with_class(found, "scheduler-challenge")[0]) == "<u>Lose</u> a ticket."
    assert shown.count("</script>") == 1
    [script] = found.iter("script")
    assert "</script><i> 1\n" in json.loads(script.text or "")["outputs"]


def test_a_python_that_cannot_run_orders_says_so_in_a_line_and_shows_nothing_else(course: SmallCourse) -> None:
    program = course.library.program("greetings/desks.py")
    html = scheduler.panel(program, Orders(), Embed("greetings/desks.py"), Place())
    assert html == f'<p class="run-absent">{ABSENT}</p>'


def test_each_step_of_the_script_is_told_in_words(course: SmallCourse) -> None:
    found = packed(course, "locked")
    phrases, nodes = found["phrases"], found["nodes"]
    assert {phrases[phrase] for _, steps, _ in nodes for _, phrase in steps.values()} == set(phrases)
    assert "line 11: takes sold_lock" in phrases
    assert "line 11: waits for sold_lock, which desk-1 holds" in phrases
    assert "line 11: releases sold_lock, and is done" in phrases


# Fences that cannot be


@pytest.mark.parametrize(
    ("name", "options", "complaint"),
    [
        ("desks", 'goal="sold == 1"', "It has a goal that no reader is told of."),
        ("desks", 'challenge="Try." goal="tickets == 1"', 'goal="tickets == 1" cannot be looked at'),
        ("hello", "", "A scheduler of a program of which nothing is stepped."),
    ],
)
def test_a_fence_that_cannot_be_is_told_in_its_place(
    course: SmallCourse, name: str, options: str, complaint: str
) -> None:
    text = f'```python exec="on" file="greetings/{name}.py" figure="scheduler" {options}\n```\n'
    page = course.page(text)
    assert with_class(page, "scheduler") == []
    assert complaint in text_of(page)


@pytest.mark.parametrize("option", ['challenge="Lose a ticket."', 'challenge="Try." goal="sold == 1"'])
def test_a_challenge_without_a_scheduler_is_a_mistake(course: SmallCourse, option: str) -> None:
    page = course.page(f'```python exec="on" file="greetings/desks.py" {option}\n```\n')
    assert "is about orders of steps." in text_of(page)
