"""What the lesson "III. Two Smoking Barrels" says that Python does."""

import re

import pytest

from tests.support.claims import BUSY, Ran
from tests.support.orders import ends_of
from tests.support.site import ROOT

# Two threads that each hold one lock before they ask for the other; daemons, so that the program ends.
DEADLOCK = """
import threading
stock, till = threading.LOCK(), threading.LOCK()
both_hold_one = threading.Barrier(2)

def hand_over(held, wanted):
    with held:
        both_hold_one.wait()
        with wanted:
            print("through")

ann = threading.Thread(target=hand_over, args=(stock, till), daemon=True)
ben = threading.Thread(target=hand_over, args=(till, stock), daemon=True)
ann.start()
ben.start()
ann.join(timeout=0.3)
ben.join(timeout=0.3)
print(ann.is_alive(), ben.is_alive())
"""


def test_the_program_never_ends(ran: Ran) -> None:
    assert ran("two_smoking_barrels/deadlock.py").ended == "timeout"


def test_python_does_not_look_for_deadlocks(ran: Ran) -> None:
    run = ran(DEADLOCK.replace("LOCK", "Lock"))
    assert (run.ended, run.output) == ("ok", "True True\n")


def test_sys_current_frames_returns_the_frame_of_every_thread(ran: Ran) -> None:
    run = ran("""
import sys
import threading
done = threading.Event()
clerks = [threading.Thread(target=done.wait) for _ in range(2)]
for clerk in clerks:
    clerk.start()
print(set(sys._current_frames()) == {thread.ident for thread in threading.enumerate()}, len(sys._current_frames()))
done.set()
""")
    assert run.output == "True 3\n"


def test_with_capture_locals_true_the_traceback_module_adds_the_local_variables(ran: Ran) -> None:
    run = ran("""
import sys
import threading
import traceback

def serve(customer):
    frame = sys._current_frames()[threading.get_ident()]
    for capture in (False, True):
        stack = traceback.StackSummary.extract(traceback.walk_stack(frame), limit=1, capture_locals=capture)
        print("customer = 'Ann'" in "".join(stack.format()))

serve("Ann")
""")
    assert run.output == "False\nTrue\n"


def test_both_threads_are_at_the_same_line(ran: Ran) -> None:
    output = ran("two_smoking_barrels/deadlock.py").output
    places = re.findall(r"(line \d+, in \w+\n.*)\n", output)
    assert len(places) == 2
    assert len(set(places)) == 1
    assert "with locks[wanted]:" in places[0]


def test_ann_holds_stock_and_wants_till(ran: Ran) -> None:
    ann, _ = ran("two_smoking_barrels/deadlock.py").output.split("Ben is stuck in\n")
    assert ann.startswith("Ann is stuck in\n")
    assert ann.endswith("    held = 'stock'\n    wanted = 'till'\n")


def test_ben_holds_till_and_wants_stock(ran: Ran) -> None:
    _, ben = ran("two_smoking_barrels/deadlock.py").output.split("Ben is stuck in\n")
    assert ben.endswith("    held = 'till'\n    wanted = 'stock'\n")


def test_even_the_main_thread_is_stuck_yet_the_dump_comes(ran: Ran) -> None:
    output = ran("two_smoking_barrels/faulthandler_dump.py").output
    assert output.startswith("Timeout (0:00:00.500000)!\n")
    assert re.search(r"faulthandler_dump\.py\", line \d+ in sell\n", output)
    assert re.search(r"faulthandler_dump\.py\", line \d+ in <module>\n", output)


def test_each_stack_has_its_newest_call_first(ran: Ran) -> None:
    output = ran("two_smoking_barrels/faulthandler_dump.py").output
    assert output.count("(most recent call first)") == 2
    assert output.index(" in sell\n") < output.index(" in run\n")


def test_exit_true_ends_the_program_with_status_1(ran: Ran) -> None:
    assert ran("two_smoking_barrels/faulthandler_dump.py").ended == "exit 1"


def test_without_it_the_program_goes_on_after_the_dump(ran: Ran) -> None:
    run = ran(
        """
import faulthandler
import time
with open("dump.txt", "w") as dump:
    faulthandler.dump_traceback_later(0.05, file=dump)
    while "in <module>" not in open("dump.txt").read():
        time.sleep(0.02)  # asleep it is safe to be looked at: 3.12.1 crashes where a running thread is dumped
print("went on")
""",
        timeout=5,
    )
    assert (run.ended, run.output) == ("ok", "went on\n")


def test_faulthandler_cancel_dump_traceback_later_calls_the_dump_off(ran: Ran) -> None:
    run = ran("""
import faulthandler
import time
faulthandler.dump_traceback_later(0.3, exit=True)
faulthandler.cancel_dump_traceback_later()
time.sleep(0.6)
print("went on")
""")
    assert (run.ended, run.output) == ("ok", "went on\n")


def test_the_two_threads_finish_all_20_000_hand_overs(ran: Ran) -> None:
    run = ran("two_smoking_barrels/lock_order.py")
    assert (run.ended, run.output) == ("ok", "done: 20000\n")


def test_with_a_b_acquires_a_first_and_releases_it_last(ran: Ran) -> None:
    run = ran("""
class Noisy:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("take", self.name)

    def __exit__(self, *exception):
        print("release", self.name)

a, b = Noisy("a"), Noisy("b")
with a, b:
    pass
""")
    assert run.output == "take a\ntake b\nrelease b\nrelease a\n"


def test_locks_cannot_be_sorted_themselves(ran: Ran) -> None:
    run = ran("""
import threading
sorted([threading.Lock(), threading.Lock()])
""")
    assert run.ended == "exit 1"
    assert "TypeError: '<' not supported between instances of" in run.output


def test_acquire_timeout_returns_false_if_the_time_ran_out(ran: Ran) -> None:
    run = ran("""
import threading
till = threading.Lock()
with till:
    print(till.acquire(timeout=0.05))
""")
    assert run.output == "False\n"


def test_in_every_run_at_least_one_of_the_two_gives_up(ran: Ran) -> None:
    program = (ROOT / "snippets/two_smoking_barrels/back_off.py").read_text(encoding="utf-8").partition("# /// run")[0]
    for run in (ran("two_smoking_barrels/back_off.py"), ran(BUSY + program, timeout=60)):
        assert run.output.startswith("both finished; gave up: ")
        assert sum(int(count) for count in re.findall(r": (\d+)", run.output)) >= 1


def test_each_of_the_five_holds_one_fork_and_waits_for_the_next(ran: Ran) -> None:
    assert ran("two_smoking_barrels/wrong_philosophers.py").output == "still at the table: 5\nmeals: [0, 0, 0, 0, 0]\n"


def test_the_threads_are_daemons_so_this_program_can_end(ran: Ran) -> None:
    assert ran("two_smoking_barrels/wrong_philosophers.py").ended == "ok"


def test_all_five_eat_a_hundred_times_each(ran: Ran) -> None:
    run = ran("two_smoking_barrels/philosophers.py")
    assert (run.ended, run.output) == ("ok", "still at the table: 0\nmeals: [100, 100, 100, 100, 100]\n")


def test_when_the_holder_releases_the_lock_the_waiting_thread_goes_on(ran: Ran) -> None:
    run = ran(
        """
import threading
till = threading.Lock()
log = []

def wait_for_till():
    with till:
        log.append("waiter")

with till:
    waiter = threading.Thread(target=wait_for_till)
    waiter.start()
    log.append("holder")
waiter.join()
print(log)
""",
        timeout=5,
    )
    assert run.output == "['holder', 'waiter']\n"


def test_two_threads_deadlock_on_two_rlocks_as_they_do_on_two_locks(ran: Ran) -> None:
    for kind in ("RLock", "Lock"):
        assert ran(DEADLOCK.replace("LOCK", kind)).output == "True True\n"


@pytest.mark.about(">=3.14")
def test_since_python_3_14_the_dump_also_shows_the_names_of_the_threads(ran: Ran) -> None:
    assert "[Ann]" in ran("two_smoking_barrels/faulthandler_dump.py").output


@pytest.mark.about("<3.14")
def test_before_it_shows_only_numbers(ran: Ran) -> None:
    assert "Ann" not in ran("two_smoking_barrels/faulthandler_dump.py").output


def test_if_it_does_get_the_second_lock_a_finally_releases_that_one_whatever_happens_in_between(ran: Ran) -> None:
    source = (ROOT / "snippets/two_smoking_barrels/back_off.py").read_text(encoding="utf-8")
    failing = source.replace("return  # with both locks", "raise ValueError  # with both locks")
    assert failing != source
    program, _, _ = failing.partition("# /// run")
    run = ran(program + "print([lock.locked() for lock in locks.values()])\n")
    assert run.ended == "ok"
    assert run.output.splitlines().count("ValueError") == 2
    assert run.output.endswith("[False, False]\n")


def test_each_of_them_begins_by_waiting_for_what_the_other_would_send_next(ran: Ran) -> None:
    assert ran("two_smoking_barrels/wrong_two_queues.py").output == "still waiting: 2\n"


def test_the_seller_looked_before_the_prices_were_there(ran: Ran) -> None:
    output = ran("two_smoking_barrels/wrong_order.py").output
    assert "KeyError: 'cheesecake'\n" in output
    assert output.endswith("the prices are loaded: {'cheesecake': 4}\n")


def test_the_seller_would_have_the_dict_all_alone_and_it_would_still_be_empty(ran: Ran) -> None:
    source = (ROOT / "snippets/two_smoking_barrels/wrong_order.py").read_text(encoding="utf-8")
    locked = source.replace("prices = {}\n", "prices, lock = {}, threading.Lock()\n")
    locked = locked.replace("        print(cake", "        with lock:\n            print(cake")
    locked = locked.replace('    prices["cheesecake"]', '    with lock:\n        prices["cheesecake"]')
    assert locked.count("with lock:") == 2
    assert "KeyError: 'cheesecake'\n" in ran(locked).output


def test_with_the_event_the_seller_finds_the_price_whoever_is_started_first(ran: Ran) -> None:
    source = (ROOT / "snippets/two_smoking_barrels/right_order.py").read_text(encoding="utf-8")
    swapped = source.replace("seller.start()\nloader.start()", "loader.start()\nseller.start()")
    assert swapped != source
    for program in (source, swapped):
        assert ran(program).output == "cheesecake costs 4\nthe prices are loaded: {'cheesecake': 4}\n"


def test_one_thread_asks_twice_for_the_same_lock_and_waits_for_itself(ran: Ran) -> None:
    run = ran(
        """
import threading
account = threading.Lock()
with account, account:
    print("never printed")
""",
        timeout=1.5,
    )
    assert (run.ended, run.output) == ("timeout", "")


def test_whoever_holds_till_can_go_on_since_there_is_no_lock_left_to_wait_for() -> None:
    assert ends_of("two_smoking_barrels/wrong_two_locks.py")["deadlock"] > 0
    assert [*ends_of("two_smoking_barrels/two_locks_in_order.py")] == ["done: Ann Ben\n"]
