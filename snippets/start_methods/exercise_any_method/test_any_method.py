"""The check of `any_method`: plain `pytest` in this folder runs it.

One program calls the answer again and again, under one start method after the other. By `play.py` and `stage.py` each
worker is held at its first city until two of them are at work, the one that came first until nobody else goes on, and
each at its end; by `stuck.py` it is seen when nobody can go on any more. What a worker made has a mark.
"""

from pathlib import Path

from play import Play, Sign, expect

CITIES = ["Oslo", "Rome", "Oslo", "Cairo"]
WEATHER = {
    "F": {"Oslo": "Oslo: 23 °F", "Rome": "Rome: 68 °F", "Cairo": "Cairo: 95 °F"},
    "C": {"Oslo": "Oslo: -5 °C", "Rome": "Rome: 20 °C", "Cairo": "Cairo: 35 °C"},
}
KINDS = {"fork": "ForkProcess", "forkserver": "ForkServerProcess", "spawn": "SpawnProcess"}
MARK = "\N{ZERO WIDTH SPACE}"
CALLS = [  # with each method twice at least, and with another unit then
    (CITIES, "F", "fork"),
    (["Rome", "Oslo"], "F", "spawn"),
    (CITIES, "C", "spawn"),
    ([], "F", "spawn"),
    (CITIES, "F", "forkserver"),
    (["Rome", "Oslo"], "C", "forkserver"),
    (["Cairo", "Rome"], "C", "fork"),
]
PLACES = ["", *(f", called {place}," for place in ("second", "third", "fourth", "fifth", "sixth", "last"))]
PROGRAM = f"""
import json, sys
from stage import begin, hold_ends, perform, tell

hold_ends("any_method")
import any_method

begin()
real = any_method.forecast

def forecast(city):
    tell("begins", city)
    return {MARK!r} + real(city)

any_method.forecast = forecast
if __name__ == "__main__":
    for cities, edition, method in json.loads(sys.argv[1]):
        perform(any_method.forecasts, cities, edition, method)
"""


class Office:
    """The workers of one call."""

    def __init__(self, cities: list[str], edition: str, method: str, number: int) -> None:
        self.cities, self.edition, self.kind = cities, edition, KINDS[method]
        self.call = f"forecasts({cities}, {edition!r}, {method!r}){PLACES[number]}"
        self.held: list[Sign] = []
        self.is_called = False
        self.may_hurry = False  # once it was seen how many are at work at once
        self.first: set[int] = set()  # the process that is last then

    def see(self, sign: Sign) -> None:
        """See that what happens is right, and let go on who may."""
        if sign.kind == "begins":
            expect(sign.process > 0, f"{self.call} is made by _MainProcess, not by {self.kind}")
            self.is_called = True
            self.held.insert(0, sign)
            expect(self.at_work() < 3, f"{self.call} has {self.at_work()} workers at work, not two")
        elif sign.kind == "rests" and self.may_hurry:
            self.first.clear()
        elif sign.kind == "rests" and self.at_work() == 2:
            self.may_hurry, self.first = True, {self.held[-1].process}
        for one in [one for one in self.held if self.may_hurry and one.process not in self.first]:
            self.held.remove(one)
            one.go_on()

    def at_work(self) -> int:
        """How many workers are held."""
        return len({sign.process for sign in self.held})

    def why_stuck(self) -> str:
        """Why nobody can go on, if it is for what this check holds."""
        few = f"{self.call} has one worker at work, which does one city after the other: it should have two"
        return few if self.held else ""

    def judge(self, kind: str, lines: list[str]) -> None:
        """See that the lines are right."""
        expect(kind == "list", f"{self.call} returned a {kind}, not a list")
        expect(not isinstance(lines, str), f"{self.call} returned {lines}")  # with what is no text in it
        count = len(self.cities)
        expect(len(lines) == count, f"{self.call} returned {len(lines)} lines, not {count}")
        for line, city in zip(lines, self.cities, strict=True):
            weather, _, maker = str(line).replace(MARK, "").partition(", by ")
            right = WEATHER[self.edition][city]
            place = f"{self.call} returned {weather!r} in the place of {city}"
            expect(weather.split(":")[0] not in {*CITIES} - {city}, place)
            told = f"{self.call} returned {weather!r}, not {right!r}: what unit does that worker have?"
            expect(weather == right, told)
            expect(maker == self.kind, f"{self.call} is made by {maker}, not by {self.kind}")
            made = (
                f"{self.call} returned {weather!r}, which is not what a worker got from forecast(), but made elsewhere"
            )
            expect(MARK in str(line), made)
        told = f"{self.call} returned, and no worker has called forecast()"
        expect(self.is_called or not self.cities, told)


def test_call_after_call(tmp_path: Path) -> None:
    with Play("any_method.py", tmp_path, PROGRAM, *CALLS) as play:
        for number, call in enumerate(CALLS):
            office = Office(*call, number)
            office.judge(*play.outcome(office.call, office.see, office.why_stuck))
