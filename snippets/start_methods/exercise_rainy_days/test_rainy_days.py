"""The check of `rainy_days`: plain `pytest` in this folder runs it.

It leaves nothing to luck and nothing to seconds: by `play.py` and `stage.py` each process is held in its first day
until as many as were asked for are at work, and at its end until nobody else goes on; by `stuck.py` it is seen when
nobody can go on any more. What a process draws it writes to a file: who draws much is not held for each day. And every
run has a hash seed of its own.
"""

import json
from collections.abc import Generator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

from play import Play, Sign, expect

DAYS = [0, 1, 2, 3, 5, 8, 13, 23, 65, 100, 109, 123, 183, 200, 365]
PROGRAM = """
import json, os, sys
from stage import begin, hold_ends, perform, tell

hold_ends("rainy_days")
import rainy_days

begin()
real = rainy_days.rain
calls = {}

def rain(dice):
    number = os.getpid()
    calls[number] = calls.get(number, 0) + 1
    if calls[number] <= 12:  # who calls it more often is known by then
        tell("begins", [number, real(Highest())])
    millimetres = real(dice)
    with open(os.path.join(os.environ["MADE"], f"{number}.txt"), "a") as made:
        made.write(json.dumps(millimetres) + "\\n")
    return millimetres

class Highest:
    def randrange(self, end):
        return end

rainy_days.rain = rain
if __name__ == "__main__":
    for days, seed, workers in json.loads(sys.argv[1]):
        perform(rainy_days.simulate, days, seed, workers)
"""
STEPS = (8 * 366, 1000, 10_000, 65_536, 10**6, 10**7, 10**9, 2**60)  # by which both often are put into one number
# The first is 183 * 16, too, and others are 100 * 100 and so on; beside the last, a float and 32 bits lose the day.
runs = count(1)


class Weather:
    """The processes of one call, and the rain that they made."""

    def __init__(self, days: list[int], seed: int, workers: int, may_hurry: bool, folder: Path) -> None:
        self.days, self.workers, self.folder = days, workers, folder
        self.call = f"simulate({days}, {seed}, {workers})"
        self.held: list[Sign] = []
        self.processes: set[int] = set()
        self.may_hurry = may_hurry  # once it was seen how many are at work at once

    def see(self, sign: Sign) -> None:
        """See that what happens is right, and let go on who may."""
        if sign.kind == "begins":
            expect(sign.process > 0, f"{self.call} calls rain() in the main process, not in one of its own")
            number, ends = sign.what
            expect(ends == [1000] * 6, "rain() does not draw six numbers below 1000 any more: leave it as it was")
            self.processes.add(number)
            self.held.append(sign)
            many = f"{self.call} has {self.at_work()} processes at work, not {self.workers}"
            expect(self.at_work() <= self.workers, many)
        elif sign.kind == "rests" and self.at_work() == self.workers:
            self.may_hurry = True
        while self.may_hurry and self.held:
            self.held.pop().go_on()

    def at_work(self) -> int:
        """How many processes are held."""
        return len({sign.process for sign in self.held})

    def why_stuck(self) -> str:
        """Why nobody can go on, if it is for what this check holds."""
        few = f"{self.call} has {self.at_work()} of {self.workers} processes at work at once"
        return f"{few}: it makes its days one after the other" if self.held else ""

    def made(self) -> list[list[int]]:
        """All that its processes got from rain(), which may be called more than once for a day."""
        texts = [(self.folder / f"{number}.txt").read_text(encoding="utf-8") for number in self.processes]
        return [json.loads(line) for text in texts for line in text.splitlines()]

    def judge(self, kind: str, drawn: Any) -> dict[int, list[int]]:
        """See that it returns the rain that was made; give that of each day."""
        expect(kind == "list", f"{self.call} returned a {kind}, not a list")
        expect(not isinstance(drawn, str), f"{self.call} returned {drawn}")  # with what is no list of numbers in it
        there, right = len(drawn), len(self.days)
        expect(there == right, f"{self.call} returned the rain of {there} days, not of {right}")
        made = self.made()
        for day, millimetres in zip(self.days, drawn, strict=True):
            told = f"{self.call} returned {millimetres} for day {day}, which no process got from rain()"
            expect(millimetres in made, told)
        return dict(zip(self.days, drawn, strict=True))


def drawn(
    place: Path, *calls: tuple[list[int], int, int], may_hurry: bool = True
) -> Generator[dict[int, list[int]], None, None]:
    """The rain of each day, for each of these calls, which are made by one program, one after another, when asked for.

    If it may not hurry, all are held until it was seen how many are at work at once.
    """
    number = next(runs)
    folder = place / f"run {number}"
    folder.mkdir()
    with Play("rainy_days.py", folder, PROGRAM, *calls, PYTHONHASHSEED=str(number), MADE=str(folder)) as play:
        for call in calls:
            weather = Weather(*call, may_hurry, folder)
            yield weather.judge(*play.outcome(weather.call, weather.see, weather.why_stuck))


def compare(told: str, one: dict[int, list[int]], how: str, other: dict[int, list[int]]) -> None:
    """See that the same days have the same rain."""
    for day in one:
        expect(one[day] == other[day], f"{told} gives day {day} {one[day]}, and {how} {other[day]}")


def test_it_can_be_repeated(tmp_path: Path) -> None:
    first, second = drawn(tmp_path, ([0, 1, 2], 0, 1), ([0, 1, 2], 0, 1), may_hurry=False)
    (again,) = drawn(tmp_path, ([0, 1, 2], 0, 1))
    compare("simulate([0, 1, 2], 0, 1)", first, "in another run", again)
    compare("simulate([0, 1, 2], 0, 1)", first, "called once more", second)
    for one, other in ((0, 1), (1, 2)):
        expect(first[one] != first[other], f"simulate() gives the same rain on day {one} and on day {other}")


def test_no_two_seeds_have_a_day_in_common(tmp_path: Path) -> None:
    near = [(DAYS, seed, 1) for seed in (1, 2, 12, 0)]
    far = [([0, 1], 1 + step, 1) for step in STEPS]
    seen: dict[str, str] = {}
    with closing(drawn(tmp_path, *near, *far)) as rains:
        for (_, seed, _), rain in zip([*near, *far], rains, strict=True):
            for day, millimetres in rain.items():
                who = f"day {day} of seed {seed}"
                other = seen.setdefault(str(millimetres), who)
                expect(other == who, f"simulate() gives {other} and {who} the same rain")


def test_neither_the_number_of_workers_nor_other_days_make_a_difference(tmp_path: Path) -> None:
    days = [0, 5, 4, 1, 3, 2]
    calls = [(days, 1, 1), (days, 1, 2), ([5], 1, 1), ([5, 5], 1, 1), (days, 1, 3), ([], 1, 2)]
    with closing(drawn(tmp_path, *calls, may_hurry=False)) as rains:
        alone, pair = next(rains), next(rains)
        for one, other in ((0, 1), (1, 2)):
            told = f"simulate({days}, 1, 2) gives the same rain on day {one} and on day {other}"
            expect(pair[one] != pair[other], told)
        compare(f"simulate({days}, 1, 1)", alone, "with 2 workers", pair)
        few = next(rains)
        compare("simulate([5], 1, 1)", few, f"simulate({days}, 1, 1)", alone)
        compare("simulate([5], 1, 1)", few, "simulate([5, 5], 1, 1)", next(rains))
        compare(f"simulate({days}, 1, 1)", alone, "with 3 workers", next(rains))
        expect(not next(rains), "simulate([], 1, 2) returned days")
