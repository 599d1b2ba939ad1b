"""What tries all orders in some exercises, their `conftest.py`: it tries the orders that matter, and only these.

This is about this course alone, which has such exercises.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import ROOT

SCHEDULER = ROOT / "snippets" / "locks" / "exercise_safe_account" / "conftest.py"
HOLDER = """
import itertools, multiprocessing, os, threading, time
from concurrent.futures import ThreadPoolExecutor
DOOR = threading.Semaphore(1)
POOL = ThreadPoolExecutor(1)
SHARED, TWO = multiprocessing.RLock(), multiprocessing.Semaphore(2)  # with processes, too
class Holder:
    def __init__(self):
        self.value, self.items, self.ready = 0, [], False
        self.lock, self.other, self.changed = threading.Lock(), threading.RLock(), threading.Condition()
        self.alone, self.pair = ThreadPoolExecutor(1), ThreadPoolExecutor(2)
    def ask_the_pool_of_all(self):
        POOL.submit(self.more).result()
    def ask(self, pool):
        pool.submit(self.more).result()
    def read_what_nobody_writes(self):
        os.read(os.pipe()[0], 1)
    def find_what_is_not_there(self):
        any(number < 0 for number in itertools.count())
    def sum_without_end(self):
        sum(itertools.repeat(1))
    def work_in_a_process(self):
        child = os.fork()
        if not child:
            self.value += 1
            os._exit(0)
        self.value += not os.waitpid(child, 0)[1]
    def enter(self):
        with DOOR:
            self.value += 1
    def ask_at_once_in_time(self):
        self.lock.acquire(blocking=False, timeout=0.1)
    def enter_twice(self):
        with SHARED, SHARED:
            self.value += 1
    def enter_as_one_of_two(self):
        with TWO:
            self.value += 1
    def both(self, first, second):
        with first, second:
            self.value += 1
    def more(self):
        self.value += 1
    def more_locked(self):
        with self.other, self.other, self.lock:
            self.value += 1
    def add_once(self):
        if len(self.items) < 1:
            self.items.append(1)
    def give(self):
        with self.changed:
            self.ready = True
            self.changed.notify()
    def take(self, timeout=None):
        with self.changed:
            if self.changed.wait_for(lambda: self.ready, timeout):
                self.value += 1
    def poll(self, pause=0.01):
        while not self.ready:
            time.sleep(pause)
    def set_ready(self):
        self.ready = True
"""
FREE = 'IS_FREE = "free-threading" in sys.version\n'
ENDLESS = "holder.py does not come to an end: it waits, or tries again, forever."
STANDSTILL = "holder.py comes to a standstill: it waits for a lock or a signal that never comes."
STILL = "does not come to an end: it is still at line"
CASES = {  # the calls at the same time, what holds in the end, and what is told, or how many orders there are
    "a lock that is asked for what it does not do": ("ask_at_once_in_time()", "True", "can't specify a timeout"),
    "two that read and write have four orders": ("more() more()", "1 <= it.value <= 2", "4"),
    "three that read and write have 36": ("more() more() more()", "1 <= it.value <= 3", "36"),
    "two that have nothing in common have one": ("more() set_ready()", "it.value == 1", "1"),
    "a lost update": ("more() more()", "it.value == 2", "AssertionError"),
    "no alarm with a lock": ("more_locked() more_locked()", "it.value == 2", None),
    "no alarm with a semaphore that all orders share": ("enter() enter()", "it.value == 2", None),
    "no alarm with a lock for processes": ("enter_twice() enter_twice()", "it.value == 2", None),
    "a lost update with a semaphore for processes": (
        "enter_as_one_of_two() enter_as_one_of_two()",
        "it.value == 2",
        "AssertionError",
    ),
    "a list that two look at and change": ("add_once() add_once()", "len(it.items) == 1", "AssertionError"),
    "two locks crosswise": ("both(it.lock,it.other) both(it.other,it.lock)", "True", STANDSTILL),
    "two locks in order": ("both(it.lock,it.other) both(it.lock,it.other)", "it.value == 2", None),
    "a signal that comes": ("give() take()", "it.value == 1", None),
    "a signal that never comes": ("take()", "True", STANDSTILL),
    "a signal that is not waited for any more": ("take(3600)", "it.value == 0", None),
    "a time-out may be over before the signal comes": ("take(1) give()", "it.value == 1", "AssertionError"),
    "asking again and again until it is so": ("poll() set_ready()", "it.ready", None),
    "asking again and again forever": ("poll()", "True", ENDLESS),
    "turning forever": ("spin()", "True", ENDLESS),
    "waiting for something else forever": ("read_what_nobody_writes()", "True", STILL),
    "computing forever": ("find_what_is_not_there()", "True", STILL),
    "a process of its own goes its own way": ("work_in_a_process()", "it.value == 1", None),
    "a pool that all orders share": ("ask_the_pool_of_all() ask_the_pool_of_all()", "it.value == 2", None),
    "the one worker of a pool loses nothing": ("ask(it.alone) ask(it.alone)", "it.value == 2", None),
    "two workers of a pool lose an update": ("ask(it.pair) ask(it.pair)", "it.value == 2", "AssertionError"),
    "more orders than there is time for": (" ".join(["more()"] * 5), "True", None),
}


def run_by_the_scheduler(
    calls: list[str], holds: str, folder: Path, imported: str = "", files: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Let threads make the calls in every order; print how many orders there are.

    If `files` says how many files may be open at once, they hand over as without the GIL.
    """
    threads = ", ".join(f"'{number}: {call}': lambda it: it.{call}" for number, call in enumerate(calls))
    scheduler = SCHEDULER.read_text(encoding="utf-8")
    if files:
        limited = f"import resource\n\nresource.setrlimit(resource.RLIMIT_NOFILE, ({files}, {files}))\n"
        assert FREE in scheduler
        scheduler = scheduler.replace(FREE, "IS_FREE = True\n" + limited)
    (folder / "conftest.py").write_text(scheduler, encoding="utf-8")
    spin = "    def spin(self):\n        while True:\n            pass\n"
    (folder / "holder.py").write_text(HOLDER + spin + imported, encoding="utf-8")
    (folder / "test_holder.py").write_text(
        "from holder import Holder\n"
        f"def check(it):\n    assert {holds}, 'AssertionError'\n"
        f"def test_it(in_every_order):\n    print('orders:', in_every_order(Holder, {{{threads}}}, check))\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pytest", "-sq", "-p", "no:cacheprovider"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


IMPORTS = {  # what the module does when it is imported, and what is told
    "waits forever": ("threading.Event().wait()", "cannot be imported: it waits, or works, forever"),
    "computes forever": (
        "any(number < 0 for number in itertools.count())",
        "cannot be imported: it waits, or works, forever",
    ),
    "turns forever": ("while True:\n    pass", "cannot be imported: a loop does not come to its end"),
    "fails": ("{}['key']", "cannot be imported: KeyError: 'key'"),
    "sleeps for long": ("time.sleep(3600)", "1 passed"),
}


@pytest.mark.parametrize("case", IMPORTS)
def test_an_import_that_does_not_come_to_its_end_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    does, told = IMPORTS[case]
    run = run_by_the_scheduler(["more()"], "True", tmp_path, does)
    assert (run.returncode == 0) == ("passed" in told), run.stdout
    assert told in run.stdout
    assert "passed" in told or does.splitlines()[0] in run.stdout


@pytest.mark.parametrize("case", CASES)
def test_it_tells_what_goes_wrong_in_some_order(case: str, tmp_path: Path) -> None:
    calls, holds, told = CASES[case]
    run = run_by_the_scheduler(calls.split(), holds, tmp_path)
    if told is None or told.isdigit():
        assert run.returncode == 0, run.stdout
        assert f"orders: {told or ''}" in run.stdout
    else:
        assert run.returncode == 1, run.stdout
        assert told in run.stdout


@pytest.mark.parametrize("case", ["three that read and write have 36", "a lost update", "computing forever"])
def test_orders_are_the_same_without_the_gil_where_threads_hand_over_by_pipes(case: str, tmp_path: Path) -> None:
    calls, holds, told = CASES[case]
    run = run_by_the_scheduler(calls.split(), holds, tmp_path, files=60)
    assert (told or "") in run.stdout
    assert "OSError" not in run.stdout


def test_a_call_that_lets_no_other_thread_go_on_is_told_with_its_line_and_its_test(tmp_path: Path) -> None:
    run = run_by_the_scheduler(["more()", "sum_without_end()"], "True", tmp_path)
    told = run.stdout.partition("FAILURES")[2].splitlines()
    assert told[1].strip("_") == " test_it "
    assert told[2].startswith("sum_without_end() does not come to its end: ")
    assert told[3].endswith(": sum(itertools.repeat(1))")
    assert "FAILED test_holder.py::test_it - sum_without_end() does not come to its end" in told


def test_the_locks_of_python_itself_are_no_steps_also_in_the_process_that_goes_on(tmp_path: Path) -> None:
    holds = "type(__import__('threading')._active_limbo_lock).__module__ == '_thread'"
    run = run_by_the_scheduler(["more()"], holds, tmp_path)
    assert run.returncode == 0, run.stdout


COLLECTING = """
import sys, threading
import pytest
def test_it():
    scheduler, lock = sys.modules["conftest"], threading.Lock()
    one = scheduler.Order([], False).add("one", lambda: lock.acquire() and lock.release())
    one.take_step()
    one.take_step()  # now it has the lock, and stands before it gives it back
    with pytest.raises(scheduler.OverError):
        lock.acquire()
    one.end()
    assert lock.acquire(False)
"""


def test_who_leads_waits_for_no_lock_of_a_thread_that_stands_where_it_collects_garbage(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_bytes(SCHEDULER.read_bytes())
    (tmp_path / "test_holder.py").write_text(COLLECTING, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-sq", "-p", "no:cacheprovider"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=30)
    assert run.returncode == 0, run.stdout
