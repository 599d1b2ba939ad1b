"""What the lesson "II. Stocks" says that Python does."""

import pytest

from tests.support.claims import Ran
from tests.support.orders import ends_of
from tests.support.site import ROOT

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


def test_pop_does_not_wait(ran: Ran) -> None:
    run = ran("stocks/wrong_empty_shelf.py")
    assert run.ended == "exit 1"
    assert run.output.startswith("the driver is here\nTraceback")
    assert "IndexError: pop from empty list\n" in run.output


def test_the_fourth_put_waits_until_the_driver_has_taken_the_first_loaf(ran: Ran) -> None:
    assert ran("stocks/queue_of_loaves.py").output.endswith("loaves on the shelf, at most: 3\n")


def test_no_loaf_is_lost_none_comes_twice_and_the_first_one_in_is_the_first_one_out(ran: Ran) -> None:
    assert ran("stocks/queue_of_loaves.py").output.startswith("loaded: [1, 2, 3, 4, 5, 6, 7, 8]\n")


def test_a_put_on_a_queue_without_maxsize_never_waits(ran: Ran) -> None:
    run = ran("""
import queue
shelf = queue.Queue()
for loaf in range(100_000):
    shelf.put(loaf, block=False)
print(shelf.qsize())
""")
    assert run.output == "100000\n"


def test_two_drivers_would_need_two_of_them_since_each_none_is_taken_only_once(ran: Ran) -> None:
    program = """
import queue
import threading
shelf = queue.Queue()

def driver():
    while shelf.get() is not None:
        pass

drivers = [threading.Thread(target=driver, daemon=True) for _ in range(2)]
for thread in drivers:
    thread.start()
for _ in range(NONES):
    shelf.put(None)
for thread in drivers:
    thread.join(timeout=0.5)
print(sum(thread.is_alive() for thread in drivers))
"""
    assert ran(program.replace("NONES", "1")).output == "1\n"
    assert ran(program.replace("NONES", "2")).output == "0\n"


def test_a_semaphore_is_a_counter_that_never_goes_below_zero_here_the_number_of_free_places(ran: Ran) -> None:
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


def test_the_fourth_loaf_waits_until_one_of_the_first_three_is_done(ran: Ran) -> None:
    assert ran("stocks/semaphore_limit.py").output == "loaves in the oven, at most: 3\n"


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
    run = ran("stocks/over_release.py")
    assert run.output.startswith("Semaphore(3) has 4 free places\nTraceback")


def test_a_boundedsemaphore_raises_valueerror_instead(ran: Ran) -> None:
    run = ran("stocks/over_release.py")
    assert run.ended == "exit 1"
    assert run.output.endswith("ValueError: Semaphore released too many times\n")


def test_without_a_number_both_start_at_one(ran: Ran) -> None:
    run = ran("""
import threading
for places in (threading.Semaphore(), threading.BoundedSemaphore()):
    print([places.acquire(blocking=False) for _ in range(2)])
""")
    assert run.output == "[True, False]\n" * 2


def test_an_event_is_a_flag_and_it_starts_down(ran: Ran) -> None:
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


def test_set_lets_all_waiting_threads_go_on(ran: Ran) -> None:
    run = ran("stocks/opening_time.py")
    assert run.output.startswith("before opening: []\nafter opening: ['Ann', 'Ben', 'Cid']\n")


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
    assert "may a late customer come in? True\n" in ran("stocks/opening_time.py").output


def test_wait_timeout_0_1_returns_false_if_the_time_ran_out_first(ran: Ran) -> None:
    assert ran("stocks/opening_time.py").output.endswith("and after closing? False\n")


def test_barrier_3_holds_threads_back_until_three_of_them_wait(ran: Ran) -> None:
    assert ran("stocks/stocktaking.py").output == "each clerk's total: [60, 60, 60]\n"


def test_and_wait_returns_a_different_number_to_each_thread_from_0_on(ran: Ran) -> None:
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
    assert ran("stocks/barrier_breaks.py").output.startswith("gave up: ['bottom', 'top']\n")


def test_a_broken_barrier_stays_broken_until_reset(ran: Ran) -> None:
    last = ran("stocks/barrier_breaks.py")
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


def test_that_is_why_the_last_wait_failed_at_once(ran: Ran) -> None:
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


def test_this_breaks_the_barrier_at_once(ran: Ran) -> None:
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


def test_wait_releases_the_lock_sleeps_until_it_is_woken_and_takes_the_lock_again_before_it_returns(ran: Ran) -> None:
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
    run = ran("stocks/notify_keeps_the_lock.py")
    assert run.output.endswith("the baker still holds the lock\nthe driver is at the shelf\n")


def test_both_drivers_were_woken_for_a_good_reason_and_one_of_them_got_the_loaf(ran: Ran) -> None:
    assert ran("stocks/wrong_if_before_wait.py").output.count("took rye\n") == 1


def test_when_the_second_one_was_inside_the_shelf_was_empty_again(ran: Ran) -> None:
    output = ran("stocks/wrong_if_before_wait.py").output
    assert output.count("Exception in thread driver") == 1
    assert "IndexError: pop from empty list\n" in output


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


def test_notify_without_the_lock_raises_runtimeerror(ran: Ran) -> None:
    run = ran("stocks/notify_without_lock.py")
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


def test_a_condition_does_not_remember_a_notify(ran: Ran) -> None:
    run = ran("""
import threading
changed = threading.Condition()
with changed:
    changed.notify_all()
with changed:
    print(changed.wait(timeout=0.1))
""")
    assert run.output == "False\n"


def test_semaphore_2_lets_two_threads_into_the_same_read_modify_write_and_a_sale_disappears_in_a_lost_update(
    ran: Ran,
) -> None:
    assert ran("stocks/wrong_semaphore_as_lock.py").output == "ten loaves, two sold, left: 9\n"


def test_notify_does_not_release_the_lock(ran: Ran) -> None:
    run = ran("stocks/notify_keeps_the_lock.py")
    assert run.output.startswith("the baker has called the driver\nthe baker still holds the lock\n")


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


def test_a_thread_that_waits_inside_the_lock_keeps_out_the_one_it_is_waiting_for(ran: Ran) -> None:
    run = ran("stocks/wrong_wait_inside.py")
    assert (run.ended, run.output) == ("timeout", "the driver is here\nthe loaf is ready\n")


def test_when_the_baker_calls_notify_nobody_is_asleep_yet(ran: Ran) -> None:
    assert ran("stocks/wrong_look_first.py").output == "woken: False\non the shelf: ['rye']\n"


def test_so_looking_and_falling_asleep_must_be_one_step_with_no_gap_in_which_the_shelf_can_change(ran: Ran) -> None:
    run = ran(
        """
import threading
loaves = []
changed = threading.Condition()
looked = threading.Event()
baker_tried = threading.Event()

def put():
    looked.wait()
    print("baker gets in between look and sleep:", changed.acquire(blocking=False))
    baker_tried.set()
    with changed:
        loaves.append("rye")
        changed.notify()

baker = threading.Thread(target=put)
baker.start()
with changed:
    if not loaves:
        looked.set()
        baker_tried.wait()
        print("woken:", changed.wait(timeout=5))
baker.join()
""",
        timeout=10,
    )
    assert run.output == "baker gets in between look and sleep: False\nwoken: True\n"


def test_bakers_and_drivers_sleep_in_the_same_waiting_room_and_notify_may_wake_the_wrong_kind(ran: Ran) -> None:
    run = ran("stocks/wrong_notify_one.py")
    assert (run.ended, run.output) == ("timeout", "put rye\ntook rye\n")


def test_it_may_do_that_because_the_lock_of_a_condition_is_an_rlock(ran: Ran) -> None:
    run = ran("""
import threading
changed = threading.Condition()
with changed:
    print(changed.acquire(timeout=5))
with changed:
    with changed:
        print("waited:", changed.wait(timeout=0.01))
""")
    assert run.output == "True\nwaited: False\n"


def test_everybody_is_woken_everybody_looks_again_and_whoever_finds_nothing_to_do_goes_back_to_sleep(ran: Ran) -> None:
    run = ran("stocks/bounded_shelf.py")
    assert (run.ended, run.output) == ("ok", "put rye\ntook rye\nput wheat\ntook wheat\n")


@pytest.mark.parametrize("name", ["bounded_shelf.py", "exercise_bounded_stock/bounded_stock_solution.py"])
def test_change_first_then_notify_inside_the_same_with(name: str) -> None:
    source = (ROOT / "snippets/stocks" / name).read_text(encoding="utf-8")
    put, take = source.split("def put")[1].split("def take")
    assert put.index(".append(") < put.index("            self.changed.notify_all()")
    assert take.index(".pop(0)") < take.index("            self.changed.notify_all()")


def test_a_queue_queue_has_three_conditions_that_share_one_lock(ran: Ran) -> None:
    run = ran("""
import queue
import threading
shelf = queue.Queue()
print(sorted(name for name, value in vars(shelf).items() if isinstance(value, threading.Condition)))
with shelf.mutex:
    print([condition.acquire(blocking=False) for condition in (shelf.not_empty, shelf.not_full, shelf.all_tasks_done)])
""")
    assert run.output == "['all_tasks_done', 'not_empty', 'not_full']\n[False, False, False]\n"


def test_a_queue_s_join_waits_until_task_done_has_been_called_once_for_each_item(ran: Ran) -> None:
    run = ran("stocks/queue_join.py")
    assert (run.ended, run.output.splitlines()[-1]) == ("ok", "all orders are done")


def test_otherwise_one_order_that_fails_is_never_done_and_join_waits_forever(ran: Ran) -> None:
    source = (ROOT / "snippets/stocks/queue_join.py").read_text(encoding="utf-8")
    without = source.replace("        finally:\n            orders", "        else:\n            orders")
    assert without != source
    run = ran(without, timeout=1.5)
    assert (run.ended, run.output) == ("timeout", "baked 12 rolls\nhow many is 'a few'\nbaked 6 rolls\n")


@pytest.mark.about(">=3.13")
def test_every_get_on_the_empty_queue_then_raises_queue_shutdown(ran: Ran) -> None:
    run = ran("""
import queue
shelf = queue.Queue()
shelf.put("rye")
shelf.shutdown()
print(shelf.get())
for _ in range(2):
    try:
        shelf.get()
    except queue.ShutDown:
        print("shut down")
""")
    assert run.output == "rye\nshut down\nshut down\n"


def test_no_order_does_it_any_more() -> None:
    assert any("IndexError" in end for end in ends_of("stocks/wrong_one_look.py"))
    assert [*ends_of("stocks/look_again.py")] == ["taken: rye\n"]
