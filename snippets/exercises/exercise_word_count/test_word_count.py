"""The check of `word_count`: plain `pytest` in this folder runs it.

Nothing is timed. That the workers read at once is seen with pipes: a process of the check's gives each pipe its text
when all of them are being read, and not before.
"""

import multiprocessing
import os
import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import word_count
from word_count import CHOICE, REASON, Report, Worker, count_words

MAIN: Worker = (os.getpid(), threading.get_ident())


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


def report_of(paths: list[Path], workers: int) -> Report:
    """What `count_words` reports; it may not raise."""
    try:
        return count_words(paths, workers)
    except Exception as error:
        told = f"count_words raised {error!r}, and with it all counts are lost"
    pytest.fail(told, pytrace=False)


def expect_words(report: Report, expected: dict[str, int], why: str = "") -> None:
    """Compare the words of a report with what the files hold."""
    for word in sorted({*expected, *report.words}):
        counted, there = report.words[word], expected.get(word, 0)
        expect(counted == there, f"count_words counted '{word}' {counted} times; the files hold it {there} times{why}")


def test_every_word_of_every_file_counts(tmp_path: Path) -> None:
    paths = written(tmp_path, "apples pears", "Pears, plums.", "", "plums plums\n", "apples!\nplums")
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


def test_all_workers_count_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipes = [tmp_path / name for name in ("spring.txt", "summer.txt", "autumn.txt")]
    for pipe in pipes:
        os.mkfifo(pipe)
    if CHOICE == "threads":
        monkeypatch.setattr(word_count, "count_file", counted_by_meeting_threads(word_count.count_file))
    giver = multiprocessing.get_context("fork").Process(target=give_when_all_are_read, args=(pipes, "sold " * 10))
    giver.start()
    try:
        report = report_of(pipes, workers=3)
        giver.join(timeout=3)
        expect(giver.exitcode is not None, "all the files can be read; count_words did not read them all to their end")
    finally:
        giver.kill()
        giver.join()
    told = "count_words did not read 3 files at once with 3 workers: does it wait for one before it starts the next?"
    expect(giver.exitcode == 0, told)
    race = ": two threads read the old count, and then both wrote" if CHOICE == "threads" else ""
    expect_words(report, {"sold": 30}, race)
    expect_workers(report.workers)


def expect_workers(workers: set[Worker]) -> None:
    """Three workers that count at once are three threads, or three processes, as the answer chose."""
    expect(len(workers) == 3, f"3 files were read at once; count_words reports {len(workers)} workers: {workers}")
    expect(MAIN not in workers, "3 files were read at once; one of them count_words counted itself, in the main thread")
    processes = {process for process, _ in workers}
    if CHOICE == "threads":
        expect(processes == {os.getpid()}, "CHOICE is 'threads', and count_words counted in other processes")
    else:
        told = f"CHOICE is 'processes', and count_words counted in {len(processes)} processes, not in 3 new ones"
        expect(len(processes - {os.getpid()}) == 3, told)


def give_when_all_are_read(pipes: list[Path], text: str) -> None:
    """In a process of its own: give each pipe its text once all are open for reading. It fails if that never comes."""
    all_are_read = threading.Barrier(len(pipes))

    def give(path: Path) -> None:
        with path.open("w") as pipe:  # this waits for somebody to read
            with suppress(threading.BrokenBarrierError):
                all_are_read.wait(timeout=4)
            pipe.write(text)

    givers = [threading.Thread(target=give, args=(path,)) for path in pipes]
    for giver in givers:
        giver.start()
    for giver in givers:
        giver.join()
    sys.exit(all_are_read.broken)


class Met(int):
    """A number of words. A thread that adds it to another number has read that one: here it waits for a second."""

    meeting = threading.Barrier(2)

    def __add__(self, other: int) -> int:
        if threading.get_ident() != MAIN[1]:
            with suppress(threading.BrokenBarrierError):  # when a lock keeps the others away: slow, but right
                self.meeting.wait(timeout=2)
        return int(self) + int(other)

    __radd__ = __add__


def counted_by_meeting_threads(count_file: Callable[[Path], tuple[Counter[str], Worker]]) -> Any:
    """`count_file`, but its numbers make threads that add them up at the same time meet."""

    def count(path: Path) -> tuple[Counter[str], Worker]:
        words, worker = count_file(path)
        return Counter({word: Met(number) for word, number in words.items()}), worker

    return count
