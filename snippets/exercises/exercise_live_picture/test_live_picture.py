"""The check of `live_picture`: plain `pytest` in this folder runs it, with `watched.py`, `telling.py` and `stuck.py`.

It leaves nothing to luck: rows are held until as many processes work as were asked for, and one row is held until
others are ready, or until nobody does anything any more. The first point of each row that a worker made is changed, so
that no two rows are equal.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from watched import Run, Sign, early_lines, expect

WIDTH, HEIGHT = 12, 24
OTHERS = [[12, 11, 3], [12, 2, 3], [12, 1, 2], [12, 5, 1], [12, 0, 2]]
CHANGED = "changed = lambda y, made: [101 + y, *made[1:]]\n"  # for `telling.py`
ONE_CORE = CHANGED + "os.cpu_count = os.process_cpu_count = lambda: 1\n"  # as many processes are asked for all the same
LONG = "changed = lambda y, made: [*made, *bytes(20_000)]\n"  # so long that few rows fit into a queue


def serial_row(y: int, width: int, height: int) -> list[int]:
    """The row as it must be, with the first point that the check gives it."""
    points = [complex(3.2 * x / width - 2.3, 1.25 - 2.4 * y / height) for x in range(width)]
    return [101 + y, *map(escape, points[1:])]


def escape(c: complex) -> int:
    """The number of steps that it takes the point to escape, 100 at most."""
    z, steps = 0j, 0
    while abs(z) <= 2 and steps < 100:
        z, steps = z * z + c, steps + 1
    return steps


class Viewer:
    """Follows a call of `rows`: which rows were begun, are ready and were shown, and by whom."""

    def __init__(self, run: Run, width: int, height: int, workers: int) -> None:
        self.run, self.workers = run, workers
        self.right = [serial_row(y, width, height) for y in range(height)]
        self.begun: set[int] = set()
        self.ready: set[int] = set()
        self.shown: list[Any] = []
        self.callers: set[int] = set()
        self.held: list[Sign] = []

    def sees(self, sign: Sign) -> None:
        """Note what a process does, and hold it."""
        if sign.kind == "begins":
            expect(sign.worker > 0, f"{self.run.call} calls row() in the main process")
            expect(sign.what not in self.begun, f"{self.run.call} calls row() more than once for row {sign.what}")
            self.begun.add(sign.what)
            self.callers.add(sign.worker)
        if sign.kind == "ends":
            self.ready.add(sign.what)
        if sign.kind == "yields":
            self.shown.append(sign.what)
        if sign.line:
            self.held.append(sign)

    def lets_go_on(self, but: Iterable[int] = ()) -> None:
        """Let all go on that are held, but those that begin with these rows."""
        stay = [one for one in self.held if one.kind == "begins" and one.what in but]
        for one in self.held:
            if one not in stay:
                one.let_go_on()
        self.held = stay

    def is_right(self, told: dict[str, Any]) -> None:
        """Fail unless it showed the rows that the workers made, from top to bottom, each once."""
        call, early = self.run.call, early_lines(told["early"])
        for y, points in enumerate(self.shown[: len(self.right)]):
            other = [f"row {at}" for at, one in enumerate(self.right) if one == points] or ["something else"]
            expect(points == self.right[y], f"{call} yields {other[0]} in the place of row {y}{early}")
        number = len(self.right)
        expect(bool(self.shown) or not number, f"{call} returned all rows at once; it is to yield one after another")
        expect(len(self.shown) == number, f"{call} yields {len(self.shown)} rows, not {number}{early}")
        expect(told["most"] <= max(self.workers, 1), f"{call} had {told['most']} processes at once, not {self.workers}")


@pytest.mark.parametrize(("workers", "extra"), [(2, CHANGED), (3, ONE_CORE)], ids=["2", "3"])
def test_the_others_go_on_while_one_is_busy(workers: int, extra: str, tmp_path: Path) -> None:
    with Run(tmp_path, "row", "rows", [[WIDTH, HEIGHT, workers]], extra) as run:
        viewer, signs = Viewer(run, WIDTH, HEIGHT, workers), run.signs()
        for sign in signs:
            viewer.sees(sign)
            together, many = len(viewer.callers) >= workers, len(viewer.ready) >= HEIGHT // 2
            if sign.kind == "returned":
                break
            if sign.kind == "stuck" and not viewer.held:
                run.hangs()
            if sign.kind == "stuck":
                expect(bool(viewer.begun), f"{run.call} yields a row, and has not called row() for any")
                at_work = f"{run.call}: while row({viewer.held[0].what}, …) is at work, "
                few = f"{len(viewer.callers)} of {workers} processes work, and no other begins"
                number = "1 row" if len(viewer.ready) == 1 else f"{len(viewer.ready)} rows"
                waits = f"the others make {number}, and then nothing more"
                expect(False, f"{at_work}{waits if together else few}{run.where()}")
            if together:
                viewer.lets_go_on(but=() if many else [0])
        ends_well(viewer, sign, signs)


def ends_well(viewer: Viewer, sign: Sign, signs: Any) -> None:
    """When the answer has returned: fail unless all is right, and its processes end."""
    viewer.is_right(sign.what)
    all_end(viewer.run, sign, signs)


def all_end(run: Run, sign: Sign, signs: Any, how: str = "returned") -> None:
    """When the answer has returned: fail unless its processes end, and it has waited for that."""
    sign.let_go_on()
    run.all_end(signs, how)
    running, early = sign.what["running"], early_lines(sign.what["early"])
    expect(running == 0, f"{run.call} {how}, and did not wait for the end of {running} of its processes{early}")


def test_what_is_ready_is_shown_while_others_are_drawn(tmp_path: Path) -> None:
    middle = HEIGHT // 2 - 1  # not the first one of a pair
    late = [middle]
    with Run(tmp_path, "row", "rows", [[WIDTH, HEIGHT, 2]], CHANGED) as run:
        viewer, signs = Viewer(run, WIDTH, HEIGHT, 2), run.signs()
        for sign in signs:
            viewer.sees(sign)
            if sign.kind == "returned":
                break
            if sign.kind == "stuck" and not (viewer.held and viewer.ready >= {*range(middle)}):
                run.hangs()
            if sign.kind == "stuck":
                shown = f"yields {len(viewer.shown)} rows while row({middle}, …) is at work"
                expect(False, f"{run.call} {shown}; rows 0 to {middle - 1} are ready{run.where()}")
            viewer.lets_go_on(but=late if len(viewer.shown) < middle else ())
        ends_well(viewer, sign, signs)


def test_a_viewer_that_is_closed_early(tmp_path: Path) -> None:
    with Run(tmp_path, "row", "rows", [[WIDTH, HEIGHT, 2]], LONG) as run:
        viewer, signs = Viewer(run, WIDTH, HEIGHT, 2), run.signs()
        for sign in signs:
            viewer.sees(sign)
            if sign.kind == "stuck":
                run.hangs()
            if sign.kind == "returned":
                break
            if sign.kind == "yields" and len(viewer.shown) == 3:
                sign.let_go_on(b"x")
            viewer.lets_go_on()
        all_end(run, sign, signs, "was closed after 3 rows")


def test_other_heights(tmp_path: Path) -> None:
    with Run(tmp_path, "row", "rows", OTHERS, CHANGED) as run:
        signs = run.signs()
        for width, height, workers in OTHERS:
            viewer = Viewer(run, width, height, workers)
            for sign in signs:
                if sign.kind == "stuck":
                    run.hangs()
                viewer.sees(sign)
                if sign.kind == "returned":
                    break
                viewer.lets_go_on()
            ends_well(viewer, sign, signs)
