"""Whose turn it is, of all threads and tasks of one run."""

import io
import sys
import threading
import types
from collections.abc import Callable, Sequence
from typing import Any

from .actor import DONE, ENDED, ENDLESS, IMPOSSIBLE, READY, RUNS, STUCK, WAITS, Actor, Order, Wanted, closed
from .state import state, value_of
from .stepped import Stepped

LONGEST = 300  # steps of an order
LEAVES = "leave"  # the place of a `with` whose body is done


class Turn:
    """One run. Only who has the turn calls this, so it needs no lock."""

    def __init__(self, stepped: Stepped, prefix: Sequence[int], report: Callable[[Order], None]) -> None:
        self.stepped = stepped
        self.clock = 0.0  # seconds
        self.output = io.StringIO()
        self.names: dict[str, Any] = {}
        self.locks: list[Any] = []
        self.main = Actor("MainThread", threading.current_thread(), state=RUNS)
        self.actors = [self.main]
        self.look: Callable[[Turn], None] = lambda _: None  # before a state is taken down
        self._of_ident = {threading.get_ident(): self.main}
        self._prefix = prefix
        self._report = report
        self._picks: list[int] = []
        self._able: list[tuple[int, ...]] = []
        self._states: list[Any] = []

    def here(self) -> Actor | None:
        """The actor whose thread asks; None in a thread that nobody holds."""
        return self._of_ident.get(threading.get_ident())

    def of(self, one: object) -> Actor | None:
        """The actor of a thread or of a task."""
        return next((actor for actor in self.actors if one is actor.thread or one is actor.task), None)

    def enter(self, actor: Actor) -> None:
        """A thread begins when its turn comes."""
        actor.baton.acquire()
        self._of_ident[threading.get_ident()] = actor
        actor.state = RUNS

    def at_line(self, frame: types.FrameType, line: int) -> None:
        """A thread comes to a line: to a step, unless it goes on within a statement."""
        if me := self.here():
            first = self.stepped.first.get(line, line)
            (frame_before, before), me.line_before = me.line_before, (frame, line)
            before = before if frame_before is frame else 0
            if line == first and not (before != first and self.stepped.first.get(before) == first):
                self.at(frame, LEAVES if line < before <= self.stepped.withs.get(line, 0) else "")

    def at(self, frame: types.FrameType, place: str = "") -> None:
        """A thread comes to a step, and takes it when its turn comes."""
        if me := self.here():
            me.frame, me.place, me.state = frame, place, READY
            kind, _, name = place.partition(" ")
            if kind == "read":
                whole = next((one for one in self.stepped.shared if one.rpartition(".")[2] == name), name)
                me.has_read = name, value_of(whole, self.names, frame)
            elif kind != "write":
                me.has_read = None
            self._pass_on(me)

    def wait(self, me: Actor, wanted: Wanted) -> bool:
        """Wait until it is there what is wanted; False if the time is over before."""
        me.frame = self.stepped_frame()
        me.place, me.wanted, me.state = "", wanted, WAITS
        self._pass_on(me)
        me.wanted = None
        if wanted.is_there():
            return True
        self.clock += wanted.seconds or 0.0
        return False

    def stepped_frame(self) -> types.FrameType | None:
        """The frame of the innermost stepped function that the thread which asks is in."""
        frame: types.FrameType | None = sys._getframe(1)
        while frame and frame.f_code not in self.stepped.codes:
            frame = frame.f_back
        return frame

    def done(self, me: Actor) -> None:
        """A thread has ended."""
        me.frame, me.state = None, DONE
        self._next().baton.release()

    def main_is_done(self) -> None:
        """The program has come to its end, and waits for its threads, as Python does."""
        self.done(self.main)
        closed().acquire()  # one of these ends the process

    def choose(self, able: Sequence[Actor]) -> Actor:
        """Of those who can take a step, the one whose turn it is in this order, or the first."""
        for actor in able:
            actor.number = actor.number or 1 + max(one.number for one in self.actors)
        self._see()
        numbers = tuple(sorted(actor.number for actor in able))
        count = len(self._picks)
        pick = self._prefix[count] if count < len(self._prefix) else numbers[0]
        self._picks.append(pick)
        self._able.append(numbers)
        if pick not in numbers or count == LONGEST:
            self.finish(ENDLESS if pick in numbers else IMPOSSIBLE)
        return next(actor for actor in able if actor.number == pick)

    def finish(self, end: str) -> None:
        """Report the order, which ends the process."""
        self._see()
        self._report(Order(tuple(self._picks), tuple(self._able), tuple(self._states), end, self.output.getvalue()))

    def _see(self) -> None:
        self.look(self)
        self._states.append(state(self.stepped, self.actors, self.names, self.locks, self.output.getvalue()))

    def _pass_on(self, me: Actor) -> None:
        chosen = self._next()
        if chosen is not me:
            chosen.baton.release()
            me.baton.acquire()
        me.state = RUNS

    def _next(self) -> Actor:
        threads = [actor for actor in self.actors if actor.thread and actor.state != DONE]
        for actor in threads:
            if actor.frame is None and actor.can_go_on:
                return actor
        if able := [actor for actor in threads if actor.frame and (actor.can_go_on or actor.has_a_limit)]:
            return self.choose(able)
        for actor in threads:  # time passes only where nobody can go on
            if actor.has_a_limit:
                return actor
        is_over = all(actor.thread and actor.thread.daemon for actor in threads)
        self.finish(ENDED if is_over else STUCK)
        raise AssertionError("a run went on after its end")


now: Turn | None = None  # that of the run that this process is


def begin(turn: Turn) -> None:
    """Let all threads of this process, and whatever they wait for, go by these turns."""
    global now
    now = turn


def current() -> Turn | None:
    """That of the run that this process is; None in one that runs no order."""
    return now
