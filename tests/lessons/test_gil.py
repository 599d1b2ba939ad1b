"""Each claim of the lesson `gil`, run on every Python that is installed."""

import pytest

from tests.support.claims import Ran

# Nobody asks for the GIL here: a second thread gets a turn only where `job` lets go of it. It prints whether one did.
PROBE = """
import sys, threading, time
sys.setswitchinterval(1000)

def lets_go(job):
    door = threading.Lock()
    door.acquire()
    came_in = []

    def guest():
        door.acquire()
        came_in.append("guest")

    thread = threading.Thread(target=guest)
    thread.start()
    door.release()
    end = time.monotonic() + (3 if expected else 0.1)
    while not came_in and time.monotonic() < end:
        job()
    answer = bool(came_in)
    thread.join()
    return answer

print([name for name, job in jobs.items() if lets_go(job) != expected])
"""


def others(ran: Ran, jobs: str, expected: bool, before: str = "") -> str:
    """Which of some jobs do not do what is expected of all of them: to let go of the GIL, or to keep it."""
    return ran(f"{before}\njobs = {{{jobs}}}\nexpected = {expected}\n{PROBE}", timeout=30).output


def test_an_interval_of_0_is_refused_with_a_valueerror(ran: Ran) -> None:
    run = ran("import sys\ntry:\n    sys.setswitchinterval(0)\nexcept ValueError as error:\n    print(error)")
    assert run.output == "switch interval must be strictly positive\n"


def test_sys_getswitchinterval_says_how_long_it_is_and_sys_setswitchinterval_sets_it_in_seconds(ran: Ran) -> None:
    run = ran("import sys\nprint(sys.getswitchinterval())\nsys.setswitchinterval(2)\nprint(sys.getswitchinterval())")
    assert run.output == "0.005\n2.0\n"


@pytest.mark.about("with the GIL")
def test_if_ben_still_waits_then_he_raises_a_flag_please_hand_over(ran: Ran) -> None:
    """With an interval that never ends, nobody is asked: the other one gets no turn as long as the first computes."""
    assert others(ran, "'loop': lambda: [i for i in range(1000)]", expected=False) == "[]\n"


def test_four_threads_append_50_000_songs_each_to_one_list_and_all_200_000_are_there(ran: Ran) -> None:
    assert ran("gil/playlist.py").output == "songs: 200000\n" + "".join(f"of {name}: 50000\n" for name in "abcd")


def test_the_gil_does_not_protect_what_takes_more_than_one_step(ran: Ran) -> None:
    run = ran("""
import threading
callers = 0
both_have_read = threading.Barrier(2)

def answer_call():
    global callers
    read = callers
    both_have_read.wait()
    callers = read + 1

lines = [threading.Thread(target=answer_call) for _ in range(2)]
for line in lines:
    line.start()
for line in lines:
    line.join()
print(callers)
""")
    assert run.output == "1\n"


@pytest.mark.about("with the GIL")
def test_a_long_call_of_a_c_function_that_keeps_the_gil_stops_every_other_thread_until_it_returns(ran: Ran) -> None:
    run = ran("""
import random, threading
numbers = [random.random() for _ in range(300_000)]
inside = threading.Event()
steps = []

def sort():
    inside.set()
    steps.append("begin")
    sorted(numbers)
    steps.append("end")

def tick():
    inside.wait()
    while len(steps) < 2:
        pass
    steps.append("tick")

threads = [threading.Thread(target=sort), threading.Thread(target=tick)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(steps)
""")
    assert run.output == "['begin', 'end', 'tick']\n"


@pytest.mark.about("with the GIL")
def test_python_code_until_it_is_asked(ran: Ran) -> None:
    assert others(ran, "'loop': lambda: [i for i in range(1000)], 'call': lambda: None", expected=False) == "[]\n"


@pytest.mark.about("with the GIL")
def test_sorted_sum_json_re_pickle(ran: Ran) -> None:
    jobs = """
    "sorted": lambda: sorted(numbers), "sum": lambda: sum(numbers), "json": lambda: json.dumps(numbers),
    "re": lambda: re.sub("[13579]+", "odd", text), "pickle": lambda: pickle.dumps(numbers),
"""
    before = "import json, pickle, re\nnumbers = [n * 0.7 % 1 for n in range(20_000)]\ntext = str(numbers)"
    assert others(ran, jobs, False, before) == "[]\n"


@pytest.mark.about("with the GIL")
def test_arithmetic_also_with_huge_numbers(ran: Ran) -> None:
    assert others(ran, "'power': lambda: 3 ** 30_000, 'sum': lambda: 1 + 1", expected=False) == "[]\n"


def test_time_sleep_and_waiting_for_a_lock_a_queue_or_a_thread(ran: Ran) -> None:
    jobs = """
    "sleep": lambda: time.sleep(0.001), "lock": lambda: taken.acquire(timeout=0.001),
    "queue": lambda: attempt(lambda: queue.Queue().get(timeout=0.001)), "thread": lambda: sleeper.join(0.001),
"""
    before = """
import queue, threading, time
taken = threading.Lock()
taken.acquire()
over = threading.Event()
sleeper = threading.Thread(target=over.wait, daemon=True)
sleeper.start()

def attempt(call):
    try:
        call()
    except queue.Empty:
        pass
"""
    assert others(ran, jobs, True, before) == "[]\n"


def test_reading_and_writing_files_and_sockets(ran: Ran) -> None:
    jobs = """
    "read": lambda: (file.seek(0), file.read()), "write": lambda: (file.seek(0), file.write(data)),
    "socket": lambda: (left.send(data[:1000]), right.recv(1000)),
"""
    before = """
import socket, tempfile
data = bytes(1_000_000)
file = tempfile.TemporaryFile(buffering=0)
file.write(data)
left, right = socket.socketpair()
"""
    assert others(ran, jobs, True, before) == "[]\n"


def test_hashlib_zlib_bz2_lzma_with_enough_data(ran: Ran) -> None:
    jobs = """
    "hashlib": lambda: hashlib.sha256(data), "zlib": lambda: zlib.compress(data), "bz2": lambda: bz2.compress(data),
    "lzma": lambda: lzma.compress(data[:100_000]),
"""
    assert others(ran, jobs, True, "import bz2, hashlib, lzma, zlib\ndata = bytes(range(250)) * 2000") == "[]\n"


def test_a_query_of_sqlite3(ran: Ran) -> None:
    before = "import sqlite3\nshop = sqlite3.connect(':memory:')"
    assert others(ran, "'query': lambda: shop.execute('select 1').fetchall()", True, before) == "[]\n"


@pytest.mark.about("with the GIL")
def test_sorted_json_and_re_keep_it(ran: Ran) -> None:
    jobs = "'sorted': lambda: sorted(n), 'json': lambda: json.dumps(n), 're': lambda: re.findall('[1-5]', str(n))"
    assert others(ran, jobs, False, "import json, re\nn = list(range(20_000, 0, -1))") == "[]\n"


@pytest.mark.about("with the GIL")
def test_hashing_lets_go_of_the_gil_for_a_large_piece_and_keeps_it_for_a_small_one(ran: Ran) -> None:
    assert ran("gil/small_pieces.py").output == (
        "    1,000 bytes: keeps the GIL\n"
        "    2,000 bytes: keeps the GIL\n"
        "  200,000 bytes: lets go\n"
        "1,000,000 bytes: lets go\n"
    )


def test_a_process_beside_it_has_a_gil_of_its_own(ran: Ran) -> None:
    """The child computes for ever and nobody asks it to hand over; the parent goes on all the same."""
    run = ran("""
import multiprocessing, sys

def compute():
    sys.setswitchinterval(1000)
    ready.set()
    while True:
        pass

if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    child = context.Process(target=compute)
    child.start()
    ready.wait()
    print("the parent goes on")
    child.kill()
    child.join()
""")
    assert run.output == "the parent goes on\n"


@pytest.mark.about("with the GIL")
def test_ctypes_cdll_lets_go_of_the_gil_during_the_call_and_ctypes_pydll_keeps_it(ran: Ran) -> None:
    before = "import ctypes\nletting, keeping = ctypes.CDLL(None), ctypes.PyDLL(None)"
    assert others(ran, "'CDLL': lambda: letting.usleep(1000)", True, before) == "[]\n"
    assert others(ran, "'PyDLL': lambda: keeping.usleep(1000)", False, before) == "[]\n"


@pytest.mark.about("with the GIL")
def test_the_thread_that_was_asked_to_hand_over_waits_until_somebody_else_has_had_the_gil(ran: Ran) -> None:
    """A guest who asks once, after two seconds, gets in: were the GIL taken back, it would have to ask once more."""
    run = ran("""
import sys, threading, time
sys.setswitchinterval(2)
door = threading.Lock()
door.acquire()
came_in = []

def guest():
    door.acquire()
    came_in.append("guest")

thread = threading.Thread(target=guest)
thread.start()
door.release()
end = time.monotonic() + 1.5
while time.monotonic() < end:
    pass
sys.setswitchinterval(1000)  # whoever would begin to wait once more
early = list(came_in)  # printing would let go of the GIL
while not came_in:
    pass
print(early, came_in)
thread.join()
""")
    assert run.output == "[] ['guest']\n"
