"""What happens while a learner works, in order."""

import os
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

import pytest

from content.engine.practice.events import Event, listen, taken, watched


def queue_of(*events: Event) -> "SimpleQueue[Event]":
    queue: SimpleQueue[Event] = SimpleQueue()
    for event in events:
        queue.put(event)
    return queue


def test_files_that_are_saved_in_one_go_are_taken_together_and_lines_one_by_one() -> None:
    a, b = Path("a.py"), Path("b.py")
    assert [*taken(queue_of("h", a, b, a, "n", "", b, None), quiet=60)] == ["h", {a, b}, "n", "", {b}]


def test_a_file_is_taken_when_no_other_follows_it_for_a_while() -> None:
    queue = queue_of(Path("a.py"))
    news = taken(queue, quiet=0)
    assert next(news) == {Path("a.py")}
    queue.put(None)
    assert [*news] == []


def test_lines_are_read_as_they_were_typed_and_then_comes_the_end() -> None:
    reading, writing = os.pipe()
    os.write(writing, "h\r\n  l \n\nschön\nnot whole".encode())
    os.close(writing)
    queue: SimpleQueue[Event] = SimpleQueue()
    listen(reading, queue)
    os.close(reading)
    assert [queue.get() for _ in range(queue.qsize())] == ["h", "l", "", "schön", None]


def overwritten(path: Path) -> None:
    path.write_text("new and longer\n", encoding="utf-8")


def replaced(path: Path) -> None:
    """As editors do that never leave a file half written."""
    beside = path.with_suffix(".tmp")
    beside.write_text("new and longer\n", encoding="utf-8")
    beside.replace(path)


@pytest.mark.parametrize("save", [overwritten, replaced])
def test_a_save_below_the_folder_is_seen_however_an_editor_does_it(
    save: Callable[[Path], None], tmp_path: Path
) -> None:
    file = tmp_path / "locks" / "till.py"
    file.parent.mkdir()
    file.write_text("old\n", encoding="utf-8")
    queue: SimpleQueue[Event] = SimpleQueue()
    with watched(tmp_path, queue):
        save(file)
        assert queue.get(timeout=60) == file
