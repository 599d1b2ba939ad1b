"""Each claim of the lesson "Python Threads", run on every Python that is installed."""

import sys

import pytest

from tests.support.claims import BUSY, Ran

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the sentence is about Linux")

# The simplest thread


def test_making_the_object_does_not_start_the_thread(ran: Ran) -> None:
    run = ran("""
import threading
baker = threading.Thread(target=print, args=("baking",))
print(baker.is_alive(), threading.active_count())
""")
    assert run.output == "False 1\n"


def test_start_does_not_wait_for_the_target_to_finish(ran: Ran) -> None:
    run = ran("""
import threading
oven_is_hot = threading.Event()

def bake():
    oven_is_hot.wait()
    print("baked")

baker = threading.Thread(target=bake)
baker.start()
print("start() has returned")
oven_is_hot.set()
baker.join()
""")
    assert run.output == "start() has returned\nbaked\n"


def test_join_returns_only_when_the_thread_has_finished(ran: Ran) -> None:
    run = ran("""
import threading
shop_opens = threading.Event()
baker = threading.Thread(target=shop_opens.wait)

def wait_for_baker():
    baker.join()
    print("the baker has finished:", not baker.is_alive())

customer = threading.Thread(target=wait_for_baker)
baker.start()
customer.start()
print("the baker is still at work:", baker.is_alive())
shop_opens.set()
customer.join()
""")
    assert run.output == "the baker is still at work: True\nthe baker has finished: True\n"


def test_so_breakfast_is_always_the_last_line(ran: Ran) -> None:
    assert ran("python_threads/first_thread.py").output == "the bread is in the oven\nbreakfast\n"


def test_at_its_end_a_program_waits_for_the_threads_that_still_run(ran: Ran) -> None:
    run = ran("""
import threading

def bake():
    threading.main_thread().join()
    print("the bread is done")

threading.Thread(target=bake).start()
print("the main thread is done")
""")
    assert run.output == "the main thread is done\nthe bread is done\n"
    assert run.ended == "ok"


# Real threads

IDS = """
import os, threading
both_run = threading.Barrier(2)
seen = []

def report():
    seen.append((os.getpid(), threading.get_native_id()))
    both_run.wait()

reader = threading.Thread(target=report)
reader.start()
report()
reader.join()
"""


def test_all_threads_of_a_process_have_the_same_process_id(ran: Ran) -> None:
    assert ran(IDS + "print(len({pid for pid, _ in seen}))").output == "1\n"


def test_each_running_thread_has_a_native_id_of_its_own(ran: Ran) -> None:
    assert ran(IDS + "print(len({native for _, native in seen}))").output == "2\n"


@linux_only
def test_on_linux_the_main_thread_s_native_id_is_the_process_id(ran: Ran) -> None:
    assert ran("import os, threading; print(threading.get_native_id() == os.getpid())").output == "True\n"


@linux_only
def test_linux_has_a_folder_with_one_entry_for_each_thread_of_a_process(ran: Ran) -> None:
    main, baker, listed = ran("python_threads/native_ids.py").output.splitlines()
    assert sorted(listed.split()[4:]) == sorted([main.split()[-1], baker.split()[-1]])


@linux_only
def test_on_linux_sys_thread_info_name_is_pthread(ran: Ran) -> None:
    assert ran("import sys; print(sys.thread_info.name)").output == "pthread\n"


# An example in need of repair


def test_python_reads_the_whole_file_before_it_runs_the_first_line(ran: Ran) -> None:
    run = ran('print("the first line")\nprint("Calculated sum" str(4950))\n')
    assert "the first line" not in run.output
    assert "SyntaxError" in run.output
    first = ran("python_threads/broken_comma.py")
    assert (first.ended, first.output.splitlines()[-1]) == (
        "exit 1",
        "SyntaxError: invalid syntax. Perhaps you forgot a comma?",
    )


def test_the_str_can_go_too_since_print_turns_its_arguments_into_strings_by_itself(ran: Ran) -> None:
    assert ran('print("Calculated sum", 4950)').output == ran('print("Calculated sum", str(4950))').output


def test_is_not_a_tuple(ran: Ran) -> None:
    run = ran("python_threads/broken_args.py")
    assert (run.ended, run.output.splitlines()[-1]) == ("exit 1", "SyntaxError: invalid syntax")
    assert run.output.splitlines()[-2].index("^") == run.output.splitlines()[-3].index(",)")


def test_the_empty_tuple_is_and_that_is_already_the_default_of_args(ran: Ran) -> None:
    run = ran("""
import inspect, threading
print(inspect.signature(threading.Thread).parameters["args"].default == () == tuple())
""")
    assert run.output == "True\n"


def test_import_threading_gives_you_the_name_threading_not_the_name_thread(ran: Ran) -> None:
    assert ran("import threading; print('threading' in dir(), 'Thread' in dir())").output == "True False\n"
    run = ran("python_threads/broken_name.py")
    assert (run.ended, run.output.splitlines()[-1].split(". ")[0]) == (
        "exit 1",
        "NameError: name 'Thread' is not defined",
    )


def test_go_adds_up_the_numbers_of_range_100_and_prints_the_sum(ran: Ran) -> None:
    assert ran("python_threads/calculated_sum.py").output == "Calculated sum 4950\n"


# A generator expression


def test_it_makes_the_numbers_while_sum_asks_for_them(ran: Ran) -> None:
    run = ran("""
def told(number):
    print("made", number)
    return number

numbers = (told(i) for i in range(3))
print("nothing made yet")
next(numbers)
""")
    assert run.output == "nothing made yet\nmade 0\n"


def test_a_generator_gives_each_item_once(ran: Ran) -> None:
    assert ran("python_threads/generator_expression.py").output == "generator\n0 1 2\n4947\n0\n"


def test_less_than_a_kilobyte(ran: Ran) -> None:
    assert ran("import sys; print(sys.getsizeof(i for i in range(10**6)) < 1000)").output == "True\n"


def test_more_than_8_million_bytes(ran: Ran) -> None:
    assert ran("import sys; print(sys.getsizeof([i for i in range(10**6)]) > 8_000_000)").output == "True\n"


def test_sum_range_100_gives_the_same_result(ran: Ran) -> None:
    assert ran("print(sum(range(100)) == sum(i for i in range(100)))").output == "True\n"


# 4950, not 5050


def test_range_100_ends_with_99(ran: Ran) -> None:
    assert ran("print(range(100)[-1])").output == "99\n"


def test_range_100_has_100_numbers_because_it_begins_with_0(ran: Ran) -> None:
    assert ran("print(len(range(100)), range(100)[0])").output == "100 0\n"


def test_every_pair_makes_99_and_there_are_50_pairs(ran: Ran) -> None:
    run = ran("pairs = [(i, 99 - i) for i in range(50)]; print(sum(map(sum, pairs)), {sum(pair) for pair in pairs})")
    assert run.output == "4950 {99}\n"
    assert ran("print(sum(range(100)))").output == "4950\n"


def test_to_get_5050_write_range_1_101_or_range_101_which_adds_a_0_to_it(ran: Ran) -> None:
    assert ran("print(sum(range(1, 101)), sum(range(101)), range(101)[0])").output == "5050 5050 0\n"


# Who is done first?

OTHER_ORDER = """
import threading
writer_is_done = threading.Event()

def read():
    writer_is_done.wait()
    print("reader is done")

def write():
    print("writer is done")
    writer_is_done.set()

threads = [threading.Thread(target=read), threading.Thread(target=write)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("both are done")
"""


def test_threads_need_not_finish_in_the_order_in_which_they_were_started(ran: Ran) -> None:
    assert ran(OTHER_ORDER).output == "writer is done\nreader is done\nboth are done\n"


def test_the_order_of_the_join_calls_does_not_decide_the_order_of_finishing(ran: Ran) -> None:
    assert ran(OTHER_ORDER).output.startswith("writer is done\n")  # the reader was joined first


def test_three_threads_can_finish_in_six_orders(ran: Ran) -> None:
    run = ran("python_threads/finish_orders.py")
    table = [line.rsplit(maxsplit=1) for line in run.output.splitlines()]
    assert sum(int(count) for _, count in table) == 200
    assert len(table) == len({order for order, _ in table}) == 6
    assert {tuple(sorted(order.split())) for order, _ in table} == {("bread", "cake", "pie")}


# Three loaves in the time of one


def test_three_waits_that_overlap_take_as_long_as_one(ran: Ran) -> None:
    run = ran("""
import threading
all_bake = threading.Barrier(3)
ovens = [threading.Thread(target=all_bake.wait) for _ in range(3)]
for oven in ovens:
    oven.start()
for oven in ovens:
    oven.join()
print("all three were on at the same time")
""")
    assert run.output == "all three were on at the same time\n"


def test_there_is_never_more_than_one_oven_on(ran: Ran) -> None:
    run = ran("""
import threading, time
threads = []

def bake():
    time.sleep(0.05)
    threads.append(threading.active_count())

for _ in range(3):
    oven = threading.Thread(target=bake)
    oven.start()
    oven.join()
print(threads)
""")
    assert run.output == "[2, 2, 2]\n"  # the main thread and one oven


def test_in_the_third_way_the_program_waits_for_each_oven_before_it_turns_on_the_next_one(ran: Ran) -> None:
    seconds = [float(line.split()[-2]) for line in ran("python_threads/three_ovens.py").output.splitlines()]
    assert seconds[0] >= 0.59  # three sleeps, and no way round any of them
    assert seconds[1] >= 0.19
    assert seconds[2] >= 0.59


# Printing from several threads


def test_between_two_calls_of_print_another_thread_can_print(ran: Ran) -> None:
    assert ran("python_threads/torn_line.py").output == "in the oven ... in the oven ... done\ndone\n"


def test_only_one_thread_at_a_time_can_hold_a_lock(ran: Ran) -> None:
    run = ran("""
import threading
printing = threading.Lock()

def try_lock():
    print("got it:", printing.acquire(blocking=False))

with printing:
    thread = threading.Thread(target=try_lock)
    thread.start()
    thread.join()
""")
    assert run.output == "got it: False\n"


def test_one_call_of_print_writes_several_pieces(ran: Ran) -> None:
    run = ran("""
class Stream:
    def __init__(self):
        self.pieces = []
    def write(self, text):
        self.pieces.append(text)

stream = Stream()
print("reader", "saved", 7, file=stream)
print(stream.pieces)
""")
    assert run.output == "['reader', ' ', 'saved', ' ', '7', '\\n']\n"


# Four threads print whole lines into a pipe that gets them line by line, as a terminal does.
FOUR_PRINT_INTO_A_PIPE = """
import subprocess, sys

PROGRAM = '''
import sys, threading

def bake(name):
    for loaf in range(5000):
        print(name, "baked", loaf)

sys.stdout.reconfigure(line_buffering=True)
for name in ("Ann", "Ben", "Cleo", "Dan"):
    threading.Thread(target=bake, args=(name,)).start()
'''
whole = {f"{name} baked {loaf}" for name in ("Ann", "Ben", "Cleo", "Dan") for loaf in range(5000)}
text = subprocess.check_output([sys.executable, "-c", PROGRAM], text=True)
print("torn:", sum(line not in whole for line in text.splitlines()))
"""


def torn(ran: Ran) -> dict[tuple[str, str], int]:
    """The counts of torn lines, by the setting of PYTHONUNBUFFERED and the way of printing."""
    lines = [line.split() for line in ran("python_threads/count_torn_lines.py").output.splitlines()]
    return {(setting.partition("=")[2], way): int(count) for setting, way, count, *_ in lines}


@pytest.mark.about("with the GIL")
def test_with_the_gil_and_line_by_line_a_short_print_of_strings_and_numbers_stays_in_one_piece(ran: Ran) -> None:
    assert torn(ran)["", "print"] == 0
    busy = ran(BUSY + FOUR_PRINT_INTO_A_PIPE, timeout=60)
    assert busy.output == "torn: 0\n"


def test_if_an_object_has_a_str_of_its_own_another_thread_can_print_while_that_runs(ran: Ran) -> None:
    run = ran("""
import sys, threading
sys.stdout.reconfigure(line_buffering=True)

class Loaf:
    def __str__(self):
        other = threading.Thread(target=print, args=("Ben baked 7",))
        other.start()
        other.join()
        return "8"

print("Ann", "baked", Loaf())
""")
    assert run.output == "Ann baked Ben baked 7\n8\n"


@pytest.mark.about("free-threaded")
def test_a_free_threaded_build_can_tear_any_such_line(ran: Ran) -> None:
    run = ran(
        """
import subprocess, sys

PROGRAM = '''
import sys, threading
sys.stdout.reconfigure(line_buffering=True)
together = threading.Barrier(4)

def report(name):
    together.wait()
    for page in range(5000):
        print(name, "saved", page)

for name in ("reader", "writer", "logger", "packer"):
    threading.Thread(target=report, args=(name,)).start()
'''
whole = {f"{name} saved {page}" for name in ("reader", "writer", "logger", "packer") for page in range(5000)}
runs = (subprocess.check_output([sys.executable, "-c", PROGRAM], text=True) for _ in range(20))
print(any(set(text.splitlines()) - whole for text in runs))
""",
        timeout=60.0,
    )
    assert run.output == "True\n"


@pytest.mark.about("with the GIL")
def test_with_the_gil_and_unbuffered_lines_are_torn(ran: Ran) -> None:
    assert torn(ran)["1", "print"] > 0


def test_unbuffered_a_line_in_one_write_arrives_whole(ran: Ran) -> None:
    assert torn(ran)["1", "write"] == 0


def test_a_lock_around_print_keeps_every_line_whole_however_the_stream_is_buffered(ran: Ran) -> None:
    run = ran("""
import os, subprocess, sys

PROGRAM = '''
import sys, threading
printing = threading.Lock()

def report(name):
    for page in range(1000):
        with printing:
            print(name, "saved", page)

sys.stdout.reconfigure(line_buffering=sys.argv[1] == "lines")
for name in ("reader", "writer", "logger", "packer"):
    threading.Thread(target=report, args=(name,)).start()
'''
whole = {f"{name} saved {page}" for name in ("reader", "writer", "logger", "packer") for page in range(1000)}
for unbuffered, lines in (("", "lines"), ("", "blocks"), ("1", "pieces")):
    given = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    text = subprocess.check_output([sys.executable, "-c", PROGRAM, lines], env=given, text=True)
    print(set(text.splitlines()) == whole, len(text.splitlines()))
""")
    assert run.output == "True 4000\n" * 3


# Names and numbers


def test_threading_current_thread_is_the_thread_object_of_the_thread_that_calls_it(ran: Ran) -> None:
    run = ran("""
import threading

def who():
    print(threading.current_thread() is reader)

reader = threading.Thread(target=who)
reader.start()
reader.join()
""")
    assert run.output == "True\n"


def test_the_first_thread_of_a_program_is_called_mainthread(ran: Ran) -> None:
    assert ran("import threading; print(threading.current_thread().name)").output == "MainThread\n"


def test_a_thread_without_a_name_gets_one_made_of_a_counter_and_the_name_of_its_target(ran: Ran) -> None:
    run = ran("""
import threading

def introduce(): ...

print(threading.Thread(target=introduce).name)
print(threading.Thread(target=introduce).name)
""")
    assert run.output == "Thread-1 (introduce)\nThread-2 (introduce)\n"


def test_two_threads_may_have_the_same_name(ran: Ran) -> None:
    run = ran("""
import threading
both_run = threading.Barrier(3)
threads = [threading.Thread(target=both_run.wait, name="reader") for _ in range(2)]
for thread in threads:
    thread.start()
print(sorted(thread.name for thread in threading.enumerate()))
both_run.wait()
""")
    assert run.output == "['MainThread', 'reader', 'reader']\n"


def test_ident_and_native_id_are_none_until_the_thread_is_started(ran: Ran) -> None:
    run = ran("""
import threading
reader = threading.Thread(target=int)
print(reader.ident, reader.native_id)
reader.start()
print(type(reader.ident).__name__, type(reader.native_id).__name__)
""")
    assert run.output == "None None\nint int\n"


def test_when_a_thread_has_ended_a_new_one_may_get_its_ident(ran: Ran) -> None:
    run = ran("""
import threading
idents = []
for _ in range(200):
    reader = threading.Thread(target=int)
    reader.start()
    reader.join()
    idents.append(reader.ident)
print(len(set(idents)) < len(idents))
""")
    assert run.output == "True\n"


@linux_only
@pytest.mark.about("<3.14")
def test_up_to_python_3_13_linux_is_not_told_the_name_of_a_thread(ran: Ran) -> None:
    python, linux = ran("python_threads/os_thread_name.py").output.splitlines()
    assert python == "Python: baker"
    assert linux.startswith("Linux: ")
    assert "baker" not in linux


@linux_only
@pytest.mark.about(">=3.14")
def test_since_python_3_14_start_tells_linux_the_name_cut_to_15_bytes(ran: Ran) -> None:
    assert ran("python_threads/os_thread_name.py").output == "Python: baker\nLinux:  baker\n"
    run = ran("""
import threading
from pathlib import Path

def look():
    print(Path(f"/proc/self/task/{threading.get_native_id()}/comm").read_text(), end="")

reader = threading.Thread(target=look, name="0123456789abcdefgh")
reader.start()
reader.join()
""")
    assert run.output == "0123456789abcde\n"


# Common mistakes


def test_a_misspelt_module_is_a_modulenotfounderror(ran: Ran) -> None:
    run = ran("python_threads/broken_import.py")
    assert run.ended == "exit 1"
    assert "\nModuleNotFoundError: No module named 'threding'" in run.output


def test_since_python_3_15_the_message_also_asks_whether_you_meant_threading(ran: Ran) -> None:
    asks = ran("python_threads/broken_import.py").output.endswith("Did you mean: 'threading'?\n")
    assert asks == ran.on(">=3.15")


HIDDEN = """
import subprocess, sys
from pathlib import Path

Path("threading.py").write_text("")
Path("bakery.py").write_text("import threading; threading.Thread(target=print)")
run = subprocess.run([sys.executable, "-S", "bakery.py"], capture_output=True, text=True)
print(run.stderr)
"""


def test_a_file_of_your_own_called_threading_py_can_hide_the_module(ran: Ran) -> None:
    assert "AttributeError: module 'threading' has no attribute 'Thread'" in ran(HIDDEN).output


def test_since_python_3_13_the_message_says_so(ran: Ran) -> None:
    assert ("consider renaming" in ran(HIDDEN).output) == ran.on(">=3.13")


# Check yourself


def test_the_second_is_not_started_before_the_first_has_finished(ran: Ran) -> None:
    run = ran("""
import threading
for name in ("reader", "writer", "logger"):
    thread = threading.Thread(target=print, args=(name,))
    thread.start()
    thread.join()
""")
    assert run.output == "reader\nwriter\nlogger\n"
