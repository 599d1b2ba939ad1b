"""The check of `results_by_queue`: plain `pytest` runs it here, with `watched.py`, `telling.py` and `stuck.py`.

It leaves nothing to luck: no process goes on before all photos are made, and then the last comes first. A wait with a
time-out ends before there is something, and so does a sleep.
"""

import linecache
from pathlib import Path
from typing import Any

from watched import ANSWER, HERE, Run, Sign, early_lines, expect

CALLS = [["beach", "cat", "harbour"], ["beach", "cat", "beach"], [], ["pier"], ["dune", "fog"]]
FULL = ": a process does not end before all that it put into a queue is taken out, nor while it still works"
GONE = ": all its processes have put what they had, and nothing more comes"
WATCH_QUEUES = """
import time
import types
from multiprocessing import managers

changed = lambda name, photo: photo[:-1] + b"!"  # so it is known again

class Patient(managers.threading.Event):
    def wait(self, timeout=None):  # a manager that wakes each second would never rest
        return super().wait()


managers.threading = types.SimpleNamespace(**{**vars(managers.threading), "Event": Patient})

def soon(seconds, whole=time.sleep):
    whole(min(seconds, 0.05))

vars(answer).update({name: soon for name, one in vars(answer).items() if one is time.sleep})
time.sleep = soon  # who sleeps may wake too early
hurried(queues.Queue, "qsize", lambda one: one._poll(), lambda: 0)


def told(put, identity):
    @functools.wraps(put)
    def call(one, *args, **kwargs):
        near, far = sys._getframe(1).f_code.co_filename, sys._getframe(2).f_code.co_filename  # put_nowait() calls put()
        if multiprocessing.parent_process() and answer.__file__ in (near, far):
            tell("puts", identity(one))
        return put(one, *args, **kwargs)
    return call


pipe = lambda one: os.fstat(one._writer.fileno()).st_ino
queues.Queue.put = told(queues.Queue.put, pipe)
queues.SimpleQueue.put = told(queues.SimpleQueue.put, pipe)
queues.JoinableQueue.put = told(queues.JoinableQueue.put, pipe)
proxied = managers.BaseProxy._callmethod


def callmethod(one, method, *args, **kwargs):
    if multiprocessing.parent_process() and method in ("put", "put_nowait"):
        tell("puts", str(one._token))
    return proxied(one, method, *args, **kwargs)


managers.BaseProxy._callmethod = callmethod
"""


def photo(name: str) -> bytes:
    """The large photo of that name, as `enlarge` makes it in this check."""
    return name.encode().ljust(999_999, b".") + b"!"


def line_of(numbers: list[int]) -> str:
    """The first of these lines of the answer."""
    if not numbers:
        return ""
    return f"\n  at line {numbers[0]}: {linecache.getline(str(HERE / ANSWER), numbers[0]).strip()}"


def check_photos(call: str, names: list[str], told: dict[str, Any]) -> None:
    """Fail unless the answer returned the large photo of each name."""
    photos, early = told["value"], early_lines(told["early"])
    expect(
        isinstance(photos, dict), f"{call} returned {photos if isinstance(photos, str) else 'a list'}, not a dictionary"
    )
    wanted = [*dict.fromkeys(names)]
    lost = ", ".join(repr(name) for name in wanted if name not in photos)
    expect(not lost, f"{call} returned no photo of {lost}{early}")
    for name in wanted:
        made = f"{call} returned a photo of {name!r} that is not what enlarge() returned in the process"
        expect(photos[name] != name.encode().ljust(1_000_000, b"."), f"{made}, but made again elsewhere")
        of = next((repr(other) for other in wanted if photo(other) == photos[name]), "nobody")
        expect(photos[name] == photo(name), f"{call} returned the photo of {of} for {name!r}")
    expect(len(photos) == len(wanted), f"{call} also returned {[*photos.keys() - {*wanted}]}")
    expect(told["arguments"][0] == names, f"{call} changed its argument to {told['arguments'][0]}")
    left = f"{call} returned, and did not join {told['left']} of its {len(names)} processes{early}"
    expect(told["left"] == 0, left)
    waits = f"{call} has a wait that a time-out ends: this computer may be slow"
    expect(not told["timed"], f"{waits}{line_of(told['timed'])}")


class Photographers:
    """The processes of one call: held until all photos are made, and again before each puts something into a queue."""

    def __init__(self, run: Run, names: list[str]) -> None:
        self.run, self.number = run, len(names)
        self.least, self.most = len({*names}), len(names)  # an equal name needs no second process
        self.made: dict[int, str] = {}  # by process
        self.queues: dict[int, Any] = {}
        self.held: list[Sign] = []
        self.stuck = False
        self.ahead = 0  # the process that puts all that it has before the others put anything

    def takes(self, sign: Sign) -> None:
        """Hear what a process does."""
        if sign.kind in ("rests", "stuck"):
            self.all_rests(forever=sign.kind == "stuck")
            return
        expect(sign.worker > 0, f"{self.run.call} calls enlarge() in the main process")
        if sign.kind == "ends":
            twice = f"{self.run.call} lets one process enlarge {self.made.get(sign.worker)!r} and {sign.what!r}"
            expect(sign.worker not in self.made, twice)
            self.made[sign.worker] = sign.what
        if sign.kind == "puts":
            self.queues[sign.worker] = sign.what
        early = sign.kind == "puts" and (len(self.made) < self.number or sign.worker == self.ahead)
        if sign.kind == "begins" or early:
            sign.let_go_on()
        else:
            self.held.append(sign)
        if self.number <= len(self.made) == len(self.held):
            self.lets_all_go()

    def lets_all_go(self) -> None:
        """The last goes first, and the next when it has ended or has put something; of two, has put all."""
        if self.most == 2 and {one.kind for one in self.held} == {"puts"}:
            one = self.held.pop()
            self.ahead = one.worker
            one.let_go_on()
            self.stuck = self.stuck or not self.run.has_ended(one)
            return
        held, self.held = self.held, []
        for one in sorted(held, key=lambda one: self.made[one.worker], reverse=True):
            one.let_go_on()
            if one.kind == "puts" and not self.stuck:
                self.stuck = not self.run.has_ended(one)

    def all_rests(self, forever: bool) -> None:
        """Nobody does anything: let those go on that are held, or say why nobody will."""
        if self.least <= len(self.made):
            self.number = len(self.made)
        if self.held and len(self.made) == self.number:
            self.lets_all_go()
        elif forever:
            few = f"{self.run.call} waits for a photo, and has started {len(self.made)} of {self.number} processes"
            expect(not 0 < len(self.made) < self.number, f"{few}{self.run.where()}")
            self.uses_one_queue()
            why = (FULL if "join" in self.run.where() else "") if self.stuck else GONE
            self.run.hangs(why if self.queues else "")

    def uses_one_queue(self) -> None:
        """Fail if there are several."""
        number = len({*self.queues.values()})
        expect(number <= 1, f"{self.run.call} puts photos into {number} queues, and one for all is asked for")

    def are_as_asked(self) -> None:
        """Fail unless each name had a process, and all used one queue."""
        call, made = self.run.call, len(self.made)
        expect(self.least <= made <= self.most, f"{call} called enlarge() {made} times, for {self.most} names")
        without = [repr(self.made[one]) for one in self.made if one not in self.queues]
        home = f"{call} brings the photo of {' and that of '.join(without)} home"
        expect(not without, f"{home}, and the process that made it puts nothing into a queue")
        self.uses_one_queue()


def test_all_photos_come_home(tmp_path: Path) -> None:
    with Run(tmp_path, "enlarge", "enlarge_all", [[names] for names in CALLS], WATCH_QUEUES) as run:
        signs = run.signs()
        for names in CALLS:
            photographers = Photographers(run, names)
            for sign in signs:
                if sign.kind == "returned":
                    check_photos(run.call, names, sign.what)
                    photographers.are_as_asked()
                    sign.let_go_on()
                    run.all_end(signs)
                    break
                photographers.takes(sign)
