"""The check of `result_thread`: plain `pytest` in this folder runs it.

It leaves nothing to luck, and nothing to the clock: `turns.py` lets the threads take turns, so that who waits forever
is seen at once, and holds each of them at every place where an operating system may do so.

What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

import io
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from turns import World, play

ANSWER = Path(__file__).with_name("result_thread.py")
HOUR = 3600.0  # seconds that a slow target takes
RESULTS: list[object] = [42, None, 0, False, "", [], ValueError("not raised, but returned"), SystemExit(3)]
ERRORS = [
    ValueError("no such file"),
    KeyError("size"),
    TimeoutError("the printer is silent"),
    SystemExit(3),
    KeyboardInterrupt(),
]


def expect(world: World, right: bool, told: str) -> None:
    """Tell the learner, unless it is right."""
    if not right:
        failed = f"\n{world.failures[0]}" if world.failures else ""
        world.wrong(f"ResultThread: {told}{failed}")


def outcome(world: World, name: str, call: Callable[..., Any], *args: Any, **named: Any) -> tuple[str, Any]:
    """Whether a call returned or raised, and what."""
    world.doing = f"ResultThread: {name}"
    try:
        return "returned", call(*args, **named)
    except BaseException as error:
        return "raised", error


def joined(
    world: World, thread: Any, expected: tuple[str, Any], name: str = "join()", *args: Any, **named: Any
) -> None:
    """Call `join`, and look what comes out: this very object, returned or raised."""
    did, what = outcome(world, name, thread.join, *args, **named)
    asked = f"its target {expected[0]} {expected[1]!r}"
    expect(
        world, did == expected[0] and what is expected[1], f"{name} {did} {what!r}; {asked}{same(what, expected[1])}"
    )
    expect(world, not thread.is_alive(), f"{name} came back, and the thread has not ended")


def later(world: World, seconds: float, result: object) -> object:
    """Give a result, when some seconds are over."""
    if seconds:
        world.sleep(seconds)
    return result


def same(what: object, expected: object) -> str:
    """What to say of an object that looks like the expected one."""
    return ", which is another object" if repr(what) == repr(expected) and what is not expected else ""


def late(world: World, thread: Any, name: str, *args: Any, **named: Any) -> None:
    """Call `join` with a time that is too short."""
    before, world.actors[0].naps = world.clock, -400  # exact ones, for who looks again and again
    did, what = outcome(world, name, thread.join, *args, **named)
    told = f"{name} {did} {what!r}; with the target still running it should have raised TimeoutError"
    expect(world, did == "raised" and isinstance(what, TimeoutError), told)
    limit = float(named.get("timeout", args[0] if args else 0))
    took = world.clock - before
    expect(world, limit - 0.01 <= took <= limit + 1, f"{name} raised TimeoutError after {took:.2f} s")


def gives(what: object) -> Callable[..., Any]:
    """A target that returns it."""
    return lambda: what


def raises(error: BaseException) -> Callable[..., Any]:
    """A target that raises it."""

    def read_file() -> None:
        raise error

    return read_file


def shared() -> dict[str, object]:
    """What all threads of the program have in common."""
    return {"sys.stdout": sys.stdout, "sys.stderr": sys.stderr, "threading.excepthook": threading.excepthook}


def everybodys(world: World, before: dict[str, object], when: str) -> None:
    """See that what all threads have in common is as it was."""
    changed = [name for name, one in shared().items() if one is not before[name]]
    told = f"it has put something else in the place of {' and '.join(changed)} {when}: that is every thread's"
    expect(world, not changed, told)


def test_the_target_runs_once_in_the_thread() -> None:
    def scenario(world: World, module: Any) -> None:
        ran: list[Any] = []

        def target(*args: object) -> None:
            ran.append((threading.current_thread(), args))
            everybodys(world, before, "while its target runs")

        before = shared()
        thread = module.ResultThread(target, 40, 42)
        expect(world, not ran, "the target ran before start()")
        outcome(world, "start()", thread.start)
        world.sleep(1)
        expect(world, ran != [], "the thread has ended, and the target did not run")
        outcome(world, "join()", thread.join)
        outcome(world, "join()", thread.join)
        expect(world, len(ran) == 1, f"the target ran {len(ran)} times")
        everybodys(world, before, "when its target has ended")
        expect(world, ran[0][0] is thread, f"the target ran in {ran[0][0]}, not in the ResultThread")
        expect(world, ran[0][1] == (40, 42), f"ResultThread(target, 40, 42) called target{ran[0][1]}")
        expect(world, not thread.is_alive(), "join() returned, and the thread has not ended")

    play(ANSWER, scenario, "ResultThread", deep=False)


@pytest.mark.parametrize("at", range(len(RESULTS)))
def test_join_returns_the_result_each_time(at: int) -> None:
    result, slow = RESULTS[at], at % 2 == 0

    def scenario(world: World, module: Any) -> None:
        thread = module.ResultThread(lambda: later(world, HOUR if slow else 0, result))
        outcome(world, "start()", thread.start)
        for name in ("join()", "the second join()", "the third join()"):
            joined(world, thread, ("returned", result), name)
        joined(world, thread, ("returned", result), "after all, join(timeout=0)", timeout=0)
        expect(world, not world.failures, "the thread itself failed")

    play(ANSWER, scenario, "ResultThread", deep=at == 0)


@pytest.mark.parametrize("at", range(len(ERRORS)))
def test_join_raises_the_exception_each_time(at: int) -> None:
    error = ERRORS[at]

    def scenario(world: World, module: Any) -> None:
        error.__traceback__, printed = None, io.StringIO()
        with redirect_stdout(printed), redirect_stderr(printed):
            thread = module.ResultThread(raises(error))
            outcome(world, "start()", thread.start)
            for name in ("join()", "the second join()", "the third join()"):
                joined(world, thread, ("raised", error), name)
            joined(world, thread, ("raised", error), "join(timeout=5)", timeout=5)
        frames = traceback.extract_tb(error.__traceback__)
        names = dict.fromkeys(f"{frame.name}()" for frame in frames if frame.filename == str(ANSWER))
        through = " and ".join(names)
        lost = f"the traceback of {error!r} leads to {through}, and not to read_file(), where it was raised"
        expect(world, any(frame.name == "read_file" for frame in frames), lost)
        shown = "the exception was raised in the thread, too, and is printed; join() raises it, and that is enough"
        expect(world, not world.failures, shown)
        last = ["", *printed.getvalue().splitlines()][-1]
        expect(world, not last, f"the thread printed {last!r}; join() raises the exception, and that is enough")

    play(ANSWER, scenario, "ResultThread", deep=False)


def test_join_with_a_time_out() -> None:
    def scenario(world: World, module: Any) -> None:
        result = ["letter"]
        thread = module.ResultThread(lambda: later(world, HOUR, result))
        thread.start()
        late(world, thread, "join(timeout=0)", timeout=0)
        late(world, thread, "join(timeout=0.5)", timeout=0.5)
        late(world, thread, "join(3)", 3)
        joined(world, thread, ("returned", result), "after a time-out, join(timeout=7200)", timeout=2 * HOUR)
        took = world.clock
        expect(
            world,
            took <= HOUR + 10,
            f"join(timeout=7200) returned after {took:.0f} s, when the target had ended at 3600",
        )

    play(ANSWER, scenario, "ResultThread", deep=True)


def test_two_threads_at_one_time() -> None:
    def scenario(world: World, module: Any) -> None:
        error, result = ValueError("no such file"), ["letter"]
        one = module.ResultThread(lambda: later(world, 9, result))
        other = module.ResultThread(raises(error))
        third = module.ResultThread(gives(None))
        for thread in (one, other, third):
            thread.name = "reader"  # names need not differ
            thread.start()
        late(world, one, "with another thread that failed, join(timeout=1)", timeout=1)
        joined(world, third, ("returned", None), "with two more threads, join()")
        took = world.clock
        told = f"with a thread at work for 9 s, join() of another, whose target had ended, took until {took:g} s"
        expect(world, took < 9, f"{told}: two threads have nothing to do with each other")
        joined(world, one, ("returned", result), "with another thread that failed, join()")
        joined(world, other, ("raised", error), "with another thread that returned, join()")

    play(ANSWER, scenario, "ResultThread", deep=True)


def test_two_wait_for_one() -> None:
    def scenario(world: World, module: Any) -> None:
        result, got = ["letter"], []
        thread = module.ResultThread(lambda: later(world, 9, result))
        thread.start()
        waiter = threading.Thread(target=lambda: got.append(outcome(world, "join() in a second thread", thread.join)))
        waiter.start()
        joined(world, thread, ("returned", result), "join(), with a second thread in join(),")
        waiter.join()
        expect(world, got == [("returned", result)], f"join() in a second thread {got[0][0]} {got[0][1]!r}")

    play(ANSWER, scenario, "ResultThread", deep=False)


def test_one_waits_long_and_another_does_not() -> None:
    def scenario(world: World, module: Any) -> None:
        thread = module.ResultThread(lambda: later(world, 9, "letter"))
        thread.start()
        waiter = threading.Thread(target=thread.join)
        waiter.start()
        world.sleep(1)
        late(world, thread, "while a second thread is in join(), join(timeout=1)", timeout=1)
        waiter.join()

    play(ANSWER, scenario, "ResultThread", deep=False)
