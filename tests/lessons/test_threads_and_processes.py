"""Each test is a sentence of the lesson "Threads and Processes"."""

import sys

import pytest

from tests.support.claims import Ran

needs_proc = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc, which only Linux has")

# Another thread calls `work()` while the main thread runs Python for longer than several switch intervals.
BESIDE_A_CALL = """
import os, threading
inside = threading.Event()

def call():
    inside.set()
    work()

threading.Thread(target=call, daemon=True).start()
inside.wait()
for _ in range(5_000_000):
    pass
print("the main thread went on", flush=True)
os._exit(0)
"""

# `visit()` appends to the global `guests` and tells what it sees; `method` has to be set before.
CHILD_APPENDS = """
import multiprocessing
guests = ["ann"]

def visit():
    guests.append("ben")
    print("child", guests)

if __name__ == "__main__":
    child = multiprocessing.get_context(method).Process(target=visit)
    child.start()
    child.join()
    print("parent", guests)
"""


def test_a_python_program_starts_with_one_thread_the_main_thread(ran: Ran) -> None:
    run = ran("""
import threading
print(threading.enumerate() == [threading.main_thread()], threading.current_thread() is threading.main_thread())
""")
    assert run.output == "True True\n"


def test_two_threads_can_see_and_change_the_same_object(ran: Ran) -> None:
    run = ran("threads_and_processes/shared_orders.py")
    assert run.output == "the waiter sees ['tea']\nthe main thread sees ['tea', 'coffee']\n"


def test_a_thread_can_outlive_the_thread_that_started_it(ran: Ran) -> None:
    run = ran("""
import threading
starter_is_gone = threading.Event()

def work():
    starter_is_gone.wait()
    print("starter alive:", starter.is_alive())

def start_another():
    threading.Thread(target=work).start()

starter = threading.Thread(target=start_another)
starter.start()
starter.join()
starter_is_gone.set()
""")
    assert run.output == "starter alive: False\n"
    assert run.ended == "ok"


def test_each_call_has_its_own_local_names_in_whichever_thread_it_runs(ran: Ran) -> None:
    assert ran("threads_and_processes/own_locals.py").output == "bakery  6\nflowers 600\n"


def test_a_local_name_does_not_make_its_object_private(ran: Ran) -> None:
    run = ran("""
import threading

def fill(basket):
    mine = basket
    mine.append("apple")

shared = []
shoppers = [threading.Thread(target=fill, args=(shared,)) for _ in range(2)]
for shopper in shoppers:
    shopper.start()
for shopper in shoppers:
    shopper.join()
print(shared)
""")
    assert run.output == "['apple', 'apple']\n"


def test_an_attribute_set_on_a_threading_local_exists_only_in_the_thread_that_set_it(ran: Ran) -> None:
    assert ran("threads_and_processes/own_data.py").output == (
        "the clerk finds a letter: False\n"
        "the clerk wrote: the clerk's letter\n"
        "still on the main thread's desk: the main thread's letter\n"
    )


@pytest.mark.about("with the GIL")
def test_in_the_default_build_a_new_thread_starts_with_an_empty_context(ran: Ran) -> None:
    run = ran("""
import contextvars, threading
contextvars.ContextVar("language").set("French")

def look():
    print("settings:", len(contextvars.copy_context()))

thread = threading.Thread(target=look)
look()
thread.start()
thread.join()
""")
    assert run.output == "settings: 1\nsettings: 0\n"


def test_an_exception_being_handled_is_visible_only_in_its_own_thread(ran: Ran) -> None:
    run = ran("""
import sys, threading

def look():
    print("in the other thread:", sys.exception())

try:
    raise ValueError("mine")
except ValueError:
    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    print("in this thread:", sys.exception())
""")
    assert run.output == "in the other thread: None\nin this thread: mine\n"


def test_a_forked_child_starts_with_a_copy_of_its_parent_s_memory(ran: Ran) -> None:
    run = ran("""
import multiprocessing, sys

class Order:
    def __init__(self):
        self.items = ["tea"]

def look():
    print(order.items, sys.modules["secret"])

if __name__ == "__main__":
    order = Order()
    order.items.append("coffee")
    sys.modules["secret"] = "set by hand"
    child = multiprocessing.get_context("fork").Process(target=look)
    child.start()
    child.join()
""")
    assert run.output == "['tea', 'coffee'] set by hand\n"


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_a_change_in_the_child_does_not_reach_the_parent(ran: Ran, method: str) -> None:
    assert ran(f"method = {method!r}\n{CHILD_APPENDS}").output == "child ['ann', 'ben']\nparent ['ann']\n"


def test_a_change_in_the_parent_after_the_fork_does_not_reach_the_child(ran: Ran) -> None:
    run = ran("""
import multiprocessing
guests = ["ann"]

def look(changed):
    changed.wait()
    print(guests)

if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    changed = context.Event()
    child = context.Process(target=look, args=(changed,))
    child.start()
    guests.append("ben")
    changed.set()
    child.join()
""")
    assert run.output == "['ann']\n"


def test_two_objects_in_two_processes_may_have_the_same_id(ran: Ran) -> None:
    assert ran("threads_and_processes/child_changes.py").output == (
        "child:  ['tea', 'coffee']\nsame id as in the parent: True\nparent: ['tea']\n"
    )


# Two forkserver children say whether the main module was imported in them.
IMPORTED_WHERE = """
import multiprocessing, os
imported_in = os.getpid()

def look():
    print("by itself" if imported_in == os.getpid() else "before it was forked")

if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    for _ in range(2):
        child = context.Process(target=look)
        child.start()
        child.join()
else:
    print("import")
"""


@pytest.mark.about(">=3.13.8 !=3.14.0")
def test_since_python_3_13_8_and_3_14_1_that_server_imports_the_main_module_once_for_all_its_children(ran: Ran) -> None:
    assert ran(IMPORTED_WHERE).output == "import\nbefore it was forked\nbefore it was forked\n"


@pytest.mark.about("<3.13.8", "==3.14.0")
def test_up_to_3_13_7_and_in_3_14_0_each_child_does_so_by_itself(ran: Ran) -> None:
    assert ran(IMPORTED_WHERE).output == "import\nby itself\n" * 2


def test_a_spawned_child_imports_the_main_module_again(ran: Ran) -> None:
    run = ran("""
import multiprocessing
print("imported as", __name__)

def nothing():
    pass

if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=nothing)
    child.start()
    child.join()
""")
    assert run.output == "imported as __main__\nimported as __mp_main__\n"


def test_a_spawned_child_does_not_see_what_the_parent_did_below_the_main_guard(ran: Ran) -> None:
    assert "\nspawn      ['from the module']\n" in ran("threads_and_processes/start_methods.py").output


def test_a_forkserver_child_does_not_see_it_either(ran: Ran) -> None:
    assert ran("threads_and_processes/start_methods.py").output == (
        "fork       ['from the module', 'added by the parent']\n"
        "spawn      ['from the module']\n"
        "forkserver ['from the module']\n"
    )


def test_a_forked_child_inherits_the_open_files_of_its_parent(ran: Ran) -> None:
    run = ran("""
import multiprocessing, os, tempfile

def read(number):
    print(os.read(number, 9))

if __name__ == "__main__":
    with tempfile.TemporaryFile(buffering=0) as file:
        file.write(b"a recipe")
        file.seek(0)
        child = multiprocessing.get_context("fork").Process(target=read, args=(file.fileno(),))
        child.start()
        child.join()
""")
    assert run.output == "b'a recipe'\n"


def test_parent_and_child_move_one_common_position_in_the_file(ran: Ran) -> None:
    assert ran("threads_and_processes/inherited_file.py").output == (
        "the parent reads b'abc'\nthe child  reads b'def'\nthe parent reads b'ghi'\n"
    )


def test_with_a_buffer_both_would_read_def(ran: Ran) -> None:
    run = ran("""
import multiprocessing, tempfile

def read_on(reader, file):
    print(reader, file.read(3), flush=True)

if __name__ == "__main__":
    with tempfile.TemporaryFile() as file:
        file.write(b"abcdefghi")
        file.seek(0)
        read_on("parent", file)
        child = multiprocessing.get_context("fork").Process(target=read_on, args=("child", file))
        child.start()
        child.join()
        read_on("parent", file)
""")
    assert run.output == "parent b'abc'\nchild b'def'\nparent b'def'\n"


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_a_child_inherits_the_environment_variables_and_the_working_directory(ran: Ran, method: str) -> None:
    run = ran(f"""
import multiprocessing, os

def look(parent_is_at):
    print(os.environ.get("SHOP"), os.getcwd() == parent_is_at)
    os.chdir("/")

if __name__ == "__main__":
    os.environ["SHOP"] = "bakery"
    os.mkdir("kitchen")
    os.chdir("kitchen")
    here = os.getcwd()
    child = multiprocessing.get_context({method!r}).Process(target=look, args=(here,))
    child.start()
    child.join()
    print("the parent stayed:", os.getcwd() == here)
""")
    assert run.output == "bakery True\nthe parent stayed: True\n"


def test_a_value_is_one_number_for_all_processes_that_were_given_it(ran: Ran) -> None:
    assert ran("threads_and_processes/shared_on_request.py").output == "sold: 2000\n"


@needs_proc
def test_parent_and_child_use_the_same_memory_cut_into_pages_until_one_of_them_writes_to_a_page(ran: Ran) -> None:
    assert ran("threads_and_processes/copy_on_write.py").output == (
        "the photo:         32 MB\nread all of it:     0 MB of its own\nwrote to one half: 16 MB of its own\n"
    )


@needs_proc
def test_even_reading_python_objects_copies_memory_because_it_changes_their_reference_counts(ran: Ran) -> None:
    run = ran("""
import multiprocessing
words = [str(number) for number in range(300_000)]

def own_megabytes():
    with open("/proc/self/smaps_rollup") as report:
        return sum(int(line.split()[1]) for line in report if line.startswith("Private_")) / 1024

def read():
    before = own_megabytes()
    for word in words:
        pass
    print(own_megabytes() - before > 10)

if __name__ == "__main__":
    child = multiprocessing.get_context("fork").Process(target=read)
    child.start()
    child.join()
""")
    assert run.output == "True\n"


def test_os_getpid_is_the_same_in_every_thread_of_a_process(ran: Ran) -> None:
    run = ran("""
import os, threading
pids = [os.getpid()]
threads = [threading.Thread(target=lambda: pids.append(os.getpid())) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(pids), len(set(pids)))
""")
    assert run.output == "3 1\n"


def test_the_threads_print_one_id_and_the_list_holds_both_names(ran: Ran) -> None:
    rows = [line.split() for line in ran("threads_and_processes/memory_map.py").output.splitlines()]
    ann, ben = (row for row in rows if row[0] == "thread")
    assert ann[3] == ben[3]
    assert ann[4:6] == ben[4:6] == ["ann", "ben"]


def test_each_process_has_a_stock_of_its_own_which_holds_its_own_name_only(ran: Ran) -> None:
    rows = [line.split() for line in ran("threads_and_processes/memory_map.py").output.splitlines()]
    ann, ben = (row for row in rows if row[0] == "process")
    assert ann[2] != ben[2]
    assert (ann[4:-1], ben[4:-1]) == (["ann"], ["ben"])


def test_the_baskets_are_local_so_the_two_threads_have_two(ran: Ran) -> None:
    rows = [line.split() for line in ran("threads_and_processes/memory_map.py").output.splitlines()]
    ann, ben = (row for row in rows if row[0] == "thread")
    assert ann[-1] != ben[-1]


def test_the_parent_s_stock_has_the_names_from_the_threads_and_nothing_from_the_processes(ran: Ran) -> None:
    run = ran("threads_and_processes/memory_map.py")
    assert run.output.endswith("\nthe parent's stock still holds ann ben\n")


def test_in_cpython_id_is_the_address_of_the_object(ran: Ran) -> None:
    run = ran("""
import ctypes
stock = ["apple"]
print(ctypes.cast(id(stock), ctypes.py_object).value is stock)
""")
    assert run.output == "True\n"


def test_waiting_needs_no_processor(ran: Ran) -> None:
    run = ran("""
import threading, time
threads = [threading.Thread(target=time.sleep, args=(0.5,)) for _ in range(2)]
cpu = time.process_time()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("used", round(time.process_time() - cpu, 1))
""")
    assert run.output == "used 0.0\n"


def test_two_threads_can_wait_at_the_same_time(ran: Ran) -> None:
    run = ran("""
import threading
gate = threading.Barrier(3)
threads = [threading.Thread(target=gate.wait) for _ in range(2)]
for thread in threads:
    thread.start()
while gate.n_waiting < 2:
    pass
print("waiting:", gate.n_waiting)
gate.wait()
""")
    assert run.output == "waiting: 2\n"


@pytest.mark.about("with the GIL")
def test_the_gil_lets_only_one_thread_at_a_time_run_python_code(ran: Ran) -> None:
    run = ran("""
import threading, time

def count_down():
    number = 3_000_000
    while number > 0:
        number -= 1

threads = [threading.Thread(target=count_down) for _ in range(2)]
wall, cpu = time.perf_counter(), time.process_time()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
cores = (time.process_time() - cpu) / (time.perf_counter() - wall)
print("one core" if cores < 1.3 else f"{cores:.2f} cores")
""")
    assert run.output == "one core\n"


@pytest.mark.about("with the GIL")
def test_with_the_gil_two_threads_that_count_take_turns(ran: Ran) -> None:
    run = ran("""
import threading
turns = [None]

def count(me):
    while len(turns) < 20:
        if turns[-1] != me:
            turns.append(me)

threads = [threading.Thread(target=count, args=(name,)) for name in ("one", "two")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(turns[1:3] * 5 == turns[1:11])
""")
    assert run.output == "True\n"


def test_two_processes_that_count_run_at_the_same_time_if_there_are_two_cores_for_them(ran: Ran) -> None:
    # Each waits for the other without ever sleeping. On one core that would take a slice of time for each count.
    run = ran("""
import multiprocessing

def count(me, number):
    while number.value < 20_000:
        if number.value % 2 == me:
            number.value += 1

if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    number = context.RawValue("i", 0)
    processes = [context.Process(target=count, args=(me, number)) for me in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("counted to", number.value)
""")
    assert run.output.startswith("counted to 2000")


def test_sys_getswitchinterval_is_0_005_seconds_by_default(ran: Ran) -> None:
    assert ran("import sys\nprint(sys.getswitchinterval())").output == "0.005\n"


@pytest.mark.about("with the GIL")
def test_a_thread_lets_go_of_the_gil_while_it_waits(ran: Ran) -> None:
    run = ran(f"import time\n\ndef work():\n    time.sleep(3600)\n{BESIDE_A_CALL}")
    assert (run.output, run.ended) == ("the main thread went on\n", "ok")


@pytest.mark.about("with the GIL")
def test_a_c_function_can_let_go_of_the_gil_while_it_works(ran: Ran) -> None:
    run = ran(f"import hashlib\n\ndef work():\n    hashlib.pbkdf2_hmac('sha256', b'', b'', 2**31 - 1)\n{BESIDE_A_CALL}")
    assert (run.output, run.ended) == ("the main thread went on\n", "ok")


@pytest.mark.about("with the GIL")
def test_a_c_function_that_keeps_the_gil_stops_all_other_threads(ran: Ran) -> None:
    for_ever = "import collections, itertools\n\ndef work():\n    collections.deque(itertools.repeat(0), maxlen=0)\n"
    run = ran(for_ever + BESIDE_A_CALL, timeout=1.5)
    assert (run.output, run.ended) == ("", "timeout")


@pytest.mark.about("with the GIL")
def test_each_process_has_a_gil_of_its_own(ran: Ran) -> None:
    run = ran("""
import collections, itertools, multiprocessing

def hold_the_gil_for_ever(begins):
    begins.set()
    collections.deque(itertools.repeat(0), maxlen=0)

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    begins = context.Event()
    child = context.Process(target=hold_the_gil_for_ever, args=(begins,))
    child.start()
    begins.wait()
    for _ in range(3_000_000):
        pass
    print("the parent went on, child alive:", child.is_alive())
    child.kill()
    child.join()
""")
    assert run.output == "the parent went on, child alive: True\n"


def test_the_function_sys_is_gil_enabled_exists_since_python_3_13(ran: Ran) -> None:
    run = ran("import sys\nprint(hasattr(sys, '_is_gil_enabled'))")
    assert run.output == f"{ran.on('>=3.13')}\n"


def test_a_queue_between_threads_hands_over_the_object_itself(ran: Ran) -> None:
    run = ran("""
import queue, threading
inbox = queue.Queue()
prices = [1, 2, 3]
thread = threading.Thread(target=lambda: print(inbox.get() is prices))
thread.start()
inbox.put(prices)
thread.join()
""")
    assert run.output == "True\n"


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_a_queue_between_processes_hands_over_a_copy(ran: Ran, method: str) -> None:
    run = ran(f"""
import multiprocessing

def add(inbox):
    prices = inbox.get()
    prices.append(4)
    print("child", prices)

if __name__ == "__main__":
    context = multiprocessing.get_context({method!r})
    inbox = context.Queue()
    prices = [1, 2, 3]
    child = context.Process(target=add, args=(inbox,))
    child.start()
    inbox.put(prices)
    child.join()
    print("parent", prices)
""")
    assert run.output == "child [1, 2, 3, 4]\nparent [1, 2, 3]\n"


def test_what_cannot_be_pickled_cannot_be_sent_to_another_process(ran: Ran) -> None:
    run = ran("""
import multiprocessing, pickle, threading
here, there = multiprocessing.get_context("spawn").Pipe()
for what in (threading.Lock(), (number for number in range(3)), lambda: 1):
    for send in (pickle.dumps, here.send):
        try:
            send(what)
        except (TypeError, AttributeError, pickle.PicklingError):
            print("refused")
print("anything arrived:", there.poll())
""")
    assert run.output == "refused\n" * 6 + "anything arrived: False\n"


def test_it_ended_with_exit_code_0_and_its_result_is_gone(ran: Ran) -> None:
    run = ran("threads_and_processes/wrong_global_result.py")
    assert run.ended == "exit 1"
    assert run.output.startswith("exit code of the child: 0\n")
    assert run.output.endswith("KeyError: 'words'\n")


def test_with_a_thread_this_program_works(ran: Ran) -> None:
    run = ran("""
import threading
results = {}

def count_words(text):
    results["words"] = len(text.split())

thread = threading.Thread(target=count_words, args=("to be or not to be",))
thread.start()
thread.join()
print("words:", results["words"])
""")
    assert run.output == "words: 6\n"


def test_the_assignment_at_the_top_ran_once_in_the_main_thread(ran: Ran) -> None:
    run = ran("threads_and_processes/wrong_thread_local.py")
    assert run.output.startswith("basket of ada\nException in thread reader:\n")
    assert run.output.endswith("AttributeError: '_thread._local' object has no attribute 'user'\n")


def test_the_init_of_such_a_subclass_runs_once_in_each_thread_that_uses_it(ran: Ran) -> None:
    run = ran("""
import threading

class Session(threading.local):
    def __init__(self):
        self.user = "nobody"
        print("set up in", threading.current_thread().name)

session = Session()

def use():
    print(session.user, session.user)

reader = threading.Thread(target=use, name="reader")
reader.start()
reader.join()
""")
    assert run.output == "set up in MainThread\nset up in reader\nnobody nobody\n"
