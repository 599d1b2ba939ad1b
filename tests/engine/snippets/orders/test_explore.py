"""Every order of steps is run, and each is a real run."""

import re

from tests.support.orders import Explorer

TWO_DESKS = """\
import threading

sold = 0
lock = threading.Lock()

def sell():
    global sold
    sold += 1

def sell_in_three_lines():
    global sold
    seen = sold
    more = seen + 1
    sold = more

def sell_locked():
    global sold
    with lock:
        sold += 1

desks = [threading.Thread(target={function}) for _ in range(2)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print(sold)
"""


def desks(function: str) -> str:
    return TWO_DESKS.replace("{function}", function)


def test_two_threads_of_three_steps_have_twenty_orders_and_two_of_them_keep_both_tickets(explore: Explorer) -> None:
    assert explore(desks("sell"), ["sell"], ["sold"]).ends == {"1\n": 18, "2\n": 2}


def test_a_line_is_a_step_where_it_only_reads_or_only_writes(explore: Explorer) -> None:
    assert explore(desks("sell_in_three_lines"), ["sell_in_three_lines"], ["sold"]).ends == {"1\n": 18, "2\n": 2}


def test_a_line_is_one_step_where_no_name_is_watched(explore: Explorer) -> None:
    assert explore(desks("sell"), ["sell"]).ends == {"2\n": 2}


def test_with_a_lock_no_order_loses_a_ticket(explore: Explorer) -> None:
    assert explore(desks("sell_locked"), ["sell_locked"], ["sold"]).ends == {"2\n": 10}


def test_two_locks_in_two_orders_are_a_deadlock_that_says_who_waits_for_whom(explore: Explorer) -> None:
    found = explore(
        """
        import threading

        stock, till = threading.Lock(), threading.Lock()

        def count(first, second):
            with first:
                with second:
                    print("counted")

        threading.Thread(target=count, args=(stock, till), name="Ann").start()
        threading.Thread(target=count, args=(till, stock), name="Ben").start()
        """,
        ["count"],
    )
    assert found.ends == {"counted\ncounted\n": 18, "deadlock": 4}
    last = found.states("1221")[-1]
    assert [(view[0], view[1], view[5]) for view in last["threads"]] == [
        ("Ann", "waits", ["till", "Ben"]),
        ("Ben", "waits", ["stock", "Ann"]),
    ]
    assert last["locks"] == [["stock", "Ann"], ["till", "Ben"]]


def test_a_program_that_explodes_is_refused_with_the_numbers(explore: Explorer) -> None:
    said = explore.wrong(desks("sell").replace("range(2)", "range(5)"), ["sell"], ["sold"])
    assert re.match(r"Its steps have more than 20\d\d orders, of which \d+ were run; ", said)
    assert "allowed are 2000 orders and 20 s of CPU time." in said
    assert "start fewer threads" in said


def test_a_program_that_luck_decides_is_refused(explore: Explorer) -> None:
    text = desks("sell").replace("    sold += 1\n\ndef sell_in", "    sold += os.getpid()\n\ndef sell_in")
    assert "it was not the same in each run" in explore.wrong(f"import os\n{text}", ["sell"], ["sold"])


def test_a_thread_that_looks_again_and_again_is_refused(explore: Explorer) -> None:
    said = explore.wrong(
        """
        import threading

        ready = False

        def look():
            while not ready:
                pass

        threading.Thread(target=look).start()
        """,
        ["look"],
    )
    assert "An order has more than 300 steps." in said


def test_a_run_that_ends_its_process_is_told(explore: Explorer) -> None:
    said = explore.wrong(
        """
        import os
        import threading

        def leave():
            os._exit(3)

        threading.Thread(target=leave).start()
        """,
        ["leave"],
    )
    assert "The run that begins with the order nothing ended with 3 too early." in said
