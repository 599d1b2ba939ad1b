"""What the lesson `locks` says, one test a sentence."""

import pytest

from tests.support.claims import BUSY, Ran
from tests.support.orders import ends_of

# Four desks count to a million, again and again, until `sell()` has lost something or six seconds are over.
UNTIL_LOST = """
import threading, time
def lost():
    global sold
    sold = 0
    desks = [threading.Thread(target=sell) for _ in range(4)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    return sold < 1_000_000
end = time.monotonic() + 6
while not (found := lost()) and time.monotonic() < end:
    pass
print("lost:", found)
"""


def test_load_global_reads_the_number_binary_op_adds_one_store_global_writes_it_back(ran: Ran) -> None:
    steps = [line.split() for line in ran("locks/bytecode.py").output.splitlines()]
    ours = [step for step in steps if step[1:] in (["sold"], ["+="])]
    assert ours == [["LOAD_GLOBAL", "sold"], ["BINARY_OP", "+="], ["STORE_GLOBAL", "sold"]]


def test_the_others_load_constants_and_begin_and_end_the_function(ran: Ran) -> None:
    steps = [line.split() for line in ran("locks/bytecode.py").output.splitlines()]
    others = [step for step in steps if step[1:] not in (["sold"], ["+="])]
    loads = [step for step in others if step[0].startswith("LOAD_")]
    assert [step[0] for step in others if step not in loads] in (["RESUME", "RETURN_VALUE"], ["RESUME", "RETURN_CONST"])
    assert {tuple(step[1:]) for step in loads} <= {("1",), ("None",)}
    assert loads[0][1:] == ["1"]


def test_wait_on_a_barrier_2_returns_only_when_two_threads_have_called_it(ran: Ran) -> None:
    run = ran("""
import threading
import time
meeting = threading.Barrier(2)
def first():
    meeting.wait()
    print("through")
waiter = threading.Thread(target=first)
waiter.start()
while meeting.n_waiting == 0:
    time.sleep(0.001)
waiter.join(0.1)
print("alone it waits:", waiter.is_alive())
meeting.wait()
waiter.join()
""")
    assert run.output == "alone it waits: True\nthrough\n"


def test_both_desks_read_the_same_old_number_so_both_write_the_same_new_one(ran: Ran) -> None:
    trace = [line.split() for line in ran("locks/interleaving.py").output.splitlines()]
    desks = [line for line in trace if line[0].startswith("desk")]
    assert [value for _, step, value in desks if step == "read"] == ["0", "0"]
    assert [value for _, step, value in desks if step == "write"] == ["1", "1"]
    assert trace[-1] == ["main", "read", "1"]


def test_with_a_barrier_in_the_gap_one_of_the_two_tickets_is_lost_in_every_run_on_an_idle_computer_and_on_a_busy_one(
    ran: Ran,
) -> None:
    assert ran("locks/forced_lost_update.py").output == "tickets sold: 2, counted: 1\n"
    hundred_runs = """
import threading
def count_two_tickets():
    global sold
    sold = 0
    desks = [threading.Thread(target=sell) for _ in range(2)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    return sold
def sell():
    global sold
    seen = sold
    both_have_read.wait()
    sold = seen + 1
both_have_read = threading.Barrier(2)
print({count_two_tickets() for _ in range(100)})
"""
    assert ran(hundred_runs).output == "{1}\n"
    assert ran(BUSY + hundred_runs.replace("100", "10"), timeout=60).output == "{1}\n"


@pytest.mark.about(">=3.10 <3.16 with the GIL")
def test_a_plain_on_an_integer_loses_nothing_on_cpython_3_10_to_3_15_with_the_gil_whether_the_computer_is_busy_or_not(
    ran: Ran,
) -> None:
    assert ran("locks/race_plain.py").output == "sold: 1000000 tickets\ncounted: 1000000 tickets\n"
    five_rounds = """
import sys, threading
sys.setswitchinterval(1e-5)
def sell():
    global sold
    for _ in range(100_000):
        sold += 1
for _ in range(5):
    sold = 0
    desks = [threading.Thread(target=sell) for _ in range(4)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    print(sold)
"""
    assert ran(BUSY + five_rounds, timeout=60).output == "400000\n" * 5


def test_total_price_loses_updates_if_price_is_a_fraction_because_the_addition_is_then_a_function_written_in_python(
    ran: Ran,
) -> None:
    run = ran(
        """
from fractions import Fraction
one = Fraction(1)
def sell():
    global sold
    for _ in range(25_000):
        sold += one
"""
        + UNTIL_LOST.replace("1_000_000", "100_000"),
        timeout=30,
    )
    assert run.output == "lost: True\n"


def test_a_call_between_the_read_and_the_write_lets_the_other_threads_in(ran: Ran) -> None:
    run = ran(
        """
def one_more(count):
    return count + 1
def sell():
    global sold
    for _ in range(250_000):
        sold = one_more(sold)
"""
        + UNTIL_LOST,
        timeout=30,
    )
    assert run.output == "lost: True\n"


@pytest.mark.about("free-threaded")
def test_it_is_not_true_of_a_build_without_the_gil(ran: Ran) -> None:
    run = ran(
        """
def sell():
    global sold
    for _ in range(250_000):
        sold += 1
"""
        + UNTIL_LOST,
        timeout=30,
    )
    assert run.output == "lost: True\n"


def test_a_plain_that_is_stopped_before_its_write_loses_the_other_update(ran: Ran) -> None:
    output = ran("locks/pause_before_store.py").output
    assert output == "the fast desk is done, sold: 1\nthe slow desk is done, sold: 1\n"


def test_acquire_takes_a_free_lock_and_returns_true(ran: Ran) -> None:
    run = ran("""
import threading
till = threading.Lock()
print(till.locked(), till.acquire(), till.locked())
""")
    assert run.output == "False True True\n"


def test_if_the_lock_is_taken_acquire_waits_until_it_is_free(ran: Ran) -> None:
    run = ran("""
import threading
till = threading.Lock()
till.acquire()
def customer():
    till.acquire()
    print("got it")
waiter = threading.Thread(target=customer)
waiter.start()
waiter.join(0.1)
print("waits:", waiter.is_alive())
till.release()
waiter.join()
""")
    assert run.output == "waits: True\ngot it\n"


def test_acquire_blocking_false_returns_false_at_once_if_the_lock_is_taken(ran: Ran) -> None:
    run = ran("""
import threading
till = threading.Lock()
till.acquire()
print(till.acquire(blocking=False))
""")
    assert (run.ended, run.output) == ("ok", "False\n")


def test_with_a_timeout_acquire_gives_up_after_that_many_seconds_and_returns_false(ran: Ran) -> None:
    run = ran("""
import threading
import time
till = threading.Lock()
till.acquire()
begin = time.monotonic()
print(till.acquire(timeout=0.2), time.monotonic() - begin >= 0.19)
""")
    assert run.output == "False True\n"


def test_release_makes_the_lock_free_again(ran: Ran) -> None:
    run = ran("""
import threading
till = threading.Lock()
till.acquire()
till.release()
print(till.locked(), till.acquire(blocking=False))
""")
    assert run.output == "False True\n"


def test_with_sold_lock_acquires_the_lock_runs_the_block_and_releases_the_lock(ran: Ran) -> None:
    run = ran("""
import threading
lock = threading.Lock()
print(lock.locked())
with lock:
    print(lock.locked())
print(lock.locked())
""")
    assert run.output == "False\nTrue\nFalse\n"


def test_while_one_thread_holds_the_lock_no_other_gets_past_with_sold_lock(ran: Ran) -> None:
    alone = "and nobody else came to read\n"
    assert ran("locks/lock_forced.py").output == f"read 0 {alone}read 1 {alone}tickets sold: 2, counted: 2\n"


def test_a_lock_that_is_made_in_each_call_keeps_nobody_out(ran: Ran) -> None:
    assert ran("locks/wrong_lock_each_call.py").output == "tickets sold: 2, counted: 1\n"


def test_a_lock_around_the_write_alone_comes_too_late(ran: Ran) -> None:
    assert ran("locks/wrong_write_only.py").output == "tickets sold: 2, counted: 1\n"


def test_both_desks_find_none_and_both_load(ran: Ran) -> None:
    assert ran("locks/wrong_lazy_cache.py").output == "loading the price list\n" * 2 + "price of a stalls seat: 12\n"


def test_with_the_lock_around_check_and_load_eight_desks_load_the_list_once(ran: Ran) -> None:
    run = ran("""
import threading, time
prices = None
prices_lock = threading.Lock()
opening = threading.Barrier(8)
def load_prices():
    print("loading")
    time.sleep(0.1)
    return {"stalls": 12}
def price_of(seat):
    global prices
    with prices_lock:
        if prices is None:
            prices = load_prices()
    return prices[seat]
def desk():
    opening.wait()
    price_of("stalls")
desks = [threading.Thread(target=desk) for _ in range(8)]
for one in desks:
    one.start()
for one in desks:
    one.join()
""")
    assert run.output == "loading\n"


def test_it_stops_only_the_threads_that_ask_for_it(ran: Ran) -> None:
    run = ran("""
import threading
lock = threading.Lock()
seats = ["A1"]
def careless():
    seats.append("A2")
def careful():
    with lock:
        seats.append("A3")
with lock:
    polite = threading.Thread(target=careful)
    polite.start()
    rude = threading.Thread(target=careless)
    rude.start()
    rude.join()
    polite.join(0.1)
    print(seats)
polite.join()
print(seats)
""")
    assert run.output == "['A1', 'A2']\n['A1', 'A2', 'A3']\n"


def test_a_reader_that_takes_no_lock_sees_the_update_half_done(ran: Ran) -> None:
    first, second = ran("locks/wrong_unlocked_reader.py").output.splitlines()
    assert first == "1 sold + 100 left = 101 seats"
    assert second == "1 sold + 99 left = 100 seats"


def test_report_returns_both_numbers_from_one_critical_section(ran: Ran) -> None:
    output = ran("locks/box_office.py").output
    assert output == "sold, left: (5000, 0)\ntotals that were reported: {5000}\n"


def test_a_thread_that_takes_the_same_lock_twice_waits_for_itself_forever(ran: Ran) -> None:
    run = ran("locks/wrong_lock_twice.py", timeout=2)
    assert (run.ended, run.output) == ("timeout", "a family comes\nsold: 4\na family comes\n")


def test_it_lets_the_thread_that_has_it_take_it_again(ran: Ran) -> None:
    run = ran("""
import threading
lock = threading.RLock()
with lock:
    with lock:
        print("inside")
""")
    assert run.output == "inside\n"


def test_it_counts_how_often_and_is_free_again_only_after_as_many_releases(ran: Ran) -> None:
    run = ran("""
import threading
lock = threading.RLock()
def try_it():
    print(lock.acquire(blocking=False))
def let_another_try():
    other = threading.Thread(target=try_it)
    other.start()
    other.join()
lock.acquire()
lock.acquire()
let_another_try()
lock.release()
let_another_try()
lock.release()
let_another_try()
""")
    assert run.output == "False\nFalse\nTrue\n"


def test_any_thread_may_release_a_lock(ran: Ran) -> None:
    run = ran("""
import threading
lock = threading.Lock()
taker = threading.Thread(target=lock.acquire)
taker.start()
taker.join()
lock.release()
print(lock.locked())
""")
    assert (run.ended, run.output) == ("ok", "False\n")


def test_only_the_thread_that_took_an_rlock_may_release_it(ran: Ran) -> None:
    run = ran("locks/wrong_foreign_release.py")
    assert run.ended == "exit 1"
    assert run.output.endswith("RuntimeError: cannot release un-acquired lock\n")


def test_with_the_lock_held_during_the_download_the_four_downloads_happen_one_at_a_time(ran: Ran) -> None:
    run = ran("""
import threading
lock = threading.Lock()
together = threading.Barrier(4)
def download():
    try:
        together.wait(timeout=0.05)
        return "four at a time"
    except threading.BrokenBarrierError:
        return "alone"
def lock_the_download():
    with lock:
        ways.add(download())
ways = set()
threads = [threading.Thread(target=lock_the_download) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(ways)
""")
    assert run.output == "{'alone'}\n"


def test_appending_to_one_list_from_four_threads_loses_nothing(ran: Ran) -> None:
    assert "appended: 200000 of 200000\n" in ran("locks/safe_without_lock.py").output


def test_assigning_items_of_one_dict_from_four_threads_loses_nothing(ran: Ran) -> None:
    assert "assigned: 200000 of 200000\n" in ran("locks/safe_without_lock.py").output


def test_an_exception_between_acquire_and_release_leaves_the_lock_taken_and_every_later_customer_waits_forever(
    ran: Ran,
) -> None:
    lines = ran("locks/wrong_no_finally.py").output.splitlines()
    assert lines[1:] == ["the till is locked: True", "next customer gets the till: False"]


def test_with_releases_the_lock_however_the_block_is_left(ran: Ran) -> None:
    run = ran("""
import threading
lock = threading.Lock()
def by_return():
    with lock:
        return
def by_break():
    while True:
        with lock:
            break
def by_exception():
    try:
        with lock:
            raise ValueError
    except ValueError:
        pass
def by_exit():
    try:
        with lock:
            raise SystemExit
    except SystemExit:
        pass
for leave in (by_return, by_break, by_exception, by_exit):
    leave()
    print(lock.locked())
""")
    assert run.output == "False\n" * 4


def test_releasing_a_free_lock_raises_runtimeerror(ran: Ran) -> None:
    run = ran("import threading\nthreading.Lock().release()")
    assert run.ended == "exit 1"
    assert run.output.endswith("RuntimeError: release unlocked lock\n")


def test_a_dict_that_gets_a_new_key_during_a_loop_over_it_raises_runtimeerror_at_the_next_step(ran: Ran) -> None:
    run = ran("locks/wrong_iterate_dict.py")
    assert run.ended == "exit 1"
    assert run.output.startswith("A1 Ada\nTraceback")
    assert run.output.endswith("RuntimeError: dictionary changed size during iteration\n")


def test_a_loop_over_a_list_that_others_change_raises_nothing_and_skips_items_or_sees_some_twice(ran: Ran) -> None:
    run = ran("""
import threading
def loop_while(change):
    seats = ["A1", "A2", "A3"]
    seen = []
    for seat in seats:
        seen.append(seat)
        if len(seen) == 1:
            other = threading.Thread(target=change, args=(seats,))
            other.start()
            other.join()
    print(*seen)
loop_while(lambda seats: seats.remove("A1"))
loop_while(lambda seats: seats.insert(0, "A0"))
""")
    assert (run.ended, run.output) == ("ok", "A1 A3\nA1 A1 A2 A3\n")


def test_a_thread_can_be_interrupted_while_it_holds_a_lock(ran: Ran) -> None:
    run = ran("""
import threading
lock = threading.Lock()
inside, other_ran = threading.Event(), threading.Event()
def hold():
    with lock:
        inside.set()
        while not other_ran.is_set():
            pass
        print("held the lock all the time")
holder = threading.Thread(target=hold)
holder.start()
inside.wait()
print("main runs, locked:", lock.locked())
other_ran.set()
holder.join()
""")
    assert run.output == "main runs, locked: True\nheld the lock all the time\n"


def test_between_two_awaits_no_other_task_comes_in_so_sold_1_needs_no_lock_in_a_task(ran: Ran) -> None:
    run = ran("""
import asyncio
sold = 0
async def sell():
    global sold
    for _ in range(1_000):
        for _ in range(100):
            sold += 1
        await asyncio.sleep(0)
async def open_desks():
    await asyncio.gather(*(sell() for _ in range(4)))
asyncio.run(open_desks())
print(sold)
""")
    assert run.output == "400000\n"


def test_of_the_20_orders_only_two_keep_both_tickets() -> None:
    assert ends_of("locks/two_desks.py") == {"sold: 1\n": 18, "sold: 2\n": 2}


def test_there_are_fewer_orders_now_and_in_all_of_them_two_tickets_are_counted() -> None:
    [(end, orders)] = ends_of("locks/two_desks_locked.py").items()
    assert end == "sold: 2\n"
    assert orders < 20
