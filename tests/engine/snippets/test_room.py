"""Whether one more program may start beside those that run."""

from pathlib import Path

from snippets.engine.program.declaration import Declaration
from snippets.engine.program.interpreters import building
from snippets.engine.program.program import Program
from snippets.engine.runs.record import Work
from snippets.engine.runs.room import MOST, UNTOLD, Gauge, Room


class Told(Gauge):
    """A gauge that says what a test tells it."""

    def __init__(self, wanted: float = UNTOLD) -> None:
        super().__init__(dict)
        self.wanted = wanted
        self.says = wanted

    def look(self) -> bool:
        """See what the test says by now."""
        self.wanted = self.says
        return True


def work(load: float | None = None) -> Work:
    """A work that last used such a share of a processor; None for one that is new."""
    program = Program(Path("p.py"), "p.py", "", Declaration(), {}, "")
    return Work(program, building(), "", took=None if load is None else (1.0, load))


def filled(room: Room, load: float | None = None) -> int:
    """How many programs come in until there is room for no more."""
    came = 0
    while came < 1000 and room.has_for(work(load)):
        room.enter(work(load))
        came += 1
    return came


def test_new_programs_count_a_processor_each_where_nothing_is_told() -> None:
    assert filled(Room(3, Told())) == 3


def test_programs_count_what_they_last_used() -> None:
    assert filled(Room(1, Told()), load=0.25) == 4
    assert filled(Room(2, Told()), load=1.0) == 2


def test_there_is_always_room_for_a_single_program() -> None:
    gauge = Told(wanted=7.0)
    assert filled(Room(1, gauge)) == 1


def test_while_those_inside_want_less_than_there_is_more_come_in_look_by_look() -> None:
    gauge = Told()
    room = Room(2, gauge)
    assert filled(room) == 2
    gauge.says = 0.0
    room.look()
    assert filled(room) == 4
    assert filled(room) == 0
    gauge.says = 1.4
    room.look()
    assert filled(room) == 1


def test_while_those_inside_want_all_that_there_is_nobody_comes_in() -> None:
    gauge = Told()
    room = Room(2, gauge)
    filled(room)
    for wanted in (1.6, 2.0, 5.0):
        gauge.says = wanted
        room.look()
        assert filled(room) == 0


def test_however_little_they_used_last_time_only_so_many_begin_at_once_as_processors_can_start() -> None:
    gauge = Told()
    room = Room(2, gauge)
    room.enter(work(load=0.1))
    gauge.says = 0.0
    room.look()
    assert filled(room, load=0.1) == 4


def test_those_that_left_make_no_room_before_the_gauge_looks() -> None:
    gauge = Told()
    room = Room(1, gauge)
    first = work()
    room.enter(first)
    room.enter(work())
    gauge.says = 1.0
    room.look()
    room.leave(first)
    assert filled(room) == 0
    gauge.says = 0.5
    room.look()
    assert filled(room) == 1


def test_however_idle_there_are_not_more_than_some_for_each_processor() -> None:
    gauge = Told(wanted=0.0)
    room = Room(2, gauge)
    came = 0
    while room.has_for(work()) and came < 1000:
        room.enter(work())
        room.look()
        came += 1
    assert came == 2 * MOST
