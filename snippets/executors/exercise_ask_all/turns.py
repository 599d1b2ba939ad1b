"""Threads that take turns, and clocks that go on only when all of them wait: how a check leaves nothing to luck.

A scenario of a check is played in a process of its own, again and again, each time under another plan: threads begin
late or at once, and one of them is held before each instruction of the answer while all the others go on. An operating
system may do all of that. Whatever waits by `threading`, `queue` or `time` waits for its turn; so it is seen at once
when nobody can go on, and an hour takes no time.
"""

import _thread
import faulthandler
import json
import math
import os
import queue
import re
import resource
import select
import selectors
import signal
import sys
import tempfile
import threading
import time
import types
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from stuck import Watch

NOON = 43_200.0  # seconds: what clocks say when a run begins
LONGEST = 200_000  # instructions of one run
SLEEPS = 3  # of the main thread, which end while another thread is held
SPIN = 3_000  # instructions that a thread goes on for without waiting, before others have a turn
PATIENT = 10  # so often somebody looks again before their naps grow, each by GROWTH
GROWTH = 1.03
MOMENT = 1e-9  # seconds that a look at a pipe takes
TWICE = 2  # so often a thread is held before the same instruction
CPU, LONGER, LEAST = 1.0, 3.0, 100  # seconds on processors after which no other plan is tried, and after so few plans
MOST = 6  # seconds on processors after which a run is ended
LOOK = 0.1  # seconds between two looks at a process that tells nothing
DONE = "done"
real_processor_clock = time.process_time
real_ident = threading.get_ident
own = threading.local()


class WrongError(Exception):
    """What a learner is told."""


class Actor:
    """A thread, and for what it waits."""

    def __init__(self, thread: threading.Thread, index: int) -> None:
        self.thread, self.index = thread, index
        self.baton = _thread.allocate_lock()
        self.baton.acquire()
        self.state, self.held, self.late, self.sleeps = "", False, False, False
        self.wanted: Callable[[], bool] | None = None
        self.until: float | None = None
        self.frame: types.FrameType | None = None
        self.steps = self.turn = self.naps = self.looks = self.gave_way = 0
        self.spun = 0  # the last of all rounds in which it went round and round
        self.looks_in: types.FrameType | None = None  # the call in which it looks again and again
        self.looks_often = False
        self.ident = 0  # what `get_ident` says
        self.seen: dict[tuple[types.CodeType, int], int] = {}
        self.stops: list[int] = []  # steps before which it may be held

    def can_go_on(self) -> bool:
        """Whether what it waits for is there."""
        return self.state != DONE and (self.wanted is None or self.wanted())

    def __str__(self) -> str:
        name = self.thread.name
        named = "" if name.startswith(("Thread-", "ThreadPoolExecutor-")) else f" ({name})"  # these have a counter
        return "the main thread" if self.index == 0 else f"thread {self.index}{named}"


class World:
    """One run of a scenario."""

    def __init__(self, path: Path, eager: bool = False, hold: tuple[int, int] | None = None, idle: int = 0) -> None:
        self.path, self.eager, self.hold, self.idle = path, eager, hold, idle
        self.clock, self.used, self.total, self.slept, self.rounds = 0.0, 0.0, 0, 0, 0
        self.looks: list[tuple[str, int, int]] = []  # at which clock, how many threads there were, how many were left
        self.actors = [Actor(threading.current_thread(), 0)]
        self.idents = {real_ident(): self.actors[0]}
        self.failures: list[str] = []
        self.order = ""
        self.doing = "it"
        self.main_waited_at: int | None = None  # how many threads there were
        self.main_waits_in = ""

    def me(self) -> Actor | None:
        """The actor that asks."""
        return self.idents.get(real_ident())

    def of(self, thread: object) -> Actor | None:
        """The actor of a thread."""
        return next((one for one in self.actors if one.thread is thread), None)

    @property
    def running(self) -> list[Actor]:
        """The threads beside the main thread that have not ended."""
        return [one for one in self.actors[1:] if one.state != DONE]

    def wait(self, wanted: Callable[[], bool], seconds: float | None = None) -> bool:
        """Let others go on until it is there what is wanted, or until the time is over."""
        me = self.me()
        if me is None:
            raise RuntimeError("a thread waits that nobody knows")
        if seconds is not None and seconds <= 0:
            return wanted()  # a look is no wait
        if me.index == 0 and self.main_waited_at is None and not wanted():
            self.main_waited_at, self.main_waits_in = len(self.actors) - 1, self.line(me)
        me.naps += seconds is not None
        me.gave_way = 0
        me.late, me.frame = False, self.frame()  # lets go of the last frame, and of a pool that then waits here
        me.wanted = wanted
        me.until = None if seconds is None else self.clock + self.nap(me, seconds)
        self.pass_on(me)
        me.wanted = me.until = None
        return not me.late or wanted()

    def nap(self, me: Actor, seconds: float) -> float:
        """How long a wait for a time takes. Who looks again and again in one call takes many naps at once.

        They grow, so that hours take few of them, and none goes on beyond the first look at which another thread that
        waits for its time can have done something. Only who looks at nothing but the clock may see it too late, by a
        thirtieth of the time. Where a check has put `naps` below 0, as many are exact, and none of their steps counts.
        """
        outermost = call = me.frame
        while call and call is not me.looks_in:
            outermost = call if call.f_code.co_filename == str(self.path) else outermost
            call = call.f_back
        if not call:
            me.looks, me.looks_in, me.looks_often = 0, outermost, False
        if me.naps < 0:
            self.total = 0
            return seconds
        me.looks += 1
        if me.looks <= PATIENT:
            return seconds
        me.looks_often = True
        soon = math.inf
        for one in self.actors:
            if one is not me and one.state != DONE and not one.looks_often and one.until is not None:
                soon = min(soon, one.until - self.clock)
        grown: float = seconds * GROWTH ** min(me.looks - PATIENT, 10_000)
        if soon > grown:
            return grown
        me.looks = self.total = 0  # something happens then
        return max(1, math.ceil(soon / seconds)) * seconds

    def sleep(self, seconds: float) -> None:
        """Let time go by."""
        if me := self.me():
            me.looks_in = None
        self.wait(lambda: False, seconds)

    def let_others(self) -> None:
        """Let all others go on until each of them has ended or waits, in no time."""
        if me := self.me():
            me.held, me.frame = True, self.frame()
            self.pass_on(me)
            me.held = False

    def give_way(self, me: Actor) -> None:
        """Sleep for no time. Who does nothing else again and again goes round and round."""
        me.gave_way += 1
        if me.gave_way > PATIENT:
            self.spin(me)
        else:
            self.let_others()

    def pass_on(self, me: Actor) -> None:
        """Give the turn to somebody, and wait for it to come back."""
        chosen = self.chosen()
        if chosen is not me:
            chosen.baton.release()
            me.baton.acquire()
        me.turn = 0

    def chosen(self) -> Actor:
        """Whose turn it is."""
        able = [one for one in self.actors if one.can_go_on()]
        if free := [one for one in able if not one.held]:
            return free[-1 if self.eager else 0]
        waiting = (one for one in self.actors if one.state != DONE and one.until is not None)
        timed = sorted(waiting, key=lambda one: one.until or 0.0)
        if able and not (timed and self.lets_sleep(timed[0])):
            return min(able, key=lambda one: one.spun)  # who goes round and round comes after all who are held
        if not timed:
            self.stuck()
        first = timed[0]
        self.clock, first.late = max(self.clock, first.until or 0.0), True
        return first

    def lets_sleep(self, first: Actor) -> bool:
        """Whether the main thread may sleep on while another one is held: to be held, a thread may take that long."""
        self.slept += first.sleeps
        return first.sleeps and self.slept <= SLEEPS

    def enter(self, actor: Actor) -> None:
        """A thread begins when its turn comes."""
        self.idents[real_ident()] = actor
        actor.baton.acquire()

    def leave(self, actor: Actor) -> None:
        """A thread has ended."""
        actor.state = DONE
        self.chosen().baton.release()

    def step(self, frame: types.FrameType) -> None:
        """A thread comes to an instruction of the answer."""
        me = self.me()
        if me is None or now is not self:
            return
        me.steps += 1
        me.turn += 1
        self.total += 1
        place = frame.f_code, frame.f_lasti
        times = me.seen[place] = me.seen.get(place, 0) + 1
        if times <= TWICE:
            me.stops.append(me.steps)
        if self.total > LONGEST:
            me.frame = frame
            self.end(f"{self.doing} does not come to an end.\n{self.where()}")
        if self.hold == (me.index, me.steps):
            others = "the other threads" if me.index else "all its threads"
            self.order = f"\n{up(str(me))} was held at {self.line(me)}\nwhile {others} went on."
            self.let_others()
        elif me.turn > SPIN:
            me.frame = frame
            self.spin(me)

    def spin(self, me: Actor) -> None:
        """Somebody goes round and round: others go on, and if they all wait, time does."""
        self.rounds += 1
        me.spun = self.rounds
        me.held, times = True, [one.until for one in self.actors if one is not me and one.until is not None]
        if times and not any(one.can_go_on() for one in self.actors if one is not me):
            me.wanted, me.until = (lambda: False), min(times) + 1e-9
        self.pass_on(me)
        me.wanted, me.until, me.held = None, None, False

    def frame(self) -> types.FrameType | None:
        """The innermost frame of the answer, of who asks."""
        frame: types.FrameType | None = sys._getframe(1)
        while frame and frame.f_code.co_filename != str(self.path):
            frame = frame.f_back
        return frame

    def line(self, actor: Actor | None = None) -> str:
        """Where in the answer an actor is."""
        frame = self.frame() if actor is None or actor is self.me() else actor.frame
        if frame is None:
            return ""
        at = frame.f_lineno or frame.f_code.co_firstlineno  # some instructions of Python 3.11 have no line
        return f"line {at}: {lines_of(self.path)[at - 1].strip()}"

    def where(self) -> str:
        """Where all who have not ended are."""
        there = [one for one in self.actors if one.state != DONE]
        places = [f"{up(str(one))} is at {self.line(one)}" for one in there if self.line(one)]
        more = [f"… and {len(places) - 4} more"] if len(places) > 5 else []
        return "\n".join([*places[: 4 if more else 5], *more])

    def stuck(self) -> None:
        """Nobody can go on. Without the idle thread, that may be."""
        if self.idle:
            tell("")
        self.end(f"{self.doing} waits forever: what it waits for does not come any more.\n{self.where()}")

    def end(self, told: str) -> None:
        """End this process, and tell the learner."""
        if self.failures:
            told += f"\nBefore that, {self.failures[0]}"
        tell(told + self.order)

    def wrong(self, told: str) -> None:
        """Whichever thread sees it: end this process, and tell the learner."""
        tell(told + self.order)

    def failed(self, told: Any) -> None:
        """A thread ended by an exception."""
        if told.exc_type is not SystemExit:
            who = self.of(told.thread) or "a thread"
            self.failures.append(f"{up(str(who))} raised {in_words(told.exc_value, self.path)}")


now: World | None = None
pipe = -1
texts: dict[Path, list[str]] = {}


def lines_of(path: Path) -> list[str]:
    """The lines of the answer."""
    if path not in texts:
        texts[path] = path.read_text(encoding="utf-8").splitlines()
    return texts[path]


def up(told: str) -> str:
    """With a capital letter at its beginning."""
    return told[0].upper() + told[1:]


def in_words(error: BaseException, path: Path) -> str:
    """An exception, and the line of the answer where it came from."""
    at, trace = 0, error.__traceback__
    while trace:
        at = trace.tb_lineno or at if trace.tb_frame.f_code.co_filename == str(path) else at
        trace = trace.tb_next
    return repr(error) + (f", in line {at}: {lines_of(path)[at - 1].strip()}" if at else "")


def tell(told: str) -> None:
    """Hand over to pytest what the learner is told, and end this process."""
    with os.fdopen(os.dup(pipe), "w", encoding="utf-8") as writing:
        writing.write(json.dumps(told))
    os._exit(0)


class Lock:
    """In place of `threading.Lock`: who waits for it waits for its turn."""

    def __init__(self) -> None:
        self._lock = _thread.allocate_lock()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """As that of `threading.Lock`."""
        if now is None or now.me() is None:
            return self._lock.acquire(blocking, timeout)
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        until = now.clock + timeout
        while not self._lock.acquire(False):
            if not blocking or not now.wait(self._is_free, None if timeout < 0 else until - now.clock):
                return False
        return True

    def _is_free(self) -> bool:
        return not self._lock.locked()

    __enter__ = acquire

    def release(self) -> None:
        """As that of `threading.Lock`."""
        self._lock.release()

    def __exit__(self, *raised: object) -> None:
        self.release()

    def locked(self) -> bool:
        """As that of `threading.Lock`."""
        return self._lock.locked()

    def _at_fork_reinit(self) -> None:
        self._lock = _thread.allocate_lock()


class Started:
    """In place of the event by which a thread tells that it is there: then it waits for its first turn."""

    def __init__(self, actor: Actor, world: World) -> None:
        self.actor, self.world, self.is_there = actor, world, _thread.allocate_lock()
        self.is_there.acquire()
        self.told = False

    def set(self) -> None:
        """The thread runs."""
        self.told = True
        self.is_there.release()
        self.world.enter(self.actor)

    def is_set(self) -> bool:
        """Whether it was started."""
        return self.told

    def wait(self, timeout: float | None = None) -> bool:
        """Wait, outside of all turns, until it runs."""
        del timeout
        return self.is_there.acquire()

    def _at_fork_reinit(self) -> None:
        """Nothing forks here."""


def install() -> None:
    """Put the stand-ins into `threading`, `queue` and `time`, for the rest of this process."""
    threads, queues, clocks = (sys.modules[name] for name in ("threading", "queue", "time"))
    threads.__dict__.update(Lock=Lock, _allocate_lock=Lock, _CRLock=None, _time=clock, get_ident=ident)
    queues.__dict__.update(SimpleQueue=vars(queue)["_PySimpleQueue"], time=clock)
    clocks.__dict__.update(monotonic=clock, time=clock, sleep=sleep)
    clocks.__dict__.update(perf_counter=looked_at("perf_counter"), process_time=looked_at("process_time"))
    clocks.__dict__.update(thread_time=lambda: 0.0)
    if executors := sys.modules.get("concurrent.futures.thread"):
        executors.__dict__.update(_global_shutdown_lock=Lock())
    for name, ours in (("start", start), ("join", join), ("is_alive", is_alive), ("_bootstrap_inner", bootstrap)):
        stand_in(name, ours)
    stand_in("select", select_ready, selectors.DefaultSelector)
    stand_in("select", polled, selectors.PollSelector)


def stand_in(name: str, ours: Callable[..., Any], owner: type = threading.Thread) -> None:
    """Put a function in the place of a method, which it is given as its first argument."""
    real = getattr(owner, name)
    setattr(owner, name, lambda self, *given, **named: ours(real, self, *given, **named))


def ident() -> int:
    """As that of `threading`: that of a thread that has ended goes to the next that begins."""
    mine: int = getattr(own, "ident", 0)
    return mine or real_ident()


def clock() -> float:
    """What all clocks say."""
    return NOON + (now.clock if now else 0.0)


def looked_at(name: str) -> Callable[[], float]:
    """A clock that notes each look at it."""

    def read() -> float:
        if now and now.me():
            now.looks.append((name, len(now.actors) - 1, len(now.running)))
        return now.used if now and name == "process_time" else clock()

    return read


def sleep(seconds: float) -> None:
    """As that of `time`."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if now and (me := now.me()):
        me.sleeps = me.index == 0
        now.wait(lambda: False, seconds) if seconds else now.give_way(me)
        me.sleeps = False


def start(real: Callable[..., None], thread: Any) -> None:
    """As that of `Thread`. The thread that is idle does nothing at all."""
    if not now or not now.me() or now.of(thread) or not getattr(thread, "_initialized", False):
        real(thread)
        return
    actor = Actor(thread, len(now.actors))
    thread._started = Started(actor, now)
    if actor.index == now.idle:
        world, run = now, thread.run
        thread.run = lambda: None if world.me() is actor else run()
    now.actors.append(actor)
    real(thread)
    if now.eager:
        now.let_others()


def bootstrap(real: Callable[..., None], thread: threading.Thread) -> None:
    """All that a thread does."""
    world = now
    actor = world.of(thread) if world else None
    if world and actor:
        taken = {one.ident for one in world.running}
        own.ident = actor.ident = min(set(range(1, len(taken) + 2)) - taken)
    real(thread)
    if world and actor:
        world.leave(actor)


def join(real: Callable[..., None], thread: threading.Thread, timeout: float | None = None) -> None:
    """As that of `Thread`."""
    other = now.of(thread) if now else None
    if now and other and other is not now.me() and not now.wait(lambda: other.state == DONE, timeout):
        return
    real(thread, timeout)


def is_alive(real: Callable[..., bool], thread: threading.Thread) -> bool:
    """As that of `Thread`."""
    actor = now.of(thread) if now else None
    return actor.state != DONE if actor else real(thread)


def select_ready(real: Callable[..., Any], selector: Any, timeout: float | None = None) -> Any:
    """As that of the selector in which a loop of `asyncio` waits for what its threads tell."""
    if not now or not now.me():
        return real(selector, timeout)
    now.wait(lambda: bool(real(selector, 0)), timeout)
    return real(selector, 0)


def polled(real: Callable[..., Any], selector: Any, timeout: float | None = None) -> Any:
    """As that of the selector in which `multiprocessing` waits for a pipe.

    A look that finds nothing takes a moment: it looks until its time is over, and this clock would stand still.
    """
    ready = select_ready(real, selector, timeout)
    if now and now.me() and not ready:
        now.clock += MOMENT
    return ready


def codes(code: types.CodeType) -> Iterator[types.CodeType]:
    """A code, and all codes in it."""
    yield code
    for part in code.co_consts:
        if isinstance(part, types.CodeType):
            yield from codes(part)


def watch(code: types.CodeType) -> None:
    """Tell of each instruction of the answer before it runs."""
    if sys.version_info >= (3, 12):
        for one in codes(code):
            sys.monitoring.set_local_events(sys.monitoring.PROFILER_ID, one, sys.monitoring.events.INSTRUCTION)


def on_instruction(_: types.CodeType, __: int) -> None:
    """From Python 3.12 on."""
    if now:
        now.step(sys._getframe(1))


def traced(frame: types.FrameType, event: str, _: object) -> Any:
    """In Python 3.11."""
    if now is None or frame.f_code.co_filename != str(now.path):
        return None
    frame.f_trace_opcodes = True
    if event == "opcode":
        now.step(frame)
    return traced


def watch_begins() -> None:
    """Be told of instructions."""
    if sys.version_info >= (3, 12):
        sys.monitoring.use_tool_id(sys.monitoring.PROFILER_ID, "turns")
        told_of = sys.monitoring.events.INSTRUCTION
        sys.monitoring.register_callback(sys.monitoring.PROFILER_ID, told_of, on_instruction)
    else:
        threading.settrace(traced)
        sys.settrace(traced)


def run(path: Path, scenario: Callable[[World, Any], None], world: World) -> World:
    """Import the answer, and play the scenario once."""
    global now
    module = types.ModuleType(path.stem)
    module.__file__ = str(path)
    sys.modules[path.stem] = module
    code = compile(path.read_text(encoding="utf-8"), str(path), "exec")
    watch(code)
    threading.excepthook = world.failed
    now = world
    try:
        exec(code, module.__dict__)
        scenario(world, module)
    except WrongError as wrong:
        raise WrongError(f"{wrong}{world.order}") from None
    except (Exception, SystemExit, KeyboardInterrupt) as error:
        raise WrongError(f"{world.doing} raised {in_words(error, path)}{world.order}") from None
    now = None
    return world


def try_all(path: Path, scenario: Callable[[World, Any], None], idle: int, deep: bool) -> str:
    """Play the scenario under all plans, or under the first two; what went wrong first."""
    try:
        if idle:
            run(path, scenario, World(path, idle=idle))
            return ""
        begin, tried = real_processor_clock(), 0
        both = run(path, scenario, World(path)), run(path, scenario, World(path, eager=True))
        if not deep:
            return ""
        for steps in zip_longest(*[[(one, step) for step in one.stops] for world in both for one in world.actors[:3]]):
            for actor, step in filter(None, steps):
                if real_processor_clock() - begin < (LONGER if tried < LEAST else CPU):
                    tried += 1
                    run(path, scenario, World(path, actor in both[1].actors, (actor.index, step)))
    except WrongError as wrong:
        return str(wrong)
    except SyntaxError as error:
        return f"{path.name} cannot be read: {error.msg},\nin line {error.lineno}: {(error.text or '').strip()}"
    return ""


def be(path: Path, scenario: Callable[[World, Any], None], idle: int, deep: bool, stack: int) -> None:
    """Be the process in which a scenario is played. `stack` is the file for that of a call that never ends."""
    os.setpgid(0, 0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    sys.setrecursionlimit(400)
    faulthandler.register(signal.SIGXCPU, stack, chain=True)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST, MOST + 1))
    install()
    watch_begins()
    tell(try_all(path, scenario, idle, deep))


def comes_to_an_end(pid: int, reading: int) -> bool:
    """Wait until a process tells something or ends, however busy the computer is; False if it never will."""
    watch = Watch(pid)
    while not select.select([reading], [], [], LOOK)[0]:
        watch.look()
        if watch.is_stuck() or watch.works_on(MOST + 1):  # before that, it is ended by its limit
            return False
    return True


def line_in(stack: str, path: Path) -> str:
    """The line of the answer at which a process was ended."""
    threads = re.split(r"\n(?=Thread |Current thread )", stack)
    at = re.compile(rf'File ".*/{path.name}", line (\d+) in ')
    inside = [one for one in threads if at.search(one.partition("\n")[2].partition("\n")[0])]  # of the answer itself
    found = next((place for one in (*inside, *threads) if (place := at.search(one))), None)
    return f"\nIt is at line {found[1]}: {lines_of(path)[int(found[1]) - 1].strip()}" if found else ""


def play(path: Path, scenario: Callable[[World, Any], None], what: str, idle: int = 0, deep: bool = True) -> None:
    """Play a scenario with the answer at the path, under all plans if it is to go deep.

    `idle` is the number of a thread that does nothing at all.
    Fails with what the learner is told, and nothing else.
    """
    global pipe
    reading, pipe = os.pipe()
    stack, name = tempfile.mkstemp()
    os.unlink(name)
    pid = os.fork()
    if not pid:
        try:
            be(path, scenario, idle, deep, stack)
        finally:
            os._exit(70)
    os.close(pipe)
    try:
        there = comes_to_an_end(pid, reading)
        text = os.read(reading, 100_000).decode() if there else ""
    finally:
        os.close(reading)
        with suppress(ProcessLookupError):  # it and all that it has started
            os.killpg(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    with open(stack, encoding="utf-8", errors="replace") as written:
        written.seek(0)
        where = line_in(written.read(), path)
    if not there or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU):
        pytest.fail(f"{what} does not come to an end.{where}", pytrace=False)
    if not text:
        pytest.fail(f"{what} ended the whole program.", pytrace=False)
    if wrong := json.loads(text):
        pytest.fail(wrong, pytrace=False)
