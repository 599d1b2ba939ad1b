"""What the lesson "II. Stocks and III. Two Smoking Barrels" says that Python does."""

import re

from tests.support.claims import Ran

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

seller = threading.Thread(target=hand_over, args=(stock, till), daemon=True)
refunder = threading.Thread(target=hand_over, args=(till, stock), daemon=True)
seller.start()
refunder.start()
seller.join(timeout=0.3)
refunder.join(timeout=0.3)
print(seller.is_alive(), refunder.is_alive())
"""

# Two customers who are both in the waiting room of `delivery` when the line `SIGNAL` runs.
TWO_ASLEEP = """
import queue
import threading
delivery = threading.Condition()
here = threading.Semaphore(0)
up = queue.Queue()

def customer():
    with delivery:
        here.release()
        delivery.wait()
        up.put("up")

customers = [threading.Thread(target=customer, daemon=True) for _ in range(2)]
for thread in customers:
    thread.start()
    here.acquire()
with delivery:
    SIGNAL
up.get()
"""


def test_a_semaphore_is_a_counter_that_never_goes_below_zero(ran: Ran) -> None:
    run = ran("""
import threading
places = threading.Semaphore(2)
print([places.acquire(blocking=False) for _ in range(4)])
""")
    assert run.output == "[True, True, False, False]\n"


def test_at_zero_acquire_waits(ran: Ran) -> None:
    run = ran(
        """
import threading
threading.Semaphore(0).acquire()
print("never printed")
""",
        timeout=1.5,
    )
    assert (run.ended, run.output) == ("timeout", "")


def test_release_adds_one(ran: Ran) -> None:
    run = ran("""
import threading
places = threading.Semaphore(0)
places.release()
print([places.acquire(blocking=False) for _ in range(2)])
""")
    assert run.output == "[True, False]\n"


def test_the_with_statement_calls_both_as_it_does_for_a_lock(ran: Ran) -> None:
    run = ran("""
import threading
places = threading.Semaphore(1)
with places:
    print(places.acquire(blocking=False))
print(places.acquire(blocking=False))
""")
    assert run.output == "False\nTrue\n"


def test_so_the_fourth_download_waits_until_one_of_the_first_three_is_done(ran: Ran) -> None:
    assert ran("stocks_and_barrels/semaphore_limit.py").output == "connections open at once, at most: 3\n"


def test_any_thread_may_release_a_semaphore_even_one_that_never_acquired_it(ran: Ran) -> None:
    run = ran("""
import threading
places = threading.BoundedSemaphore(1)
places.acquire()
stranger = threading.Thread(target=places.release)
stranger.start()
places.acquire()
stranger.join()
print("acquired twice")
""")
    assert (run.ended, run.output) == ("ok", "acquired twice\n")


def test_semaphore_accepts_one_release_too_many_in_silence(ran: Ran) -> None:
    run = ran("stocks_and_barrels/over_release.py")
    assert run.output.startswith("Semaphore(3) has 4 free seats\nTraceback")


def test_a_boundedsemaphore_raises_valueerror_instead(ran: Ran) -> None:
    run = ran("stocks_and_barrels/over_release.py")
    assert run.ended == "exit 1"
    assert run.output.endswith("ValueError: Semaphore released too many times\n")


def test_semaphore_without_a_number_starts_at_one(ran: Ran) -> None:
    run = ran("""
import threading
places = threading.Semaphore()
print([places.acquire(blocking=False) for _ in range(2)])
""")
    assert run.output == "[True, False]\n"


def test_an_event_is_a_flag_and_it_starts_unset(ran: Ran) -> None:
    run = ran("""
import threading
print(threading.Event().is_set())
""")
    assert run.output == "False\n"


def test_wait_sleeps_until_another_thread_sets_the_flag(ran: Ran) -> None:
    run = ran("""
import threading
flag, log = threading.Event(), []

def raise_flag():
    log.append("set")
    flag.set()

threading.Thread(target=raise_flag).start()
flag.wait()
print(log)
""")
    assert run.output == "['set']\n"


def test_set_lets_all_waiting_threads_go_at_once(ran: Ran) -> None:
    run = ran("stocks_and_barrels/opening_time.py")
    assert run.output.startswith("before opening: []\nafter opening: ['Ann', 'Bob', 'Cid']\n")


def test_a_set_event_stays_set(ran: Ran) -> None:
    run = ran(
        """
import threading
flag = threading.Event()
flag.set()
print(flag.wait(), flag.wait(), flag.is_set())
""",
        timeout=5,
    )
    assert run.output == "True True True\n"


def test_clear_takes_the_flag_down_again(ran: Ran) -> None:
    run = ran("""
import threading
flag = threading.Event()
flag.set()
flag.clear()
print(flag.is_set())
""")
    assert run.output == "False\n"


def test_wait_returns_true_if_the_flag_is_set(ran: Ran) -> None:
    assert "may a late customer enter? True\n" in ran("stocks_and_barrels/opening_time.py").output


def test_wait_timeout_0_1_returns_false_if_the_time_ran_out_first(ran: Ran) -> None:
    assert ran("stocks_and_barrels/opening_time.py").output.endswith("and after closing? False\n")


def test_barrier_3_holds_the_threads_back_until_three_of_them_wait(ran: Ran) -> None:
    assert ran("stocks_and_barrels/stocktaking.py").output == "each clerk's total: [60, 60, 60]\n"


def test_a_barrier_can_be_used_again_and_again(ran: Ran) -> None:
    run = ran("""
import threading
meet = threading.Barrier(2)
rounds = threading.Thread(target=lambda: [meet.wait() for _ in range(3)])
rounds.start()
for _ in range(3):
    meet.wait()
rounds.join()
print("three rounds", meet.broken)
""")
    assert run.output == "three rounds False\n"


def test_its_wait_returns_a_different_number_to_each_thread(ran: Ran) -> None:
    run = ran("""
import threading
meet, numbers = threading.Barrier(3), []
clerks = [threading.Thread(target=lambda: numbers.append(meet.wait())) for _ in range(3)]
for clerk in clerks:
    clerk.start()
for clerk in clerks:
    clerk.join()
print(sorted(numbers))
""")
    assert run.output == "[0, 1, 2]\n"


def test_one_time_out_breaks_the_barrier_for_all_who_wait_at_it(ran: Ran) -> None:
    run = ran(
        """
import threading
meet, broken = threading.Barrier(3), []

def clerk(patience):
    try:
        meet.wait(patience)
    except threading.BrokenBarrierError:
        broken.append(patience)

patient = threading.Thread(target=clerk, args=(None,))
hasty = threading.Thread(target=clerk, args=(0.1,))
patient.start()
hasty.start()
patient.join()
hasty.join()
print(len(broken), meet.broken)
""",
        timeout=5,
    )
    assert (run.ended, run.output) == ("ok", "2 True\n")


def test_each_of_them_gets_a_brokenbarriererror(ran: Ran) -> None:
    assert ran("stocks_and_barrels/barrier_breaks.py").output.startswith("gave up: ['back', 'front']\n")


def test_a_broken_barrier_stays_broken_until_reset(ran: Ran) -> None:
    last = ran("stocks_and_barrels/barrier_breaks.py")
    assert last.ended == "exit 1"
    assert last.output.endswith("BrokenBarrierError\n")
    run = ran("""
import threading
meet = threading.Barrier(1)
meet.abort()
print(meet.broken)
meet.reset()
print(meet.broken, meet.wait())
""")
    assert run.output == "True\nFalse 0\n"


def test_that_is_why_the_last_wait_failed_without_waiting(ran: Ran) -> None:
    run = ran(
        """
import threading
meet = threading.Barrier(2)
meet.abort()
try:
    meet.wait()
except threading.BrokenBarrierError:
    print("failed")
""",
        timeout=5,
    )
    assert (run.ended, run.output) == ("ok", "failed\n")


def test_abort_breaks_the_barrier_at_once(ran: Ran) -> None:
    run = ran(
        """
import threading
meet = threading.Barrier(2)

def clerk():
    try:
        meet.wait()
    except threading.BrokenBarrierError:
        print("broken")

waiting = threading.Thread(target=clerk)
waiting.start()
meet.abort()
waiting.join()
""",
        timeout=5,
    )
    assert (run.ended, run.output) == ("ok", "broken\n")


def test_wait_releases_the_lock_sleeps_and_takes_the_lock_again_before_it_returns(ran: Ran) -> None:
    run = ran(
        """
import threading
lock = threading.Lock()
delivery = threading.Condition(lock)
here = threading.Event()

def customer():
    with delivery:
        here.set()
        delivery.wait()
        print("awake, locked:", lock.locked())

thread = threading.Thread(target=customer)
thread.start()
here.wait()
with delivery:
    print("asleep: the lock was free")
    delivery.notify()
thread.join()
print("done, locked:", lock.locked())
""",
        timeout=5,
    )
    assert run.output == "asleep: the lock was free\nawake, locked: True\ndone, locked: False\n"


def test_notify_wakes_one_thread(ran: Ran) -> None:
    only_one = """
try:
    up.get(timeout=0.2)
except queue.Empty:
    print("only one")
"""
    assert ran(TWO_ASLEEP.replace("SIGNAL", "delivery.notify()") + only_one).output == "only one\n"


def test_notify_all_wakes_every_thread_in_the_waiting_room(ran: Ran) -> None:
    both = """
up.get()
print("both up")
"""
    run = ran(TWO_ASLEEP.replace("SIGNAL", "delivery.notify_all()") + both, timeout=5)
    assert (run.ended, run.output) == ("ok", "both up\n")


def test_a_woken_thread_goes_back_to_the_door(ran: Ran) -> None:
    run = ran("stocks_and_barrels/notify_keeps_the_lock.py")
    assert run.output.endswith("ringer still holds the lock\nsleeper is up\n")


def test_both_customers_were_woken_by_the_truth_and_one_of_them_got_the_teapot(ran: Ran) -> None:
    assert ran("stocks_and_barrels/wrong_if_before_wait.py").output.endswith("sold: ['teapot']\n")


def test_by_the_time_the_second_one_was_inside_there_was_none(ran: Ran) -> None:
    output = ran("stocks_and_barrels/wrong_if_before_wait.py").output
    assert output.count("Exception in thread customer") == 1
    assert "IndexError: pop from empty list\n" in output


def test_each_of_them_gets_one_item(ran: Ran) -> None:
    assert ran("stocks_and_barrels/while_before_wait.py").output == "sold: ['teapot', 'kettle']\n"


def test_wait_for_returns_at_once_if_its_test_is_already_true(ran: Ran) -> None:
    run = ran(
        """
import threading
delivery = threading.Condition()
with delivery:
    print(delivery.wait_for(lambda: "teapot"))
""",
        timeout=5,
    )
    assert (run.ended, run.output) == ("ok", "teapot\n")


def test_with_a_time_out_wait_for_returns_the_last_answer_of_its_test(ran: Ran) -> None:
    run = ran("""
import threading
delivery = threading.Condition()
with delivery:
    print(delivery.wait_for(lambda: [], timeout=0.05))
""")
    assert run.output == "[]\n"


def test_there_are_never_more_than_three_boxes_on_the_shelf(ran: Ran) -> None:
    assert ran("stocks_and_barrels/bounded_shelf.py").output.endswith("most boxes on the shelf: 3\n")


def test_the_boxes_come_out_in_the_order_in_which_they_went_in(ran: Ran) -> None:
    assert ran("stocks_and_barrels/bounded_shelf.py").output.startswith("taken: [1, 2, 3, 4, 5, 6, 7, 8]\n")


def test_a_put_on_a_full_queue_waits(ran: Ran) -> None:
    run = ran(
        """
import queue
shelf = queue.Queue(maxsize=3)
for box in range(4):
    print(box)
    shelf.put(box)
print("never printed")
""",
        timeout=1.5,
    )
    assert (run.ended, run.output) == ("timeout", "0\n1\n2\n3\n")


def test_a_get_on_an_empty_queue_waits(ran: Ran) -> None:
    run = ran(
        """
import queue
queue.Queue(maxsize=3).get()
print("never printed")
""",
        timeout=1.5,
    )
    assert (run.ended, run.output) == ("timeout", "")


def test_the_program_never_ends(ran: Ran) -> None:
    assert ran("stocks_and_barrels/deadlock.py").ended == "timeout"


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


def test_both_threads_stand_at_the_same_line(ran: Ran) -> None:
    output = ran("stocks_and_barrels/deadlock.py").output
    places = re.findall(r"(line \d+, in \w+\n.*)\n", output)
    assert len(places) == 2
    assert len(set(places)) == 1
    assert "with locks[wanted]:" in places[0]


def test_the_seller_holds_stock_and_wants_till(ran: Ran) -> None:
    seller, _ = ran("stocks_and_barrels/deadlock.py").output.split("refunder stands in\n")
    assert seller.startswith("seller stands in\n")
    assert seller.endswith("    held = 'stock'\n    wanted = 'till'\n")


def test_the_refunder_holds_till_and_wants_stock(ran: Ran) -> None:
    _, refunder = ran("stocks_and_barrels/deadlock.py").output.split("refunder stands in\n")
    assert refunder.endswith("    held = 'till'\n    wanted = 'stock'\n")


def test_even_it_is_stuck_and_the_dump_comes_all_the_same(ran: Ran) -> None:
    output = ran("stocks_and_barrels/faulthandler_dump.py").output
    assert output.startswith("Timeout (0:00:00.500000)!\n")
    assert re.search(r"faulthandler_dump\.py\", line \d+ in sell\n", output)
    assert re.search(r"faulthandler_dump\.py\", line \d+ in <module>\n", output)


def test_each_stack_has_its_newest_call_first(ran: Ran) -> None:
    output = ran("stocks_and_barrels/faulthandler_dump.py").output
    assert output.count("(most recent call first)") == 2
    assert output.index(" in sell\n") < output.index(" in run\n")


def test_exit_true_ends_the_program_with_status_1(ran: Ran) -> None:
    assert ran("stocks_and_barrels/faulthandler_dump.py").ended == "exit 1"


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
    run = ran("stocks_and_barrels/lock_order.py")
    assert (run.ended, run.output) == ("ok", "done: 20000\n")


def test_with_a_b_takes_a_first_and_releases_it_last(ran: Ran) -> None:
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
    run = ran("stocks_and_barrels/back_off.py")
    assert run.output.startswith("both finished; gave up: ")
    assert sum(int(count) for count in re.findall(r": (\d+)", run.output)) >= 1


def test_each_of_the_five_holds_one_fork_and_waits_for_the_next(ran: Ran) -> None:
    assert ran("stocks_and_barrels/wrong_philosophers.py").output == "still at the table: 5\nhave eaten: 0\n"


def test_the_threads_are_daemons_so_this_program_can_end(ran: Ran) -> None:
    assert ran("stocks_and_barrels/wrong_philosophers.py").ended == "ok"


def test_all_five_eat_a_hundred_times_each(ran: Ran) -> None:
    run = ran("stocks_and_barrels/philosophers.py")
    assert (run.ended, run.output) == ("ok", "meals: [100, 100, 100, 100, 100]\n")


def test_notify_without_the_lock_raises_runtimeerror(ran: Ran) -> None:
    run = ran("stocks_and_barrels/notify_without_lock.py")
    assert run.ended == "exit 1"
    assert run.output.endswith("RuntimeError: cannot notify on un-acquired lock\n")


def test_wait_without_the_lock_raises_it_too(ran: Ran) -> None:
    run = ran(
        """
import threading
threading.Condition().wait()
""",
        timeout=5,
    )
    assert run.ended == "exit 1"
    assert run.output.endswith("RuntimeError: cannot wait on un-acquired lock\n")


def test_one_thread_can_deadlock_all_by_itself(ran: Ran) -> None:
    run = ran("stocks_and_barrels/wrong_same_lock_twice.py")
    assert (run.ended, run.output) == ("timeout", "restocking\n")


def test_with_an_rlock_the_same_class_works(ran: Ran) -> None:
    run = ran(
        """
import threading

class Stock:
    def __init__(self):
        self.lock = threading.RLock()
        self.boxes = 0

    def add(self, boxes):
        with self.lock:
            self.boxes += boxes

    def restock(self):
        with self.lock:
            self.add(10)

stock = Stock()
stock.restock()
print(stock.boxes)
""",
        timeout=5,
    )
    assert (run.ended, run.output) == ("ok", "10\n")


def test_an_rlock_may_be_taken_again_by_the_thread_that_holds_it(ran: Ran) -> None:
    run = ran("""
import threading
lock = threading.RLock()
with lock:
    print(lock.acquire(blocking=False))
""")
    assert run.output == "True\n"


def test_a_condition_does_not_remember_a_notify(ran: Ran) -> None:
    assert ran("stocks_and_barrels/missed_signal.py").output.startswith("the condition was heard: False\n")


def test_an_event_remembers(ran: Ran) -> None:
    assert ran("stocks_and_barrels/missed_signal.py").output.endswith("the event was heard: True\n")


def test_semaphore_2_lets_two_threads_into_the_same_read_modify_write(ran: Ran) -> None:
    assert ran("stocks_and_barrels/wrong_semaphore_as_lock.py").output == "ten boxes, two sold, left: 9\n"


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


def test_any_thread_may_release_a_lock(ran: Ran) -> None:
    run = ran("""
import threading
till = threading.Lock()
till.acquire()
stranger = threading.Thread(target=till.release)
stranger.start()
stranger.join()
print(till.locked())
""")
    assert (run.ended, run.output) == ("ok", "False\n")


def test_releasing_another_thread_s_rlock_raises_runtimeerror(ran: Ran) -> None:
    run = ran("""
import threading
till = threading.RLock()

def stranger():
    try:
        till.release()
    except RuntimeError as error:
        print(error)

with till:
    thread = threading.Thread(target=stranger)
    thread.start()
    thread.join()
""")
    assert run.output == "cannot release un-acquired lock\n"


def test_notify_does_not_release_the_lock(ran: Ran) -> None:
    run = ran("stocks_and_barrels/notify_keeps_the_lock.py")
    assert run.output == "bell was rung\nringer still holds the lock\nsleeper is up\n"


def test_releasing_a_free_lock_raises_runtimeerror(ran: Ran) -> None:
    run = ran("""
import threading
threading.Lock().release()
""")
    assert run.ended == "exit 1"
    assert run.output.endswith("RuntimeError: release unlocked lock\n")


def test_the_boundedsemaphore_raises_valueerror(ran: Ran) -> None:
    run = ran("""
import threading
threading.BoundedSemaphore(1).release()
""")
    assert run.ended == "exit 1"
    assert run.output.endswith("ValueError: Semaphore released too many times\n")


def test_the_plain_semaphore_says_nothing_counts_to_two_and_lets_two_threads_in_from_then_on(ran: Ran) -> None:
    run = ran("""
import threading
places = threading.Semaphore(1)
places.release()
print([places.acquire(blocking=False) for _ in range(3)])
""")
    assert run.output == "[True, True, False]\n"
