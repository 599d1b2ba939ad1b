"""The check of `fingerprints`: plain `pytest` in this folder runs it.

It watches what is handed to SHA-256, and in which threads. Nothing in it depends on how fast this computer is:
`turns.py` lets the threads take turns, and every piece takes as long as the check wants.

What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

import errno
import gc
import hashlib
import os
import stat
import tracemalloc
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, ClassVar

import pytest
from turns import World, play

ANSWER = Path(__file__).with_name("fingerprints.py")
KIB, MIB = 1024, 1024 * 1024
HOUR = 3600.0  # seconds that a slow file takes
MOST_FILES = 256  # that are looked at
AT_ONCE = 4 * MIB  # of a file, are too much
SIZES = [500_000, 2, 70_000, 0, 9, 2 * MIB, 64 * KIB]
takes: list[Callable[[int], float]] = [lambda _: 1.0]  # seconds for a piece, by how many files were begun
real_sha256, real_new = hashlib.sha256, hashlib.new


class Watched:
    """In the place of a hash object: it hashes, and notes what it was given, where and when."""

    world: World | None = None
    sizes: ClassVar[list[list[int]]] = []
    by: ClassVar[set[int]] = set()
    there: ClassVar[list[set[int]]] = []  # the threads that had not ended, at each piece
    now = most = 0

    def __init__(self, data: Any = b"", **options: Any) -> None:
        self.real = real_sha256(**options)
        self.pieces: list[int] = []
        Watched.sizes.append(self.pieces)
        if data:
            self.update(data)

    def update(self, data: Any) -> None:
        """Hash some more, which takes a while."""
        if not memoryview(data).nbytes:
            return  # as at the end of a file
        self.pieces.append(memoryview(data).nbytes)
        self.real.update(data)
        me = Watched.world.me() if Watched.world else None
        if Watched.world and me:
            Watched.by.add(me.index)
            Watched.there.append({one.index for one in Watched.world.running})
            Watched.now += 1
            Watched.most = max(Watched.most, Watched.now)
            Watched.world.sleep(takes[0](len(Watched.sizes)))
            Watched.now -= 1

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


def new(name: str, data: Any = b"", **options: Any) -> Any:
    """In the place of `hashlib.new`."""
    return Watched(data) if name.lower() in ("sha256", "sha-256") else real_new(name, data, **options)


vars(hashlib).update(sha256=Watched, new=new)  # before the answer is imported, in whatever way it imports them


def watch(world: World, seconds: Callable[[int], float] = lambda _: 1.0) -> None:
    """Begin to watch."""
    Watched.world, Watched.sizes, Watched.by, Watched.there = world, [], set(), []
    Watched.now = Watched.most = 0
    takes[0] = seconds


def pieces(world: World) -> None:
    """See that no piece was too large, and none too small."""
    largest = max((size for those in Watched.sizes for size in those), default=0)
    told = f"hashed a piece of {largest:,} bytes; the task allows 1 MiB, which is {MIB:,}"
    expect(world, largest <= MIB, told)
    least = min((size for those in Watched.sizes for size in those[:-1]), default=MIB)
    small = "for fewer than 64 KiB at a time, hashing gains little from letting go of the GIL"
    expect(world, least >= 64 * KIB, f"hashed a piece of {least:,} bytes that was not the last one; {small}")


def recording(path: Path, size: int) -> str:
    """Make a file of that many bytes, with line ends of all systems in it; returns its fingerprint.

    Files beside each other differ, so that nobody gets the fingerprint of another one unnoticed.
    """
    first = bytes([sum(str(path).encode()) % 256])
    content = (first + b"la\rla\r\n\xff\n" * (size // 9 + 1))[:size]
    path.write_bytes(content)
    return real_sha256(content).hexdigest()


def open_files() -> int:
    """How many files and folders are open, except those that nobody has any more. Pipes of a pool do not count."""
    gc.collect()
    found = 0
    for number in range(MOST_FILES):
        with suppress(OSError):
            mode = os.fstat(number).st_mode
            found += stat.S_ISREG(mode) or stat.S_ISDIR(mode)
    return found


def expect(world: World, right: bool, told: str) -> None:
    """Tell the learner, unless it is right."""
    if not right:
        failed = f"\n{world.failures[0]}" if world.failures else ""
        world.wrong(f"{world.doing} {told}{failed}")


def last_first(world: World) -> None:
    """Let the caller go on as soon as it can, then who began last: so no thread has ended in time by luck."""
    usual = world.chosen

    def chosen() -> Any:
        able = [one for one in world.actors if one.can_go_on() and not one.held]
        return able[0 if able[0].index == 0 else -1] if able else usual()

    vars(world).update(chosen=chosen)


def pooled(world: World) -> str:
    """What to say, too, of threads that have not ended and are workers of a `ThreadPool`."""
    is_pool = any(type(one.thread).__module__ == "multiprocessing.dummy" for one in world.running)
    return "\nThey are workers of a ThreadPool, for which `with` does not wait; after close(), join() does." * is_pool


def refuse_processes(world: World) -> None:
    """Tell whoever starts a process."""

    def start(_: object) -> None:
        expect(world, False, f"starts a process, and the task asks for threads\n{world.line()}")

    type.__setattr__(BaseProcess, "start", start)


@pytest.mark.parametrize("size", [0, 1, 100_000, 64 * KIB, MIB - 1, MIB, MIB + 1, 3 * MIB + 5])
def test_fingerprint_is_the_sha_256_of_the_file(size: int, tmp_path: Path) -> None:
    path = tmp_path / "news.wav"
    right = recording(path, size)

    def scenario(world: World, module: Any) -> None:
        world.doing = f"fingerprint() of a file of {size:,} bytes"
        for _ in range(2):
            watch(world)
            before = open_files()
            got = module.fingerprint(path)
            expect(world, got == right, f"returned {got!r}, not {right!r}")
            expect(world, open_files() == before, "has returned, and left the file open")
            hashed = sum(Watched.sizes[-1]) if Watched.sizes else 0
            expect(world, hashed == size, f"hashed {hashed:,} bytes")
            pieces(world)

    play(ANSWER, scenario, "fingerprint()", deep=False)


def test_the_whole_file_is_never_in_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    recording(path, 12 * MIB)

    def scenario(world: World, module: Any) -> None:
        world.doing = "fingerprint() of a file of 12 MiB"
        watch(world)
        tracemalloc.start()
        module.fingerprint(path)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        told = f"had {most / MIB:.0f} MiB of memory in use; it must not read the whole file at once"
        expect(world, most <= AT_ONCE, told)

    play(ANSWER, scenario, "fingerprint()", deep=False)


def judge(
    paths: Sequence[Path],
    right: dict[Path, str],
    workers: int,
    seconds: Callable[[int], float] = lambda _: 1.0,
    deep: bool = False,
    begin: Callable[[World], object] = lambda _: None,
) -> None:
    """Let `fingerprints` do its work; look at what it returns, and in how many threads it was done."""
    call = f"fingerprints() of {len(paths)} files with {workers} worker{'s' * (workers != 1)}"

    def scenario(world: World, module: Any) -> None:
        world.doing = call
        refuse_processes(world)
        begin(world)
        for _ in range(1 if deep else 2):
            watch(world, seconds)
            got = module.fingerprints(iter(paths), workers)
            told, running = f"has returned, and not all of its threads have ended{pooled(world)}", len(world.running)
            expect(world, isinstance(got, dict), f"returned {got!r}, which is no dictionary")
            wrong = [path.name for path in right if got.get(path) != right[path]]
            expect(world, not wrong, f"returned something wrong or nothing for {wrong}")
            extra = [f"{path}" for path in got if path not in right]
            expect(world, not extra, f"returned a fingerprint of {extra}, which is none of the paths")
            expect(world, running == 0, told)
            died = "has returned, and one of its threads has died of an exception, which Python prints"
            expect(world, not world.failures, died)
            pieces(world)
            expect(world, 0 not in Watched.by, "hashed a file in the main thread, not in one of its own")
            most, together = Watched.most, min(workers, len(right))
            expect(world, most <= workers, f"hashed {most} files at the same time")
            crowd = max((len(those & Watched.by) for those in Watched.there), default=0)
            many = f"had {crowd} threads for hashing at the same time; it is to have as many as there are workers"
            expect(world, deep or crowd <= workers, many)
            told = f"never hashed more than {most} at the same time, and {together} could be hashed"
            expect(world, most == together or min(map(filled, right)) == 0, told)

    play(ANSWER, scenario, "fingerprints()", deep=deep)


def filled(path: Path) -> int:
    """How many bytes a file has."""
    return path.stat().st_size


@pytest.mark.parametrize("workers", [1, 2, 9])
def test_each_path_has_its_fingerprint(workers: int, tmp_path: Path) -> None:
    right = {tmp_path / f"{size}.wav": recording(tmp_path / f"{size}.wav", size) for size in SIZES}
    judge([*right], right, workers)
    judge([*right], right, workers, lambda number: 99.0 / number)


def test_a_later_call_begins_anew(tmp_path: Path) -> None:
    news, talk = tmp_path / "news.wav", tmp_path / "talk.wav"
    recording(news, 200), recording(talk, 300)

    def scenario(world: World, module: Any) -> None:
        watch(world)
        world.doing = "fingerprints() of 2 files with 2 workers"
        first = module.fingerprints(iter([news, talk]), 2)
        right = {news: recording(news, 250)}
        world.doing = "fingerprints() of one of these files, which has changed since,"
        got = module.fingerprints(iter([news]), 2)
        extra = [path.name for path in got if path not in right]
        expect(world, not extra, f"returned a fingerprint of {extra}, too, which is of the call before")
        old = "the one of the file as it was" if got.get(news) == first.get(news) != right[news] else repr(got)
        expect(world, got == right, f"returned {old}, not {right[news]!r}")

    play(ANSWER, scenario, "fingerprints()", deep=False)


def test_threads_have_ended_whoever_is_first(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.wav" for number in range(3)]
    judge(paths, {path: recording(path, 9) for path in paths}, 1, begin=last_first)


def test_equal_names_in_two_folders(tmp_path: Path) -> None:
    right = {}
    for number, folder in enumerate(("monday", "tuesday")):
        (tmp_path / folder).mkdir()
        right[tmp_path / folder / "news.wav"] = recording(tmp_path / folder / "news.wav", 9 + number)
    judge([*right], right, 2)


def test_no_paths_and_one_path_twice(tmp_path: Path) -> None:
    news, talk = tmp_path / "news.wav", tmp_path / "talk.wav"
    right = {news: recording(news, 500), talk: recording(talk, 100_000)}
    judge([], {}, 2)
    judge([news, talk, news], right, 2)


@pytest.mark.parametrize("workers", [1, 2, 3, 4, 8])
def test_as_many_files_as_there_are_workers_are_hashed_at_the_same_time(workers: int, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.wav" for number in range(9)]
    judge(paths, {path: recording(path, 100_000) for path in paths}, workers)


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_an_error_of_a_file_is_raised(at: int, kind: str, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.wav" for number in range(3)]
    for path in paths:
        recording(path, 10)
    paths[at].unlink()
    if kind == "folder":
        paths[at].mkdir()

    def scenario(world: World, module: Any) -> None:
        for call, args in (("fingerprint()", (paths[at],)), ("fingerprints()", (iter(paths), 2))):
            watch(world)
            world.doing, before, raised = call, open_files(), False
            try:
                got = getattr(module, call.removesuffix("()"))(*args)
            except OSError as error:
                name = Path(str(error.filename)).name
                nameless = error.filename is None and kind == "folder" and error.errno == errno.EISDIR  # as of os.read
                whose = f"raised {error!r}, which is not the OSError of {paths[at].name}"
                expect(world, nameless or name == paths[at].name, whose)
                unended = f"not all of its threads have ended{pooled(world)}"
                expect(world, not world.running, f"has raised the OSError, and {unended}")
                raised = True
            if raised:
                expect(world, open_files() == before, "has raised the OSError, and left a file open")
                continue
            told = "is missing" if kind == "missing" else "is a folder"
            got = f"{len(got)} fingerprints" if isinstance(got, dict) else repr(got)
            expect(world, False, f"returned {got}, although a file {told}; it should have raised the OSError")

    play(ANSWER, scenario, "fingerprints()", deep=False)


def test_threads_are_held_anywhere(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.wav" for number in range(3)]
    judge(paths, {path: recording(path, 9) for path in paths}, 2, lambda number: 3.0 / number, deep=True)


def test_who_is_done_takes_the_next_file(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.wav" for number in range(12)]
    for path in paths:
        recording(path, 9)

    def scenario(world: World, module: Any) -> None:
        world.doing = "fingerprints() of 12 files with 2 workers"
        waits = iter([HOUR])
        watch(world, lambda _: next(waits, 1.0))
        module.fingerprints(iter(paths), 2)
        told = (
            f"took {world.clock:g} s, of which one file took {HOUR:g}: meanwhile the other worker could do all others"
        )
        expect(world, world.clock < HOUR + 1, told)

    play(ANSWER, scenario, "fingerprints()", deep=False)
