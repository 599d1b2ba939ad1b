"""Whatever threading and queue offer waits by turns."""

import pytest

from tests.support.orders import Explorer

BETWEEN = """\
import queue
import threading
import time

{tools}

def first():
    {first}

def second():
    {second}

threads = [threading.Thread(target=first, name="one"), threading.Thread(target=second, name="two")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


def pair(tools: str, first: str, second: str) -> str:
    """A program in which two threads do one line each."""
    return BETWEEN.format(tools=tools, first=first, second=second)


WAITING = {
    "lock": (
        "gate = threading.Lock(); gate.acquire()",
        "print('go'); gate.release()",
        "gate.acquire(); print('gone')",
        "gate",
    ),
    "rlock": ("gate = threading.Semaphore(0)", "print('go'); gate.release()", "gate.acquire(); print('gone')", "gate"),
    "event": ("gate = threading.Event()", "print('go'); gate.set()", "gate.wait(); print('gone')", "gate.wait()"),
    "queue": ("gate = queue.Queue()", "print('go'); gate.put(1)", "gate.get(); print('gone')", "gate.get()"),
    "simple queue": (
        "gate = queue.SimpleQueue()",
        "print('go'); gate.put(1)",
        "gate.get(); print('gone')",
        "gate.get()",
    ),
    "join": ("", "print('go')", "threads[0].join(); print('gone')", "threads[0].join()"),
}


@pytest.mark.parametrize("tool", WAITING)
def test_who_waits_cannot_be_chosen_until_it_is_there_and_it_is_said_for_what(tool: str, explore: Explorer) -> None:
    tools, first, second, what = WAITING[tool]
    found = explore(pair(tools, first, second), ["first", "second"])
    assert set(found.ends) == {"go\ngone\n"}
    waits = found.states("2")[-1]["threads"][1]
    assert (waits[1], waits[5]) == ("waits", [what, waits[5][1]])
    root = found.graph["nodes"][found.graph["root"]]
    assert list(found.graph["nodes"][root[1]["2"]][1]) == ["1"]


def test_a_barrier_lets_both_go_when_both_are_there(explore: Explorer) -> None:
    found = explore(
        pair("gate = threading.Barrier(2)", "gate.wait(); print('one')", "gate.wait(); print('two')"),
        ["first", "second"],
    )
    assert found.states("1")[-1]["threads"][0][5][0] == "gate.wait()"
    assert set(found.ends) == {"one\ntwo\n", "two\none\n"}


def test_a_condition_that_nobody_notifies_is_a_deadlock(explore: Explorer) -> None:
    text = pair("gate = threading.Condition()", "gate.acquire(); gate.wait()", "print('no notify')")
    assert explore(text, ["first", "second"]).ends == {"deadlock": 2}


def test_an_rlock_is_taken_twice_by_the_same_thread_and_says_who_holds_it(explore: Explorer) -> None:
    text = pair(
        "gate = threading.RLock()",
        "gate.acquire(); gate.acquire()\n    gate.release(); gate.release()",
        "gate.acquire(); gate.release()",
    )
    found = explore(text, ["first", "second"])
    assert set(found.ends) == {""}
    assert found.states("1")[-1]["locks"] == [["gate", "one"]]
    assert found.states("12")[-1]["threads"][1][5] == ["gate", "one"]


def test_a_wait_with_a_time_out_may_end_at_any_moment(explore: Explorer) -> None:
    text = pair("gate = threading.Event()", "gate.set()", "print(gate.wait(timeout=9))")
    assert set(explore(text, ["first", "second"]).ends) == {"True\n", "False\n"}


def test_a_queue_that_stays_empty_says_so_when_the_time_is_over(explore: Explorer) -> None:
    text = pair(
        "gate = queue.Queue()",
        "pass",
        "\n    try:\n        gate.get(timeout=9)\n    except queue.Empty:\n        print('empty')",
    )
    assert set(explore(text, ["first", "second"]).ends) == {"empty\n"}


def test_time_passes_outside_of_stepped_functions_only_when_nobody_can_go_on(explore: Explorer) -> None:
    text = pair("", "print('one')", "print('two')") + "time.sleep(5)\nprint('late')\n"
    text = text.replace("for thread in threads:\n    thread.join()\n", "")
    assert set(explore(text, ["first", "second"]).ends) == {"one\ntwo\nlate\n", "two\none\nlate\n"}


def test_a_sleep_in_a_stepped_function_takes_no_time_and_clocks_stand_still(explore: Explorer) -> None:
    text = pair("begun = time.monotonic()", "time.sleep(9); print(time.monotonic() - begun)", "pass")
    assert set(explore(text, ["first", "second"]).ends) == {"0.0\n"}


def test_a_thread_is_alive_until_its_last_step(explore: Explorer) -> None:
    text = pair("", "print('first')", "print(threads[0].is_alive())")
    assert set(explore(text, ["first", "second"]).ends) == {"first\nFalse\n", "True\nfirst\n"}


def test_the_threads_of_an_executor_are_stepped_too(explore: Explorer) -> None:
    found = explore(
        """
        from concurrent.futures import ThreadPoolExecutor

        sold = 0

        def sell(desk):
            global sold
            seen = sold
            sold = seen + 1

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(sell, ["left", "right"]))
        print(sold)
        """,
        ["sell"],
        ["sold"],
    )
    assert found.ends == {"1\n": 4, "2\n": 2}


def test_a_daemon_that_waits_forever_does_not_hold_the_end_up(explore: Explorer) -> None:
    found = explore(
        """
        import threading

        def doze():
            threading.Event().wait()

        threading.Thread(target=doze, daemon=True).start()
        print("over")
        """,
        ["doze"],
    )
    assert found.ends == {"over\n": 1}


def test_what_a_thread_raises_is_printed_as_python_does_without_a_line_of_ours(explore: Explorer) -> None:
    found = explore(pair("gate = threading.Lock()", "gate.release()", "pass"), ["first", "second"])
    for printed in found.ends:
        assert printed.startswith("Exception in thread one:\nTraceback (most recent call last):\n")
        assert "RuntimeError: release unlocked lock\n" in printed
        assert "standins" not in printed
