"""The check of `request_context`: plain `pytest` in this folder runs it.

It leaves nothing to luck: `turns.py` lets the threads take turns. Everything is tried with threads that begin with an
empty context, and with such that begin with a copy of their starter's, whatever this Python does.
What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

import re
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import Context, ContextVar, copy_context
from pathlib import Path
from typing import Any

import pytest
from turns import World, play, stand_in

ANSWER = Path(__file__).with_name("request_context.py")
WORKER = "worker of the pool"
language = ContextVar("language", default="no language")
begins: list[str] = []  # how threads begin in this process
Scenario = Callable[["Shop"], None]
both_ways = pytest.mark.parametrize("begin", ["an empty context", "a copy of the context of their starter"])


class Shop:
    """One run of a scenario with the answer."""

    def __init__(self, world: World, answer: Any, begin: str) -> None:
        self.world, self.answer, self.begin = world, answer, begin
        self.here = threading.current_thread()

    def expect(self, right: bool, told: str) -> None:
        """Tell the learner, unless it is right."""
        if not right:
            self.world.wrong(f"{told}\n(Here, threads begin with {self.begin}.)")

    def see(self) -> tuple[str, str]:
        """What is seen where this is called."""
        return self.answer.request.get(), language.get()

    def start(self, job: Callable[[], object]) -> threading.Thread:
        """Have a thread started that calls this."""
        before = self.world.clock
        thread = self.answer.start(job)
        waited = self.world.clock - before
        self.expect(not waited, f"start(job) waited {waited:g} s for job(); it must not wait at all")
        self.expect(isinstance(thread, threading.Thread), f"start(job) returned {thread!r}, which is no thread")
        self.expect(thread.ident is not None, "start(job) returned a thread that is not started")
        assert isinstance(thread, threading.Thread)
        return thread

    def submit(self, pool: ThreadPoolExecutor, job: Callable[[], object]) -> "Future[object]":
        """Have a worker of a pool call this."""
        before = self.world.clock
        future = self.answer.submit(pool, job)
        waited = self.world.clock - before
        self.expect(not waited, f"submit(pool, job) waited {waited:g} s for job(); it must not wait at all")
        self.expect(isinstance(future, Future), f"submit(pool, job) returned {future!r}, which is no future")
        assert isinstance(future, Future)
        return future

    def run(self, how: str, job: Callable[[], object], meanwhile: Callable[[], object] = lambda: None) -> None:
        """Have a job called, by a thread or by a worker; do something, let the job go on, and wait for its end."""
        go_on, calls = threading.Event(), list[threading.Thread]()

        def waiting() -> None:
            calls.append(threading.current_thread())
            go_on.wait()
            job()

        self.world.doing = how
        with ThreadPoolExecutor(1, WORKER) as pool:
            done = self.start(waiting).join if "start" in how else self.submit(pool, waiting).result
            meanwhile()
            go_on.set()
            done()
        failed = f"\n{self.world.failures[0]}" if self.world.failures else ""
        self.expect(len(calls) == 1, f"{how} had job() called {len(calls)} times, not once{failed}")
        self.expect(calls[0] is not self.here, f"{how} called job() in the caller's thread")
        is_worker = calls[0].name.startswith(WORKER)
        self.expect(is_worker == ("submit" in how), f"{how} had job() called by {calls[0].name}, and not by its pool")


def begin_empty(real: Callable[..., None], thread: threading.Thread) -> None:
    """As `Thread.start`, on a Python that begins threads with an empty context."""
    Context().run(real, thread)


def begin_with_a_copy(real: Callable[..., None], thread: threading.Thread) -> None:
    """As `Thread.start`, on a Python that begins threads with a copy of the context of their starter."""
    seen, run = copy_context(), thread.run
    if sys.version_info < (3, 14):
        vars(thread)["run"] = lambda: seen.run(run)
    elif vars(thread)["_context"] is None:
        vars(thread)["_context"] = seen
    real(thread)


def make(real: Callable[..., None], thread: threading.Thread, *given: Any, **named: Any) -> None:
    """As `Thread(…)` of Python 3.11."""
    if "context" in named:
        told = "Thread.__init__() got an unexpected keyword argument 'context'"
        raise TypeError(told if sys.version_info < (3, 14) else f"{told}, as before Python 3.14")
    real(thread, *given, **named)


def judge(scenario: Scenario, begin: str) -> None:
    """Play a scenario in a context of its own."""

    def played(world: World, answer: Any) -> None:
        if not begins:
            begins.append(begin)
            stand_in("__init__", make)
            stand_in("start", begin_empty if "empty" in begin else begin_with_a_copy)
        world.doing = "request_context.py"
        Context().run(scenario, Shop(world, answer, begin))

    play(ANSWER, played, "request_context.py", deep=False)


VALUES: list[tuple[object, object]] = [("", None), ("7", 0), ("", ["Welsh", "Danish"])]
CALLS = ("start(job)", "submit(pool, job)")
calls = pytest.mark.parametrize("how", CALLS)


@both_ways
@calls
def test_a_job_sees_what_its_caller_sees_in_that_moment(how: str, begin: str) -> None:
    def scenario(shop: Shop) -> None:
        shop.answer.request.set("7")
        language.set("Welsh")
        seen = list[tuple[str, str]]()
        shop.run(how, lambda: seen.append(shop.see()), lambda: shop.answer.request.set("8"))
        told = f"{how} was called where request was '7' and another variable 'Welsh'; then its caller set request to"
        shop.expect(seen == [("7", "Welsh")], f"{told} '8'\njob() saw '{seen[0][0]}' and '{seen[0][1]}'")

    judge(scenario, begin)


@both_ways
@calls
def test_a_job_sees_no_more_than_its_caller(how: str, begin: str) -> None:
    def scenario(shop: Shop) -> None:
        seen = list[tuple[str, str]]()
        shop.run(how, lambda: seen.append(shop.see()), lambda: language.set("Welsh"))
        told = f"{how} was called where nothing was set, and job() saw '{seen[0][0]}' and '{seen[0][1]}'"
        shop.expect(seen == [("no request", "no language")], told)

    judge(scenario, begin)


@both_ways
@calls
def test_what_a_job_sets_its_caller_does_not_see(how: str, begin: str) -> None:
    def scenario(shop: Shop) -> None:
        shop.answer.request.set("7")
        shop.run(how, lambda: (shop.answer.request.set("8"), language.set("Welsh")))
        told = f"{how}: job() set request to '8', and now its caller sees '{shop.see()[0]}' and '{shop.see()[1]}'"
        shop.expect(shop.see() == ("7", "no language"), told)

    judge(scenario, begin)


@both_ways
@calls
def test_the_same_request_with_something_else_changed(how: str, begin: str) -> None:
    def scenario(shop: Shop) -> None:
        shop.answer.request.set("7")
        seen, said = list[str](), ["Welsh", "Danish", "Welsh"]

        def job() -> None:
            seen.append(language.get())

        for word in said:
            language.set(word)
            shop.run(how, job)
        told = f"{how} was called three times where request was '7', and another variable {said}\njob() saw {seen}"
        shop.expect(seen == said, told)

    judge(scenario, begin)


@both_ways
def test_a_worker_does_many_jobs_and_each_of_them_sees_its_own_caller(begin: str) -> None:
    def scenario(shop: Shop) -> None:
        seen = list[tuple[str, str]]()

        def job() -> None:
            seen.append(shop.see())
            shop.answer.request.set("changed by a job")
            language.set("changed by a job")

        def caller(number: str) -> "Future[object]":
            shop.answer.request.set(number)
            return shop.submit(pool, job)

        shop.world.doing = "submit(pool, job)"
        first, second, gate = Context(), copy_context(), threading.Event()
        second.run(language.set, "Welsh")
        with ThreadPoolExecutor(1, WORKER) as pool:
            pool.submit(gate.wait)
            futures = [second.run(caller, "7"), first.run(caller, "8"), second.run(caller, "9")]
            plain = pool.submit(shop.see)
            gate.set()
            for future in futures:
                future.result()
        right = [("7", "Welsh"), ("8", "no language"), ("9", "Welsh")]
        told = f"one worker does three jobs, whose callers see {right}\nsubmit(pool, job) had them see {seen}"
        shop.expect(seen == right, told)
        told = f"after jobs of submit(pool, job), the next one of the same worker sees {plain.result()}"
        shop.expect(plain.result() == ("no request", "no language"), f"{told}, which they have set")

    judge(scenario, begin)


@both_ways
@calls
@pytest.mark.parametrize("numbers", [("7", "8"), ("7", "7")])
def test_two_jobs_at_the_same_time_see_each_their_own(numbers: tuple[str, str], how: str, begin: str) -> None:
    def scenario(shop: Shop) -> None:
        here, seen, met = list[str](), list[str](), list[bool]()

        def job() -> None:
            here.append(shop.see()[0])
            met.append(shop.world.wait(lambda: len(here) == 2, 3600.0))  # no hour passes unless nobody can go on
            seen.append(shop.see()[0])
            shop.answer.request.set("changed by a job")

        shop.world.doing = f"{how}, twice,"
        errors = list[BaseException | str | None]()
        with ThreadPoolExecutor(2, WORKER) as pool:
            ends = []
            for number in numbers:
                shop.answer.request.set(number)
                ends.append(shop.start(job).join if "start" in how else shop.submit(pool, job).exception)
            errors += [end() for end in ends]
        told = [str(error) for error in (*shop.world.failures, *errors) if error]
        twice = f"{how} was called twice, where request was {' and '.join(map(repr, numbers))}"
        shop.expect(not told, f"{twice}\nWhat came of it: {without_places(''.join(told[:1]))}")
        shop.expect(all(met), f"{twice}\nThe jobs do not run at the same time")
        shop.expect(sorted(seen) == [*numbers], f"{twice}\nThe jobs saw {sorted(seen)}")

    judge(scenario, begin)


def without_places(told: str) -> str:
    """A text without the places in memory that Python tells."""
    return re.sub(r" object at 0x\w+", "", told)


@both_ways
def test_the_future_has_what_the_job_returned_or_raised(begin: str) -> None:
    def scenario(shop: Shop) -> None:
        result, error = object(), LookupError("no such order")

        def fail() -> None:
            raise error

        shop.world.doing = "submit(pool, job)"
        with ThreadPoolExecutor(1, WORKER) as pool:
            returned, failed = shop.submit(pool, lambda: result), shop.submit(pool, fail)
        told = "submit(pool, job) gave a future that has"
        shop.expect(returned.exception() is None, f"{told} the exception {returned.exception()!r}; job() raised none")
        shop.expect(returned.result() is result, f"{told} the result {returned.result()!r}, which job() did not return")
        shop.expect(failed.exception() is error, f"{told} the exception {failed.exception()!r}; job() raised {error!r}")

    judge(scenario, begin)


@both_ways
@calls
def test_a_job_sees_the_very_values_of_its_caller(how: str, begin: str) -> None:
    def scenario(shop: Shop) -> None:
        seen = list[tuple[object, object]]()
        for values in VALUES:
            variables = (shop.answer.request, language)
            for variable, value in zip(variables, values, strict=True):
                variable.set(value)
            seen.clear()
            shop.run(how, lambda: seen.append(shop.see()))
            told = f"{how} was called where request was {values[0]!r} and another variable {values[1]!r}\njob() saw"
            told += f" {seen[0][0]!r} and {seen[0][1]!r}" + (", but another object" if seen[0] == values else "")
            shop.expect(all(one is other for one, other in zip(seen[0], values, strict=True)), told)

    judge(scenario, begin)
