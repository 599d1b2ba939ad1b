"""What the lesson `choosing` says, one test a sentence."""

import re

import pytest

from snippets.engine.program.program import read
from tests.support.claims import Ran


def test_interpreters_are_among_the_ways_since_python_3_14(ran: Ran) -> None:
    assert ("interpreters: " in ran("choosing/waits.py").output) == ran.on(">=3.14")


@pytest.mark.about(">=3.14")
def test_an_interpreter_is_a_second_python_within_the_same_process_with_modules_globals_and_a_gil_of_its_own(
    ran: Ran,
) -> None:
    """Nobody is ever asked to hand over, and both go on: with one GIL for both, the one that waits would keep it."""
    run = ran("""
import colorsys
import os
import sys
import threading
import time
from concurrent import interpreters
colorsys.here = here = "main"
steps = bytearray(3)
other = interpreters.create()
other.prepare_main(steps=memoryview(steps), pid=os.getpid())
sys.setswitchinterval(1000)
code = '''
import colorsys, os, sys
print(os.getpid() == pid, hasattr(colorsys, "here"), "here" in globals(), flush=True)
sys.setswitchinterval(1000)
steps[0] = 1
while not steps[1]:
    pass
steps[2] = 1
'''
thread = threading.Thread(target=other.exec, args=(code,))
thread.start()
while not steps[0]:
    time.sleep(0.001)
steps[1] = 1
while not steps[2]:
    pass
thread.join()
other.close()
print("both went on")
""")
    assert run.output == "True False False\nboth went on\n"


@pytest.mark.about(">=3.14")
def test_since_3_14_an_interpreterpoolexecutor_starts_one_for_each_of_its_workers(ran: Ran) -> None:
    run = ran("""
import time
from concurrent import interpreters
from concurrent.futures import InterpreterPoolExecutor
if __name__ == "__main__":
    with InterpreterPoolExecutor(2) as executor:
        list(executor.map(time.sleep, [0.3, 0.3]))
        print(len(interpreters.list_all()))
""")
    assert run.output == "3\n"


@pytest.mark.about(">=3.14")
def test_threads_share_the_globals_of_their_program(ran: Ran) -> None:
    lines = ran("choosing/interpreters.py").output.splitlines()
    assert lines[1] == "the main program has seen something: True"


@pytest.mark.about(">=3.14")
def test_the_seen_of_an_interpreter_is_another_one(ran: Ran) -> None:
    lines = ran("choosing/interpreters.py").output.splitlines()
    assert lines[3:] == ["the main program has seen something: False", "all in one process: True"]


def test_asyncio_gather_runs_several_at_once_and_returns_their_results_in_the_order_in_which_you_gave_them(
    ran: Ran,
) -> None:
    lines = ran("choosing/one_loop.py").output.splitlines()
    assert [line.split()[0] for line in lines[:6]] == ["Ada", "Ben", "Cleo", "Cleo", "Ben", "Ada"]
    assert lines[6] == "results: ['Ada', 'Ben', 'Cleo']"


def test_everything_happens_in_the_main_thread(ran: Ran) -> None:
    assert ran("choosing/one_loop.py").output.count("in the MainThread\n") == 3


def test_calling_it_does_not_run_it_it_makes_a_coroutine(ran: Ran) -> None:
    run = ran("""
import asyncio
async def serve():
    print("serving")
made = serve()
print(type(made).__name__)
asyncio.run(made)
""")
    assert run.output == "coroutine\nserving\n"


def test_there_is_a_warning_then_coroutine_serve_was_never_awaited_and_no_error(ran: Ran) -> None:
    run = ran("""
import asyncio
async def serve():
    print("serving")
async def main():
    serve()
    print("main goes on")
asyncio.run(main())
""")
    assert "RuntimeWarning: coroutine 'serve' was never awaited" in run.output
    assert run.output.count("serving") == run.output.count("print") == 0
    assert "main goes on\n" in run.output


# Three tasks each add one to a number, in two ways.
ADDING = """
import asyncio
number = 0
async def add():
    global number
    for _ in range(10):
        found = number
        %s
        number = found + 1
async def main():
    await asyncio.gather(add(), add(), add())
    print(number)
asyncio.run(main())
"""


def test_an_await_between_reading_and_writing_is_a_gap_as_large_as_ever(ran: Ran) -> None:
    assert ran(ADDING % "await asyncio.sleep(0)").output == "10\n"


def test_no_other_task_can_get_in_between_two_lines_without_an_await_between_them_so_there_are_fewer_data_races(
    ran: Ran,
) -> None:
    assert ran(ADDING % "pass").output == "30\n"


# A task wants its turn while another one is at work.
TURNS = """
import asyncio
import time
def recognise():
    time.sleep(0.3)
    print("recognised", flush=True)
async def visitor():
    print("a visitor is answered", flush=True)
async def main():
    task = asyncio.create_task(visitor())
    %s
    await task
asyncio.run(main())
"""


def test_recognise_has_no_await_so_nobody_has_a_turn_before_it_is_done(ran: Ran) -> None:
    assert ran(TURNS % "recognise()").output == "recognised\na visitor is answered\n"


def test_to_thread_runs_a_function_in_a_thread_and_lets_the_loop_go_on(ran: Ran) -> None:
    assert ran(TURNS % "await asyncio.to_thread(recognise)").output == "a visitor is answered\nrecognised\n"


def test_for_heavy_computing_give_the_work_to_a_pool_of_processes(ran: Ran) -> None:
    run = ran("""
import asyncio
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        print(await loop.run_in_executor(processes, os.getpid) == os.getpid())
if __name__ == "__main__":
    asyncio.run(main())
""")
    assert run.output == "False\n"


# Another thread wants the GIL again and again, and nobody asks for it: it gets it only where a call lets go of it.
# The interval is set before there is another thread, which would go on waiting for as long as it had begun to.
LETS_GO = """
import hashlib
import json
import random
import re
import sys
import threading
import time
import zlib
data = random.Random(1).randbytes(6_000_000)
numbers = list(range(300_000))[::-1]
text = "spam and eggs " * 300_000
turns = 0
def take_turns():
    global turns
    while True:
        turns += 1
        time.sleep(0.001)
sys.setswitchinterval(1000)
threading.Thread(target=take_turns, daemon=True).start()
while not turns:
    time.sleep(0.001)
before = turns
%s
print(turns > before)
"""


@pytest.mark.about("with the GIL")
@pytest.mark.parametrize("call", ["zlib.compress(data)", "hashlib.sha256(data * 20)"])
def test_zlib_compress_lets_go_of_the_gil_while_it_works_so_threads_use_both_cores(ran: Ran, call: str) -> None:
    assert ran(LETS_GO % call).output == "True\n"


@pytest.mark.about("with the GIL")
@pytest.mark.parametrize("call", ["json.dumps(numbers)", "re.sub('eggs', 'ham', text)", "sorted(numbers)"])
def test_json_re_and_sorted_do_not(ran: Ran, call: str) -> None:
    assert ran(LETS_GO % call).output == "False\n"


def test_if_it_is_a_quarter_of_the_time_no_number_of_workers_makes_the_whole_more_than_four_times_as_fast(
    ran: Ran,
) -> None:
    assert ran("choosing/amdahl.py").output.splitlines()[-1] == "never more than: 4.0 times as fast"
    run = ran("""
import time
from concurrent.futures import ThreadPoolExecutor
for workers in (1, 4, 24, 100):
    begin = time.perf_counter()
    time.sleep(0.1)  # nobody can help with this
    with ThreadPoolExecutor(workers) as executor:
        list(executor.map(time.sleep, [0.0125] * 24))
    print(time.perf_counter() - begin >= 0.1)
print((0.1 + 24 * 0.0125) / 0.1)
""")
    assert run.output == "True\nTrue\nTrue\nTrue\n4.0\n"  # one alone needs 0.4 s at least, and many 0.1 s


@pytest.mark.about(">=3.13")
def test_os_process_cpu_count_since_python_3_13_counts_those_that_it_may_use(ran: Ran) -> None:
    run = ran("""
import os
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
print(os.process_cpu_count())
""")
    assert run.output == "1\n"


def test_os_cpu_count_counts_the_cores_of_the_machine_whether_or_not_your_program_may_use_them(ran: Ran) -> None:
    run = ran("""
import os
before = os.cpu_count()
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
print(os.cpu_count() == before)
""")
    assert run.output == "True\n"


def test_executors_go_by_that_since_3_13_if_you_do_not_say_how_many_workers_you_want(ran: Ran) -> None:
    run = ran("""
import os
from concurrent.futures import ProcessPoolExecutor
machine = os.cpu_count()
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
made = ProcessPoolExecutor()._max_workers
print("allowed" if made == 1 else "machine" if made == machine else made)
""")
    assert run.output == ("allowed\n" if ran.on(">=3.13") else "machine\n")


def test_each_of_the_three_jobs_above_declares_that_the_advised_way_beats_the_plain_loop(ran: Ran) -> None:
    advice = dict(line.split(": ", 1) for line in ran("choosing/advice.py").output.splitlines())
    for job, program in (("fetch scans", "waits"), ("recognise text", "computes"), ("pack scans", "packs")):
        advised = re.split("[,;]", advice[job])[0]
        declared = read(ran.root / "snippets", f"choosing/{program}.py").declaration.shows
        assert re.search(rf"\b{advised} <= 0\.\d+ \* one_by_one\b", declared), (job, declared)
