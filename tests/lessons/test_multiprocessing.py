"""What the lesson `multiprocessing` says, one test a sentence."""

import re
from typing import NamedTuple

import pytest

from tests.support.claims import Ran

METHODS = ("fork", "spawn", "forkserver")


def test_process_takes_target_args_kwargs_name_and_daemon_as_thread_does(ran: Ran) -> None:
    run = ran("""
from inspect import signature
from multiprocessing import Process
from threading import Thread
wanted = {"target", "args", "kwargs", "name", "daemon"}
print([wanted <= set(signature(kind).parameters) for kind in (Process, Thread)])
""")
    assert run.output == "[True, True]\n"


def test_map_returned_the_totals_in_the_order_of_the_branches_as_if_nothing_had_happened(ran: Ran) -> None:
    assert ran("multiprocessing/year_end.py").output.endswith("\n[0, 2000000, 3999999, 6000000]\n")
    run = ran("""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
def begin(event):
    global second_is_done
    second_is_done = event
def work(name):
    if name == "first":
        second_is_done.wait()
    else:
        print("done: second", flush=True)
        second_is_done.set()
    return name
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    event = context.Event()
    with ProcessPoolExecutor(2, mp_context=context, initializer=begin, initargs=(event,)) as executor:
        print(list(executor.map(work, ["first", "second"])))
""")
    assert run.output == "done: second\n['first', 'second']\n"


def test_the_return_value_of_the_target_is_lost_as_with_a_thread(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import threading
def price():
    return 7
if __name__ == "__main__":
    for kind in (multiprocessing.get_context("spawn").Process, threading.Thread):
        worker = kind(target=price)
        worker.start()
        print(worker.join(), getattr(worker, "exitcode", "no exit code"), 7 in vars(worker).values())
""")
    assert run.output == "None 0 False\nNone no exit code False\n"


class Path(NamedTuple):
    """A line of `process_tree.py`: who leads to whom, by name and number, and what the last of them sees."""

    names: list[str]
    pids: list[str]
    price: str
    run_in: str


def paths(ran: Ran) -> list[Path]:
    """The lines of `process_tree.py`: of main, and of the children under fork, spawn, forkserver and forkserver."""
    found = []
    for line in ran("multiprocessing/process_tree.py").output.splitlines():
        told = re.fullmatch(r"(.+): price (\d), file run in (\d+)", line)
        assert told, line
        way, price, run_in = told.groups()
        found.append(Path(re.findall(r"[a-z ]*[a-z]", way), re.findall(r"\d+", way), price, run_in))
    return found


def test_so_the_child_sees_the_price_8_and_the_file_was_run_in_its_parent(ran: Ran) -> None:
    main, child = paths(ran)[:2]
    assert child == ([*main.names, " fork child"], [main.pids[0], child.pids[-1]], "8", main.pids[0])


def test_a_spawned_child_imports_the_main_file_again_under_the_name_mp_main(ran: Ran) -> None:
    child = paths(ran)[2]
    assert (child.price, child.run_in) == ("5", child.pids[-1])
    run = ran("""
import multiprocessing
print("this file runs as", __name__)
def look():
    print("bake is in", __name__)
if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=look)
    child.start()
    child.join()
""")
    assert run.output == "this file runs as __main__\nthis file runs as __mp_main__\nbake is in __mp_main__\n"


def test_they_are_children_of_the_server_not_of_your_main_process(ran: Ran) -> None:
    main, *_, first, second = paths(ran)
    assert first.names == second.names == ["main", " server", " forkserver child"]
    assert first.pids[:2] == second.pids[:2] == [main.pids[0], first.pids[1]]
    assert first.pids[2] != second.pids[2]
    assert first.price == second.price == "5"


def test_only_the_thread_that_forks_is_in_the_copy(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import threading
def count():
    print("in the child:", threading.active_count())
if __name__ == "__main__":
    end = threading.Event()
    reader = threading.Thread(target=end.wait)
    reader.start()
    child = multiprocessing.get_context("fork").Process(target=count)
    child.start()
    child.join()
    print("in the parent:", threading.active_count())
    end.set()
""")
    assert run.output == "in the child: 1\nin the parent: 2\n"


# Two children of one server say whether the main file was imported in them.
IMPORTED_WHERE = """
import multiprocessing
import os
imported_in = os.getpid()
def look():
    print({os.getpid(): "by the child", os.getppid(): "by the server"}[imported_in])
if __name__ == "__main__":
    for _ in range(2):
        child = multiprocessing.get_context("forkserver").Process(target=look)
        child.start()
        child.join()
else:
    print("imported")
"""


@pytest.mark.about(">=3.13.8 !=3.14.0")
def test_since_3_13_8_and_3_14_1_the_server_imports_the_main_file_once_and_its_children_are_copies_of_the_server(
    ran: Ran,
) -> None:
    assert ran(IMPORTED_WHERE).output == "imported\nby the server\nby the server\n"


@pytest.mark.about("<3.13.8", "==3.14.0")
def test_up_to_3_13_7_and_in_3_14_0_each_child_imports_the_main_file_by_itself(ran: Ran) -> None:
    assert ran(IMPORTED_WHERE).output == "imported\nby the child\n" * 2


@pytest.mark.about(">=3.13.8 !=3.14.0")
def test_a_thread_that_the_import_starts_is_in_the_server_only_and_a_lock_that_it_holds_stays_locked_in_the_children(
    ran: Ran,
) -> None:
    run = ran("""
import multiprocessing
import threading
lock = threading.Lock()
held = threading.Event()
def hold():
    with lock:
        held.set()
        threading.Event().wait()
threading.Thread(target=hold, daemon=True).start()
held.wait()
def look():
    print("threads:", threading.active_count())
    print("free:", lock.acquire(timeout=0.3))
if __name__ == "__main__":
    child = multiprocessing.get_context("forkserver").Process(target=look)
    child.start()
    child.join()
""")
    assert run.output == "threads: 1\nfree: False\n"


@pytest.mark.about(">=3.13.8 !=3.14.0")
def test_where_the_server_imports_the_main_file_what_the_import_leaves_behind_is_copied_into_every_child(
    ran: Ran,
) -> None:
    run = ran("""
import multiprocessing
import os
if __name__ == "__main__":
    with open("menu.txt", "w") as menu:
        menu.write("tea and cake")
menu = open("menu.txt", "rb", buffering=0)
made_in = os.getpid()
def look():
    print("made by the server:", made_in == os.getppid(), menu.read(4))
if __name__ == "__main__":
    for _ in range(2):
        child = multiprocessing.get_context("forkserver").Process(target=look)
        child.start()
        child.join()
""")
    assert run.output == "made by the server: True b'tea '\nmade by the server: True b'and '\n"


# A thread runs in the parent while a child is forked: of that Python warns.
FORKING = """
import multiprocessing
import threading
import warnings
warnings.simplefilter("always")
def greet():
    pass
if __name__ == "__main__":
    end = threading.Event()
    threading.Thread(target=end.wait).start()
    child = multiprocessing.get_context("fork").Process(target=greet)
    child.start()
    child.join()
    end.set()
"""


def test_since_python_3_12_a_process_with_several_threads_that_forks_gets_a_deprecationwarning(ran: Ran) -> None:
    assert ("DeprecationWarning" in ran(FORKING).output) == ran.on(">=3.12")


@pytest.mark.about(">=3.12")
def test_it_says_that_this_may_lead_to_deadlocks_in_the_child(ran: Ran) -> None:
    assert "may lead to deadlocks in the child" in ran(FORKING).output


@pytest.mark.about(">=3.14")
def test_an_explicit_fork_context_works_in_3_14_and_3_15_as_before(ran: Ran) -> None:
    run = ran("""
import multiprocessing
print("run once")
child = multiprocessing.get_context("fork").Process(target=lambda: print("in the child"))
child.start()
child.join()
""")
    assert run.output == "run once\nin the child\n"


def test_a_server_that_has_already_started_does_not_see_what_you_change_later(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import os
def look():
    print(os.environ.get("MODE"))
if __name__ == "__main__":
    for mode in ("old", "new"):
        os.environ["MODE"] = mode
        child = multiprocessing.get_context("forkserver").Process(target=look)
        child.start()
        child.join()
""")
    assert run.output == "old\nold\n"


def test_up_to_3_13_the_default_on_linux_is_fork_since_3_14_it_is_forkserver(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import sys
print(sys.platform, multiprocessing.get_start_method())
""")
    platform, method = run.output.split()
    if platform == "linux":
        assert method == ("fork" if ran.on("<3.14") else "forkserver")


def test_a_second_call_of_set_start_method_raises_runtimeerror(ran: Ran) -> None:
    run = ran("""
import multiprocessing
multiprocessing.set_start_method("spawn")
multiprocessing.set_start_method("spawn")
""")
    assert run.ended == "exit 1"
    assert run.output.endswith("RuntimeError: context has already been set\n")


def test_a_process_that_is_still_importing_its_main_file_may_not_start_another(ran: Ran) -> None:
    run = ran("multiprocessing/broken_no_guard.py")
    assert run.ended == "ok"
    assert run.output.startswith("this file runs as __main__\nthis file runs as __mp_main__\nRuntimeError: \n")
    assert "before the\n        current process has finished its bootstrapping phase" in run.output
    assert run.output.endswith("the baker ended with exit code 1\n")


def test_bake_was_never_called(ran: Ran) -> None:
    assert "baking" not in ran("multiprocessing/broken_no_guard.py").output


def test_an_executor_in_such_a_file_gives_you_a_brokenprocesspool_instead(ran: Ran) -> None:
    run = ran("""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
    print(executor.submit(abs, -7).result())
""")
    assert run.ended == "exit 1"
    assert re.search(r"^concurrent\.futures\.process\.BrokenProcessPool: ", run.output, re.MULTILINE)
    assert "\n7\n" not in run.output


def test_with_fork_the_unguarded_program_works_because_a_forked_child_imports_nothing(ran: Ran) -> None:
    run = ran("""
import multiprocessing
print("this file runs as", __name__)
def greet():
    print("hello from", __name__)
greeter = multiprocessing.get_context("fork").Process(target=greet)
greeter.start()
greeter.join()
""")
    assert run.output == "this file runs as __main__\nhello from __main__\n"


@pytest.mark.about("<3.14")
def test_those_up_to_3_13(ran: Ran) -> None:
    run = ran("multiprocessing/broken_by_default.py")
    if run.output.startswith("start method: fork\n"):
        assert run.output.endswith("baking bread in another process\nthe baker ended with exit code 0\n")


def test_has_not_ended_or_was_not_started(ran: Ran) -> None:
    run = ran("""
import multiprocessing
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    end = context.Event()
    waiter = context.Process(target=end.wait)
    print(waiter.exitcode)
    waiter.start()
    print(waiter.exitcode)
    end.set()
    waiter.join()
    print(waiter.exitcode)
""")
    assert run.output == "None\nNone\n0\n"


def codes(ran: Ran) -> dict[str, int]:
    """The exit code of each end in `exit_codes.py`."""
    found = re.findall(r"^(\S+) +(-?\d+)$", ran("multiprocessing/exit_codes.py").output, re.MULTILINE)
    return {end: int(code) for end, code in found}


def test_returned_from_its_target(ran: Ran) -> None:
    assert codes(ran)["returns"] == 0


def test_called_sys_exit_with_that_number(ran: Ran) -> None:
    assert codes(ran)["sys.exit(7)"] == 7


def test_an_exception_in_a_child_is_printed_there_and_ends_it_with_exit_code_1(ran: Ran) -> None:
    assert codes(ran)["raises"] == 1
    output = ran("multiprocessing/exit_codes.py").output
    assert "Process SpawnProcess-2:\nTraceback" in output
    assert "ValueError: no such order\nraises         1\n" in output


def test_join_in_the_parent_raises_nothing(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import sys
def fail():
    sys.stderr = None
    raise ValueError("no such order")
if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=fail)
    child.start()
    print("join() returned", child.join())
""")
    assert run.ended == "ok"
    assert run.output.endswith("join() returned None\n")


def test_kill_sends_sigkill_and_terminate_sends_sigterm(ran: Ran) -> None:
    assert (codes(ran)["kill()"], codes(ran)["terminate()"]) == (-9, -15)


def test_a_process_ended_by_terminate_does_not_run_its_finally_blocks(ran: Ran) -> None:
    program = """
import multiprocessing
def serve(started, end):
    try:
        started.set()
        end.wait()
    finally:
        print("tidied up")
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    started, end = context.Event(), context.Event()
    server = context.Process(target=serve, args=(started, end))
    server.start()
    started.wait()
    server.terminate()
    server.join()
    print(server.exitcode)
"""
    assert ran(program).output == "-15\n"
    assert ran(program.replace("server.terminate()", "end.set()")).output == "tidied up\n0\n"


@pytest.mark.about(">=3.14")
def test_in_the_child_it_raises_a_keyboardinterrupt_so_its_finally_blocks_run(ran: Ran) -> None:
    run = ran("""
import multiprocessing
def serve(started, end):
    try:
        started.set()
        end.wait()
    except KeyboardInterrupt:
        print("interrupted")
    finally:
        print("tidied up")
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    started, end = context.Event(), context.Event()
    server = context.Process(target=serve, args=(started, end))
    server.start()
    started.wait()
    server.interrupt()
    server.join()
""")
    assert run.output == "interrupted\ntidied up\n"


def test_since_3_14_there_is_interrupt_which_sends_sigint_as_ctrl_c_does(ran: Ran) -> None:
    run = ran("import multiprocessing\nprint(hasattr(multiprocessing.Process, 'interrupt'))\n")
    assert run.output == f"{ran.on('>=3.14')}\n"


def test_since_3_14_executors_have_terminate_workers_and_kill_workers(ran: Ran) -> None:
    run = ran("""
from concurrent.futures import ProcessPoolExecutor
print([hasattr(ProcessPoolExecutor, name) for name in ("terminate_workers", "kill_workers")])
""")
    assert run.output == f"{[ran.on('>=3.14')] * 2}\n"


WAITING = """
import atexit
if __name__ == "__main__":
    atexit.register(print, "the interpreter ends")  # registered first, so called last
import multiprocessing
import time
def pack(started, go, seconds):
    started.set()
    go.wait()
    time.sleep(seconds)
    print("the child is done")
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    started, go = context.Event(), context.Event()
    child = context.Process(target=pack, args=(started, go, SECONDS), daemon=DAEMON)
    child.start()
    started.wait()
    print("main is done")
    go.set()
"""


def test_the_interpreter_waits_for_a_child_that_is_not_a_daemon(ran: Ran) -> None:
    run = ran(WAITING.replace("SECONDS", "0").replace("DAEMON", "False"))
    assert run.output == "main is done\nthe child is done\nthe interpreter ends\n"


def test_a_daemon_child_is_terminated_at_that_point(ran: Ran) -> None:
    run = ran(WAITING.replace("SECONDS", "60").replace("DAEMON", "True"))
    assert run.ended == "ok"
    assert run.output == "main is done\nthe interpreter ends\n"


def test_join_collects_the_exit_code_and_the_zombie_is_gone(ran: Ran) -> None:
    assert ran("multiprocessing/zombie.py").output == "Goodbye\nended:  Z (zombie)\njoined: gone\n"


ZOMBIE = """
import multiprocessing
import os
import pathlib
def leave():
    pass
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    guest = context.Process(target=leave)
    guest.start()
    os.waitid(os.P_PID, guest.pid, os.WEXITED | os.WNOWAIT)
    status = pathlib.Path(f"/proc/{guest.pid}/status")
    print("(zombie)" in status.read_text())
    COLLECT
    print(status.exists())
"""


def test_multiprocessing_active_children_collects_every_child_that_has_ended(ran: Ran) -> None:
    assert ran(ZOMBIE.replace("COLLECT", "multiprocessing.active_children()")).output == "True\nFalse\n"
    assert ran(ZOMBIE.replace("COLLECT", "pass")).output == "True\nTrue\n"


def test_starting_another_process_does_the_same(ran: Ran) -> None:
    assert ran(ZOMBIE.replace("COLLECT", "context.Process(target=leave).start()")).output == "True\nFalse\n"


def test_the_end_of_a_pool_s_with_block_does_not_wait_it_terminates_the_workers(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import time
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        job = pool.apply_async(time.sleep, (60,))
    print("ready:", job.ready())
""")
    assert run.ended == "ok"
    assert run.output == "ready: False\n"


def test_a_traceback_cannot_be_sent_so_its_text_comes_along_as_the_cause_of_the_exception(ran: Ran) -> None:
    run = ran("""
import pickle
try:
    1 / 0
except ZeroDivisionError as error:
    pickle.dumps(error)
    pickle.dumps(error.__traceback__)
""")
    assert run.output.endswith("TypeError: cannot pickle 'traceback' object\n")


def test_left_uncaught_both_are_printed(ran: Ran) -> None:
    run = ran("""
import multiprocessing
def unit_price(pieces):
    return 60 / pieces
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.map(unit_price, [3, 0, 5])
""")
    assert run.ended == "exit 1"
    worker, cause, parent = run.output.partition(
        "The above exception was the direct cause of the following exception:\n"
    )
    assert cause
    assert "RemoteTraceback" in worker
    assert "in unit_price" in worker
    assert "in unit_price" not in parent
    assert parent.endswith("ZeroDivisionError: division by zero\n")


def test_result_returns_the_result_or_raises_the_exception_of_the_worker(ran: Ran) -> None:
    run = ran("""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as executor:
        good, bad = executor.submit(int, "7"), executor.submit(int, "seven")
    print(good.result())
    try:
        bad.result()
    except ValueError as error:
        print(error)
""")
    assert run.output == "7\ninvalid literal for int() with base 10: 'seven'\n"


def test_each_call_has_its_own_future_so_one_failure_does_not_cost_the_others(ran: Ran) -> None:
    assert ran("multiprocessing/futures.py").output.startswith("rolls: 5.0\ncakes: division by zero\n")


def test_it_names_the_line_that_failed(ran: Ran) -> None:
    output = ran("multiprocessing/futures.py").output
    assert "in price_of_one\n    return total / pieces\n" in output


def test_executor_map_raises_the_exception_when_its_turn_comes_and_the_results_after_it_are_lost(ran: Ran) -> None:
    run = ran("""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as executor:
        numbers = executor.map(int, ["1", "2", "three", "4"])
        print(next(numbers), next(numbers))
        try:
            next(numbers)
        except ValueError as error:
            print(error)
        print(list(numbers))
""")
    assert run.output == "1 2\ninvalid literal for int() with base 10: 'three'\n[]\n"


def test_costs_no_other_call(ran: Ran) -> None:
    run = ran("""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
def outcome(ask):
    try:
        return ask()
    except ValueError:
        return "failed"
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        calls = [executor.submit(int, text) for text in ("1", "two", "3")]
        print([outcome(call.result) for call in calls])
    with context.Pool(1) as pool:
        calls = [pool.apply_async(int, (text,)) for text in ("1", "two", "3")]
        print([outcome(call.get) for call in calls])
""")
    assert run.output == "[1, 'failed', 3]\n" * 2


def test_starmap_one_tuple_for_each_call(ran: Ran) -> None:
    run = ran("""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        print(pool.starmap(pow, [(2, 3), (5, 2)]))
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        print(list(executor.map(pow, [2, 5], [3, 2])))
""")
    assert run.output == "[8, 25]\n" * 2


def test_threadpoolexecutor_refuses_it_with_a_typeerror(ran: Ran) -> None:
    run = ran("""
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(1) as executor:
    print(executor.submit(abs, -7).result())
ThreadPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
""")
    assert run.output.startswith("7\n")
    assert re.search(r"^TypeError: .*'mp_context'", run.output, re.MULTILINE)


def test_the_map_of_a_processpoolexecutor_sends_one_item_at_a_time_unless_you_say_chunksize(ran: Ran) -> None:
    run = ran("""
from concurrent.futures import ProcessPoolExecutor
from inspect import signature
print(signature(ProcessPoolExecutor.map).parameters["chunksize"].default)
""")
    assert run.output == "1\n"


def test_the_map_of_a_pool_makes_about_four_chunks_for_each_worker(ran: Ran) -> None:
    run = ran("""
import multiprocessing
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for items in (80, 8000):
            call = pool.map_async(abs, range(items))
            call.wait()
            print(items // call._chunksize)
""")
    assert run.output == "8\n8\n"


def test_the_items_of_a_chunk_are_done_by_one_worker(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
def who(item):
    return os.getpid()
if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(4, mp_context=spawn) as executor:
        pids = list(executor.map(who, range(40), chunksize=10))
    print([len(set(pids[first:first + 10])) for first in range(0, 40, 10)])
""")
    assert run.output == "[1, 1, 1, 1]\n"


def test_every_call_that_is_not_done_raises_brokenprocesspool_and_so_does_each_new_one(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
def begin(event):
    global go
    go = event
def die(branch):
    go.wait()
    os.kill(os.getpid(), signal.SIGKILL)
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    go = context.Event()
    with ProcessPoolExecutor(1, mp_context=context, initializer=begin, initargs=(go,)) as executor:
        done = executor.submit(abs, -7)
        calls = [executor.submit(die, branch) for branch in range(3)]
        print(done.result())
        go.set()
        print([type(call.exception()).__name__ for call in calls])
        try:
            executor.submit(abs, -7)
        except BrokenProcessPool:
            print("and each new one")
""")
    assert run.output == f"7\n{['BrokenProcessPool'] * 3}\nand each new one\n"


def test_the_executor_does_not_go_on_with_the_worker_that_is_left(ran: Ran) -> None:
    first, second, third = ran("multiprocessing/worker_dies.py").output.splitlines()
    assert first == "branch 1: 100"
    assert "terminated abruptly" in second
    assert "terminated abruptly" in third


def test_it_starts_another_worker_in_place_of_the_one_that_died_but_the_call_that_was_lost_never_returns(
    ran: Ran,
) -> None:
    run = ran("""
import multiprocessing
import os
import signal
def die(branch):
    os.kill(os.getpid(), signal.SIGKILL)
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        before = pool.apply(os.getpid)
        lost = pool.apply_async(die, (2,))
        print("another worker:", pool.apply(os.getpid) != before)
        lost.wait(timeout=1)
        print("returned:", lost.ready())
""")
    assert run.output == "another worker: True\nreturned: False\n"


def test_pool_map_waits_forever(ran: Ran) -> None:
    run = ran(
        """
import multiprocessing
import os
import signal
def die(branch):
    os.kill(os.getpid(), signal.SIGKILL)
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.map(die, [2])
""",
        timeout=2,
    )
    assert run.ended == "timeout"


def test_pool_map_returns_the_results_in_the_order_of_the_items_no_matter_who_is_done_first(ran: Ran) -> None:
    run = ran("""
import multiprocessing
def begin(event):
    global second_is_done
    second_is_done = event
def work(name):
    if name == "first":
        second_is_done.wait()
    else:
        print("done: second", flush=True)
        second_is_done.set()
    return name
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Pool(2, initializer=begin, initargs=(context.Event(),)) as pool:
        print(pool.map(work, ["first", "second"], chunksize=1))
""")
    assert run.output == "done: second\n['first', 'second']\n"


def test_if_one_fails_map_raises_the_worker_s_exception_in_the_parent_and_the_good_results_are_lost(ran: Ran) -> None:
    assert ran("multiprocessing/pool.py").output == "[20.0, 12.0, 5.0]\ncaught in the parent: division by zero\n"


def test_the_end_of_an_executor_s_with_block_waits_for_all_calls(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as executor:
        calls = [executor.submit(time.sleep, 0.1) for _ in range(3)]
    print([call.done() for call in calls])
""")
    assert run.output == "[True, True, True]\n"


def test_a_function_is_pickled_as_its_name(ran: Ran) -> None:
    run = ran("""
import pickle
def greet():
    print("hello")
sent = pickle.dumps(greet)
print(b"greet" in sent, b"hello" in sent)
def greet():
    print("goodbye")
pickle.loads(sent)()
""")
    assert run.output == "True False\ngoodbye\n"


def unguarded(ran: Ran) -> tuple[str, str]:
    """What an unguarded program prints under forkserver, and how it ends."""
    run = ran("""
import multiprocessing
print("file is run")
def greet():
    print("hello")
child = multiprocessing.get_context("forkserver").Process(target=greet)
child.start()
child.join()
print("exit code", child.exitcode)
""")
    return run.output, run.ended


def test_under_forkserver_the_unguarded_program_fails_too(ran: Ran) -> None:
    output, _ = unguarded(ran)
    assert "\nRuntimeError: " in output
    assert "hello" not in output


@pytest.mark.about("<3.13.8", "==3.14.0")
def test_a_runtimeerror_and_exit_code_1_of_the_child(ran: Ran) -> None:
    output, ended = unguarded(ran)
    assert (output.splitlines()[-1], ended) == ("exit code 1", "ok")


@pytest.mark.about(">=3.13.8 !=3.14.0 <3.15")
def test_a_runtimeerror_and_the_parent_s_start_raises_an_eoferror_or_a_connectionreseterror(ran: Ran) -> None:
    output, ended = unguarded(ran)
    assert re.search(r", in <module>\n    child\.start\(\)\n", output)
    assert re.search(r"^(EOFError|ConnectionResetError)\b", output, re.MULTILINE)
    assert (output.count("exit code"), ended) == (0, "exit 1")


@pytest.mark.about(">=3.15")
def test_the_file_is_run_twice_more_a_runtimeerror_and_exit_code_1_of_the_child(ran: Ran) -> None:
    output, ended = unguarded(ran)
    assert output.count("file is run\n") == 3
    assert (output.splitlines()[-1], ended) == ("exit code 1", "ok")


def sent(ran: Ran) -> dict[str, str]:
    """What `unpicklable.py` prints about each thing, on one line."""
    output = ran("multiprocessing/unpicklable.py").output.replace("\n  ", " ")
    return dict(line.split(": ", 1) for line in output.splitlines())


def test_the_list_arrives(ran: Ran) -> None:
    outcomes = sent(ran)
    assert outcomes.pop("list") == "received [1, 2]"
    assert list(outcomes) == ["lambda", "lock", "open file", "generator"]
    assert all("Error " in outcome for outcome in outcomes.values())


def test_for_the_lambda_it_is_an_attributeerror_up_to_3_13_and_a_picklingerror_since_3_14(ran: Ran) -> None:
    assert sent(ran)["lambda"].split()[0] == ("AttributeError" if ran.on("<3.14") else "PicklingError")


@pytest.mark.about("<3.14")
def test_its_text_begins_with_can_t_pickle_up_to_3_12_and_with_can_t_get_in_3_13(ran: Ran) -> None:
    text = sent(ran)["lambda"].partition(" ")[2]
    assert text.startswith("Can't get" if ran.on("3.13") else "Can't pickle")


def test_since_3_12_the_file_is_one_of_textiowrapper_instances(ran: Ran) -> None:
    older, newer = "cannot pickle '_io.TextIOWrapper' object", "cannot pickle 'TextIOWrapper' instances"
    assert sent(ran)["open file"] == f"TypeError {older if ran.on('<3.12') else newer}"


def test_under_fork_the_target_and_its_arguments_are_not_pickled(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import threading
if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    child = context.Process(target=lambda lock: print(lock.locked()), args=(threading.Lock(),))
    child.start()
    child.join()
""")
    assert run.output == "False\n"


def test_results_and_queue_items_are_pickled_under_every_start_method(ran: Ran) -> None:
    for method in METHODS:
        run = ran(f"""
import multiprocessing
import threading
def lock():
    return threading.Lock()
if __name__ == "__main__":
    context = multiprocessing.get_context("{method}")
    with context.Pool(1) as pool:
        try:
            pool.apply(lock)
        except multiprocessing.pool.MaybeEncodingError as error:
            print("result:", "cannot pickle" in str(error))
    locks = context.Queue()
    locks.put(threading.Lock())
    locks.close()
    locks.join_thread()
""")
        assert run.output.startswith("result: True\n")
        assert run.output.endswith("TypeError: cannot pickle '_thread.lock' object\n")


def test_the_first_put_starts_a_thread_in_your_process_the_feeder(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import threading
orders = multiprocessing.get_context("spawn").Queue()
print(threading.active_count())
for order in range(3):
    orders.put(order)
    print(threading.active_count())
""")
    assert run.output == "1\n2\n2\n2\n"


def test_put_gives_the_item_to_the_feeder_and_returns_at_once(ran: Ran) -> None:
    run = ran("""
import multiprocessing
photos = multiprocessing.get_context("spawn").Queue()
photos.put(bytes(10_000_000))
print("put() returned, nobody has read")
print(len(photos.get()))
""")
    assert run.output == "put() returned, nobody has read\n10000000\n"


def test_on_linux_a_pipe_holds_65_536_bytes(ran: Ran) -> None:
    run = ran("""
import os
import sys
reading, writing = os.pipe()
os.set_blocking(writing, False)
print(sys.platform, os.write(writing, bytes(1_000_000)))
""")
    platform, held = run.output.split()
    if platform == "linux":
        assert held == "65536"


def after_join(ran: Ran, size: int) -> list[str]:
    """The exit codes of the writer of a report, after `join()` and after `get()`."""
    return re.findall(rf"{size} bytes, .*exit code (\w+)", ran("multiprocessing/join_before_drain.py").output)


def test_a_report_of_65_000_bytes_fits_into_the_pipe_and_its_writer_ends(ran: Ran) -> None:
    assert after_join(ran, 65_000) == ["0", "0"]


def test_a_report_of_66_000_bytes_does_not(ran: Ran) -> None:
    assert after_join(ran, 66_000) == ["None", "0"]


HANGS = """
import multiprocessing
def write_report(reports):
    reports.put(b"x" * 66_000)
    print("the function has returned")
if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    reports = context.Queue()
    writer = context.Process(target=write_report, args=(reports,))
    writer.start()
    writer.join()
    reports.get()
"""


def test_a_process_does_not_end_before_all_that_it_put_into_the_queue_has_been_written(ran: Ran) -> None:
    run = ran(HANGS, timeout=2)
    assert run.output.startswith("the function has returned\n")
    assert run.ended == "timeout"
    swapped = HANGS.replace("    writer.join()\n    reports.get()", "    reports.get()\n    writer.join()")
    assert ran(swapped).ended == "ok"


def test_without_the_time_out_this_program_hangs_forever(ran: Ran) -> None:
    assert ran(HANGS, timeout=2).ended == "timeout"


def test_here_two_writers_send_a_million_characters_each_and_the_parent_reads_before_it_joins(ran: Ran) -> None:
    run = ran("multiprocessing/drain_then_join.py")
    assert run.output == "July: 1000000 characters\nJune: 1000000 characters\n"


def test_a_daemon_process_may_not_start_processes(ran: Ran) -> None:
    output = ran("multiprocessing/daemon_child.py").output
    assert output.endswith("AssertionError: daemonic processes are not allowed to have children\nexit code 1\n")


def test_the_workers_of_a_pool_are_daemons_so_a_function_in_a_pool_cannot_open_another_pool(ran: Ran) -> None:
    run = ran("""
import multiprocessing
def open_pool():
    return multiprocessing.get_context("spawn").Pool(1)
def is_daemon():
    return multiprocessing.current_process().daemon
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print(pool.apply(is_daemon))
        try:
            pool.apply(open_pool)
        except AssertionError as error:
            print(error)
""")
    assert run.output.startswith("True\ndaemonic processes are not allowed to have children\n")


def test_by_then_put_has_long_returned_so_put_raises_nothing(ran: Ran) -> None:
    run = ran("multiprocessing/put_unpicklable.py")
    assert run.ended == "ok"
    assert run.output.endswith("put() raised nothing, and the program ends well\n")


def test_the_feeder_prints_the_traceback_and_drops_the_item_and_whoever_waits_for_it_in_get_waits_forever(
    ran: Ran,
) -> None:
    run = ran("""
import multiprocessing
import queue
import threading
locks = multiprocessing.get_context("spawn").Queue()
locks.put(threading.Lock())
try:
    locks.get(timeout=1)
except queue.Empty:
    print("nothing came")
""")
    assert run.output.startswith("Traceback")
    assert run.output.endswith("TypeError: cannot pickle '_thread.lock' object\nnothing came\n")


def test_processpoolexecutor_does_not_use_multiprocessing_pool(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as executor:
        print(executor.submit(abs, -7).result())
    print([name in sys.modules for name in ("multiprocessing.pool", "multiprocessing.queues")])
""")
    assert run.output == "7\n[False, True]\n"


def test_the_terminal_sends_the_signal_sigint_to_the_parent_and_to_its_workers_alike(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import signal
import time
def work(ready):
    signal.signal(signal.SIGINT, lambda *_: exit(3))
    ready.set()
    time.sleep(600)
if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    ready = spawn.Event()
    worker = spawn.Process(target=work, args=(ready,))
    worker.start()
    ready.wait()
    print("ready")
    try:
        time.sleep(600)
    except KeyboardInterrupt:
        worker.join()
        print("parent, and worker:", worker.exitcode)
# /// run
# interrupt = "ready"
# ///
""")
    assert run.output == "ready\nparent, and worker: 3\n"


def test_a_worker_that_does_not_ignore_it_ends_its_call_with_a_traceback_of_its_own(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import time
def work(ready):
    ready.set()
    time.sleep(600)
if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    ready = spawn.Event()
    worker = spawn.Process(target=work, args=(ready,))
    worker.start()
    ready.wait()
    print("ready")
    try:
        time.sleep(600)
    except KeyboardInterrupt:
        worker.join()
# /// run
# interrupt = "ready"
# ///
""")
    assert run.output.startswith("ready\nProcess SpawnProcess-1:\nTraceback (most recent call last):\n")
    assert run.output.endswith("\nKeyboardInterrupt\n")


def test_there_keyboardinterrupt_is_raised_in_the_main_thread_alone(ran: Ran) -> None:
    assert ran("multiprocessing/interrupted.py").output == (
        "the shop is open\nthe main thread was interrupted\nthe thread was told\nthe shop is closed\n"
    )


def test_a_thread_that_nobody_tells_keeps_the_program_open(ran: Ran) -> None:
    run = ran(
        """
import threading
import time
threading.Thread(target=time.sleep, args=(600,)).start()
print("ready")
try:
    time.sleep(600)
except KeyboardInterrupt:
    print("interrupted")
# /// run
# interrupt = "ready"
# ///
""",
        timeout=3,
    )
    assert (run.output, run.ended) == ("ready\ninterrupted\n", "timeout")


def test_leaving_the_with_block_ends_the_workers(ran: Ran) -> None:
    run = ran("""
import multiprocessing
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        workers = multiprocessing.active_children()
    for worker in workers:
        worker.join()
    print(len(workers), multiprocessing.active_children())
""")
    assert run.output == "2 []\n"
