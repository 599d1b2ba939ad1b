"""What a program printed, kept within bounds and made fit to be shown."""

import re
from collections import deque
from collections.abc import Iterable

KEPT = 32 * 1024  # bytes of an output that are shown at most


class Tape:
    """Takes the bytes of an output as they come and keeps its beginning and its end, `KEPT` bytes in all."""

    def __init__(self, kept: int = KEPT) -> None:
        self._half = kept // 2
        self._head = bytearray()
        self._tail: deque[bytes] = deque()
        self._in_tail = 0
        self._size = 0

    def write(self, data: bytes) -> None:
        """Take the next bytes."""
        self._size += len(data)
        room = self._half - len(self._head)
        self._head += data[:room]
        rest = data[room:]
        if rest:
            self._tail.append(rest)
            self._in_tail += len(rest)
        while self._tail and self._in_tail - len(self._tail[0]) >= self._half:
            self._in_tail -= len(self._tail.popleft())

    def text(self) -> str:
        """The output as text; where its middle was left out, whole lines are, and one line says how much."""
        tail = b"".join(self._tail)
        if self._size <= 2 * self._half:
            return (bytes(self._head) + tail).decode(errors="replace")
        head = bytes(self._head)
        head = head[: head.rfind(b"\n") + 1] or head
        tail = tail[-self._half :]
        tail = tail[tail.find(b"\n") + 1 :] or tail
        begin = b"" if head.endswith(b"\n") else b"\n"
        left_out = self._size - len(head) - len(tail)
        gap = f"[… {left_out:,} bytes left out …]\n"
        return (head + begin + gap.encode() + tail).decode(errors="replace")


def with_short_paths(text: str, names: Iterable[tuple[str, str]]) -> str:
    """Replace the folders of this machine by short names, the longest first."""
    for path, short in sorted(names, key=lambda pair: -len(pair[0])):
        text = re.sub(rf"(?<![\w.~-]){re.escape(path)}(?![\w-]|\.\w)", short, text)
    return text
