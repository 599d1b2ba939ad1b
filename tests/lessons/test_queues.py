"""What the lesson "Queues" says that Python does."""

import pytest

from tests.support.claims import Ran


def test_it_keeps_a_core_busy_with_nothing(ran: Ran) -> None:
    run = ran("""
import threading
import time
slips = []

def cook():
    while not slips:
        pass

thread = threading.Thread(target=cook)
thread.start()
while time.process_time() < 0.5:
    time.sleep(0.01)
slips.append("soup")
thread.join()
print("half a second of processor time, and nothing done")
""")
    assert run.output == "half a second of processor time, and nothing done\n"


def test_both_saw_a_slip(ran: Ran) -> None:
    told = "a cook gets IndexError: pop from empty list\ncooking soup\n"
    assert ran("queues/wrong_two_cooks.py").output == told


def test_get_sleeps_until_there_is_an_item_and_takes_it_in_the_same_step(ran: Ran) -> None:
    run = ran("""
import queue
import threading
import time
slips = queue.Queue()
threading.Timer(0.5, slips.put, args=("soup",)).start()
used = time.process_time()
print(slips.get(), time.process_time() - used < 0.25, slips.qsize())
""")
    assert run.output == "soup True 0\n"


def test_no_two_consumers_ever_get_the_same_item(ran: Ran) -> None:
    run = ran("""
import queue
import threading
slips, taken = queue.Queue(), []

def consumer():
    while (item := slips.get()) is not None:
        taken.append(item)

threads = [threading.Thread(target=consumer) for _ in range(4)]
for thread in threads:
    thread.start()
for item in [*range(20_000), None, None, None, None]:
    slips.put(item)
for thread in threads:
    thread.join()
print(sorted(taken) == list(range(20_000)))
""")
    assert run.output == "True\n"


def test_with_a_limit_put_waits_while_the_queue_is_full(ran: Ran) -> None:
    run = ran("""
import queue
import threading
slips = queue.Queue(maxsize=1)
slips.put("soup")
waiter = threading.Thread(target=slips.put, args=("fish",))
waiter.start()
waiter.join(timeout=0.2)
print(waiter.is_alive(), slips.get())
waiter.join()
print(slips.get())
""")
    assert run.output == "True soup\nfish\n"


def test_so_the_waiter_cannot_get_ahead_by_more_than_three_slips_and_works_at_the_cook_s_pace(ran: Ran) -> None:
    assert ran("queues/how_full.py").output.endswith("with room for three: 3 slips at most\n")


def test_empty_tells_what_was_so_a_moment_ago(ran: Ran) -> None:
    run = ran("queues/wrong_until_empty.py")
    assert run.output == "cooking soup\nthe queue is empty, going home\nnever cooked: fish\n"


def test_one_cook_would_go_home_and_the_program_would_never_end(ran: Ran) -> None:
    run = ran(
        """
import queue
import threading
slips = queue.Queue()

def cook():
    while slips.get() is not None:
        pass
    print("going home")

for _ in range(2):
    threading.Thread(target=cook).start()
slips.put(None)
""",
        timeout=1.5,
    )
    assert (run.ended, run.output) == ("timeout", "going home\n")


def test_all_dishes_are_cooked_before_the_first_cook_goes_home(
    ran: Ran,
) -> None:
    dishes = "cooked: ['cake', 'fish', 'rice', 'soup', 'tea']\n"
    assert ran("queues/sentinel.py").output == dishes + "left in the queue: 0\n"


def test_or_let_each_consumer_put_the_sentinel_back_for_the_next_one_before_it_leaves(ran: Ran) -> None:
    run = ran("""
import queue
import threading
slips, cooked = queue.Queue(), []

def cook():
    while (dish := slips.get()) is not None:
        cooked.append(dish)
    slips.put(None)

cooks = [threading.Thread(target=cook) for _ in range(3)]
for thread in cooks:
    thread.start()
for dish in [1, 2, 3, 4, None]:
    slips.put(dish)
for thread in cooks:
    thread.join()
print(sorted(cooked))
""")
    assert run.output == "[1, 2, 3, 4]\n"


def test_while_item_slips_get_also_ends_at_a_0_at_an_empty_string_at_an_empty_list(ran: Ran) -> None:
    run = ran("""
import queue
for nothing in (0, "", []):
    slips = queue.Queue()
    slips.put("soup")
    slips.put(nothing)
    slips.put("fish")
    while item := slips.get():
        pass
    print(slips.qsize())
""")
    assert run.output == "1\n1\n1\n"


def test_put_adds_one_to_that_number_task_done_subtracts_one_and_join_waits_until_it_is_zero(ran: Ran) -> None:
    run = ran("""
import queue
import threading
slips = queue.Queue()
slips.put("soup")
slips.put("fish")
slips.get()
slips.get()
print(slips.unfinished_tasks)
slips.task_done()
waiter = threading.Thread(target=slips.join)
waiter.start()
waiter.join(timeout=0.2)
print(slips.unfinished_tasks, waiter.is_alive())
slips.task_done()
waiter.join()
print(slips.unfinished_tasks)
""")
    assert run.output == "2\n1 True\n0\n"


def test_yes_because_task_done_is_called_for_the_fish_too(ran: Ran) -> None:
    run = ran("queues/task_done.py")
    assert run.output == "the fish is burnt\nthe table is served: ['soup', 'cake']\n"


def test_an_item_whose_task_done_is_left_out_is_never_done_and_join_waits_forever(ran: Ran) -> None:
    run = ran("queues/wrong_task_done.py")
    assert run.ended == "timeout"
    assert run.output.endswith("RuntimeError: the fish is burnt\n")


def test_one_task_done_too_many_raises_valueerror(ran: Ran) -> None:
    run = ran("import queue\nqueue.Queue().task_done()")
    assert run.output.endswith("ValueError: task_done() called too many times\n")


@pytest.mark.about(">=3.13")
def test_after_shutdown_put_raises_queue_shutdown_at_once(ran: Ran) -> None:
    run = ran("queues/closing_time.py")
    assert run.ended == "exit 1"
    assert run.output.endswith("queue.ShutDown\n")


@pytest.mark.about(">=3.13")
def test_get_gives_what_is_left_and_raises_shutdown_when_the_queue_is_empty(ran: Ran) -> None:
    output = ran("queues/closing_time.py").output
    assert output.startswith("a cook goes home\na cook goes home\ncooked cake\ncooked fish\ncooked soup\n")


@pytest.mark.about("<3.13")
def test_shutdown_since_python_3_13(ran: Ran) -> None:
    assert ran("import queue\nprint(hasattr(queue.Queue, 'shutdown'))").output == "False\n"


@pytest.mark.about(">=3.13")
def test_whoever_is_asleep_in_get_at_that_moment_is_woken_however_many_there_are(ran: Ran) -> None:
    run = ran("""
import queue
import threading
slips, told = queue.Queue(), []

def cook():
    try:
        slips.get()
    except queue.ShutDown:
        told.append("woken")

cooks = [threading.Thread(target=cook) for _ in range(3)]
for thread in cooks:
    thread.start()
    thread.join(timeout=0.05)
slips.shutdown()
for thread in cooks:
    thread.join()
print(told)
""")
    assert run.output == "['woken', 'woken', 'woken']\n"


@pytest.mark.about(">=3.13")
def test_shutdown_immediate_true_also_throws_away_what_is_left(ran: Ran) -> None:
    run = ran("""
import queue
slips = queue.Queue()
slips.put("soup")
slips.shutdown(immediate=True)
try:
    slips.get()
except queue.ShutDown:
    print("nothing left", slips.qsize())
""")
    assert run.output == "nothing left 0\n"


def test_with_one_worker_for_each_stage_the_order_is_kept(ran: Ran) -> None:
    assert ran("queues/pipeline.py").output.endswith("in order: True\n")


def test_with_room_for_two_in_every_queue_twelve_dishes_would_not_fit(
    ran: Ran,
) -> None:
    run = ran(
        """
import itertools
import queue
import threading
hatch = [queue.Queue(maxsize=2) for _ in range(4)]

def station(inbox, outbox):
    while (dish := inbox.get()) is not None:
        outbox.put(dish)
    outbox.put(None)

for pair in itertools.pairwise(hatch):
    threading.Thread(target=station, args=pair).start()
for dish in range(11):
    hatch[0].put(dish)
print("eleven are in")
hatch[0].put(11)
print("never printed")
""",
        timeout=1.5,
    )
    assert (run.ended, run.output) == ("timeout", "eleven are in\n")


@pytest.mark.about("with the GIL")
def test_if_they_compute_in_python_the_threads_of_a_pipeline_take_turns_at_the_gil_and_nothing_is_gained(
    ran: Ran,
) -> None:
    run = ran("""
import queue
import threading
import time

def stage(inbox, outbox):
    while (item := inbox.get()) is not None:
        outbox.put(sum(number * number for number in range(200_000)))
    outbox.put(None)

first, second, third = queue.Queue(), queue.Queue(), queue.Queue()
for item in [1, 2, 3, 4, None]:
    first.put(item)
threads = [threading.Thread(target=stage, args=pair) for pair in ((first, second), (second, third))]
cpu, wall = time.process_time(), time.perf_counter()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print((time.process_time() - cpu) / (time.perf_counter() - wall) < 1.15)
""")
    assert run.output == "True\n"


def test_a_queue_gives_the_oldest_item_a_lifoqueue_the_newest_and_a_priorityqueue_the_smallest(ran: Ran) -> None:
    fifo = "Queue\n['soup', 'cake', \"a child's rice\", 'fish']\n"
    lifo = "LifoQueue\n['fish', \"a child's rice\", 'cake', 'soup']\n"
    priority = "PriorityQueue\n[\"a child's rice\", 'fish', 'soup', 'cake']\n"
    assert ran("queues/three_orders.py").output == fifo + lifo + priority


def test_all_three_wait_have_a_maxsize_and_end_in_the_same_ways(ran: Ran) -> None:
    run = ran("""
import queue
for kind in (queue.LifoQueue, queue.PriorityQueue):
    slips = kind(maxsize=1)
    slips.put(1)
    try:
        slips.put(2, timeout=0.05)
    except queue.Full:
        print(slips.get(), isinstance(slips, queue.Queue))
""")
    assert run.output == "1 True\n1 True\n"


def test_to_keep_it_put_a_number_that_only_grows_between_the_two(ran: Ran) -> None:
    run = ran("""
import itertools
import queue
count, slips = itertools.count(), queue.PriorityQueue()
for dish in ({"dish": "soup"}, {"dish": "fish"}, {"dish": "cake"}):
    slips.put((2, next(count), dish))
print([slips.get()[2]["dish"] for _ in range(3)])
""")
    assert run.output == "['soup', 'fish', 'cake']\n"


def test_in_a_lifoqueue_it_comes_out_first_and_in_a_priorityqueue_it_is_sorted_in(ran: Ran) -> None:
    run = ran("""
import queue
for kind, end in ((queue.LifoQueue, None), (queue.PriorityQueue, (0, "end"))):
    slips = kind()
    slips.put((2, "soup"))
    slips.put(end)
    print(slips.get())
""")
    assert run.output == "None\n(0, 'end')\n"


def test_its_append_and_popleft_are_each_one_step_for_other_threads(ran: Ran) -> None:
    run = ran("""
import collections
import threading
line, taken = collections.deque(range(100_000)), [[], [], [], []]

def cook(mine):
    together.wait()
    for slip in range(25_000):
        line.append(-1)
        mine.append(line.popleft())

together = threading.Barrier(4)
cooks = [threading.Thread(target=cook, args=(mine,)) for mine in taken]
for thread in cooks:
    thread.start()
for thread in cooks:
    thread.join()
print(sorted(slip for mine in taken for slip in mine) == list(range(100_000)), line.count(-1) == len(line) == 100_000)
""")
    assert run.output == "True True\n"


def test_an_empty_deque_raises_an_indexerror(ran: Ran) -> None:
    run = ran(
        "import collections\ntry:\n    collections.deque().popleft()\nexcept IndexError as error:\n    print(error)"
    )
    assert run.output == "pop from an empty deque\n"


def test_a_queue_queue_is_written_in_python_and_takes_a_lock_for_each_step(ran: Ran) -> None:
    run = ran("""
import queue
import threading
slips = queue.Queue()
slips.mutex.acquire()
waiter = threading.Thread(target=slips.put, args=("soup",), daemon=True)
waiter.start()
waiter.join(0.1)
print(waiter.is_alive(), slips.put.__code__.co_name)
slips.mutex.release()
waiter.join()
print(slips.get())
""")
    assert run.output == "True put\nsoup\n"


def test_a_queue_simplequeue_waits_in_get_and_that_is_all(ran: Ran) -> None:
    run = ran("""
import queue
import threading
slips = queue.SimpleQueue()
threading.Timer(0.1, slips.put, args=("soup",)).start()
print(slips.get())
""")
    assert run.output == "soup\n"


def test_it_has_no_maxsize_no_task_done_and_no_shutdown(ran: Ran) -> None:
    run = ran("""
import queue
print([name for name in ("task_done", "join", "shutdown", "maxsize") if hasattr(queue.SimpleQueue(), name)])
try:
    queue.SimpleQueue(maxsize=3)
except TypeError:
    print("no maxsize")
""")
    assert run.output == "[]\nno maxsize\n"


def test_a_queue_of_threads_hands_over_the_object_itself_whatever_its_size(ran: Ran) -> None:
    run = ran("""
import queue
slips, large = queue.Queue(), list(range(100_000))
slips.put(large)
print(slips.get() is large)
""")
    assert run.output == "True\n"


def test_it_has_neither_join_nor_task_done(ran: Ran) -> None:
    run = ran("""
import multiprocessing
slips = multiprocessing.get_context("spawn").Queue()
print(hasattr(slips, "join"), hasattr(slips, "task_done"))
""")
    assert run.output == "False False\n"


def test_these_are_in_multiprocessing_joinablequeue(ran: Ran) -> None:
    run = ran("""
import multiprocessing
slips = multiprocessing.get_context("spawn").JoinableQueue()
slips.put("soup")
print(slips.get())
slips.task_done()
slips.join()
print("joined")
""")
    assert run.output == "soup\njoined\n"


def test_it_has_no_shutdown_not_even_in_python_3_15(ran: Ran) -> None:
    run = ran("""
import multiprocessing
print(hasattr(multiprocessing.get_context("spawn").Queue(), "shutdown"))
""")
    assert run.output == "False\n"


def test_a_sentinel_arrives_as_a_copy_so_compare_with_closed_or_is_none_not_with_is_closed(ran: Ran) -> None:
    run = ran("""
import multiprocessing
CLOSED = object()
slips = multiprocessing.get_context("spawn").Queue()
for item in (CLOSED, "closed", None):
    slips.put(item)
print(slips.get() is CLOSED, slips.get() == "closed", slips.get() is None)
""")
    assert run.output == "False True True\n"


def test_both_raise_queue_full_if_there_is_no_room(ran: Ran) -> None:
    output = ran("queues/full.py").output
    assert output == "no room for the cake\nno room for the cake\nsoup is taken\nslips waiting: 2\n"


def test_in_the_same_way_get_timeout_0_1_and_get_nowait_raise_queue_empty(ran: Ran) -> None:
    run = ran("""
import queue
slips = queue.Queue()
for way in (lambda: slips.get(timeout=0.1), slips.get_nowait):
    try:
        way()
    except queue.Empty:
        print("empty")
""")
    assert run.output == "empty\nempty\n"


def test_had_the_cook_survived_the_program_would_hang_all_the_same(ran: Ran) -> None:
    run = ran(
        """
import queue
import threading
slips = queue.Queue()

def cook():
    while True:
        try:
            if slips.get() == "fish":
                raise RuntimeError
            slips.task_done()
        except RuntimeError:
            print("burnt")

threading.Thread(target=cook, daemon=True).start()
slips.put("fish")
slips.put("soup")
slips.join()
""",
        timeout=1.5,
    )
    assert (run.ended, run.output) == ("timeout", "burnt\n")


def test_two_slips_with_the_same_priority_are_compared_by_their_dictionaries_and_dictionaries_have_no_order(
    ran: Ran,
) -> None:
    run = ran("queues/wrong_tie.py")
    assert run.ended == "exit 1"
    assert run.output.endswith("TypeError: '<' not supported between instances of 'dict' and 'dict'\n")


def test_whoever_puts_a_list_into_a_queue_and_then_goes_on_changing_it_shares_that_list_with_the_consumer(
    ran: Ran,
) -> None:
    run = ran("""
import queue
slips, dishes = queue.Queue(), ["soup"]
slips.put(dishes)
dishes.append("fish")
print(slips.get())
""")
    assert run.output == "['soup', 'fish']\n"
