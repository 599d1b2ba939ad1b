"""The check of `mend_missing_stations`: plain `pytest` in this folder runs it.

It needs degrees.py, and `called.py` and `stuck.py`. What the workers have done is handed over when nobody goes on,
the last first: so it does not depend on luck who is done first.
"""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any

from called import Call, expect, imported
from degrees import Degrees, ElsewhereError, begin, compared_here, sent

mend_missing_stations = imported("coldest_of")
COUNTRIES = ["Norway", "Italy", "Italy"]
GIVEN = {"Norway": [-5, -15, 1], "Italy": [20, 15, 17], "Egypt": [35]}
CALL = f"coldest_of(executor, {COUNTRIES}, …)"


class Backwards(ProcessPoolExecutor):
    """Hands over what its workers have done in the opposite order, and only when it is told to."""

    held: list[tuple[Future[Any], Future[Any]]]

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Ask a worker."""
        shown: Future[Any] = Future()
        self.held.append((shown, super().submit(fn, *args, **kwargs)))
        return shown

    def hand_over(self) -> None:
        """Let those who wait have what is there."""
        while self.held and self.held[-1][1].done():
            shown, done = self.held.pop()
            if shown.set_running_or_notify_cancel():
                error = done.exception()
                shown.set_exception(error) if error else shown.set_result(done.result())


def test_spawned_workers_find_the_coldest() -> None:
    stations: dict[str, list[int]] = {country: [*map(Degrees, those)] for country, those in GIVEN.items()}
    told: list[Any] = []
    executor = Backwards(2, mp_context=multiprocessing.get_context("spawn"), initializer=begin)
    executor.held = []

    def find() -> None:
        with executor:
            list(executor.map(abs, [1, 2]))  # they have started
            told.append(mend_missing_stations.coldest_of(executor, COUNTRIES, stations))
            told.append(mend_missing_stations.coldest_of(executor, ["Egypt"], {"Egypt": [35, 34]}))

    call = Call(find)
    for does in call.looks():
        if does == "rests":
            executor.hand_over()
        elif does == "stuck":
            expect(False, f"coldest_of() does not come to its end{call.where()}")
    judge(told, call)


def judge(told: list[Any], call: Call) -> None:
    """See that nothing was raised, that the workers have done it, and that they were sent no more than they need."""
    elsewhere = "coldest_of compared temperatures in a process that is no worker of this executor"
    expect(not isinstance(call.error, ElsewhereError), elsewhere)
    raised = f"{type(call.error).__name__}: {str(call.error).partition(chr(10))[0].partition(' at 0x')[0]}"
    again = ", called again with the same executor," if told else ""
    expect(not call.error, f"{CALL}{again} raised {raised}")
    expect(not compared_here, "coldest_of compared temperatures in the process that called it, not in a worker")
    expect(35 not in sent, f"coldest_of sent the temperatures of Egypt, and asked for were {COUNTRIES}")
    for returned, right in zip(told, ([-15, 15, 15], [34]), strict=True):
        expect(isinstance(returned, list), f"coldest_of returned a {type(returned).__name__}, not a list")
        expect(returned == right, f"{CALL} returned {returned!r}, not {right!r}")
    for country, least in (("Norway", -15), ("Italy", 15)):
        times, need = sent.count(least), COUNTRIES.count(country)
        what = f"coldest_of sent the temperatures of {country} {times} times; {COUNTRIES} has {country}"
        expect(times <= need, f"{what} {'once' if need == 1 else 'twice'}")
