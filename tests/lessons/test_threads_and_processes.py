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


def test_python_ignores_them_when_it_runs_the_program_and_so_may_you(ran: Ran) -> None:
    assert ran("def twice(word: int) -> None:\n    return word * 2\n\nprint(twice('tea'))").output == "teatea\n"


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


def test_a_single_append_is_safe(ran: Ran) -> None:
    run = ran("""
import sys, threading
sys.setswitchinterval(1e-5)
orders = []
ready = threading.Barrier(4)

def waiter():
    ready.wait()
    for _ in range(50_000):
        orders.append("tea")

waiters = [threading.Thread(target=waiter) for _ in range(4)]
for thread in waiters:
    thread.start()
for thread in waiters:
    thread.join()
print(len(orders))
""")
    assert run.output == "200000\n"


def test_but_to_read_a_number_add_to_it_and_write_it_back_is_three_steps_and_another_thread_can_get_in_between(
    ran: Ran,
) -> None:
    run = ran("""
import threading
number = 0
both_have_read = threading.Barrier(2)

def add():
    global number
    read = number
    both_have_read.wait()
    number = read + 1

threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(number)
""")
    assert run.output == "1\n"


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
    run = ran("""
import multiprocessing
orders = ["tea"]

def look(id_in_parent):
    orders.append("coffee")
    print("child", orders, id(orders) == id_in_parent)

if __name__ == "__main__":
    child = multiprocessing.get_context("fork").Process(target=look, args=(id(orders),))
    child.start()
    child.join()
    print("parent", orders)
""")
    assert run.output == "child ['tea', 'coffee'] True\nparent ['tea']\n"


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


def test_a_child_stores_its_result_in_a_global_variable_and_ends_with_exit_code_0_yet_the_parent_finds_nothing(
    ran: Ran,
) -> None:
    run = ran("""
import multiprocessing
results = {}

def count_words(text):
    results["words"] = len(text.split())

if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=count_words, args=("to be or not to be",))
    child.start()
    child.join()
    print(child.exitcode, results)
""")
    assert run.output == "0 {}\n"


# A parent with a second thread, which holds a lock, forks.
FORKED_WITH_THREADS = """
import multiprocessing, threading, warnings
warnings.simplefilter("always")
lock = threading.Lock()
holds, done = threading.Event(), threading.Event()

def holder():
    with lock:
        holds.set()
        done.wait()

def look():
    print("child:", threading.active_count(), "thread, gets the lock:", lock.acquire(blocking=False))

if __name__ == "__main__":
    threading.Thread(target=holder).start()
    holds.wait()
    print("parent:", threading.active_count(), "threads")
    child = multiprocessing.get_context("fork").Process(target=look)
    child.start()
    child.join()
    done.set()
"""


def test_a_forked_child_has_only_one_thread_a_copy_of_the_one_that_forked(ran: Ran) -> None:
    run = ran(FORKED_WITH_THREADS)
    assert run.output.startswith("parent: 2 threads\n")
    assert "child: 1 thread, " in run.output


def test_a_lock_that_another_thread_held_stays_locked_in_the_child(ran: Ran) -> None:
    assert "gets the lock: False\n" in ran(FORKED_WITH_THREADS).output


def test_since_python_3_12_forking_a_process_that_has_several_threads_brings_a_deprecationwarning(ran: Ran) -> None:
    assert ("DeprecationWarning" in ran(FORKED_WITH_THREADS).output) == ran.on(">=3.12")


@pytest.mark.about(">=3.13.8 !=3.14.0")
def test_since_python_3_13_8_and_3_14_1_that_server_imports_the_main_module_once_for_all_its_children(ran: Ran) -> None:
    assert ran(IMPORTED_WHERE).output == "import\nbefore it was forked\nbefore it was forked\n"


@pytest.mark.about("<3.13.8", "==3.14.0")
def test_up_to_3_13_7_and_in_3_14_0_each_child_imports_the_module_by_itself(ran: Ran) -> None:
    assert ran(IMPORTED_WHERE).output == "import\nby itself\n" * 2


@pytest.mark.about(">=3.13.8 !=3.14.0")
def test_what_the_module_makes_is_then_made_once_and_every_child_starts_with_a_copy_of_it(ran: Ran) -> None:
    run = ran("""
import multiprocessing, threading, uuid
label = uuid.uuid4()
book = open(__file__, "rb", buffering=0)
lock = threading.Lock()
lock.acquire()
orders = []

def look(answers):
    orders.append("tea")
    answers.put((label, book.read(3), lock.locked(), orders))

if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    answers = context.SimpleQueue()
    found = []
    for _ in range(2):
        child = context.Process(target=look, args=(answers,))
        child.start()
        found.append(answers.get())
        child.join()
    (first, *one), (second, *two) = found
    print("made once:", first == second != label)
    print(one, two)
""")
    # One open file, so one position: the second child reads on where the first has stopped. One lock, taken once.
    assert run.output == "made once: True\n[b'\\nim', True, ['tea']] [b'por', True, ['tea']]\n"


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


def test_it_does_not_see_what_the_parent_did_below_the_main_guard(ran: Ran) -> None:
    assert "\nspawn: ['from the module']\n" in ran("threads_and_processes/start_methods.py").output


def test_its_children_do_not_see_what_the_parent_did_below_the_main_guard_either(ran: Ran) -> None:
    assert ran("threads_and_processes/start_methods.py").output == (
        "fork: ['from the module', 'added by the parent']\n"
        "spawn: ['from the module']\n"
        "forkserver: ['from the module']\n"
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


# Two children, one after the other, tell their surroundings. Before the second, the parent changes its own.
SURROUNDINGS = """
import multiprocessing, os

def look():
    print(os.environ["MODE"], os.path.basename(os.getcwd()))

if __name__ == "__main__":
    context = multiprocessing.get_context(method)
    for place in ("kitchen", "cellar"):
        os.environ["MODE"] = place
        os.mkdir(place)
        os.chdir(place)
        child = context.Process(target=look)
        child.start()
        child.join()
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_under_fork_and_spawn_a_child_gets_the_environment_variables_as_they_are_when_it_starts(
    ran: Ran, method: str
) -> None:
    lines = ran(f"method = {method!r}\n{SURROUNDINGS}").output.splitlines()
    assert [line.split()[0] for line in lines] == ["kitchen", "cellar"]


def test_under_forkserver_it_gets_them_as_they_were_when_the_server_started_with_the_first_child(ran: Ran) -> None:
    lines = ran(f"method = 'forkserver'\n{SURROUNDINGS}").output.splitlines()
    assert [line.split()[0] for line in lines] == ["kitchen", "kitchen"]


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_a_child_starts_in_the_directory_that_its_parent_is_in_at_that_moment_under_all_three(
    ran: Ran, method: str
) -> None:
    lines = ran(f"method = {method!r}\n{SURROUNDINGS}").output.splitlines()
    assert [line.split()[1] for line in lines] == ["kitchen", "cellar"]


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_if_the_child_changes_to_another_directory_the_parent_stays_where_it_is(ran: Ran, method: str) -> None:
    run = ran(f"""
import multiprocessing, os

def leave():
    os.chdir("/")
    os.environ["MODE"] = "changed by the child"

if __name__ == "__main__":
    os.environ["MODE"] = "the parent's"
    here = os.getcwd()
    child = multiprocessing.get_context({method!r}).Process(target=leave)
    child.start()
    child.join()
    print(child.exitcode, os.getcwd() == here, os.environ["MODE"])
""")
    assert run.output == "0 True the parent's\n"


# Two programs have opened one file each by itself, and write to it in turns.
OPENED_TWICE = """
import subprocess, sys
WRITER = '''
import sys
log = open("log.txt", sys.argv[1], buffering=1)
print("open", flush=True)
for _ in range(3):
    sys.stdin.readline()
    log.write(sys.argv[2] + "\\\\n")
    print("written", flush=True)
'''
writers = []
for who in ("ann", "ben"):
    command = [sys.executable, "-c", WRITER, mode, who]
    writer = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    writer.stdout.readline()
    writers.append(writer)
for _ in range(3):
    for writer in writers:
        writer.stdin.write("go\\n")
        writer.stdin.flush()
        writer.stdout.readline()
for writer in writers:
    writer.communicate()
print(open("log.txt").read().split())
"""


def test_with_mode_w_they_overwrite_each_other_s_lines(ran: Ran) -> None:
    assert ran(f"mode = 'w'\n{OPENED_TWICE}").output == "['ben', 'ben', 'ben']\n"


def test_with_mode_a_nothing_is_overwritten(ran: Ran) -> None:
    assert ran(f"mode = 'a'\n{OPENED_TWICE}").output == f"{['ann', 'ben'] * 3}\n"


def test_the_inherited_file_has_one_common_position_and_each_write_moves_it_on_for_both(ran: Ran) -> None:
    run = ran("""
import multiprocessing

def write(log, who):
    log.write(who)

if __name__ == "__main__":
    with open("log.txt", "wb", buffering=0) as log:
        for who in (b"child ", b"child again"):
            child = multiprocessing.get_context("fork").Process(target=write, args=(log, who))
            child.start()
            child.join()
            write(log, b"parent ")
    print(open("log.txt").read())
""")
    assert run.output == "child parent child againparent \n"


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


@pytest.mark.about(">=3.12")
def test_the_count_of_an_immortal_object_does_not_change_so_reading_it_copies_nothing(ran: Ran) -> None:
    run = ran("""
import sys
for thing in (None, True, 7, "".join(["bre", "ad"])):
    before = sys.getrefcount(thing)
    more = [thing] * 1000
    print(sys.getrefcount(thing) - before)
""")
    assert run.output == "0\n0\n0\n1000\n"


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
    run = ran(
        """
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
""",
        timeout=60,
    )
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


# While one call of a C function looks at the length, does a lot and looks again, another thread wants to append.
APPENDS_BESIDE_ONE_CALL = """
import itertools, threading
log = []
done = threading.Event()

def append():
    while not done.is_set():
        log.append("here")

other = threading.Thread(target=append)
other.start()
while not log:  # Python code: here the other thread gets its turn
    pass
work = filter(None, itertools.repeat(0, 20_000_000))  # C code: many steps that yield nothing
before, after = list(map(len, itertools.chain([log], work, [log])))
done.set()
other.join()
print("appended meanwhile:", after - before)
"""

# A C function that never ends and never lets go of the GIL.
ENDLESS = "import collections, itertools\n\ndef work():\n    collections.deque(itertools.repeat(0), maxlen=0)\n"


@pytest.mark.about("with the GIL")
def test_a_c_function_that_keeps_the_gil_stops_all_other_threads(ran: Ran) -> None:
    assert ran(APPENDS_BESIDE_ONE_CALL).output == "appended meanwhile: 0\n"


@pytest.mark.about("free-threaded")
def test_a_free_threaded_build_runs_without_it(ran: Ran) -> None:
    assert ran("import sys\nprint(sys._is_gil_enabled())").output == "False\n"
    run = ran(ENDLESS + BESIDE_A_CALL)
    assert (run.output, run.ended) == ("the main thread went on\n", "ok")


@pytest.mark.about(">=3.13 with the GIL")
def test_the_default_build_has_a_gil_in_all_of_these_versions_and_in_3_15(ran: Ran) -> None:
    assert ran("import sys\nprint(sys._is_gil_enabled())").output == "True\n"


@pytest.mark.about(">=3.13")
def test_it_has_been_optional_since_python_3_13(ran: Ran) -> None:
    run = ran("import sysconfig\nprint(sysconfig.get_config_var('Py_GIL_DISABLED'))")
    assert run.output == f"{int(ran.on('free-threaded'))}\n"


@pytest.mark.about(">=3.12 <3.14")
def test_no_public_python_module_makes_such_interpreters_yet(ran: Ran) -> None:
    run = ran("""
import importlib, sys
from importlib.util import find_spec
print(find_spec("interpreters"), "interpreters" in dir(importlib.import_module("concurrent")))
print([name for name in sys.stdlib_module_names if "interp" in name and not name.startswith("_")])
private = importlib.import_module("_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters")
print("a private one does:", hasattr(private, "create"))
""")
    assert run.output == "None False\n[]\na private one does: True\n"


@pytest.mark.about(">=3.14 with the GIL")
def test_each_interpreter_has_its_own_gil(ran: Ran) -> None:
    run = ran("""
import concurrent.interpreters, os, threading
read, write = os.pipe()
hold_the_gil = f'''
import collections, itertools, os
os.write({write}, b"begins")
collections.deque(itertools.repeat(0), maxlen=0)
'''
other = concurrent.interpreters.create()
threading.Thread(target=other.exec, args=(hold_the_gil,), daemon=True).start()
os.read(read, 6)
for _ in range(3_000_000):
    pass
print("this interpreter went on", flush=True)
os._exit(0)
""")
    assert (run.output, run.ended) == ("this interpreter went on\n", "ok")


@pytest.mark.about(">=3.14")
def test_they_share_no_ordinary_objects_so_messages_are_as_much_work_as_between_processes(ran: Ran) -> None:
    run = ran("""
import concurrent.interpreters
orders = ["tea"]

def add(orders):
    orders.append("coffee")
    return orders

other = concurrent.interpreters.create()
print("sent back:", other.call(add, orders))
print("sender's: ", orders)
other.close()
""")
    assert run.output == "sent back: ['tea', 'coffee']\nsender's:  ['tea']\n"


def test_all_its_tasks_run_in_one_thread(ran: Ran) -> None:
    run = ran("""
import asyncio, threading

async def task():
    await asyncio.sleep(0.01)
    return threading.get_ident()

async def main():
    return await asyncio.gather(*(task() for _ in range(1000)))

print(set(asyncio.run(main())) == {threading.get_ident()}, threading.active_count())
""")
    assert run.output == "True 1\n"


def test_its_event_loop_goes_on_with_another_task_whenever_one_waits(ran: Ran) -> None:
    run = ran("""
import asyncio

async def first(go_on):
    print("first waits")
    await go_on.wait()
    print("first goes on")

async def second(go_on):
    print("second")
    go_on.set()

async def main():
    go_on = asyncio.Event()
    await asyncio.gather(first(go_on), second(go_on))

asyncio.run(main())
""")
    assert run.output == "first waits\nsecond\nfirst goes on\n"


def test_a_task_gives_way_only_where_it_says_await(ran: Ran) -> None:
    run = ran("""
import asyncio, time
seen = []

async def compute():
    seen.append("begins")
    time.sleep(0.1)  # an ordinary call that takes long
    seen.append("ends")
    await asyncio.sleep(0)
    seen.append("goes on")

async def other():
    seen.append("other")

async def main():
    await asyncio.gather(compute(), other())

asyncio.run(main())
print(seen)
""")
    assert run.output == "['begins', 'ends', 'other', 'goes on']\n"


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
for what in (threading.Lock(), open(__file__), lambda: 1):
    for send in (pickle.dumps, here.send):
        try:
            send(what)
        except (TypeError, AttributeError, pickle.PicklingError):
            print("refused")
print("anything arrived:", there.poll())
""")
    assert run.output == "refused\n" * 6 + "anything arrived: False\n"


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_only_the_arguments_of_a_forked_process_need_no_pickling(ran: Ran, method: str) -> None:
    run = ran(f"""
import multiprocessing, pickle

def call(function):
    print(function())

if __name__ == "__main__":
    child = multiprocessing.get_context({method!r}).Process(target=call, args=(lambda: "called",))
    try:
        child.start()
    except (AttributeError, pickle.PicklingError):
        print("refused")
    else:
        child.join()
""")
    assert run.output == ("called\n" if method == "fork" else "refused\n")
