"""The check of `fingerprints`: plain `pytest` in this folder runs it.

It watches what is handed to SHA-256, and in which threads. Nothing in it depends on how fast this computer is.
"""

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fingerprints import fingerprint, fingerprints

KIB, MIB = 1024, 1024 * 1024
real_sha256 = hashlib.sha256


class Watched:
    """In the place of a hash object: it hashes, and tells the check what it was given."""

    def __init__(self, data: bytes = b"", **options: Any) -> None:
        self.real = real_sha256(**options)
        self.pieces: list[int] = []
        made.append(self)
        if data:
            self.update(data)

    def update(self, data: bytes) -> None:
        """Hash some more."""
        if not self.pieces:
            at_first_piece()
        self.pieces.append(len(data))
        self.real.update(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


made: list[Watched] = []
meeting: list[Callable[[], None]] = []


def at_first_piece() -> None:
    """What a test wants to be called at the first piece of each file."""
    for call in meeting:
        call()


@pytest.fixture(autouse=True)
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Watch SHA-256."""
    made.clear()
    meeting.clear()
    monkeypatch.setattr(hashlib, "sha256", Watched)
    monkeypatch.setattr(hashlib, "new", lambda _, data=b"", **options: Watched(data, **options))
    monkeypatch.setattr(hashlib, "file_digest", whole_file)
    monkeypatch.setattr("fingerprints.sha256", Watched, raising=False)


def whole_file(file: Any, _: object, /) -> Watched:
    """What `hashlib.file_digest` does, as Python 3.11 and later do it: pieces of 256 KiB."""
    answer = Watched()
    while piece := file.read(256 * KIB):
        answer.update(piece)
    return answer


def fail(told: str) -> None:
    """Fail with `told`, and nothing else."""
    pytest.fail(told, pytrace=False)


def recording(path: Path, size: int) -> str:
    """Make a file of that many bytes, with line ends in it; returns its fingerprint."""
    content = (b"la la la\n" * (size // 9 + 1))[:size]
    path.write_bytes(content)
    return real_sha256(content).hexdigest()


@pytest.mark.parametrize("size", [0, 1, 100_000, 3 * MIB + 5])
def test_fingerprint_is_the_sha_256_of_the_file(size: int, tmp_path: Path) -> None:
    right = recording(tmp_path / "news.wav", size)
    got = fingerprint(tmp_path / "news.wav")
    if got != right:
        fail(f"fingerprint() of a file of {size:,} bytes returned {got!r}, not {right!r}")


def test_the_pieces_are_neither_too_large_nor_too_small(tmp_path: Path) -> None:
    recording(tmp_path / "news.wav", 3 * MIB + 5)
    fingerprint(tmp_path / "news.wav")
    pieces = [size for one in made for size in one.pieces]
    if max(pieces) > MIB:
        fail(f"fingerprint() hashed a piece of {max(pieces):,} bytes; the task allows 1 MiB, which is {MIB:,}")
    if min(pieces[:-1]) < 64 * KIB:
        small = "for fewer than 64 KiB at a time, hashing gains little from letting go of the GIL"
        fail(f"fingerprint() hashed a piece of {min(pieces[:-1]):,} bytes that was not the last one; {small}")


def test_each_path_has_its_fingerprint(tmp_path: Path) -> None:
    right = {tmp_path / f"{size}.wav": recording(tmp_path / f"{size}.wav", size) for size in (500_000, 2, 70_000, 0, 9)}
    got = fingerprints(iter(right), 2)
    if got != right:
        wrong = [path.name for path in right if not isinstance(got, dict) or got.get(path) != right[path]]
        fail(f"fingerprints() of {len(right)} files returned something wrong or nothing for {wrong}")


@pytest.mark.parametrize("workers", [2, 4])
def test_as_many_files_as_there_are_workers_are_hashed_at_the_same_time(workers: int, tmp_path: Path) -> None:
    together, alone = threading.Barrier(workers), threading.Event()

    def meet() -> None:
        try:
            together.wait(timeout=3)
        except threading.BrokenBarrierError:
            alone.set()

    paths = [tmp_path / f"{number}.wav" for number in range(2 * workers)]
    for path in paths:
        recording(path, 100_000)
    meeting.append(meet)
    fingerprints(paths, workers)
    if alone.is_set():
        fail(f"fingerprints() with {workers} workers: there were never {workers} files being hashed at the same time")


def test_there_are_no_more_threads_than_workers(tmp_path: Path) -> None:
    before, seen = threading.active_count(), []
    paths = [tmp_path / f"{number}.wav" for number in range(12)]
    for path in paths:
        recording(path, 100)
    two = threading.Barrier(2)

    def count() -> None:
        seen.append(threading.active_count() - before)
        two.wait(timeout=3)  # nobody is done before the next one is there

    meeting.append(count)
    fingerprints(paths, 2)
    if max(seen) > 2:
        fail(f"fingerprints() with 2 workers had {max(seen)} threads at the same time")


def test_an_error_of_a_file_is_raised(tmp_path: Path) -> None:
    recording(tmp_path / "there.wav", 10)
    try:
        got = fingerprints([tmp_path / "there.wav", tmp_path / "missing.wav"], 2)
    except OSError:
        return
    fail(f"fingerprints() returned {len(got)} although a file is missing; it should have raised the OSError")
