"""The claims of the page `exercises`. tests/laws/test_every_exercise.py proves that its checks do what they say."""

from tests.support.claims import Ran
from tests.support.site import ROOT


def test_a_barrier_of_four_lets_nobody_pass_before_the_fourth_has_come(ran: Ran) -> None:
    run = ran("""
import threading
barrier = threading.Barrier(4)
waiting = threading.Semaphore(0)
passed = []
def meet():
    waiting.release()
    barrier.wait()
    passed.append("passed")
runners = [threading.Thread(target=meet) for _ in range(4)]
for runner in runners[:3]:
    runner.start()
for _ in range(3):
    waiting.acquire()
runners[0].join(timeout=0.2)
print(passed)
runners[3].start()
for runner in runners:
    runner.join()
print(passed)
""")
    assert run.output == "[]\n['passed', 'passed', 'passed', 'passed']\n"


def test_abort_breaks_a_barrier_for_everybody_who_waits_there(ran: Ran) -> None:
    run = ran("""
import threading
barrier = threading.Barrier(3)
begun = threading.Semaphore(0)
def wait():
    begun.release()
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        print("broken")
waiters = [threading.Thread(target=wait) for _ in range(2)]
for waiter in waiters:
    waiter.start()
    begun.acquire()
barrier.abort()
for waiter in waiters:
    waiter.join()
""")
    assert run.output == "broken\nbroken\n"


def test_whoever_reads_a_named_pipe_waits_until_somebody_opens_it_for_writing(ran: Ran) -> None:
    run = ran("""
import os
import threading
os.mkfifo("pipe")
about_to_read = threading.Event()
def read():
    about_to_read.set()
    with open("pipe") as pipe:
        print("opened for reading")
        print(pipe.read())
reader = threading.Thread(target=read)
reader.start()
about_to_read.wait()
reader.join(timeout=0.2)
print("nobody has opened it for writing")
with open("pipe", "w") as pipe:
    pipe.write("filled")
reader.join()
""")
    assert run.output == "nobody has opened it for writing\nopened for reading\nfilled\n"


def test_on_a_file_that_was_read_a_moment_ago_reading_takes_less_than_a_tenth_of_the_time_of_count_file(
    ran: Ran,
) -> None:
    starter = (ROOT / "snippets/exercises/exercise_word_count/word_count.py").read_text(encoding="utf-8")
    run = ran(f"""{starter}
import time
def seconds(call, path):
    begin = time.perf_counter()
    call(path)
    return time.perf_counter() - begin
path = Path("sales.txt")
path.write_text("apples pears plums " * 50_000, encoding="utf-8")
reading = min(seconds(Path.read_text, path) for _ in range(10))
counting = min(seconds(count_file, path) for _ in range(10))
print(reading < counting / 10)
""")
    assert run.output == "True\n"
