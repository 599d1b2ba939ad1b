"""The check of `rate_limit`: plain `pytest` in this folder runs it. No time passes in it but the one that it says."""

import linecache
import threading
import time
import traceback
from collections.abc import Callable, Sequence

import pytest
import rate_limit
from rate_limit import RateLimit

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class AsleepError(BaseException):
    """Ends an `allows` that sleeps."""


class Service:
    """A limit, the time for it, and what it said to whoever asked."""

    def __init__(self, calls: int, seconds: float, *times: float) -> None:
        self.calls, self.seconds = calls, seconds
        self.time = 0.0
        self.limit = RateLimit(calls, seconds, lambda: self.time)
        self.made: list[float] = []  # when calls were let through
        self.said: list[object] = []
        self.mistake = ""
        for moment in times:
            self.ask_at(moment)

    @property
    def name(self) -> str:
        """How it was made."""
        return f"RateLimit({self.calls}, {self.seconds})"

    def has_room(self) -> bool:
        """Whether a call may be made now."""
        return sum(self.time - one < self.seconds for one in self.made) < self.calls

    def ask_at(self, time: float) -> None:
        """Ask at a time, alone; after a mistake, nothing is asked any more."""
        if self.mistake:
            return
        self.time = time
        right, said = self.has_room(), self.allows()
        if said is not right and not self.mistake:
            before = f"has let calls through at {self.made}" if self.made else "has let no call through"
            self.mistake = f"{self.name} {before}; at {time}, allows() must return {right}, not {said!r}"
        if right:
            self.made.append(time)

    def ask(self) -> None:
        """Ask now, whoever else does."""
        self.said.append(self.allows())

    def allows(self) -> object:
        """What `allows` says."""
        try:
            return self.limit.allows()
        except AsleepError as error:
            told = f"allows() sleeps when {self.name} is asked; it has to say at once whether a call may be made now"
            self.mistake = f"{told}\n{line_of(error)}"
            return None

    def went_well(self) -> None:
        """See that it never said anything wrong."""
        assert not self.mistake, self.mistake if "\n" in self.mistake else f"{self.mistake}\n{head()}"


class Late(Service):
    """A limit whose time goes on while threads ask."""

    def __init__(self, calls: int, seconds: float) -> None:
        super().__init__(calls, seconds)
        self.limit = RateLimit(calls, seconds, self.now)
        self.told: dict[int, float] = {}
        self.ask_themselves: set[int] = set()
        self.are_asking = True

    def now(self) -> float:
        """Tell the time to a thread, step by step."""
        moment = self.time
        self.told[threading.get_ident()] = moment
        self.note(moment)
        return moment

    def note(self, moment: float) -> None:
        """Note the time of a call that somebody makes for whoever asks."""
        thread = threading.get_ident()
        if self.are_asking and thread not in self.ask_themselves:
            self.made.append(moment)

    def goes_on(self) -> None:
        """It is later now, step by step."""
        self.time = 12

    def ask(self) -> None:
        """Ask now, whoever else does; a call is made at the time that its thread was told last."""
        thread = threading.get_ident()
        self.ask_themselves.add(thread)
        super().ask()
        if thread in self.told:
            self.made.append(self.told[thread])


def line_of(error: BaseException) -> str:
    """The newest line of the answer in which an exception was raised."""
    stack = traceback.walk_tb(error.__traceback__)
    number = [line for frame, line in stack if frame.f_code.co_filename == rate_limit.__file__][-1]
    return f"line {number}: {linecache.getline(str(rate_limit.__file__), number).strip()}"


def head() -> str:
    """The line of the answer where `allows` begins, or where it is made."""
    line = getattr(RateLimit, "allows", RateLimit.__init__).__code__.co_firstlineno
    return f"line {line}: {linecache.getline(str(rate_limit.__file__), line).strip()}"


def asked_at(*times: float) -> Callable[[Service], None]:
    """A thread that asks at these times."""

    def thread(service: Service) -> None:
        for moment in times:
            service.ask_at(moment)

    return thread


@pytest.fixture(autouse=True)
def nobody_sleeps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever sleeps be told so."""

    def sleep(_: float) -> None:
        raise AsleepError

    monkeypatch.setattr(time, "sleep", sleep)
    if hasattr(rate_limit, "sleep"):
        monkeypatch.setattr(rate_limit, "sleep", sleep)


CASES: dict[str, tuple[int, float, Sequence[float]]] = {
    "one call": (1, 10, (0, 0, 9.5, 10, 10, 19.5, 20)),
    "three calls": (3, 10, (0, 0, 0, 0, 9.5, 10, 10, 10, 10)),
    "one after another": (3, 10, (1, 3, 5, 7, 10.5, 11, 12, 13, 14, 15, 15.5, 21)),
    "around the turn of a window": (2, 10, (0, 9, 10, 11, 18.5, 19, 20, 20.5)),
    "late in a window": (2, 10, (8, 9.5, 10, 12, 17.5, 18, 19, 19.5, 20)),
    "who is refused does not count": (1, 10, (0, 5, 9, 10, 12, 19, 20)),
    "a long pause": (2, 10, (0, 1000, 1000, 1000, 1005, 1010)),
    "below 0": (2, 10, (-25, -20, -15, -14, -10, -5, 0, 5, 10)),
    "half a second": (2, 0.5, (0, 0.25, 0.375, 0.5, 0.625, 0.75)),
    "a day": (1, 86_400, (7, 86_399, 86_406, 86_407)),
    "a moment before": (1, 10, (0, 9.999, 9.999999, 10, 19.999, 20)),
    "many": (10, 60, (*range(10), 10, 59, 60, 60, 61, 61.5)),  # with more, a step for each takes too many
}


@pytest.mark.parametrize("case", CASES)
def test_one_thread_alone(case: str, in_every_order: InEveryOrder) -> None:
    calls, seconds, times = CASES[case]
    in_every_order(lambda: Service(calls, seconds), {"one thread": asked_at(*times)}, Service.went_well)


def test_nobody_waits_for_a_time(in_every_order: InEveryOrder) -> None:
    in_every_order(lambda: Service(1, 10), {"one thread": asked_at(0, 5, 10)}, Service.went_well, must_sleep=True)


def test_two_limits(in_every_order: InEveryOrder) -> None:
    def use(services: list[Service]) -> None:
        for moment, which in ((0, 0), (1, 1), (2, 1), (3, 0), (4, 1), (10, 0), (11, 1)):
            services[which].ask_at(moment)

    def both_went_well(services: list[Service]) -> None:
        for service in services:
            service.went_well()

    in_every_order(lambda: [Service(1, 10), Service(2, 10)], {"one thread": use}, both_went_well)


AT_ONCE: dict[str, tuple[int, int, tuple[float, ...], float]] = {
    # calls, threads, when calls were let through before, and when the threads ask, in ten seconds
    "room for one of two": (1, 2, (), 0),
    "room for both": (2, 2, (), 0),
    "room for one of two after another": (2, 2, (0,), 5),
    "room for two of three": (2, 3, (), 0),
    "room for nobody": (1, 2, (0,), 5),
    "one counts no more": (1, 2, (0,), 10),
    "one of two counts no more": (2, 2, (0, 5), 10),
    "two of three count no more": (3, 3, (0, 0, 5), 10),
    "none of two counts any more": (2, 3, (0, 5), 20),
}


@pytest.mark.parametrize("case", AT_ONCE)
def test_threads_ask_at_once(case: str, in_every_order: InEveryOrder) -> None:
    calls, threads, before, time = AT_ONCE[case]

    def begin() -> Service:
        service = Service(calls, 10, *before)
        service.time = time
        return service

    def went_well(service: Service) -> None:
        service.went_well()
        count = sum(time - one < 10 for one in service.made)
        room = min(threads, calls - count)
        right = [True] * room + [False] * (threads - room)
        said = sorted(service.said, key=str, reverse=True)
        told = f"{service.name} has {count} calls that count, and {threads} threads ask: allows() returns {said}"
        assert said == right, f"{told}, and must return {right}"
        service.made += [time] * room
        service.ask_at(time)
        service.went_well()

    names = ("a first", "a second", "a third")[:threads]
    in_every_order(begin, {f"{name} allows()": Service.ask for name in names}, went_well)


def test_time_goes_on_while_threads_ask(in_every_order: InEveryOrder) -> None:
    def begin() -> Late:
        late = Late(2, 10)
        late.time = 3
        return late

    def went_well(late: Late) -> None:
        Service.went_well(late)
        late.are_asking = False
        told = f"{late.name} has 0 calls that count, and 2 threads ask: allows() returns {late.said}"
        assert late.said == [True, True], f"{told}, and must return {[True, True]}"
        late.made.sort()
        late.ask_at(13)
        late.ask_at(21.5)
        late.went_well()

    threads = {"a first allows()": Late.ask, "the clock": Late.goes_on, "a second allows()": Late.ask}
    in_every_order(begin, threads, went_well)
