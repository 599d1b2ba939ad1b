"""What happens while a learner works: files are saved, lines are typed."""

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

Event = Path | str | None  # a file that was saved, a line that was typed, the end of all lines
SAVED = ("created", "modified", "moved")
LOOK = 0.25  # seconds between looks at the files: as for `mkdocs serve`, since some file systems tell of nothing
QUIET = 0.1  # seconds: an editor may write a file in several steps


class Saves(FileSystemEventHandler):
    """Tells of the files that are saved, by whatever steps an editor does it."""

    def __init__(self, events: "SimpleQueue[Event]") -> None:
        self._events = events

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take what watchdog has seen."""
        if event.event_type in SAVED and not event.is_directory:
            self._events.put(Path(os.fsdecode(event.dest_path or event.src_path)))


@contextlib.contextmanager
def watched(place: Path, events: "SimpleQueue[Event]") -> Iterator[None]:
    """Tell of each file that is saved in a folder meanwhile, or below it."""
    observer = PollingObserver(timeout=LOOK)
    observer.schedule(Saves(events), str(place), recursive=True)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


def listen(descriptor: int, events: "SimpleQueue[Event]") -> None:
    """Tell of each line that comes from there, without the blanks around it, and of the end.

    It reads past the buffer of `sys.stdin`, which Python wants for itself when it ends.
    """
    begun = b""
    while piece := os.read(descriptor, 4096):
        *lines, begun = (begun + piece).split(b"\n")
        for line in lines:
            events.put(line.decode(errors="replace").strip())
    events.put(None)


def listening(descriptor: int, events: "SimpleQueue[Event]") -> threading.Thread:
    """Begin to listen, until this process ends."""
    thread = threading.Thread(target=listen, args=(descriptor, events), daemon=True)
    thread.start()
    return thread


def taken(events: "SimpleQueue[Event]", quiet: float = QUIET) -> Iterator[set[Path] | str]:
    """Lines as they come, and files once no other was saved for `quiet` seconds; until there are no more lines."""
    saved: set[Path] = set()
    while True:
        try:
            event = events.get(timeout=quiet if saved else None)
        except Empty:
            yield saved
            saved = set()
            continue
        if isinstance(event, Path):
            saved.add(event)
            continue
        if saved:
            yield saved
            saved = set()
        if event is None:
            return
        yield event
