"""Each claim of the lesson `free_threading`, run on every Python that is installed."""

import shutil

import pytest

from tests.support.claims import Ran

needs_compiler = pytest.mark.skipif(not shutil.which("cc"), reason="builds a C module, and there is no compiler")


def test_py_gil_disabled_is_1_in_a_free_threaded_build(ran: Ran) -> None:
    run = ran("import sysconfig\nprint(sysconfig.get_config_var('Py_GIL_DISABLED') == 1)")
    assert run.output == f"{ran.interpreter.free_threaded}\n"


@pytest.mark.about(">=3.13")
def test_sys_is_gil_enabled_is_false_while_python_runs_without_the_gil(ran: Ran) -> None:
    assert ran("import sys\nprint(sys._is_gil_enabled())").output == f"{not ran.interpreter.free_threaded}\n"


@pytest.mark.about("<3.13")
def test_up_to_python_3_12_neither_of_them_exists_and_there_is_always_a_gil(ran: Ran) -> None:
    run = ran("""
import sys, sysconfig
print(hasattr(sys, "_is_gil_enabled"), sysconfig.get_config_var("Py_GIL_DISABLED"))
""")
    assert run.output == "False None\n"


# Two threads, each of which computes until the other one has taken a step meanwhile; nobody asks for the GIL.
BOTH = """
import sys, threading
sys.setswitchinterval(1000)
steps = {"ann": 0, "ben": 0}

def talk(me, other):
    seen = steps[other]
    for _ in range(20_000_000):
        steps[me] += 1
        if steps[other] > seen + 100:
            print("both", flush=True)
            return
    print("alone", flush=True)

threads = [threading.Thread(target=talk, args=names) for names in (("ann", "ben"), ("ben", "ann"))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


@pytest.mark.about("free-threaded")
def test_without_the_gil_two_threads_run_python_code_at_the_same_time_if_there_are_two_processors(ran: Ran) -> None:
    """With the GIL, the first would compute to its end, since nobody asks it to hand over."""
    assert "both" in ran(BOTH, timeout=60).output


@pytest.mark.about("free-threaded")
def test_there_is_no_switch_interval_to_wait_for_so_a_thread_that_wakes_up_beside_a_busy_one_goes_on_at_once(
    ran: Ran,
) -> None:
    """With the GIL, it would wait for its turn until the busy one has come to its end."""
    run = ran(
        """
import sys, threading, time
sys.setswitchinterval(1000)
given = []

def signal():
    time.sleep(0.001)
    given.append("the signal")

thread = threading.Thread(target=signal)
thread.start()
for _ in range(200_000_000):
    if given:
        break
print(given)
""",
        timeout=60,
    )
    assert run.output == "['the signal']\n"


@pytest.mark.about("free-threaded")
def test_without_the_gil_a_plain_in_several_threads_loses_updates(ran: Ran) -> None:
    """Sooner or later: a busy machine may have one processor for it, on which threads seldom meet in the gap."""
    run = ran(
        """
import threading
callers = 0

def answer_calls():
    global callers
    together.wait()
    for _ in range(100_000):
        callers += 1

together = threading.Barrier(4)
for _ in range(200):
    callers = 0
    lines = [threading.Thread(target=answer_calls) for _ in range(4)]
    for line in lines:
        line.start()
    for line in lines:
        line.join()
    if callers < 400_000:
        print("lost")
        break
""",
        timeout=90,
    )
    assert run.output == "lost\n"


@pytest.mark.about("with the GIL")
def test_with_the_gil_this_happens_to_lose_nothing(ran: Ran) -> None:
    assert ran("free_threading/wrong_plus.py").output == "calls:   400000\ncounted: 400000\n"


@pytest.mark.about("free-threaded")
def test_several_threads_look_all_of_them_find_none_and_each_makes_a_desk_of_its_own(ran: Ran) -> None:
    """Sooner or later: it is tried until it happens."""
    run = ran(
        """
import threading
desk = None

class Desk:
    def __init__(self):
        self.channels = [channel for channel in range(5_000)]
        desks.append(self)

def ask():
    global desk
    together.wait()
    if desk is None:
        desk = Desk()

together = threading.Barrier(4)
for _ in range(5_000):
    desk, desks = None, []
    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(desks) > 1:
        print("more than one")
        break
""",
        timeout=90,
    )
    assert run.output == "more than one\n"


def test_a_loop_over_a_dict_to_which_another_thread_adds_keys_raises_a_runtimeerror(ran: Ran) -> None:
    run = ran("""
import threading
charts = {"tea": 1, "milk": 2}
try:
    for song in charts:
        adder = threading.Thread(target=charts.setdefault, args=("sugar", 3))
        adder.start()
        adder.join()
except RuntimeError as error:
    print(error)
""")
    assert run.output == "dictionary changed size during iteration\n"


def test_charts_copy_is_one_step_with_or_without_a_gil_so_no_scan_of_the_copy_fails(ran: Ran) -> None:
    run = ran("free_threading/wrong_scan.py")
    assert "a copy of it:    0 of 100 scans failed\n" in run.output


def test_with_the_gil_the_second_thread_gets_a_valueerror_unless_luck_is_on_its_side(ran: Ran) -> None:
    run = ran("""
import threading
inside, go_on = threading.Event(), threading.Event()

def numbers():
    inside.set()
    go_on.wait()
    yield 1

tickets = numbers()
first = threading.Thread(target=next, args=(tickets,))
first.start()
inside.wait()
try:
    next(tickets)
except ValueError as error:
    print(error)
go_on.set()
first.join()
""")
    assert run.output == "generator already executing\n"


@pytest.mark.about(">=3.15")
def test_threading_serialize_iterator_wraps_an_iterator_in_a_lock_of_its_own(ran: Ran) -> None:
    assert ran("free_threading/serialized.py").output == "taken:     50000\ndifferent: 50000\n"


@pytest.mark.about(">=3.15")
def test_there_is_also_a_decorator_threading_synchronized_iterator_for_the_function_that_makes_the_generator(
    ran: Ran,
) -> None:
    run = ran("""
import threading

@threading.synchronized_iterator
def numbers():
    yield 1
    yield 2

print(list(numbers()), type(numbers()) is threading.serialize_iterator)
""")
    assert run.output == "[1, 2] True\n"


def test_under_a_lock_four_threads_take_50_000_numbers_from_one_generator_each_number_once(ran: Ran) -> None:
    assert ran("free_threading/one_at_a_time.py").output == "taken:     50000\ndifferent: 50000\n"


def test_append_popleft_and_the_assignment_of_one_item_are_single_operations_of_one_object(ran: Ran) -> None:
    assert ran("free_threading/still_safe.py").output == "appended: 100000\nassigned: 100000\ntaken:    100000\n"


@needs_compiler
@pytest.mark.about("free-threaded")
def test_one_import_of_a_c_module_without_the_promise_switches_the_gil_on_for_all_threads_until_the_end_of_the_process(
    ran: Ran,
) -> None:
    run = ran("free_threading/gil_comes_back.py")
    if "no headers" in run.output:
        pytest.skip("this Python came without its headers")
    assert "the GIL is back: True\n" in run.output
    assert run.output.endswith("the GIL is back: False\n")


@needs_compiler
@pytest.mark.about("free-threaded")
def test_the_warning_names_the_module(ran: Ran) -> None:
    run = ran("free_threading/gil_comes_back.py")
    if "no headers" in run.output:
        pytest.skip("this Python came without its headers")
    assert run.output.count("RuntimeWarning") == run.output.count("has been enabled to load module 'jukebox'") == 1


@pytest.mark.about("free-threaded")
def test_x_gil_1_or_python_gil_1_in_the_environment_runs_a_free_threaded_python_with_the_gil(
    ran: Ran,
) -> None:
    run = ran("""
import os, subprocess, sys
ask = "import sys; print(sys._is_gil_enabled())"
subprocess.run([sys.executable, "-X", "gil=1", "-c", ask])
subprocess.run([sys.executable, "-c", ask], env={**os.environ, "PYTHON_GIL": "1"})
""")
    assert run.output == "True\nTrue\n"


@pytest.mark.about(">=3.13 with the GIL")
def test_from_3_13_on_a_build_with_the_gil_says_that_it_cannot_do_without_x_gil_0_ends_it_at_once_with_a_fatal_error(
    ran: Ran,
) -> None:
    run = ran("""
import subprocess, sys
child = subprocess.run([sys.executable, "-X", "gil=0", "-c", "print('it runs')"], capture_output=True, text=True)
print(child.stdout, child.returncode != 0, "Disabling the GIL is not supported by this build" in child.stderr)
""")
    assert run.output == " True True\n"
