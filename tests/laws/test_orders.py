"""Every order that a page offers is one that was run: drawn by lot, it is run again, by a process of its own."""

import json
import random

import pytest

from content.engine.course import course
from snippets.engine.process.run import with_short_paths
from snippets.engine.process.runner import short_names
from snippets.engine.program.interpreters import building
from snippets.engine.runs.library import library_of
from tests.support.orders import Explored, replayed
from tests.support.site import ROOT

LIBRARY = library_of(ROOT)
STEPPED = [program.name for program in course.sound(LIBRARY) if program.declaration.steps]
DRAWN = 4  # orders of each program


def test_the_course_has_nine_programs_to_be_the_scheduler_of() -> None:
    assert len(STEPPED) >= 9


@pytest.mark.parametrize("name", STEPPED)
def test_orders_drawn_by_lot_lead_through_the_very_states_that_readers_see(name: str) -> None:
    record = LIBRARY.record(name)
    assert record.orders
    found = Explored(record.orders.graph)
    declared, path = record.program.declaration, record.program.path
    draw = random.Random(name)
    for _ in range(DRAWN):
        order = drawn(found, draw)
        again = replayed(path, building(), declared.steps, declared.shared, order)
        shown = with_short_paths(json.dumps(again), short_names(path, building(), "/nowhere"))
        assert json.loads(shown)["states"] == found.states(order)
        assert again["picks"] == [int(number) for number in order]


def drawn(found: Explored, draw: random.Random) -> str:
    """An order from the beginning to an end, by lot at each step."""
    node, order = found.graph["root"], ""
    while steps := found.graph["nodes"][node][1]:
        number = draw.choice(sorted(steps))
        node, order = steps[number], order + number
    return order
