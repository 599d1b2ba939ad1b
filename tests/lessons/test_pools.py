"""What the lesson `pools` says, one test a sentence."""

import re

import pytest

from tests.support.claims import Ran


def test_the_items_of_a_chunk_are_done_by_one_worker_one_after_the_other_no_matter_who_is_idle(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import os
def who(item):
    return os.getpid()
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pids = pool.map(who, range(20), chunksize=10)
    print(len(set(pids[:10])), len(set(pids[10:])))
""")
    assert run.output == "1 1\n"


# A worker does one chunk and ends, so that there is a worker for each chunk.
CHUNKS = """
import multiprocessing
import os
def who(item):
    return os.getpid()
if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        pids = list(pool.%s(who, range(20)))
    print([pids.count(pid) for pid in dict.fromkeys(pids)])
"""


def test_for_twenty_photos_and_two_workers_it_makes_chunks_of_three(ran: Ran) -> None:
    assert ran(CHUNKS % "map").output == "[3, 3, 3, 3, 3, 3, 2]\n"


def test_if_you_do_not_say_chunksize_pool_map_makes_about_four_chunks_for_each_worker(ran: Ran) -> None:
    chunks = ran(CHUNKS.replace("range(20)", "range(160)") % "map").output
    assert chunks == f"{[20] * 8}\n"


def test_imap_imap_unordered_and_the_map_of_an_executor_send_one_item_at_a_time(ran: Ran) -> None:
    for way in ("imap", "imap_unordered"):
        assert ran(CHUNKS % way).output == f"{[1] * 20}\n"
    run = ran("""
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
def who(item):
    return os.getpid()
if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as executor:
        pids = list(executor.map(who, range(4)))
    print(len(set(pids)))
""")
    assert run.output == "4\n"


# The first item waits for the others, so that it is the last to be done.
LAST = """
import multiprocessing
def begin(event):
    global others_are_done
    others_are_done = event
def work(item):
    if item == 0:
        others_are_done.wait()
    if item == 3:
        others_are_done.set()
    return item
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Pool(2, begin, (context.Event(),)) as pool:
        print(list(pool.%s(work, range(4))))
"""


def test_imap_gives_the_results_in_the_order_of_the_items(ran: Ran) -> None:
    assert ran(LAST % "imap").output == "[0, 1, 2, 3]\n"


def test_imap_unordered_gives_them_in_the_order_in_which_they_are_done(ran: Ran) -> None:
    printed = ran(LAST % "imap_unordered").output
    assert printed in ("[1, 2, 3, 0]\n", "[1, 2, 0, 3]\n")  # the last two may be done at once


def test_map_returns_nothing_before_the_end(ran: Ran) -> None:
    run = ran("""
import multiprocessing
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(pool.map(abs, [-1, -2]))
""")
    assert run.output == "[1, 2]\n"


def pickled(ran: Ran, begin: str) -> int:
    """How often a template is pickled that is sent to two workers and six items, in chunks of one."""
    run = ran(f"""
import multiprocessing
from functools import partial
class Template:
    def __reduce__(self):
        print("pickled")
        return Template, ()
    def frame(self, photo):
        return photo
def keep(template):
    pass
def frame(photo, template=None):
    return photo
if __name__ == "__main__":
    template = Template()
    spawn = multiprocessing.get_context("spawn")
    {begin}
        pool.map(work, range(6), chunksize=1)
""")
    return run.output.count("pickled\n")


def test_the_function_is_pickled_with_every_chunk_so_the_template_is_too(ran: Ran) -> None:
    assert pickled(ran, "work = partial(frame, template=template)\n    with spawn.Pool(2) as pool:") == 6


def test_an_initializer_sends_it_once_to_each_worker(ran: Ran) -> None:
    assert pickled(ran, "work = frame\n    with spawn.Pool(2, keep, (template,)) as pool:") == 2


def test_with_pool_map_self_frame_photos_the_whole_object_travels_with_every_chunk(ran: Ran) -> None:
    assert pickled(ran, "work = template.frame\n    with spawn.Pool(2) as pool:") == 6


def test_imap_takes_items_from_its_iterable_as_fast_as_it_gets_them_whether_or_not_anybody_is_ready_for_them(
    ran: Ran,
) -> None:
    run = ran("""
import multiprocessing
import threading
all_read = threading.Event()
def items():
    yield from range(50)
    all_read.set()
def begin(given):
    global event
    event = given
def work(item):
    event.wait()
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    event = context.Event()
    with context.Pool(2, begin, (event,)) as pool:
        results = pool.imap(work, items())
        print("read before any is done:", all_read.wait(10))
        event.set()
        print(len(list(results)))
""")
    assert run.output == "read before any is done: True\n50\n"


def test_it_makes_a_list_of_all_items_before_it_begins(ran: Ran) -> None:
    run = ran("""
import multiprocessing
def items():
    for item in range(3):
        print("read", flush=True)
        yield item
def work(item):
    print("begin", flush=True)
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.map(work, items(), chunksize=1)
""")
    assert run.output == "read\n" * 3 + "begin\n" * 3


def test_in_the_second_round_a_semaphore_lets_the_generator_read_only_if_there_is_room(ran: Ran) -> None:
    assert ran("pools/reads_ahead.py").output.endswith("limited True: up to 4 photos were in memory\n")


@pytest.mark.about(">=3.14")
def test_an_executor_can_do_it_by_itself_since_python_3_14_with_executor_map_develop_photos_buffersize_4(
    ran: Ran,
) -> None:
    run = ran("""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
read = 0
def items():
    global read
    for read in range(1, 21):
        yield read
if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        print(max(read - item for item in executor.map(abs, items(), buffersize=4)))
""")
    assert 3 <= int(run.output) <= 5


def test_with_maxtasksperchild_a_worker_ends_after_that_many_tasks_and_a_new_one_takes_its_place(ran: Ran) -> None:
    lines = ran("pools/fresh_workers.py").output.splitlines()
    assert lines[0].endswith(": [1, 2, 3, 4, 5, 6]")
    assert lines[1].endswith(": [1, 2, 1, 2, 1, 2]")


def test_two_chunks_of_three_are_two_tasks(ran: Ran) -> None:
    assert ran("pools/fresh_workers.py").output.endswith("chunksize=3: [1, 2, 3, 4, 5, 6]\n")


def test_in_an_executor_the_argument_is_called_max_tasks_per_child_and_it_refuses_to_work_with_fork(ran: Ran) -> None:
    run = ran("""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
for method in ("spawn", "fork"):
    try:
        ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(method), max_tasks_per_child=2)
        print(method, "works")
    except ValueError:
        print(method, "raises a ValueError")
""")
    assert run.output == "spawn works\nfork raises a ValueError\n"


def test_a_pool_starts_a_new_worker_in_place_of_the_one_that_died(ran: Ran) -> None:
    assert ran("pools/lost_worker.py").output.endswith("workers alive: 2\n")


def test_the_work_of_the_dead_one_is_forgotten(ran: Ran) -> None:
    assert ran("pools/lost_worker.py").output.splitlines()[:3] == [
        "bride: developed",
        "panorama: nothing after a second",
        "cake: developed",
    ]


@pytest.mark.parametrize("way", ["map", "imap"])
def test_map_and_imap_wait_in_the_same_way(ran: Ran, way: str) -> None:
    run = ran(f"""
import multiprocessing
import os
import signal
import threading
def work(item):
    if item == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return item
def wait(pool):
    list(pool.{way}(work, range(3)))
    print("came back")
if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2) as pool:
        waiting = threading.Thread(target=wait, args=(pool,), daemon=True)
        waiting.start()
        waiting.join(1)
        print("still waiting:", waiting.is_alive(), flush=True)
        os._exit(0)
""")
    assert run.output.endswith("still waiting: True\n")


def test_all_calls_that_were_not_done_when_the_executor_broke_have_the_same_exception_the_innocent_ones_too(
    ran: Ran,
) -> None:
    run = ran("""
import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
def work(item):
    if item == 0:
        os.kill(os.getpid(), signal.SIGKILL)
if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as executor:
        futures = [executor.submit(work, item) for item in range(3)]
    print([type(future.exception()).__name__ for future in futures])
""")
    assert run.output == f"{['BrokenProcessPool'] * 3}\n"


def test_if_that_executor_breaks_there_is_only_one_suspect(ran: Ran) -> None:
    assert ran("pools/find_it.py").output == (
        "bride: developed\npanorama: ended its worker\ngroom: developed\ncake: developed\n"
    )


INTERRUPTED = """
import multiprocessing
import os
import signal
def begin(given):
    global begun
    begun = given
def work(item):
    begun.release()
    multiprocessing.get_context("spawn").Event().wait(20)
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    spawn = multiprocessing.get_context("spawn")
    begun = spawn.Semaphore(0)
    with spawn.Pool(2, begin, (begun,)) as pool:
        result = pool.map_async(work, range(2), chunksize=1)
        begun.acquire()
        begun.acquire()
        try:
            os.killpg(0, signal.SIGINT)
            result.get(10)
        except KeyboardInterrupt:
            print("the parent is interrupted", flush=True)
        for worker in list(pool._pool):
            worker.join(5)
"""


def test_each_worker_raises_a_keyboardinterrupt_in_the_middle_of_its_photo_and_prints_a_traceback(ran: Ran) -> None:
    output = ran(INTERRUPTED, timeout=30).output
    assert "the parent is interrupted\n" in output
    assert len(re.findall(r"^Process SpawnPoolWorker-\d:", output, re.MULTILINE)) == 2
    assert len(re.findall(r"^KeyboardInterrupt$", output, re.MULTILINE)) >= 2


def test_the_parent_gets_its_keyboardinterrupt_while_it_waits_for_a_result_and_the_with_block_terminates_the_workers(
    ran: Ran,
) -> None:
    output = ran("pools/ctrl_c.py").output
    assert re.search(r"developed photo 1\n(.*\n)*photos that are developed: \d+\nworkers alive: 0\n$", output)


def test_the_end_of_a_with_block_calls_terminate_and_does_not_wait(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import time
def work(item):
    time.sleep(60)
    print("done")
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.map_async(work, [1])
    print("the block has ended")
""")
    assert run.output == "the block has ended\n"


def test_close_says_that_no_more_work_will_come_and_join_waits_until_all_is_done(ran: Ran) -> None:
    run = ran("""
import multiprocessing
import time
def work(item):
    time.sleep(0.1)
    print("done", item, flush=True)
if __name__ == "__main__":
    pool = multiprocessing.get_context("spawn").Pool(1)
    pool.map_async(work, [1, 2])
    pool.close()
    try:
        pool.map(work, [3])
    except ValueError as error:
        print(error, flush=True)
    pool.join()
    print("all is done")
""")
    assert sorted(run.output.splitlines()[:3]) == ["Pool not running", "done 1", "done 2"]
    assert run.output.endswith("all is done\n")


def test_there_executor_shutdown_cancel_futures_true_drops_the_calls_that_have_not_begun(
    ran: Ran,
) -> None:
    run = ran("""
import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor
def begin(given):
    global event
    event = given
def work(item):
    event.wait()
    return item
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    event = context.Event()
    with ProcessPoolExecutor(1, mp_context=context, initializer=begin, initargs=(event,)) as executor:
        futures = [executor.submit(work, item) for item in range(20)]
        threading.Timer(0.3, event.set).start()
        executor.shutdown(cancel_futures=True)
    print(futures[-1].cancelled())
""")
    assert run.output == "True\n"
