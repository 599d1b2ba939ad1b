"""The check of `word_count`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

Nothing is timed. That the workers read at once is seen with pipes: the check gives them their text when nobody does
anything any more, so that all have begun who will. A wait for which the answer sets a time-out ends after a thousandth
of a second, fifty times: on a busy computer it may.
"""

import asyncio
import concurrent.futures
import multiprocessing
import os
import queue
import select
import subprocess
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing import connection, pool, process, queues
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from called import Call, expect, imported, line_of

word_count = imported("CHOICE", "REASON", "count_file")
CHOICE, REASON, count_file = word_count.CHOICE, word_count.REASON, word_count.count_file
Worker = tuple[int, int]
CALLERS: set[Worker] = set()  # the threads in which the check calls count_words


class SimpleQueue(queue.SimpleQueue[Any]):
    """The one of the library is made in C, and cannot be changed."""

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Take the next item."""
        return super().get(*args, **kwargs)


AT_ONCE = 0.001  # seconds until a time-out ends
WAITS: list[tuple[Any, str, int]] = [  # that can have a time-out, and its place among the arguments
    (Future, "result", 1),
    (Future, "exception", 1),
    (concurrent.futures, "wait", 1),
    (concurrent.futures, "as_completed", 1),
    (concurrent.futures.Executor, "map", sys.maxsize),  # named, or none
    (concurrent.futures.ProcessPoolExecutor, "map", sys.maxsize),
    (pool.AsyncResult, "get", 1),
    (pool.AsyncResult, "wait", 1),
    (pool.IMapIterator, "next", 1),
    (process.BaseProcess, "join", 1),
    (queue.Queue, "get", 2),
    (queues.Queue, "get", 2),
    (SimpleQueue, "get", 2),
    (threading.Thread, "join", 1),
    (threading.Event, "wait", 1),
    (threading.Condition, "wait", 1),
    (threading.Condition, "wait_for", 2),
    (threading.Semaphore, "acquire", 2),
    (connection.Connection, "poll", 1),
    (connection, "wait", 1),
    (asyncio, "wait", sys.maxsize),
    (asyncio, "wait_for", 1),
    (asyncio, "timeout", 0),
]


def is_answer(frame: FrameType) -> bool:
    """Whether it runs code of the answer."""
    return Path(frame.f_code.co_filename).name == "word_count.py"


class Hurried:
    """Lets the time-outs that the answer sets end at once, fifty times; then they last as long as they are set."""

    def __init__(self) -> None:
        self.left, self.early = 50, ""

    def hurry(self, real: Callable[..., Any], place: int) -> Callable[..., Any]:
        """A method that has its time-out at this place of its arguments."""

        def call(*args: Any, **kwargs: Any) -> Any:
            frame = sys._getframe(1)
            limit = kwargs.get("timeout", args[place] if place < len(args) else None)
            if not is_answer(frame) or limit is None or self.left < 1:
                return real(*args, **kwargs)
            self.left -= 1
            self.early = f"\n  after a time-out{line_of([(frame, frame.f_lineno)])}".replace("\n  at", " at")
            if "timeout" in kwargs:
                return real(*args, **kwargs | {"timeout": AT_ONCE})
            return real(*args[:place], AT_ONCE, *args[place + 1 :], **kwargs)

        return call


HURRIED = Hurried()


class Ends:
    """Where threads that the answer starts wait at their end, until nobody does anything."""

    def __init__(self) -> None:
        self.open = threading.Event()

    def hold(self, start: Callable[[threading.Thread], None]) -> Callable[[threading.Thread], None]:
        """`Thread.start`, after which a thread of the answer waits at its end."""

        process = os.getpid()  # others are not told when they may end

        def call(thread: threading.Thread) -> None:
            run = thread.run

            def run_and_wait() -> None:
                try:
                    run()
                finally:
                    self.open.wait()

            stack = traceback.walk_stack(sys._getframe(1))
            if process == os.getpid() and any(is_answer(frame) for frame, _ in stack):
                vars(thread).update(run=run_and_wait)
            start(thread)

        return call


def written(folder: Path, *texts: str) -> list[Path]:
    """A file for each text."""
    paths = [folder / f"shop_{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def still_there(workers: set[Worker]) -> list[Any]:
    """The processes and threads of these workers that have not ended, but for those that call."""
    others = [worker for worker in workers if isinstance(worker, tuple) and len(worker) == 2 and worker not in CALLERS]
    processes = {process for process, _ in others}
    threads = {thread for process, thread in others if process == os.getpid()}
    children = [child for child in multiprocessing.active_children() if child.pid in processes]
    return children + [thread for thread in threading.enumerate() if thread.ident in threads]


def report_of(paths: list[Path], workers: int, look: Callable[[str], bool] = lambda _: False) -> Any:
    """What `count_words` reports; it may not raise, and has to come back.

    `look` is told what it does, over and over, and says whether it lets it go on.
    """
    given = [*paths]
    left: list[Any] = []
    behind: list[Any] = []

    def count() -> Any:
        CALLERS.clear()
        CALLERS.add((os.getpid(), threading.get_ident()))
        report = word_count.count_words(paths, workers)
        left.extend(still_there(getattr(report, "workers", set())))
        behind.extend(left)
        while left:
            left[-1].join()
            left.pop()
        return report

    call, Met.meeting = Call(count), threading.Barrier(2)
    for does in call.looks():
        if look(does):
            continue
        if does == "rests":
            Met.meeting.abort()
        if does == "stuck" and left:
            expect(False, "count_words has come back, and a worker of it stays behind and waits")
        if does == "stuck":
            expect(False, f"count_words does not come back{call.where()}")
    expect(not behind, f"count_words has come back, and a worker of it was still there{HURRIED.early}")
    expect(not call.raised, f"count_words raised {call.raised}, and with it all counts are lost{call.raised_at}")
    is_report = all(hasattr(call.value, name) for name in ("words", "unread", "workers"))
    expect(is_report, f"count_words returned {call.value!r}, not a Report")
    expect(paths == given, "count_words changed the list of files that it was given")
    return call.value


@pytest.fixture(autouse=True)
def ended(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """End time-outs early. Leave no process running."""
    HURRIED.left, HURRIED.early = 50, ""
    cores(7, monkeypatch)
    replace(monkeypatch, queue, "SimpleQueue", SimpleQueue)
    for owner, name, place in WAITS:
        replace(monkeypatch, owner, name, HURRIED.hurry(getattr(owner, name), place))
    yield
    for child in multiprocessing.active_children():
        child.kill()


def replace(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, other: Any) -> None:
    """Put something else in the place of what has this name, also where the answer has imported it."""
    real = getattr(owner, name)
    monkeypatch.setattr(owner, name, other)
    for known_as, value in [*vars(word_count).items()]:
        if value is real:
            monkeypatch.setattr(word_count, known_as, other)


def cores(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be so many cores, so that who does not ask for other workers is seen."""
    for name in ("cpu_count", "process_cpu_count"):
        monkeypatch.setattr(os, name, lambda: number, raising=False)


def expect_words(report: Any, expected: dict[str, int], why: str = "") -> None:
    """Compare the words of a report with what the files hold."""
    for word in sorted({*expected, *report.words}):
        counted, there = report.words[word], expected.get(word, 0)
        told = f"count_words counted '{word}' {often(counted)}; the files hold it {often(there)}"
        expect(counted == there, f"{told}{HURRIED.early or why}")


def often(number: int) -> str:
    """How often, in words."""
    return "once" if number == 1 else f"{number} times"


def test_every_word_of_every_file_counts(tmp_path: Path) -> None:
    paths = written(tmp_path, "apples pears", "Pears, plums.", "", "plums plums\n", "apples!\nplums")
    for _ in range(2):  # the second time, nothing is left of the first
        report = report_of(paths, workers=2)
        expect_words(report, {"apples": 2, "pears": 2, "plums": 4})
    told = f"all files can be read; count_words reports as unread: {report.unread}{HURRIED.early}"
    expect(not report.unread, told)


def test_large_counts_come_home(tmp_path: Path) -> None:
    words = [f"sort{number}" for number in range(20_000)]
    report = report_of(written(tmp_path, " ".join(words), "apples"), workers=2)
    expect_words(report, dict.fromkeys(words, 1) | {"apples": 1})


def test_no_files() -> None:
    expect_words(report_of([], workers=1), {})


def test_a_file_that_cannot_be_read_is_reported_and_the_others_count(tmp_path: Path) -> None:
    missing, latin, folder = tmp_path / "missing.txt", tmp_path / "latin.txt", tmp_path / "folder.txt"
    latin.write_bytes("café".encode("latin-1"))
    folder.mkdir()
    first, last = written(tmp_path, "apples", "pears apples")
    report = report_of([first, missing, latin, folder, last], workers=2)
    expect_words(report, {"apples": 2, "pears": 1})
    for path in (missing, latin, folder):
        told, raised = report.unread.get(path, "nothing"), error_of(path)
        error, kind = raised.partition("(")[0], type(told).__name__
        expect(isinstance(told, str), f"for {path.name}, count_words reports a {kind}, not a str such as {raised!r}")
        why = HURRIED.early if path not in report.unread else ""
        expect(error in told, f"count_file({path.name}) raises {error}; of this file, count_words reports {told}{why}")
        expect(raised == told, f"the repr of the error of count_file({path.name}) is {raised}; it reports {told}")
    expect(len(report.unread) == 3, f"three files cannot be read; count_words reports {[*report.unread]}")


def error_of(path: Path) -> str:
    """The `repr` of what `count_file` raises."""
    try:
        word_count.count_file(path)
    except Exception as error:
        return repr(error)
    return "nothing"


def test_its_workers_have_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ends = Ends()
    monkeypatch.setattr(threading.Thread, "start", ends.hold(threading.Thread.start))

    def look(does: str) -> bool:
        if does == "rests":
            ends.open.set()
        return False

    paths = written(tmp_path, "apples", "pears", "plums")
    try:
        report = report_of(paths, 2, look)
    finally:
        ends.open.set()  # others than workers may still be there, such as one that feeds a queue
    expect_words(report, {"apples": 1, "pears": 1, "plums": 1})


def test_the_choice_has_a_reason() -> None:
    told = f"CHOICE is '{CHOICE}'; it says what the workers of count_words are: 'threads' or 'processes'"
    expect(CHOICE in ("threads", "processes"), told)
    length = len(REASON.split())
    told = f"REASON has {length} words; say in a sentence why you gave {CHOICE} to count_words"
    expect(length >= 8 and "TODO" not in REASON, told)


class Pipes:
    """Files that are empty until nobody does anything: then all are being read that will be at the same time."""

    def __init__(self, folder: Path, number: int, workers: int) -> None:
        self.paths, self.workers = [folder / f"shop_{one}.txt" for one in range(number)], workers
        self.read = self.at_once = 0  # how many somebody has begun to read, and how many of them before there was text
        for path in self.paths:
            os.mkfifo(path)
        program = [sys.executable, "-c", GIVER, *map(str, self.paths)]
        self.giver = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)

    def look(self, does: str) -> bool:
        """See how many are being read, and let all have their text when it is time; say whether it is."""
        assert self.giver.stdin
        assert self.giver.stdout
        before = self.read
        while select.select([self.giver.stdout], [], [], 0)[0] and (begun := self.giver.stdout.read(9)):
            self.read += len(begun)
        few = f"count_words did not read {self.workers} files at once with {self.workers} workers, but {self.read}"
        expect(does != "stuck" or self.at_once > 0 or self.read >= self.workers, few)
        if self.read > before or does == "goes on" or self.at_once or self.read < self.workers:
            return not self.at_once
        self.at_once = self.read
        self.giver.stdin.write(b"\n")
        return True


GIVER = """
import os, sys, threading
go_on = threading.Event()

def give(path):
    with open(path, "w") as pipe:  # this waits for somebody to read
        os.write(1, b".")
        go_on.wait()
        pipe.write("sold " * 10)

for path in sys.argv[1:]:
    threading.Thread(target=give, args=(path,)).start()
sys.stdin.readline()
go_on.set()
"""  # in a process of its own, so that processes that the answer forks do not keep the pipes open


@pytest.mark.parametrize(("files", "workers"), [(3, 3), (6, 3)])
def test_all_workers_count_at_once(files: int, workers: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if CHOICE == "threads":
        monkeypatch.setattr(word_count, "count_file", count_for_threads_that_meet)
    if files > workers:
        cores(1, monkeypatch)
    pipes = Pipes(tmp_path, files, workers)
    with pipes.giver as giver:
        try:
            report = report_of(pipes.paths, workers, pipes.look)
            pipes.look("goes on")
        finally:
            giver.kill()
    expect(pipes.at_once > 0, "count_words came back, and its workers had not read the files yet")
    told = f"count_words with {workers} workers read {pipes.read} of {files} files{HURRIED.early}"
    expect(pipes.read == files, told)
    told = f"count_words did not read {workers} files at once with {workers} workers, but {pipes.at_once}"
    expect(pipes.at_once == workers, told)
    race = ": two threads read the old count, and then both wrote" if CHOICE == "threads" else ""
    expect_words(report, {"sold": 10 * files}, race)
    if files == workers:
        expect_workers(report.workers)


def expect_workers(workers: set[Worker]) -> None:
    """Three workers that count at once are three threads, or three processes, as the answer chose."""
    expect(len(workers) == 3, f"3 files were read at once; count_words reports {len(workers)} workers: {workers}")
    expect(not workers & CALLERS, "3 files were read at once; one of them count_words counted itself, in no worker")
    processes = {process for process, _ in workers}
    if CHOICE == "threads":
        expect(processes == {os.getpid()}, "CHOICE is 'threads', and count_words counted in other processes")
    else:
        places = "one process" if len(processes) == 1 else f"{len(processes)} processes"
        told = f"CHOICE is 'processes', and count_words counted in {places}, not in 3 new ones"
        expect(len(processes - {os.getpid()}) == 3, told)


class Met(int):
    """A number of words. A thread that adds it to another number has read that one: here it waits for another one."""

    meeting: threading.Barrier

    def __add__(self, other: int) -> int:
        if threading.get_ident() not in {thread for _, thread in CALLERS}:
            with suppress(threading.BrokenBarrierError):  # when a lock keeps the others away: slow, but right
                self.meeting.wait()
        return int(self) + int(other)

    __radd__ = __add__


def count_for_threads_that_meet(path: Path) -> tuple[Counter[str], Worker]:
    """`count_file`, but its numbers make threads that add them up at the same time meet.

    It has a name by which it can be sent to a process, too: an answer may say threads, and take these.
    """
    words, worker = count_file(path)
    return Counter({word: Met(number) for word, number in words.items()}), worker


def test_equal_names_in_two_folders(tmp_path: Path) -> None:
    paths = []
    for folder, text in (("harbour", "apples"), ("market", "pears apples")):
        (tmp_path / folder).mkdir()
        paths += written(tmp_path / folder, text)
    told = "; two files of one name are in two folders"
    expect_words(report_of(paths, workers=2), {"apples": 2, "pears": 1}, told)
