"""What the lesson "Executors" says that Python does."""

import pytest

from tests.support.claims import Ran

# An executor with one worker, which is busy until `may_end` is set.
BUSY = """
import threading
from concurrent.futures import ThreadPoolExecutor
has_begun, may_end = threading.Event(), threading.Event()

def busy():
    has_begun.set()
    may_end.wait()
    return "done"

executor = ThreadPoolExecutor(max_workers=1)
running = executor.submit(busy)
has_begun.wait()
waiting = executor.submit(busy)
"""


def test_submit_returns_a_future_at_once_whether_the_call_has_begun_or_not(ran: Ran) -> None:
    run = ran(BUSY + "print(running.running(), waiting.running(), waiting.done())\nmay_end.set()")
    assert (run.ended, run.output) == ("ok", "True False False\n")
    assert ran("executors/submit.py").output.startswith("both asked; is the harbour done? False\n")


def test_done_tells_whether_the_call_has_ended(ran: Ran) -> None:
    assert ran("executors/submit.py").output.endswith("is the harbour done now? True\n")


def test_result_waits_until_it_has_and_returns_its_result(ran: Ran) -> None:
    run = ran(BUSY + "threading.Timer(0.1, may_end.set).start()\nprint(running.done(), running.result())")
    assert run.output == "False done\n"


def test_an_executor_is_a_line_of_calls_and_a_few_workers_that_take_them_the_oldest_first(ran: Ran) -> None:
    run = ran("""
from concurrent.futures import ThreadPoolExecutor
made = []
with ThreadPoolExecutor(max_workers=1) as executor:
    for call in range(100):
        executor.submit(made.append, call)
print(made == list(range(100)))
""")
    assert run.output == "True\n"


def test_the_workers_of_a_threadpoolexecutor_are_threads(ran: Ran) -> None:
    run = ran("""
import os
import threading
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(max_workers=1) as executor:
    worker, pid = executor.submit(lambda: (threading.current_thread(), os.getpid())).result()
print(worker is not threading.main_thread(), pid == os.getpid())
""")
    assert run.output == "True True\n"


def test_map_keeps_the_order_of_the_calls_and_the_harbour_was_called_first(ran: Ran) -> None:
    output = ran("executors/two_orders.py").output
    assert output.startswith("map\nharbour took 0.6 s\nairport took 0.2 s\nsummit took 0.4 s\n")


def test_as_completed_yields_futures_in_the_order_in_which_they_are_done(ran: Ran) -> None:
    output = ran("executors/two_orders.py").output
    assert output.endswith("as_completed\nairport took 0.2 s\nsummit took 0.4 s\nharbour took 0.6 s\n")


def test_map_raises_the_exception_when_the_turn_of_the_failed_call_comes_and_gives_no_results_after_it(
    ran: Ran,
) -> None:
    run = ran("executors/wrong_map_stops.py")
    assert run.output == "reading: 7.5\nno reading from 'summit'\nanswered: ['airport', 'harbour', 'valley']\n"


def test_what_is_more_it_then_cancels_the_calls_that_have_not_begun(ran: Ran) -> None:
    run = ran("""
import threading
from concurrent.futures import ThreadPoolExecutor
made, failed = [], threading.Event()

def call(number):
    made.append(number)
    if number == 0:
        raise ValueError
    failed.wait()

with ThreadPoolExecutor(max_workers=1) as executor:
    try:
        list(executor.map(call, range(4)))
    except ValueError:
        failed.set()
print(set(made) <= {0, 1}, len(made) < 4)
""")
    assert run.output == "True True\n"


def test_an_exception_in_an_executor_is_printed_nowhere_until_somebody_asks_for_it(ran: Ran) -> None:
    run = ran("executors/wrong_silent.py")
    assert (run.ended, run.output) == ("ok", "all calls are done: {'harbour': 7.5}\n")


def test_a_thread_that_you_start_yourself_at_least_prints_its_traceback(ran: Ran) -> None:
    run = ran("""
import threading
threading.Thread(target=float, args=("minus four",)).start()
""")
    assert run.ended == "ok"
    assert "Traceback" in run.output
    assert run.output.endswith("ValueError: could not convert string to float: 'minus four'\n")


def test_a_future_that_nobody_asks_keeps_its_exception_forever(ran: Ran) -> None:
    run = ran("""
import gc
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as executor:
    future = executor.submit(float, "minus four")
gc.collect()
print(type(future.exception()).__name__)
""")
    assert run.output == "ValueError\n"


def test_call_result_which_raises_the_exception_again_or_exception_which_returns_it(
    ran: Ran,
) -> None:
    run = ran("""
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as executor:
    future = executor.submit(float, "minus four")
print(future.exception())
try:
    future.result()
except ValueError as error:
    print(error is future.exception())
""")
    assert run.output == "could not convert string to float: 'minus four'\nTrue\n"


def test_handing_in_a_call_does_not_raise_the_exception_of_the_call(ran: Ran) -> None:
    run = ran("""
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as executor:
    executor.submit(float, "minus four")
    print("handed in")
""")
    assert (run.ended, run.output) == ("ok", "handed in\n")
    failed = "has could not convert string to float: "
    collected = f"harbour has 7.5\nsummit {failed}'minus four'\nairport has 6.0\nvalley {failed}''\n"
    assert ran("executors/collect.py").output == collected


def test_result_timeout_0_3_raises_timeouterror_when_the_time_is_up(ran: Ran) -> None:
    assert ran("executors/time_out.py").output.startswith("glacier: no answer in time\n")


def test_the_call_itself_goes_on_and_so_does_its_worker(ran: Ran) -> None:
    output = ran("executors/time_out.py").output
    assert output.endswith("glacier, still running: True\nafter the block: glacier has answered\n")


def test_cancel_returns_true_if_the_call_had_not_begun(ran: Ran) -> None:
    run = ran("""
import threading
from concurrent.futures import ThreadPoolExecutor
may_end = threading.Event()
made = []
with ThreadPoolExecutor(max_workers=1) as executor:
    executor.submit(may_end.wait)
    print(executor.submit(made.append, 1).cancel())
    may_end.set()
print(made)
""")
    assert run.output == "True\n[]\n"


def test_it_returns_false_if_the_call_is_running_or_done_and_does_nothing(ran: Ran) -> None:
    run = ran(BUSY + "print(running.cancel())\nmay_end.set()\nprint(running.result(), running.cancel())")
    assert run.output == "False\ndone False\n"


def test_python_code_in_threads_gains_nothing_unless_the_python_is_a_free_threaded_build(ran: Ran) -> None:
    run = ran(
        """
import sys
import time
from concurrent.futures import ThreadPoolExecutor

def compute(_):
    return sum(number * number for number in range(400_000))

cpu, wall = time.process_time(), time.perf_counter()
with ThreadPoolExecutor(max_workers=2) as executor:
    list(executor.map(compute, range(4)))
cores = (time.process_time() - cpu) / (time.perf_counter() - wall)
print(cores < 1.15 or not getattr(sys, "_is_gil_enabled", lambda: True)())
"""
    )
    assert run.output == "True\n"


def test_if_you_give_no_number_threadpoolexecutor_takes_four_more_than_there_are_cores_and_at_most_32(ran: Ran) -> None:
    run = ran("""
import os
from concurrent.futures import ThreadPoolExecutor
cores = getattr(os, "process_cpu_count", os.cpu_count)()
print(ThreadPoolExecutor()._max_workers == min(32, cores + 4))
os.cpu_count = os.process_cpu_count = lambda: 100
print(ThreadPoolExecutor()._max_workers)
""")
    assert run.output == "True\n32\n"


def test_processpoolexecutor_takes_as_many_as_there_are_cores(ran: Ran) -> None:
    run = ran("""
import os
from concurrent.futures import ProcessPoolExecutor
cores = getattr(os, "process_cpu_count", os.cpu_count)()
print(ProcessPoolExecutor()._max_workers == cores)
""")
    assert run.output == "True\n"


def test_it_starts_a_thread_only_when_a_call_comes_in_and_no_worker_is_idle(ran: Ran) -> None:
    run = ran("""
import threading
import time
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(max_workers=8) as executor:
    print(threading.active_count() - 1)
    for _ in range(3):
        executor.submit(int).result()
        while not executor._idle_semaphore._value:
            time.sleep(0.01)
    print(threading.active_count() - 1)
    may_end = threading.Event()
    for _ in range(3):
        executor.submit(may_end.wait)
    print(threading.active_count() - 1)
    may_end.set()
""")
    assert run.output == "0\n1\n3\n"


def test_both_workers_wait_in_first_result(ran: Ran) -> None:
    run = ran("executors/wrong_waits_for_itself.py")
    assert (run.ended, run.output) == ("timeout", "both regions have begun\n")


def test_with_three_workers_this_program_would_work_and_with_three_regions_it_would_hang_again(ran: Ran) -> None:
    program = """
import threading
from concurrent.futures import ThreadPoolExecutor
executor = ThreadPoolExecutor(max_workers=3)
all_have_begun = threading.Barrier(REGIONS)

def mean(region):
    all_have_begun.wait()
    return executor.submit(float, region).result()

print(list(executor.map(mean, range(REGIONS))))
"""
    assert ran(program.replace("REGIONS", "2")).output == "[0.0, 1.0]\n"
    assert ran(program.replace("REGIONS", "3"), timeout=1.5).ended == "timeout"


def test_it_does_so_even_when_an_exception_is_on_its_way_out(
    ran: Ran,
) -> None:
    run = ran("executors/wrong_interrupted.py")
    stations = ("harbour", "airport", "summit", "valley")
    answers = "".join(f"{station} has answered\n" for station in stations)
    assert run.ended == "signal SIGINT"
    assert run.output.startswith(f"Ctrl-C\n{answers}Traceback")
    assert run.output.endswith("KeyboardInterrupt\n")


def test_shutdown_cancel_futures_true_cancels_every_call_that_has_not_begun(ran: Ran) -> None:
    assert ran("executors/shutdown.py").output.startswith("cancelled: 9 of 10\n")


def test_the_harbour_s_call_was_running_so_the_end_of_the_block_waited_for_that_one(ran: Ran) -> None:
    run = ran("executors/interrupted.py")
    assert run.ended == "signal SIGINT"
    assert run.output.startswith("Ctrl-C\nharbour has answered\nTraceback")


def test_shutdown_wait_false_returns_at_once_but_the_calls_that_are_running_go_on(ran: Ran) -> None:
    run = ran(BUSY + "executor.shutdown(wait=False)\nprint(running.running())\nmay_end.set()\nprint(running.result())")
    assert run.output == "True\ndone\n"


def test_an_executor_that_was_shut_down_accepts_no_call_any_more(ran: Ran) -> None:
    run = ran("executors/shutdown.py")
    assert run.ended == "exit 1"
    assert run.output.endswith("RuntimeError: cannot schedule new futures after shutdown\n")


def test_a_cancelled_future_raises_cancellederror_when_it_is_asked_for_its_result(ran: Ran) -> None:
    run = ran(BUSY + "waiting.cancel()\nmay_end.set()\nwaiting.result()")
    assert run.output.endswith("CancelledError\n")


def test_even_without_any_shutdown_a_program_does_not_end_before_the_calls_in_the_line_are_done(ran: Ran) -> None:
    run = ran("""
import time
from concurrent.futures import ThreadPoolExecutor

def ask(station):
    time.sleep(0.1)
    print(station)

executor = ThreadPoolExecutor(max_workers=1)
for station in ("harbour", "airport", "summit"):
    executor.submit(ask, station)
""")
    assert (run.ended, run.output) == ("ok", "harbour\nairport\nsummit\n")


def test_with_first_completed_it_returns_as_soon_as_one_of_them_is_done(ran: Ran) -> None:
    late = "late: ['harbour: 12 knots', 'summit: 12 knots']\n"
    assert ran("executors/first_answer.py").output == f"first: airport: 12 knots\nnot done: 2\n{late}"


def test_with_first_exception_as_soon_as_one_has_failed(ran: Ran) -> None:
    run = ran("""
import threading
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
may_end = threading.Event()
with ThreadPoolExecutor(max_workers=2) as executor:
    running, failing = executor.submit(may_end.wait), executor.submit(float, "minus four")
    done, not_done = wait([running, failing], return_when=FIRST_EXCEPTION)
    print(done == {failing}, not_done == {running})
    may_end.set()
""")
    assert run.output == "True True\n"


def test_wait_returns_two_sets_the_futures_that_are_done_and_those_that_are_not(ran: Ran) -> None:
    run = ran(
        BUSY
        + """
from concurrent.futures import wait
done, not_done = wait([running], timeout=0.01)
print(type(done) is type(not_done) is set, done, not_done == {running})
may_end.set()
"""
    )
    assert run.output == "True set() True\n"


def test_if_you_say_neither_it_waits_for_all(ran: Ran) -> None:
    run = ran(
        BUSY + "from concurrent.futures import wait\nmay_end.set()\nprint(wait([running, waiting]).not_done)",
    )
    assert run.output == "set()\n"


def test_unlike_result_it_raises_nothing_when_its_timeout_is_over(ran: Ran) -> None:
    run = ran(
        BUSY
        + "from concurrent.futures import wait\nprint(wait([running], timeout=0.05)[1] == {running})\nmay_end.set()"
    )
    assert (run.ended, run.output) == ("ok", "True\n")


def test_if_one_of_them_fails_the_whole_chunk_has_no_results_not_even_those_that_were_finished(ran: Ran) -> None:
    of_one = "chunks of 1: 7.5, 6.0, 5.5, 5.0, then could not convert string to float: 'minus four'\n"
    of_three = "chunks of 3: 7.5, 6.0, 5.5, then could not convert string to float: 'minus four'\n"
    assert ran("executors/chunk_fails.py").output == of_one + of_three


def test_with_threads_chunksize_has_no_effect(ran: Ran) -> None:
    run = ran("""
from concurrent.futures import ThreadPoolExecutor
good = []
with ThreadPoolExecutor(max_workers=1) as executor:
    try:
        good.extend(executor.map(float, ["1", "2", "x"], chunksize=3))
    except ValueError:
        print(good)
""")
    assert run.output == "[1.0, 2.0]\n"


def test_map_takes_all_items_of_its_input_before_it_gives_the_first_result(ran: Ran) -> None:
    taken = "".join(f"taken: {number}\n" for number in range(1, 6))
    assert ran("executors/takes_all.py").output == taken + "station 1 has answered\n"


@pytest.mark.about(">=3.14")
def test_with_buffersize_2_map_takes_two_items_and_then_another_one_for_each_result_that_you_fetch(ran: Ran) -> None:
    run = ran("""
import itertools
from concurrent.futures import ThreadPoolExecutor
numbers = itertools.count()
with ThreadPoolExecutor(max_workers=1) as executor:
    results = executor.map(float, numbers, buffersize=2)
    next(results), next(results), next(results)
    print(next(numbers))
""")
    assert run.output == "5\n"


@pytest.mark.about(">=3.12")
def test_itertools_batched_came_with_3_12(ran: Ran) -> None:
    assert ran("import itertools\nprint(list(itertools.batched('abc', 2)))").output == "[('a', 'b'), ('c',)]\n"


@pytest.mark.about(">=3.14")
def test_the_futures_of_these_calls_raise_brokenprocesspool_and_the_executor_is_shut_down(ran: Ran) -> None:
    assert ran("executors/terminate.py").output == "no answer in time\nthe future has BrokenProcessPool\n"
    run = ran("""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
if __name__ == "__main__":
    executor = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    executor.submit(int).result()
    executor.terminate_workers()
    executor.submit(int)
""")
    assert run.ended == "exit 1"
    assert "after shutdown" in run.output


@pytest.mark.about(">=3.14")
def test_kill_workers_does_the_same_with_sigkill(ran: Ran) -> None:
    run = ran("""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
if __name__ == "__main__":
    executor = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    executor.submit(int).result()
    [worker] = executor._processes.values()
    executor.kill_workers()
    worker.join()
    print(worker.exitcode)
""")
    assert run.output == "-9\n"


@pytest.mark.about(">=3.14")
def test_a_threadpoolexecutor_has_neither_of_them(ran: Ran) -> None:
    run = ran("""
from concurrent.futures import ThreadPoolExecutor
print([name for name in ("terminate_workers", "kill_workers") if hasattr(ThreadPoolExecutor, name)])
""")
    assert run.output == "[]\n"
