"""Each claim of the lesson "Creating Threads", run on every Python that is installed."""

import pytest

from tests.support.claims import Ran

# Ten downloads with an executor


def test_map_gives_the_results_in_the_order_of_the_arguments_whichever_call_was_done_first(ran: Ran) -> None:
    run = ran("""
import threading
from concurrent.futures import ThreadPoolExecutor
second_is_done = threading.Event()

def download(mill):
    if mill == 0:
        second_is_done.wait()
    print("done:", mill)
    second_is_done.set()
    return mill

with ThreadPoolExecutor(max_workers=2) as executor:
    print(list(executor.map(download, range(2))))
""")
    assert run.output == "done: 1\ndone: 0\n[0, 1]\n"


def test_at_the_end_of_the_with_block_the_executor_waits_until_all_its_calls_are_done(ran: Ran) -> None:
    run = ran("""
import threading
from concurrent.futures import ThreadPoolExecutor
done = []

def download(mill):
    block_is_left.wait()
    done.append(mill)

class Left:
    def __exit__(self, *_):
        block_is_left.set()
    def __enter__(self):
        return self

block_is_left = threading.Event()
with ThreadPoolExecutor(max_workers=2) as executor, Left():
    executor.map(download, range(10))
    print(done)
print(sorted(done) == list(range(10)))
""")
    assert run.output == "[]\nTrue\n"


def test_inside_an_executor_makes_its_threads_in_the_first_of_the_two_ways_that_follow(ran: Ran) -> None:
    run = ran("""
import threading
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as executor:
    print(type(executor.submit(threading.current_thread).result()) is threading.Thread)
""")
    assert run.output == "True\n"


def test_ten_waits_overlap_just_as_well_as_two_or_three(ran: Ran) -> None:
    run = ran("""
import threading
from concurrent.futures import ThreadPoolExecutor
all_wait = threading.Barrier(10)
with ThreadPoolExecutor(max_workers=10) as executor:
    print(sorted(executor.map(lambda mill: all_wait.wait(), range(10))))
""")
    assert run.output == "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]\n"


# Two standard ways


def test_start_makes_the_new_thread_call_run(ran: Ran) -> None:
    run = ran("""
import threading

class Packer(threading.Thread):
    def run(self):
        print(threading.current_thread() is self)

packer = Packer()
packer.start()
packer.join()
""")
    assert run.output == "True\n"


def test_the_run_that_thread_brings_along_calls_the_target(ran: Ran) -> None:
    run = ran("""
import threading
packer = threading.Thread(target=print, args=("packing", 17), kwargs={"sep": ": "})
packer.run()
""")
    assert run.output == "packing: 17\n"


def test_a_subclass_replaces_that_run(ran: Ran) -> None:
    run = ran("""
import threading

class Packer(threading.Thread):
    def run(self):
        print("packed by run")

packer = Packer(target=print, args=("packed by the target",))
packer.start()
packer.join()
""")
    assert run.output == "packed by run\n"


def test_threading_timer_is_a_subclass_of_thread(ran: Ran) -> None:
    run = ran("import threading; print(issubclass(threading.Timer, threading.Thread))")
    assert run.output == "True\n"


# The life of a thread


def test_is_alive_is_true_only_in_between(ran: Ran) -> None:
    states = [line.split() for line in ran("creating_threads/life.py").output.splitlines()]
    assert [(state[0], state[2]) for state in states] == [("new", "False"), ("started", "True"), ("finished", "False")]


def test_ident_is_none_until_the_thread_is_started(ran: Ran) -> None:
    run = ran("""
import threading
packer = threading.Thread(target=print)
print(packer.ident)
packer.start()
print(packer.ident is None)
packer.join()
""")
    assert run.output.split() == ["None", "False"]


def test_a_finished_thread_keeps_its_attributes(ran: Ran) -> None:
    assert ran("creating_threads/subclass.py").output == "[2, 3, 2]\n"


# Every parameter


def test_when_creating_a_new_threading_thread_you_may_pass_six_parameters(ran: Ran) -> None:
    names = [line.partition("=")[0] for line in ran("creating_threads/signature.py").output.splitlines()]
    assert names[:6] == ["group", "target", "name", "args", "kwargs", "daemon"]


def test_python_3_14_adds_a_seventh(ran: Ran) -> None:
    names = [line.partition("=")[0] for line in ran("creating_threads/signature.py").output.splitlines()]
    assert names[5:] == (["daemon", "context"] if ran.on(">=3.14") else ["daemon"])


def test_group_must_be_none(ran: Ran) -> None:
    run = ran("import threading; threading.Thread(group='night shift', target=print)")
    assert run.ended == "exit 1"
    assert "group" in run.output.splitlines()[-1]


def test_threading_thread_pack_is_an_assertionerror(ran: Ran) -> None:
    run = ran("""
import threading

def pack():
    print("packing")

threading.Thread(pack)
""")
    assert run.ended == "exit 1"
    assert run.output.splitlines()[-1].startswith("AssertionError: group")


def test_under_python_o_which_leaves_assertions_out_nothing_complains_and_the_thread_does_nothing(ran: Ran) -> None:
    run = ran("""
import subprocess, sys
program = "import threading; idle = threading.Thread(print); idle.start(); idle.join()"
for flags in ([], ["-O"]):
    done = subprocess.run([sys.executable, *flags, "-c", program], capture_output=True, text=True)
    print(done.returncode, repr(done.stdout), done.stderr.count("AssertionError"))
""")
    assert run.output == "1 '' 1\n0 '' 0\n"


def test_without_a_target_run_does_nothing(ran: Ran) -> None:
    run = ran("""
import threading
idle = threading.Thread()
idle.start()
idle.join()
""")
    assert (run.ended, run.output) == ("ok", "")


def test_the_default_name_is_made_of_thread_a_number_and_the_name_of_the_target(ran: Ran) -> None:
    run = ran("""
import threading

def pack():
    pass

print(threading.Thread(target=pack).name)
print(threading.Thread(target=pack).name)
""")
    assert run.output == "Thread-1 (pack)\nThread-2 (pack)\n"


def test_two_threads_may_have_the_same_name(ran: Ran) -> None:
    run = ran("""
import threading
day, night = (threading.Thread(target=print, args=("packed",), name="packer") for _ in range(2))
day.start()
day.join()
night.start()
night.join()
print(day.name, night.name)
""")
    assert (run.ended, run.output) == ("ok", "packed\npacked\npacker packer\n")


def test_args_may_be_a_tuple_or_a_list(ran: Ran) -> None:
    run = ran("""
import threading
for args in (("order", 17), ["order", 17]):
    packer = threading.Thread(target=print, args=args)
    packer.start()
    packer.join()
""")
    assert run.output == "order 17\norder 17\n"


def test_daemon_none_copies_the_flag_of_the_thread_that_creates_it(ran: Ran) -> None:
    run = ran("""
import threading

def create():
    print(threading.Thread(target=print).daemon)

for flag in (True, False):
    creator = threading.Thread(target=create, daemon=flag)
    creator.start()
    creator.join()
""")
    assert run.output == "True\nFalse\n"


def test_the_main_thread_is_not_a_daemon(ran: Ran) -> None:
    assert ran("import threading; print(threading.main_thread().daemon)").output == "False\n"


def test_the_flag_cannot_be_changed_once_the_thread_is_started(ran: Ran) -> None:
    run = ran("""
import threading
go_home = threading.Event()
packer = threading.Thread(target=go_home.wait)
packer.start()
try:
    packer.daemon = True
except RuntimeError as error:
    print(error)
finally:
    go_home.set()
""")
    assert (run.ended, run.output) == ("ok", "cannot set daemon status of active thread\n")


def test_the_parameter_context_came_with_python_3_14(ran: Ran) -> None:
    run = ran("""
import contextvars, threading
try:
    packer = threading.Thread(target=print, args=("packing",), context=contextvars.Context())
    packer.start()
    packer.join()
except TypeError as error:
    print("TypeError:", error)
""")
    if ran.on(">=3.14"):
        assert run.output == "packing\n"
    else:
        assert run.output.startswith("TypeError:")
        assert "'context'" in run.output


# Getting a result back


def test_join_returns_none(ran: Ran) -> None:
    run = ran("""
import threading
counter = threading.Thread(target=lambda: 42)
counter.start()
print(counter.join())
""")
    assert run.output == "None\n"


def test_what_a_target_returns_is_dropped(ran: Ran) -> None:
    run = ran("""
import gc, threading, weakref

class Receipt:
    pass

def pack():
    receipt = Receipt()
    receipts.append(weakref.ref(receipt))
    return receipt

receipts = []
packer = threading.Thread(target=pack)
packer.start()
packer.join()
gc.collect()
print(receipts[0]())
""")
    assert run.output == "None\n"


def test_submit_returns_at_once(ran: Ran) -> None:
    run = ran("""
import threading
from concurrent.futures import ThreadPoolExecutor
submitted = threading.Event()
with ThreadPoolExecutor() as pool:
    task = pool.submit(submitted.wait)
    print(task.done())
    submitted.set()
""")
    assert (run.ended, run.output) == ("ok", "False\n")


def test_leaving_the_with_block_waits_until_every_task_is_done(ran: Ran) -> None:
    run = ran("""
import time
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(max_workers=1) as pool:
    tasks = [pool.submit(time.sleep, 0.05) for _ in range(3)]
print([task.done() for task in tasks])
""")
    assert run.output == "[True, True, True]\n"


def test_then_result_returns_the_value_or_raises_the_exception_again_in_the_thread_that_asks(ran: Ran) -> None:
    assert ran("creating_threads/pool_result.py").output == "spelt: 2\nwe have no 'oats'\n"


# When a thread fails


def test_an_exception_in_a_thread_does_not_reach_the_thread_that_started_it(ran: Ran) -> None:
    output = ran("creating_threads/thread_exception.py").output
    assert "caught" not in output
    assert output.startswith("Exception in thread payment:\n")
    assert output.endswith("ValueError: a payment cannot be negative\nthe main thread carries on\n")


def test_its_traceback_is_written_to_sys_stderr(ran: Ran) -> None:
    run = ran("""
import io, sys, threading
sys.stderr = io.StringIO()
payment = threading.Thread(target=int, args=("five",), name="payment")
payment.start()
payment.join()
lines = sys.stderr.getvalue().splitlines()
print(lines[0])
print(lines[-1])
""")
    assert run.output.startswith("Exception in thread payment:\nValueError: ")


def test_the_exit_status_of_the_program_is_still_0(ran: Ran) -> None:
    assert ran("creating_threads/thread_exception.py").ended == "ok"


def test_the_hook_is_one_function_for_all_threads_of_the_program(ran: Ran) -> None:
    assert ran("creating_threads/excepthook.py").output == "['pay -5: ValueError(-5)', 'pay -7: ValueError(-7)']\n"


def test_it_gets_the_exception_its_type_its_traceback_and_the_thread(ran: Ran) -> None:
    run = ran("""
import threading

def note(failure):
    print(repr(failure.exc_value), failure.exc_type.__name__, type(failure.exc_traceback).__name__)
    print(failure.thread is payment)

def pay():
    raise ValueError(-5)

threading.excepthook = note
payment = threading.Thread(target=pay)
payment.start()
payment.join()
""")
    assert run.output == "ValueError(-5) ValueError traceback\nTrue\n"


def test_map_raises_that_exception_in_the_main_thread_and_the_results_after_it_are_lost(ran: Ran) -> None:
    run = ran("""
from concurrent.futures import ThreadPoolExecutor
prices = []
with ThreadPoolExecutor() as executor:
    try:
        for price in executor.map(int, ["40", "closed", "42"]):
            prices.append(price)
    except ValueError as error:
        print("in the main thread:", error)
print(prices)
""")
    assert run.output == "in the main thread: invalid literal for int() with base 10: 'closed'\n[40]\n"


def test_each_future_keeps_its_own_result_so_one_failure_loses_none_of_the_others(ran: Ran) -> None:
    run = ran("""
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as executor:
    prices = [executor.submit(int, answer) for answer in ("40", "closed", "42")]
print([type(price.exception()).__name__ if price.exception() else price.result() for price in prices])
""")
    assert run.output == "[40, 'ValueError', 42]\n"


def test_sys_exit_in_a_thread_ends_that_thread_only_and_prints_nothing(ran: Ran) -> None:
    run = ran("""
import sys, threading
quitter = threading.Thread(target=sys.exit, args=(7,))
quitter.start()
quitter.join()
print("the program goes on", quitter.is_alive())
""")
    assert (run.ended, run.output) == ("ok", "the program goes on False\n")


# A daemon thread is cut off, a thread that nobody joins


def test_without_join_the_program_still_waits_for_every_thread_that_is_not_a_daemon(ran: Ran) -> None:
    run = ran("creating_threads/forgot_join.py")
    assert run.output == "totals: []\nthe main thread is done\nthe sum is ready: [42]\n"


def test_a_daemon_thread_does_not_keep_the_program_alive(ran: Ran) -> None:
    run = ran("import threading; threading.Thread(target=threading.Event().wait, daemon=True).start(); print('done')")
    assert (run.ended, run.output) == ("ok", "done\n")


def test_the_finally_of_a_daemon_thread_that_is_cut_off_does_not_run(ran: Ran) -> None:
    run = ran("creating_threads/daemon_cut_off.py")
    assert (run.ended, run.output) == ("ok", "report opened\nthe main thread is done\n")


def test_it_ends_when_the_last_thread_that_is_not_a_daemon_ends(ran: Ran) -> None:
    run = ran("""
import threading

def close_up():
    threading.main_thread().join()
    print("last one out")

threading.Thread(target=threading.Event().wait, daemon=True).start()
threading.Thread(target=close_up).start()
print("main is done")
""")
    assert (run.ended, run.output) == ("ok", "main is done\nlast one out\n")


# Asking a thread to stop


def test_a_thread_has_no_method_that_kills_it(ran: Ran) -> None:
    run = ran("""
import threading
wishes = ["abort", "cancel", "interrupt", "kill", "stop", "terminate"]
print([wish for wish in wishes if hasattr(threading.Thread, wish)])
""")
    assert run.output == "[]\n"


def test_event_wait_returns_true_as_soon_as_the_event_is_set(ran: Ran) -> None:
    run = ran("""
import threading
stop = threading.Event()
waiting = threading.Barrier(2)

def read():
    waiting.wait()
    print(stop.wait(timeout=60))

reader = threading.Thread(target=read)
reader.start()
waiting.wait()
stop.set()
reader.join()
""")
    assert (run.ended, run.output) == ("ok", "True\n")


def test_it_returns_false_when_the_time_is_up(ran: Ran) -> None:
    assert ran("import threading; print(threading.Event().wait(timeout=0.01))").output == "False\n"


def test_the_reader_stops_between_two_readings_and_tidies_up(ran: Ran) -> None:
    run = ran("creating_threads/stop_event.py")
    assert run.output == "[1, 2, 3]\nthe reader puts its meter away\nalive: False\n"


# Common mistakes


def test_17_is_the_number_17(ran: Ran) -> None:
    assert ran("print((17) == 17, (17,) == 17)").output == "True False\n"


@pytest.mark.about("<3.15")
def test_up_to_python_3_14_the_message_says_argument_after_must_be_an_iterable(ran: Ran) -> None:
    output = ran("creating_threads/broken_args.py").output
    assert output.splitlines()[-1].startswith("TypeError: ")
    assert "argument after * must be an iterable, not int\n" in output


@pytest.mark.about(">=3.15")
def test_python_3_15_says_value_after_must_be_an_iterable_instead(ran: Ran) -> None:
    output = ran("creating_threads/broken_args.py").output
    assert "TypeError: Value after * must be an iterable, not int\n" in output


def test_it_fails_when_it_runs_in_the_new_thread(ran: Ran) -> None:
    run = ran("creating_threads/broken_args.py")
    assert run.ended == "ok"
    assert run.output.startswith("the thread is made\nException in thread Thread-1 (pack):\n")


def test_a_string_in_args_is_unpacked_into_its_characters(ran: Ran) -> None:
    output = ran("creating_threads/broken_args_string.py").output
    assert output.endswith("TypeError: pack() takes 1 positional argument but 8 were given\n")


def test_it_prints_h_i(ran: Ran) -> None:
    run = ran("import threading; threading.Thread(target=print, args=('hi')).start()")
    assert (run.ended, run.output) == ("ok", "h i\n")


def test_run_is_an_ordinary_call_in_the_thread_that_makes_it(ran: Ran) -> None:
    output = ran("creating_threads/run_vs_start.py").output
    assert output == "packing in MainThread\npacking in Thread-2 (pack)\n"


def test_target_pack_calls_pack_at_once_in_the_thread_that_creates_the_thread(ran: Ran) -> None:
    output = ran("creating_threads/wrong_target_call.py").output
    assert output == "packing in MainThread\nthe thread is made\n"


def test_a_thread_can_be_started_only_once(ran: Ran) -> None:
    run = ran("creating_threads/started_twice.py")
    assert run.ended == "exit 1"
    assert run.output.endswith("RuntimeError: threads can only be started once\n")


def test_a_thread_that_was_never_started_cannot_be_joined(ran: Ran) -> None:
    run = ran("import threading; threading.Thread(target=print).join()")
    assert run.ended == "exit 1"
    assert run.output.endswith("RuntimeError: cannot join thread before it is started\n")


def test_a_thread_cannot_join_itself(ran: Ran) -> None:
    run = ran("import threading; threading.current_thread().join()")
    assert run.ended == "exit 1"
    assert run.output.splitlines()[-1].startswith("RuntimeError: ")


def test_a_lambda_reads_the_loop_variable_when_it_runs(ran: Ran) -> None:
    assert ran("creating_threads/wrong_late_binding.py").output.splitlines()[0] == "lambda: [3, 3, 3, 3]"


def test_args_holds_the_value_of_the_moment_when_the_thread_was_made(ran: Ran) -> None:
    assert ran("creating_threads/wrong_late_binding.py").output.splitlines()[1] == "args:   [0, 1, 2, 3]"


def test_without_super_init_the_thread_cannot_be_started(ran: Ran) -> None:
    run = ran("creating_threads/broken_init.py")
    assert run.ended == "exit 1"
    assert run.output.endswith("RuntimeError: thread.__init__() not called\n")


@pytest.mark.about("<3.13")
def test_up_to_python_3_12_thread_has_a_method_stop_of_its_own(ran: Ran) -> None:
    run = ran("import threading; print(callable(getattr(threading.Thread, '_stop', None)))")
    assert run.output == "True\n"


@pytest.mark.about("<3.13")
def test_an_attribute_of_that_name_hides_it_and_join_stumbles(ran: Ran) -> None:
    last = ran("creating_threads/broken_stop_attribute.py").output.splitlines()[-1]
    assert last == "TypeError: 'Event' object is not callable"


@pytest.mark.about(">=3.13")
def test_python_3_13_has_no_such_method_any_more(ran: Ran) -> None:
    output = ran("creating_threads/broken_stop_attribute.py").output
    assert output == "joined, as if nothing were wrong\n"


def test_setting_self_name_renames_the_thread(ran: Ran) -> None:
    run = ran("""
import threading

class Customer(threading.Thread):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def run(self):
        print(threading.current_thread().name)

threading.current_thread().name = "till"
ada = Customer("Ada")
ada.start()
ada.join()
""")
    assert run.output == "Ada\n"


def test_each_thread_sees_only_the_attributes_that_were_set_in_that_thread(ran: Ran) -> None:
    output = ran("creating_threads/local_trap.py").output
    assert output.startswith("['bread']\nException in thread customer:\n")
    assert output.splitlines()[-1].startswith("AttributeError: ")


def test_the_init_of_a_threading_local_subclass_runs_in_each_thread_that_uses_the_object(ran: Ran) -> None:
    assert ran("creating_threads/local_fixed.py").output == "['bread']\n['cake']\n"


def test_a_program_that_starts_threads_needs_no_if_name_main(ran: Ran) -> None:
    run = ran("creating_threads/start_and_join.py")
    assert (run.ended, run.output) == ("ok", "packing order 17\nthe packer is done\n")


# True or false?


def test_a_future_that_nobody_asks_keeps_its_exception_to_itself(ran: Ran) -> None:
    run = ran("""
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as pool:
    pool.submit(int, "five")
""")
    assert (run.ended, run.output) == ("ok", "")


def test_it_gives_you_none_always_even_if_the_thread_has_failed(ran: Ran) -> None:
    run = ran("""
import threading
threading.excepthook = lambda failure: None
payment = threading.Thread(target=int, args=("five",))
payment.start()
print(payment.join())
""")
    assert run.output == "None\n"
