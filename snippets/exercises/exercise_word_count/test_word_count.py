"""The check of `word_count`: plain `pytest` in this folder runs it.

Nothing is timed. That the workers read at once is seen with pipes: a process of the check's gives each pipe its text
when as many are being read as there are workers, and not before.
"""

import concurrent.futures.process
import concurrent.futures.thread
import importlib
import linecache
import multiprocessing
import os
import subprocess
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

wrong = ""
try:
    word_count = importlib.import_module("word_count")
except SyntaxError as error:
    wrong = f"word_count.py cannot be read\n  at line {error.lineno}: {(error.text or '').strip()}\n  with {error.msg}"
if wrong:
    pytest.fail(wrong, pytrace=False)
CHOICE, REASON = word_count.CHOICE, word_count.REASON
Worker = tuple[int, int]
CALLERS: set[Worker] = set()  # the threads in which the check calls count_words


def measured() -> float:
    """How long to wait for an answer, in seconds: on a busy computer, longer."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", "import multiprocessing.pool"], check=True)
    return min(12, max(3, 30 * (time.monotonic() - began)))


PATIENCE = measured()


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


def written(folder: Path, *texts: str) -> list[Path]:
    """A file for each text."""
    paths = [folder / f"shop_{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def report_of(paths: list[Path], workers: int) -> Any:
    """What `count_words` reports; it may not raise, and has to come back."""
    came: list[Any] = []
    given = [*paths]

    def call() -> None:
        CALLERS.clear()
        CALLERS.add((os.getpid(), threading.get_ident()))
        try:
            came.append(word_count.count_words(paths, workers))
        except BaseException as error:
            came.append(error)

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    thread.join(PATIENCE + 4)
    if not came:
        stack = traceback.walk_stack(sys._current_frames()[thread.ident or 0])
        expect(False, f"count_words does not come back{line_of(stack)}")
    if isinstance(came[0], BaseException):
        where = line_of(traceback.walk_tb(came[0].__traceback__))
        expect(False, f"count_words raised {came[0]!r}, and with it all counts are lost{where}")
    expect(paths == given, "count_words changed the list of files that it was given")
    return came[0]


def line_of(stack: Any) -> str:
    """The newest line of the answer in a stack."""
    files = [(frame.f_code.co_filename, line) for frame, line in stack]
    mine = [(file, line) for file, line in files if Path(file).name == "word_count.py"]
    return f"\n  at line {mine[0][1]}: {linecache.getline(*mine[0]).strip()}" if mine else ""


@pytest.fixture(autouse=True)
def ended(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let there be seven cores, so that who does not ask for so many workers is seen. Leave nothing running."""
    for name in ("cpu_count", "process_cpu_count"):
        monkeypatch.setattr(os, name, lambda: 7, raising=False)
    yield
    for child in multiprocessing.active_children():
        child.kill()
    for module, waits in (
        (concurrent.futures.thread, "_threads_queues"),
        (concurrent.futures.process, "_threads_wakeups"),
    ):
        getattr(module, waits).clear()  # so that Python does not wait for what never ends


def expect_words(report: Any, expected: dict[str, int], why: str = "") -> None:
    """Compare the words of a report with what the files hold."""
    for word in sorted({*expected, *report.words}):
        counted, there = report.words[word], expected.get(word, 0)
        expect(counted == there, f"count_words counted '{word}' {counted} times; the files hold it {there} times{why}")


def test_every_word_of_every_file_counts(tmp_path: Path) -> None:
    paths = written(tmp_path, "apples pears", "Pears, plums.", "", "plums plums\n", "apples!\nplums")
    for _ in range(2):  # the second time, nothing is left of the first
        report = report_of(paths, workers=2)
        expect_words(report, {"apples": 2, "pears": 2, "plums": 4})
    expect(not report.unread, f"all files can be read; count_words reports as unread: {report.unread}")


def test_no_files() -> None:
    expect_words(report_of([], workers=1), {})


def test_a_file_that_cannot_be_read_is_reported_and_the_others_count(tmp_path: Path) -> None:
    missing, latin = tmp_path / "missing.txt", tmp_path / "latin.txt"
    latin.write_bytes("café".encode("latin-1"))
    first, last = written(tmp_path, "apples", "pears apples")
    report = report_of([first, missing, latin, last], workers=2)
    expect_words(report, {"apples": 2, "pears": 1})
    for path, error in ((missing, "FileNotFoundError"), (latin, "UnicodeDecodeError")):
        told = report.unread.get(path, "nothing")
        expect(error in told, f"count_file({path.name}) raises {error}; of this file, count_words reports {told}")
    expect(len(report.unread) == 2, f"two files cannot be read; count_words reports {[*report.unread]}")


def test_the_choice_has_a_reason() -> None:
    told = f"CHOICE is '{CHOICE}'; it says what the workers of count_words are: 'threads' or 'processes'"
    expect(CHOICE in ("threads", "processes"), told)
    length = len(REASON.split())
    told = f"REASON has {length} words; say in a sentence why you gave {CHOICE} to count_words"
    expect(length >= 8 and "TODO" not in REASON, told)


@pytest.mark.parametrize(("files", "workers"), [(3, 3), (4, 2)])
def test_all_workers_count_at_once(files: int, workers: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipes = [tmp_path / f"shop_{number}.txt" for number in range(files)]
    for pipe in pipes:
        os.mkfifo(pipe)
    if CHOICE == "threads":
        monkeypatch.setattr(word_count, "count_file", counted_by_meeting_threads(word_count.count_file))
    arguments = (pipes, workers, "sold " * 10, PATIENCE)
    giver = multiprocessing.get_context("fork").Process(target=give_when_enough_are_read, args=arguments)
    giver.start()
    try:
        report = report_of(pipes, workers)
        giver.join(timeout=3)
        told = f"count_words with {workers} workers did not read all of {files} files to their end"
        expect(giver.exitcode is not None, told)
    finally:
        giver.kill()
        giver.join()
    told = f"count_words did not read {workers} files at once with {workers} workers, but {giver.exitcode}"
    expect(giver.exitcode == workers, told)
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
        told = f"CHOICE is 'processes', and count_words counted in {len(processes)} processes, not in 3 new ones"
        expect(len(processes - {os.getpid()}) == 3, told)


def give_when_enough_are_read(pipes: list[Path], workers: int, text: str, patience: float) -> None:
    """In a process of its own: give each pipe its text when as many are read as there are workers.

    Its exit status says how many were read at once.
    """
    read = threading.Semaphore(0)
    go_on = threading.Event()

    def give(path: Path) -> None:
        with path.open("w") as pipe:  # this waits for somebody to read
            read.release()
            go_on.wait()
            pipe.write(text)

    for path in pipes:
        threading.Thread(target=give, args=(path,), daemon=True).start()
    at_once = 0
    while at_once < len(pipes) and read.acquire(timeout=patience if at_once < workers else 0.5):
        at_once += 1
    go_on.set()
    for one in threading.enumerate():
        if one is not threading.current_thread():
            one.join()
    sys.exit(at_once)


class Met(int):
    """A number of words. A thread that adds it to another number has read that one: here it waits for a second."""

    meeting = threading.Barrier(2)

    def __add__(self, other: int) -> int:
        if threading.get_ident() not in {thread for _, thread in CALLERS}:
            with suppress(threading.BrokenBarrierError):  # when a lock keeps the others away: slow, but right
                self.meeting.wait(timeout=2)
        return int(self) + int(other)

    __radd__ = __add__


def counted_by_meeting_threads(count_file: Callable[[Path], Any]) -> Any:
    """`count_file`, but its numbers make threads that add them up at the same time meet."""

    def count(path: Path) -> tuple[Counter[str], Worker]:
        words, worker = count_file(path)
        return Counter({word: Met(number) for word, number in words.items()}), worker

    return count
